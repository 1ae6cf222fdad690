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
from inspector.analysis.flops.parameters import (
    count_parameters,
    main_state_dicts,
    other_models,
)
from inspector.analysis.flops.per_layer_rows import LayerRow, layer_rows
from inspector.analysis.flops.report import FlopsReport, LayerCost, Shape
from inspector.analysis.flops.transformer_config import Config, config_beside, is_shard
from inspector.analysis.flops.transformer_parts import SPARSE, Parts, parts_of
from inspector.analysis.flops.transformer_vision import Patches
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict
from inspector.describe import plural, visible
from inspector.describe import shape as shape_text
from inspector.errors import InspectorError, Sentence, say
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
    found = state_dicts[0] if state_dicts else None
    model = _model(checkpoint, found, layer_rows(found)) if found is not None else None
    if model is None or model.parts.obstacle is not None:
        return None
    name, shape = _input(model, given)
    layers = list(_layers(model, shape))
    return FlopsReport(
        macs=sum(layer.macs or 0 for layer in layers),
        elementwise=None,
        parameters=count_parameters(model.state_dict).unique,
        inputs={name: shape},
        source="formula",
        exact=True,
        layers=tuple(layers),
        match=_match(model),
        notes=(*_notes(model, not given.inputs), *other_models(contents, model.state_dict)),
    )


def why_no_formula(
    checkpoint: Checkpoint, state_dict: StateDict, rows: list[LayerRow]
) -> Sentence | None:
    """Why a transformer's cost cannot be told; None where it can, or is none.

    Args:
        rows: What `layer_rows` gives for the state_dict.
    """
    model = _model(checkpoint, state_dict, rows)
    return model.parts.obstacle if model is not None else None


def _model(checkpoint: Checkpoint, state_dict: StateDict, rows: list[LayerRow]) -> _Model | None:
    keys = {e.key: e.tensor.shape or () for e in state_dict.entries if e.key is not None}
    if parts_of(rows, keys) is None:
        return None
    config = config_beside(checkpoint)
    parts = parts_of(rows, keys, config.active_experts if config is not None else None)
    if parts is not None and is_shard(checkpoint):
        parts.obstacle = say("It is one shard of several; their index counts them all.")
    elif parts is not None and config is not None and config.is_sparse:
        parts.obstacle = SPARSE
    return None if parts is None else _Model(state_dict, parts, config)


def _input(model: _Model, given: Given) -> tuple[str, Shape]:
    """(name, shape) of the tokens, or of the image; raises as `transformer_cost`."""
    batch = given.dims.get("batch", 1)
    asked = next(iter(given.inputs.items()), None)
    if model.parts.patches is not None:
        return _image(model.parts.patches, asked, batch)
    if asked is None:
        tokens = given.dims.get("tokens", given.dims.get("sequence", _usual_tokens(model)))
        return "input_ids", (batch, tokens)
    name, shape = asked
    if len(shape) not in (1, 2) or not all(shape):
        raise InspectorError(
            say("A transformer takes (batch, tokens), not {shape}.", shape=shape_text(shape)),
            hint=say("Write --input input_ids=1,512."),
        )
    return name or "input_ids", (1, *shape)[-2:]


def _image(patches: Patches, asked: tuple[str, Shape] | None, batch: int) -> tuple[str, Shape]:
    name, shape = asked or ("", (batch, *patches.image))
    if len(shape) != 4 or shape[1] != patches.image[0] or min(shape[2:]) < patches.side:
        raise InspectorError(
            say(
                "A vision transformer takes (batch, channels, height, width), not {shape}.",
                shape=shape_text(shape),
            ),
            hint=say("It was made for N × {shape}.", shape=shape_text(patches.image)),
        )
    return name or "pixel_values", shape


def _usual_tokens(model: _Model) -> int:
    """An example within the positions that it knows."""
    config = model.config
    said = config.number("max_position_embeddings", "n_positions") if config is not None else None
    tables = model.parts.embeddings.items()
    learned = [shape[0] for name, shape in tables if "position" in name or "wpe" in name]
    return min([_TOKENS, *learned, *([said] if said else [])])


