"""What is said about an optimizer: its options side by side, its parameters one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.contents import Contents, likely_models
from inspector.checkpoint.optimizer import Optimizer, ParamGroup
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path, element_of
from inspector.gui.itemmodels.inline import inline_text
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import counted
from inspector.inert import flat_items, pairs

translate = QCoreApplication.translate

GROUP_LIMIT = 100
_ABSENT = "–"
_STATE_NAMES = 8
_LONG_NUMBER = 12


@dataclass(frozen=True, slots=True, eq=False)
class OptionRow:
    """One option, with its text in every group."""

    name: str
    texts: tuple[str, ...]
    differs: bool

    def brief(self, group: int) -> str:
        """The text of a group, long numbers rounded where that hides no difference."""
        text = self.texts[group]
        short = _brief(text)
        hides = any(_brief(other) == short and other != text for other in self.texts)
        return text if hides else short


@dataclass(frozen=True, slots=True, eq=False)
class ParameterRow:
    """One parameter.

    Attributes:
        entry: The tensor in the model that it is, where that is known.
        state: What the optimizer keeps for it; None where it keeps nothing.
    """

    number: int
    key: Any
    name: str | None
    group: int
    entry: TensorEntry | None
    state: Any

    @property
    def tensors(self) -> list[tuple[str, Tensor]]:
        """(name, tensor) in its state."""
        held = pairs(flat_items(self.state) or [])
        return [(str(element_of(k)), value) for k, value in held if isinstance(value, Tensor)]

    @property
    def nbytes(self) -> int:
        """Bytes of the tensors kept for it."""
        return sum(tensor.nbytes or 0 for _, tensor in self.tensors)

    @property
    def shape(self) -> tuple[int, ...] | None:
        """Of the parameter; as far as its state tells where the model does not."""
        if self.entry is not None:
            return self.entry.tensor.shape
        shapes = [tensor.shape for _, tensor in self.tensors if tensor.shape]
        return max(shapes, key=len, default=None)


def optimizer_at(contents: Contents, path: Path) -> Optimizer | None:
    """The optimizer that `path` is or lies in."""
    for found in contents.optimizers:
        if path[: len(found.path)] == found.path:
            return found
    return None


def option_rows(optimizer: Optimizer) -> list[OptionRow]:
    """Every option of every group, in order of appearance, those that differ first."""
    groups = optimizer.groups[:GROUP_LIMIT]
    names = dict.fromkeys(name for group in groups for name, _ in group.options)
    names.pop("param_names", None)
    held = [dict(group.options) for group in groups]
    sizes = tuple(f"{len(group.params):,}" for group in groups)
    rows = [OptionRow(translate("OptimizerPage", "parameters"), sizes, False)]
    for name in names:
        texts = tuple(inline_text(own[name], 80) if name in own else _ABSENT for own in held)
        rows.append(OptionRow(describe.visible(name, 80), texts, len(set(texts)) > 1))
    return rows[:1] + sorted(rows[1:], key=lambda row: not row.differs)


def option_columns(optimizer: Optimizer) -> list[Column]:
    """A mark where groups differ, the name of the option, then one column for each group."""
    differs = translate("OptimizerPage", "The groups differ in this option.")
    columns = [
        Column(
            "",
            lambda row: "≠" if row.differs else "",
            exact=lambda row: differs if row.differs else "",
            look=lambda row: "warning" if row.differs else "",
            is_strong=lambda row: row.differs,
            width=2,
        ),
        Column(
            translate("OptimizerPage", "Option"),
            lambda row: row.name,
            look=lambda row: "warning" if row.differs else "",
            is_strong=lambda row: row.differs,
            width=22,
        ),
    ]
    title = translate("OptimizerPage", "group {n}")
    for at, group in enumerate(optimizer.groups[:GROUP_LIMIT]):
        columns.append(
            Column(
                title.replace("{n}", str(at)) + _group_name(group),
                lambda row, at=at: row.brief(at),
                exact=lambda row, at=at: row.texts[at],
                is_strong=lambda row: row.differs,
                width=13,
            )
        )
    return columns if len(optimizer.groups) > 1 else columns[1:]


def _brief(text: str) -> str:
    """ "0.00029265847744427303" -> "0.000292658"; hovering shows all of it."""
    if len(text) <= _LONG_NUMBER:
        return text
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return text


def _group_name(group: ParamGroup) -> str:
    name = dict(group.options).get("name")
    return f" · {describe.visible(name, 30)}" if isinstance(name, str) and name else ""


def parameter_rows(optimizer: Optimizer, contents: Contents) -> list[ParameterRow]:
    """Every parameter of every group, in order."""
    entries = _entries(optimizer, contents)
    states = {_hashable(key): value for key, value in optimizer.state}
    rows: list[ParameterRow] = []
    for at, group in enumerate(optimizer.groups):
        for key, name in zip(group.params, group.names, strict=False):
            entry = entries.get(name) if name is not None else None
            state = states.get(_hashable(key))
            rows.append(ParameterRow(len(rows), key, name, at, entry, state))
    return rows


def _hashable(key: Any) -> Any:
    return key if isinstance(key, int | str) else ("id", id(key))


def _entries(optimizer: Optimizer, contents: Contents) -> dict[str, TensorEntry]:
    """Name -> tensor, in the likeliest model that has the optimizer's names."""
    names = {name for group in optimizer.groups for name in group.names if name is not None}
    best: dict[str, TensorEntry] = {}
    for model in likely_models(optimizer, contents.state_dicts):
        found = {entry.key: entry for entry in model.entries if entry.key in names}
        if len(found) > len(best):
            best = {str(key): entry for key, entry in found.items()}
    return best


