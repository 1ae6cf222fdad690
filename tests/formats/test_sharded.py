"""Hugging Face's index over shards, honest and with shards missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.conformance import (
    Expected,
    FormatTests,
    expected_of,
    facts,
    named_tensors,
    opened,
)
from tests.formats.samples import DENSE, HUGE, dense, without_strides
from tests.make.safetensors_files import safetensors, sharded_index

FIRST, SECOND = "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"
WEIGHT_MAP = {"fc.steps": SECOND, "fc.weight": FIRST, "fc.scalar": SECOND}


def shard(*keys: str) -> bytes:
    """A shard with some of the tensors."""
    return safetensors(dense({key: DENSE[key] for key in keys}), {"format": "pt"})


class TestSharded(FormatTests):
    format = "sharded"
    container = "sharded index"
    file_name = "model.safetensors.index.json"

    def sample(self) -> bytes:
        return sharded_index(WEIGHT_MAP, {"total_size": 42})

    def write(self, folder: Path, data: bytes) -> Path:
        if HUGE_NAME.encode() in data:
            (folder / HUGE_NAME).write_bytes(safetensors(dense({"w": HUGE})))
        else:
            (folder / FIRST).write_bytes(shard("fc.weight"))
            (folder / SECOND).write_bytes(shard("fc.scalar", "fc.steps"))
        return super().write(folder, data)

    def expected(self) -> dict[str, Expected]:
        return {
            key: replace(expected_of(DENSE[key]), **without_strides(DENSE[key]))
            for key in WEIGHT_MAP
        }

    def large(self) -> bytes:
        return sharded_index({"w": HUGE_NAME})


HUGE_NAME = "huge.safetensors"


def set_of_shards(folder: Path, weight_map: dict[str, str] | None = None) -> Path:
    """An index and its two shards."""
    test = TestSharded()
    return test.write(folder, sharded_index(WEIGHT_MAP if weight_map is None else weight_map))


def test_the_folder_is_the_checkpoint(tmp_path: Path) -> None:
    set_of_shards(tmp_path)
    with opened(tmp_path) as document:
        assert document.checkpoint.format == "sharded"
        assert list(named_tensors(document)) == list(WEIGHT_MAP)
        size = sum(file.stat().st_size for file in tmp_path.iterdir())
        assert document.checkpoint.size == size


def test_metadata_of_the_index(tmp_path: Path) -> None:
    test = TestSharded()
    path = test.write(tmp_path, test.sample())
    with opened(path) as document:
        assert facts(document)["metadata"]["<metadata>"] == {"total_size": 42}


def test_a_missing_shard_is_said_and_the_others_shown(tmp_path: Path) -> None:
    path = set_of_shards(tmp_path)
    (tmp_path / FIRST).unlink()
    with opened(path) as document:
        assert list(named_tensors(document)) == ["fc.steps", "fc.scalar"]
        assert [(f.severity, f.what, f.hint) for f in document.findings] == [
            (
                "error",
                f"Shard {FIRST}: {FIRST} does not exist.",
                "Download the missing shard into the folder of the index.",
            )
        ]
        assert document.verdict == "unreadable"


def test_a_shard_of_another_version_is_said(tmp_path: Path) -> None:
    path = set_of_shards(tmp_path, {**WEIGHT_MAP, "fc.bias": FIRST})
    with opened(path) as document:
        assert document.findings[0].what == f"{FIRST} lacks 1 key of the index: fc.bias …"
        assert document.verdict == "unreadable"


def test_a_key_that_the_index_forgets_is_shown(tmp_path: Path) -> None:
    path = set_of_shards(tmp_path, {"fc.weight": FIRST, "fc.steps": SECOND})
    with opened(path) as document:
        assert list(named_tensors(document)) == ["fc.weight", "fc.steps", "fc.scalar"]
        assert document.findings[0].what == f"{SECOND} holds 1 key not in the index."


@pytest.mark.parametrize(
    "name", ["../secret.safetensors", "/etc/passwd", "a\\b.safetensors", "..", "", "a\0b"]
)
def test_a_file_outside_the_folder_is_never_opened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (tmp_path / "secret.safetensors").write_bytes(shard("fc.weight"))
    path = set_of_shards(folder, {"fc.steps": SECOND, "fc.scalar": SECOND, "fc.weight": name})
    with opened(path) as document:
        assert list(named_tensors(document)) == ["fc.steps", "fc.scalar"]
        assert document.findings[0].severity == "danger"
        assert "outside its folder" in document.findings[0].what
        assert document.verdict == "dangerous"
