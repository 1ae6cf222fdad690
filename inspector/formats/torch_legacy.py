"""torch.save's stream of five pickles and raw storages (0.1.10 to 1.5, and on request ever since).

Source: torch/serialization.py (_legacy_save, _legacy_load). In order: the magic number, the
protocol version, the system's sizes, the object, the storage keys; then for each key an int64 count
of elements and the elements, both little-endian whatever the system was.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

from inspector.bytesource import BytesSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tensor import Storage
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, Sentence, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.torch_arguments import storage_type
from inspector.inert import UNSET, Dict, Global, Pid, lookup
from inspector.pickling.machine import Pickled
from inspector.remedies import DAMAGED_OR_CUT

MAGIC = 0x1950A86A20F9469CFC6C
PROTOCOL = 1001
_MAGIC_BYTES = bytes.fromhex("8a0a6cfc9c46f9206aa85019")
_MAGIC_TEXT = b"L119547037146038801333356L\n."
_COUNT = struct.Struct("<q")
_MAGIC_NUMBER = say("magic number")
_VERSION = say("protocol version")
_KEYS = say("storage keys")
_NAMES = (_MAGIC_NUMBER, _VERSION, say("system"), say("object"), _KEYS)


def is_legacy(head: bytes) -> bool:
    """Whether a file that begins with `head` is a legacy stream."""
    if head.startswith(_MAGIC_TEXT):
        return True
    return head[:1] == b"\x80" and (
        head[2:14] == _MAGIC_BYTES or (head[2:3] == b"\x95" and head[11:23] == _MAGIC_BYTES)
    )


@dataclass
class Stream:
    """One stream of the file.

    Attributes:
        value: The object, UNSET where nothing could be built.
        end: First byte after the last storage that was found.
        sources: Class name -> source text that torch saved along with pickled modules.
        error: Why reading stopped early, or None.
    """

    value: Any = UNSET
    end: int = 0
    protocol: int = 0
    little_endian: bool | None = None
    sources: dict[str, str] = field(default_factory=dict)
    error: Exception | None = None


class _Storages:
    """Storages named by the object's persistent ids; found in the file afterwards."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.roots: dict[str, Storage] = {}
        self.views: dict[tuple[str, str, int, int], Storage] = {}
        self.odd: list[str] = []

    def load(self, pid: Any) -> Any:
        """('storage', type, key, location, numel, view) or ('module', class, file, source)."""
        match pid:
            case ("module", Global() as cls, _, str() as text):
                self.stream.sources[cls.full] = text
                return cls
            case ("module", Global() as cls, *_):
                return cls
            case ("storage", kind, key, location, int() as numel, *view) if len(view) <= 1:
                typed = storage_type(kind)
                key, location = _text(key), _text(location)
                if typed is None or key is None or location is None:
                    return Pid(pid)
                root = self.roots.get(key)
                if root is None:
                    name, dtype = typed
                    root = Storage(key, dtype, numel * dtype.itemsize, location)
                    root.type_name = name
                    self.roots[key] = root
                return self._view(root, view[0]) if view and view[0] is not None else root
        return Pid(pid)

    def _view(self, root: Storage, view: Any) -> Any:
        """(view key, offset, size) in elements: storages of torch 0.1 could share memory."""
        match view:
            case (key, int() as offset, int() as size):
                name = _text(key) or "?"
                facts = (root.key, name, offset, size)
                found = self.views.get(facts)
                if found is None:
                    item = root.dtype.itemsize
                    found = Storage(name, root.dtype, size * item, root.location)
                    found.type_name = root.type_name
                    self.views[facts] = found
                return found
        return Pid(view)

    def place(self) -> None:
        """Give views the bytes of their roots."""
        for (key, _, offset, _), view in self.views.items():
            root = self.roots[key]
            view.source, view.problem = root.source, root.problem
            view.offset = root.offset + offset * root.dtype.itemsize
            if offset < 0 or view.nbytes < 0:
                view.problem = _damaged(root.key, say("has a view outside itself"))
            view.key = f"{key}/{view.key}"


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _damaged(key: str, what: Sentence) -> CorruptFile:
    return CorruptFile(
        say("Storage '{key}' {what}.", key=visible(key, 80), what=what),
        where=visible(key, 80),
        hint=DAMAGED_OR_CUT,
    )


def read(reading: Reading) -> Checkpoint:
    """Read a legacy file: its first stream; further ones are named.

    Raises:
        CorruptFile: Nothing of the object could be read.
    """
    stream = read_stream(reading)
    if stream.value is UNSET:
        raise stream.error or CorruptFile(
            say("{name} ends before its object.", name=reading.source.name),
            hint=say("The file is incomplete. Download it again."),
        )
    left = reading.source.size - stream.end
    if left > 0 and stream.error is None:
        _explain_trailing(reading, stream.end, left)
    checkpoint = reading.finish(
        stream.value,
        "torch-legacy",
        str(PROTOCOL),
        pickle_protocol=stream.protocol,
        trailing_bytes=left if left > 0 else None,
    )
    checkpoint.texts.update(
        {
            f"{name}.py": BytesSource(text.encode("utf-8", "surrogatepass"), f"{name}.py")
            for name, text in stream.sources.items()
        }
    )
    return checkpoint


