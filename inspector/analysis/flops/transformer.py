"""The cost of a dense transformer, exactly, from its tensors' names and shapes.

For T tokens: T times the elements of every matrix that is no table, and T x T for each block's
queries and values. The number of heads and groups of them do not matter, and a causal mask is
counted in full, as torch's FlopCounterMode does. `config.json` beside the weights adds what names
and shapes leave open: whether the output matrix is the embedding, and how many experts a token
meets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from inspector.analysis.flops.given import Given
from inspector.analysis.flops.parameters import count_parameters, main_state_dicts
from inspector.analysis.flops.per_layer_rows import LayerRow, layer_rows
from inspector.analysis.flops.report import FlopsReport, LayerCost, Shape
from inspector.analysis.flops.transformer_config import Config, config_beside
from inspector.analysis.flops.transformer_parts import Parts, parts_of
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict
from inspector.describe import visible
from inspector.errors import InspectorError
from inspector.progress import Progress

_TOKENS = 512  # counted at, where nobody says otherwise


@dataclass(frozen=True, slots=True)
class _Model:
    """A transformer and what is beside its file."""

    state_dict: StateDict
    parts: Parts
    config: Config | None


def transformer_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """The cost of a dense transformer; None where the largest state_dict is none.

    Raises:
        InspectorError: The given shape is not (batch, tokens).
    """
    state_dicts = main_state_dicts(contents)[:1]
    model = _model(checkpoint, state_dicts[0]) if state_dicts else None
    if model is None or model.parts.obstacle is not None:
        return None
    name, shape = _input(model, given)
    batch, tokens = shape
    layers = list(_layers(model, batch, tokens))
    return FlopsReport(
        macs=sum(layer.macs or 0 for layer in layers),
        elementwise=None,
        parameters=count_parameters(model.state_dict).unique,
        inputs={name: shape},
        source="formula",
        exact=True,
        layers=tuple(layers),
        match=f"Hugging Face {model.config.name}" if model.config is not None else None,
        notes=tuple(_notes(model, not given.inputs)),
    )


def why_no_formula(checkpoint: Checkpoint, state_dict: StateDict) -> str | None:
    """Why a transformer's cost cannot be told; None where it can, or is none."""
    model = _model(checkpoint, state_dict)
    return model.parts.obstacle if model is not None else None


def _model(checkpoint: Checkpoint, state_dict: StateDict) -> _Model | None:
    keys = {e.key: e.tensor.shape or () for e in state_dict.entries if e.key is not None}
    parts = parts_of(layer_rows(state_dict), keys)
    if parts is None:
        return None
    return _Model(state_dict, parts, config_beside(checkpoint))


def _input(model: _Model, given: Given) -> tuple[str, Shape]:
    """(name, (batch, tokens)); raises as `transformer_cost`."""
    if given.inputs:
        name, shape = next(iter(given.inputs.items()))
        if len(shape) not in (1, 2) or not all(shape):
            raise InspectorError(
                f"A transformer takes (batch, tokens), not {len(shape)} sizes.",
                hint="Write --input input_ids=1,512.",
            )
        return name or "input_ids", (1, *shape)[-2:]
    most = (
        model.config.number("max_position_embeddings", "n_positions") if model.config else 0
    ) or 0
    learned = [s[0] for n, s in model.parts.embeddings.items() if "position" in n or "wpe" in n]
    tokens = min([_TOKENS, *(size for size in (most, *learned) if size)])
    sizes = given.dims
    return "input_ids", (sizes.get("batch", 1), sizes.get("tokens", sizes.get("sequence", tokens)))


def _layers(model: _Model, batch: int, tokens: int) -> Iterator[LayerCost]:
    parts = model.parts
    for row in parts.rows:
        shape = (batch, tokens, _outputs(row))
        yield LayerCost(row.name, row.op_type, batch * tokens * row.macs, row.parameters, shape)
    for row in parts.once:
        yield LayerCost(row.name, row.op_type, batch * row.macs, row.parameters)
    for block, width in parts.widths.items():
        macs = batch * tokens * tokens * width
        yield LayerCost(f"{block}attention", "Attention", macs)
    vocabulary = parts.vocabulary
    if vocabulary is not None and _is_tied(model):
        macs = batch * tokens * prod(vocabulary)
        yield LayerCost("lm_head", "Linear (tied)", macs, 0, (batch, tokens, vocabulary[0]))


def _outputs(row: LayerRow) -> int:
    return row.shape[0]


def _is_tied(model: _Model) -> bool:
    """Whether the embedding is also the output matrix, which is then missing from the tensors.

    Without a word of config.json: a file whose keys begin with "model." or "transformer." is one
    of a model with a head around its body.
    """
    if model.parts.has_head:
        return False
    if model.config is not None and model.config.is_tied is not None:
        return model.config.is_tied and model.config.predicts_tokens
    if model.config is not None:
        return model.config.predicts_tokens
    blocks = next(iter(model.parts.widths))
    return blocks.startswith(("model.layers.", "transformer.h."))


def _notes(model: _Model, is_default: bool) -> Iterator[str]:
    blocks = len(model.parts.widths)
    yield (
        f"From names and shapes: {blocks:,} blocks of attention in full (a causal mask saves "
        "nothing here), every matrix once for each token."
    )
    if model.config is not None:
        yield f"config.json beside the file says {visible(model.config.name, 80)}."
        said = model.config.number("num_hidden_layers", "n_layer", "n_layers", "num_layers")
        if said is not None and said != blocks:
            yield f"It also says {said:,} layers; the file has {blocks:,}."
        if model.config.number("sliding_window"):
            yield "It attends within a sliding window, which saves work on longer inputs."
    if _is_tied(model):
        yield "The output matrix is not in the file; it is taken to be the embedding."
    elif not model.parts.has_head and model.parts.vocabulary is not None:
        yield "The file has no output matrix to the vocabulary, so none is counted."
    if is_default:
        yield "The number of tokens is an example; give --input input_ids=BATCH,TOKENS."
