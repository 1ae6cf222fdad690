"""What well-known classes mean, so that their inert records read like the values they stand for.

Views only: the record itself stays in the tree as it was pickled, and is written back as such.
"""

from __future__ import annotations

from typing import Any

from inspector.errors import say
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
    attributes,
    lookup,
)

# Filled through SETITEM(S); their items are what they are.
MAPPINGS = frozenset(
    "collections.OrderedDict collections.defaultdict collections.Counter builtins.dict "
    "argparse.Namespace types.SimpleNamespace pytorch_lightning.utilities.parsing.AttributeDict "
    "lightning_fabric.utilities.data.AttributeDict lightning.fabric.utilities.data.AttributeDict "
    "addict.addict.Dict easydict.EasyDict mmengine.config.config.ConfigDict".split()
)
_WRAPPERS = ("torch.Size", "collections.deque", "collections.Counter", "collections.OrderedDict")
_DATES = {"datetime.datetime": 10, "datetime.date": 4, "datetime.time": 6}
_PATHS = ("Path", "PosixPath", "WindowsPath", "PurePath", "PurePosixPath", "PureWindowsPath")
_TEXT_LIMIT = 200


def leaf_text(node: Any) -> str | None:
    """One line for a value without children, or None where it has some.

    Texts of the file are not escaped here; `describe.visible` does that when they are shown.
    """
    if isinstance(node, Global):
        return node.full
    if isinstance(node, BigNumber):
        if node.is_text:
            return say("a number of {n} digits", n=len(node.raw))
        return say("a number of {n} bytes", n=len(node.raw))
    if isinstance(node, ByteArray):
        return say("{n} bytes", n=len(node.data))
    if isinstance(node, Pid):
        return say("an object kept outside the pickle")
    if isinstance(node, Extension):
        return say("copyreg extension {code}", code=str(node.code))
    if isinstance(node, OutOfBand):
        return say("a buffer kept outside the file")
    return object_text(node) if isinstance(node, Object) else None


def object_text(node: Object) -> str | None:
    """What a small value class says: a path, a date, a device, a version; None for others."""
    value = object_value(node)
    if value is not None:
        return str(value)
    known = _known_text(node)
    if known is not None:
        return known
    name, args = node.class_name, _tuple(node.args)
    if node.flat or node.items or node.state is not UNSET or name in MAPPINGS or len(args) > 4:
        return None
    if all(arg is None or isinstance(arg, str | int | float) for arg in args):
        return f"{name}({', '.join(short(arg) for arg in args)})"
    return None


def _known_text(node: Object) -> str | None:
    """The text of classes whose arguments have a fixed meaning."""
    name = node.class_name
    match name, node.args:
        case (("torch.device" | "torch.serialization._get_layout"), (str() as text,)):
            return text
        case "torch.device", (str() as kind, int() as index):
            return f"{kind}:{index}"
        case _, (bytes() as raw, *_) if name in _DATES and len(raw) == _DATES[name]:
            return _date(name, raw)
        case "builtins.range" | "builtins.slice", tuple(bounds) if all(
            bound is None or type(bound) is int for bound in bounds
        ):
            return f"{name[9:]}{bounds}"
        case "datetime.timedelta", (int() as days, int() as seconds, int() as micros):
            return f"{days} days {seconds}.{micros:06} s"
    return None


def object_value(node: Object) -> str | int | float | bool | complex | None:
    """The plain Python value that an object of a well-known class holds, or None."""
    name = node.class_name
    root, _, last = name.rpartition(".")
    args = _tuple(node.args)
    if root in ("pathlib", "pathlib._local") and last in _PATHS and _all_text(args):
        separator = "\\" if last.startswith(("Windows", "PureWindows")) else "/"
        return separator.join(args).replace("//", "/", 1) if args else "."
    match name, args:
        case "torch.torch_version.TorchVersion" | "builtins.str" | "numpy.str_", (str() as text,):
            return text
        case "decimal.Decimal", (str() as text,):
            return text
        case (
            ("builtins.int" | "builtins.float" | "builtins.bool"),
            ((int() | float()) as number,),
        ):
            return number
    return None


def _date(name: str, raw: bytes) -> str:
    """datetime.__reduce__: year (2 bytes, big-endian), month, day, h, m, s, microseconds (3)."""
    day = (
        f"{raw[0] << 8 | raw[1]:04}-{raw[2] & 0x7F:02}-{raw[3]:02}"
        if name != "datetime.time"
        else ""
    )
    clock = raw[4:] if day else raw
    if name == "datetime.date":
        return day
    micros = int.from_bytes(clock[3:6], "big")
    return f"{day} {clock[0] & 0x7F:02}:{clock[1]:02}:{clock[2]:02}.{micros:06}".strip()


def short(value: Any) -> str:
    """A plain scalar as source text, cut where it is long."""
    if isinstance(value, str):
        return repr(value if len(value) <= _TEXT_LIMIT else value[:_TEXT_LIMIT] + "…")
    return str(value)


def transparent(node: Object) -> Any:
    """What to show in place of a wrapper that only holds one value; UNSET where it is none.

    omegaconf keeps its values in `_content` and `_val`; Size and deque wrap a sequence.
    """
    name = node.class_name
    if name in _WRAPPERS and _tuple(node.args) and not node.flat and not node.items:
        inner = node.args[0]
        return inner if isinstance(inner, tuple | list | Dict) else UNSET
    if name.startswith("omegaconf."):
        held = attributes(node)
        for key in ("_content", "_val"):
            value = lookup(held, key)
            if value is not UNSET:
                return value
    return UNSET


def _tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _all_text(args: tuple[Any, ...]) -> bool:
    return all(isinstance(arg, str) for arg in args)
