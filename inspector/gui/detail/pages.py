"""The pages that can stand on the right, and which of them suit a subject.

A page is a widget with `show_subject(subject)` and, where something in it leads to a row of the
tree, a signal `row_requested(int)`; one that reads values has `use_jobs(jobs)`. It is imported and
built when it is first needed. A new kind of page is one more row in the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector.gui.detail.subject import Subject
from inspector.gui.detail.tensor import suits
from inspector.gui.itemmodels.rows import OPTIMIZER
from inspector.gui.text import QT_TRANSLATE_NOOP

UNSUITED = -1


@dataclass(frozen=True, slots=True)
class PageKind:
    """A row of the table.

    Attributes:
        priority: Subject -> UNSUITED, or how much the page wants to be in front.
        module, class_name: The widget.
        is_about_row: Whether a person who chose it wants it for the next row, too.
    """

    name: str
    title: str
    priority: Callable[[Subject], int]
    module: str
    class_name: str
    is_about_row: bool = True

    def build(self) -> QWidget:
        """A new widget of this kind."""
        page: Any = getattr(import_module(self.module), self.class_name)()
        return page

    @property
    def text(self) -> str:
        """The title, translated."""
        return QCoreApplication.translate("Pages", self.title)


def _for_the_file(subject: Subject) -> int:
    return 100 if subject.row == 0 else 1


def _for_a_row(subject: Subject) -> int:
    return 50 if subject.row else UNSUITED


def _for_an_optimizer(subject: Subject) -> int:
    if subject.flags & OPTIMIZER:
        return 80
    inside = any(
        subject.path[: len(found.path)] == found.path
        for found in subject.opened.document.contents.optimizers
    )
    return 40 if subject.row and inside else UNSUITED


def _for_the_file_only(subject: Subject) -> int:
    return 5 if subject.row == 0 else UNSUITED


def _for_layers(subject: Subject) -> int:
    from inspector.analysis.layers import has_layers

    document = subject.opened.document
    is_whole = subject.row == 0
    return 5 if is_whole and has_layers(document.checkpoint, document.contents) else UNSUITED


def _for_a_model(subject: Subject) -> int:
    if subject.row:
        return UNSUITED
    from inspector.gui.detail.compute.first_look import may_be_counted

    return 5 if may_be_counted(subject.opened) else UNSUITED


def _for_source_code(subject: Subject) -> int:
    return 5 if subject.row == 0 and subject.opened.document.checkpoint.texts else UNSUITED


PAGES = (
    PageKind(
        "summary",
        QT_TRANSLATE_NOOP("Pages", "File"),
        _for_the_file,
        "inspector.gui.detail.summary_page",
        "SummaryPage",
        is_about_row=False,
    ),
    PageKind(
        "node",
        QT_TRANSLATE_NOOP("Pages", "Selection"),
        _for_a_row,
        "inspector.gui.detail.node_page",
        "NodePage",
    ),
    PageKind(
        "optimizer",
        QT_TRANSLATE_NOOP("Pages", "Optimizer"),
        _for_an_optimizer,
        "inspector.gui.detail.optimizer_page",
        "OptimizerPage",
    ),
    PageKind(
        "distribution",
        QT_TRANSLATE_NOOP("Pages", "Distribution"),
        suits.has_numbers,
        "inspector.gui.detail.tensor.distribution_page",
        "DistributionPage",
    ),
    PageKind(
        "values",
        QT_TRANSLATE_NOOP("Pages", "Values"),
        suits.has_values,
        "inspector.gui.detail.tensor.values_page",
        "ValuesPage",
    ),
    PageKind(
        "heat",
        QT_TRANSLATE_NOOP("Pages", "Heat map"),
        suits.has_plane,
        "inspector.gui.detail.tensor.heat_page",
        "HeatPage",
    ),
    PageKind(
        "kernels",
        QT_TRANSLATE_NOOP("Pages", "Kernels"),
        suits.has_kernels,
        "inspector.gui.detail.tensor.kernels_page",
        "KernelsPage",
    ),
    PageKind(
        "bytes",
        QT_TRANSLATE_NOOP("Pages", "Bytes"),
        suits.has_values,
        "inspector.gui.detail.tensor.bytes_page",
        "BytesPage",
    ),
    PageKind(
        "metadata",
        QT_TRANSLATE_NOOP("Pages", "Metadata"),
        _for_the_file_only,
        "inspector.gui.detail.metadata_page",
        "MetadataPage",
        is_about_row=False,
    ),
    PageKind(
        "layers",
        QT_TRANSLATE_NOOP("Pages", "Layers"),
        _for_layers,
        "inspector.gui.detail.layers_page",
        "LayersPage",
        is_about_row=False,
    ),
    PageKind(
        "compute",
        QT_TRANSLATE_NOOP("Pages", "Compute"),
        _for_a_model,
        "inspector.gui.detail.compute.page",
        "ComputePage",
        is_about_row=False,
    ),
    PageKind(
        "health",
        QT_TRANSLATE_NOOP("Pages", "Health"),
        _for_the_file_only,
        "inspector.gui.detail.health_page",
        "HealthPage",
        is_about_row=False,
    ),
    PageKind(
        "source",
        QT_TRANSLATE_NOOP("Pages", "Source"),
        _for_source_code,
        "inspector.gui.detail.source_page",
        "SourcePage",
        is_about_row=False,
    ),
)


def suited(subject: Subject) -> list[tuple[int, PageKind]]:
    """(priority, kind) of every page that can show `subject`, in the order of the table."""
    rated = [(kind.priority(subject), kind) for kind in PAGES]
    return [(priority, kind) for priority, kind in rated if priority != UNSUITED]


def import_pages() -> None:
    """Import what every page needs, so that the first one of a kind comes at once; in a worker."""
    for kind in PAGES:
        import_module(kind.module)
