"""The edits of one open document: planned on a thread, applied, taken back, shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.document import Document, Step
from inspector.edits.edit import Edit, EditConflict
from inspector.errors import InspectorError, say
from inspector.gui.core_sentences import said
from inspector.gui.document.checked import badges_of
from inspector.gui.document.opening import Opened, opened
from inspector.gui.edits.marks import NO_MARKS, Marks, marks_of, nodes_by_path
from inspector.gui.edits.places import Lookup, lookup_of, prepare
from inspector.gui.edits.words import edit_title
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import translate
from inspector.progress import Progress

Recipe = Callable[[], Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class Edited:
    """A document after some edits, ready to be shown."""

    opened: Opened
    marks: Marks
    lookup: Lookup


class DocumentEdits(QObject):
    """Changes a document on behalf of its tab. Plans that came too late are made again."""

    changed = Signal()
    """The list of edits is another one; what is shown follows with `shown`."""
    shown = Signal(object)
    """An `Edited`: the tree of now."""
    refused = Signal(object)
    """An exception: an edit could not be applied, nothing has changed."""

    def __init__(self, first: Opened, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document = first.document
        self._first = first
        self._jobs = jobs
        self._before: dict[Any, Any] | None = None
        self._waiting: list[tuple[Recipe, str]] = []
        self._removing = ""
        self._planning: Job | None = None
        self._showing: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an edit is still being planned or what it led to being indexed."""
        return self._planning is not None or self._showing is not None

    # -- planning -----------------------------------------------------------------------------

    def plan(
        self,
        owner: QObject,
        edits: Sequence[Edit],
        on_done: Callable[[list[Step]], None],
        on_error: Callable[[Exception], None],
    ) -> Job:
        """What `edits` after those of now would lead to; the document is not changed."""
        recipe = [*self.document.edits, *edits]
        work = self.document.plan_recipe
        return self._jobs.start(owner, lambda _: work(recipe), on_done=on_done, on_error=on_error)

    def take(self, steps: Sequence[Step]) -> None:
        """Make planned steps those of the document."""
        self.document.take_recipe(steps)
        self._show()

    def apply(self, edits: Sequence[Edit]) -> None:
        """Add `edits` to the document, once those that wait before them are done."""
        self._when_free(lambda: [*self.document.edits, *edits])

    def remove(self, at: int) -> None:
        """Take one edit out of the list; `refused` where a later one needs it."""
        edits = self.document.edits
        self._when_free(lambda: [*edits[:at], *edits[at + 1 :]], edit_title(edits[at]))

    def _when_free(self, recipe: Recipe, removing: str = "") -> None:
        self._waiting.append((recipe, removing))
        self._go_on()

    def _go_on(self) -> None:
        if self._planning is None and self._waiting:
            make, self._removing = self._waiting.pop(0)
            recipe = make()
            self._planning = self._jobs.start(
                self,
                lambda _: self.document.plan_recipe(recipe),
                on_done=self._on_plan_done,
                on_error=self._on_plan_error,
            )

    def _on_plan_done(self, steps: list[Step]) -> None:
        self._planning = None
        self.take(steps)
        self._go_on()

    def _on_plan_error(self, error: Exception) -> None:
        self._planning = None
        if self._removing and isinstance(error, InspectorError):
            text = translate("Edits", "“{edit}” stays, because a later edit needs it. {why}")
            text = text.replace("{edit}", self._removing).replace("{why}", said(error.message))
            error = EditConflict(say(text))
        self.refused.emit(error)
        self._go_on()

    # -- history ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last edit back, unless one is being planned."""
        if self._planning is None and self.document.undo() is not None:
            self._show()

    def redo(self) -> None:
        """Apply again what was taken back last, unless an edit is being planned."""
        if self._planning is None and self.document.redo() is not None:
            self._show()

    def _show(self) -> None:
        """Index the tree of now on a thread; the latest one wins."""
        if self._showing is not None:
            self._showing.abandon()
        document = self.document
        checkpoint, contents, is_first = document.checkpoint, document.contents, not document.steps
        self._showing = self._jobs.start(
            self,
            lambda progress: self._indexed(checkpoint, contents, is_first, progress),
            on_done=self._on_index_done,
            on_error=self._on_index_error,
        )
        self.changed.emit()

    def _indexed(
        self, checkpoint: Any, contents: Any, is_first: bool, progress: Progress
    ) -> Edited:
        """In the worker: nothing here touches the document itself."""
        if self._before is None:
            self._before = nodes_by_path(self._first.tree)
            prepare(self._first.tree)
        as_it_is = Document(self.document.path, checkpoint, contents, self.document.identity)
        checked = self._first.checked
        made = replace(opened(as_it_is, progress), document=self.document, checked=checked)
        made.tree.badges = badges_of(checked.records(contents), made.tree)
        marks = NO_MARKS if is_first else marks_of(self._before, made.tree)
        prepare(made.tree)
        return Edited(made, marks, lookup_of(made.tree))

    def _on_index_done(self, edited: Edited) -> None:
        self._showing = None
        self.shown.emit(edited)

    def _on_index_error(self, error: Exception) -> None:
        self._showing = None
        self.refused.emit(error)
