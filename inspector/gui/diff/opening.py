"""From two places to a diff that can be shown: made in a worker."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from inspector.analysis.diff.parts import WHOLE, Part, has_part
from inspector.errors import InspectorError
from inspector.gui.diff.parts import likely_parts
from inspector.progress import Progress

if TYPE_CHECKING:
    from inspector.analysis.diff.model import RuleIdentity
    from inspector.analysis.diff.rollup import Outcome
    from inspector.document import Document
    from inspector.edits.edit import Edit
    from inspector.gui.diff.index import DiffIndex


# What shows a comparison first: importing it in the window's thread would hold that up.
_SHOWN_WITH = ("inspector.gui.diff.diff_pane", "inspector.gui.diff.tensor_page")


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a comparison.

    Attributes:
        part: The part of the file that is compared.
        edits: Of the tab that shows the file, so that what is compared is what is seen there.
        or_whole: Whether the whole file is meant where it has no such part.
    """

    path: FilePath
    part: Part = WHOLE
    edits: tuple[Edit, ...] = ()
    or_whole: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be compared, and how.

    Attributes:
        rejected: Alignments that are not to be used.
        rtol, atol: The tolerance; both 0 for equal bits.
    """

    a: Place
    b: Place
    rejected: frozenset[RuleIdentity] = field(default_factory=frozenset)
    rtol: float = 0.0
    atol: float = 0.0

    @property
    def swapped(self) -> Wanted:
        """The sides exchanged, with what was rejected."""
        turned = frozenset((kind, b, a) for kind, a, b in self.rejected)
        return replace(self, a=self.b, b=self.a, rejected=turned)


@dataclass(frozen=True, slots=True)
class Compared:
    """A diff with what is shown of it. Owns its documents, which are not those of the tabs.

    Attributes:
        a, b: The same document where two parts of one file are compared.
        order: The pairs whose values are to be compared.
    """

    wanted: Wanted
    a: Document
    b: Document
    outcome: Outcome
    index: DiffIndex
    order: Sequence[int]

    def many(self) -> list[Sequence[Any]]:
        """What there is one of for each tensor, with all that hangs on it."""
        contents = [self.a.contents.tensors, self.b.contents.tensors]
        return [*contents, self.outcome.structure.pairs, self.index.rows.names]

    def close(self) -> None:
        """Give the file handles back."""
        self.a.close()
        if self.b is not self.a:
            self.b.close()


class SideFailed(Exception):
    """One of the files cannot be opened, or has no such part: which one, and why."""

    def __init__(self, path: FilePath, error: InspectorError) -> None:
        super().__init__(str(path), error)
        self.path, self.error = path, error


Lent = Sequence[tuple[Place, "Document"]]


def compare(
    wanted: Wanted, progress: Progress, before: Compared | None = None, lent: Lent = ()
) -> Compared:
    """Open both sides and align them; the values are not read. Of a file beside itself, the two
    parts are chosen that a person most likely wants to compare.

    Args:
        before: Its documents are used again where they are of the same files and edits. It must
            not be closed then.
        lent: Documents that are open already, for the caller to close where they were not used.

    Raises:
        SideFailed: One of them cannot be opened, or does not have the part.
        Cancelled: From `progress`.
    """
    from inspector.formats.registry import paused_collector

    for module in _SHOWN_WITH:
        import_module(module)
    opened: list[Document] = []
    try:
        documents: list[Document] = []
        for place in (wanted.a, wanted.b):
            known = _known(place, wanted, documents, before, lent)
            if known is None:
                known = _opened(place, progress)
                opened.append(known)
            documents.append(known)
        if wanted.a == wanted.b and wanted.a.part == WHOLE:
            parts = likely_parts(documents[0].contents)
            sides = [replace(wanted.a, part=part) for part in parts]
            wanted = replace(wanted, a=sides[0], b=sides[1])
        wanted = _settled(wanted, documents)
        with paused_collector():
            made = _aligned(wanted, documents, progress)
    except BaseException:
        for document in opened:
            document.close()
        raise
    # A collection over hundreds of thousands of long-lived values would be seen while scrolling.
    gc.freeze()
    return made


def _settled(wanted: Wanted, documents: list[Document]) -> Wanted:
    """The parts that the files have."""
    sides = []
    for place, document in zip((wanted.a, wanted.b), documents, strict=True):
        part = place.part
        if place.or_whole and not has_part(document.checkpoint, part):
            part = WHOLE
        sides.append(replace(place, part=part, or_whole=False))
    return replace(wanted, a=sides[0], b=sides[1])


def _known(
    place: Place, wanted: Wanted, opened: list[Document], before: Compared | None, lent: Lent
) -> Document | None:
    """The document of a place, if there is one already."""
    known = [(wanted.a, document) for document in opened]
    if before is not None:
        known += [(before.wanted.a, before.a), (before.wanted.b, before.b)]
    known += lent
    same = (place.path, place.edits)
    return next((document for at, document in known if (at.path, at.edits) == same), None)


def _opened(place: Place, progress: Progress) -> Document:
    from inspector.document import open_document

    try:
        document = open_document(place.path, progress)
        try:
            if place.edits:
                document.take_recipe(document.plan_recipe(place.edits))
        except BaseException:
            document.close()
            raise
    except InspectorError as error:
        raise SideFailed(place.path, error) from error
    return document


def _aligned(wanted: Wanted, documents: list[Document], progress: Progress) -> Compared:
    from inspector.analysis.diff.model import Alignment
    from inspector.analysis.diff.rollup import Outcome
    from inspector.analysis.diff.sides import side_of
    from inspector.analysis.diff.structure import structure_diff
    from inspector.gui.diff.index import DiffIndex

    first, second = documents
    sides = []
    for place, document in ((wanted.a, first), (wanted.b, second)):
        try:
            sides.append(side_of(document.checkpoint, document.contents, place.part))
        except InspectorError as error:
            raise SideFailed(place.path, error) from error
    a, b = sides
    structure = structure_diff(a, b, Alignment(rejected=wanted.rejected), progress)
    outcome = Outcome(structure)
    order = [pair.index for pair in structure.pairs if pair.is_comparable]
    return Compared(wanted, first, second, outcome, DiffIndex(outcome), order)
