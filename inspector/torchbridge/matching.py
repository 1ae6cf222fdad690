"""Whether a model that somebody named is the one whose weights lie in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.analysis.flops.report import Shape
from inspector.describe import plural
from inspector.errors import Sentence, in_one, say

Difference = tuple[str, Shape, Shape]  # name, in the model, in the file

# Layers that are changed when a model is trained on other classes.
_HEAD = re.compile(
    r"(^|\.)(fc\d*|classifier|classif|heads?|logits|last_linear|output_layer|aux\w*|lm_head|score|cls"
    r"|AuxLogits|head_dist|proj_head|embed_out)(\.|$)",
    re.I,
)
# Counters and other tools' litter, which no architecture needs.
_UNIMPORTANT = re.compile(r"(^|\.)(num_batches_tracked|total_ops|total_params|n_averaged)$")
_MOST_PREFIX = 3
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Match:
    """The tensors of a model beside those of a file.

    Attributes:
        same: Names with equal shapes.
        total: Tensors of the model that count.
        different: In both, with other shapes.
        missing, unexpected: Only in the model; only in the file.
        prefix: What was taken off the file's names.
    """

    same: int
    total: int
    different: tuple[Difference, ...]
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    prefix: str = ""

    @property
    def fits(self) -> bool:
        """Whether everything but the head is the same."""
        return self.same > 0 and all(
            _HEAD.search(name) is not None for name in self._names if name not in self._rows
        )

    @property
    def _names(self) -> list[str]:
        return [name for name, _, _ in self.different] + [*self.missing, *self.unexpected]

    @property
    def _rows(self) -> set[str]:
        """Tensors that differ in the number of outputs alone, all in the same way."""
        changes = {(model[0], file[0]) for _, model, file in self.different if model and file}
        if len(changes) != 1:
            return set()
        layers = {name.rpartition(".")[0] for name, _, _ in self.different}
        is_outputs = all(model[1:] == file[1:] for _, model, file in self.different)
        return {name for name, _, _ in self.different} if is_outputs and len(layers) == 1 else set()

    def sentences(self, model: str) -> list[Sentence]:
        """What to say of it."""
        same = {"n": str(self.same), "total": str(self.total), "model": model}
        if self.different:
            changes = [_change(one) for one in self.different]
            found = [
                say(
                    "{n}/{total} tensors match {model}; {other} differ ({which}).",
                    **same,
                    other=str(len(changes)),
                    which=_some(changes),
                )
            ]
        else:
            found = [say("{n}/{total} tensors match {model}.", **same)]
        if self.missing:
            many = plural(len(self.missing), "tensor")
            which = _some(self.missing)
            found.append(say("{tensors} only in the model: {which}.", tensors=many, which=which))
        if self.unexpected:
            many = plural(len(self.unexpected), "tensor")
            which = _some(self.unexpected)
            found.append(say("{tensors} only in the file: {which}.", tensors=many, which=which))
        return found

    def sentence(self, model: str) -> Sentence:
        """All of it in one."""
        return in_one(self.sentences(model))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")


def _change(difference: Difference) -> str:
    """ "fc.weight 1000→751", or whole shapes where more than the first size differs."""
    name, model, file = difference
    if model and file and model[1:] == file[1:]:
        return f"{name} {model[0]}→{file[0]}"
    return f"{name} {list(model)}→{list(file)}"


def match(file: Mapping[str, Shape], model: Mapping[str, Shape]) -> Match:
    """Compare names and shapes, under the wrapper prefix that fits best."""
    theirs = {name: shape for name, shape in model.items() if not _UNIMPORTANT.search(name)}
    ours = {name: shape for name, shape in file.items() if not _UNIMPORTANT.search(name)}
    best = max(
        (_compared(ours, theirs, prefix) for prefix in _prefixes(list(ours))),
        key=lambda found: (found.same, len(found.different), -len(found.unexpected)),
    )
    return best


def _prefixes(names: Sequence[str]) -> list[str]:
    """ "" and what stands before the names, up to three components."""
    found = {"": None}
    for name in names[:1000]:
        parts = name.split(".")
        for depth in range(1, min(len(parts), _MOST_PREFIX + 1)):
            found[".".join(parts[:depth]) + "."] = None
    return list(found)[:200]


def _compared(file: Mapping[str, Shape], model: Mapping[str, Shape], prefix: str) -> Match:
    stripped = {
        name.removeprefix(prefix): shape for name, shape in file.items() if name.startswith(prefix)
    }
    outside = [name for name in file if not name.startswith(prefix)]
    different = [
        (name, shape, stripped[name])
        for name, shape in model.items()
        if name in stripped and stripped[name] != shape
    ]
    missing = [name for name in model if name not in stripped]
    unexpected = [name for name in stripped if name not in model] + outside
    same = len(model) - len(missing) - len(different)
    return Match(same, len(model), tuple(different), tuple(missing), tuple(unexpected), prefix)
