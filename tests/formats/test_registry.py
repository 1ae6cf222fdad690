"""Which format a file is, by its first bytes (formats.md, section 0)."""

from __future__ import annotations

from importlib import import_module

import pytest

from inspector.bytesource import BytesSource
from inspector.formats.registry import FORMATS, find_format
from tests.make.archives import COMPRESSORS, npy, tar
from tests.make.pickles import encode, integer, pickle
from tests.make.safetensors_files import sharded_index, with_header
from tests.make.torch_legacy import MAGIC, torch_legacy
from tests.make.torch_zip import torch_zip

TEXT_MAGIC = f"L{MAGIC}L\n.".encode()

FILES = {
    "torch.save": (torch_zip({}), "zip archive"),
    "an empty zip": (b"PK\5\6" + bytes(18), "zip archive"),
    "tar": (tar([("a", b"b")]), "tar archive"),
    **{name: (pack(b"x"), "compressed file") for name, pack in COMPRESSORS.items()},
    "zstandard": (b"\x28\xb5\x2f\xfd\0\0", "compressed file"),
    **{
        f"legacy, protocol {protocol}": (torch_legacy({}, protocol), "torch legacy")
        for protocol in (2, 3, 4, 5)
    },
    "legacy, protocol 4 with a frame": (
        b"\x80\x04\x95\x0d\0\0\0\0\0\0\0\x8a\x0a" + MAGIC.to_bytes(10, "little") + b".",
        "torch legacy",
    ),
    "legacy, protocol 0": (TEXT_MAGIC + b"I1001\n.", "torch legacy"),
    "safetensors": (with_header("{}"), "safetensors"),
    "safetensors, header longer than the file": (with_header("{}", length=90_000), "safetensors"),
    "npy": (npy("<f4", (0,), b""), "numpy array"),
    "torch mobile": (b"\x1c\0\0\0PTMF" + bytes(20), "torch mobile"),
    "sharded index": (sharded_index({"a": "b"}), "sharded index"),
    "sharded index with a BOM": (b"\xef\xbb\xbf" + sharded_index({"a": "b"}), "sharded index"),
    "ONNX text": (b'<ir_version: 10, opset_import: ["" : 20]>', "ONNX text"),
    **{
        f"pickle, protocol {protocol}": (pickle(integer(1), protocol=protocol), "pickle")
        for protocol in (2, 3, 4, 5)
    },
    "pickle, protocol 0": (b"(dp0\nS'a'\nI1\ns.", "pickle"),
    "pickle, protocol 1": (b"}q\0U\1aK\1s.", "pickle"),
    "junk before a zip": (b"#!/bin/sh\n" + torch_zip({}), "zip archive behind other bytes"),
    "nothing": (b"", None),
    "zeros, which Python's tarfile takes for a tar": (bytes(2048), None),
    "GGUF": (b"GGUF\3\0\0\0" + bytes(64), None),
    "HDF5": (b"\x89HDF\r\n\x1a\n" + bytes(64), None),
    "a Git LFS pointer": (b"version https://git-lfs.github.com/spec/v1\n", None),
    "HTML": (b"<!DOCTYPE html><html>", None),
    "JSON": (b'{"architectures": ["Net"]}', None),
    "English": (b"Notes on the training run of last week\n" * 9, None),
    "C": (b"(void) 0; /* not a pickle */\n" * 9, None),
}


@pytest.mark.parametrize("name", FILES)
def test_content_decides(name: str) -> None:
    data, expected = FILES[name]
    found = find_format(BytesSource(data, "file"))
    assert (found.name if found else None) == expected


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_every_format_has_a_reader(format: object) -> None:
    assert callable(import_module(format.module).read)  # type: ignore[attr-defined]


def test_probing_reads_no_more_than_it_must() -> None:
    """A probe sees the head, and asks for more only where a name or an end decides."""
    data = pickle(encode([None] * 500_000))
    reads: list[int] = []

    class Counting(BytesSource):
        def _read(self, offset: int, nbytes: int) -> bytes:
            reads.append(nbytes)
            return super()._read(offset, nbytes)

    assert find_format(Counting(data, "file")) is not None
    assert sum(reads) <= 1024
