"""Opening a hostile file: what is said of it, whether it is refused or not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector.cli.facts import document_facts
from inspector.cli.outline import outline
from inspector.document import open_document
from inspector.errors import Finding, InspectorError, finding_of

# Where no error is the answer: the verdict of a file that was refused.
REFUSED = "refused"


@dataclass(frozen=True)
class Answer:
    """What a person is told of a file.

    Attributes:
        verdict: The document's, or `REFUSED`.
        error: Why it was refused, or None.
        findings: Of the document; of a refused file the error as one.
    """

    verdict: str
    error: InspectorError | None
    findings: list[Finding]

    @property
    def text(self) -> str:
        """All sentences."""
        return "\n".join(finding.what for finding in self.findings)

    @property
    def severities(self) -> set[str]:
        """Of the findings."""
        return {finding.severity for finding in self.findings}


def answer(path: Path, views: bool = True) -> Answer:
    """Open a file, show it in every way, close it. Only `InspectorError` is an answer.

    Args:
        views: Also make the facts and the outline of it.
    """
    try:
        document = open_document(path)
    except InspectorError as error:
        return Answer(REFUSED, error, [finding_of(error)])
    try:
        if views:
            document_facts(document, with_hash=False)
            list(outline(document, 100, flat=False, with_hash=False))
        return Answer(document.verdict, None, document.findings)
    finally:
        document.close()


def answer_to(folder: Path, data: bytes, name: str = "model.pt") -> Answer:
    """As `answer`, for a file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return answer(path)
