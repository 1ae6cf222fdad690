"""Builds a model of an installed library on torch's meta device and counts one forward pass.

No weights exist: a model of a billion parameters takes megabytes. Counted as
`torch.utils.flop_counter` counts, divided by two, plus matrix-vector products, which it misses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from unittest import mock

import torch  # noqa: TID253
from fit import Op, Run
from torch import nn  # noqa: TID253
from torch.nn.attention import SDPBackend, sdpa_kernel  # noqa: TID253
from torch.utils.flop_counter import FlopCounterMode  # noqa: TID253

aten = torch.ops.aten
_CONVOLUTIONS = (aten.convolution, aten._convolution, aten.cudnn_convolution)
# Arguments are shapes: torch's flop_counter replaces tensors by them.
_EXTRA = {
    aten.mv: lambda a, b, *rest, **more: 2 * a[0] * a[1],
    aten.dot: lambda a, b, *rest, **more: 2 * a[0],
    aten.addmv: lambda c, a, b, *rest, **more: 2 * a[0] * a[1],
}
# Operators that do much work and have no rule; a model that uses one is not counted.
HEAVY = ("deform_conv2d", "_grouped_mm", "_cdist_forward", "_thnn_fused_lstm_cell")


class Uncounted(Exception):
    """The model runs an operator that does much work and cannot be counted."""


class _Recorder(FlopCounterMode):
    """Keeps each operator's count and, of convolutions, its spatial sizes."""

    def __init__(self, rank: int) -> None:
        super().__init__(display=False, custom_mapping=dict(_EXTRA))
        self.rank = rank
        self.ops: list[Op] = []

    def _count_flops(self, func_packet: Any, out: Any, args: Any, kwargs: Any) -> Any:
        if func_packet.__name__ in HEAVY:
            raise Uncounted(func_packet.__name__)
        rule = self.flop_registry.get(func_packet)
        if rule is not None:
            flops = rule(*args, **kwargs, out_val=out)
            self.ops.append(Op(int(flops) // 2, self._spatial(func_packet, out, args)))
        return out

    def _spatial(self, func_packet: Any, out: Any, args: Any) -> tuple[int, ...] | None:
        if func_packet not in _CONVOLUTIONS:
            return None
        transposed = args[6]
        sizes = tuple((args[0] if transposed else out).shape[2:])
        return sizes if len(sizes) == self.rank else None


@contextmanager
def on_meta() -> Iterator[None]:
    """Models are built without memory, also those that compute with tensors while built."""
    register_parameter = nn.Module.register_parameter
    register_buffer = nn.Module.register_buffer

    def parameter(self: nn.Module, name: str, param: Any) -> None:
        if param is not None and param.device.type != "meta":
            param = nn.Parameter(param.detach().to("meta"), requires_grad=param.requires_grad)
        register_parameter(self, name, param)

    def buffer(self: nn.Module, name: str, tensor: Any, persistent: bool = True) -> None:
        tensor = None if tensor is None else tensor.to("meta")
        register_buffer(self, name, tensor, persistent)

    with (
        mock.patch.object(nn.Module, "register_parameter", parameter),
        mock.patch.object(nn.Module, "register_buffer", buffer),
    ):
        yield


def build(make: Callable[[], nn.Module]) -> nn.Module:
    """The model, on meta and ready to run."""
    try:
        with torch.device("meta"):
            model = make()
    except Exception:
        with on_meta():
            model = make()
    return model.to("meta").eval().requires_grad_(False)


def run(model: nn.Module, inputs: list[tuple[int, ...]]) -> Run:
    """Count one forward pass of a batch of one at inputs without their batch dimension."""
    tensors = [torch.empty((1, *shape), device="meta") for shape in inputs]
    recorder = _Recorder(len(inputs[0]) - 1)
    portable = sdpa_kernel(SDPBackend.MATH), torch.backends.mkldnn.flags(enabled=False)
    with portable[0], portable[1], recorder, torch.no_grad():
        model(*tensors)
    return Run(tuple(inputs[0][1:]), recorder.ops)


@dataclass(frozen=True)
class Tensors:
    """What a state_dict holds: name -> shape in order, and which of them are buffers."""

    shapes: dict[str, tuple[int, ...]]
    buffers: frozenset[str]


def tensors_of(model: nn.Module) -> Tensors:
    """The model's state_dict without its values."""
    shapes = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    parameters = dict(model.named_parameters(remove_duplicate=False))
    return Tensors(shapes, frozenset(shapes) - frozenset(parameters))


def quietly() -> Any:
    """Libraries warn about options and deprecations while models are built."""
    import warnings

    warnings.simplefilter("ignore")
    torch.backends.mha.set_fastpath_enabled(False)
    return nullcontext()
