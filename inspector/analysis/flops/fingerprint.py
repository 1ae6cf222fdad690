"""The cost of a model that is recognised by its tensors' names and shapes, at any input size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector.analysis.flops.fingerprint_match import Match, Shapes, match
from inspector.analysis.flops.fingerprint_table import Known, table
from inspector.analysis.flops.fingerprint_terms import value
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.parameters import (
    count_parameters,
    main_state_dicts,
    other_models,
)
from inspector.analysis.flops.per_layer_rows import layer_costs, layer_rows
from inspector.analysis.flops.report import FlopsReport, NotCounted, Shape
from inspector.analysis.flops.transformer import transformer_cost
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import children
from inspector.describe import count, plural, visible
from inspector.describe import shape as shape_text
from inspector.errors import InspectorError, Sentence, say
from inspector.progress import Progress

_TWINS_NAMED = 6
_INPUTS = {1: ("x",), 2: ("image1", "image2")}
Headed = tuple[Known, Fraction | None]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A state_dict and what it is.

    Attributes:
        model: What it is taken for; `twins` have the same names and shapes.
        classes: The size of its head against the model's usual one; None without one.
    """

    state_dict: StateDict
    hit: Match
    model: Known
    classes: Fraction | None
    twins: tuple[Known, ...]

    @property
    def name(self) -> str:
        """ "torchvision resnet50"."""
        return self.model.names[0]


def recognise(checkpoint: Checkpoint, contents: Contents) -> Recognised | None:
    """The known architecture in a checkpoint: of its largest state_dict that has one."""
    for state_dict in main_state_dicts(contents)[:4]:
        hit = match(shapes_of(state_dict), table())
        if hit is not None:
            heads = zip(hit.architectures, hit.classes, strict=True)
            models = [(known, classes) for found, classes in heads for known in found.models]
            model, classes = _likeliest(models, _hints(checkpoint))
            twins = tuple(known for known, _ in models if known is not model)
            return Recognised(state_dict, hit, model, classes, twins)
    return None


def shapes_of(state_dict: StateDict) -> Shapes:
    """Key -> shape of its tensors."""
    return {
        entry.key: entry.tensor.shape
        for entry in state_dict.entries
        if entry.key is not None and entry.tensor.shape is not None
    }


def _hints(checkpoint: Checkpoint) -> str:
    """Where a name of the architecture may be written: the file's name, timm's `arch`."""
    said = [checkpoint.path.stem]
    if not isinstance(checkpoint.root, list | tuple):
        top = children(checkpoint.root)[:200]
        said += [str(node) for name, node in top if name == "arch" and isinstance(node, str)]
    return _plain(" ".join(said))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower())


def _likeliest(models: Sequence[Headed], hints: str) -> Headed:
    """The one whose name the file says, else the first: torchvision before timm, then by name."""

    def said(headed: Headed) -> int:
        names = (_plain(name.partition(" ")[2]) for name in headed[0].names)
        return max((len(name) for name in names if name in hints), default=0)

    return max(models, key=said)


def fingerprint_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """The cost of a recognised architecture; None where none is.

    Raises:
        InspectorError: The architecture does not take an input of the given shape.
    """
    found = recognise(checkpoint, contents)
    if found is None or found.model.macs is None:
        return None
    inputs = _inputs(found, given)
    shape = next(iter(inputs.values()))
    if not found.model.step and shape[2:] != found.model.inputs[0][1:]:
        return _resampled(found, checkpoint, contents, inputs, progress)
    buffers = frozenset(name for a in found.hit.architectures for name in a.buffers)
    others = found.hit.others
    return FlopsReport(
        macs=_macs(found, shape[2:]) * shape[0],
        elementwise=None,
        parameters=count_parameters(found.state_dict, buffers).unique,
        inputs=inputs,
        source="fingerprint",
        exact=not others,
        layers=layer_costs(layer_rows(found.state_dict, buffers)),
        not_counted=_not_counted(others),
        match=found.name,
        twins=tuple(_names(found))[1:],
        notes=(*_notes(found, not given.inputs), *other_models(contents, found.state_dict)),
    )


def _names(found: Recognised) -> Iterable[str]:
    return dict.fromkeys(name for m in (found.model, *found.twins) for name in m.names)


