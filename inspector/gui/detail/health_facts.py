"""Whether the values of a file's tensors are sound, tensor by tensor."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.state_dict import TensorEntry
from inspector.errors import InspectorError, Unsupported
from inspector.gui.itemmodels.copying import _cell
from inspector.gui.itemmodels.index import TreeIndex
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import QT_TRANSLATE_NOOP
from inspector.progress import Progress

if TYPE_CHECKING:
    from inspector.analysis.tensor_stats import TensorStats

translate = QCoreApplication.translate

_NONE = "–"

# verdict -> (status in `theme.STATUSES`, word), worst first.
VERDICTS = {
    "nan": ("error", QT_TRANSLATE_NOOP("Health", "NaN")),
    "inf": ("error", QT_TRANSLATE_NOOP("Health", "Inf")),
    "unreadable": ("error", QT_TRANSLATE_NOOP("Health", "not readable")),
    "zero": ("warning", QT_TRANSLATE_NOOP("Health", "all zero")),
    "dead": ("warning", QT_TRANSLATE_NOOP("Health", "dead rows")),
    "constant": ("info", QT_TRANSLATE_NOOP("Health", "constant")),
    "no numbers": ("info", QT_TRANSLATE_NOOP("Health", "no numbers")),
}
_RANKS = {name: at for at, name in enumerate(VERDICTS)}
BADGED = ("nan", "inf", "unreadable", "zero", "dead")


@dataclass(frozen=True, slots=True, eq=False)
class HealthRow:
    """A tensor that was checked.

    Attributes:
        verdicts: Names in `VERDICTS`, worst first; none where all is well.
    """

    entry: TensorEntry
    stats: TensorStats | None
    error: InspectorError | None
    verdicts: tuple[str, ...]

    @property
    def name(self) -> str:
        """The key, or the path outside state_dicts."""
        return describe.key_path(self.entry.path)

    @property
    def rank(self) -> int:
        """0 is worst."""
        return _RANKS[self.verdicts[0]] if self.verdicts else len(_RANKS)

    @property
    def text(self) -> str:
        """The verdicts as words, with counts where they say more."""
        if not self.verdicts:
            return translate("Health", "fine")
        return ", ".join(self._word(name) for name in self.verdicts)

    def _word(self, name: str) -> str:
        word = translate("Health", VERDICTS[name][1])
        stats = self.stats
        counts = {}
        if stats is not None:
            infinite = stats.pos_inf + stats.neg_inf
            counts = {"nan": stats.nan, "inf": infinite, "dead": stats.dead_rows}
        return f"{counts[name]:,} {word}" if counts.get(name) else word


def check(entries: Sequence[TensorEntry], done: list[HealthRow], progress: Progress) -> None:
    """Read every value once; the rows are appended to `done` as they become known."""
    from inspector.analysis.tensor_stats import stats_of

    tensors = [entry.tensor for entry in entries]
    with closing(stats_of(tensors, progress, with_rows=True)) as found:
        for at, result in found:
            verdicts = _verdicts(entries[at], result)
            if isinstance(result, InspectorError):
                done.append(HealthRow(entries[at], None, result, verdicts))
            else:
                done.append(HealthRow(entries[at], result, None, verdicts))


def _verdicts(entry: TensorEntry, result: TensorStats | InspectorError) -> tuple[str, ...]:
    if isinstance(result, Unsupported):
        return ("no numbers",)
    if isinstance(result, InspectorError):
        return ("unreadable",)
    found = ["nan"] if result.nan else []
    found += ["inf"] if result.pos_inf or result.neg_inf else []
    is_plural = result.numel > 1
    is_matrix = len(entry.tensor.shape or ()) > 1
    if is_plural and result.zeros == result.numel:
        found.append("zero" if is_matrix else "constant")
    elif is_plural and result.minimum == result.maximum and result.finite == result.numel:
        found.append("constant")
    elif result.dead_rows:
        found.append("dead")
    return tuple(found)


def summary_of(rows: Sequence[HealthRow]) -> str:
    """ "1,858 tensors: 2 with NaN, 1 all zero"; "no problem found" where there is none."""
    counts = Counter(name for row in rows for name in row.verdicts)
    parts = [
        f"{counts[name]:,} × {translate('Health', word)}"
        for name, (_, word) in VERDICTS.items()
        if counts[name]
    ]
    return ", ".join(parts) or translate("Health", "nothing unusual found")


def worst_status(rows: Sequence[HealthRow]) -> str:
    """ "warning" where there is a problem: the check itself went well."""
    named = {VERDICTS[row.verdicts[0]][0] for row in rows if row.verdicts}
    return "warning" if named & {"error", "warning"} else "info"


def badges_of(rows: Sequence[HealthRow], tree: TreeIndex) -> dict[int, tuple[str, str]]:
    """Row of the tree -> (status, word); rows above a badged one get its status and no word."""
    badges: dict[int, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda row: row.rank):
        if not any(name in BADGED for name in row.verdicts):
            continue
        place = tree.row_of(row.entry.tensor)
        status = VERDICTS[row.verdicts[0]][0]
        for each in tree.rows.ancestors(place)[:-1]:
            badges.setdefault(each, (status, ""))
        if place:
            badges[place] = (status, row.text)
    return badges


# -- the table --------------------------------------------------------------------------------


def health_columns() -> list[Column]:
    """Verdict first, then the figures behind it."""
    return [
        Column(
            translate("Health", "Verdict"),
            lambda row: row.text,
            exact=lambda row: row.error.message if row.error is not None else "",
            look=lambda row: VERDICTS[row.verdicts[0]][0] if row.verdicts else "bits",
            glyph=_glyph,
            is_strong=lambda row: row.rank < _RANKS["constant"],
            width=19,
        ),
        Column(translate("Health", "Tensor"), lambda row: row.name, width=0, is_name=True),
        Column("dtype", lambda row: row.entry.tensor.dtype.name, width=9),
        _count(translate("Health", "NaN"), lambda stats: stats.nan),
        _count(translate("Health", "Inf"), lambda stats: stats.pos_inf + stats.neg_inf),
        _share(translate("Health", "Zeros"), lambda stats: stats.zeros),
        _figure(translate("Health", "Min"), lambda stats: stats.minimum),
        _figure(translate("Health", "Max"), lambda stats: stats.maximum),
        _figure(translate("Health", "Mean"), lambda stats: stats.mean),
        _figure(translate("Health", "Std"), lambda stats: stats.std),
    ]


def _glyph(row: HealthRow) -> str:
    if not row.verdicts:
        return "circle-check"
    status = VERDICTS[row.verdicts[0]][0]
    return {"error": "circle-x", "warning": "triangle-alert"}.get(status, "info")


def _count(title: str, value: Callable[[Any], int]) -> Column:
    def key(row: HealthRow) -> float:
        return value(row.stats) if row.stats is not None else -1

    return Column(title, lambda r: f"{key(r):,}" if key(r) > 0 else _NONE, key=key, width=7)


def _share(title: str, value: Callable[[Any], int]) -> Column:
    def key(row: HealthRow) -> float:
        stats = row.stats
        return value(stats) / stats.numel if stats is not None and stats.numel else -1.0

    def text(row: HealthRow) -> str:
        share = key(row)
        if share < 0:
            return _NONE
        return "0" if not share else f"{share:.1%}" if share >= 0.0005 else "<0.1%"

    return Column(title, text, key=key, width=7)


def _figure(title: str, value: Callable[[Any], float | None]) -> Column:
    def held(row: HealthRow) -> float | None:
        return value(row.stats) if row.stats is not None else None

    def text(row: HealthRow) -> str:
        number = held(row)
        return _NONE if number is None else f"{number:.4g}"

    def key(row: HealthRow) -> float:
        number = held(row)
        return float("-inf") if number is None else float(number)

    def exact(row: HealthRow) -> str:
        number = held(row)
        return "" if number is None else repr(number)

    return Column(title, text, key=key, exact=exact, width=10)


# -- export -----------------------------------------------------------------------------------

_FIELDS = "numel finite minimum maximum mean std norm zeros nan pos_inf neg_inf dead_rows".split()


def exported(rows: Sequence[HealthRow], as_json: bool) -> bytes:
    """The report as CSV (a spreadsheet takes nothing in it for a formula) or as JSON."""
    records = [_record(row) for row in rows]
    if as_json:
        text = json.dumps(records, indent=1, allow_nan=False)
        return text.encode("utf-8", "backslashreplace") + b"\n"
    out = io.StringIO()
    writer = csv.writer(out)
    names = ["path", "key", "shape", "dtype", "verdicts", *_FIELDS, "problem"]
    writer.writerow(names)
    for record in records:
        writer.writerow([_csv_cell(record.get(name)) for name in names])
    return out.getvalue().encode("utf-8", "backslashreplace")


def _csv_cell(value: Any) -> Any:
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return _cell(" ".join(str(item) for item in value))
    return _cell(str(value)) if value is not None else ""


def _record(row: HealthRow) -> dict[str, Any]:
    tensor = row.entry.tensor
    found: dict[str, Any] = {
        "path": row.name,
        "key": row.entry.key,
        "shape": None if tensor.shape is None else list(tensor.shape),
        "dtype": tensor.dtype.name,
        "verdicts": list(row.verdicts),
    }
    if row.stats is not None:
        found |= {name: _plain(getattr(row.stats, name)) for name in _FIELDS}
    if row.error is not None:
        found["problem"] = row.error.message
    return found


def _plain(value: Any) -> Any:
    """JSON has no word for what is not finite."""
    is_odd = isinstance(value, float) and (value != value or value in (float("inf"), -float("inf")))
    return repr(value) if is_odd else value
