"""The health of a file: what is noticed, how bad it is, one pass, cancel."""

from __future__ import annotations

import csv
import io
import itertools
import json
import math
from pathlib import Path

import pytest
import torch

from inspector.analysis.health import (
    COLUMNS,
    check,
    checkable,
    file_health,
    health_text,
    summary,
    worst_first,
)
from inspector.errors import Cancelled, CorruptFile
from tests.analysis.made import Reports, opened


def sick() -> dict[str, torch.Tensor]:
    """A tensor for each thing that is noticed."""
    x = torch.randn(50, 40)
    nan, inf, dead, padded = (x.clone() for _ in range(4))
    nan[3, 4] = math.nan
    inf[0], nan[7, 7] = -math.inf, math.inf
    dead[10:20] = 0
    padded[0] = 0
    return {
        "sound": x,
        "nan": nan,
        "inf": inf,
        "zero weight": torch.zeros(50, 40),
        "zero bias": torch.zeros(50),
        "ones": torch.ones(50),
        "flat": torch.full((5, 4), 0.25),
        "dead": dead,
        "padded": padded,
        "denormal": (x * 1e-5).half(),
        "huge": x * 1e7,
        "huge half": torch.tensor([4e4, 1]).half(),
        "step": torch.tensor(0),
        "ids": torch.arange(10**7, 10**7 + 9),
    }


EXPECTED = {
    "sound": ("ok", ()),
    "nan": ("error", ("1 NaN", "1 Inf")),
    "inf": ("error", ("40 Inf",)),
    "zero weight": ("warning", ("all zero",)),
    "zero bias": ("info", ("all zero",)),
    "ones": ("info", ("constant 1",)),
    "flat": ("warning", ("constant 0.25",)),
    "dead": ("warning", ("10 of 50 rows dead",)),
    "padded": ("info", ("1 of 50 rows dead",)),
    "huge half": ("warning", ("up to 4e+04",)),
    "step": ("ok", ()),
    "ids": ("ok", ()),
}


def test_what_is_noticed(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", sick())
    records = {record.entry.key: record for record in file_health(checkable(document.contents))}
    document.close()
    assert [*records] == [*sick()]
    for key, (severity, said) in EXPECTED.items():
        record = records[key]
        assert (record.severity, tuple(mark.what for mark in record.marks)) == (severity, said), key
    assert records["denormal"].text.endswith("% denormal")
    assert records["huge"].text.startswith("up to ")
    ranked = [record.severity for record in worst_first(records.values())]
    assert ranked == sorted(ranked, key=["error", "warning", "info", "ok"].index)
    assert summary([*records.values()]).startswith(
        "14 tensors checked: 1 with NaN, 2 with Inf, 2 all"
    )


def test_a_sound_file(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", {"w": torch.randn(9, 9)})
    assert summary(file_health(checkable(document.contents))) == "1 tensor checked: nothing unusual"
    document.close()


def test_what_cannot_be_read_or_has_no_numbers_is_told(tmp_path: Path) -> None:
    document = opened(
        tmp_path / "a.pt",
        {"a": torch.randn(5), "b": torch.zeros(3, dtype=torch.bits8), "c": torch.ones(1)},
    )
    lost = document.contents.tensors[0].tensor.storage
    assert lost is not None
    lost.problem = CorruptFile("Its bytes are gone.")
    records = file_health(checkable(document.contents))
    document.close()
    assert [record.text for record in records] == [
        "Its bytes are gone.",
        "bits8 holds no numbers to compute with.",
        "ok",
    ]
    assert [record.severity for record in records] == ["error", "info", "ok"]


def test_tied_tensors_are_each_told(tmp_path: Path) -> None:
    weight = torch.zeros(30, 10)
    document = opened(tmp_path / "a.pt", {"a": weight, "b": weight, "c": weight.view(300)})
    records = file_health(checkable(document.contents))
    document.close()
    assert [record.severity for record in records] == ["warning", "warning", "info"]


def test_tables_of_records(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", sick())
    records = file_health(checkable(document.contents))
    document.close()
    rows = [*csv.DictReader(io.StringIO(health_text(records, "csv"), newline=""))]
    assert [*rows[0]] == [*COLUMNS]
    assert rows[1]["nan"] == "1"
    assert rows[7]["dead_rows"] == "10"
    found = json.loads(health_text(records, "json"))
    assert found[1]["marks"] == "1 NaN; 1 Inf"
    assert found[-1]["distinct"] == 9


def test_records_come_one_by_one_and_cancel_stops(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", {str(n): torch.randn(3_000_000) for n in range(4)})
    entries = checkable(document.contents)
    reports = Reports()
    assert len([*check(entries, reports.progress())]) == 4
    done = [done for done, _ in reports.told]
    assert max(b - a for a, b in itertools.pairwise(done)) <= 8 << 20
    first = check(entries)
    assert next(first).entry is entries[0]
    first.close()
    with pytest.raises(Cancelled):
        file_health(entries, Reports(4).progress())
    document.close()
