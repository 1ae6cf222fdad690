"""Whether the values of a file's tensors are sound: one pass over all storages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from inspector.analysis.tables import Cell, TableKind, table_text
from inspector.analysis.tensor_stats import TensorStats, stats_of
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.describe import key_path, plural
from inspector.errors import InspectorError, Sentence, Severity, Unsupported, say
from inspector.progress import SILENT, Progress

_RANKS: dict[str, int] = {"error": 0, "danger": 1, "warning": 2, "info": 3, "ok": 4}
_HUGE = 1e6
_DENORMAL_SHARE = 0.1
_HALF_IS_OVER = 65504 / 2  # a float16 that large overflows at the next doubling


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is noticed about a tensor's values.

    Attributes:
        word: Its name, fixed: "NaN", "Inf", "all zero", "dead rows", ...
        what: The same with its figure: "12 NaN".
    """

    severity: Severity
    word: str
    what: Sentence


@dataclass(frozen=True, slots=True)
class HealthRecord:
    """A tensor that was checked.

    Attributes:
        stats: None where there are none.
        marks: Worst first; empty where nothing is noticed.
    """

    entry: TensorEntry
    stats: TensorStats | None
    marks: tuple[Mark, ...]

    @property
    def severity(self) -> str:
        """Of the worst mark; "ok" without one."""
        return self.marks[0].severity if self.marks else "ok"

    @property
    def rank(self) -> int:
        """To sort by: 0 is worst."""
        return _RANKS[self.severity]

    @property
    def text(self) -> str:
        """All marks."""
        return ", ".join(mark.what for mark in self.marks) or "ok"


Rule = tuple[str, Callable[[Tensor, TensorStats], tuple[Severity, Sentence] | None]]


