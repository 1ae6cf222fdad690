"""Inert values back to a pickle: the same globals, arguments, states and sharing.

Always protocol 2, torch.save's own default, with the opcodes that `torch.load(weights_only=True)`
accepts wherever the value allows. No class that the values name is needed. The walk is iterative:
checkpoints nest deeper than Python's stack. Byte layouts: CPython's Lib/pickle.py (_Pickler).
"""

from __future__ import annotations

from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
from collections.abc import Callable
from struct import pack
from typing import Any

from inspector.errors import Unsupported, say
from inspector.inert import (
    UNSET,
    BigNumber,
    ByteArray,
    Dict,
    Extension,
    Global,
    Object,
    OutOfBand,
    Pid,
    Py2Str,
    Set,
)
from inspector.progress import SILENT, Progress

_BATCH = 1000  # items per SETITEMS and APPENDS, as CPython writes them
_REPORT_STEP = 50_000
# Names that Python 3 finds in another module than protocol 2 readers of Python 2 did.
_KEEP = frozenset(["__builtin__", "copy_reg"])

Replace = Callable[[Any], Any]


class _Code:
    """Opcodes to write when their turn comes."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


class _Put:
    """Remember the value on top of the stack as `node`."""

    __slots__ = ("node",)

    def __init__(self, node: Any) -> None:
        self.node = node


class _TupleEnd:
    """Close a tuple, unless a cycle has written it already."""

    __slots__ = ("node",)

    def __init__(self, node: tuple[Any, ...]) -> None:
        self.node = node


_MARK, _APPENDS, _SETITEMS = _Code(b"("), _Code(b"e"), _Code(b"u")
_REDUCE, _NEWOBJ, _BUILD, _PERSISTENT = _Code(b"R"), _Code(b"\x81"), _Code(b"b"), _Code(b"Q")
_TUPLES = {1: b"\x85", 2: b"\x86", 3: b"\x87"}


def emit(root: Any, replace: Replace, progress: Progress = SILENT) -> bytes:
    """The pickle of `root`, PROTO and STOP included.

    Args:
        replace: Called with every node that is no plain value; returns the node itself, or what to
            write in its place: another inert node, or a `Pid` for a persistent id. It must return
            the same object for the same node, or sharing is lost.

    Raises:
        Unsupported: A value that only another pickle protocol can express.
        Cancelled: From `progress`.
    """
    return _Emitter(replace, progress).run(root)


class _Emitter:
    def __init__(self, replace: Replace, progress: Progress) -> None:
        self.replace = replace
        self.progress = progress
        self.out = bytearray(b"\x80\x02")
        self.memo: dict[int, int] = {}
        self.texts: dict[str, int] = {}
        self.slots = 0
        self.kept: list[Any] = []  # memoized by id, so they must stay alive
        self.todo: list[Any] = []
        self.calls: dict[str, Global] = {}

    def run(self, root: Any) -> bytes:
        todo = self.todo
        todo.append(root)
        steps = 0
        while todo:
            item = todo.pop()
            kind = type(item)
            if kind is _Code:
                self.out += item.data
            elif kind is _Put:
                self._put(item.node)
            elif kind is _TupleEnd:
                self._tuple_end(item.node)
            else:
                self._save(item)
            steps += 1
            if not steps % _REPORT_STEP:
                self.progress.report(len(self.out), 0, say("writing the structure"))
        self.out += b"."
        return bytes(self.out)

    # -- the memo -----------------------------------------------------------------------------

    def _slot(self) -> int:
        slot = self.slots
        self.slots += 1
        self.out += b"q%c" % slot if slot < 256 else b"r" + pack("<I", slot)
        return slot

    def _put(self, node: Any) -> None:
        self.memo[id(node)] = self._slot()
        self.kept.append(node)

    def _get(self, slot: int) -> None:
        self.out += b"h%c" % slot if slot < 256 else b"j" + pack("<I", slot)

    # -- values -------------------------------------------------------------------------------

    def _save(self, node: Any) -> None:
        kind = type(node)
        if kind is str:
            self._text(node)
            return
        scalar = _scalar(node, kind)
        if scalar is not None:
            self.out += scalar
            return
        slot = self.memo.get(id(node))
        if slot is not None:
            self._get(slot)
        elif kind is tuple:
            self._tuple(node)
        elif kind is list:
            self.out += b"]"
            self._put(node)
            self.todo.extend(reversed(_batches(node, _APPENDS)))
        elif kind is Dict:
            self.out += b"}"
            self._put(node)
            self.todo.extend(reversed(_pair_batches(node.flat)))
        else:
            self._save_other(node)

    def _save_other(self, node: Any) -> None:
        """Nodes that the owner may replace, and the rarer plain ones."""
        replaced = self.replace(node)
        if type(replaced) is Pid:
            self.todo += [_PERSISTENT, replaced.pid]
        elif replaced is not node:
            self.todo.append(replaced)
        elif isinstance(node, Global):
            self.out += _global(node)
            self._put(node)
        elif isinstance(node, Object):
            self._object(node)
        else:
            self._plain_as_call(node)

    def _text(self, text: str) -> None:
        slot = self.texts.get(text)
        if slot is not None:
            self._get(slot)
            return
        data = text.encode("utf-8", "surrogatepass")
        self.out += b"X" + pack("<I", len(data)) + data
        self.texts[text] = self._slot()

    def _tuple(self, node: tuple[Any, ...]) -> None:
        if not node:
            self.out += b")"
            return
        if len(node) > 3:
            self.out += b"("
        self.todo.append(_TupleEnd(node))
        self.todo.extend(reversed(node))

    def _tuple_end(self, node: tuple[Any, ...]) -> None:
        slot = self.memo.get(id(node))
        if slot is not None:  # written meanwhile by a cycle through its items
            self.out += b"1" if len(node) > 3 else b"0" * len(node)
            self._get(slot)
            return
        self.out += _TUPLES.get(len(node), b"t")
        self._put(node)

    def _object(self, node: Object) -> None:
        """func, args, REDUCE or NEWOBJ; then items, then state: the order of object.__reduce__."""
        after: list[Any] = [_Put(node)]
        after += _batches(node.items or [], _APPENDS)
        after += _pair_batches(node.flat or [])
        if node.state is not UNSET:
            after += [node.state, _BUILD]
        func, args, call = node.func, node.args, _REDUCE
        if node.op == "newobj_ex":
            func, args = Global("copyreg", "__newobj_ex__"), (node.func, node.args, node.kwargs)
        elif node.op == "newobj" or (node.op in ("inst", "obj") and args == ()):
            call = _NEWOBJ
        self.todo.extend(reversed([func, args, call, *after]))

    def _plain_as_call(self, node: Any) -> None:
        """Values that protocol 2 has no opcode for."""
        args: tuple[Any, ...]
        if isinstance(node, bytes):
            name = "encode" if node else "bytes"
            args = (node.decode("latin-1"), "latin1") if node else ()
        elif isinstance(node, ByteArray):
            name, args = "bytearray", (node.data,) if node.data else ()
        elif isinstance(node, Set):
            name, args = "frozenset" if node.frozen else "set", (node.items,)
        elif isinstance(node, complex):
            name, args = "complex", (node.real, node.imag)
        else:
            raise _impossible(node)
        module = "_codecs" if name == "encode" else "__builtin__"
        func = self.calls.setdefault(name, Global(module, name))
        self.todo += [_Put(node), _REDUCE, args, func]


def _scalar(node: Any, kind: type) -> bytes | None:
    if node is None:
        return b"N"
    if kind is bool:
        return b"\x88" if node else b"\x89"
    if kind is int:
        return _int(node)
    if kind is float:
        return b"G" + pack(">d", node)
    if isinstance(node, Py2Str):
        raw = node.raw
        return (b"U%c" % len(raw) if len(raw) < 256 else b"T" + pack("<i", len(raw))) + raw
    if isinstance(node, BigNumber):
        return b"L" + node.raw + b"L\n" if node.is_text else _long(node.raw)
    return None


def _int(value: int) -> bytes:
    if 0 <= value < 256:
        return b"K%c" % value
    if 0 <= value < 65536:
        return b"M" + pack("<H", value)
    if -0x80000000 <= value <= 0x7FFFFFFF:
        return b"J" + pack("<i", value)
    return _long(value.to_bytes((value.bit_length() >> 3) + 1, "little", signed=True))


def _long(raw: bytes) -> bytes:
    return (b"\x8a%c" % len(raw) if len(raw) < 256 else b"\x8b" + pack("<i", len(raw))) + raw


def _global(node: Global) -> bytes:
    """GLOBAL with the names a protocol 2 reader maps back (`fix_imports`)."""
    module, name = node.module, node.name
    if module not in _KEEP:
        if (module, name) in REVERSE_NAME_MAPPING:
            module, name = REVERSE_NAME_MAPPING[module, name]
        elif module in REVERSE_IMPORT_MAPPING:
            module = REVERSE_IMPORT_MAPPING[module]
    if "." in name:
        raise Unsupported(
            say(
                "The nested name '{name}' can only be written by pickle protocol 4.", name=node.full
            ),
            where=node.full,
            hint=say("Drop the entry that holds it, or keep the file as it is."),
        )
    return f"c{module}\n{name}\n".encode("utf-8", "surrogatepass")


def _batches(items: list[Any], close: _Code) -> list[Any]:
    """MARK, up to 1,000 items, and `close`, as often as needed."""
    found: list[Any] = []
    for at in range(0, len(items), _BATCH):
        found += [_MARK, *items[at : at + _BATCH], close]
    return found


def _pair_batches(flat: list[Any]) -> list[Any]:
    found: list[Any] = []
    for at in range(0, len(flat), 2 * _BATCH):
        found += [_MARK, *flat[at : at + 2 * _BATCH], _SETITEMS]
    return found


def _impossible(node: Any) -> Unsupported:
    what = say("an object that was kept outside the file")
    if isinstance(node, Extension):
        what = say("the copyreg extension {code}", code=str(node.code))
    elif not isinstance(node, OutOfBand | Pid):
        what = say("a value of the kind '{type}'", type=type(node).__name__)
    return Unsupported(
        say("A pickle of protocol 2 cannot hold {what}.", what=what), hint=say("Drop it first.")
    )