def read_stream(reading: Reading, start: int = 0) -> Stream:
    """Read the stream that begins at `start`; storages are found, not read."""
    stream = Stream()
    storages = _Storages(stream)
    position = start
    pickles: list[Pickled] = []
    for name in _NAMES:
        pickled = reading.pickle(name, start=position, persistent_load=storages.load)
        pickles.append(pickled)
        position = pickled.end
        stream.protocol = max(stream.protocol, pickled.protocol)
        if pickled.error is not None:
            stream.error = pickled.error
            break
    stream.end = position
    if len(pickles) > 3:
        stream.value = pickles[3].value
    _check_prefix(reading, pickles, stream)
    if stream.error is not None:
        lost = _damaged("*", say("cannot be found: the list of storages is unreadable"))
        for storage in storages.roots.values():
            storage.problem = lost
    else:
        stream.end = _find_storages(reading, storages, pickles[4].value, position)
    storages.place()
    return stream


def _check_prefix(reading: Reading, pickles: list[Pickled], stream: Stream) -> None:
    values = [pickled.value for pickled in pickles[:3]]
    if values and not (type(values[0]) is int and values[0] == MAGIC):
        reading.warn(say("The magic number is not the number that torch writes."), _MAGIC_NUMBER)
    if len(values) > 1 and not (type(values[1]) is int and values[1] == PROTOCOL):
        shown = str(values[1]) if type(values[1]) is int else say("something else")
        error = CorruptFile(
            say(
                "The protocol version is {found}; torch reads only {protocol}.",
                found=shown,
                protocol=str(PROTOCOL),
            ),
            where=_VERSION,
            hint=say("The file is damaged, or not written by torch.save."),
        )
        reading.find(finding_of(error, "warning"))
    if len(values) > 2 and isinstance(values[2], Dict):
        little = lookup(values[2], "little_endian")
        stream.little_endian = little if isinstance(little, bool) else None


def _find_storages(reading: Reading, storages: _Storages, keys: Any, position: int) -> int:
    """Walk the headers of the storages; the position after the last one."""
    source = reading.source
    names = keys if isinstance(keys, list) else []
    if not isinstance(keys, list):
        reading.warn(say("The list of storage keys is no list."), _KEYS)
    for at, key in enumerate(names):
        if at % 20_000 == 0:
            reading.progress.report(position, source.size, say("storages"))
        storage = storages.roots.get(key) if isinstance(key, str) else None
        if storage is None:
            reading.warn(
                say("A storage is listed that no tensor refers to; the rest cannot be found.")
            )
            _lose(reading, storages, names[at + 1 :], position)
            return position
        if position + _COUNT.size > source.size:
            _lose(reading, storages, names[at:], position)
            return source.size
        (numel,) = _COUNT.unpack(source.read(position, _COUNT.size))
        position += _COUNT.size
        nbytes = numel * storage.dtype.itemsize
        if nbytes != storage.nbytes or numel < 0:
            claimed = storage.nbytes // storage.dtype.itemsize
            what = say("has {n} elements where its tensor says {claimed}", n=numel, claimed=claimed)
            _lose(reading, storages, names[at:], position, what)
            return position
        if position + nbytes > source.size:
            _lose(reading, storages, names[at:], position)
            return source.size
        storage.source, storage.offset = source, position
        position += nbytes
    _check_unlisted(reading, storages)
    return position


def _lose(
    reading: Reading,
    storages: _Storages,
    keys: list[Any],
    position: int,
    what: Sentence | None = None,
) -> None:
    """The storages of `keys` cannot be found, as the file ends or lies at `position`."""
    named = {key: None for key in keys if isinstance(key, str) and key in storages.roots}
    lost = [storages.roots[key] for key in named]
    size = reading.source.size
    why = what or say("is not whole: the file ends after {n} bytes", n=size)
    for storage in lost:
        storage.problem = _damaged(storage.key, why)
    if lost:
        reading.find(
            Finding(
                "error",
                say("byte {at}", at=position),
                say(
                    "Storage '{key}' {why}; {storages} of {all} cannot be read.",
                    key=visible(lost[0].key, 80),
                    why=why,
                    storages=plural(len(lost), "storage"),
                    all=len(storages.roots),
                ),
                say("Download the file again. What is intact can still be looked at and saved."),
            )
        )


def _check_unlisted(reading: Reading, storages: _Storages) -> None:
    for storage in storages.roots.values():
        if storage.source is None and storage.problem is None:
            storage.problem = _damaged(storage.key, say("is not in the list of storages"))
            reading.find(finding_of(storage.problem))


def _explain_trailing(reading: Reading, end: int, left: int) -> None:
    head = reading.source.read(end, min(left, 32))
    if is_legacy(head):
        what = say("A second torch.save follows in the same file; torch.load reads only the first.")
        _scan_streams(reading, end)
    else:
        what = say(
            "{bytes} follow the checkpoint that nothing explains.", bytes=plural(left, "byte")
        )
    reading.warn(what, say("byte {at}", at=end))


def _scan_streams(reading: Reading, start: int) -> None:
    """Audit the streams that follow the first."""
    for _ in range(100):
        stream = read_stream(reading, start)
        start = stream.end
        if stream.error is not None or start >= reading.source.size:
            return
        if not is_legacy(reading.source.read(start, min(32, reading.source.size - start))):
            return
