"""The table of known architectures (`resources/architectures`): read when first asked for."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import inspector

_PACKAGE = Path(inspector.__file__).parent
_FILE = Path("architectures", "architectures.jsonl.gz")
_KEY = 16  # hex digits


@dataclass(frozen=True, slots=True)
class Known:
    """Models with the same tensors, the same input size and the same cost.

    Attributes:
        names: "torchvision resnet50", … ; the first is the one to name.
        inputs: Sizes of each input without its batch: ((3, 224, 224),).
        parameters: Elements of its parameters, buffers left out.
        macs: Multiply-adds at `inputs` for a batch of one; None where they depend on the image.
        step: Spatial sizes it was counted at: 1 any, 32 multiples of 32, 0 only `inputs`.
        terms, head_terms: Formulas (`fingerprint_terms`) of the body and of the classes' head.
    """

    names: tuple[str, ...]
    inputs: tuple[tuple[int, ...], ...]
    parameters: int
    macs: int | None
    step: int
    terms: Sequence[Sequence[Any]]
    head_terms: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Architecture:
    """Names and shapes that some models have.

    Attributes:
        shapes: The key of the names and shapes of all tensors but those in `head`.
        head: Name -> shape of the tensors whose size goes with the number of classes; such a size
            is negative: {"fc.weight": (-1000, 2048)}.
        buffers: Last parts of the names of tensors that are no parameters.
        tensors: How many, those left out that come and go.
        models: Those with these names and shapes; more than one where they differ in cost or size.
    """

    shapes: int
    head: Mapping[str, tuple[int, ...]]
    buffers: frozenset[str]
    tensors: int
    models: tuple[Known, ...]


class Table:
    """Lines of the table by their keys; a line is decoded when it is asked for.

    Attributes:
        versions: Library -> the version the table was made from.
    """

    def __init__(self, text: str) -> None:
        first, *lines = text.splitlines()
        self.versions: dict[str, str] = json.loads(first)
        self._by_names: dict[str, list[str]] = {}
        self._by_body: dict[str, list[str]] = {}
        for line in lines:
            self._by_names.setdefault(line[:_KEY], []).append(line)
            self._by_body.setdefault(line[_KEY + 1 : 2 * _KEY + 1], []).append(line)

    def with_names(self, key: int) -> list[Architecture]:
        """Those whose tensors have the names of this key."""
        return [_decoded(line) for line in self._by_names.get(f"{key:016x}", ())]

    def with_body(self, key: int) -> list[Architecture]:
        """Those whose tensors without the head have the names of this key."""
        return [_decoded(line) for line in self._by_body.get(f"{key:016x}", ())]

    def all(self) -> list[Architecture]:
        """Every line."""
        return [_decoded(line) for lines in self._by_names.values() for line in lines]


@cache
def table() -> Table:
    """The table, read once, in a few milliseconds; empty where it was not installed."""
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if (root / _FILE).exists():
            return Table(gzip.decompress((root / _FILE).read_bytes()).decode())
    return Table("{}")


def _decoded(line: str) -> Architecture:
    row = json.loads(line[2 * _KEY + 2 :])
    return Architecture(
        int(row["shapes"], 16),
        {name: tuple(sizes) for name, sizes in row["head"].items()},
        frozenset(row["buffers"]),
        row["tensors"],
        tuple(
            Known(tuple(names), tuple(map(tuple, inputs)), *rest)
            for names, inputs, *rest in row["models"]
        ),
    )
