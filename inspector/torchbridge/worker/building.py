"""Modules without memory: built on the meta device, or with each weight dropped as it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from inspector.torchbridge.worker.failure import Failure, said

Build = Callable[[], nn.Module]
_NO_ARGUMENTS = "Give what its factory needs with --kwargs '{\"name\": value}'."
_NO_NETWORK = (
    "There is no network here. Where it wants to download weights, turn that off: "
    "--kwargs '{\"weights\": null}'."
)


def built(build: Build) -> nn.Module:
    """The module on the meta device; where its code computes with weights, they go there later.

    Raises:
        Failure: It raises, or gives something else.
    """
    try:
        with torch.device("meta"):
            model = build()
    except Failure:
        raise
    except Exception as first:
        try:
            model = built_late(build)
        except Exception as error:
            said_first = said(first if isinstance(error, NotImplementedError) else error)
            raise Failure(
                "model",
                "The model cannot be built: {why}.",
                _NO_NETWORK if isinstance(error, OSError) else _NO_ARGUMENTS,
                why=said_first,
            ) from error
    return ready(model)


def ready(model: Any) -> nn.Module:
    """`model` as it is counted: eval, no gradients."""
    if not isinstance(model, nn.Module):
        raise Failure(
            "model",
            "The factory gave a {type}, not a torch.nn.Module.",
            "Name a class or a function that returns the model itself.",
            type=type(model).__name__,
        )
    return model.eval().requires_grad_(False)


def built_late(build: Build) -> nn.Module:
    """Build with values, each weight dropped as soon as it is registered.

    For factories that compute in their constructors, which the meta device cannot do.
    """
    old_parameter, old_buffer = nn.Module.register_parameter, nn.Module.register_buffer

    def register_parameter(self: nn.Module, name: str, param: Any) -> None:
        old_parameter(self, name, param)
        if param is not None and param.device.type != "meta":
            self._parameters[name] = nn.Parameter(
                param.detach().to("meta"), requires_grad=param.requires_grad
            )

    def register_buffer(self: nn.Module, name: str, tensor: Any, persistent: bool = True) -> None:
        old_buffer(self, name, tensor, persistent)
        if tensor is not None:
            self._buffers[name] = tensor.to("meta")

    nn.Module.register_parameter = register_parameter
    nn.Module.register_buffer = register_buffer
    try:
        return build()
    finally:
        nn.Module.register_parameter = old_parameter
        nn.Module.register_buffer = old_buffer