def _nan(_: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    return ("error", say("{n} NaN", n=stats.nan)) if stats.nan else None


def _inf(_: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    return ("error", say("{n} Inf", n=stats.inf)) if stats.inf else None


def _zero(tensor: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    if stats.numel < 2 or stats.zeros != stats.numel:
        return None
    return "warning" if len(tensor.shape or ()) > 1 else "info", say("all zero")


def _constant(tensor: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    is_one_value = stats.finite == stats.numel > 1 and stats.minimum == stats.maximum
    if not is_one_value or stats.zeros:
        return None
    severity: Severity = "warning" if len(tensor.shape or ()) > 1 else "info"
    return severity, say("constant {value}", value=f"{stats.minimum:.6g}")


def _dead(_: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    if not stats.dead_rows or stats.zeros == stats.numel:
        return None
    # One is often meant: the padding of an embedding.
    severity: Severity = "info" if stats.dead_rows == 1 else "warning"
    rows = f"{stats.rows:,}"
    return severity, say("{n} of {all} rows dead", n=stats.dead_rows, all=rows)


def _denormal(_: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    count = stats.subnormal or 0
    if count <= _DENORMAL_SHARE * stats.finite:
        return None
    return "warning", say("{n} % denormal", n=f"{100 * count / stats.finite:.0f}")


def _huge(tensor: Tensor, stats: TensorStats) -> tuple[Severity, Sentence] | None:
    if tensor.dtype.kind not in ("float", "complex") or stats.minimum is None:
        return None
    largest = max(-stats.minimum, stats.maximum or 0)
    if largest < (_HALF_IS_OVER if tensor.dtype.name == "float16" else _HUGE):
        return None
    return "warning", say("up to {value}", value=f"{largest:.3g}")


# Word -> (severity, what is said) or None; those of one tensor are sorted by severity.
RULES: tuple[Rule, ...] = (
    ("NaN", _nan),
    ("Inf", _inf),
    ("all zero", _zero),
    ("constant", _constant),
    ("dead rows", _dead),
    ("denormal", _denormal),
    ("huge", _huge),
)


def marks_of(tensor: Tensor, found: TensorStats | InspectorError) -> tuple[Mark, ...]:
    """What is noticed about a tensor, worst first."""
    if isinstance(found, Unsupported):
        return (Mark("info", "no numbers", found.message),)
    if isinstance(found, InspectorError):
        return (Mark("error", "unreadable", found.message),)
    marks = []
    for word, test in RULES:
        said = test(tensor, found)
        if said is not None:
            marks.append(Mark(said[0], word, said[1]))
    return tuple(sorted(marks, key=lambda mark: _RANKS[mark.severity]))


def checkable(contents: Contents) -> list[TensorEntry]:
    """The tensors and arrays that have values of their own, in file order."""
    entries = contents.tensors + contents.arrays
    return [entry for entry in entries if not entry.tensor.parts]


def check(
    entries: Sequence[TensorEntry], progress: Progress = SILENT
) -> Generator[HealthRecord, None, None]:
    """A record of each tensor, as soon as all of it was read. Close the iterator to stop early.

    Raises:
        Cancelled: From `progress`, at every 8 MB.
    """
    tensors = [entry.tensor for entry in entries]
    with closing(
        stats_of(tensors, progress, with_rows=True, text=say("checking values"))
    ) as results:
        for index, found in results:
            marks = marks_of(tensors[index], found)
            stats = None if isinstance(found, InspectorError) else found
            yield HealthRecord(entries[index], stats, marks)


def file_health(entries: Sequence[TensorEntry], progress: Progress = SILENT) -> list[HealthRecord]:
    """A record of each of `entries` (usually all that `checkable` gives), in their order.

    Raises:
        Cancelled: From `progress`.
    """
    places = {id(entry): at for at, entry in enumerate(entries)}
    return sorted(check(entries, progress), key=lambda record: places[id(record.entry)])


def worst_first(records: Iterable[HealthRecord]) -> list[HealthRecord]:
    """Sorted by severity; those of equal severity stay in order."""
    return sorted(records, key=lambda record: record.rank)


def summary(records: Sequence[HealthRecord]) -> Sentence:
    """ "180 tensors checked: 2 with NaN, 1 all zero"; "... nothing unusual" where there is none."""
    counts = Counter(mark.word for record in records for mark in record.marks)
    found = tuple(
        say(template, n=counts[word]) for word, template in COUNTED.items() if counts[word]
    )
    tensors = plural(len(records), "tensor")
    if not found:
        return say("{tensors} checked: nothing unusual", tensors=tensors)
    return say("{tensors} checked: {found}", tensors=tensors, found=found)


# Word of a mark -> what is said of several tensors that have it.
COUNTED = {
    "NaN": "{n} with NaN",
    "Inf": "{n} with Inf",
    "all zero": "{n} all zero",
    "constant": "{n} constant",
    "dead rows": "{n} with dead rows",
    "denormal": "{n} mostly denormal",
    "huge": "{n} with huge values",
    "unreadable": "{n} unreadable",
    "no numbers": "{n} without numbers",
}

_STATS = ("numel", "finite", "minimum", "maximum", "mean", "std", "norm", "zeros", "nan")
_MORE_STATS = ("pos_inf", "neg_inf", "subnormal", "distinct", "rows", "dead_rows")
COLUMNS = ("path", "key", "dtype", "shape", "severity", "marks", *_STATS, *_MORE_STATS)


def health_rows(records: Iterable[HealthRecord]) -> list[list[Cell]]:
    """A row of `COLUMNS` for each record."""
    rows: list[list[Cell]] = []
    for record in records:
        tensor = record.entry.tensor
        shape = None if tensor.shape is None else list(tensor.shape)
        rows.append(
            [
                key_path(record.entry.path),
                record.entry.key,
                tensor.dtype.name,
                shape,
                record.severity,
                "; ".join(mark.what for mark in record.marks),
                *(getattr(record.stats, name, None) for name in (*_STATS, *_MORE_STATS)),
            ]
        )
    return rows


def health_text(records: Iterable[HealthRecord], kind: TableKind) -> str:
    """The records as CSV, JSON, TSV or Markdown."""
    return table_text(COLUMNS, health_rows(records), kind)
