"""TorchScript archives: torch.jit.save since 1.3, its mobile form, and the model.json of 1.0-1.2.

The tensors are read; the code is shown as text and never compiled. Source: torch/csrc/jit/
serialization (import.cpp, unpickler.cpp) and docs/serialization.md.
"""

from __future__ import annotations

import re
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, UNKNOWN
from inspector.checkpoint.objects import leaf_text
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.checkpoint.tree import Names, element_of
from inspector.errors import CorruptFile, Finding, finding_of, say
from inspector.formats.json_text import parse_json
from inspector.formats.reading import Reading
from inspector.formats.torch_zip import (
    Storages,
    archive_facts,
    check_rest,
    read_record,
    small_text,
    value_of,
)
from inspector.formats.zip_directory import Archive
from inspector.formats.zip_record import Record
from inspector.inert import UNSET, Object, attributes, pairs

_CLASS = re.compile(r"^class (\w+)\(", re.M)
_LISTS = re.compile(r"__(parameters|buffers)__ = \[([^\]]*)\]")
_OLD_DTYPES = {
    "FLOAT": "float32",
    "DOUBLE": "float64",
    "FLOAT16": "float16",
    "BFLOAT16": "bfloat16",
    "INT64": "int64",
    "INT32": "int32",
    "INT16": "int16",
    "INT8": "int8",
    "UINT8": "uint8",
    "BOOL": "bool",
}
_MAX_DEPTH = 200
_CODE = Finding(
    "info",
    "code/",
    say(
        "The archive carries TorchScript code, which torch.jit.load would run. It is shown as text."
    ),
)


