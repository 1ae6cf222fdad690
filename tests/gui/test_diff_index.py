"""The rows of a comparison: their order, what is counted above them, filtered and sorted."""

from __future__ import annotations

import time

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from inspector.analysis.diff.model import PairValues
from inspector.gui.diff.index import MAX_ABS, NAME, DiffIndex
from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.diff.looks import (
    CHANGED,
    MISMATCHED,
    MISSING,
    PENDING,
    SAME,
    STATE_LOOKS,
    UNEXPECTED,
    on_selection,
)
from inspector.gui.theme import DARK, LIGHT, Colours, apply_theme
from tests.gui.diff_samples import index_of_names
from tests.gui.samples import tensor
from tests.gui.test_texts import contrast


def names_below(index: DiffIndex, row: int = 0) -> list[str]:
    return [
        index.rows.names[child]
        for child in range(len(index.rows))
        if child and index.rows.parent[child] == row
    ]


@pytest.fixture
def index() -> DiffIndex:
    """a.0 changed in shape, b.x missing, c unexpected, the rest waits for its values."""
    return index_of_names(
        "a.0.w", "a.0.b", "a.1.w", "b.x", "b.y", a__0__w=tensor(9, 9), b__x=None, c__z=tensor(1)
    )


def row_of(index: DiffIndex, name: str) -> int:
    return next(row for row in range(1, len(index.rows)) if index.rows.path(row) == name)


def take(index: DiffIndex, name: str, **figures) -> None:
    pair = int(index.rows.pair[row_of(index, name)])
    values = PairValues(pair, numel=6, **figures)
    index.take(values, index.outcome.take(values))
    index.sum_up()


def test_branches_with_one_child_are_one_row_with_it(index: DiffIndex) -> None:
    assert names_below(index) == ["model"]
    assert names_below(index, 1) == ["a", "b", "c.z"]
    assert names_below(index, row_of(index, "model.a")) == ["0", "1.w"]


def test_states_are_counted_up_the_tree(index: DiffIndex) -> None:
    assert index.counts() == [0, 0, 1, 1, 1, 3]
    assert index.worst(row_of(index, "model.a")) == MISMATCHED
    assert index.worst(row_of(index, "model.b")) == MISSING
    assert index.worst(row_of(index, "model.c.z")) == UNEXPECTED
    assert index.worst(row_of(index, "model.a.1.w")) == PENDING


def test_values_change_states_and_sums(index: DiffIndex) -> None:
    take(index, "model.a.0.b", same_bits=True, within=True, max_abs=0.0, rel_l2=0.0, cosine=1.0)
    take(index, "model.a.1.w", different=3, max_abs=0.5, rel_l2=0.1, cosine=0.9)
    assert index.state[row_of(index, "model.a.0.b")] == SAME
    assert index.state[row_of(index, "model.a.1.w")] == CHANGED
    above = row_of(index, "model.a")
    assert index.counts(above) == [1, 1, 1, 0, 0, 0]
    assert (index.max_abs[above], index.cosine[above], index.share(above)) == (0.5, 0.9, 0.25)


def test_filter_shows_hits_with_what_is_above_them(index: DiffIndex) -> None:
    shown = index.shown({MISSING}, "")
    assert shown is not None
    paths = [index.rows.path(row) for row in range(1, len(index.rows)) if shown[row]]
    assert paths == ["model", "model.b", "model.b.x"]
    shown = index.shown(range(6), "a shape:9x9")
    assert shown is not None
    assert [index.rows.path(int(r)) for r in index.rows.leaves if shown[r]] == ["model.a.0.w"]


def test_sorting_puts_what_has_no_figure_last(index: DiffIndex) -> None:
    take(index, "model.a.0.b", different=1, max_abs=0.5)
    take(index, "model.a.1.w", different=1, max_abs=2.0)
    for descending, first in ((True, "model.a.1.w"), (False, "model.a.0.b")):
        order = index.arranged_flat(None, MAX_ABS, descending).child.tolist()
        assert index.rows.path(order[0]) == first
        assert index.state[order[2]] != CHANGED
    order = index.arranged_flat(None, NAME).child.tolist()
    assert [index.rows.names[row] for row in order] == sorted(index.rows.names[r] for r in order)


def test_a_name_of_a_thousand_parts_is_one_row() -> None:
    deep = ".".join("x" * 5000)
    index = index_of_names(deep, "y")
    assert {index.rows.names[int(row)] for row in index.rows.leaves} == {f"model.{deep}", "model.y"}


@pytest.mark.parametrize("is_flat", [False, True])
def test_the_model_keeps_the_rules_of_qt(qapp, index: DiffIndex, is_flat: bool) -> None:
    model = DiffItemModel(index)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show_flat(is_flat)
    model.show_rows({MISSING, MISMATCHED}, "")
    assert len(model.sequence()) == 2
    model.sort(MAX_ABS)
    take(index, "model.a.1.w", different=1, max_abs=2.0)
    model.refresh()
    model.show_rows(range(6), "")
    assert len(model.sequence()) == 6
    del tester


@pytest.mark.parametrize(("given", "choice"), [(LIGHT, "light"), (DARK, "dark")])
def test_states_can_be_read_on_every_ground(qapp, given: Colours, choice: str) -> None:
    apply_theme(qapp, choice)
    try:
        for look in STATE_LOOKS:
            for ground in (given.base, given.window):
                assert contrast(look.colour.name(), ground) >= 4.5, (look.name, ground)
            ink = on_selection(look.colour).name()
            assert contrast(ink, given.selection) >= 4.5, look.name
    finally:
        apply_theme(qapp, "light")


def test_many_tensors_are_indexed_and_brought_up_to_date_quickly() -> None:
    names = [f"layers.{n // 512}.experts.{n // 8 % 64}.w{n % 8}.weight" for n in range(30_000)]
    index = index_of_names(*names)
    start = time.process_time()
    again = DiffIndex(index.outcome)
    built = time.process_time() - start
    start = time.process_time()
    again.sum_up()
    summed = time.process_time() - start
    assert built < 1.0  # 0.1 s when measured
    assert summed < 0.05  # 2 ms when measured
