"""Writing a comparison as HTML, Markdown, CSV or JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.analysis.diff.report import ReportKind, report
from inspector.analysis.diff.rollup import Outcome
from inspector.describe import visible
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.faults import record
from inspector.gui.jobs import Jobs
from inspector.gui.text import translate
from inspector.progress import Progress
from inspector.savefile import SaveFile

# kind -> (what it is, suffix); the kinds are those of the core.
KINDS: dict[str, tuple[ReportKind, str]] = {
    "html": ("html", ".html"),
    "markdown": ("markdown", ".md"),
    "csv": ("csv", ".csv"),
    "json": ("json", ".json"),
}


def report_name(outcome: Outcome, suffix: str) -> str:
    """ "epoch10-vs-epoch20.html"."""
    structure = outcome.structure
    stems = [Path(side.checkpoint.path.name).stem for side in (structure.a, structure.b)]
    name = re.sub(r"[^\w.+=-]+", "_", "-vs-".join(stems), flags=re.ASCII).strip("._")
    return f"{name[:100] or 'comparison'}{suffix}"


def write_report(outcome: Outcome, kind: ReportKind, path: Path, progress: Progress) -> None:
    """Write the report; nothing is left where that fails.

    Raises:
        InspectorError: It cannot be written.
    """
    progress.report(0, 0, "")
    data = report(outcome, kind).encode("utf-8", "backslashreplace")
    with SaveFile(path, len(data), replace=True) as file:
        file.write(data)
        file.commit()


def ask_report(
    owner: QWidget, outcome: Outcome, kind: str, jobs: Jobs, say: Callable[[str], None]
) -> None:
    """Ask for a path; the report is written in a worker, and `say` is told what became of it."""
    core_kind, suffix = KINDS[kind]
    folder = outcome.structure.b.checkpoint.path.parent
    title = translate("DiffReport", "Export Comparison")
    shown, _ = QFileDialog.getSaveFileName(
        owner.window(), title, str(folder / report_name(outcome, suffix)), f"*{suffix}"
    )
    if not shown:
        return
    path = Path(shown)
    path = path if path.suffix else path.with_suffix(suffix)
    # The job reads a copy: values may still be coming in.
    copied = Outcome(outcome.structure)
    copied.values, copied.verdicts = dict(outcome.values), list(outcome.verdicts)
    name = visible(path.name, 80)

    def done(_: object) -> None:
        text = translate("DiffReport", "The comparison was written to {name}.")
        say(text.replace("{name}", name))

    def failed(error: Exception) -> None:
        if isinstance(error, InspectorError):
            say(visible(said(error.message), 300))
        else:
            record(error)

    jobs.start(
        owner,
        lambda progress: write_report(copied, core_kind, path, progress),
        on_done=done,
        on_error=failed,
    )
