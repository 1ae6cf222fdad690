"""The diff of two checkpoints as far as it needs no values: pairs, facts, everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from inspector.analysis.diff.alignment import Aligned, Aligner, Match
from inspector.analysis.diff.model import (
    ALL_STEPS,
    REASONS,
    Alignment,
    Item,
    Pair,
    Rule,
    Section,
    Side,
    StructureDiff,
)
from inspector.analysis.diff.plain import value_changes
from inspector.analysis.diff.reasons import is_comparable, reasons_of, without_values
from inspector.checkpoint.tree import Path
from inspector.errors import say
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
    pairs: list[Pair] = []
    moved: dict[Path, Path] = {}
    for left, right in _paired(a.sections, b.sections):
        progress.report(0, 0, say("aligning"))
        if left is not None and right is not None:
            moved[right.path] = left.path
        pairs += _of_section(left, right, alignment, rules, progress)
    for index, pair in enumerate(pairs):
        pair.index = index
        _compare_facts(pair)
    _compare_ties([pair for pair in pairs if _says_sharing(pair)])
    return StructureDiff(a, b, _joined(rules), tuple(pairs), value_changes(a, b, moved), alignment)


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
) -> list[Pair]:
    """The pairs of two sections, in A's order, what only B has behind its predecessor."""
    if a is None or b is None:
        section = a or b
        assert section is not None
        place = _placing(section)
        return [
            Pair(0, None if a is None else item, None if b is None else item, place(item))
            for item in section.items
        ]
    found = Aligner(a.items, b.items, alignment, progress).run()
    rules += found.rules
    place = _placing(a)
    paired: list[Match | None] = [None] * len(a.items)
    for match in found.matches:
        paired[match[0]] = match
    after = _only_there(found, len(b.items))
    pairs = [Pair(0, None, b.items[at], place(b.items[at])) for at in after.get(-1, ())]
    for at, (item, hit) in enumerate(zip(a.items, paired, strict=True)):
        if hit is None:
            pairs.append(Pair(0, item, None, place(item)))
        else:
            pairs.append(Pair(0, item, b.items[hit[1]], place(item), hit[2], hit[3]))
        if at in after:
            pairs += [Pair(0, None, b.items[n], place(b.items[n])) for n in after[at]]
    return pairs


def _only_there(found: Aligned, count: int) -> dict[int, list[int]]:
    """Index in A, or -1 -> the `left_b` that come behind its counterpart among `count` of B."""
    after: dict[int, list[int]] = {}
    if not found.left_b:
        return after
    partners = {match[1]: match[0] for match in found.matches}
    last = -1
    for at in range(count):
        if at in partners:
            last = partners[at]
        else:
            after.setdefault(last, []).append(at)
    return after


def _placing(section: Section) -> Callable[[Item], Path]:
    """Where a tensor is shown: inside the section as A calls it."""
    if section.kind == "rest":
        return lambda item: item.entry.path
    above = (*section.path, "state") if section.kind == "optimizer" else section.path
    return lambda item: (*above, item.match)


def _says_sharing(pair: Pair) -> bool:
    """Whether the formats of both say which tensors share a storage: those that say a device."""
    a, b = pair.a, pair.b
    if a is None or b is None:
        return False
    return a.entry.tensor.device is not None and b.entry.tensor.device is not None


def _compare_facts(pair: Pair) -> None:
    """Note what differs without looking at values, and whether these can be looked at."""
    if pair.a is None or pair.b is None:
        return
    x, y = pair.a.entry.tensor, pair.b.entry.tensor
    reasons = reasons_of(x, y)
    pair.is_comparable = is_comparable(x, y)
    if not pair.is_comparable:
        reasons += without_values(x, y)
    if reasons:
        pair.reasons = _in_order(reasons)


def _compare_ties(pairs: Sequence[Pair]) -> None:
    """Note which share their storage with other tensors on one side than on the other one."""
    here, there = _ties(pairs, "a"), _ties(pairs, "b")
    for pair in pairs:
        if here.get(pair.index) != there.get(pair.index):
            pair.reasons = _in_order([*pair.reasons, "tying"])


def _ties(pairs: Sequence[Pair], side: Literal["a", "b"]) -> Ties:
    """Index of a pair -> indices of those that are the same run of a shared storage."""
    groups: dict[tuple[int, int | None], list[int]] = {}
    for pair in pairs:
        item = pair.a if side == "a" else pair.b
        assert item is not None
        tensor = item.entry.tensor
        if tensor.storage is not None and tensor.storage.nbytes and tensor.numel:
            groups.setdefault((id(tensor.storage), tensor.storage_offset), []).append(pair.index)
    found: Ties = {}
    for indices in groups.values():
        if len(indices) > 1:
            together = frozenset(indices)
            found.update((index, together) for index in indices)
    return found


def _in_order(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(reasons, key=REASONS.index))


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Each rule once, with the pairs of all sections; largest first, in order where equal."""
    found: dict[tuple[str, str, str], Rule] = {}
    for rule in rules:
        known = found.get(rule.identity)
        tensors = rule.tensors + (known.tensors if known else 0)
        found[rule.identity] = Rule(rule.kind, rule.a, rule.b, rule.confidence, tensors)
    return tuple(sorted(found.values(), key=lambda rule: -rule.tensors))
