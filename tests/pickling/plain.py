"""Inert values back to Python's own, for comparing. Only for pickles that the tests made."""

from __future__ import annotations

from typing import Any

from inspector.bytesource import BytesSource
from inspector.inert import BigNumber, ByteArray, Dict, Object, Py2Str, Set, pairs
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.pickling.builtins import BUILTIN_FOLDS
from inspector.pickling.machine import Machine, Pickled


def decode(data: bytes, limits: ReadLimits = DEFAULT_LIMITS) -> Pickled:
    """One pickle, with the folds of builtin types."""
    return Machine(BytesSource(data, "test"), "test", folds=BUILTIN_FOLDS, limits=limits).run()


def plain(value: Any) -> Any:
    """The Python value that an inert one stands for; records of calls stay what they are."""
    if isinstance(value, Dict):
        return {plain(key): plain(item) for key, item in pairs(value.flat)}
    if isinstance(value, Set):
        items = [plain(item) for item in value.items]
        return frozenset(items) if value.frozen else set(items)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, ByteArray):
        return bytearray(value.data)
    if isinstance(value, BigNumber):
        return int(value.raw) if value.is_text else int.from_bytes(value.raw, "little", signed=True)
    if isinstance(value, Py2Str):
        return value.raw
    if isinstance(value, Object):
        return (value.op, value.class_name, plain(value.args), plain(value.state), value.items)
    return value
