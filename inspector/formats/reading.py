"""One opening of one file: what every reader needs, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from inspector.bytesource import ByteSource, BytesSource, FileSource
from inspector.checkpoint.checkpoint import Checkpoint, GlobalFact
from inspector.errors import (
    Finding,
    InspectorError,
    LimitExceeded,
    Sentence,
    Unsupported,
    finding_of,
    say,
)
from inspector.formats.numpy_objects import NUMPY_FOLDS
from inspector.formats.torch_objects import TORCH_FOLDS
from inspector.inert import Object, Pid
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.pickling.audit import Audit
from inspector.pickling.builtins import BUILTIN_FOLDS
from inspector.pickling.machine import Machine, Pickled
from inspector.pickling.state import Fold
from inspector.progress import SILENT, Progress

FOLDS: Mapping[str, Fold] = {**BUILTIN_FOLDS, **NUMPY_FOLDS, **TORCH_FOLDS}


def _no_formats(reading: Reading) -> Checkpoint:
    raise Unsupported(
        say("{name} lies inside another file.", name=reading.source.name),
        hint=say("Unpack it first."),
    )


@dataclass
class Reading:
    """Everything one opening shares, from the outermost container to the innermost pickle.

    Attributes:
        path: The file a person chose.
        source: The bytes of the part being read; a member of an archive for nested readings.
        findings, audit: Filled by readers; shared with nested readings.
        sources: What the checkpoint must close; shared likewise.
        depth: How many containers are around this one.
        broken: Sentences; any of them means that the file could not be followed to its end.
        read_any: Reads a nested container of any format; given by the table of formats, which
            knows the readers while they do not know it.
    """

    path: Path
    source: ByteSource
    limits: ReadLimits = DEFAULT_LIMITS
    progress: Progress = SILENT
    findings: list[Finding] = field(default_factory=list)
    audit: Audit = field(default_factory=Audit)
    sources: list[ByteSource] = field(default_factory=list)
    depth: int = 0
    broken: list[Sentence] = field(default_factory=list)
    read_any: Callable[[Reading], Checkpoint] = _no_formats

    def inside(self, source: ByteSource) -> Reading:
        """The reading of a container inside this one.

        Raises:
            LimitExceeded: Containers are nested too deep.
        """
        if self.depth >= self.limits.nesting:
            raise LimitExceeded(
                say(
                    "{name} lies in {n} containers, one inside the other.",
                    name=source.name,
                    n=self.depth,
                ),
                hint=say("Unpack the outer ones first."),
            )
        return replace(self, source=source, depth=self.depth + 1)

    def read_inside(self, source: ByteSource) -> Checkpoint:
        """The checkpoint in a container inside this one.

        Raises:
            UnknownFormat: It is none.
            InspectorError: It is one, and nothing of it could be read.
        """
        return self.read_any(self.inside(source))

    def open_beside(self, path: Path) -> FileSource:
        """Another file of the same checkpoint, closed with it.

        Raises:
            UnreadableFile: As `FileSource`.
        """
        source = FileSource(path)
        self.sources.append(source)
        return source

    def find(self, finding: Finding) -> None:
        """Note something about the file; errors mean that it is not whole."""
        self.findings.append(finding)
        if finding.severity == "error":
            self.broken.append(finding.what)

    def warn(self, what: Sentence, where: str | None = None, hint: Sentence | None = None) -> None:
        """Note something a person should know; the file cannot be called clean any more."""
        self.findings.append(Finding("warning", where, what, hint))

    def pickle(
        self,
        name: str,
        source: ByteSource | None = None,
        start: int = 0,
        stop: int = -1,
        bytes_on_disk: int = -1,
        persistent_load: Callable[[Any], Any] = Pid,
        folds: Mapping[str, Fold] | None = None,
    ) -> Pickled:
        """Decode one pickle; its globals, oddities and error are taken into the reading.

        Args:
            folds: Calls to read in another way than usual, by dotted name.
        """
        table = {**FOLDS, "torch.storage._load_from_bytes": self._load_from_bytes, **(folds or {})}
        machine = Machine(
            self.source if source is None else source,
            name,
            start,
            stop,
            bytes_on_disk,
            table,
            persistent_load,
            self.limits,
            self.progress,
        )
        pickled = machine.run()
        self.audit.add(pickled, name)
        self.findings.extend(Finding("warning", name, odd) for odd in pickled.oddities)
        if pickled.error is not None:
            self.find(finding_of(pickled.error))
        return pickled

    def _load_from_bytes(self, record: Object) -> Any:
        """A whole torch file as bytes: how plain `pickle.dump` writes a storage."""
        data = record.args[0] if len(record.args) == 1 else None
        if not isinstance(data, bytes):
            return record
        try:
            inner = self.read_inside(BytesSource(data, say("bytes in the pickle")))
        except InspectorError as error:
            self.find(finding_of(error))
            return record
        if inner.format == "torch-legacy":
            return inner.root
        self.warn(say("A pickle holds another file in its bytes, which torch would load."))
        return record

    def finish(
        self, root: Any, format: str, version: str | None = None, **facts: Any
    ) -> Checkpoint:
        """The checkpoint, with everything this reading collected."""
        is_odd = any(finding.severity in ("warning", "danger") for finding in self.findings)
        verdict = self.audit.verdict(not self.broken)
        if verdict == "clean" and is_odd:
            verdict = "unknown"
        if any(finding.severity == "danger" for finding in self.findings):
            verdict = "dangerous"
        return Checkpoint(
            path=self.path,
            size=self.source.size,
            format=format,
            root=root,
            format_version=version,
            findings=self.findings,
            globals=[
                GlobalFact(use.name, use.verdict, tuple(use.where), use.count)
                for use in self.audit.globals
            ],
            verdict=verdict,
            facts={name: fact for name, fact in facts.items() if fact is not None},
            sources=self.sources,
        )