def _inputs(found: Recognised, given: Given) -> dict[str, Shape]:
    """The shapes to count at; raises as `fingerprint_cost`."""
    usual = found.model.inputs
    names = _INPUTS[len(usual)]
    if len(usual) == 1 and given.inputs:
        names = (next(iter(given.inputs)) or names[0],)
    asked = next(iter(given.inputs.values()), None)
    batch = given.dims.get("batch", 1)
    shapes = [asked or (batch, *sizes) for sizes in usual]
    for shape, sizes in zip(shapes, usual, strict=True):
        _check(found, shape, sizes)
    return dict(zip(names, shapes, strict=True))


def _check(found: Recognised, shape: Shape, usual: Sequence[int]) -> None:
    if len(shape) != len(usual) + 1 or shape[1] != usual[0] or not all(shape):
        raise InspectorError(
            say("{name} does not take {shape}.", name=found.name, shape=shape_text(shape)),
            hint=say(
                "{name} takes N × {shape}: batch, channels, then sizes.",
                name=found.name,
                shape=shape_text(usual),
            ),
        )
    step = found.model.step
    if step > 1 and any(size % step for size in shape[-2:]):
        raise InspectorError(
            say("{name} takes sizes that are multiples of {step}.", name=found.name, step=step)
        )


def _resampled(
    found: Recognised,
    checkpoint: Checkpoint,
    contents: Contents,
    inputs: dict[str, Shape],
    progress: Progress,
) -> FlopsReport:
    """The cost at another size than the only one that was counted.

    The formula of vision transformers tells it, if it tells the counted cost at the counted size.

    Raises:
        InspectorError: It does not.
    """
    usual = found.model.inputs[0]
    known = transformer_cost(checkpoint, contents, Given({"": (1, *usual)}), progress)
    asked = transformer_cost(checkpoint, contents, Given(inputs), progress)
    if known is None or asked is None or known.macs != _macs(found, usual[1:]):
        raise InspectorError(
            say("{name} is known at {shape} only.", name=found.name, shape=shape_text(usual[1:])),
            hint=say("{name} takes N × {shape}.", name=found.name, shape=shape_text(usual)),
        )
    size = shape_text(usual[1:])
    note = say("Its table of positions is made for {size} and has to be resampled.", size=size)
    return replace(asked, match=found.name, twins=tuple(_names(found))[1:], notes=(note,))


def _macs(found: Recognised, sizes: Sequence[int]) -> int:
    """Of one sample at these spatial sizes."""
    macs = value(found.model.terms, sizes)
    if found.classes is not None:
        macs += int(value(found.model.head_terms, sizes) * found.classes)
    return macs


def _not_counted(others: Sequence[str]) -> tuple[NotCounted, ...]:
    """What is beside the known part, by its top-level modules."""
    tops: dict[str, int] = {}
    for name in others:
        top = name.partition(".")[0]
        tops[top] = tops.get(top, 0) + 1
    why = say("not part of the known architecture")
    return tuple(NotCounted(top, tensors, why) for top, tensors in tops.items())


def _notes(found: Recognised, is_usual: bool) -> Iterable[Sentence]:
    hit, model = found.hit, found.model
    yield say(
        "{n} of {tensors} agree in name and shape with {name}; this is its cost if it is used "
        "unmodified.",
        n=hit.tensors,
        tensors=plural(hit.tensors + len(hit.others), "tensor"),
        name=found.name,
    )
    if hit.prefix:
        yield say("Its names are behind '{prefix}'.", prefix=visible(hit.prefix, 100))
    if hit.others:
        others = ", ".join(visible(name, 100) for name in hit.others[:4])
        yield say("What is beside it is not counted: {keys}.", keys=others)
    elif found.classes not in (None, 1):
        yield say("Its head has another number of classes than usual and is counted as it is.")
    dearer = [twin for twin in found.twins if _differs(twin, model)]
    if dearer:
        said = [f"{t.names[0]} {count(t.macs or 0)} MACs" for t in dearer[:_TWINS_NAMED]]
        yield say(
            "Stride, dilation, windows and anti-aliasing leave no trace in a state_dict. With the "
            "same names and shapes, but other costs: {twins}.",
            twins=", ".join(said),
        )
    if is_usual:
        size = shape_text(model.inputs[0])
        yield say("Counted at the model's own input size, {size}.", size=size)


def _differs(twin: Known, model: Known) -> bool:
    return twin.macs is not None and (twin.terms, twin.macs) != (model.terms, model.macs)
