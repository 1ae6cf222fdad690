"""Sizes with symbols: sympy's srepr, and infix."""

from __future__ import annotations

import pytest

from inspector.analysis.flops.exported.expressions import evaluate
from inspector.errors import Unsupported

S = "Symbol('s0', positive=True, integer=True)"
T = "Symbol('s1', integer=True)"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (S, 7),
        ("Integer(12)", 12),
        (f"Mul(Integer(12), {S})", 84),
        (f"Add(FloorDiv(Add({S}, Integer(-1)), Integer(2)), Integer(1))", 4),
        (f"Add({S}, Mul(Integer(-1), {T}))", 4),
        (f"Mul(Rational(1, 2), Add({S}, {T}))", 5),
        (f"Pow(Add(Integer(1), FloorDiv({S}, Integer(2))), Integer(2))", 16),
        (f"Mul({S}, Pow({T}, Integer(-1)), {T})", 7),
        (f"Max(Integer(1), {S}, {T})", 7),
        (f"Min({S}, {T})", 3),
        (f"Mod({S}, {T})", 1),
        (f"CeilToInt(IntTrueDiv({S}, {T}))", 3),
        (f"TruncToInt(FloatTrueDiv({S}, {T}))", 2),
        (f"ModularIndexing({S}, Integer(2), {T})", 0),
        ("s0", 7),
        ("2*s0 + 1", 15),
        ("((s0 - 1)//2) + 1", 4),
        ("s0 - s1 - 1", 3),
        ("s0**2//s1**2", 5),
        ("-s1 + s0", 4),
        ("(s0 + s1)*(s0 - s1)", 40),
        ("Max(1, s0//s1)", 2),
    ],
)
def test_values(text: str, value: int) -> None:
    assert evaluate(text, {"s0": 7, "s1": 3}) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "s9",
        "s0 +",
        "(s0",
        "s0)",
        "Foo(s0)",
        "__import__('os')",
        "s0/2",
        "s1 - s0",
        "s0//0",
        "Mod(s0, 0)",
        "s0**s0**s0",
        "Pow(Integer(10), Integer(1000000000))",
        "9" * 5000,
        "Mul(" + ", ".join(["Integer(999999999)"] * 100) + ")",
        "(" * 5000 + "s0" + ")" * 5000,
        "-" * 5000 + "s0",
        "Add()(",
        "Integer()",
        "Integer('x')",
        "Symbol()",
        "s0 $ 2",
        "Max()",
        "1 + " * 30_000 + "1",
    ],
)
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(Unsupported):
        evaluate(text, {"s0": 7, "s1": 3})
