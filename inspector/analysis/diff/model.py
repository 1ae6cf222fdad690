"""What a diff consists of: pairs of tensors, what differs between them, and how they were aligned.

The left side A is the reference, as the model is in `load_state_dict`: what only A has is missing
(in B), what only B has is unexpected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

from inspector.analysis.diff.parts import Part
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path
from inspector.errors import InspectorError, Sentence

Status = Literal["same", "changed", "mismatched", "missing", "unexpected"]
STATUSES: tuple[Status, ...] = get_args(Status)
How = Literal["name", "prefix", "content", "rename"]
RuleKind = Literal["prefix", "content", "rename"]

# Reasons for which a pair is mismatched rather than changed.
_MISMATCHES = frozenset(["shape", "dtype", "device"])


@dataclass(slots=True)  # frozen ones take three times as long to make, and there are many
class Item:
    """A tensor of one side.

    Attributes:
        name: What a person calls it: its key, or the dotted path where it has none.
        match: What it is aligned by, unique within its section: the key without the section's
            path; for the state of an optimizer with the parameter's name where that is known.
    """

    name: str
    match: str
    entry: TensorEntry

    @property
    def tensor(self) -> Tensor:
        """The tensor."""
        return self.entry.tensor


@dataclass(frozen=True, slots=True)
class Section:
    """Tensors of one side that are aligned together: a state_dict, an optimizer's state, the rest.

    Attributes:
        kind: "state_dict", "optimizer" or "rest".
        path: Of the state_dict or optimizer; empty for the rest.
        role: As `StateDict.role`; the kind itself for the others.
    """

    kind: str
    path: Path
    role: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Side:
    """One of the two things compared. Borrows the checkpoint; `sides.side_of` makes it.

    Attributes:
        part: What of it is compared.
        sections: Its tensors.
        node: The tree below the path of the part.
    """

    checkpoint: Checkpoint
    contents: Contents
    part: Part
    node: Any
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        """The file's name, and the path inside it where there is one."""
        inside = self.part.text
        return f"{self.checkpoint.path.name}::{inside}" if inside else self.checkpoint.path.name

    @property
    def path(self) -> Path:
        """Of the part."""
        return self.part.path


RuleIdentity = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One alignment of names that differ.

    Attributes:
        kind: "prefix": A's names begin with `a` where B's begin with `b` (either may be empty; a
            wrapper inside names is `a` or `b` too). "content": the tensors called `a` and `b` hold
            the same bytes, as far as was looked. "rename": they are taken for the same because of
            their order and shape.
        confidence: 0 to 1; how sure the alignment is.
        tensors: How many pairs it made.
    """

    kind: RuleKind
    a: str
    b: str
    confidence: float = 1.0
    tensors: int = 1

    @property
    def identity(self) -> RuleIdentity:
        """What `Alignment.rejected` holds to do without this rule."""
        return self.kind, self.a, self.b


@dataclass(frozen=True, slots=True)
class Alignment:
    """How tensors are to be aligned.

    Attributes:
        by_name_only: No rules at all.
        rejected: Rules (`Rule.identity`) that are not to be used.
        kinds: The kinds of rules that may be used.
    """

    by_name_only: bool = False
    rejected: frozenset[RuleIdentity] = frozenset()
    kinds: frozenset[str] = frozenset(get_args(RuleKind))

    def allows(self, kind: str, a: str, b: str) -> bool:
        """Whether a rule may be used."""
        return not self.by_name_only and kind in self.kinds and (kind, a, b) not in self.rejected


ALL_STEPS = Alignment()


@dataclass(slots=True)  # frozen ones take three times as long to make, and there are many
class Pair:
    """A tensor of A and the one of B it is compared with, or one that has none.

    Attributes:
        index: Its place in `StructureDiff.pairs`.
        a, b: None where the other side alone has it.
        how: By which step it was aligned; "name" where the names are equal or it stands alone.
        confidence: 0 to 1, of the rule; 1 for equal names.
        reasons: What differs without looking at values, in the order of `REASONS`.
        is_comparable: Whether values can be compared: both there, of one shape, with numbers.
        path: Where it is shown in the tree of the diff: the section's path, then A's key (B's
            where A has none), as A writes it.
    """

    index: int
    a: Item | None
    b: Item | None
    path: Path
    how: How = "name"
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    is_comparable: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether one side has no counterpart."""
        return self.a is None or self.b is None


