"""Counts the operators of one forward pass as they are dispatched, by the layer that asks for them.

FlopCounterMode of torch has the formulas; its module tracker fails where a Parameter is an input
and knows no rows for ScriptModules, so the walk over operators is our own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.nn.modules import module as nn_module
from torch.utils._python_dispatch import TorchDispatchMode

from inspector.torchbridge.worker.failure import Words, words
from inspector.torchbridge.worker.formulas import elementwise, formula, why_heavy

# Operators that hand on a weight, so that a product with the result is still that layer's.
_HANDS_ON = frozenset(
    "t transpose permute view _unsafe_view reshape expand unsqueeze squeeze alias detach _to_copy "
    "clone contiguous slice select".split()
)
_MOST_HANDED = 200_000


@dataclass
class Row:
    """What one layer did. Shapes and counts are of the whole batch."""

    name: str
    op_type: str
    macs: int = 0
    elementwise: int = 0
    parameters: int = 0
    output_shape: list[int] | None = None


@dataclass
class Layers:
    """Which layer an operator belongs to: the module that runs, or the weight that is used.

    Attributes:
        rows: In the order they were first entered.
        modules: id of a module -> its dotted name; empty for a ScriptModule.
        weights: id of a tensor -> (the layer that owns it, the tensor, kept alive).
    """

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    modules: dict[int, str] = field(default_factory=dict)
    weights: dict[int, tuple[str, Any]] = field(default_factory=dict)
    running: list[tuple[int, Row]] = field(default_factory=list)

    def enter(self, module: Any, _args: Any) -> None:
        """A module's forward begins."""
        name = self.modules.get(id(module))
        if name is not None:
            row = self.row(name, type(module).__name__)
            self.running.append((id(module), row))

    def leave(self, module: Any, _args: Any, output: Any) -> None:
        """A module's forward ends; what an exception left open ends with it."""
        if id(module) not in self.modules:
            return
        while self.running:
            number, row = self.running.pop()
            if number == id(module):
                row.output_shape = shape_of(output)
                return

    def row(self, name: str, op_type: str) -> Row:
        """The row of a layer, made when it is first asked for."""
        key = (name, op_type)
        if key not in self.rows:
            self.rows[key] = Row(name, op_type)
        return self.rows[key]

    def of_call(self, name: str, args: Any, out: Any, counts: bool) -> Row:
        """The row of one operator."""
        if self.modules:
            return self.running[-1][1] if self.running else self.row("", "")
        layer = next((self.weights[id(arg)][0] for arg in args if id(arg) in self.weights), None)
        row = self.row(layer or "", name)
        if counts:
            row.output_shape = shape_of(out)
        return row

    def hand_on(self, args: Any, out: Any) -> None:
        """Remember that `out` is a weight in another shape."""
        if args and id(args[0]) in self.weights and len(self.weights) < _MOST_HANDED:
            self.weights[id(out)] = (self.weights[id(args[0])][0], out)


class Count(TorchDispatchMode):
    """Counts while it is entered; innermost of all modes.

    Attributes:
        heavy: Operators whose cost is not in the total -> how often.
    """

    supports_higher_order_operators = True

    def __init__(self, layers: Layers) -> None:
        super().__init__()
        self.layers = layers
        self.heavy: Counter[str] = Counter()
        self.why: dict[str, Words] = {}
        self._hooks: list[Any] = []
        self._depth = 0

    @property
    def macs(self) -> int:
        """Of all layers."""
        return sum(row.macs for row in self.layers.rows.values())

    def __enter__(self) -> Any:
        self._depth += 1  # it is entered again while an operator is taken apart
        if self.layers.modules and self._depth == 1:
            self._hooks = [
                nn_module.register_module_forward_pre_hook(self.layers.enter),
                nn_module.register_module_forward_hook(self.layers.leave),
            ]
        return super().__enter__()

    def __exit__(self, *args: Any) -> None:
        super().__exit__(*args)
        self._depth -= 1
        if not self._depth:
            for hook in self._hooks:
                hook.remove()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if isinstance(func, torch._ops.HigherOrderOperator):
            return self._higher_order(func, args, kwargs)
        packet = func._overloadpacket
        name = str(packet)
        rule = formula(packet, name)
        if rule is None and name != "prim.device":
            with self:
                parts = func.decompose(*args, **kwargs)
            if parts is not NotImplemented:
                return parts
        out = func(*args, **kwargs)
        self._note(func, name, rule, args, kwargs, out)
        return out

    def _note(self, func: Any, name: str, rule: Any, args: Any, kwargs: Any, out: Any) -> None:
        last = name.rpartition(".")[2]
        if last in _HANDS_ON:
            self.layers.hand_on(args, out)
        if rule is None:
            why = why_heavy(name)
            if why is not None:
                self.flag(name, why)
                return
            work = elementwise(func, last, args, out)
            if work:
                self.layers.of_call(name, args, out, False).elementwise += work
            return
        try:
            macs = int(rule(*args, out=out, **kwargs))
        except (AssertionError, TypeError, ValueError, IndexError, AttributeError):
            self.flag(name, words("Its formula does not fit these operands."))
            return
        self.layers.of_call(name, args, out, True).macs += macs

    def _higher_order(self, func: Any, args: Any, kwargs: Any) -> Any:
        """Attention written as a function has a formula; of others like it nothing is known."""
        name = str(func)
        rule = formula(func, name)
        out = func(*args, **kwargs)
        if rule is None:
            self.flag(name, words("What it runs inside is not seen."))
        else:
            self._note(func, name, rule, args, kwargs, out)
        return out

    def flag(self, name: str, why: Words) -> None:
        """Name an operator whose cost is missing."""
        self.heavy[name] += 1
        self.why[name] = why


def shape_of(value: Any) -> list[int] | None:
    """The shape of the first tensor in a module's output; None where there is none."""
    for _ in range(8):
        if isinstance(value, torch.Tensor):
            return [int(size) for size in value.shape]
        if isinstance(value, dict):
            value = next(iter(value.values()), None)
        elif isinstance(value, tuple | list) and value:
            value = value[0]
        else:
            return None
    return None
