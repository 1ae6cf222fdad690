"""TorchScript: a program out of the file. It runs only where the person said that it may.

Rungs (each tried on archives that defeat the one before): weights moved to meta one by one;
everything loaded on meta; fake tensors; and, only where asked, real numbers on the CPU.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import torch

from inspector.torchbridge.worker.counter import Layers
from inspector.torchbridge.worker.eager import not_counted, rows
from inspector.torchbridge.worker.failure import Failure, Words, said
from inspector.torchbridge.worker.inputs import (
    Input,
    asked_inputs,
    assumed,
    bind,
    no_shape,
    said_inputs,
)
from inspector.torchbridge.worker.ladder import Ready, Rung, Say, climb, fake_mode

_MOST_MODULES = 200_000


def count_script(request: dict[str, Any], say: Say) -> dict[str, Any]:
    """Run the TorchScript archive at `request["path"]` once.

    Raises:
        Failure: torch cannot load it, or it does not run at these inputs.
    """
    path = request["path"]
    # Loading on meta pools equal constants, which would compare values.
    library = torch.library.Library("aten", "IMPL")
    with contextlib.suppress(RuntimeError):
        library.impl("equal", lambda *_: False, "Meta")
    say("loading the program")
    first = _loaded(path, "cpu")
    weights = named_weights(first)
    names = _argument_names(first)
    inputs, notes = asked_inputs(request), list[Words]()
    if not inputs:
        inputs = [_guessed(weights)]
        notes.append(assumed(inputs))
    rungs = [
        Rung("meta tensors", "meta", lambda: _on_meta(path, inputs, names), names),
        Rung("meta tensors throughout", "meta", lambda: _all_on_meta(path, inputs, names), names),
        Rung("fake tensors", "cpu", lambda: _on_fake(path, inputs, names), names),
    ]
    if request["on_cpu"]:
        rungs.append(Rung("the CPU", "cpu", lambda: _on_cpu(path, inputs, names), names))
    floats = [value.dtype for _, value, _ in weights if value.is_floating_point()]
    counted = climb(rungs, inputs, floats[0] if floats else torch.float32, say)
    layers = counted.count.layers
    total = _count_parameters(layers, weights)
    return {
        "macs": counted.count.macs,
        "parameters": total,
        "inputs": said_inputs(inputs, names),
        "rung": counted.rung,
        "notes": notes + counted.notes,
        "layers": rows(layers),
        "not_counted": not_counted(counted),
        "state": [],
    }


def _loaded(path: str, device: str) -> Any:
    try:
        return torch.jit.load(path, map_location=device).eval()
    except Exception as error:
        raise Failure(
            "model",
            "torch cannot load this program: {why}.",
            "It may need a newer torch, or operators of a library that this Python does not load.",
            why=said(error),
        ) from error


def named_weights(script: Any) -> list[tuple[str, torch.Tensor, bool]]:
    """(dotted name, tensor, whether it is a parameter) of all modules in an archive."""
    found: list[tuple[str, torch.Tensor, bool]] = []
    stack = [("", script._c)]
    for _ in range(_MOST_MODULES):
        if not stack:
            break
        prefix, module = stack.pop()
        found += [(prefix + n, v, True) for n, v in torch._C.ParameterDict(module).items()]
        found += [(prefix + n, v, False) for n, v in torch._C.BufferDict(module).items()]
        inside = torch._C.ModuleDict(module).items()
        stack += [(f"{prefix}{name}.", child) for name, child in reversed(list(inside))]
    return found


def _count_parameters(layers: Layers, weights: list[tuple[str, torch.Tensor, bool]]) -> int:
    """Elements of all parameters, tied ones once; told to the first row of each layer."""
    own: dict[str, int] = {}
    seen: set[tuple[int, tuple[int, ...]]] = set()
    for name, value, is_parameter in weights:
        key = (value.data_ptr(), tuple(value.shape))
        if is_parameter and key not in seen:
            seen.add(key)
            layer = name.rpartition(".")[0]
            own[layer] = own.get(layer, 0) + value.numel()
    total = sum(own.values())
    for row in layers.rows.values():
        row.parameters = own.pop(row.name, 0)
    for layer, number in own.items():  # an embedding, which multiplies nothing
        layers.row(layer, "parameters").parameters = number
    return total


def _argument_names(script: Any) -> list[str]:
    try:
        return [argument.name for argument in script.forward.schema.arguments[1:]]
    except (AttributeError, RuntimeError):
        return []


def _guessed(weights: list[tuple[str, torch.Tensor, bool]]) -> Input:
    """A usual input of the first kernel: its second dimension is the channels."""
    for _, value, is_parameter in weights:
        if is_parameter and value.dim() >= 3:
            spatial = {3: (1024,), 4: (224, 224), 5: (16, 112, 112)}.get(value.dim())
            if spatial is not None:
                return Input("", (1, int(value.shape[1]), *spatial))
        elif is_parameter and value.dim() == 2:
            return Input("", (1, int(value.shape[1])))
    raise no_shape()


# -- rungs ----------------------------------------------------------------------------------------


def _ready(script: Any, inputs: list[Input], names: list[str]) -> Ready:
    layers = Layers()
    for name, value, _ in named_weights(script):
        layers.weights[id(value)] = (name.rpartition(".")[0], value)

    def call(values: list[Any]) -> Any:
        args, kwargs = bind(inputs, values, names)
        with torch.jit.optimized_execution(False):
            return script(*args, **kwargs)

    return call, layers


@contextlib.contextmanager
def _on_meta(path: str, inputs: list[Input], names: list[str]) -> Iterator[Ready]:
    """Constants stay where they are: what the program computes from them it can still read."""
    script = _loaded(path, "cpu")
    kept = _move_weights(script._c)
    call, layers = _ready(script, inputs, names)
    yield call, layers
    del kept


def _move_weights(module: Any) -> list[torch.Tensor]:
    """Replace parameters and buffers by meta tensors, in place; they are given back to be kept."""
    kept: list[torch.Tensor] = []
    stack = [module]
    for _ in range(_MOST_MODULES):
        if not stack:
            break
        inner = stack.pop()
        for table in (torch._C.ParameterDict(inner), torch._C.BufferDict(inner)):
            for name, value in list(table.items()):
                blank = torch.empty_like(value, device="meta").requires_grad_(False)
                inner.setattr(name, blank)
                kept.append(blank)
        stack += [child for _, child in torch._C.ModuleDict(inner).items()]
    return kept


@contextlib.contextmanager
def _all_on_meta(path: str, inputs: list[Input], names: list[str]) -> Iterator[Ready]:
    yield _ready(_loaded(path, "meta"), inputs, names)


@contextlib.contextmanager
def _on_fake(path: str, inputs: list[Input], names: list[str]) -> Iterator[Ready]:
    ready = _ready(_loaded(path, "cpu"), inputs, names)
    with fake_mode():
        yield ready


@contextlib.contextmanager
def _on_cpu(path: str, inputs: list[Input], names: list[str]) -> Iterator[Ready]:
    yield _ready(_loaded(path, "cpu"), inputs, names)
