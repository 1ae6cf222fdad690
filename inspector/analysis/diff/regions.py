"""What of two tensors can be compared where a file holds only a part of one: a DTensor's shard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.analysis.views import part
from inspector.checkpoint.tensor import LOCAL, Tensor
from inspector.describe import shape as shape_text
from inspector.describe import visible
from inspector.errors import Sentence, say

Ranges = tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The same elements of both sides.

    Attributes:
        a, b: Of one shape.
        note: Which part of the whole they are; None where they are all of it.
        ranges: The same of each dimension; None where the files do not say.
        shape: Of the whole.
    """

    a: Tensor
    b: Tensor
    note: Sentence | None
    ranges: Ranges | None
    shape: tuple[int, ...]

    def place(self, at: int) -> int | None:
        """The row-major index in the whole of element `at` of the region."""
        if self.ranges is None:
            return None
        found, step = 0, 1
        for chosen, size in zip(reversed(self.ranges), reversed(self.shape), strict=True):
            at, here = divmod(at, len(chosen))
            found += chosen[here] * step
            step *= size
        return found


def is_part(tensor: Tensor) -> bool:
    """Whether a file holds the tensor in a part of its own: all or some of it."""
    return tensor.parts is not None and LOCAL in tensor.parts


def region_of(a: Tensor, b: Tensor) -> Region | Sentence:
    """What both sides hold of a tensor of one shape; or why they hold nothing in common.

    One of them is a DTensor (`is_part`).
    """
    shape = a.shape or ()
    (x, of_x, x_is_sum), (y, of_y, y_is_sum) = _held(a), _held(b)
    if x_is_sum != y_is_sum:
        return say("one side holds addends that are still to be summed over the ranks")
    if of_x is None or of_y is None:
        if x.shape != y.shape:
            return say("the parts that the files hold have different shapes")
        return Region(
            x, y, say("of each side the part in its file; they do not say which"), None, shape
        )
    both = tuple(
        range(max(p.start, q.start), min(p.stop, q.stop)) for p, q in zip(of_x, of_y, strict=True)
    )
    if any(not len(each) for each in both) and all(shape):
        return say(
            "the files hold different parts: {a} and {b}", a=ranges_text(of_x), b=ranges_text(of_y)
        )
    left, right = _within(x, of_x, both), _within(y, of_y, both)
    if left is None or right is None:
        return say(
            "only all of what the files hold could be compared, and they hold different parts"
        )
    note = None
    if x_is_sum:
        note = say("addends that are still to be summed over the ranks")
    elif tuple(map(len, both)) != shape:
        note = say(
            "only {part} of {shape}, which both files hold",
            part=ranges_text(both),
            shape=shape_text(shape),
        )
    return Region(left, right, note, both, shape)


def _held(tensor: Tensor) -> tuple[Tensor, Ranges | None, bool]:
    """(what the file holds, of which ranges, whether it is addends)."""
    if not is_part(tensor) or tensor.parts is None:
        return tensor, tuple(map(range, tensor.shape or ())), False
    local, placement = tensor.parts[LOCAL], tensor.placement
    if placement is None:
        return local, None, False
    return local, placement.ranges, placement.is_sum


def _within(tensor: Tensor, held: Ranges, wanted: Ranges) -> Tensor | None:
    """The `wanted` part of a tensor that is the part `held`; None where it cannot be cut."""
    if held == wanted:
        return tensor
    if tensor.parts or tensor.storage is None or len(tensor.stride or ()) != len(held):
        return None
    return part(
        tensor,
        [range(w.start - h.start, w.stop - h.start) for h, w in zip(held, wanted, strict=True)],
    )


def held_text(tensor: Tensor) -> str:
    """ "Shard(0) [2:4, 0:3]"; "whole" for a tensor that is not cut."""
    placement = tensor.placement
    if placement is None:
        return say("whole")
    where = "" if placement.ranges is None else f" {ranges_text(placement.ranges)}"
    return f"{visible(placement.text, 200)}{where}"


def ranges_text(ranges: Sequence[range]) -> str:
    """As torch would cut it: "[2:4, 0:3]"."""
    return f"[{', '.join(f'{each.start}:{each.stop}' for each in ranges)}]"


def are_held_alike(a: Tensor, b: Tensor) -> bool:
    """Whether both files hold the same part of a tensor; all of it counts as such."""
    return _what(a) == _what(b)


def _what(tensor: Tensor) -> object:
    placement = tensor.placement
    if placement is None:
        return None
    is_whole = placement.ranges == tuple(map(range, tensor.shape or ()))
    if is_whole and not placement.is_sum:
        return None
    return placement.ranges or placement.text, placement.is_sum
