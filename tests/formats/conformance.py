"""What every format promises; a format's own test class adds its files and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest

from inspector.bytesource import BytesSource, FileSource
from inspector.checkpoint.contents import survey
from inspector.checkpoint.tensor import Tensor
from inspector.document import Document, open_document
from inspector.errors import Cancelled, InspectorError
from inspector.formats.reading import Reading
from inspector.formats.registry import find_format, open_checkpoint, read
from inspector.limits import DEFAULT_LIMITS
from inspector.progress import Progress
from tests.make.tensors import View

PAYLOAD = 3 << 20  # bytes of one storage in the files that must be opened without reading it
# Read beside a payload: the machine's first 64 KiB, or the search for a zip's end; and heads.
READ_AHEAD = 68 << 10
PATTERN = b"\xa5\x5a\xc3\x3c" * 8  # how payloads are found in a file


@dataclass(frozen=True)
class Expected:
    """What a tensor must turn out to be. None: the format does not say."""

    dtype: str
    shape: tuple[int, ...]
    stride: tuple[int, ...]
    offset: int
    device: str | None
    content: bytes


def expected_of(view: View, device: str | None = None, offset: int | None = None) -> Expected:
    """What a `View` must turn out to be."""
    place = view.storage.location if device is None else device
    start = view.offset if offset is None else offset
    return Expected(view.dtype, view.shape, view.strides, start, place, view.content())


class FormatTests:
    """Subclasses name the format, make its files and say what is in them.

    Attributes:
        format: `Checkpoint.format` of its files.
        container: `Format.name` in the registry.
        opens_clean: Whether the verdict on its honest files is "clean"; programs never are.
        is_inflated: The bytes are compressed, so opening has to read them all.
        padding: Bytes at the end that may be missing: they say nothing.
    """

    format: ClassVar[str]
    container: ClassVar[str]
    file_name: ClassVar[str] = "model.pt"
    opens_clean: ClassVar[bool] = True
    is_inflated: ClassVar[bool] = False
    padding: ClassVar[int] = 0
    reports_progress: ClassVar[bool] = True

    def sample(self) -> bytes:
        """A small file."""
        raise NotImplementedError

    def expected(self) -> dict[str, Expected]:
        """Key -> what is in `sample`, in file order."""
        raise NotImplementedError

    def large(self) -> bytes:
        """A file with a storage of `PAYLOAD` bytes of `PATTERN`."""
        raise NotImplementedError

    def long(self) -> bytes:
        """A file that takes long enough to report progress; only where `reports_progress`."""
        return self.sample()

    def write(self, folder: Path, data: bytes) -> Path:
        """Put a file of this format into `folder`; the path to open."""
        path = folder / self.file_name
        path.write_bytes(data)
        return path

    # -- the promises -------------------------------------------------------------------------

    def test_content_decides(self, tmp_path: Path) -> None:
        """The format is recognised whatever the file is called."""
        path = self.write(tmp_path, self.sample())
        source = FileSource(path)
        try:
            found = find_format(source)
        finally:
            source.close()
        assert found is not None
        assert found.name == self.container
        with opened(path) as document:
            assert document.checkpoint.format == self.format

    def test_tensors_are_what_was_written(self, tmp_path: Path) -> None:
        with opened(self.write(tmp_path, self.sample())) as document:
            tensors = named_tensors(document)
            expected = self.expected()
            assert list(tensors) == list(expected)
            for key, truth in expected.items():
                assert facts_of(tensors[key]) == truth, key

    def test_verdict(self, tmp_path: Path) -> None:
        with opened(self.write(tmp_path, self.sample())) as document:
            assert document.verdict == ("clean" if self.opens_clean else "unknown")
            assert [f for f in document.findings if f.severity != "info"] == []

    def test_truncated_anywhere_is_an_error_or_is_said(self) -> None:
        """No length of a cut file raises anything else, and none is shown as whole."""
        whole = self.sample()
        sizes = range(len(whole) - self.padding)
        shown_as_whole = [size for size in sizes if verdict_of(whole[:size]) in ("clean", None)]
        assert shown_as_whole == []

    def test_opening_reads_no_storage(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = self.write(tmp_path, self.large())
        name, start = payload_in(tmp_path)
        assert name or self.is_inflated
        ranges = watch_reads(monkeypatch)
        with opened(path) as document:
            inside = covered(ranges.get(name, []), start, start + PAYLOAD)
            assert inside <= READ_AHEAD or self.is_inflated
            (tensor,) = [t for t in named_tensors(document).values() if t.nbytes == PAYLOAD]
            assert b"".join(tensor.row_major()) == PATTERN * (PAYLOAD // len(PATTERN))

    def test_the_source_is_never_written(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.sample())
        before = snapshot(tmp_path)
        with opened(path) as document:
            for tensor in named_tensors(document).values():
                b"".join(tensor.row_major())
        assert snapshot(tmp_path) == before

    def test_opening_twice_gives_equal_facts(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.sample())
        with opened(path) as first, opened(path) as second:
            assert facts(first) == facts(second)

    def test_close_gives_every_file_back(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.sample())
        before = open_descriptors()
        document = open_document(path)
        assert open_descriptors() - before or not before
        document.close()
        assert open_descriptors() == before

    def test_cancel_leaves_no_file_open(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.long() if self.reports_progress else self.sample())
        before = open_descriptors()
        reports: list[str] = []

        def stop(done: int, total: int, text: str) -> None:
            reports.append(text)
            raise Cancelled

        if self.reports_progress:
            with pytest.raises(Cancelled):
                open_checkpoint(path, Progress(stop))
        else:
            open_checkpoint(path, Progress(stop)).close()
        assert bool(reports) == self.reports_progress
        assert open_descriptors() == before

    def test_a_broken_file_leaves_no_file_open(self, tmp_path: Path) -> None:
        whole = self.sample()
        before = open_descriptors()
        for size in range(0, len(whole), max(len(whole) // 20, 1)):
            path = self.write(tmp_path, whole[:size])
            with suppress(InspectorError):
                open_document(path).close()
        assert open_descriptors() == before


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """A document that is closed afterwards."""
    document = open_document(path)
    try:
        yield document
    finally:
        document.close()


def named_tensors(document: Document) -> dict[str, Tensor]:
    """Key, or path where there is none -> tensor; arrays too."""
    entries = document.contents.tensors + document.contents.arrays
    return {entry.key or ".".join(map(str, entry.path)): entry.tensor for entry in entries}


def facts_of(tensor: Tensor) -> Expected:
    """A tensor in the words of `Expected`, its values read in both ways."""
    assert tensor.shape is not None
    assert tensor.stride is not None
    content = b"".join(tensor.row_major())
    assert tensor.read().tobytes() == content
    place = (tensor.storage_offset or 0, tensor.device)
    return Expected(tensor.dtype.name, tensor.shape, tensor.stride, *place, content)


def facts(document: Document) -> dict[str, Any]:
    """Everything `show --json --hash` says."""
    from inspector.cli.facts import document_facts

    return document_facts(document, with_hash=True)


def verdict_of(data: bytes) -> str | None:
    """The verdict on a file of these bytes; "refused" where it is an error."""
    source = BytesSource(data, "cut.pt")
    reading = Reading(Path("/nowhere/cut.pt"), source)
    try:
        checkpoint = read(reading)
        contents = survey(checkpoint, DEFAULT_LIMITS)
    except InspectorError as error:
        return "refused" if error.message else None
    finally:
        for extra in reading.sources:
            extra.close()
    document = Document(Path("/nowhere/cut.pt"), checkpoint, contents, None)
    return document.verdict if said(document) else None


def said(document: Document) -> bool:
    """Whether something about the document is worth a warning."""
    return any(finding.severity != "info" for finding in document.findings)


def payload_in(folder: Path) -> tuple[str, int]:
    """(file, offset) of the large storage; an empty name where the bytes are compressed."""
    found = [(path.name, path.read_bytes().find(PATTERN * 8)) for path in folder.iterdir()]
    return next(((name, at) for name, at in found if at >= 0), ("", 0))


def watch_reads(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[int, int]]]:
    """File name -> the (start, end) of every read of it from now on."""
    ranges: dict[str, list[tuple[int, int]]] = {}
    original = FileSource._read

    def record(self: FileSource, offset: int, nbytes: int) -> bytes:
        ranges.setdefault(self.name, []).append((offset, offset + nbytes))
        return original(self, offset, nbytes)

    monkeypatch.setattr(FileSource, "_read", record)
    return ranges


def covered(ranges: list[tuple[int, int]], low: int, high: int) -> int:
    """Bytes between `low` and `high` that are in at least one of the ranges."""
    total, at = 0, low
    for start, end in sorted(ranges):
        start, end = max(start, at), min(end, high)
        if start < end:
            total, at = total + end - start, end
    return total


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Name -> (bytes, modification time) of the files in a folder."""
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(folder.iterdir())}


def open_descriptors() -> set[str]:
    """The file descriptors of this process; empty where the system does not list them."""
    listing = Path("/dev/fd")
    if not listing.is_dir():
        return set()
    names = set(os.listdir(listing))  # noqa: PTH208 — the listing's own descriptor is in it
    return {name for name in names if (listing / name).exists()}
