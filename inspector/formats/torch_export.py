"""torch.export's `.pt2` in its three layouts, and AOTInductor packages (native code, not loaded).

Source: torch/export/pt2_archive/constants.py and torch/_export/serde/schema.py. 2.10 and later:
`data/weights/<model>_weights_config.json` names raw storages. 2.8, 2.9: `data/weights/<model>.pt`
is a torch zip. 2.1 to 2.7: no root, `serialized_state_dict.pt` is a torch zip.
"""

from __future__ import annotations

import re
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, SCALAR_TYPES, UNKNOWN
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.checkpoint.tree import Names
from inspector.describe import visible
from inspector.errors import CorruptFile, Finding, InspectorError, UnknownFormat, finding_of, say
from inspector.formats.json_text import parse_json
from inspector.formats.reading import Reading
from inspector.formats.torch_zip import small_text
from inspector.formats.zip_directory import Archive
from inspector.formats.zip_record import Record
from inspector.remedies import DAMAGED

_NATIVE = (".so", ".cubin", ".hsaco", ".dll", ".dylib", ".o")
_PROGRAM = re.compile(r"^(models/[^/]+\.json|serialized_exported_program\.json)$")
_TEXTS = (".json", ".cpp", ".py", ".h", ".txt")


def read(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """Read the weights and constants; the program's JSON is kept as text."""
    names = archive.by_name
    if "serialized_exported_program.json" in names:
        root = ""
    flat: list[Any] = []
    storages: dict[str, Storage] = {}
    for name, record in names.items():
        inner = name.removeprefix(root)
        if inner.endswith("_config.json") and inner.startswith(
            ("data/weights/", "data/constants/")
        ):
            flat += _configured(reading, archive, root, record, storages)
        elif inner.endswith((".pt", ".pt2")) or inner.startswith("data/aotinductor/"):
            flat += _nested(reading, record, inner)
        archive.check(record)
    _explain_native(reading, names, root)
    reading.findings.extend(archive.findings)
    version = small_text(names.get(f"{root}archive_version")) or small_text(names.get("version"))
    checkpoint = reading.finish(Names(flat, "state_dict"), "torch-export", version)
    checkpoint.texts.update(
        {
            name.removeprefix(root): record
            for name, record in names.items()
            if name.endswith(_TEXTS) and "_config.json" not in name
        }
    )
    programs = sorted(name for name in checkpoint.texts if _PROGRAM.match(name))
    if programs:
        program = checkpoint.texts[programs[0]]
        checkpoint.exported = lambda: parse_json(program, reading.limits)
    if checkpoint.verdict == "clean":
        checkpoint.verdict = "unknown"  # a program that a loader runs
    return checkpoint


def _explain_native(reading: Reading, names: dict[str, Record], root: str) -> None:
    native = [name.removeprefix(root) for name in names if name.endswith(_NATIVE)]
    if native:
        reading.warn(
            say(
                "The package holds native code ({name}), which loading would run.",
                name=visible(native[0], 100),
            ),
            native[0],
            say("Load it only if you trust where it comes from."),
        )


def _configured(
    reading: Reading, archive: Archive, root: str, config: Record, storages: dict[str, Storage]
) -> list[Any]:
    """[name, tensor, ...] of a `*_config.json` and the raw records it names."""
    try:
        value = parse_json(config, reading.limits)
    except InspectorError as error:
        reading.find(finding_of(error))
        return []
    entries = value.get("config") if isinstance(value, dict) else None
    folder = config.name.rpartition("/")[0]
    flat: list[Any] = []
    for name, entry in (entries or {}).items() if isinstance(entries, dict) else ():
        if not isinstance(entry, dict) or entry.get("tensor_meta") is None:
            continue
        record = archive.by_name.get(f"{folder}/{entry.get('path_name')}")
        if entry.get("use_pickle") is True and record is not None:
            flat += _nested(reading, record, name)
            continue
        tensor = _tensor(entry, record, storages)
        if tensor.problem is not None:
            reading.find(finding_of(tensor.problem))
        flat += [name, tensor]
    return flat


def _whole(value: Any) -> int:
    """{"as_int": n} of the schema's SymInt; -1 for a symbolic size."""
    inner = value.get("as_int") if isinstance(value, dict) else value
    return inner if type(inner) is int else -1


def _tensor(entry: dict[str, Any], record: Record | None, storages: dict[str, Storage]) -> Tensor:
    meta = entry["tensor_meta"] if isinstance(entry["tensor_meta"], dict) else {}
    dtype = DTYPES.get(SCALAR_TYPES.get(_whole(meta.get("dtype")), ""), UNKNOWN)
    place = meta.get("device")
    device = place if isinstance(place, dict) else {}
    location = str(device.get("type", "cpu"))
    if type(device.get("index")) is int:
        location += f":{device['index']}"
    key = str(entry.get("path_name"))
    storage = storages.get(key)
    if storage is None:
        storage = storages[key] = Storage(key, dtype, record.size if record else 0, location)
        storage.source = record
        if record is None:
            storage.problem = CorruptFile(
                say("Record '{key}' is not in the archive.", key=visible(key, 80)),
                where=key,
                hint=DAMAGED,
            )
    shape = tuple(_whole(size) for size in _list(meta.get("sizes")))
    stride = tuple(_whole(step) for step in _list(meta.get("strides")))
    tensor = Tensor(dtype, shape, stride, _whole(meta.get("storage_offset", 0)), storage)
    tensor.requires_grad = meta.get("requires_grad") is True
    tensor.is_parameter = entry.get("is_param") is True
    if record is not None and not record.size and tensor.numel:
        tensor.problem = CorruptFile(
            say("A fake tensor was exported: it has no values."), where=key
        )
    else:
        tensor.check()
    return tensor


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _nested(reading: Reading, record: Record, inner: str) -> list[Any]:
    """[name, value, ...] of a torch file inside the archive; a state_dict's keys stand for it."""
    try:
        checkpoint = reading.read_inside(record)
    except UnknownFormat:
        return []
    except InspectorError as error:
        if record.name.endswith((".pt", ".pt2")):
            reading.find(Finding("error", record.name, error.message, error.hint))
        return []
    is_weights = "state_dict" in inner or inner.startswith("data/weights/")
    pairs = getattr(checkpoint.root, "flat", None)
    if is_weights and pairs:
        return list(pairs)
    empty = pairs == [] or checkpoint.root in ((), [], None)
    return [] if empty else [inner, checkpoint.root]