def parameter_columns(optimizer: Optimizer) -> list[Column]:
    """Key, name, group, shape, state, bytes."""
    is_named = optimizer.named_by is not None
    by_name = Column(
        translate("OptimizerPage", "Name"),
        lambda row: describe.visible(row.name) if row.name is not None else _ABSENT,
        width=0,
        is_name=True,
    )
    by_group = Column(translate("OptimizerPage", "Group"), lambda row: str(row.group), width=6)
    state = Column(
        translate("OptimizerPage", "State"),
        _state_text,
        exact=_state_lines,
        look=lambda row: "" if row.state is not None else "bits",
        width=26 if is_named else 0,
    )
    shape = Column(
        translate("OptimizerPage", "Shape"),
        lambda row: describe.shape(row.shape) if row.shape is not None else _ABSENT,
        width=16,
    )
    size = Column(
        translate("OptimizerPage", "Bytes"),
        lambda row: describe.size(row.nbytes) if row.state is not None else _ABSENT,
        key=lambda row: row.nbytes,
        exact=lambda row: counted(row.nbytes, "byte"),
        width=9,
    )
    columns = [Column("#", _key_text, width=6), shape, size, state]
    columns[1:1] = [by_name] if is_named else []
    columns[-3:-3] = [by_group] if len(optimizer.groups) > 1 else []
    return columns


def _key_text(row: ParameterRow) -> str:
    return str(row.key) if type(row.key) is int else f"{row.number}"


def _state_text(row: ParameterRow) -> str:
    if row.state is None:
        return translate("OptimizerPage", "none yet")
    return ", ".join(_state_parts(row)) or translate("OptimizerPage", "empty")


def _state_parts(row: ParameterRow) -> Iterator[str]:
    for at, (key, value) in enumerate(pairs(flat_items(row.state) or [])):
        if at == _STATE_NAMES:
            yield "…"
            return
        name = describe.visible(str(element_of(key)), 40)
        is_said = isinstance(value, int | float) and not isinstance(value, bool)
        yield f"{name} {inline_text(value, 40)}" if is_said else name


def _state_lines(row: ParameterRow) -> str:
    held = list(pairs(flat_items(row.state) or []))[:_STATE_NAMES]
    return "\n".join(
        f"{describe.visible(str(element_of(key)), 80)}: {inline_text(value, 80)}"
        for key, value in held
    )
