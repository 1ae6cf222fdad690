"""Every file of the shared corpus, where it is at hand, says what is known to be true of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inspector.cli.facts import document_facts
from inspector.document import open_document
from inspector.formats.safetensors import DTYPE_NAMES

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
EXPECTED: dict[str, Any] = (
    json.loads((CORPUS / "expected.json").read_text()) if CORPUS.is_dir() else {}
)
READABLE = [
    name for name, truth in EXPECTED.items() if not truth.get("hostile") and truth.get("tensors")
]
# Formats that state no device, no storage and no class.
NO_DEVICE = ("safetensors", "safetensors-folder", "hf-index")
COMPARED = ("dtype", "shape", "stride", "storage_offset", "numel", "requires_grad", "layout")


def key_of(path: list[Any]) -> str:
    """A path without the corpus's mark for modules, and with DCP's text keys."""
    return json.dumps([relative(str(part)) for part in path if part != "<module>"])


def relative(text: Any) -> Any:
    """The truth of one file has its folder cut off; the file itself has it whole."""
    return re.sub(r"^/.*/_lit", "_lit", text) if isinstance(text, str) else text


@pytest.mark.parametrize("name", READABLE)
def test_tensors_equal_the_truth(name: str) -> None:
    truth = EXPECTED[name]
    document = open_document(CORPUS / "files" / name)
    try:
        facts = document_facts(document, with_hash=True)
    finally:
        document.close()
    found = {key_of(tensor["path"]): tensor for tensor in facts["tensors"]}
    assert len(found) == len(facts["tensors"])
    for expected in truth["tensors"]:
        tensor = found[key_of(expected["path"])]
        compare(tensor, expected, truth["kind"])
    if truth.get("shared"):
        compare_sharing(found, truth["shared"])


def compare(tensor: dict[str, Any], expected: dict[str, Any], kind: str) -> None:
    where = expected["path"]
    for fact in COMPARED:
        if fact == "requires_grad" and kind in (*NO_DEVICE, "pt2-old", "torchscript"):
            continue
        if fact in expected and not expected.get("nested"):
            assert tensor[fact] == expected[fact], (where, fact)
    if kind not in NO_DEVICE:
        assert tensor["device"] == expected["device"], where
        if kind not in ("torchscript", "torchscript-flatbuffer", "dcp"):
            assert tensor["is_parameter"] == expected["is_parameter"], where
    if "storage_nbytes" in expected:
        assert tensor["storage_nbytes"] == expected["storage_nbytes"], where
    if expected.get("nbytes") is not None:
        assert tensor["nbytes"] == expected["nbytes"], where
    if expected.get("sha256"):
        assert tensor["sha256"] == expected["sha256"], where
    if expected.get("qscheme"):
        compare_quantization(tensor["quantization"], expected)


def compare_quantization(found: dict[str, Any], expected: dict[str, Any]) -> None:
    assert found["qscheme"] == expected["qscheme"]
    if "scale" in expected:
        assert found["scale"] == pytest.approx(expected["scale"])
        assert found["zero_point"] == expected["zero_point"]
    else:
        assert found["axis"] == expected["axis"]
        assert found["scale"] == pytest.approx(expected["scales"])
        assert found["zero_point"] == pytest.approx(expected["zero_points"])


def compare_sharing(found: dict[str, dict[str, Any]], groups: list[list[Any]]) -> None:
    for group in groups:
        numbers = {found[key_of(path)]["storage"] for path in group}
        assert len(numbers) == 1, group
        others = {
            tensor["storage"] for key, tensor in found.items() if key not in map(key_of, group)
        }
        assert not numbers & others, group


@pytest.mark.parametrize("name", [name for name in READABLE if EXPECTED[name].get("scalars")])
def test_scalars_equal_the_truth(name: str) -> None:
    document = open_document(CORPUS / "files" / name)
    try:
        metadata = document_facts(document)["metadata"]
    finally:
        document.close()
    for path, expected in EXPECTED[name]["scalars"].items():
        if isinstance(expected, dict):
            continue  # bytes and long integers have a spelling of their own
        found = follow(metadata, json.loads(path))
        assert found is OPAQUE or relative(found) == expected, path


OPAQUE = object()


def follow(value: Any, path: list[Any]) -> Any:
    """The value at `path`; OPAQUE inside an object whose class alone knows its attributes."""
    for part in path:
        if isinstance(value, dict) and "$global" in value and "text" in value:
            return OPAQUE
        if isinstance(value, list):
            value = value[int(part)]
            continue
        name = str(part).removeprefix("<attr>")
        value = value[name if name in value else str(part)]
    return value


@pytest.mark.parametrize(
    "name", [name for name, truth in EXPECTED.items() if truth.get("optimizers")]
)
def test_optimizers_equal_the_truth(name: str) -> None:
    document = open_document(CORPUS / "files" / name)
    try:
        found = document_facts(document)["optimizers"]
    finally:
        document.close()
    expected = EXPECTED[name]["optimizers"]
    assert [optimizer["path"] for optimizer in found] == [
        optimizer["path"] for optimizer in expected
    ]
    for optimizer, truth in zip(found, expected, strict=True):
        for group, true_group in zip(optimizer["param_groups"], truth["param_groups"], strict=True):
            assert group["params"] == true_group["params"]
            for option in ("momentum", "weight_decay", "eps"):
                if option in true_group:
                    assert group[option] == true_group[option]


@pytest.mark.parametrize(
    "name", [name for name, truth in EXPECTED.items() if truth.get("numpy_arrays")]
)
def test_arrays_equal_the_truth(name: str) -> None:
    document = open_document(CORPUS / "files" / name)
    try:
        found = {key_of(a["path"]): a for a in document_facts(document, with_hash=True)["arrays"]}
    finally:
        document.close()
    for expected in EXPECTED[name]["numpy_arrays"]:
        array = found[key_of(expected["path"])]
        assert array["shape"] == expected["shape"]
        assert array["sha256"] == expected["sha256"]


def test_every_safetensors_dtype_has_a_numpy_view() -> None:
    from inspector.checkpoint.dtype import DTYPES

    for name in DTYPE_NAMES.values():
        assert DTYPES[name].nbytes(8) > 0
