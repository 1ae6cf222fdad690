"""The table of checked tensors: the verdict first, then the figures behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.analysis.health import HealthRecord
from inspector.analysis.tensor_stats import TensorStats
from inspector.gui.document.checked import is_problem, text_of
from inspector.gui.itemmodels.table_item_model import Column

translate = QCoreApplication.translate

_NONE = "–"
_GLYPHS = {"error": "circle-x", "warning": "triangle-alert", "info": "info", "ok": "circle-check"}


def health_columns() -> list[Column]:
    """The columns, titled in the language of the window."""
    return [
        Column(
            translate("Health", "Verdict"),
            lambda record: text_of(record) or translate("Health", "fine"),
            look=lambda record: "bits" if record.severity == "ok" else record.severity,
            glyph=lambda record: _GLYPHS[record.severity],
            is_strong=is_problem,
            width=19,
        ),
        Column(translate("Health", "Tensor"), name_of, width=0, is_name=True),
        Column("dtype", lambda record: record.entry.tensor.dtype.name, width=9),
        _count(translate("Health", "NaN"), lambda stats: stats.nan),
        _count(translate("Health", "Inf"), lambda stats: stats.inf),
        _share(translate("Health", "Zeros"), lambda stats: stats.zeros),
        _figure(translate("Health", "Min"), lambda stats: stats.minimum),
        _figure(translate("Health", "Max"), lambda stats: stats.maximum),
        _figure(translate("Health", "Mean"), lambda stats: stats.mean),
        _figure(translate("Health", "Std"), lambda stats: stats.std),
    ]


def name_of(record: HealthRecord) -> str:
    """Where the tensor is."""
    return describe.key_path(record.entry.path)


def _count(title: str, value: Callable[[TensorStats], int]) -> Column:
    def key(record: HealthRecord) -> float:
        return value(record.stats) if record.stats is not None else -1

    return Column(title, lambda r: f"{key(r):,}" if key(r) > 0 else _NONE, key=key, width=7)


def _share(title: str, value: Callable[[TensorStats], int]) -> Column:
    def key(record: HealthRecord) -> float:
        stats = record.stats
        return value(stats) / stats.numel if stats is not None and stats.numel else -1.0

    def text(record: HealthRecord) -> str:
        share = key(record)
        if share < 0:
            return _NONE
        return "0" if not share else f"{share:.1%}" if share >= 0.0005 else "<0.1%"

    return Column(title, text, key=key, width=7)


def _figure(title: str, value: Callable[[TensorStats], float | None]) -> Column:
    def held(record: HealthRecord) -> float | None:
        return value(record.stats) if record.stats is not None else None

    def text(record: HealthRecord) -> str:
        number = held(record)
        return _NONE if number is None else f"{number:.4g}"

    def key(record: HealthRecord) -> float:
        number = held(record)
        return float("-inf") if number is None else float(number)

    def exact(record: HealthRecord) -> str:
        number = held(record)
        return "" if number is None else repr(number)

    return Column(title, text, key=key, exact=exact, width=10)
