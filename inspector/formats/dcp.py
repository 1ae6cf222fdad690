"""torch.distributed.checkpoint folders: `.metadata` and `__<rank>_<n>.distcp`.

`.metadata` is a pickle of torch.distributed.checkpoint.metadata.Metadata; each chunk of a tensor,
and each other object, is a complete torch zip at a byte range of a .distcp file.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from inspector.bytesource import ByteSource, Window
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import UNKNOWN, DType
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, InspectorError, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.torch_arguments import dtype_of, ints
from inspector.formats.torch_zip import value_of
from inspector.inert import UNSET, Dict, Object, attributes, flat_items, lookup, pairs
from inspector.remedies import DO_NOT_LOAD

_PACKAGE = "torch.distributed.checkpoint.metadata"
_CHUNKS_LOOKED_AT = 5000  # to learn devices; more would make opening cost what the chunks cost


@dataclass(frozen=True, slots=True)
class Chunk:
    """A block of a tensor: where it begins, its sizes, and the range of a file that holds it."""

    offsets: tuple[int, ...]
    sizes: tuple[int, ...]
    file: str
    start: int
    nbytes: int


class Assembled(ByteSource):
    """The row-major bytes of a tensor whose chunks lie in several torch zips."""

    def __init__(self, name: str, dtype: DType, shape: tuple[int, ...]) -> None:
        self.name = name
        self.dtype = dtype
        self.shape = shape or (1,)
        self.size = dtype.nbytes(prod(shape))
        self.chunks_read: list[tuple[tuple[int, ...], Tensor]] = []

    def absolute(self, offset: int) -> int | None:
        return None

    def _read(self, offset: int, nbytes: int) -> bytes:
        """Whole rows of the first dimension that cover the range, cut to it."""
        import numpy as np

        row = max(self.size // self.shape[0], 1)
        first, last = offset // row, -(-(offset + nbytes) // row)
        rows = np.zeros((last - first, *self.shape[1:]), self.dtype.numpy())
        for at, tensor in self.chunks_read:
            shape = tensor.shape or (1,)
            low, high = max(first, at[0]), min(last, at[0] + shape[0])
            if low >= high:
                continue
            part = _rows(tensor, low - at[0], high - at[0]).raw()
            place = tuple(
                slice(begin, begin + size) for begin, size in zip(at[1:], shape[1:], strict=True)
            )
            rows[(slice(low - first, high - first), *place)] = part
        return rows.tobytes()[offset - first * row : offset - first * row + nbytes]


def _rows(tensor: Tensor, first: int, last: int) -> Tensor:
    """Rows `first` to `last` of a chunk, as a view."""
    shape = tensor.shape or (1,)
    stride = tensor.stride or (1,)
    offset = (tensor.storage_offset or 0) + first * stride[0]
    return Tensor(tensor.dtype, (last - first, *shape[1:]), stride, offset, tensor.storage)


def read(reading: Reading) -> Checkpoint:
    """Read the folder whose `.metadata` is `reading.source`.

    Raises:
        CorruptFile: `.metadata` is not what it should be.
    """
    pickled = reading.pickle(".metadata")
    metadata = attributes(value_of(reading, pickled))
    entries = flat_items(lookup(metadata, "state_dict_metadata"))
    if metadata is None or entries is None:
        raise CorruptFile(
            say(
                "The .metadata of {name} does not describe a checkpoint.",
                name=reading.path.parent.name,
            ),
            hint=say("Open the folder that torch.distributed.checkpoint wrote."),
        )
    folder = _Folder(reading, lookup(metadata, "storage_data"))
    planned = dict(_paths(lookup(metadata, "planner_data")))
    root = Dict()
    for name, described in pairs(entries):
        if isinstance(name, str):
            value = folder.entry(name, described)
            _place(root, planned.get(name, (name,)), value)
    _fill_lists(root)
    if folder.unread:
        reading.find(
            Finding(
                "error",
                folder.unread[0],
                say(
                    "{entries} cannot be read; the first is '{name}'.",
                    entries=plural(len(folder.unread), "entry"),
                    name=visible(folder.unread[0], 100),
                ),
                say("Copy the missing .distcp files into the folder."),
            )
        )
    version = lookup(metadata, "version")
    size = reading.source.size + sum(source.size for source in folder.files.values())
    checkpoint = reading.finish(root, "dcp", version if isinstance(version, str) else None)
    checkpoint.size = size
    return checkpoint


def _paths(planned: Any) -> list[tuple[str, tuple[Any, ...]]]:
    return [
        (name, path)
        for name, path in pairs(flat_items(planned) or [])
        if isinstance(name, str) and isinstance(path, tuple) and path
    ]


def _place(root: Dict, path: tuple[Any, ...], value: Any) -> None:
    """Put `value` where the planner says it was; integers are list indices."""
    node = root
    for step in path[:-1]:
        inner = next((held for key, held in pairs(node.flat) if key == step), None)
        if not isinstance(inner, Dict):
            inner = Dict()
            node.flat += [step, inner]
        node = inner
    node.flat += [path[-1], value]


def _fill_lists(root: Dict) -> None:
    """Dicts whose keys are 0, 1, 2 ... were lists."""
    stack: list[Dict] = [root]
    while stack:
        node = stack.pop()
        for at in range(1, len(node.flat), 2):
            value = node.flat[at]
            if isinstance(value, Dict):
                stack.append(value)
                keys = value.flat[::2]
                if keys and all(type(key) is int for key in keys):
                    ordered = sorted(pairs(value.flat), key=lambda pair: pair[0])
                    node.flat[at] = [item for _, item in ordered]


class _Folder:
    """Finds chunks and objects in the .distcp files."""

    def __init__(self, reading: Reading, storage_data: Any) -> None:
        self.reading = reading
        self.files: dict[str, ByteSource] = {}
        self.unread: list[str] = []
        self.looked_at = 0
        self.ranges: dict[str, list[tuple[tuple[int, ...] | None, str, int, int]]] = {}
        for index, info in pairs(flat_items(storage_data) or []):
            self._range(index, info)

    def _range(self, index: Any, info: Any) -> None:
        """MetadataIndex(fqn, offset, index) -> _StorageInfo(relative_path, offset, length)."""
        key, held = attributes(index), attributes(info)
        name, place = lookup(key, "fqn"), lookup(held, "relative_path")
        start, length = lookup(held, "offset"), lookup(held, "length")
        if isinstance(name, str) and isinstance(place, str) and type(start) is type(length) is int:
            offsets = ints(lookup(key, "offset"))
            self.ranges.setdefault(name, []).append((offsets, place, start, length))

    def entry(self, name: str, described: Any) -> Any:
        """The tensor or object called `name`."""
        if (
            isinstance(described, Object)
            and described.class_name == f"{_PACKAGE}.TensorStorageMetadata"
        ):
            return self._tensor(name, attributes(described))
        for _, place, start, length in self.ranges.get(name, []):
            value = self._zip(name, place, start, length)
            return None if value is UNSET else value
        self.unread.append(name)
        return None

    def _tensor(self, name: str, described: Dict | None) -> Tensor:
        properties = lookup(described, "properties")
        state = properties.state if isinstance(properties, Object) else UNSET
        facts = state if isinstance(state, tuple) else ()
        if isinstance(state, Dict):
            facts = tuple(lookup(state, key) for key in ("dtype", "layout", "requires_grad"))
        dtype = dtype_of(facts[0]) if facts else None
        shape = ints(lookup(described, "size")) or ()
        source = Assembled(name, dtype or UNKNOWN, shape)
        storage = Storage(name, dtype or UNKNOWN, source.size, None, source)
        tensor = Tensor(dtype or UNKNOWN, shape, contiguous_stride(shape), 0, storage)
        if len(facts) > 2:
            tensor.requires_grad = facts[2] is True
        for chunk in self._chunks(name, described):
            self._add(name, source, storage, chunk)
        covered = sum(prod(held.shape or (1,)) for _, held in source.chunks_read)
        if covered != prod(source.shape) and self.looked_at < _CHUNKS_LOOKED_AT:
            storage.problem = CorruptFile(
                say(
                    "Only {n} of {all} elements of '{name}' are in the folder.",
                    n=covered,
                    all=prod(source.shape),
                    name=visible(name, 200),
                ),
                where=visible(name, 200),
                hint=say("Copy the missing .distcp files into the folder."),
            )
            self.unread.append(name)
        return tensor

    def _chunks(self, name: str, described: Dict | None) -> list[Chunk]:
        ranges = self.ranges.get(name, [])
        found = []
        listed = lookup(described, "chunks")
        for chunk in listed if isinstance(listed, list) else []:
            held = attributes(chunk)
            offsets, sizes = ints(lookup(held, "offsets")), ints(lookup(held, "sizes"))
            for at, place, start, length in ranges:
                if offsets is not None and sizes is not None and (at == offsets or at is None):
                    found.append(Chunk(offsets, sizes, place, start, length))
                    break
        return found

    def _add(self, name: str, source: Assembled, storage: Storage, chunk: Chunk) -> None:
        value = self._zip(name, chunk.file, chunk.start, chunk.nbytes)
        if not isinstance(value, Tensor) or value.parts is not None:
            return
        if value.shape == chunk.sizes and value.dtype is source.dtype:
            storage.location = storage.location or value.device
            source.chunks_read.append((chunk.offsets or (0,), value))

    def _zip(self, name: str, place: str, start: int, length: int) -> Any:
        """The object of the torch zip at a byte range of a file of the folder, or UNSET."""
        self.looked_at += 1
        try:
            window = Window(self._file(place), start, length, f"{place}: {name}")
            value = self.reading.read_inside(window).root
        except InspectorError as error:
            self.reading.findings.append(finding_of(error, "warning"))
            return UNSET
        return value

    def _file(self, place: str) -> ByteSource:
        if place not in self.files:
            if place != Path(place).name or place in ("", "..", "."):
                raise CorruptFile(
                    say(
                        "The checkpoint names a file outside its folder: '{name}'.",
                        name=visible(place, 200),
                    ),
                    hint=DO_NOT_LOAD,
                )
            self.files[place] = self.reading.open_beside(self.reading.path.parent / place)
        return self.files[place]
