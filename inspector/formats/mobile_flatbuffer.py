"""torch mobile's flatbuffer form (`_use_flatbuffer=True`, since 1.12): its tensors, not its code.

Schema: torch/csrc/jit/serialization/mobile_bytecode.fbs. A table's field number n sits at vtable
slot n; offsets are relative and little-endian (flatbuffers' internals page).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, UNKNOWN
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.checkpoint.tree import Names
from inspector.errors import CorruptFile, say
from inspector.formats.reading import Reading
from inspector.formats.torchscript import declared_in, module_tree
from inspector.inert import Dict, Global, Object
from inspector.remedies import DAMAGED

# c10/core/ScalarType.h
_SCALAR_TYPES = (
    "uint8 int8 int16 int32 int64 float16 float32 float64 complex32 complex64 complex128 bool "
    "qint8 quint8 qint32 bfloat16 quint4x2 quint2x4 bits1x8 bits2x4 bits4x2 bits8 bits16 "
    "float8_e5m2 float8_e4m3fn float8_e5m2fnuz float8_e4m3fnuz uint16 uint32 uint64"
).split()
_MOST_ITEMS = 4_000_000


class Table:
    """A flatbuffer table at `position` of `source`, which checks the bounds of every access."""

    def __init__(self, source: ByteSource, position: int) -> None:
        self.source = source
        self.position = position
        (back,) = struct.unpack("<i", source.read(position, 4))
        self.vtable = position - back
        (size,) = struct.unpack("<H", source.read(self.vtable, 2))
        self.slots = struct.unpack(f"<{size // 2}H", source.read(self.vtable, size // 2 * 2))

    def at(self, field: int) -> int | None:
        """Position of a field's value; None where it is absent (its default holds)."""
        slot = field + 2
        offset = self.slots[slot] if slot < len(self.slots) else 0
        return self.position + offset if offset else None

    def number(self, field: int, layout: str, default: Any = 0) -> Any:
        """A scalar field."""
        at = self.at(field)
        if at is None:
            return default
        return struct.unpack("<" + layout, self.source.read(at, struct.calcsize(layout)))[0]

    def follow(self, field: int) -> int | None:
        """Position that an offset field points to."""
        at = self.at(field)
        return None if at is None else at + int(struct.unpack("<I", self.source.read(at, 4))[0])

    def table(self, field: int) -> Table | None:
        """A table field."""
        at = self.follow(field)
        return None if at is None else Table(self.source, at)

    def vector(self, field: int, width: int) -> tuple[int, int]:
        """(position of the first element, elements) of a vector field."""
        at = self.follow(field)
        if at is None:
            return 0, 0
        (count,) = struct.unpack("<I", self.source.read(at, 4))
        if at + 4 + count * width > self.source.size:
            raise CorruptFile(
                say(
                    "{name} has a list of {n} entries that does not fit in it.",
                    name=self.source.name,
                    n=count,
                ),
                hint=DAMAGED,
            )
        return at + 4, count

    def numbers(self, field: int, layout: str) -> tuple[int, ...]:
        """A vector of scalars."""
        width = struct.calcsize(layout)
        at, count = self.vector(field, width)
        return struct.unpack(f"<{count}{layout}", self.source.read(at, count * width))

    def tables(self, field: int) -> list[Table]:
        """A vector of tables."""
        at, count = self.vector(field, 4)
        if count > _MOST_ITEMS:
            raise CorruptFile(say("{name} lists {n} values.", name=self.source.name, n=count))
        offsets = struct.unpack(f"<{count}I", self.source.read(at, 4 * count))
        return [Table(self.source, at + 4 * n + offset) for n, offset in enumerate(offsets)]

    def text(self, field: int) -> str:
        """A string field."""
        at, count = self.vector(field, 1)
        return self.source.read(at, count).decode("utf-8", "replace")

    def texts(self, field: int) -> list[str]:
        """A vector of strings."""
        at, count = self.vector(field, 4)
        found = []
        for n in range(count):
            start = at + 4 * n + struct.unpack("<I", self.source.read(at + 4 * n, 4))[0]
            (size,) = struct.unpack("<I", self.source.read(start, 4))
            found.append(self.source.read(start + 4, size).decode("utf-8", "replace"))
        return found