# "placement": the files hold different parts of it. "tying": it shares its storage with others
# there. The last two are found when values are compared; what cannot be read is never called
# the same.
REASONS = (
    "shape",
    "dtype",
    "device",
    "layout",
    "placement",
    "quantization",
    "stride",
    "requires_grad",
    "tying",
    "values",
    "unreadable",
)


@dataclass(frozen=True, slots=True)
class PairValues:
    """How the values of a pair differ. A difference is b - a.

    Attributes:
        index: Of the pair.
        same_bits: Every element has the same bits on both sides (of one dtype).
        within: Every difference is at most atol + rtol x |b|, NaN only where both have it; the
            tolerance is the one given to `compare_values`. With no tolerance: as `same_bits`, or
            equal values where the dtypes differ.
        numel: Elements on each side.
        different: Elements whose bits differ; across dtypes, whose values differ (two NaN do not).
        max_abs, mean_abs: Of the absolute differences where neither is NaN; None if there are none.
        max_at: Row-major index of the element with the largest difference; None without one.
        rel_l2: Euclidean norm of the differences over that of A; inf where A is zero.
        cosine: Of the angle between both as vectors; None where one of them is zero.
        nan_a, nan_b: How many NaN each side has.
        compared_in: The dtype of the arithmetic ("float32" for bfloat16 beside float32), as people
            should be told where the dtypes differ.
        note: Which part of the tensors was compared, where that is not all of them.
        error: Why the values could not be compared; then nothing else is known.
    """

    index: int
    same_bits: bool = False
    within: bool = False
    numel: int = 0
    different: int = 0
    max_abs: float | None = None
    mean_abs: float | None = None
    max_at: int | None = None
    rel_l2: float | None = None
    cosine: float | None = None
    nan_a: int = 0
    nan_b: int = 0
    compared_in: str | None = None
    note: Sentence | None = None
    error: InspectorError | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a pair, as far as is known.

    Attributes:
        is_final: False while its values have not been compared.
    """

    status: Status
    reasons: tuple[str, ...]
    is_final: bool


@dataclass(frozen=True, slots=True)
class ValueChange:
    """Something that is no tensor and differs: an epoch, a learning rate, a hyper-parameter.

    Attributes:
        path: Elements as in `tree.Path`, within the compared part.
        a, b: JSON values; None on the side that does not have it.
    """

    status: Literal["changed", "missing", "unexpected"]
    path: Path
    a: Any
    b: Any


@dataclass(frozen=True)
class StructureDiff:
    """Everything that can be said before values are read.

    Attributes:
        rules: The alignments used, largest first.
        pairs: In A's order; what only B has follows its predecessor in B.
        values: What differs and is no tensor.
    """

    a: Side
    b: Side
    rules: tuple[Rule, ...]
    pairs: tuple[Pair, ...]
    values: tuple[ValueChange, ...] = ()
    alignment: Alignment = ALL_STEPS


def verdict(pair: Pair, values: PairValues | None) -> Verdict:
    """Status and reasons of a pair; `values` is None while they are not known."""
    if pair.b is None:
        return Verdict("missing", (), True)
    if pair.a is None:
        return Verdict("unexpected", (), True)
    reasons = pair.reasons
    if values is not None and values.error is not None:
        reasons = (*reasons, "unreadable")
    elif values is not None and not values.within:
        reasons = (*reasons, "values")
    return _verdict(reasons, values is not None or not pair.is_comparable)


@lru_cache
def _verdict(reasons: tuple[str, ...], is_final: bool) -> Verdict:
    """One for all pairs of which the same is to be said: there are few."""
    return Verdict(_status(reasons), reasons, is_final)


def _status(reasons: Sequence[str]) -> Status:
    if not reasons:
        return "same"
    return "mismatched" if _MISMATCHES.intersection(reasons) else "changed"
