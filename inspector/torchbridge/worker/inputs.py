"""What goes into the model: tensors of the given shapes, without values where none are needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from inspector.torchbridge.worker.failure import Failure, Words, words

_INTEGERS = re.compile(r"(^|_)(ids?|idx|index|indices|tokens?|mask|positions?|lengths?)$")
# What embedding and indexing say of floats (aten/src/ATen/native/Embedding.cpp, TensorAdvanced…).
WANTS_INTEGERS = re.compile(r"scalar types: Long, Int|indices must be|used as indices")


# Usual sizes of sound, images and video.
_DIMENSIONS: dict[str, tuple[int, ...]] = {
    "1d": (1024,),
    "2d": (224, 224),
    "3d": (16, 112, 112),
}


@dataclass(frozen=True)
class Input:
    """One input as it was given; the shape is batch first, the name may be empty."""

    name: str
    shape: tuple[int, ...]
    dtype: str | None = None


def asked_inputs(request: dict[str, Any]) -> list[Input]:
    """The inputs that the request names: [[name, shape, dtype or null], ...]."""
    return [Input(name, tuple(shape), dtype) for name, shape, dtype in request["inputs"]]


def tensors(
    inputs: Sequence[Input],
    names: Sequence[str],
    device: str,
    floats: torch.dtype,
    integers: bool,
) -> list[torch.Tensor]:
    """A tensor for each input; zeros, which no model divides by, where values are needed.

    Args:
        names: Those of forward's arguments, for inputs that were given without.
        floats: The dtype of inputs that are not integers: that of the model's weights.
        integers: Whether inputs without a dtype are integers.

    Raises:
        Failure: A dtype is none of torch's, or a shape does not fit in memory.
    """
    made = []
    for given, name in zip(inputs, said_inputs(inputs, names), strict=True):
        dtype = _dtype(given, name, floats, integers)
        make = torch.empty if device == "meta" else torch.zeros
        try:
            made.append(make(given.shape, dtype=dtype, device=device))
        except RuntimeError as error:
            raise Failure(
                "input",
                "An input of shape {shape} cannot be made.",
                "Give smaller sizes with --input.",
                shape=_text(given.shape),
            ) from error
    return made


def _dtype(given: Input, name: str, floats: torch.dtype, integers: bool) -> torch.dtype:
    if given.dtype is None:
        return torch.int64 if integers or _INTEGERS.search(name) else floats
    found = getattr(torch, given.dtype, None)
    if not isinstance(found, torch.dtype):
        raise Failure("input", "torch has no dtype called {name}.", name=given.dtype[:50])
    return found


def bind(
    inputs: Sequence[Input], values: Sequence[Any], names: Sequence[str]
) -> tuple[list[Any], dict[str, Any]]:
    """(args, kwargs) of a call: an input without a name is the next one that is not named.

    Raises:
        Failure: A name is no argument of forward.
    """
    if not any(given.name for given in inputs):
        return list(values), {}
    named = {given.name: value for given, value in zip(inputs, values, strict=True) if given.name}
    unknown = [name for name in named if names and name not in names and name != "*"]
    if unknown:
        raise Failure(
            "input",
            "The model has no input called {name}; it has {names}.",
            name=unknown[0][:100],
            names=", ".join(names),
        )
    free = [name for name in names if name not in named]
    unnamed = [value for given, value in zip(inputs, values, strict=True) if not given.name]
    return [], {**dict(zip(free, unnamed, strict=False)), **named}


def said_inputs(inputs: Sequence[Input], names: Sequence[str]) -> dict[str, list[int]]:
    """Name -> shape, for the report; names come from forward where none were given."""
    free = iter([name for name in names if name not in {given.name for given in inputs}])
    found: dict[str, list[int]] = {}
    for at, given in enumerate(inputs):
        found[given.name or next(free, f"input{at}")] = list(given.shape)
    return found


def guessed_input(model: torch.nn.Module) -> Input:
    """A usual input of the first layer that tells how many channels or features it takes.

    Raises:
        Failure: There is no such layer.
    """
    for layer in model.modules():
        name = type(layer).__name__
        if name.startswith(("Conv", "BatchNorm", "InstanceNorm")) and name[-2:] in _DIMENSIONS:
            width = getattr(layer, "in_channels", None) or getattr(layer, "num_features", None)
            return Input("", (1, int(width or 1), *_DIMENSIONS[name[-2:]]))
        found = _guess(name, layer)
        if found is not None:
            return found
    raise no_shape()


def _guess(name: str, layer: Any) -> Input | None:
    if name.startswith("Embedding") and hasattr(layer, "num_embeddings"):
        return Input("", (1, 128), "int64")
    if name in ("LSTM", "GRU", "RNN"):
        length = (1, 128) if layer.batch_first else (128, 1)
        return Input("", (*length, layer.input_size))
    if name == "Linear":
        return Input("", (1, layer.in_features))
    if name == "LayerNorm":
        return Input("", (1, *layer.normalized_shape))
    return None


def assumed(inputs: Sequence[Input]) -> Words:
    """What to say where nobody gave shapes."""
    shapes = ", ".join(f"{one.name} {_text(one.shape)}".strip() for one in inputs)
    return words(
        "The input is assumed to be {shapes}; give another if yours differs.", shapes=shapes
    )


def _text(shape: Sequence[int]) -> str:
    return " × ".join(map(str, shape))


def no_shape() -> Failure:
    """The file does not say what goes in."""
    return Failure(
        "input",
        "The shape of the model's input is not in the file.",
        "Give it with --input 1,3,224,224, or --input NAME=1,3,224,224 for each input.",
    )