def read(reading: Reading) -> Checkpoint:
    """Read the module's tensors by attribute path.

    Raises:
        CorruptFile: A table lies outside the file.
    """
    source = reading.source
    try:
        (start,) = struct.unpack("<I", source.read(0, 4))
        module = Table(source, start)
        values = _Values(module)
        root = values.value(module.number(3, "I"), 0)
        sources = {t.text(0): t.text(1) for t in module.tables(8)}
    except struct.error as error:
        raise CorruptFile(
            say("{name} is not a whole mobile module.", name=source.name),
            hint=DAMAGED,
        ) from error
    declared: dict[str, tuple[set[str], set[str]]] = {}
    for name, text in sources.items():
        declared |= declared_in(name.removesuffix(".py").replace("/", "."), text)
    tree = module_tree(root, declared)
    checkpoint = reading.finish(
        Names(tree.flat, "state_dict"), "torchscript", str(module.number(0, "I")), mobile=True
    )
    checkpoint.facts["container"] = "flatbuffer"
    if checkpoint.verdict == "clean":
        checkpoint.verdict = "unknown"  # it carries bytecode that the mobile runtime executes
    return checkpoint


class _Values:
    """The ivalues of a module, decoded when first referred to, so that cycles stay cycles."""

    def __init__(self, module: Table) -> None:
        self.module = module
        self.tables = module.tables(4)
        self.types = module.tables(7)
        self.data = module.tables(6)
        self.storages: dict[int, Storage] = {}
        self.made: dict[int, Any] = {}
        self.decoders: dict[int, Callable[[Table, int, int], Any]] = {
            5: lambda table, _index, _depth: self._tensor(table),
            6: lambda table, _index, _depth: table.text(0),
            7: lambda table, _index, depth: self._items(table, depth),
            8: lambda table, _index, depth: tuple(self._items(table, depth)),
            9: lambda table, _index, depth: self._dict(table, depth),
            10: self._object,
            11: lambda table, _index, _depth: list(table.numbers(0, "q")),
            12: lambda table, _index, _depth: list(table.numbers(0, "d")),
            13: lambda table, _index, _depth: [bool(x) for x in table.numbers(0, "B")],
            14: lambda table, _index, _depth: table.text(0),
        }

    def value(self, index: int, depth: int) -> Any:
        """The value of ivalue `index`; None beyond a sane depth."""
        if index in self.made:
            return self.made[index]
        if not 0 <= index < len(self.tables) or depth > 200:
            return None
        table = self.tables[index]
        kind = table.number(0, "B")
        at = table.follow(1)
        made: Any = None
        if kind in self.decoders and at is not None:
            made = self.decoders[kind](Table(table.source, at), index, depth)
        elif at is not None and kind in (1, 2, 3):
            layout = {1: "<q", 2: "<?", 3: "<d"}[kind]
            made = struct.unpack(layout, table.source.read(at, struct.calcsize(layout)))[0]
        self.made[index] = made
        return made

    def _items(self, table: Table, depth: int) -> list[Any]:
        return [self.value(index, depth + 1) for index in table.numbers(0, "I")]

    def _dict(self, table: Table, depth: int) -> Dict:
        flat = []
        for key, value in zip(table.numbers(0, "I"), table.numbers(1, "I"), strict=False):
            flat += [self.value(key, depth + 1), self.value(value, depth + 1)]
        return Dict(flat)

    def _object(self, table: Table, index: int, depth: int) -> Object:
        kind = table.number(0, "I")
        described = self.types[kind] if kind < len(self.types) else None
        name = described.text(0) if described else "?"
        module, _, cls = name.rpartition(".")
        made = Object("newobj", Global(module, cls), ())
        self.made[index] = made
        names = described.texts(2) if described else []
        flat: list[Any] = []
        for attribute, value in zip(names, table.numbers(2, "I"), strict=False):
            flat += [attribute, self.value(value, depth + 1)]
        made.state = Dict(flat)
        return made

    def _tensor(self, table: Table) -> Tensor:
        code = table.number(1, "b")
        known = 0 <= code < len(_SCALAR_TYPES)
        dtype = DTYPES[_SCALAR_TYPES[code]] if known else UNKNOWN
        storage = self._storage(table.number(0, "I"))
        shape, stride = table.numbers(3, "i"), table.numbers(4, "i")
        tensor = Tensor(dtype, shape, stride, table.number(2, "i"), storage)
        tensor.requires_grad = bool(table.number(5, "?", False))
        tensor.check()
        return tensor

    def _storage(self, index: int) -> Storage:
        if index not in self.storages:
            at, count = self.data[index].vector(0, 1) if index < len(self.data) else (0, 0)
            made = Storage(str(index), DTYPES["uint8"], count, "cpu", self.module.source, at)
            self.storages[index] = made
        return self.storages[index]
