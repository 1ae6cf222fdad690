"""gzip, bzip2 and xz around a checkpoint, and archives that hold one."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.errors import LimitExceeded, UnknownFormat
from inspector.formats.registry import open_checkpoint
from inspector.limits import ReadLimits
from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import DENSE, HUGE, VIEWS, WEIGHT, dense
from tests.make.archives import COMPRESSORS, tar
from tests.make.safetensors_files import safetensors
from tests.make.torch_legacy import torch_legacy
from tests.make.torch_zip import packed_zip, torch_zip


class TestGzip(FormatTests):
    format = "torch-legacy"
    container = "compressed file"
    file_name = "model.pth.gz"
    is_inflated = True

    def sample(self) -> bytes:
        return COMPRESSORS["gzip"](torch_legacy(VIEWS))

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return COMPRESSORS["gzip"](torch_legacy({"w": HUGE}))

    def long(self) -> bytes:
        return self.sample()


class TestTarAround(FormatTests):
    format = "torch-zip"
    container = "tar archive"
    file_name = "release.tar"
    reports_progress = False
    padding = 512  # the first block of zeros ends a tar, the second only follows it

    def sample(self) -> bytes:
        return tar([("release/readme.txt", b"hello\n"), ("release/m.pt", torch_zip(VIEWS))])

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return tar([("m.pt", torch_zip({"w": HUGE}))])


WRAPPERS = {
    **COMPRESSORS,
    "tar": lambda data: tar([("folder/m", data)]),
    "tar.gz": lambda data: COMPRESSORS["gzip"](tar([("folder/m", data)])),
    "zip": lambda data: packed_zip({"readme.md": b"# hello", "folder/m": data}),
}
INSIDE = {
    "torch-zip": torch_zip(DENSE),
    "torch-legacy": torch_legacy(DENSE),
    "safetensors": safetensors(dense(DENSE)),
}


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_what_is_inside_is_opened(tmp_path: Path, wrapper: str, inside: str) -> None:
    path = tmp_path / "wrapped"
    path.write_bytes(WRAPPERS[wrapper](INSIDE[inside]))
    with opened(path) as document:
        assert document.checkpoint.format == inside
        assert document.checkpoint.size == path.stat().st_size
        assert document.checkpoint.path == path
        for key, tensor in named_tensors(document).items():
            assert b"".join(tensor.row_major()) == DENSE[key].content()


def test_several_checkpoints_are_one_tree(tmp_path: Path) -> None:
    path = tmp_path / "both.tar"
    path.write_bytes(
        tar([("a/m.pt", torch_zip({"w": WEIGHT})), ("b/m.pt", torch_zip({"v": WEIGHT}))])
    )
    with opened(path) as document:
        assert document.checkpoint.format == "tar"
        assert [entry.path for entry in document.contents.tensors] == [
            ("m.pt", "w"),
            ("b/m.pt", "v"),
        ]


def test_zstandard_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.pt.zst"
    path.write_bytes(b"\x28\xb5\x2f\xfd" + bytes(20))
    with pytest.raises(Exception, match="is compressed with zstandard") as caught:
        open_checkpoint(path)
    assert caught.value.hint == "Run `zstd -d m.pt.zst` and open the result."


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(COMPRESSORS["gzip"](bytes(8 << 20)))
    limits = ReadLimits(inflated_bytes=1 << 20, inflated_per_byte=20)
    with pytest.raises(LimitExceeded, match="unfolds into more than 1,048,576 bytes"):
        open_checkpoint(path, limits=limits)


def test_what_is_no_checkpoint_inside_is_named(tmp_path: Path) -> None:
    path = tmp_path / "page.pt.gz"
    path.write_bytes(COMPRESSORS["gzip"](b"<!DOCTYPE html><html></html>"))
    with pytest.raises(UnknownFormat) as caught:
        open_checkpoint(path)
    assert caught.value.message == (
        "page.pt.gz is a gzip file, but what it holds is no checkpoint: "
        "page.pt is an HTML page, not a checkpoint."
    )


def test_members_of_a_gzip_follow_each_other(tmp_path: Path) -> None:
    data = torch_legacy(DENSE)
    pack = COMPRESSORS["gzip"]
    path = tmp_path / "m.gz"
    path.write_bytes(pack(data[:100]) + pack(data[100:]))
    with opened(path) as document:
        assert list(named_tensors(document)) == list(DENSE)
