"""What load_state_dict would say, in torch's words, and what to do about it with one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.analysis.compatibility import LoadReport
from inspector.describe import visible
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.tensor.task_line import TaskLine
from inspector.gui.edits.words import edit_title
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.icons import pixmap
from inspector.gui.jobs import Jobs
from inspector.gui.text import DETAIL_LIMIT, emphasised, label, literal, monospace, translate
from inspector.gui.theme import GRID, STATUSES, colours
from inspector.repair import Loading

# Given the text of an error, or "" where none is asked for: makes a `Loading` in a worker.
Work = Callable[[str], Loading]
_PASTED_AFTER_MS = 250
_MOST_EDITS = 12


class LoadPanel(QWidget):
    """Which question is asked, torch's answer, and the edits that would help."""

    apply_requested = Signal(int, object)
    """The number of the question, and edits for the file that it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._works: list[tuple[Work, bool]] = []
        self.fit: Loading | None = None
        self.question = QComboBox()
        self.pasted = QPlainTextEdit()
        self.pasted.setFont(monospace())
        self.answer = QPlainTextEdit()
        self.answer.setReadOnly(True)
        self.answer.setFont(monospace())
        self.icon = QLabel()
        self.verdict = label()
        self.verdict.setFont(emphasised(self.font()))
        self.verdict.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.proposal = label()
        self.proposal.setWordWrap(True)
        self.apply = QPushButton()
        self.line = TaskLine()
        self._build()
        self._calm = QTimer(self, singleShot=True, interval=_PASTED_AFTER_MS)
        self._calm.timeout.connect(self.ask)
        self.question.activated.connect(lambda _: self.ask())
        self.pasted.textChanged.connect(self._calm.start)
        self.apply.clicked.connect(self._on_apply_clicked)
        self._retranslate()
        self._dress()

    def _dress(self) -> None:
        """Fusion's frames are hardly seen on a dark ground, and this is where to paste."""
        now = colours()
        self.pasted.setStyleSheet(
            f"QPlainTextEdit {{ border: 1px solid {now.line}; border-radius: 4px;"
            f" background: {now.raised}; color: {now.text}; padding: 4px; }}"
            f"QPlainTextEdit:focus {{ border-color: {now.accent}; }}"
        )

    def _build(self) -> None:
        said = QHBoxLayout()
        said.addWidget(self.icon)
        said.addWidget(self.verdict, 1)
        left = QVBoxLayout()
        left.addWidget(self.question)
        left.addLayout(said)
        left.addWidget(self.proposal)
        below = QHBoxLayout()
        below.addWidget(self.apply)
        below.addStretch(1)
        left.addLayout(below)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.pasted, 1)
        right.addWidget(self.answer, 1)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID // 2)
        column.addLayout(both, 1)
        column.addWidget(self.line)

    def use_jobs(self, jobs: Jobs) -> None:
        """Where the answer is worked out."""
        self.line.use_jobs(jobs)

    def show_questions(self, questions: Sequence[tuple[str, Work, bool]]) -> None:
        """Offer questions: text, how it is answered, whether an error's text is needed."""
        at = max(self.question.currentIndex(), 0)
        self._works = [(work, is_pasted) for _, work, is_pasted in questions]
        self.question.clear()
        self.question.addItems([text for text, _, _ in questions])
        self.question.setCurrentIndex(min(at, len(questions) - 1))
        self.question.setVisible(len(questions) > 1)
        self.ask()

    def ask(self) -> None:
        """Work out the answer to the chosen question."""
        at = self.question.currentIndex()
        if not 0 <= at < len(self._works):
            return
        work, is_pasted = self._works[at]
        text = self.pasted.toPlainText() if is_pasted else ""
        self.pasted.setVisible(is_pasted)
        self._clear()
        if is_pasted and not text.strip():
            self.answer.hide()
            self.line.stop()
            self.verdict.setText(translate("LoadPanel", "Paste what torch said."))
            return
        self.line.run(lambda _: work(text), self._on_fit_done, self._on_fit_error)

    def _clear(self) -> None:
        self.fit = None
        self.icon.clear()
        for widget in (self.verdict, self.proposal):
            widget.setText("")
        self.apply.hide()

    # -- answers ------------------------------------------------------------------------------

    def _on_fit_done(self, fit: Loading) -> None:
        self.fit = fit
        report = fit.report
        if report.loads:
            self._say(
                "clean", translate("LoadPanel", "It would load: every key is there and fits.")
            )
        else:
            text = translate("LoadPanel", "It would not load: {counts}.")
            self._say("error", text.replace("{counts}", counts_text(report)))
        message = report.message or ""
        lines = message[:DETAIL_LIMIT].replace("\t", "    ")
        self.answer.setPlainText(literal(lines, DETAIL_LIMIT))
        self.answer.setVisible(bool(message))
        self.proposal.setText(_proposal(fit))
        self.apply.setVisible(bool(fit.edits))

    def _on_fit_error(self, error: Exception) -> None:
        self.answer.hide()
        if isinstance(error, InspectorError):
            self._say("warning", visible(said(error.message), 400))
            self.proposal.setText(visible(said(error.hint or ""), 400))
        else:
            record(error)
            self._say("error", translate("LoadPanel", "Inspector made a mistake here."))

    def _say(self, severity: str, text: str) -> None:
        status = STATUSES[severity]
        name = "circle-check" if severity == "clean" else status.icon
        self.icon.setPixmap(pixmap(name, status.colour.name(), 16))
        self.icon.setAccessibleName(status.text)
        self.verdict.setText(text)
        self.verdict.setToolTip("")

    def _on_apply_clicked(self) -> None:
        if self.fit is not None and self.fit.edits:
            self.apply_requested.emit(self.question.currentIndex(), list(self.fit.edits))

    def _retranslate(self) -> None:
        self.question.setAccessibleName(translate("LoadPanel", "What is loaded into what"))
        self.pasted.setAccessibleName(translate("LoadPanel", "Text of torch's error"))
        self.pasted.setPlaceholderText(
            "RuntimeError: Error(s) in loading state_dict for ResNet:\n"
            '    Missing key(s) in state_dict: "fc.weight", …'
        )
        self.answer.setAccessibleName(translate("LoadPanel", "What torch would say"))
        self.apply.setText(translate("LoadPanel", "Apply These Edits"))

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            QTimer.singleShot(0, self, self.ask)
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "pasted"):
            self._dress()


def counts_text(report: LoadReport) -> str:
    """ "3 missing, 1 unexpected, 2 of another size"."""
    parts = []
    for number, text in (
        (len(report.missing), translate("LoadPanel", "{n} missing")),
        (len(report.unexpected), translate("LoadPanel", "{n} unexpected")),
        (len(report.mismatched), translate("LoadPanel", "{n} of another size")),
    ):
        if number:
            parts.append(text.replace("{n}", f"{number:,}"))
    return ", ".join(parts)


def _proposal(fit: Loading) -> str:
    if fit.report.loads:
        return ""
    if not fit.edits:
        return translate("LoadPanel", "No edit of keys would help.")
    first = (
        translate("LoadPanel", "After these edits it would load:")
        if fit.left.loads
        else translate("LoadPanel", "These edits would help:")
    )
    lines = [first, *(f"•  {visible(edit_title(edit), 200)}" for edit in fit.edits[:_MOST_EDITS])]
    if not fit.left.loads:
        text = translate("LoadPanel", "What would be left: {counts}.")
        lines.append(text.replace("{counts}", counts_text(fit.left)))
    return "\n".join(lines)
