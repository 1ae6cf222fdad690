"""The cost of an encoder with a decoder (T5, BART, torch.nn.Transformer), from names and shapes.

For S source and T target tokens: S times the encoder's matrices, T times the decoder's, but S times
those that make keys and values of the encoder's output; S x S, T x T and T x S for attention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import prod

from inspector.analysis.flops.given import Given
from inspector.analysis.flops.parameters import (
    count_parameters,
    main_state_dicts,
    other_models,
)
from inspector.analysis.flops.per_layer_rows import LayerRow, layer_rows
from inspector.analysis.flops.report import FlopsReport, LayerCost, Shape
from inspector.analysis.flops.transformer_config import Config, config_beside, is_shard
from inspector.analysis.flops.transformer_parts import (
    BLOCK,
    CROSS,
    HEAD,
    is_attention,
    obstacle_of,
    width_of,
)
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.errors import InspectorError, Sentence, say
from inspector.progress import Progress

_STACK = re.compile(r"(?:^|\.)(encoder|decoder)\.")
_OF_SOURCE = re.compile(r"\.(k|v|k_proj|v_proj|key|value|k_lin|v_lin)$")
_TOKENS = 512  # counted at, where nobody says otherwise


@dataclass(slots=True)
class _Pair:
    """What the tokens of both sides meet.

    Attributes:
        rows: (matrix, uses by a source token, uses by a target token).
        widths: Block -> (width, "encoder", "decoder" or "cross").
        vocabulary: Shape of the largest table of vectors; () without one.
    """

    rows: list[tuple[LayerRow, Fraction, Fraction]] = field(default_factory=list)
    widths: dict[str, tuple[int, str]] = field(default_factory=dict)
    vocabulary: tuple[int, ...] = ()
    has_head: bool = False


def pair_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """The cost of an encoder with a decoder; None where the largest state_dict is none.

    Raises:
        InspectorError: The given shapes are not (batch, tokens).
    """
    for state_dict in main_state_dicts(contents)[:1]:
        keys = {e.key: e.tensor.shape or () for e in state_dict.entries if e.key is not None}
        if is_shard(checkpoint) or not any(CROSS.search(key) for key in keys):
            return None
        rows = layer_rows(state_dict)
        pair = _pair_of(rows)
        if pair is None or obstacle_of(keys, rows) is not None:
            return None
        config = config_beside(checkpoint)
        source, target = _inputs(given)
        layers = tuple(_layers(pair, source, target, config))
        return FlopsReport(
            macs=sum(layer.macs or 0 for layer in layers),
            elementwise=None,
            parameters=count_parameters(state_dict).unique,
            inputs={"input_ids": source, "decoder_input_ids": target},
            source="formula",
            exact=True,
            layers=layers,
            match=f"Hugging Face {config.name}" if config is not None else None,
            notes=(*_notes(pair, config), *other_models(contents, state_dict)),
        )
    return None


def _pair_of(rows: list[LayerRow]) -> _Pair | None:
    """The parts; None where some attention is of an unknown kind."""
    found = _Pair()
    attention: dict[str, list[LayerRow]] = {}
    blocks: set[str] = set()
    for row in rows:
        stack, block = _STACK.search(row.name), BLOCK.search(row.name)
        if row.op_type == "Embedding":
            found.vocabulary = max(found.vocabulary, row.shape, key=prod)
        if row.unit != "token":
            continue
        side = stack[1] if stack is not None and block is not None else "head"
        is_cross = side == "decoder" and CROSS.search(row.name) is not None
        found.rows.append((row, *_uses(row, side, is_cross)))
        found.has_head = found.has_head or HEAD.search(row.name) is not None
        if block is not None and side != "head":
            kind = "cross" if is_cross else side
            blocks.add(f"{row.name[: block.end()]}{kind}")
            if is_attention(row.name):
                attention.setdefault(f"{row.name[: block.end()]}{kind}", []).append(row)
    found.widths = {
        name: (width_of(inside), name.rpartition(".")[2]) for name, inside in attention.items()
    }
    kinds = {kind for _, kind in found.widths.values()}
    is_known = blocks == found.widths.keys() and all(width for width, _ in found.widths.values())
    return found if is_known and kinds == {"encoder", "decoder", "cross"} else None


def _uses(row: LayerRow, side: str, is_cross: bool) -> tuple[Fraction, Fraction]:
    """How often a source and a target token meet a matrix."""
    of_source = Fraction(side == "encoder")
    if is_cross and row.name.endswith("in_proj_weight"):  # queries, keys and values in one
        of_source = Fraction(2, 3)
    elif is_cross:
        of_source = Fraction(_OF_SOURCE.search(row.name) is not None)
    return of_source, 1 - of_source


def _inputs(given: Given) -> tuple[Shape, Shape]:
    """(batch, tokens) of the source and the target; raises as `pair_cost`."""
    batch = given.dims.get("batch", 1)
    targets = [shape for name, shape in given.inputs.items() if "dec" in name or "tgt" in name]
    sources = [shape for shape in given.inputs.values() if shape not in targets]
    source = next(iter(sources), targets[0] if targets else (batch, _TOKENS))
    target = next(iter(targets), source)
    for shape in (source, target):
        if len(shape) != 2 or not all(shape) or shape[0] != source[0]:
            raise InspectorError(
                say("An encoder with a decoder takes (batch, tokens) twice."),
                hint=say("Write --input input_ids=1,512 --input decoder_input_ids=1,128."),
            )
    return source, target


def _layers(
    pair: _Pair, source: Shape, target: Shape, config: Config | None
) -> Iterator[LayerCost]:
    batch, lengths = source[0], (source[1], target[1])
    for row, of_source, of_target in pair.rows:
        macs = int(row.macs * (of_source * lengths[0] + of_target * lengths[1]))
        yield LayerCost(row.name, row.op_type, batch * macs, row.parameters)
    pairs = {
        "encoder": lengths[0] * lengths[0],
        "decoder": lengths[1] * lengths[1],
        "cross": lengths[0] * lengths[1],
    }
    for name, (width, kind) in pair.widths.items():
        yield LayerCost(f"{name}_attention", "Attention", batch * width * pairs[kind])
    if _is_tied(pair, config):
        macs = batch * lengths[1] * prod(pair.vocabulary)
        yield LayerCost("lm_head", say("{kind} (tied)", kind="Linear"), macs)


def _is_tied(pair: _Pair, config: Config | None) -> bool:
    """Whether the embedding is also the output matrix, as config.json says."""
    if pair.has_head or not pair.vocabulary or config is None or config.is_tied is False:
        return False
    return config.name.endswith(("ForConditionalGeneration", "MTModel")) or config.predicts_tokens


def _notes(pair: _Pair, config: Config | None) -> Iterator[Sentence]:
    yield say("An encoder with a decoder: its cost depends on the tokens of both.")
    if _is_tied(pair, config):
        yield say("The output matrix is not in the file; it is taken to be the embedding.")
    elif not pair.has_head:
        yield say("The file has no output matrix to the vocabulary, so none is counted.")
