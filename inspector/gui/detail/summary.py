"""What is said about a whole file, without widgets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.contents import Totals
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict
from inspector.gui.detail.fact import Fact
from inspector.gui.detail.facts import exact_size
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.cells import type_text, value_text
from inspector.gui.itemmodels.rows import TENSOR, VALUE, size_of
from inspector.gui.text import counted

translate = QCoreApplication.translate

ENTRY_LIMIT = 40
_DOT = " · "
_NAMED_DTYPES = 3


def headline(opened: Opened) -> tuple[str, str]:
    """("25.6 M parameters · 97.8 MB · float32 · saved on cuda:1", the exact figures)."""
    totals = opened.totals
    if not totals.by_dtype:
        return translate("Summary", "No tensors"), ""
    parts = [
        counted(totals.unique, "parameter", short=True),
        describe.size(totals.nbytes),
        _dtypes_text(totals),
    ]
    devices = _devices(opened)
    if devices:
        text = translate("Summary", "saved on {devices}")
        parts.append(text.replace("{devices}", ", ".join(devices)))
    return _DOT.join(parts), "\n".join(_exact_lines(totals))


def _exact_lines(totals: Totals) -> list[str]:
    lines = [counted(totals.unique, "parameter")]
    if totals.total != totals.unique:
        text = translate("Summary", "{n} with tied tensors counted each time")
        lines.append(text.replace("{n}", f"{totals.total:,}"))
    if totals.trainable is not None:
        lines.append(translate("Summary", "{n} trainable").replace("{n}", f"{totals.trainable:,}"))
    lines.append(counted(totals.nbytes, "byte"))
    lines += [f"{name}: {counted(numel, 'element')}" for name, numel in totals.by_dtype.items()]
    return lines


def _dtypes_text(totals: Totals) -> str:
    """The dtypes that matter: step counters of a float32 model do not make it "mixed"."""
    elements = sum(totals.by_dtype.values())
    ordered = sorted(totals.by_dtype, key=lambda name: -totals.by_dtype[name])
    main = [name for name in ordered if totals.by_dtype[name] * 1000 >= elements] or ordered
    shown = " + ".join(main[:_NAMED_DTYPES])
    return shown + (" + …" if len(main) > _NAMED_DTYPES else "")


def _devices(opened: Opened) -> list[str]:
    names = [describe.visible(device, 40) for device in opened.devices[:4]]
    return [*names[:3], "…"] if len(names) > 3 else names


def file_facts(opened: Opened) -> list[Fact]:
    """The container and the place on disk."""
    checkpoint = opened.document.checkpoint
    kind = checkpoint.format
    if checkpoint.format_version:
        version = translate("Summary", "version {v}")
        kind += ", " + version.replace("{v}", describe.visible(checkpoint.format_version, 60))
    facts = [
        Fact(translate("Summary", "Format"), kind),
        Fact(translate("Summary", "Size on disk"), exact_size(checkpoint.size)),
        Fact(translate("Summary", "Path"), describe.visible(str(opened.document.path))),
    ]
    totals = opened.totals
    if totals.trainable is not None:
        facts.append(Fact(translate("Summary", "Trainable"), f"{totals.trainable:,}"))
    if len(totals.by_dtype) > 1:
        parts = [f"{name} {describe.count(numel)}" for name, numel in totals.by_dtype.items()]
        facts.append(Fact(translate("Summary", "Elements by dtype"), _DOT.join(parts[:8])))
    return facts


def container_facts(opened: Opened) -> list[Fact]:
    """What the container says beside the tree."""
    said = list(opened.document.checkpoint.facts.items())[:ENTRY_LIMIT]
    return [Fact(describe.visible(str(name), 60), _fact_text(value)) for name, value in said]


def _fact_text(value: Any) -> str:
    if isinstance(value, str):
        return describe.visible(value, 400)
    if isinstance(value, dict):
        return _DOT.join(f"{key}: {_fact_text(each)}" for key, each in list(value.items())[:20])
    if isinstance(value, list | tuple | set):
        return ", ".join(_fact_text(each) for each in list(value)[:20])
    return value_text(value)


def entry_text(opened: Opened, row: int) -> str:
    """An entry that is neither a state_dict nor an optimizer on one line."""
    tree = opened.tree
    node, kind = tree.rows.nodes[row], tree.rows.kind[row]
    if kind == VALUE:
        return value_text(node)
    if kind == TENSOR:
        return f"{describe.shape(node.shape)}{_DOT}{node.dtype.name}"
    parts = [type_text(node)] if node is not None else []
    if tree.tensors[row]:
        parts += [
            counted(int(tree.tensors[row]), "tensor"),
            describe.size(int(tree.nbytes[row])),
        ]
    elif node is not None:
        parts.append(counted(size_of(node), "entry"))
    return _DOT.join(parts)


def describe_found(opened: Opened, found: StateDict | Optimizer) -> str:
    """A state_dict or an optimizer on one line."""
    if isinstance(found, StateDict):
        return _state_dict_text(found, opened.sums[found.path])
    return _optimizer_text(found)


def _state_dict_text(found: StateDict, totals: Totals) -> str:
    kind = translate("Summary", "module") if found.is_module else "state_dict"
    parts = [kind if found.role == "weights" else f"{kind} ({found.role})"]
    parts += [
        counted(len(found.entries), "tensor"),
        counted(totals.unique, "parameter", short=True),
        describe.size(totals.nbytes),
        _dtypes_text(totals),
    ]
    if found.prefixes:
        text = translate("Summary", "prefix {p}")
        parts.append(text.replace("{p}", " ".join(describe.visible(p, 60) for p in found.prefixes)))
    return _DOT.join(parts)


def _optimizer_text(found: Optimizer) -> str:
    kind = describe.visible(found.kind or "?", 60)
    parts = [
        translate("Summary", "optimizer {kind}").replace("{kind}", kind),
        counted(len(found.groups), "group"),
        counted(sum(len(group.params) for group in found.groups), "parameter"),
    ]
    if found.state_nbytes:
        text = translate("Summary", "{size} of state")
        parts.append(text.replace("{size}", describe.size(found.state_nbytes)))
    return _DOT.join(parts)


def title(path: Path) -> str:
    """The name of the file as it is shown."""
    return describe.visible(path.name or str(path))
