"""The weight files beside an ONNX model, which must lie in its folder.

Rules: onnx/docs/ExternalData.md.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Protocol

from inspector.bytesource import ByteSource, FileSource
from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Storage
from inspector.describe import visible
from inspector.errors import (
    CorruptFile,
    InspectorError,
    Unsupported,
    finding_of,
    say,
)
from inspector.formats.onnx_notes import Notes
from inspector.formats.onnx_wire import DAMAGED
from inspector.formats.reading import Reading

_HOSTILE = say("Do not load this model elsewhere: it makes programs read other files.")
_HELD_OPEN = 100  # weight files; models with one file per tensor have thousands
_MAX_FILES, _MAX_FOLDERS = 20_000, 32


class Wanted(Protocol):
    """A tensor whose values are in another file; `external` is its external_data, by key."""

    name: str
    external: dict[str, str]

    @property
    def dtype(self) -> DType:
        """The element type."""


class _Reopened(ByteSource):
    """A file that is opened for each read, so that thousands of them need no handles."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        self.size = path.stat().st_size

    def _read(self, offset: int, nbytes: int) -> bytes:
        source = FileSource(self._path)
        try:
            return source.read(offset, nbytes)
        finally:
            source.close()


class Beside:
    """The weight files of a model, which must lie in its folder.

    Attributes:
        sources: Location as written -> the file, or why it is not read.
    """

    def __init__(self, reading: Reading, notes: Notes) -> None:
        self.sources: dict[str, ByteSource | InspectorError] = {}
        self._reading = reading
        self._notes = notes
        self._storages: dict[tuple[str, int, int], Storage] = {}
        self._folder = reading.path.parent
        # A model that is a link (as in a download cache) has its weights where the link leads.
        real = (os.path.realpath(self._folder), os.path.realpath(reading.path))
        self._roots = (Path(real[0]), Path(real[1]).parent)

    def source(self, location: str, where: str) -> ByteSource | InspectorError:
        """The file at `location`, or why it is not read; noted once."""
        if len(self.sources) >= _MAX_FILES:
            location = ""
        if location not in self.sources:
            try:
                self.sources[location] = self._open(location, where)
            except (InspectorError, OSError) as error:
                if isinstance(error, OSError):
                    what = say(
                        "The weights file '{name}' cannot be opened.", name=visible(location, 200)
                    )
                    error = CorruptFile(what, where=where, hint=say("Check the model's folder."))
                is_escape = isinstance(error, Unsupported)
                self._notes.add(finding_of(error, "danger" if is_escape else "error"))
                error.__traceback__ = None
                self.sources[location] = error
        return self.sources[location]

    def _open(self, location: str, where: str) -> ByteSource:
        shown = visible(location, 200)
        if len(self.sources) >= _MAX_FILES:
            what = say("The model has its weights in more than {n} files.", n=_MAX_FILES)
            raise CorruptFile(what, where=where, hint=say("Save it with all weights in one file."))
        if not location or location.count("/") > _MAX_FOLDERS:
            what = say(
                "'{name}' can be no file next to the model, but a tensor's weights are there.",
                name=shown,
            )
            raise CorruptFile(what, where=where, hint=DAMAGED)
        real = Path(os.path.realpath(self._folder / location)) if _is_local(location) else None
        if real is None or not any(real.is_relative_to(root) for root in self._roots):
            raise Unsupported(
                say(
                    "The weights of a tensor are to be read from '{name}', outside the "
                    "model's folder; that was not opened.",
                    name=shown,
                ),
                where=where,
                hint=_HOSTILE,
            )
        if not real.exists():
            raise CorruptFile(
                say("The weights file '{name}' is missing next to the model.", name=shown),
                where=where,
                hint=say("Put it into the model's folder, under exactly this name."),
            )
        if not real.is_file():
            raise Unsupported(
                say(
                    "The weights of a tensor are to be read from '{name}', which is no "
                    "regular file; it was not opened.",
                    name=shown,
                ),
                where=where,
                hint=_HOSTILE,
            )
        is_one_of_many = len(self.sources) >= _HELD_OPEN
        return _Reopened(real) if is_one_of_many else self._reading.open_beside(real)

    def storage(self, wanted: Wanted, source: ByteSource, need: int, where: str) -> Storage:
        """The `need` bytes that external_data points to; one storage for equal ranges.

        Raises:
            CorruptFile: The numbers are none, are too many or too few, or lead out of the file.
        """
        offset = wanted.external.get("offset", "0")
        length = wanted.external.get("length", str(need))
        start = _number(offset)
        if start < 0 or _number(length) != need:
            raise CorruptFile(
                say(
                    "'{name}' needs {n} bytes, but its external_data gives it length "
                    "'{length}' at offset '{offset}'.",
                    name=visible(wanted.name, 200),
                    n=need,
                    length=visible(length, 40),
                    offset=visible(offset, 40),
                ),
                where=where,
                hint=DAMAGED,
            )
        if start + need > source.size:
            raise CorruptFile(
                say(
                    "'{name}' needs bytes {start} to {end} of {file}, which has {size}.",
                    name=visible(wanted.name, 200),
                    start=start,
                    end=start + need,
                    file=source.name,
                    size=source.size,
                ),
                where=where,
                hint=say("Download or copy {name} again.", name=source.name),
            )
        key = wanted.external["location"], start, need
        if key not in self._storages:
            self._storages[key] = Storage(wanted.name, wanted.dtype, need, None, source, start)
        return self._storages[key]


def _is_local(location: str) -> bool:
    """Whether a location is a plain relative path to every system that may load the model."""
    is_odd = "\0" in location or "\\" in location or "://" in location
    is_rooted = location.startswith(("/", "~")) or re.match("[A-Za-z]:", location) is not None
    return not is_odd and not is_rooted and ".." not in location.split("/")


def _number(text: str) -> int:
    """The value of plain digits; -1 where they are none."""
    return int(text) if len(text) <= 20 and text.isascii() and text.isdigit() else -1
