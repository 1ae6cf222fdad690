"""Sizes that depend on symbols, as torch.export writes them: sympy's `srepr`, or plain infix.

    Add(FloorDiv(Add(Symbol('s77', positive=True, integer=True), Integer(-1)), Integer(2)), ...)
    ((s0 - 1)//2) + 1

Functions: torch/utils/_sympy/functions.py. Nothing is evaluated by Python itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from inspector.errors import Unsupported, say

_MAX_TEXT, _MAX_DEPTH = 20_000, 100
_MAX_BITS, _MAX_DIGITS = 256, 40
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|'([^']*)'|(//|\*\*|[-+*/%(),=]))")

Number = int | Fraction


def _total(*terms: Number) -> Number:
    return sum(terms, Fraction(0))


def _product(*factors: Number) -> Number:
    product: Number = 1
    for factor in factors:
        product = product * factor
    return product


def _power(base: Number, exponent: Number) -> Number:
    if exponent.denominator != 1 or not -64 <= exponent <= 64:
        raise ValueError(say("a power that no size has"))
    return Fraction(base) ** int(exponent)


def _modular(value: Number, divisor: Number, modulus: Number) -> Number:
    return math.floor(Fraction(value) / divisor) % modulus


_FUNCTIONS: dict[str, Callable[..., Number]] = {
    "Integer": lambda x: x,
    "Float": lambda x, *_: x,
    "Rational": lambda a, b: Fraction(a) / b,
    "Add": _total,
    "Mul": _product,
    "Pow": _power,
    "PowByNatural": _power,
    "FloatPow": _power,
    "FloorDiv": lambda a, b: math.floor(Fraction(a) / b),
    "CleanDiv": lambda a, b: math.floor(Fraction(a) / b),
    "CeilDiv": lambda a, b: math.ceil(Fraction(a) / b),
    "IntTrueDiv": lambda a, b: Fraction(a) / b,
    "FloatTrueDiv": lambda a, b: Fraction(a) / b,
    "TrueDiv": lambda a, b: Fraction(a) / b,
    "ModularIndexing": _modular,
    "Mod": lambda a, b: a % b,
    "PythonMod": lambda a, b: a % b,
    "Max": lambda a, *others: max((a, *others), key=Fraction),
    "Min": lambda a, *others: min((a, *others), key=Fraction),
    "Abs": lambda a: abs(a),
    "floor": lambda a: math.floor(a),
    "ceiling": lambda a: math.ceil(a),
    "FloorToInt": lambda a: math.floor(a),
    "CeilToInt": lambda a: math.ceil(a),
    "TruncToInt": lambda a: math.trunc(a),
    "TruncToFloat": lambda a: math.trunc(a),
    "RoundToInt": lambda a: round(a),
    "ToFloat": lambda a: a,
    "Identity": lambda a: a,
}
_OPERATORS: dict[str, tuple[int, Callable[[Number, Number], Number]]] = {
    "+": (1, lambda a, b: a + b),
    "-": (1, lambda a, b: a - b),
    "*": (2, lambda a, b: a * b),
    "/": (2, lambda a, b: Fraction(a) / b),
    "//": (2, lambda a, b: math.floor(Fraction(a) / b)),
    "%": (2, lambda a, b: a % b),
    "**": (3, _power),
}


def evaluate(text: str, symbols: Mapping[str, int]) -> int:
    """The size that `text` stands for.

    Raises:
        Unsupported: It is no size, or uses a function or symbol that is not known.
    """
    try:
        if len(text) > _MAX_TEXT:
            raise ValueError(say("it is too long"))
        parser = _Parser(text, symbols)
        value = parser.sum(0, 0)
        if parser.at != len(parser.tokens) or value.denominator != 1 or value < 0:
            raise ValueError(say("it is no whole number"))
        return int(value)
    except (ValueError, ArithmeticError, TypeError, LookupError) as error:
        raise Unsupported(
            say("The size '{text}' cannot be worked out: {why}.", text=text[:200], why=error),
            hint=say("Count at the shapes that the program was exported with."),
        ) from error


class _Parser:
    """Precedence climbing over tokens (kind, text)."""

    def __init__(self, text: str, symbols: Mapping[str, int]) -> None:
        self.tokens: list[tuple[str, str]] = []
        self.at = 0
        self._symbols = symbols
        place = 0
        text = text.rstrip()
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise ValueError(say("character {at} is not understood", at=place))
            place = found.end()
            kind = ("number", "name", "text", "mark")[(found.lastindex or 4) - 1]
            self.tokens.append((kind, found[found.lastindex or 4]))

    def _peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _next(self) -> tuple[str, str]:
        token = self._peek()
        self.at += 1
        return token

    def sum(self, least: int, depth: int) -> Number:
        """An expression of operators that bind at least as tightly as `least`."""
        if depth > _MAX_DEPTH:
            raise ValueError(say("it is nested too deeply"))
        value = self._operand(depth + 1)
        while True:
            strength, apply = _OPERATORS.get(self._peek()[1], (-1, None))
            if apply is None or strength < least or self._peek()[0] != "mark":
                return value
            self.at += 1
            right = self.sum(strength + (strength < 3), depth + 1)
            value = _bounded(apply(value, right))

    def _operand(self, depth: int) -> Number:
        kind, text = self._next()
        if kind == "number":
            if len(text) > _MAX_DIGITS:
                raise ValueError(say("it is larger than any size"))
            return Fraction(text) if "." in text else int(text)
        if kind == "mark" and text == "-":
            return -self.sum(2, depth + 1)
        if kind == "mark" and text == "(":
            value = self.sum(0, depth + 1)
            self._expect(")")
            return value
        if kind != "name":
            raise ValueError(say("'{text}' is no number", text=text))
        if self._peek()[1] != "(":
            return self._symbol(text)
        arguments = self._arguments(depth)
        if text == "Symbol":
            return self._symbol(str(arguments[0]))
        if text not in _FUNCTIONS or any(isinstance(value, str) for value in arguments):
            raise ValueError(say("the function {name} is not known", name=text))
        return _bounded(_FUNCTIONS[text](*arguments))

    def _arguments(self, depth: int) -> list[Any]:
        """The arguments of a call; those with a name say what kind of symbol it is."""
        self._expect("(")
        found: list[Any] = []
        while self._peek()[1] != ")":
            if self._peek()[0] == "text":
                found.append(self._next()[1])
            elif self.tokens[self.at + 1 : self.at + 2] == [("mark", "=")]:
                self.at += 3
            else:
                found.append(self.sum(0, depth + 1))
            if self._peek()[1] == ",":
                self.at += 1
        self._expect(")")
        return found

    def _symbol(self, name: str) -> int:
        if name not in self._symbols:
            raise ValueError(say("the symbol {name} has no value", name=name))
        return self._symbols[name]

    def _expect(self, mark: str) -> None:
        if self._next() != ("mark", mark):
            raise ValueError(say("'{mark}' is missing", mark=mark))


def _bounded(value: Number) -> Number:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MAX_BITS:
        raise ValueError(say("it is larger than any size"))
    return value
