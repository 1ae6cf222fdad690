"""The opcodes that are rare in a state_dict; the machine's ladder holds the others.

Each function is called with `machine.pos` just after the opcode byte and leaves it after the
argument. Byte layouts: CPython's Lib/pickletools.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from struct import unpack_from
from typing import Any

from inspector.errors import LimitExceeded, say
from inspector.inert import (
    BigNumber,
    ByteArray,
    Dict,
    Extension,
    Foldable,
    Object,
    OutOfBand,
    Py2Str,
    Set,
)
from inspector.pickling.state import PickleState
from inspector.remedies import NO_SUCH_PICKLE

Rare = Callable[[PickleState], None]

_CANONICAL_INT = re.compile(rb"-?(0|[1-9][0-9]*)")
_CANONICAL_FLOAT = re.compile(rb"-?([0-9.]+(e[-+]?[0-9]+)?|inf|nan)")
# The escapes of a bytes literal are those of STRING; `u` and `N` are none of them.
_ESCAPE = re.compile(rb"\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|.)", re.S)
_ESCAPES = {b"\\": b"\\", b"'": b"'", b'"': b'"', b"a": b"\a", b"b": b"\b"}
_ESCAPES |= {b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_BIG_INT_BYTES = 1024  # longer integers are kept as bytes: converting digits is quadratic
_BIG_INT_DIGITS = 2400
_PYTHON_DIGITS = 4300  # sys.int_info.default_max_str_digits
_HIGHEST_PROTOCOL = 5


def _sized(machine: PickleState, layout: str, width: int) -> bytes:
    """The argument whose little-endian length comes first in `width` bytes."""
    machine.need(width)
    size: int = unpack_from(layout, machine.data, machine.pos)[0]
    if size < 0:
        raise machine.corrupt(say("a length of {n} is claimed", n=size))
    machine.pos += width
    end = machine.need(size)
    argument = machine.data[machine.pos : end]
    machine.pos = end
    machine.cost += size + 40
    return argument


def _unsigned(machine: PickleState, width: int) -> int:
    end = machine.need(width)
    value = int.from_bytes(machine.data[machine.pos : end], "little")
    machine.pos = end
    return value


def _proto(machine: PickleState) -> None:
    at_start = machine.pos == 1
    version = _unsigned(machine, 1)
    if version > _HIGHEST_PROTOCOL:
        machine.odd(say("protocol {version} does not exist", version=version))
    if not at_start:
        machine.odd(say("PROTO is not the first opcode"))
    machine.protocol = max(machine.protocol, version)


def _frame(machine: PickleState) -> None:
    if machine.pos <= machine.frame_end:
        machine.odd(say("a frame begins inside a frame"))
    size = _unsigned(machine, 8)
    machine.frame_end = machine.pos + size
    if machine.start + machine.frame_end > machine.stop:
        machine.odd(say("a frame claims {n} bytes, more than there are", n=size))
        machine.frame_end = -1


# -- numbers and texts ------------------------------------------------------------------------


def _number(machine: PickleState, text: bytes) -> int | BigNumber:
    if not _CANONICAL_INT.fullmatch(text):
        machine.odd(
            say("the number {text} is read differently by different readers", text=f"{text[:20]!r}")
        )
        return BigNumber(text, is_text=True)
    if len(text) <= _BIG_INT_DIGITS:
        return int(text)
    if len(text) > _PYTHON_DIGITS:
        machine.odd(say("a number of {n} digits, which Python refuses to read", n=len(text)))
    return BigNumber(text, is_text=True)


def _int(machine: PickleState) -> None:
    text = machine.line()
    value: Any = {b"00": False, b"01": True}.get(text)
    machine.stack.append(_number(machine, text) if value is None else value)


def _long(machine: PickleState) -> None:
    text = machine.line()
    machine.stack.append(_number(machine, text.removesuffix(b"L")))


def _long_bytes(machine: PickleState, raw: bytes) -> None:
    small = len(raw) <= _BIG_INT_BYTES
    value = int.from_bytes(raw, "little", signed=True) if small else BigNumber(raw, is_text=False)
    machine.stack.append(value)


def _float(machine: PickleState) -> None:
    text = machine.line()
    if not _CANONICAL_FLOAT.fullmatch(text):
        machine.odd(
            say("the number {text} is read differently by different readers", text=f"{text[:20]!r}")
        )
    try:
        machine.stack.append(float(text))
    except ValueError:
        machine.stack.append(BigNumber(text, is_text=True))


def _py2_text(machine: PickleState, raw: bytes) -> None:
    machine.stack.append(raw.decode("ascii") if raw.isascii() else Py2Str(raw))


def _unescaped(found: re.Match[bytes]) -> bytes:
    """What an escape of a bytes literal means; an unknown one means itself."""
    code = found[1]
    if code[:1] == b"x":
        return bytes([int(code[1:], 16)])
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _ESCAPES.get(code, found[0])


def _string(machine: PickleState) -> None:
    text = machine.line()
    if len(text) < 2 or text[:1] not in (b"'", b'"') or text[-1:] != text[:1]:
        raise machine.corrupt(say("a STRING has no quotes"))
    inner = text[1:-1]
    if not inner.isascii():
        machine.odd(say("a STRING is not ASCII"))
    if b"\\" in inner:
        if b"x" in _ESCAPE.findall(inner):
            raise machine.corrupt(say("a STRING has an escape that is cut off"))
        inner = _ESCAPE.sub(_unescaped, inner)
    _py2_text(machine, inner)


def _unicode(machine: PickleState) -> None:
    machine.stack.append(str(machine.line(), "raw-unicode-escape"))


def _text8(machine: PickleState) -> None:
    machine.stack.append(str(_sized(machine, "<Q", 8), "utf-8", "surrogatepass"))


# -- globals and calls ------------------------------------------------------------------------


def _global(machine: PickleState) -> None:
    module = str(machine.line(), "utf-8")
    name = str(machine.line(), "utf-8")
    machine.stack.append(machine.named(module, name))


def _stack_global(machine: PickleState) -> None:
    name = machine.stack.pop()
    module = machine.stack.pop()
    if not isinstance(name, str) or not isinstance(module, str):
        raise machine.corrupt(say("a global is named by something that is no text"))
    if max(len(name), len(module)) > machine.limits.text_bytes:
        raise LimitExceeded(
            say(
                "{name} names a global of {n} characters.",
                name=machine.name,
                n=len(name) + len(module),
            ),
            where=machine.name,
            hint=NO_SUCH_PICKLE,
        )
    machine.stack.append(machine.named(module, name))


def _extension(width: int) -> Rare:
    def push(machine: PickleState) -> None:
        machine.odd(say("a copyreg extension code hides which global is meant"))
        machine.stack.append(Extension(_unsigned(machine, width)))

    return push


def _new_object(machine: PickleState) -> None:
    args = machine.stack.pop()
    func = machine.stack.pop()
    machine.stack.append(machine.call("newobj", func, args))


def _new_object_ex(machine: PickleState) -> None:
    kwargs = machine.stack.pop()
    args = machine.stack.pop()
    func = machine.stack.pop()
    machine.stack.append(machine.call("newobj_ex", func, args, kwargs))


def _inst(machine: PickleState) -> None:
    module = str(machine.line(), "utf-8")
    name = str(machine.line(), "utf-8")
    func = machine.named(module, name)
    args = tuple(machine.pop_mark())
    machine.stack.append(machine.call("inst", func, args))


def _obj(machine: PickleState) -> None:
    items = machine.pop_mark()
    if not items:
        raise machine.corrupt(say("a class is missing"))
    machine.stack.append(machine.call("obj", items[0], tuple(items[1:])))


def _build(machine: PickleState) -> None:
    state = machine.stack.pop()
    machine.build(machine.stack[-1], state)


def _persistent_text(machine: PickleState) -> None:
    machine.stack.append(machine.persistent_load(str(machine.line(), "utf-8", "replace")))


# -- containers -------------------------------------------------------------------------------


def _append_to(machine: PickleState, target: Any, items: list[Any]) -> None:
    if isinstance(target, list):
        target.extend(items)
    elif isinstance(target, Object):
        if target.items is None:
            target.items = []
        target.items.extend(items)
    else:
        machine.odd(say("items are appended to something that is no list"))


def _append(machine: PickleState) -> None:
    item = machine.stack.pop()
    _append_to(machine, machine.stack[-1], [item])


def _appends(machine: PickleState) -> None:
    items = machine.pop_mark()
    _append_to(machine, machine.stack[-1], items)


def _add_items(machine: PickleState) -> None:
    items = machine.pop_mark()
    target = machine.stack[-1]
    if isinstance(target, Set) and not target.frozen:
        target.items.extend(items)
    else:
        _append_to(machine, target, items)


def _list(machine: PickleState) -> None:
    items = machine.pop_mark()
    machine.stack.append(items)


def _dict(machine: PickleState) -> None:
    items = machine.pop_mark()
    if len(items) % 2:
        raise machine.corrupt(say("a key has no value"))
    machine.stack.append(Dict(items))


def _empty_set(machine: PickleState) -> None:
    machine.cost += 140
    machine.stack.append(Set())


def _frozen_set(machine: PickleState) -> None:
    items = machine.pop_mark()
    machine.cost += 80
    machine.stack.append(Set(items, frozen=True))


# -- the stack and the memo -------------------------------------------------------------------


def _pop(machine: PickleState) -> None:
    if machine.stack:
        machine.stack.pop()
    else:
        machine.pop_mark()


def _pop_mark(machine: PickleState) -> None:
    machine.pop_mark()


def _dup(machine: PickleState) -> None:
    machine.stack.append(machine.stack[-1])


def _slot(machine: PickleState) -> int:
    text = machine.line()
    if not _CANONICAL_INT.fullmatch(text) or len(text) > 20 or text.startswith(b"-"):
        machine.odd(
            say(
                "the memo slot {text} is read differently by different readers",
                text=f"{text[:20]!r}",
            )
        )
        raise machine.corrupt(say("a memo slot is not a plain number"))
    return int(text)


def _put(machine: PickleState) -> None:
    machine.memo[_slot(machine)] = machine.stack[-1]


def _get(machine: PickleState) -> None:
    machine.stack.append(machine.memo[_slot(machine)])


def _out_of_band(machine: PickleState) -> None:
    machine.odd(say("a buffer is expected from outside the file"))
    machine.stack.append(OutOfBand())


def _readonly_buffer(machine: PickleState) -> None:
    if isinstance(machine.stack[-1], Foldable):
        machine.odd(say("READONLY_BUFFER on something that is no buffer"))


def _push(read: Callable[[PickleState], Any]) -> Rare:
    return lambda machine: machine.stack.append(read(machine))


RARE: dict[int, Rare] = {
    0x80: _proto,
    0x95: _frame,
    ord("I"): _int,
    ord("L"): _long,
    0x8A: lambda machine: _long_bytes(machine, _sized(machine, "<B", 1)),
    0x8B: lambda machine: _long_bytes(machine, _sized(machine, "<i", 4)),
    ord("F"): _float,
    ord("S"): _string,
    ord("T"): lambda machine: _py2_text(machine, _sized(machine, "<i", 4)),
    ord("U"): lambda machine: _py2_text(machine, _sized(machine, "<B", 1)),
    ord("V"): _unicode,
    0x8D: _text8,
    ord("B"): _push(lambda machine: _sized(machine, "<I", 4)),
    ord("C"): _push(lambda machine: _sized(machine, "<B", 1)),
    0x8E: _push(lambda machine: _sized(machine, "<Q", 8)),
    0x96: _push(lambda machine: ByteArray(_sized(machine, "<Q", 8))),
    ord("c"): _global,
    0x93: _stack_global,
    0x82: _extension(1),
    0x83: _extension(2),
    0x84: _extension(4),
    0x81: _new_object,
    0x92: _new_object_ex,
    ord("i"): _inst,
    ord("o"): _obj,
    ord("b"): _build,
    ord("P"): _persistent_text,
    ord("a"): _append,
    ord("e"): _appends,
    0x90: _add_items,
    ord("l"): _list,
    ord("d"): _dict,
    0x8F: _empty_set,
    0x91: _frozen_set,
    ord("0"): _pop,
    ord("1"): _pop_mark,
    ord("2"): _dup,
    ord("p"): _put,
    ord("g"): _get,
    0x97: _out_of_band,
    0x98: _readonly_buffer,
}
