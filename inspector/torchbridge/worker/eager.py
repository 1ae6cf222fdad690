"""Modules of Python: built without memory, counted layer by layer."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import nn

from inspector.torchbridge.worker.building import Build, built, built_late, ready
from inspector.torchbridge.worker.counter import Layers
from inspector.torchbridge.worker.failure import Words
from inspector.torchbridge.worker.inputs import Input, assumed, bind, guessed_input, said_inputs
from inspector.torchbridge.worker.ladder import Counted, Ready, Rung, Say, climb, fake_mode


def count_module(build: Build, inputs: list[Input], on_cpu: bool, say: Say) -> dict[str, Any]:
    """The cost of the module that `build` makes, and the names and shapes of its state.

    Raises:
        Failure: It cannot be built, or does not run at these inputs.
    """
    say("building the model")
    model = built(build)
    notes = []
    if not inputs:
        inputs = [guessed_input(model)]
        notes.append(assumed(inputs))
    names = forward_names(model)
    rungs = [
        _rung("fake tensors", model, inputs, names),
        _rung("meta tensors", model, inputs, names),
        Rung("fake tensors again", "cpu", lambda: _again(build, inputs, names), names),
    ]
    if on_cpu:
        rungs.append(Rung("the CPU", "cpu", lambda: _really(build, inputs, names), names))
    counted = climb(rungs, inputs, floating(model), say)
    return answer(counted, model, said_inputs(inputs, names), notes)


def answer(
    counted: Counted, model: nn.Module, inputs: dict[str, list[int]], notes: list[Words]
) -> dict[str, Any]:
    """What is sent back of a counted module."""
    layers = counted.count.layers
    own: set[int] = set()
    for name, module in model.named_modules():
        parameters = [one for one in module._parameters.values() if one is not None]
        new = [one for one in parameters if id(one) not in own]
        own |= {id(one) for one in new}
        if new:
            layers.row(name, type(module).__name__).parameters = sum(one.numel() for one in new)
    state = [
        [name, list(value.shape), str(value.dtype).removeprefix("torch.")]
        for name, value in model.state_dict(keep_vars=True).items()
        if isinstance(value, torch.Tensor)
    ]
    return {
        "macs": counted.count.macs,
        "parameters": sum(one.numel() for one in model.parameters()),
        "inputs": inputs,
        "rung": counted.rung,
        "notes": notes + counted.notes,
        "layers": rows(layers),
        "not_counted": not_counted(counted),
        "state": state,
    }


def rows(layers: Layers) -> list[list[Any]]:
    """[name, op_type, macs, elementwise, parameters, output shape] of layers that do something."""
    return [
        [row.name, row.op_type, row.macs, row.elementwise, row.parameters, row.output_shape]
        for row in layers.rows.values()
        if row.macs or row.elementwise or row.parameters
    ]


def not_counted(counted: Counted) -> list[list[Any]]:
    """[operator, how often, why]."""
    count = counted.count
    return [[name, number, count.why[name]] for name, number in count.heavy.most_common()]


def forward_names(model: Any) -> list[str]:
    """The names of forward's arguments; empty where it takes any."""
    try:
        signature = inspect.signature(model.forward)
    except (TypeError, ValueError):
        return []
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    if any(one.kind is inspect.Parameter.VAR_KEYWORD for one in signature.parameters.values()):
        return []
    return [name for name, one in signature.parameters.items() if one.kind in kinds]


def floating(model: nn.Module) -> torch.dtype:
    """The dtype of the first floating parameter."""
    return next((one.dtype for one in model.parameters() if one.is_floating_point()), torch.float32)


# -- rungs ----------------------------------------------------------------------------------------


def _rung(name: str, model: nn.Module, inputs: Sequence[Input], names: Sequence[str]) -> Rung:
    is_fake = name.startswith("fake")

    @contextlib.contextmanager
    def prepare() -> Iterator[Ready]:
        with as_fake(model) if is_fake else contextlib.nullcontext():
            yield _ready_to_call(model, inputs, names)

    return Rung(name, "cpu" if is_fake else "meta", prepare, names)


def _ready_to_call(model: nn.Module, inputs: Sequence[Input], names: Sequence[str]) -> Ready:
    def call(values: list[Any]) -> Any:
        args, kwargs = bind(inputs, values, names)
        return model(*args, **kwargs)

    return call, _layers(model)


def _layers(model: nn.Module) -> Layers:
    names: dict[int, str] = {}
    for name, module in model.named_modules():
        names.setdefault(id(module), name)
    return Layers(modules=names)


@contextlib.contextmanager
def as_fake(model: nn.Module) -> Iterator[None]:
    """Within it every parameter and buffer is a fake tensor on the CPU; tied ones stay tied."""
    mode = fake_mode()
    made: dict[int, Any] = {}
    kept: list[tuple[dict[str, Any], str, Any]] = []

    def fake(value: torch.Tensor) -> torch.Tensor:
        with mode:
            blank = torch.empty_strided(
                value.size(), value.stride(), dtype=value.dtype, device="cpu"
            )
        if isinstance(value, nn.Parameter):
            return nn.Parameter(blank, requires_grad=False)
        return blank

    try:
        for module in model.modules():
            for table in (module._parameters, module._buffers):
                for name, value in list(table.items()):
                    if isinstance(value, torch.Tensor):
                        kept.append((table, name, value))
                        table[name] = made.setdefault(id(value), fake(value))
        with mode:
            yield
    finally:
        for table, name, value in kept:
            table[name] = value


@contextlib.contextmanager
def _again(build: Build, inputs: Sequence[Input], names: Sequence[str]) -> Iterator[Ready]:
    """Tensors that are no weights keep their values: a mask, a table of positions."""
    model = ready(built_late(build))
    with as_fake(model):
        yield _ready_to_call(model, inputs, names)


@contextlib.contextmanager
def _really(build: Build, inputs: Sequence[Input], names: Sequence[str]) -> Iterator[Ready]:
    yield _ready_to_call(ready(build()), inputs, names)