def _layers(model: _Model, shape: Shape) -> Iterator[LayerCost]:
    parts, batch = model.parts, shape[0]
    if parts.patches is None:
        tokens = shape[1]
    else:
        row, count = parts.patches.row, parts.patches.patches(*shape[2:])
        tokens = count + parts.patches.extra
        yield LayerCost(row.name, row.op_type, batch * count * row.macs, row.parameters)
    for row in parts.rows:
        out = (batch, tokens, row.shape[0])
        yield LayerCost(row.name, row.op_type, batch * tokens * row.macs, row.parameters, out)
    for row, share in parts.experts:
        macs = int(batch * tokens * row.macs * share)
        yield LayerCost(row.name, "Linear (expert)", macs, row.parameters)
    for row in parts.once:
        yield LayerCost(row.name, row.op_type, batch * row.macs, row.parameters)
    for block, width in parts.widths.items():
        yield LayerCost(f"{block}attention", "Attention", batch * tokens * tokens * width)
    vocabulary = parts.vocabulary
    if vocabulary is not None and _is_tied(model):
        macs = batch * tokens * prod(vocabulary)
        out = (batch, tokens, vocabulary[0])
        yield LayerCost("lm_head", say("{kind} (tied)", kind="Linear"), macs, 0, out)


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


def _match(model: _Model) -> str | None:
    """Whose names and shapes they are, as far as config.json says it and nothing contradicts."""
    if model.config is None or any(_contradictions(model)):
        return None
    return f"Hugging Face {model.config.name}"


def _contradictions(model: _Model) -> Iterator[tuple[str, int, int]]:
    """(what config.json says, its number, that of the tensors) where they differ."""
    config, parts = model.config, model.parts
    if config is None:
        return
    layers = config.number("num_hidden_layers", "n_layer", "n_layers", "num_layers")
    if layers is not None and layers != len(parts.widths):
        yield "num_hidden_layers", layers, len(parts.widths)
    if parts.vocabulary is None:
        return
    tokens, width = parts.vocabulary
    vocabulary = config.number("vocab_size")
    if vocabulary is not None and vocabulary > tokens:  # tables may be padded, never cut
        yield "vocab_size", vocabulary, tokens
    hidden = config.number("hidden_size", "n_embd", "d_model", "dim")
    widths = {shape[1] for shape in parts.embeddings.values()}
    if hidden is not None and hidden not in widths and "embedding_size" not in config.values:
        yield "hidden_size", hidden, width


def _notes(model: _Model, is_default: bool) -> Iterator[Sentence]:
    blocks = len(model.parts.widths)
    yield say(
        "From names and shapes: {n} blocks of attention in full (a causal mask saves nothing "
        "here), every matrix once for each token.",
        n=blocks,
    )
    if model.config is not None:
        name = visible(model.config.name, 80)
        yield say("config.json beside the file says {name}.", name=name)
        for what, said, found in _contradictions(model):
            yield say(
                "It says {what} = {n}, but the file has {found}.", what=what, n=said, found=found
            )
        if model.config.number("sliding_window"):
            yield say("It attends within a sliding window, which saves work on longer inputs.")
    if _is_tied(model):
        yield say("The output matrix is not in the file; it is taken to be the embedding.")
    elif not model.parts.has_head and model.parts.vocabulary is not None:
        yield say("The file has no output matrix to the vocabulary, so none is counted.")
    if model.parts.experts:
        active = model.config.active_experts if model.config is not None else None
        yield say("Of its experts a token meets {n}, as config.json says.", n=f"{active}")
    if model.parts.patches is not None:
        patches = model.parts.patches
        yield say(
            "Images are cut into patches of {side} × {side}, with {tokens} beside them.",
            side=patches.side,
            tokens=plural(patches.extra, "token"),
        )
    elif is_default:
        yield say("The number of tokens is an example; give another if yours differs.")
