"""The diff of two checkpoints as far as it needs no values: pairs, facts, everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from inspector.analysis.diff.alignment import Aligner
from inspector.analysis.diff.model import (
    ALL_STEPS,
    REASONS,
    Alignment,
    How,
    Item,
    Pair,
    Rule,
    Section,
    Side,
    StructureDiff,
)
from inspector.analysis.diff.plain import value_changes
from inspector.analysis.diff.reasons import is_comparable, reasons_of
from inspector.checkpoint.tree import Path
from inspector.progress import SILENT, Progress

Ties = dict[int, frozenset[int]]

_MOST_SECTIONS = 64  # on one side; more are paired by their path alone


def structure_diff(
    a: Side, b: Side, alignment: Alignment = ALL_STEPS, progress: Progress = SILENT
) -> StructureDiff:
    """Align the tensors of both sides and compare what the files say about them.

    Args:
        progress: Told only that it goes on; may stop the work.

    Raises:
        Cancelled: From `progress`.
    """
    rules: list[Rule] = []
    drafts: list[_Draft] = []
    moved: dict[Path, Path] = {}
    for left, right in _paired(a.sections, b.sections):
        progress.report(0, 0, "aligning")
        if left is not None and right is not None:
            moved[right.path] = left.path
        drafts += _of_section(left, right, alignment, rules, progress)
    ties = (_ties(drafts, "a"), _ties(drafts, "b"))
    pairs = tuple(_pair(index, draft, ties) for index, draft in enumerate(drafts))
    return StructureDiff(a, b, _joined(rules), pairs, value_changes(a, b, moved), alignment)


class _Draft:
    """A pair in the making."""

    __slots__ = ("a", "b", "confidence", "how", "path")

    def __init__(
        self, path: Path, a: Item | None, b: Item | None, how: How = "name", confidence: float = 1.0
    ) -> None:
        self.path, self.a, self.b = path, a, b
        self.how, self.confidence = how, confidence


def _paired(
    a: Sequence[Section], b: Sequence[Section]
) -> list[tuple[Section | None, Section | None]]:
    """Sections that belong together: of one path, else of one kind and role, likest names first."""
    left = {(s.kind, s.path): s for s in b}
    found: list[tuple[Section | None, Section | None]] = []
    alone: list[Section] = []
    for section in a:
        same = left.pop((section.kind, section.path), None)
        if same is None:
            alone.append(section)
        else:
            found.append((section, same))
    others = list(left.values())
    if len(alone) <= _MOST_SECTIONS and len(others) <= _MOST_SECTIONS:
        found += _likest(alone, others)
    matched = {id(section) for pair in found for section in pair}
    found += [(section, None) for section in alone if id(section) not in matched]
    order = {id(section): at for at, section in enumerate(a)}
    found.sort(key=lambda pair: order[id(pair[0])])
    return found + [(None, section) for section in others if id(section) not in matched]


def _likest(a: list[Section], b: list[Section]) -> list[tuple[Section, Section]]:
    """Pairs of sections of one kind: of the same role and with the likest names first."""
    ends = [[Counter(map(_end, section.items)) for section in side] for side in (a, b)]
    ranked = []
    for n, left in enumerate(a):
        for m, right in enumerate(b):
            if left.kind == right.kind:
                shared = (ends[0][n] & ends[1][m]).total()
                share = shared / max(len(left.items), len(right.items))
                ranked.append((left.role == right.role, share, -n, -m))
    found: dict[int, int] = {}
    for *_, n, m in sorted(ranked, reverse=True):
        if -n not in found and -m not in found.values():
            found[-n] = -m
    return [(a[n], b[m]) for n, m in found.items()]


def _end(item: Item) -> str:
    """The last part of the name."""
    return item.match.rpartition(".")[2]


def _of_section(
    a: Section | None,
    b: Section | None,
    alignment: Alignment,
    rules: list[Rule],
    progress: Progress,
) -> list[_Draft]:
    """The pairs of two sections, in A's order, what only B has behind its predecessor."""
    if a is None or b is None:
        section = a or b
        assert section is not None
        alone = [(i, None) if b is None else (None, i) for i in section.items]
        return [_Draft(_place(section, i or j), i, j) for i, j in alone]
    found = Aligner(a.items, b.items, alignment, progress).run()
    rules += found.rules
    by_a = {match[0]: match for match in found.matches}
    after: dict[int, list[int]] = {}  # index in A, or -1 -> what only B has and comes behind it
    by_b = {match[1]: match[0] for match in found.matches}
    last = -1
    for at in range(len(b.items)):
        if at in by_b:
            last = by_b[at]
        else:
            after.setdefault(last, []).append(at)
    drafts = [_Draft(_place(a, b.items[at]), None, b.items[at]) for at in after.get(-1, ())]
    for at, item in enumerate(a.items):
        match = by_a.get(at)
        if match is None:
            drafts.append(_Draft(_place(a, item), item, None))
        else:
            drafts.append(_Draft(_place(a, item), item, b.items[match[1]], match[2], match[3]))
        drafts += [_Draft(_place(a, b.items[n]), None, b.items[n]) for n in after.get(at, ())]
    return drafts


def _place(section: Section, item: Item | None) -> Path:
    """Where a tensor is shown: inside the section as A calls it."""
    assert item is not None
    if section.kind == "rest":
        return item.entry.path
    inside = ("state",) if section.kind == "optimizer" else ()
    return (*section.path, *inside, item.match)


def _ties(drafts: Sequence[_Draft], side: Literal["a", "b"]) -> Ties:
    """Index of a draft -> indices of those that are the same run of a shared storage."""
    groups: dict[tuple[int, int | None], list[int]] = {}
    if not any(_says_sharing(draft) for draft in drafts):
        return {}
    for index, draft in enumerate(drafts):
        if draft.a is None or draft.b is None:
            continue
        tensor = (draft.a if side == "a" else draft.b).entry.tensor
        if tensor.storage is not None and tensor.storage.nbytes and tensor.numel:
            groups.setdefault((id(tensor.storage), tensor.storage_offset), []).append(index)
    found: Ties = {}
    for indices in groups.values():
        if len(indices) > 1:
            together = frozenset(indices)
            found.update((index, together) for index in indices)
    return found


def _says_sharing(draft: _Draft) -> bool:
    """Whether the formats of both say which tensors share a storage: those that say a device."""
    a, b = draft.a, draft.b
    if a is None or b is None:
        return False
    return a.tensor.device is not None and b.tensor.device is not None


def _pair(index: int, draft: _Draft, ties: tuple[Ties, Ties]) -> Pair:
    a, b = draft.a, draft.b
    if a is None or b is None:
        return Pair(index, a, b, draft.path)
    x, y = a.tensor, b.tensor
    reasons = reasons_of(x, y)
    if ties[0].get(index) != ties[1].get(index) and _says_sharing(draft):
        reasons.append("tying")
    return Pair(
        index,
        a,
        b,
        draft.path,
        draft.how,
        draft.confidence,
        tuple(sorted(reasons, key=REASONS.index)) if reasons else (),
        is_comparable(x, y),
    )


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Each rule once, with the pairs of all sections; largest first, in order where equal."""
    found: dict[tuple[str, str, str], Rule] = {}
    for rule in rules:
        known = found.get(rule.identity)
        tensors = rule.tensors + (known.tensors if known else 0)
        found[rule.identity] = Rule(rule.kind, rule.a, rule.b, rule.confidence, tensors)
    return tuple(sorted(found.values(), key=lambda rule: -rule.tensors))
