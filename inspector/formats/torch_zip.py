"""torch.save's zip (the default since 1.6, opt-in in 1.4 and 1.5).

Records below the root folder: `data.pkl`, `data/<key>` (raw storages), `version`, `byteorder`.
Source: torch/serialization.py (_save, _load) and caffe2/serialize/inline_container.cc.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Storage
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, Sentence, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.torch_arguments import storage_type
from inspector.formats.zip_directory import Archive
from inspector.formats.zip_record import Record
from inspector.inert import UNSET, Global, Pid
from inspector.pickling.machine import Pickled
from inspector.remedies import DO_NOT_UNPACK

# torch.save with pickle protocol 0 writes the persistent id as text; torch cannot read it back.
_TEXT_PID = re.compile(
    r"\('storage', <class '(torch[\w.]*Storage)'>, '([^']*)', '([^']*)', (\d+)\)"
)
_PICKLE_HEADS = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))
_ORDINARY_PICKLES = ("debug_pkl", "mobile_debug_handles.pkl", "bytecode.pkl")
_EXTRA_RECORDS = 10_000
_SMALL_RECORD = 256


class Storages:
    """Resolves storage persistent ids against the records of an archive.

    Args:
        name_of: Storage key -> full record name; keys are looked up, never joined to a path.
        is_big_endian: What the archive's `byteorder` says.
    """

    def __init__(
        self,
        reading: Reading,
        archive: Archive,
        name_of: Callable[[str], str],
        is_big_endian: bool = False,
    ) -> None:
        self.reading = reading
        self.records = archive.by_name
        self.name_of = name_of
        self.is_big_endian = is_big_endian
        self.found: dict[tuple[str, str, str, int], Storage] = {}
        self.types: dict[Any, tuple[str, DType] | None] = {}
        self.used: set[str] = set()
        self.is_warned = False

    def load(self, pid: Any) -> Any:
        """The storage of a ('storage', type, key, location, numel) id; `Pid` for any other."""
        if isinstance(pid, str) and (text := _TEXT_PID.fullmatch(pid)):
            pid = ("storage", text[1], text[2], text[3], int(text[4]))
        if type(pid) is not tuple or len(pid) != 5 or pid[0] != "storage":
            return self._stranger(pid)
        _, kind, key, location, numel = pid
        if type(key) is int:  # torch.package numbers its storages
            key = str(key)
        typed = self._type(kind)
        if typed is None or type(key) is not str or type(location) is not str:
            return self._stranger(pid)
        if type(numel) is not int:
            return self._stranger(pid)
        facts = (key, typed[0], location, numel)
        storage = self.found.get(facts)
        if storage is None:
            storage = self.found[facts] = self._new(facts, typed[1])
        return storage

    def _new(self, facts: tuple[str, str, str, int], dtype: DType) -> Storage:
        key, name, location, numel = facts
        nbytes = numel * dtype.itemsize
        record_name = self.name_of(key)
        record = self.records.get(record_name)
        self.used.add(record_name)
        storage = Storage(key, dtype, nbytes, location, record)
        storage.type_name = name
        if self.is_big_endian:
            storage.is_big_endian = True
        if record is None or record.size != nbytes or _is_beyond_end(record) or record.is_odd:
            self._doubt(storage, record)
        return storage

    def _type(self, kind: Any) -> tuple[str, DType] | None:
        if type(kind) is not Global:
            return storage_type(kind)
        if kind not in self.types:
            self.types[kind] = storage_type(kind)
        return self.types[kind]

    def _stranger(self, pid: Any) -> Pid:
        if not self.is_warned:
            self.reading.warn(
                say("A persistent id names no storage; torch cannot load such a file.")
            )
            self.is_warned = True
        return Pid(pid)

    def _doubt(self, storage: Storage, record: Record | None) -> None:
        """Say what is wrong with a storage whose record is not what it claims."""
        storage.source = None
        if storage.nbytes < 0:
            storage.problem = self._lost(storage, say("claims {n} bytes", n=storage.nbytes))
        elif record is None:
            if storage.nbytes:
                storage.problem = self._lost(storage, say("is not in the archive"))
        elif record.is_odd:
            storage.problem = self._lost(storage, say("is encrypted or packed in an unknown way"))
        elif _is_beyond_end(record):
            storage.problem = self._lost(storage, say("lies after the end of the file"))
        else:
            storage.source = record
            self._resize(storage, record)

    def _resize(self, storage: Storage, record: Record) -> None:
        what = say(
            "has {found} bytes instead of {claimed}; torch refuses such a file",
            found=record.size,
            claimed=storage.nbytes,
        )
        if record.size < storage.nbytes:
            self._lost(storage, what)
            storage.nbytes = record.size
        else:
            self.reading.warn(
                say("Storage '{key}' {what}.", key=visible(storage.key, 80), what=what), record.name
            )

    def _lost(self, storage: Storage, what: Sentence) -> CorruptFile:
        error = CorruptFile(
            say("Storage '{key}' {what}.", key=visible(storage.key, 80), what=what),
            where=visible(storage.key, 80),
            hint=say("The file is damaged. Download it again; the other tensors are intact."),
        )
        self.reading.find(finding_of(error))
        return error


def _is_beyond_end(record: Record) -> bool:
    return record.header_offset + record.packed > record.archive.size


def read(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """Read a torch.save archive whose records lie under `root` ("" or "name/").

    Raises:
        CorruptFile: `data.pkl` is missing or damaged beyond any value.
    """
    records = archive.by_name
    byteorder = small_text(records.get(f"{root}byteorder"))
    if byteorder not in (None, "little", "big"):
        reading.warn(
            say(
                "The byte order '{name}' does not exist; read as little.",
                name=visible(byteorder, 40),
            )
        )
    storages = Storages(reading, archive, lambda key: f"{root}data/{key}", byteorder == "big")
    pickled = read_record(reading, archive, records[f"{root}data.pkl"], storages.load)
    check_rest(reading, archive, {f"{root}data.pkl", *storages.used})
    _explain_root(reading, archive, root)
    return reading.finish(
        value_of(reading, pickled),
        "torch-zip",
        small_text(records.get(f"{root}version")),
        **archive_facts(archive, root, pickled, byteorder),
    )


def archive_facts(
    archive: Archive, root: str, pickled: Pickled, byteorder: str | None
) -> dict[str, Any]:
    """What the container says beside its pickle."""
    records = archive.by_name
    return {
        "folder": root.rstrip("/"),
        "records": len(archive.records),
        "byteorder": byteorder,
        "pickle_protocol": pickled.protocol,
        "serialization_id": small_text(records.get(f"{root}.data/serialization_id")),
        "storage_alignment": small_text(records.get(f"{root}.storage_alignment")),
    }


def read_record(
    reading: Reading,
    archive: Archive,
    record: Record,
    persistent_load: Callable[[Any], Any] = Pid,
    **options: Any,
) -> Pickled:
    """Decode the pickle in a record; bytes after it and a wrong CRC are noted.

    Raises:
        CorruptFile: The record's bytes are not there.
    """
    archive.check(record)
    pickled = reading.pickle(
        record.name,
        record,
        bytes_on_disk=record.packed,
        persistent_load=persistent_load,
        **options,
    )
    if pickled.error is None and pickled.end != record.size:
        reading.warn(
            say(
                "{n} bytes follow the pickle in '{name}'.",
                n=record.size - pickled.end,
                name=visible(record.name),
            ),
            record.name,
        )
    if pickled.error is None and record.crc and not record.crc_matches():
        reading.warn(
            say("Record '{name}' does not match its checksum.", name=visible(record.name)),
            record.name,
            say("The file was changed or damaged after it was written."),
        )
    return pickled


def value_of(reading: Reading, pickled: Pickled) -> Any:
    """The value of a pickle; None where nothing was built but globals were named.

    Raises:
        InspectorError: Nothing at all could be read.
    """
    if pickled.value is not UNSET:
        return pickled.value
    if not reading.audit.uses:
        assert pickled.error is not None
        raise pickled.error
    return None


def small_text(record: Record | None) -> str | None:
    """The stripped text of a small record such as `version`; None where it is not there."""
    if record is None or record.size > _SMALL_RECORD:
        return None
    try:
        return record.read(0, record.size).decode("ascii", "replace").strip()
    except CorruptFile:
        return None


def check_rest(reading: Reading, archive: Archive, known: set[str]) -> None:
    """Look for further pickles in records nobody asked for, and note what is odd in the archive."""
    rest = [record for record in archive.records if record.name not in known]
    for record in rest[:_EXTRA_RECORDS]:
        if record.size < 2 or record.name.rpartition("/")[2] in ("byteorder", "version"):
            continue
        try:
            head = record.read(0, min(record.size, 2))
        except CorruptFile as error:
            reading.find(finding_of(error))
            continue
        is_stray_storage = re.search(r"(^|/)data/\d+$", record.name) is not None
        if is_stray_storage:
            reading.findings.append(
                Finding(
                    "info",
                    record.name,
                    say("{n} bytes belong to no tensor.", n=record.size),
                )
            )
        elif head in _PICKLE_HEADS or record.name.endswith(".pkl"):
            _read_stray(reading, archive, record)
    if len(rest) > _EXTRA_RECORDS:
        reading.warn(
            say("{records} are not part of the checkpoint.", records=plural(len(rest), "record"))
        )
    for name in (record.name for record in archive.records):
        leaves = ".." in name and ".." in name.split("/")
        if leaves or name[:1] == "/" or "\\" in name:
            reading.warn(
                say(
                    "Record '{name}' has a path that leads out of the archive.",
                    name=visible(name, 200),
                ),
                name,
                DO_NOT_UNPACK,
            )
            break
    reading.findings.extend(archive.findings)


def _read_stray(reading: Reading, archive: Archive, record: Record) -> None:
    """Audit a pickle that torch.load does not read."""
    pickled = reading.pickle(
        record.name, record, bytes_on_disk=record.packed, persistent_load=_opaque
    )
    archive.check(record)
    if record.name.endswith(_ORDINARY_PICKLES) and pickled.error is None:
        return
    reading.findings.append(
        Finding(
            "info" if pickled.error is None else "warning",
            record.name,
            say("A further pickle that torch.load does not read."),
        )
    )


def _opaque(pid: Any) -> Any:
    """A storage of no archive in particular, so that calls on it are still understood."""
    match pid:
        case ("storage", kind, str() as key, str() as place, int() as numel, *_):
            typed = storage_type(kind)
            if typed is not None and numel >= 0:
                return Storage(key, typed[1], numel * typed[1].itemsize, place)
    return Pid(pid)


def _explain_root(reading: Reading, archive: Archive, root: str) -> None:
    if not {f"{root}version", f"{root}.data/version"} & archive.by_name.keys():
        reading.warn(
            say("There is no record 'version'; torch refuses such an archive."),
            f"{root}version",
            say("Save it again from here."),
        )
    others = [record.name for record in archive.records if not record.name.startswith(root)]
    if not root:
        reading.warn(
            say("The records are not in a folder; torch refuses such an archive."),
            "data.pkl",
            say("Save it again from here."),
        )
    elif others:
        reading.warn(
            say(
                "Records outside the folder '{name}': {n}; torch before 1.10 ignores them "
                "and later versions refuse the file.",
                name=visible(root, 80),
                n=len(others),
            ),
            others[0],
        )
