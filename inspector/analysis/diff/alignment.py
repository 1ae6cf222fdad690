"""Which name of A is which name of B: by name, wrapper prefix, content, order and shape.

Every step sees only what the steps before it left over, and leaves a `Rule` for what it did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from inspector.analysis.diff.fingerprints import fingerprints
from inspector.analysis.diff.model import Alignment, How, Item, Rule, RuleKind
from inspector.checkpoint.state_dict import WRAPPERS
from inspector.progress import SILENT, Progress

# Wrappers that may sit in the middle of a name.
_INNER = ("_fsdp_wrapped_module.", "_checkpoint_wrapped_module.", "_orig_mod.", "module.")
_MOST_PREFIXES = 8  # rounds of looking for one more prefix
_SURE, _ALIKE = 0.99, 0.6  # of a tensor recognised by its bytes: alone, or one of several
_UNORDERED = 0.6  # of a confidence, where shapes fit but not their order
_FEWEST = 3  # tensors of equal shapes, where others are aligned by name: fewer may be chance
_MOST_PARTS = 64  # of a name, that are looked at
_SAMPLED, _TRIED = 64, 6  # names that suggest prefixes; suggestions that are counted
_ENOUGH = 0.5  # share of what is left on the smaller side that a prefix must explain

Match = tuple[int, int, How, float]


@dataclass
class Aligned:
    """Attributes:
    matches: (index in A, index in B, step, confidence).
    rules: What the steps after the first did.
    left_a, left_b: Indices without a counterpart, in order.
    """

    matches: list[Match]
    rules: list[Rule]
    left_a: list[int]
    left_b: list[int]

    def take(self, found: Sequence[tuple[int, int]], how: How, confidence: float = 1.0) -> None:
        """Match these pairs of indices."""
        self.matches += [(a, b, how, confidence) for a, b in found]
        used_a, used_b = {a for a, _ in found}, {b for _, b in found}
        self.left_a = [at for at in self.left_a if at not in used_a]
        self.left_b = [at for at in self.left_b if at not in used_b]


@dataclass
class Aligner:
    """Aligns the items of two sections.

    Attributes:
        progress: May stop the work where bytes are looked at.
    """

    a: Sequence[Item]
    b: Sequence[Item]
    how: Alignment
    progress: Progress = SILENT
    found: Aligned = field(init=False)

    def run(self) -> Aligned:
        """All steps."""
        self.found = Aligned([], [], [*range(len(self.a))], [*range(len(self.b))])
        self._by_name()
        if not self.how.by_name_only:
            self._by_inner_wrapper()
            for _ in range(_MOST_PREFIXES):
                if not self._by_prefix():
                    break
            self._by_content()
            self._by_module()
            self._by_order()
        return self.found

    # -- names ------------------------------------------------------------------------------

    def _by_name(self) -> None:
        if [item.match for item in self.a] == [item.match for item in self.b]:
            self.found = Aligned([(at, at, "name", 1.0) for at in self.found.left_a], [], [], [])
            return
        places = {self.b[at].match: at for at in reversed(self.found.left_b)}
        hits = [(at, places.pop(self.a[at].match, -1)) for at in self.found.left_a]
        self.found.take([(a, b) for a, b in hits if b >= 0], "name")

    def _by_inner_wrapper(self) -> None:
        """A wrapper inside names: "layers.0._orig_mod.weight"."""
        left = [*self._names("a")[0], *self._names("b")[0]]
        for wrapper in _INNER:
            if not any(f".{wrapper}" in name for _, name in left):
                continue
            for side, (a, b) in (("a", (wrapper, "")), ("b", ("", wrapper))):
                if self.found.left_a and self.found.left_b and self.how.allows("prefix", a, b):
                    self._strip_inner(side, wrapper, Rule("prefix", a, b))

    def _strip_inner(self, side: str, wrapper: str, rule: Rule) -> None:
        stripped, other = self._names(side)
        places = {name: at for at, name in other}
        hits = []
        for at, name in stripped:
            if f".{wrapper}" in name:
                there = places.pop(name.replace(f".{wrapper}", ".").removeprefix(wrapper), None)
                if there is not None:
                    hits.append((at, there) if side == "a" else (there, at))
        self._take_prefix(hits, rule)

    def _names(self, side: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """(index, name) of what is left on `side` ("a" or "b") and on the other one."""
        of_a = [(at, self.a[at].match) for at in self.found.left_a]
        of_b = [(at, self.b[at].match) for at in self.found.left_b]
        return (of_a, of_b) if side == "a" else (of_b, of_a)

    # -- prefixes ---------------------------------------------------------------------------

    def _by_prefix(self) -> bool:
        """Whether one more prefix was found that explains enough of what is left."""
        likely: Counter[tuple[str, str]] = Counter()
        for side in "ab":
            longer, shorter = self._names(side)
            known = {name for _, name in shorter}
            for _, name in longer[:: max(1, len(longer) // _SAMPLED)]:
                for prefix in _prefixes(name):
                    if name[len(prefix) :] in known:
                        likely[(prefix, "") if side == "a" else ("", prefix)] += 1
        votes = {pair: self._explained(*pair) for pair, _ in likely.most_common(_TRIED)}
        wanted = _ENOUGH * min(len(self.found.left_a), len(self.found.left_b))
        if not self.found.matches and max(votes.values(), default=0) < wanted:
            self._vote_exchanged(votes)
        for (a, b), count in sorted(votes.items(), key=lambda vote: -vote[1]):
            is_known = f"{a}{b}".startswith(WRAPPERS) and not (a and b)
            if count and (count >= wanted or is_known) and self.how.allows("prefix", a, b):
                return self._exchange(Rule("prefix", a, b))
        return False

    def _explained(self, a: str, b: str) -> int:
        """How many tensors a prefix in place of another aligns; a wrapper's whatever the shapes."""
        places = {self.b[at].match: at for at in self.found.left_b}
        is_wrapper = f"{a}{b}".startswith(WRAPPERS)
        hits = 0
        for at in self.found.left_a:
            name = self.a[at].match
            there = places.get(b + name[len(a) :], -1) if name.startswith(a) else -1
            if there >= 0:
                hits += is_wrapper or self.a[at].tensor.shape == self.b[there].tensor.shape
        return hits

    def _vote_exchanged(self, votes: dict[tuple[str, str], int]) -> None:
        """One prefix in place of another, with which most names of both sides agree."""
        of_a, of_b = self._names("a")
        by_end: dict[str, list[str]] = {}
        for _, name in of_b:
            by_end.setdefault(_end(name), []).append(name)
        likely: Counter[tuple[str, str]] = Counter()
        for _, name in of_a[:: max(1, len(of_a) // _SAMPLED)]:
            for other in by_end.get(_end(name), [])[:_SAMPLED]:
                likely[_without_common_end(name, other)] += 1
        for (a, b), _ in likely.most_common(_TRIED):
            hits = self._explained(a, b)
            if a and b and 2 * hits > max(len(of_a), len(of_b)):
                votes[a, b] = hits

    def _exchange(self, rule: Rule) -> bool:
        places = {self.b[at].match: at for at in self.found.left_b}
        hits = []
        for at in self.found.left_a:
            name = self.a[at].match
            if name.startswith(rule.a):
                there = places.pop(rule.b + name[len(rule.a) :], None)
                if there is not None:
                    hits.append((at, there))
        return self._take_prefix(hits, rule)

    def _take_prefix(self, hits: list[tuple[int, int]], rule: Rule) -> bool:
        if hits:
            self.found.take(hits, "prefix")
            self.found.rules.append(Rule("prefix", rule.a, rule.b, 1.0, len(hits)))
        return bool(hits)

    # -- other names ------------------------------------------------------------------------

    def _by_content(self) -> None:
        """Equal bytes under another name; of several alike, in order."""
        if not self._can_go_on("content"):
            return
        glimpses = [
            fingerprints([items[at].tensor for at in left], self.progress)
            for items, left in ((self.a, self.found.left_a), (self.b, self.found.left_b))
        ]
        groups_a = _grouped(zip(self.found.left_a, glimpses[0], strict=True))
        groups_b = _grouped(zip(self.found.left_b, glimpses[1], strict=True))
        hits = []
        for key, of_a in groups_a.items():
            of_b = groups_b.get(key, [])
            if len(of_a) == len(of_b):
                sure = _SURE if len(of_a) == 1 else _ALIKE
                hits += [(a, b, sure) for a, b in zip(of_a, of_b, strict=True)]
        self._take_renames(hits, "content")

    def _by_module(self) -> None:
        """What else is in a module that was recognised by the content of one of its tensors."""
        if not self._can_go_on("rename"):
            return
        modules = {
            _module(self.a[a].match): _module(self.b[b].match)
            for a, b, how, _ in self.found.matches
            if how == "content"
        }
        places = {self.b[at].match: at for at in self.found.left_b}
        hits = []
        for at in self.found.left_a:
            module, _, last = self.a[at].match.rpartition(".")
            there = places.get(f"{modules.get(module)}.{last}", -1)
            if there >= 0 and self.a[at].tensor.shape == self.b[there].tensor.shape:
                hits.append((at, there, _SURE))
        self._take_renames(hits, "rename")

    def _by_order(self) -> None:
        """The same shapes in the same order, or as many of each shape: likely the same modules."""
        if not self._can_go_on("rename"):
            return
        by_content = sum(how in ("content", "rename") for _, _, how, _ in self.found.matches)
        is_all_renamed = 2 * by_content >= len(self.found.matches)
        left = [
            [(at, _signature(items[at])) for at in indices]
            for items, indices in ((self.a, self.found.left_a), (self.b, self.found.left_b))
        ]
        shapes = [[shape for _, (shape, _) in side] for side in left]
        if shapes[0] == shapes[1]:
            groups = [([at for at, _ in left[0]], [at for at, _ in left[1]])]
            share = 1.0
        else:
            by_a, by_b = _grouped(left[0]), _grouped(left[1])
            groups = [(of_a, by_b.get(key, [])) for key, of_a in by_a.items()]
            share = _UNORDERED
        hits = [pair for x, y in groups if len(x) == len(y) for pair in zip(x, y, strict=True)]
        if len(hits) < (1 if is_all_renamed else _FEWEST):
            return
        # One tensor of the same shape says little, many in the same order say a lot.
        sure = round(share * len(hits) / (len(hits) + 1), 2)
        self._take_renames([(a, b, sure) for a, b in hits], "rename")

    def _can_go_on(self, kind: str) -> bool:
        return bool(self.found.left_a and self.found.left_b) and kind in self.how.kinds

    def _take_renames(self, hits: list[tuple[int, int, float]], kind: RuleKind) -> None:
        """Match one by one, each with its own rule."""
        allowed = [
            hit for hit in hits if self.how.allows(kind, self.a[hit[0]].match, self.b[hit[1]].match)
        ]
        for sure in sorted({hit[2] for hit in allowed}, reverse=True):
            chosen = [(a, b) for a, b, confidence in allowed if confidence == sure]
            self.found.take(chosen, kind, sure)
            self.found.rules += [
                Rule(kind, self.a[a].match, self.b[b].match, sure) for a, b in chosen
            ]


def _signature(item: Item) -> tuple[Hashable, str]:
    """(shape, last part of the name): what stays when modules are renamed."""
    return item.tensor.shape, item.match.rpartition(".")[2]


def _module(name: str) -> str:
    return name.rpartition(".")[0]


def _grouped(keyed: Iterable[tuple[int, Hashable]]) -> dict[Hashable, list[int]]:
    """Key -> indices that have it, without those that have None."""
    found: dict[Hashable, list[int]] = {}
    for at, key in keyed:
        if key is not None:
            found.setdefault(key, []).append(at)
    return found


def _prefixes(name: str) -> list[str]:
    """ "a.b.c" -> "a.", "a.b."; only the first few, since a hostile name may have any number."""
    found: list[str] = []
    at = name.find(".")
    while at >= 0 and len(found) < _MOST_PARTS:
        found.append(name[: at + 1])
        at = name.find(".", at + 1)
    return found


def _end(name: str) -> str:
    """The last two parts."""
    return ".".join(name.rsplit(".", 2)[-2:])


def _without_common_end(a: str, b: str) -> tuple[str, str]:
    """What stands before the dotted parts that both names end with."""
    of_a, of_b = (name.rsplit(".", _MOST_PARTS) for name in (a, b))
    while len(of_a) > 0 and len(of_b) > 0 and of_a[-1] == of_b[-1]:
        of_a.pop()
        of_b.pop()
    return "".join(f"{part}." for part in of_a), "".join(f"{part}." for part in of_b)
