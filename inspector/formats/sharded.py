"""Hugging Face's sharded checkpoints: an index that names a file for each key.

`{"metadata": {"total_size": n}, "weight_map": {key: file}}`; transformers' save_pretrained.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tree import Names
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, InspectorError, say
from inspector.formats.json_text import parse_json
from inspector.formats.reading import Reading
from inspector.inert import Dict, Object, pairs
from inspector.remedies import DO_NOT_LOAD

_MOST_SHARDS = 20_000


def read(reading: Reading) -> Checkpoint:
    """Read every shard that is there and order the tensors as the index does.

    Raises:
        CorruptFile: The index is no JSON of the expected form.
    """
    index = parse_json(reading.source, reading.limits)
    listed = index.get("weight_map") if isinstance(index, dict) else None
    if not isinstance(listed, dict) or not all(isinstance(name, str) for name in listed.values()):
        raise CorruptFile(say("{name} has no map from keys to files.", name=reading.source.name))
    folder = reading.path.parent
    shards: dict[str, dict[str, Any]] = {}
    size = reading.source.size
    for name in dict.fromkeys(listed.values()):
        if len(shards) >= _MOST_SHARDS:
            reading.warn(say("Only the first {n} shards are read.", n=_MOST_SHARDS))
            break
        shards[name], added = _shard(reading, folder, name)
        size += added
    flat: list[Any] = []
    absent: dict[str, list[str]] = {}
    for key, name in listed.items():
        if key in shards.get(name, ()):
            flat += [key, shards[name][key]]
        elif shards.get(name):
            absent.setdefault(name, []).append(key)
    for name, keys in absent.items():
        what = say(
            "{name} lacks {keys} of the index: {key} …",
            name=visible(name, 100),
            keys=plural(len(keys), "key"),
            key=visible(keys[0], 100),
        )
        reading.find(Finding("error", name, what, say("The shard belongs to another version.")))
    flat += _unlisted(reading, listed, shards)
    root = Names(flat, "state_dict")
    metadata = index.get("metadata")
    if isinstance(metadata, dict):
        root.flat += ["<metadata>", Names([part for pair in metadata.items() for part in pair])]
    checkpoint = reading.finish(root, "sharded", None, shards=list(shards))
    checkpoint.size = size
    return checkpoint


def _shard(reading: Reading, folder: Path, name: str) -> tuple[dict[str, Any], int]:
    """(key -> value, bytes on disk) of one shard; empty where it cannot be read."""
    if name != Path(name).name or "\\" in name or name in ("", ".", "..") or "\0" in name:
        reading.findings.append(
            Finding(
                "danger",
                visible(name, 200),
                say(
                    "The index names a file outside its folder: '{name}'. It is not opened.",
                    name=visible(name, 200),
                ),
                DO_NOT_LOAD,
            )
        )
        return {}, 0
    try:
        source = reading.open_beside(folder / name)
        inner = reading.read_inside(source)
    except InspectorError as error:
        reading.find(
            Finding(
                "error",
                name,
                say("Shard {name}: {why}", name=visible(name, 100), why=error.message),
                say("Download the missing shard into the folder of the index."),
            )
        )
        return {}, 0
    flat = inner.root.flat if isinstance(inner.root, Dict | Object) else []
    return {str(key): value for key, value in pairs(flat or [])}, source.size


def _unlisted(
    reading: Reading, listed: dict[str, str], shards: dict[str, dict[str, Any]]
) -> list[Any]:
    """[key, value, ...] that shards hold and the index does not name."""
    flat: list[Any] = []
    for name, values in shards.items():
        extra = [key for key in values if listed.get(key) != name and not key.startswith("__")]
        for key in extra:
            flat += [key if key not in listed else f"{key} ({name})", values[key]]
        if extra:
            reading.warn(
                say(
                    "{name} holds {keys} not in the index.",
                    name=visible(name, 100),
                    keys=plural(len(extra), "key"),
                )
            )
    return flat
