"""The formats as a table. Content decides; the extension only words the error.

Each format module has `read(reading) -> Checkpoint`; it is imported when its probe says yes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from inspector.bytesource import ByteSource, FileSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.errors import UnreadableFile, say
from inspector.formats import probe
from inspector.formats.folders import checkpoint_file
from inspector.formats.reading import Reading
from inspector.formats.strangers import explain
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress

HEAD_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Format:
    """A container: how to recognise it and which module reads it.

    Attributes:
        probe: Head bytes and the whole source -> is it this; reads no more than it must.
    """

    name: str
    module: str
    probe: Callable[[bytes, ByteSource], bool]


# Ordered: the first that says yes reads the file.
FORMATS = (
    Format("zip archive", "inspector.formats.zip_kinds", probe.is_zip),
    Format("tar archive", "inspector.formats.tar_kinds", probe.is_tar),
    Format("compressed file", "inspector.formats.compressed", probe.is_compressed),
    Format("torch legacy", "inspector.formats.torch_legacy", probe.is_torch_legacy),
    Format("safetensors", "inspector.formats.safetensors", probe.is_safetensors),
    Format("numpy array", "inspector.formats.npy", probe.is_npy),
    Format("torch mobile", "inspector.formats.mobile_flatbuffer", probe.is_mobile_flatbuffer),
    Format("sharded index", "inspector.formats.sharded", probe.is_sharded_index),
    Format("ONNX", "inspector.formats.onnx_model", probe.is_onnx),
    Format("ONNX text", "inspector.formats.onnx_text", probe.is_onnx_text),
    Format("DCP folder", "inspector.formats.dcp", probe.is_dcp),
    Format("pickle", "inspector.formats.plain_pickle", probe.is_pickle),
    Format("zip archive behind other bytes", "inspector.formats.zip_kinds", probe.is_late_zip),
)


def find_format(source: ByteSource) -> Format | None:
    """The format of `source` by its content, or None."""
    head = source.head(HEAD_BYTES)
    return next((format for format in FORMATS if format.probe(head, source)), None)


def read(reading: Reading) -> Checkpoint:
    """Read `reading.source`, whatever it is; used for members of archives too.

    Raises:
        UnknownFormat: It is no checkpoint; the message says what it is.
        InspectorError: It is one, and nothing of it could be read.
    """
    reading.read_any = read
    format = find_format(reading.source)
    if format is None:
        raise explain(reading.source, reading.path)
    checkpoint: Checkpoint = import_module(format.module).read(reading)
    return checkpoint


def open_checkpoint(
    path: Path, progress: Progress = SILENT, limits: ReadLimits = DEFAULT_LIMITS
) -> Checkpoint:
    """Open a file or a folder without executing anything in it. The caller closes the result.

    Raises:
        UnreadableFile: Missing, no permission, not a regular file.
        UnknownFormat: Not a checkpoint.
        CorruptFile, LimitExceeded, Unsupported: A checkpoint of which nothing could be read.
        Cancelled: From `progress`.
    """
    with paused_collector():
        file = checkpoint_file(path) if _is_folder(path) else path
        source = FileSource(file)
        reading = Reading(file, source, limits, progress, sources=[source])
        try:
            checkpoint = read(reading)
        except BaseException:
            for opened in reading.sources:
                opened.close()
            raise
        checkpoint.path = path
        if not checkpoint.size:
            raise UnreadableFile(
                say("{name} is empty.", name=path.name), hint=say("Download or copy it again.")
            )
        return checkpoint


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # opening it says why
        return False


@contextmanager
def paused_collector() -> Iterator[None]:
    """Without the cyclic collector: it looks at every new value again and again (30 % slower).

    What was made meanwhile is frozen, so that the first collection afterwards does not look at all
    of it either; `thaw` gives it back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


def thaw() -> None:
    """Let the collector see what was frozen: a checkpoint that was closed may have cycles."""
    gc.unfreeze()
