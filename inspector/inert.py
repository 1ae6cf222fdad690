"""The values a pickle becomes when nothing in it is executed.

`None`, `bool`, `int`, `float`, `str`, `bytes`, `list` and `tuple` are themselves. Everything that
would need hashing, importing or calling is one of the records below. None of them is ever hashed
by content, compared, called or looked up: identity is what makes two of them the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

# Python 2 names as protocols below 3 write them (Lib/_compat_pickle.py).
_PY2_MODULES = {
    "__builtin__": "builtins",
    "copy_reg": "copyreg",
    "Queue": "queue",
    "SocketServer": "socketserver",
    "ConfigParser": "configparser",
    "repr": "reprlib",
    "commands": "subprocess",
    "cPickle": "pickle",
    "cStringIO": "io",
    "StringIO": "io",
    "anydbm": "dbm",
    "dbhash": "dbm",
    "whichdb": "dbm",
    "thread": "_thread",
    "dummy_thread": "_dummy_thread",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
    "httplib": "http.client",
    "cookielib": "http.cookiejar",
    "exceptions": "builtins",
    "UserDict": "collections",
    "UserList": "collections",
    "UserString": "collections",
}
# Modules that torch and numpy moved; read as what they are now called.
_MOVED_MODULES = {
    "torch.tensor": "torch._tensor",
    "numpy.core.multiarray": "numpy._core.multiarray",
    "numpy.core.numeric": "numpy._core.numeric",
}
_PY2_NAMES = {
    ("builtins", "unicode"): "str",
    ("builtins", "long"): "int",
    ("builtins", "xrange"): "range",
    ("builtins", "unichr"): "chr",
}


class _Unset:
    """The one value that stands for "no BUILD happened"; None is a state a file may give."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET = _Unset()


class Global:
    """A `module.name` that a pickle refers to.

    Attributes:
        module, name: As written in the file.
        full: The dotted name Python 3 and today's torch and numpy would look up.
        fold: What turns a call of it into a value of ours; set by the machine's owner.
    """

    __slots__ = ("fold", "full", "module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name
        effective = _PY2_MODULES.get(module, module)
        effective = _MOVED_MODULES.get(effective, effective)
        self.full = f"{effective}.{_PY2_NAMES.get((effective, name), name)}"
        self.fold: Callable[[Object], Any] | None = None

    def __repr__(self) -> str:
        return f"Global({self.full})"


class Object:
    """What calling `func` with `args` would have made.

    Attributes:
        op: "reduce", "newobj", "newobj_ex", "obj" or "inst": the opcode that asked for the call.
        func: Usually a `Global`; hostile files put anything here.
        args: Usually a tuple.
        kwargs: Of NEWOBJ_EX, else None.
        state: The argument of BUILD, or UNSET.
        items: What APPEND(S) and ADDITEMS added, or None.
        flat: Keys and values that SETITEM(S) set, alternating, or None.
    """

    __slots__ = ("args", "flat", "func", "items", "kwargs", "op", "state")

    def __init__(self, op: str, func: Any, args: Any, kwargs: Any = None) -> None:
        self.op = op
        self.func = func
        self.args = args
        self.kwargs = kwargs
        self.state: Any = UNSET
        self.items: list[Any] | None = None
        self.flat: list[Any] | None = None

    @property
    def class_name(self) -> str:
        """The dotted name of what was called; "?" where the file called something unnamed."""
        return self.func.full if isinstance(self.func, Global) else "?"

    def __repr__(self) -> str:
        return f"Object({self.class_name})"


class Dict:
    """A dict as alternating keys and values, in file order, duplicates kept, nothing hashed."""

    __slots__ = ("flat",)

    def __init__(self, flat: list[Any] | None = None) -> None:
        self.flat: list[Any] = [] if flat is None else flat


class Set:
    """A set or frozenset as the list of its members, in file order."""

    __slots__ = ("frozen", "items")

    def __init__(self, items: list[Any] | None = None, frozen: bool = False) -> None:
        self.items: list[Any] = [] if items is None else items
        self.frozen = frozen


class ByteArray:
    """A bytearray."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


class BigNumber:
    """An integer too long to convert safely; kept as written.

    Attributes:
        raw: Little-endian two's complement (LONG1/LONG4) or ASCII digits (INT/LONG).
        is_text: Which of the two.
    """

    __slots__ = ("is_text", "raw")

    def __init__(self, raw: bytes, is_text: bool) -> None:
        self.raw = raw
        self.is_text = is_text


class Py2Str(str):
    """A Python 2 `str` that is not ASCII; the text shown is UTF-8 or else Latin-1 of `raw`."""

    raw: bytes

    def __new__(cls, raw: bytes) -> Py2Str:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        self = super().__new__(cls, text)
        self.raw = raw
        return self


class Pid:
    """A persistent id that the container could not resolve."""

    __slots__ = ("pid",)

    def __init__(self, pid: Any) -> None:
        self.pid = pid


class Extension:
    """A copyreg extension code: it names a global through a registry the file does not show."""

    __slots__ = ("code",)

    def __init__(self, code: int) -> None:
        self.code = code


class OutOfBand:
    """A protocol 5 buffer that was to be handed over beside the pickle."""

    __slots__ = ()


class Foldable:
    """A value of ours that a fold put in place of an `Object` and that may still get a state."""

    __slots__ = ()

    def build(self, state: Any) -> None:
        """Take the argument of BUILD."""
        raise NotImplementedError


Mapping = Dict | Object


def flat_items(node: Any) -> list[Any] | None:
    """The alternating keys and values of a dict or of an object that was filled like one."""
    return node.flat if isinstance(node, Dict | Object) else None


def pairs(flat: list[Any]) -> Iterator[tuple[Any, Any]]:
    """(key, value) of an alternating list; an odd last key is left out."""
    ends = iter(flat)
    return zip(ends, ends, strict=False)


def lookup(node: Any, key: str) -> Any:
    """The value a dict would give for the string `key`, or UNSET. Later duplicates win."""
    flat = flat_items(node)
    if flat is None:
        return UNSET
    for at in range(len(flat) // 2 * 2 - 2, -1, -2):
        if isinstance(flat[at], str) and flat[at] == key:
            return flat[at + 1]
    return UNSET


def attributes(node: Any) -> Dict | None:
    """The `__dict__` of an object as its state gives it; None where the state is no dict."""
    state = node.state if isinstance(node, Object) else UNSET
    if isinstance(state, tuple) and len(state) == 2 and isinstance(state[0], Dict):
        state = state[0]
    return state if isinstance(state, Dict) else None