def read(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """Read an archive with `data.pkl` and `constants.pkl`."""
    records = archive.by_name
    is_big = small_text(records.get(f"{root}byteorder")) == "big"
    known = set()
    values = {}
    for name, folder in (("data", "data"), ("constants", "constants"), ("bytecode", "bytecode")):
        record = records.get(f"{root}{name}.pkl")
        if record is None:
            continue
        storages = Storages(reading, archive, f"{root}{folder}/{{}}".format, is_big)
        pickled = read_record(reading, archive, record, storages.load)
        known |= {record.name, *storages.used}
        values[name] = pickled
    traced = {name for name in records if name.startswith(f"{root}traced_inputs")}
    check_rest(reading, archive, known | traced)
    declared = declared_members(archive, root)
    tree = module_tree(value_of(reading, values["data"]), declared)
    constants = values["constants"].value
    if isinstance(constants, tuple) and any(isinstance(item, Tensor) for item in constants):
        listed = [(f"c{at}", item) for at, item in enumerate(constants) if isinstance(item, Tensor)]
        tree.flat += [
            "<constants>",
            Names([part for pair in listed for part in pair], "state_dict"),
        ]
    reading.findings.append(_CODE)
    checkpoint = reading.finish(
        tree,
        "torchscript",
        small_text(records.get(f"{root}version")),
        mobile=True if "bytecode" in values else None,
        **archive_facts(archive, root, values["data"], small_text(records.get(f"{root}byteorder"))),
    )
    _as_unknown(checkpoint)
    for name, record in records.items():
        if name.startswith((f"{root}code/", f"{root}extra/")) and not name.endswith(".debug_pkl"):
            checkpoint.texts[name.removeprefix(root)] = record
    return checkpoint


def _as_unknown(checkpoint: Checkpoint) -> None:
    """Code that a loader would run is never called clean."""
    if checkpoint.verdict == "clean":
        checkpoint.verdict = "unknown"


def declared_members(archive: Archive, root: str) -> dict[str, tuple[set[str], set[str]]]:
    """Qualified class name -> (parameters, buffers), from the sources under `code/`."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for name, record in archive.by_name.items():
        if not (name.startswith(f"{root}code/") and name.endswith(".py")):
            continue
        try:
            text = record.read(0, min(record.size, 1 << 22)).decode("utf-8", "replace")
        except CorruptFile:
            continue
        module = name.removeprefix(f"{root}code/").removesuffix(".py").replace("/", ".")
        found |= declared_in(module, text)
    return found


def declared_in(module: str, text: str) -> dict[str, tuple[set[str], set[str]]]:
    """As `declared_members`, for the source `text` of one `module`."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    parts = _CLASS.split(text)
    for cls, body in zip(parts[1::2], parts[2::2], strict=True):
        lists = {kind: _names(listed) for kind, listed in _LISTS.findall(body)}
        found[f"{module}.{cls}"] = (lists.get("parameters", set()), lists.get("buffers", set()))
    return found


def _names(listed: str) -> set[str]:
    return {part.strip().strip("\"'") for part in listed.split(",") if part.strip()}


def module_tree(root: Any, declared: dict[str, tuple[set[str], set[str]]]) -> Names:
    """The tensors of a scripted module by attribute path, then everything else it holds.

    Parameters are known where the class declares them; a tensor attribute that no class declares
    is not in `state_dict()` either and keeps its place all the same.
    """
    tensors: list[Any] = []
    others: list[Any] = []
    stack: list[tuple[str, Any, tuple[int, ...]]] = [("", root, ())]
    while stack:
        prefix, node, above = stack.pop()
        held = attributes(node)
        if held is None or id(node) in above or len(above) > _MAX_DEPTH:
            continue
        parameters, buffers = declared.get(node.class_name, (set(), set()))
        knows = bool(parameters or buffers)
        deeper = []
        for key, value in pairs(held.flat):
            name = f"{prefix}{element_of(key)}"
            if isinstance(value, Tensor):
                if value.is_parameter is not True:
                    value.is_parameter = str(key) in parameters if knows else None
                tensors += [name, value]
            elif attributes(value) is not None and isinstance(value, Object):
                deeper.append((f"{name}.", value, (*above, id(node))))
            elif leaf_text(value) is None and _holds_tensor(value):
                tensors += [name, value]
            else:
                others += [name, value]
        stack.extend(reversed(deeper))
    if not tensors and not others:
        return Names(["<root>", root])
    found = Names(tensors, "state_dict")
    return Names(
        [*found.flat, "<attributes>", Names(others)] if others else found.flat, "state_dict"
    )


def _holds_tensor(node: Any) -> bool:
    """Whether a small container (a packed parameter, a list) has a tensor directly in it."""
    if isinstance(node, Object):
        state = node.state if node.state is not UNSET else node.args
        node = state if isinstance(state, tuple) else (node.items or ())
    return isinstance(node, list | tuple) and any(isinstance(item, Tensor) for item in node)


# -- torch 1.0 to 1.2 ---------------------------------------------------------------------------


def read_old(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """Read `model.json` (protobuf JSON of torch's old ModelDef): int64 are strings, 0 is absent."""
    record = archive.by_name[f"{root}model.json"]
    model = parse_json(record, reading.limits)
    if not isinstance(model, dict):
        raise CorruptFile(say("model.json holds no model."), hint=say("Download the file again."))
    listed = model.get("tensors")
    listed = listed if isinstance(listed, list) else []
    storages: dict[str, Storage] = {}
    tensors = [_old_tensor(reading, archive, root, entry, storages) for entry in listed]
    known = {record.name, *(f"{root}{key}" for key in storages)}
    extra = archive.by_name.get(f"{root}attributes.pkl")
    values: Any = ()
    if extra is not None:
        known.add(extra.name)
        values = read_record(reading, archive, extra, folds=_by_id(tensors)).value
    main = model.get("mainModule")
    flat: list[Any] = []
    _old_module(main if isinstance(main, dict) else {}, "", tensors, values, flat, 0)
    check_rest(reading, archive, known)
    reading.findings.append(_CODE)
    reading.warn(
        say(
            "torch 1.13 and later cannot load this TorchScript; it was written by torch 1.0 to 1.2."
        ),
        "model.json",
        say("Save its state_dict from here, or load it with torch 1.2 to 1.6."),
    )
    checkpoint = reading.finish(
        Names(flat, "state_dict"), "torchscript", str(model.get("protoVersion", "")) or None
    )
    _as_unknown(checkpoint)
    for name, text in archive.by_name.items():
        if name.startswith(f"{root}code/"):
            checkpoint.texts[name.removeprefix(root)] = text
    return checkpoint


def _by_id(tensors: list[Tensor | None]) -> dict[str, Any]:
    def pick(record: Object) -> Any:
        match record.args:
            case (int() as at,) if 0 <= at < len(tensors) and tensors[at] is not None:
                return tensors[at]
        return record

    return {"torch.jit._pickle.build_tensor_from_id": pick}


def _whole(value: Any) -> int:
    """An int64 of protobuf JSON: a string, a number, or absent for 0."""
    if isinstance(value, str) and value.lstrip("-").isdigit() and len(value) < 20:
        return int(value)
    return value if type(value) is int else 0


def _old_tensor(
    reading: Reading, archive: Archive, root: str, entry: Any, storages: dict[str, Storage]
) -> Tensor | None:
    if not isinstance(entry, dict):
        return None
    data = entry.get("data")
    key = str(data.get("key", "")) if isinstance(data, dict) else ""
    dtype = DTYPES.get(_OLD_DTYPES.get(str(entry.get("dataType")), ""), UNKNOWN)
    shape = tuple(_whole(dim) for dim in _list(entry.get("dims")))
    stride = tuple(_whole(step) for step in _list(entry.get("strides")))
    storage = storages.get(key)
    if storage is None:
        record: Record | None = archive.by_name.get(f"{root}{key}")
        storage = Storage(
            key, dtype, record.size if record else 0, str(entry.get("device") or "cpu")
        )
        storage.source = record
        if record is None:
            storage.problem = CorruptFile(
                say("Record '{key}' is not in the archive.", key=key),
                where=key,
                hint=say("Download the file again."),
            )
            reading.find(finding_of(storage.problem))
        storages[key] = storage
    if len(stride) != len(shape):
        stride = contiguous_stride(shape)
    tensor = Tensor(dtype, shape, stride, _whole(entry.get("offset")), storage)
    tensor.requires_grad = entry.get("requiresGrad") is True
    tensor.check()
    return tensor


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _old_module(
    module: dict[str, Any],
    prefix: str,
    tensors: list[Tensor | None],
    values: Any,
    flat: list[Any],
    depth: int,
) -> None:
    """Parameters, buffers and attributes of a ModuleDef, then its submodules."""
    for entry in _list(module.get("parameters")):
        at = _whole(entry.get("tensorId")) if isinstance(entry, dict) else -1
        tensor = tensors[at] if 0 <= at < len(tensors) else None
        if tensor is not None:
            tensor.is_parameter = entry.get("isBuffer") is not True
            tensor.class_name = (
                "torch.nn.parameter.Parameter" if tensor.is_parameter else "torch.Tensor"
            )
            flat += [f"{prefix}{entry.get('name')}", tensor]
    for entry in _list(module.get("attributes")):
        at = _whole(entry.get("id")) if isinstance(entry, dict) else -1
        if isinstance(values, tuple) and 0 <= at < len(values):
            flat += [f"{prefix}{entry.get('name')}", values[at]]
    for child in _list(module.get("submodules")):
        if isinstance(child, dict) and depth < _MAX_DEPTH:
            _old_module(child, f"{prefix}{child.get('name')}.", tensors, values, flat, depth + 1)
