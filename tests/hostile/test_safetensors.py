"""safetensors headers that lie: what the library refuses is refused or said here too."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from inspector.errors import LimitExceeded
from inspector.formats.registry import open_checkpoint
from inspector.limits import ReadLimits
from tests.hostile.opening import REFUSED, answer_to
from tests.make.safetensors_files import with_header
from tests.make.torch_zip import torch_zip


def header(*entries: str) -> str:
    """A header of these entries."""
    return "{" + ",".join(entries) + "}"


def entry(name: str, begin: object, end: object, shape: str = "[2]", dtype: str = "F32") -> str:
    """A tensor as JSON text."""
    return f'"{name}":{{"dtype":"{dtype}","shape":{shape},"data_offsets":[{begin},{end}]}}'


EIGHT = bytes(8)
CASES: dict[str, tuple[bytes, str, str]] = {
    "longer than the file": (
        with_header("{}", length=90_000),
        REFUSED,
        "The header of model.pt should have 90,000 bytes, but the file has 10.",
    ),
    "2**64 - 1": (
        with_header("{}", length=2**64 - 1),
        REFUSED,
        "The header of model.pt should have 18,446,744,073,709,551,615 bytes",
    ),
    "a hole": (
        with_header(header(entry("a", 4, 12)), bytes(12)),
        "unknown",
        "4 bytes between the tensors belong to none; the safetensors library refuses",
    ),
    "an overlap": (
        with_header(header(entry("a", 0, 8), entry("b", 4, 12)), bytes(12)),
        "unknown",
        "Tensors share 4 bytes; the safetensors library refuses",
    ),
    "a key twice": (
        with_header(header(entry("a", 0, 8), entry("a", 0, 8)), EIGHT),
        REFUSED,
        "The key 'a' stands twice; readers choose different values.",
    ),
    "past the end": (
        with_header(header(entry("a", 8, 16)), bytes(12)),
        "unreadable",
        "Tensor 'a' is cut off: 4 bytes are missing at the end of the file.",
    ),
    "backwards": (
        with_header(header(entry("a", 8, 0)), EIGHT),
        "unreadable",
        "Tensor 'a' lies at bytes 8 to 0, which is no range.",
    ),
    "negative": (
        with_header(header(entry("a", -8, 0)), EIGHT),
        "unreadable",
        "Tensor 'a' lies at bytes -8 to 0, which is no range.",
    ),
    "a shape for other bytes": (
        with_header(header(entry("a", 0, 8, "[3]")), EIGHT),
        "unreadable",
        "Tensor 'a' needs 12 bytes by its shape and has 8.",
    ),
    "a negative size": (
        with_header(header(entry("a", 0, 8, "[-2]")), EIGHT),
        "unreadable",
        "Tensor 'a' has an impossible shape.",
    ),
    "sizes that overflow": (
        with_header(header(entry("a", 0, 8, "[4294967296,4294967296,4294967296]")), EIGHT),
        "unreadable",
        "Tensor 'a' claims more elements than can exist.",
    ),
    "2,001 dimensions": (
        with_header(header(entry("a", 0, 4, "[" + "1," * 2000 + "1]")), bytes(4)),
        "unreadable",
        "Tensor 'a' has an impossible shape.",
    ),
    "an unknown dtype": (
        with_header(header(entry("a", 0, 8, dtype="F7")), EIGHT),
        "unreadable",
        "Tensor 'a' has the dtype 'F7', which this version does not know.",
    ),
    "a float for a size": (
        with_header(header(entry("a", 0, 8, "[2.0]")), EIGHT),
        "unreadable",
        "Tensor 'a' is not described as the format asks.",
    ),
    "a bool for an offset": (
        with_header(header(entry("a", "false", 8)), EIGHT),
        "unreadable",
        "Tensor 'a' is not described as the format asks.",
    ),
    "an entry that is a text": (
        with_header('{"a":"b"}'),
        "unreadable",
        "Tensor 'a' is not described as the format asks.",
    ),
    "NaN": (with_header('{"a":NaN}'), REFUSED, "The JSON in model.pt cannot be read"),
    "5,000 lists in lists": (
        with_header('{"a":' + "[" * 5000 + "]" * 5000 + "}"),
        REFUSED,
        "The JSON in model.pt cannot be read",
    ),
    "a number of 5,000 digits": (
        with_header('{"a":' + "9" * 5000 + "}"),
        REFUSED,
        "The JSON in model.pt cannot be read",
    ),
    "bad UTF-8": (with_header(b'{"\xff":1}'), REFUSED, "The JSON in model.pt cannot be read"),
    "no JSON": (
        with_header("{hello}"),
        REFUSED,
        "The JSON in model.pt cannot be read: Expecting property name",
    ),
    "metadata that is no text": (
        with_header('{"__metadata__":{"a":1}}'),
        "unknown",
        "A metadata value is no text; the safetensors library refuses",
    ),
    "metadata that is a list": (
        with_header('{"__metadata__":[1]}'),
        "unknown",
        "The metadata is no mapping; the safetensors library refuses",
    ),
    "bytes after the tensors": (
        with_header(header(entry("a", 0, 8)), EIGHT + b"more"),
        "unknown",
        "4 bytes follow the last tensor; the safetensors library refuses",
    ),
    "a zip after the tensors": (
        with_header(header(entry("a", 0, 8)), EIGHT + torch_zip({})),
        "unknown",
        "A zip archive is appended to the tensors; other programs may open that instead.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_safetensors(tmp_path: Path, case: str) -> None:
    data, verdict, said = CASES[case]
    found = answer_to(tmp_path, data)
    assert said in found.text
    assert found.verdict == verdict


def test_the_limit_on_the_header(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(with_header("{}" + " " * 5000))
    with pytest.raises(LimitExceeded) as caught:
        open_checkpoint(path, limits=ReadLimits(header_bytes=1000))
    assert caught.value.message == "The JSON in m.safetensors has 5,002 bytes; the limit is 1,000."


def test_the_layout_of_the_length() -> None:
    """The builder's length is the u64 the format asks for."""
    assert with_header("{}") == struct.pack("<Q", 2) + b"{}"


def test_many_empty_tensors_at_one_place_are_fine(tmp_path: Path) -> None:
    entries = [entry(f"t{at}", 0, 0, "[0]") for at in range(2000)]
    found = answer_to(tmp_path, with_header(header(*entries)))
    assert (found.verdict, found.findings) == ("clean", [])
