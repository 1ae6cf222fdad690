"""Modules of torch.nn, made by their own constructors out of checked numbers.

The request has {"nodes": [{"class", "args", "children": [[name, node number], ...]}]}, the first
being the module itself. Nothing else of the file arrives here.

A class of a library that the person trusts cannot be constructed so: its arguments are not in the
file. It is made empty, and given its submodules, plain attributes and blank tensors by name.
"""

from __future__ import annotations

import importlib
from typing import Any

import torch
from torch import nn

from inspector.torchbridge.worker.eager import count_module
from inspector.torchbridge.worker.failure import Failure, said
from inspector.torchbridge.worker.inputs import asked_inputs
from inspector.torchbridge.worker.ladder import Say
from inspector.torchbridge.worker.layer_table import CONTAINERS, LAYERS, MOST_REPEATS, REPEATS

_DEEPEST = 100


def count_rebuilt(request: dict[str, Any], say: Say) -> dict[str, Any]:
    """Build the module and count it.

    Raises:
        Failure: torch's constructor refuses the numbers, or the module does not run.
    """
    nodes = request["nodes"]
    dtype = getattr(torch, request["dtype"], None)

    def build() -> nn.Module:
        module = _made(nodes, 0, {}, 0)
        floats = isinstance(dtype, torch.dtype) and dtype.is_floating_point
        return module.to(dtype) if floats else module

    return count_module(build, asked_inputs(request), request["on_cpu"], say)


def _made(nodes: list[Any], at: int, done: dict[int, nn.Module], depth: int) -> nn.Module:
    """The module of one node; a node that is named twice is one module in two places."""
    if at in done:
        return done[at]
    if depth > _DEEPEST:
        raise Failure("model", "Its modules are nested deeper than {most}.", most=_DEEPEST)
    node = nodes[at]
    children = [(name, _made(nodes, child, done, depth + 1)) for name, child in node["children"]]
    name = node["class"]
    try:
        if "library" in node:
            module = _of_library(node, children)
        elif name in CONTAINERS:
            module = _container(name, children)
        else:
            module = _layer(name, node["args"])
    except Exception as error:
        raise Failure(
            "model",
            "{name} cannot be built from the file's numbers: {why}.",
            name=name,
            why=said(error),
        ) from error
    done[at] = module
    return module


def _layer(name: str, args: dict[str, Any]) -> nn.Module:
    if name not in LAYERS:
        raise Failure("model", "{name} is not rebuilt.", name=name[:100])
    if any(isinstance(args.get(word), int) and args[word] > MOST_REPEATS for word in REPEATS):
        raise Failure(
            "model",
            "torch.nn.{name} would have more than {most} layers.",
            name=name,
            most=MOST_REPEATS,
        )
    lists = {word: tuple(v) if isinstance(v, list) else v for word, v in args.items()}
    if name == "NonDynamicallyQuantizableLinear":
        name = "Linear"
    made: nn.Module = getattr(nn, name)(**lists)
    return made


def _container(name: str, children: list[tuple[str, nn.Module]]) -> nn.Module:
    if name.startswith("Transformer"):
        return _stack(name, dict(children))
    made: nn.Module = getattr(nn, name)()
    for key, child in children:
        made.add_module(key, child)
    return made


def _stack(name: str, children: dict[str, nn.Module]) -> nn.Module:
    """An encoder or decoder around its own layers."""
    layers = list(children["layers"].children())
    made = getattr(nn, name)(layers[0], 0, norm=children.get("norm"))
    made.layers = nn.ModuleList(layers)
    made.num_layers = len(layers)
    stack: nn.Module = made
    return stack


def _of_library(node: dict[str, Any], children: list[tuple[str, nn.Module]]) -> nn.Module:
    """An instance without its constructor's work, filled from the file's names and numbers."""
    module, _, last = node["library"].rpartition(".")
    found: Any = getattr(importlib.import_module(module), last)
    if not (isinstance(found, type) and issubclass(found, nn.Module)):
        raise TypeError(f"{last[:100]} is no torch.nn.Module")
    made: Any = object.__new__(found)
    nn.Module.__init__(made)
    for name, shape, dtype, kind in node["tensors"]:
        blank = None if shape is None else torch.zeros(shape, dtype=getattr(torch, dtype))
        if kind != "parameter":
            made.register_buffer(name, blank, persistent=kind == "buffer")
        elif blank is None:
            made.register_parameter(name, None)
        else:
            made.register_parameter(name, nn.Parameter(blank, requires_grad=False))
    for name, child in children:
        made.add_module(name, child)
    for name, value in node["attributes"].items():
        # Neither what a module is made of nor what its class can do is replaced.
        if name not in made.__dict__ and not hasattr(found, name):
            made.__dict__[name] = tuple(value["tuple"]) if isinstance(value, dict) else value
    return made
