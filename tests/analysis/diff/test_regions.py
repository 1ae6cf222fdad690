"""Comparing what files of single ranks hold: parts beside parts, parts beside the whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inspector.analysis.diff.closeup import closeup
from inspector.analysis.diff.facts import diff_facts
from inspector.analysis.diff.regions import Region, region_of
from inspector.analysis.diff.wording import pair_text
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import LOCAL, Placement, Tensor
from tests.analysis.diff.comparing import compared, one_pair, said
from tests.make.dtensors import make


@pytest.fixture(scope="module")
def ranks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of `tests/make/dtensors.py`."""
    folder = tmp_path_factory.mktemp("ranks")
    make(folder)
    return folder


SAID: dict[str, tuple[str, str, dict[str, str]]] = {
    "the same rank": ("of4-0.pt", "of4-0.pt", {}),
    "another rank": (
        "of4-0.pt",
        "of4-1.pt",
        {
            "sharded": "changed: placement unreadable",
            "grid": "changed: placement unreadable",
            "param": "changed: placement unreadable",
        },
    ),
    "another number of ranks": (
        "of4-1.pt",
        "of2-0.pt",
        {
            "sharded": "changed: placement",
            "grid": "changed: placement unreadable",
            "param": "changed: placement",
        },
    ),
    "the whole": (
        "of4-1.pt",
        "plain.pt",
        {
            "sharded": "changed: placement",
            "partial": "changed: placement unreadable",
            "grid": "changed: placement",
            "param": "changed: placement requires_grad",
        },
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_what_is_compared_of_ranks(ranks: Path, what: str) -> None:
    a, b, expected = SAID[what]
    with compared(ranks / a, ranks / b) as outcome:
        assert said(outcome) == expected
        for pair in outcome.structure.pairs:
            values = outcome.values.get(pair.index)
            if pair.is_comparable:
                assert values is not None
                assert values.different == 0, pair.a


def test_what_is_said_of_a_part(ranks: Path, tmp_path: Path) -> None:
    import torch

    state = torch.load(ranks / "plain.pt")
    state["sharded"][4, 2] += 3
    state["sharded"][9, 0] += 100  # of which the rank's file holds nothing
    torch.save(state, tmp_path / "b.pt")
    with compared(ranks / "of4-1.pt", tmp_path / "b.pt") as outcome:
        pair, values = one_pair(outcome, "sharded")
        assert (values.numel, values.different, values.max_abs) == (9, 1, 3.0)
        assert values.max_at == 4 * 3 + 2, "counted in the whole"
        assert values.note == "only [3:6, 0:3] of 10 × 3, which both files hold"
        text = pair_text(pair, outcome.verdicts[pair.index].reasons, values)
        assert text.startswith("placement Shard(0) [3:6, 0:3] → whole; 1 of 9 differ")
        assert text.endswith(f"; compared: {values.note}")
        assert pair.a is not None
        assert pair.b is not None
        near = closeup(pair.a.tensor, pair.b.tensor)
        assert (near.numel, near.rows, near.columns) == (9, 3, 3)
        assert [(d.at, d.b - d.a) for d in near.first] == [((4, 2), 3.0)]
        _, whole = one_pair(outcome, "replicated")
        assert (whole.note, whole.numel) == (None, 30)
        partial, _ = one_pair(outcome, "partial") if False else (outcome.structure.pairs[3], None)
        why = pair_text(partial, outcome.verdicts[partial.index].reasons, None)
        assert "not compared: one side holds addends that are still to be summed" in why
        facts = {fact["a"]: fact for fact in diff_facts(outcome)["tensors"]}
        assert facts["sharded"]["note"] == values.note
        assert facts["plain"]["note"] is None


def test_a_closeup_of_one_rank_alone_and_of_two_parts(ranks: Path) -> None:
    """Histograms are of what the files hold, also where it cannot be set beside each other."""
    with compared(ranks / "of4-0.pt", ranks / "of4-1.pt") as outcome:
        pair = outcome.structure.pairs[0]
        assert pair.a is not None
        assert pair.b is not None
        apart = closeup(pair.a.tensor, pair.b.tensor)
        assert apart.counts_a is not None
        assert apart.counts_b is not None
        assert (apart.counts_a.sum(), apart.counts_b.sum()) == (9, 9)
        assert apart.delta_counts is None
        alone = closeup(pair.a.tensor, None)
        assert alone.counts_a is not None
        assert alone.counts_a.sum() == 9


def sharded(
    shape: tuple[int, ...], ranges: Any, text: str = "Shard(0)", is_sum: bool = False
) -> Tensor:
    """A DTensor of 10 × 3 whose file holds zeros of `shape`."""
    found = Tensor(DTYPES["float32"], (10, 3), (3, 1))
    local = Tensor(DTYPES["float32"], shape, (3, 1))
    found.parts = {LOCAL: local}
    found.placement = None if text == "" else Placement(text, ranges, is_sum)
    return found


ROWS = (range(0, 4), range(0, 3))
LATER = (range(2, 6), range(0, 3))
REGIONS: dict[str, tuple[Tensor, Tensor, str | None]] = {
    "it is not said which": (
        sharded((4, 3), None),
        sharded((4, 3), ROWS),
        "of each side the part in its file; they do not say which",
    ),
    "no spec": (
        sharded((4, 3), None, ""),
        sharded((4, 3), None, ""),
        "of each side the part in its file",
    ),
    "other shapes, and it is not said which": (
        sharded((4, 3), None),
        sharded((5, 3), None),
        "the parts that the files hold have different shapes",
    ),
    "addends": (
        sharded((10, 3), (range(0, 10), range(0, 3)), "Partial()", True),
        sharded((10, 3), (range(0, 10), range(0, 3)), "Partial()", True),
        "addends that are still to be summed over the ranks",
    ),
    "addends beside sums": (
        sharded((10, 3), (range(0, 10), range(0, 3)), "Partial()", True),
        sharded((10, 3), (range(0, 10), range(0, 3)), "Replicate()"),
        "one side holds addends that are still to be summed over the ranks",
    ),
}


@pytest.mark.parametrize("what", REGIONS)
def test_regions(what: str) -> None:
    a, b, note = REGIONS[what]
    found = region_of(a, b)
    text = found.note if isinstance(found, Region) else found
    assert text is not None
    assert text.startswith(note or "")


def test_places_in_the_whole() -> None:
    region = Region(sharded((4, 3), ROWS), sharded((4, 3), ROWS), None, LATER, (10, 3))
    grid = np.arange(30).reshape(10, 3)
    assert [region.place(at) for at in range(12)] == grid[2:6].reshape(-1).tolist()
    corner = Region(region.a, region.b, None, (range(1, 3), range(1, 3)), (10, 3))
    assert [corner.place(at) for at in range(4)] == grid[1:3, 1:3].reshape(-1).tolist()


def test_a_wrapper_without_tensors_is_said() -> None:
    from inspector.analysis.diff.wording import _why_nothing

    bare = Tensor(DTYPES["float32"], (10, 3), (3, 1))
    bare.class_name = "torchao.dtypes.Int4Tensor"
    plain = sharded((4, 3), ROWS).parts[LOCAL]  # type: ignore[index]
    assert _why_nothing([plain, bare]) == (
        "how a Int4Tensor keeps its values is not known, and no tensor was found in it"
    )
