"""The parts of a transformer, told from the names and shapes of its tensors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import prod

from inspector.analysis.flops.per_layer_rows import LayerRow
from inspector.analysis.flops.transformer_vision import Patches, patches_of
from inspector.errors import Sentence, say

# A number in a name is the block it belongs to: "model.layers.12.self_attn.q_proj".
BLOCK = re.compile(
    r"(?:^|\.)(?:(?:layers?|blocks?|h|resblocks|encoder_layers|albert_layers)\.|encoder_layer_)\d+\."
)
_QUERY = re.compile(
    r"\.(q_proj|query|q_lin|wq|to_q|q|query_proj|linear_q|q_attn|q_a_proj|q_b_proj)$"
)
_FUSED = re.compile(
    r"\.(qkv|c_attn|query_key_value|Wqkv|qkv_proj|in_proj_weight|in_proj|to_qkv|attn_qkv)$"
)
_OUTPUT = re.compile(
    r"\.(o_proj|out_proj|c_proj|wo|out_lin|to_out(\.0)?|proj|attention\.dense|output\.dense"
    r"|self_attention\.dense|o|linear_out|attn_out)$"
)
_ATTENTION = re.compile(r"attn|attention|\.att\.", re.I)
_ONCE = re.compile(r"(^|\.)(pooler(\.dense)?|pre_classifier)$")
HEAD = re.compile(r"(^|\.)(lm_head|embed_out|output_projection|output|decoder)$")
CROSS = re.compile(r"EncDecAttention|encoder_attn|cross_?att|multihead_attn", re.I)
_SPARSE = re.compile(r"\.(query_global|global_query)\.|\.(lin_proj|E_proj|landmark)\.")
_EXPERT = re.compile(r"^(?:.*\.)?experts\.(?:(\d+)\.)?")
_EXPERTS = re.compile(r"(^|\.)(experts?|block_sparse_moe|moe|router)(\.|$)|\.gate_up_proj$")
_WINDOWED = re.compile(r"relative_position_bias_table|relative_position_index|attn\.tau$")
_RELATIVE = re.compile(r"(^|\.)(rel_embeddings|pos_proj|pos_query_proj|r_net|r_r_bias)(\.|$)")
_SHARED_LAYERS = re.compile(r"albert_layer_groups")
_STATE_SPACE = re.compile(r"\.(mixer|mamba|ssm|time_mix|attention\.time_decay)\.(A_log|dt_proj|D)")
SPARSE = say("Its attention is sparse, in a way that is not in the tensors.")
Shapes = Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class Parts:
    """What a token meets on its way.

    Attributes:
        rows: The matrices, each paid once for each token.
        once: Matrices paid once for each sequence: BERT's pooler, a head over images.
        experts: Matrices of which a token meets one expert in so many: (row, share).
        embeddings: Tables that are looked up: name -> shape.
        widths: Block -> rows of its queries and of its values over all heads, added: one token
            attending to one other costs so many multiply-adds.
        patches: How an image becomes tokens; None for text.
        obstacle: Why no formula holds; None where one does.
    """

    rows: list[LayerRow] = field(default_factory=list)
    once: list[LayerRow] = field(default_factory=list)
    experts: list[tuple[LayerRow, Fraction]] = field(default_factory=list)
    embeddings: dict[str, tuple[int, ...]] = field(default_factory=dict)
    widths: dict[str, int] = field(default_factory=dict)
    patches: Patches | None = None
    obstacle: Sentence | None = None

    @property
    def has_head(self) -> bool:
        """Whether a matrix from the last layer to the vocabulary is among the tensors."""
        return any(HEAD.search(row.name) for row in self.rows)

    @property
    def vocabulary(self) -> tuple[int, ...] | None:
        """The shape of the largest table: (tokens, width)."""
        return max(self.embeddings.values(), key=prod, default=None)


def parts_of(rows: list[LayerRow], keys: Shapes, active: int | None = None) -> Parts | None:
    """The parts of a transformer; None where there are no attention blocks.

    Args:
        rows: The layers of a state_dict.
        keys: The shape of each of its tensors.
        active: How many experts of a layer a token meets, where that is known.
    """
    found = Parts(patches=patches_of(rows, keys))
    blocks: dict[str, list[LayerRow]] = {}
    for row in rows:
        block = BLOCK.search(row.name)
        if block is not None and row.unit == "token" and is_attention(row.name):
            blocks.setdefault(row.name[: block.end()], []).append(row)
        if row.op_type == "Embedding":
            found.embeddings[row.name] = row.shape
        elif row.unit == "token" and not _EXPERT.match(row.name):
            is_once = _ONCE.search(row.name) or (found.patches is not None and block is None)
            (found.once if is_once else found.rows).append(row)
    for name, attention in blocks.items():
        width = width_of(attention)
        if width:
            found.widths[name] = width
    if not found.widths:
        return None
    found.experts = _experts(rows, active)
    found.obstacle = _obstacle(rows, keys, found, list(blocks))
    return found


def _experts(rows: list[LayerRow], active: int | None) -> list[tuple[LayerRow, Fraction]]:
    """The experts' matrices and how much of them a token meets; none where it cannot be told.

    They are numbered, or stacked in one tensor of three dimensions.
    """
    layers: dict[str, list[LayerRow]] = {}
    for row in rows:
        if (expert := _EXPERT.match(row.name)) and len(row.shape) > 1:
            layers.setdefault(row.name[: expert.start(1)] if expert[1] else "", []).append(row)
    stacked = layers.pop("", [])
    if active is None or any(len(row.shape) != 3 for row in stacked):
        return []
    found = [(replace(row, macs=prod(row.shape)), _share(active, row.shape[0])) for row in stacked]
    for inside in layers.values():
        numbers = {_EXPERT.match(row.name)[1] for row in inside}  # type: ignore[index]
        found += [(row, _share(active, len(numbers))) for row in inside]
    return found


def _share(active: int, experts: int) -> Fraction:
    return min(Fraction(active, max(experts, 1)), Fraction(1))


def is_attention(name: str) -> bool:
    """Whether a matrix makes queries, or takes the values of all heads."""
    is_inside = _ATTENTION.search(name) is not None
    return is_inside and bool(_QUERY.search(name) or _FUSED.search(name) or _output(name))


def _output(name: str) -> bool:
    return _OUTPUT.search(name) is not None


def width_of(attention: list[LayerRow]) -> int:
    """Rows of the queries plus columns of the output matrix, which takes the heads' values.

    GPT-2 stores its matrices the other way round, which is seen at the fused one's 3 to 1.
    """
    outputs = [row for row in attention if _output(row.name) and len(row.shape) == 2]
    queries = [row for row in attention if _QUERY.search(row.name) and len(row.shape) == 2]
    fused = [row for row in attention if _FUSED.search(row.name) and len(row.shape) == 2]
    ends = [row.name.rpartition(".")[2] for row in (*queries, *fused)]
    if len(outputs) != 1 or len(set(ends)) != len(ends):
        return 0  # attends twice, or in a way that is not known
    values = outputs[0].shape[1]
    if queries:
        return queries[-1].shape[0] + values
    if not fused:
        return 0
    if fused[0].shape[1] == 3 * fused[0].shape[0]:
        values = outputs[0].shape[0]
    return 2 * values


def _obstacle(
    rows: list[LayerRow], keys: Shapes, found: Parts, blocks: list[str]
) -> Sentence | None:
    if any(CROSS.search(key) for key in keys):
        return say("It is an encoder with a decoder: its cost depends on two lengths.")
    reason = obstacle_of(keys, rows, bool(found.experts), found.patches is not None)
    if reason is not None:
        return reason
    if len({re.sub(r"\d+", "", block) for block in blocks}) > 1:
        return say("It has several stacks of blocks, whose lengths need not be the same.")
    if len(found.widths) != len(blocks) or any(is_attention(row.name) for row in found.once):
        return say("The attention of some blocks is of an unknown kind.")
    return None


def obstacle_of(
    keys: Shapes, rows: list[LayerRow], knows_experts: bool = False, sees_images: bool = False
) -> Sentence | None:
    """Why no formula of dense attention holds for these tensors; None where nothing says so."""
    for pattern, reason in _REASONS:
        if any(pattern.search(key) for key in keys):
            return reason
    if not knows_experts and any(_EXPERTS.search(key) for key in keys):
        return say(
            "It is a mixture of experts: how many of them a token meets is not in the tensors."
        )
    if any(row.unit == "step" for row in rows):
        return say("It has recurrent layers beside attention.")
    if not sees_images and any(row.unit == "output position" for row in rows):
        return say(
            "It has convolutions, and how many positions they turn into tokens is not known."
        )
    return None


_REASONS = (
    (_SPARSE, SPARSE),
    (_RELATIVE, say("Its attention compares positions as well, with tables of their own.")),
    (_WINDOWED, say("It attends within windows, whose size is not in the tensors.")),
    (_SHARED_LAYERS, say("Its blocks share weights; how often they run is not in the tensors.")),
    (_STATE_SPACE, say("It has state-space or recurrent blocks beside attention.")),
)
