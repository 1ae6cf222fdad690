"""torch.package archives: pickles, module sources and resources under one root.

`.data/version`, `.data/extern_modules`, `.data/<key>.storage`; pickles have protocol 3 and storage
keys are integers. Source: torch/package/package_exporter.py.
"""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tree import Names
from inspector.describe import plural
from inspector.errors import CorruptFile, Finding, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.torch_zip import Storages, check_rest, read_record, small_text
from inspector.formats.torchscript import module_tree
from inspector.formats.zip_directory import Archive
from inspector.formats.zip_record import Record
from inspector.inert import UNSET, Global, Object

_TEXTS = (".py", ".txt", ".json", ".md")
_PICKLE_HEADS = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))


class _Storages(Storages):
    """Also resolves ("reduce_package", id, func, args), a call that a package makes itself."""

    def load(self, pid: Any) -> Any:
        match pid:
            case ("reduce_package", _, Global() as func, tuple() as args):
                return Object("reduce", func, args)
        return super().load(pid)


def _file(key: str) -> str:
    """Pickles name storages by number, ScriptModules by their file."""
    return key if key.endswith(".storage") else f"{key}.storage"


def read(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """Read every pickle of the package; its Python sources are kept as texts."""
    is_big = small_text(archive.by_name.get(f"{root}byteorder")) == "big"
    storages = _Storages(reading, archive, lambda key: f"{root}.data/{_file(key)}", is_big)
    flat: list[Any] = []
    known: set[str] = set()
    for name, record in archive.by_name.items():
        inner = name.removeprefix(root)
        if not _is_pickle(reading, record, inner):
            continue
        known.add(name)
        value = read_record(reading, archive, record, storages.load).value
        if not inner.startswith(".data/"):
            flat += [inner, value] if value is not UNSET else []
        elif inner.endswith("/data.pkl"):  # a ScriptModule
            flat += [inner.removesuffix("/data.pkl"), module_tree(value, {})]
    check_rest(reading, archive, known | storages.used)
    texts = {
        name.removeprefix(root): record
        for name, record in archive.by_name.items()
        if name.endswith(_TEXTS) and not name.startswith(f"{root}.data/")
    }
    _explain_sources(reading, sum(name.endswith(".py") for name in texts))
    version = small_text(archive.by_name.get(f"{root}.data/version"))
    checkpoint = reading.finish(Names(flat), "torch-package", version)
    checkpoint.texts.update(texts)
    if checkpoint.verdict == "clean":
        checkpoint.verdict = "unknown"
    return checkpoint


def _is_pickle(reading: Reading, record: Record, inner: str) -> bool:
    if inner.startswith(".data/"):
        return inner.endswith(".pkl")
    try:
        return record.read(0, min(2, record.size)) in _PICKLE_HEADS
    except CorruptFile as error:
        reading.find(finding_of(error))
        return False


def _explain_sources(reading: Reading, count: int) -> None:
    if count:
        what = say(
            "The package carries {files}, which torch.package would run. They are shown as text.",
            files=plural(count, "Python source file"),
        )
        reading.findings.append(Finding("info", None, what))
