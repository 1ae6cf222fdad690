"""A checkpoint: the whole content of one file, or of one sharded set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.bytesource import ByteSource
from inspector.checkpoint.program import Program
from inspector.errors import Finding
from inspector.progress import Progress


@dataclass(frozen=True, slots=True)
class GlobalFact:
    """One global that the file's pickles name.

    Attributes:
        verdict: "safe", "unknown" or "dangerous".
        where: The pickles that name it.
        count: How often their opcodes do.
    """

    name: str
    verdict: str
    where: tuple[str, ...]
    count: int


@dataclass
class Checkpoint:
    """What a file holds. Owns `sources`: `close` gives the file handles back.

    Attributes:
        path: The file, or the folder of a sharded set.
        size: Bytes on disk, of all files of the set.
        format: The container's name in `inspector show --json`.
        format_version: As the file states it, or None.
        root: The tree (`inspector.checkpoint.tree`).
        verdict: "clean", "unknown", "dangerous" or "unreadable" (`inspector scan`).
        facts: What the container says beside the tree, by name (producer, byte order, ...).
        texts: Source code and other texts in the container, by record name, read on demand.
        program: Reads the graph of an ONNX model; None for other formats. Raises InspectorError.
        exported: Parses the JSON of a torch.export program; likewise.
    """

    path: Path
    size: int
    format: str
    root: Any
    format_version: str | None = None
    findings: list[Finding] = field(default_factory=list)
    globals: list[GlobalFact] = field(default_factory=list)
    verdict: str = "clean"
    facts: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, ByteSource] = field(default_factory=dict)
    sources: list[ByteSource] = field(default_factory=list)
    program: Callable[[Progress], Program] | None = None
    exported: Callable[[], Any] | None = None

    def close(self) -> None:
        """Close the files. Tensors can no longer be read."""
        for source in self.sources:
            source.close()
