"""A document as lines of text: the tree a person likes to read, within the terminal's width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from inspector.analysis.anatomy import Anatomy, anatomy
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import leaf_text
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import BUFFER_NAMES, StateDict
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute, Path, children, is_leaf, is_module
from inspector.cli.facts import sha256
from inspector.describe import count, plural, shape, size, visible
from inspector.document import Document
from inspector.errors import Finding
from inspector.inert import Object, Set

_MARKS = {"info": "·", "warning": "!", "danger": "✗", "error": "✗"}
_LIST_SHOWN = 50
_LINE_ITEMS = 16
_LINE_LENGTH = 72
_MAX_DEPTH = 60
_FRAMEWORKS_SHOWN = 3


@dataclass(slots=True)
class Row:
    """One line of the tree: an indented name, what it is, and its size."""

    depth: int
    name: str
    what: str = ""
    amount: str = ""


@dataclass(slots=True)
class Branch:
    """Keys below a common prefix: the module hierarchy of a state_dict."""

    branches: dict[str, Branch] = field(default_factory=dict)
    leaf: Any = None
    is_leaf: bool = False

    def parameters(self) -> int:
        """Elements of all tensors below that are not known to be buffers."""
        found = 0
        for name, branch in self.branches.items():
            if isinstance(branch.leaf, Tensor) and name not in BUFFER_NAMES:
                found += branch.leaf.numel or 0
            found += branch.parameters()
        return found


def outline(document: Document, width: int, flat: bool, with_hash: bool) -> Iterator[str]:
    """The lines that describe `document`, none longer than `width` columns where names allow."""
    yield from heading(document)
    yield ""
    rows = list(_flat_rows(document, with_hash) if flat else _tree_rows(document))
    yield from _layout(rows, width)
    if document.findings:
        yield ""
    for finding in document.findings:
        yield from _finding(finding)


def heading(document: Document) -> Iterator[str]:
    """What the file is, what is in it, what its bytes are for, and who may have written it."""
    checkpoint, contents = document.checkpoint, document.contents
    version = f" {checkpoint.format_version}" if checkpoint.format_version else ""
    name = visible(document.path.name)
    kind = f"{checkpoint.format}{visible(version, 40)}"
    yield f"{name} — {kind} · {size(checkpoint.size)} · {document.verdict}"
    totals = contents.totals
    parts: list[str] = [plural(len(contents.tensors) + len(contents.arrays), "tensor")]
    if totals.total:
        parts += [
            f"{count(totals.unique)} {'parameters' if contents.weights else 'elements'}",
            size(totals.nbytes),
            "/".join(totals.by_dtype),
        ]
    devices = {entry.tensor.device for entry in contents.tensors if entry.tensor.device}
    if devices:
        parts.append("saved on " + ", ".join(visible(d, 20) for d in sorted(devices)[:4]))
    yield " · ".join(parts)
    for optimizer in contents.optimizers:
        named = f", names by {optimizer.named_by}" if optimizer.named_by else ""
        yield (
            f"optimizer {optimizer.kind or '?'} · {plural(len(optimizer.groups), 'param_group')} · "
            f"{size(optimizer.state_nbytes)} of state{named}"
        )
    yield from _anatomy(anatomy(checkpoint, contents))


def _anatomy(found: Anatomy) -> Iterator[str]:
    """What its bytes are for, where they are for several things; who may have written it, why."""
    roles = {role: nbytes for role, nbytes in found.by_role().items() if nbytes}
    if len(roles) > 2:
        whole = sum(roles.values())
        parts = [f"{role} {size(nbytes)} ({nbytes / whole:.0%})" for role, nbytes in roles.items()]
        yield " · ".join(parts)
    for guess in found.frameworks[:_FRAMEWORKS_SHOWN]:
        yield f"probably {guess.framework}: {', '.join(guess.reasons)}"


def _finding(finding: Finding) -> Iterator[str]:
    where = f"{visible(finding.where, 120)}: " if finding.where else ""
    yield f"{_MARKS[finding.severity]} {finding.severity}: {where}{visible(finding.what, 600)}"
    if finding.hint:
        yield f"  hint: {finding.hint}"


def _layout(rows: list[Row], width: int) -> Iterator[str]:
    """Names left, descriptions in a column, amounts right-aligned."""
    if not rows:
        return
    amounts = max(len(row.amount) for row in rows)
    names = min(max(2 * row.depth + len(row.name) for row in rows), max(width // 2, 24))
    for row in rows:
        name = "  " * row.depth + row.name
        if len(name) > names and row.what:
            name = name[: names - 1] + "…" if len(name) > width - 2 else name
        room = max(width - max(names, len(name)) - amounts - 4, 12)
        what = row.what if len(row.what) <= room else row.what[: room - 1] + "…"
        line = f"{name:<{names}}  {what}" if what or row.amount else name
        if row.amount:
            line = f"{line:<{width - amounts - 1}} {row.amount:>{amounts}}"
        yield line.rstrip()


# -- rows -------------------------------------------------------------------------------------


def _flat_rows(document: Document, with_hash: bool) -> Iterator[Row]:
    for entry in document.contents.tensors + document.contents.arrays:
        name = ".".join(visible(str(part), 400) for part in entry.path) or "(the file)"
        digest = f"  {sha256(entry.tensor)}" if with_hash else ""
        yield Row(0, name, tensor_text(entry.tensor) + digest, size(entry.tensor.nbytes or 0))


def tensor_text(tensor: Tensor) -> str:
    """ "64 × 3 × 7 × 7  float32  cuda:0"."""
    parts = [shape(tensor.shape), tensor.dtype.name]
    if tensor.device not in (None, "cpu"):
        parts.append(visible(str(tensor.device), 40))
    if tensor.layout != "strided":
        parts.append(visible(tensor.layout, 20))
    if tensor.trouble is not None:
        parts.append("(cannot be read)")
    return "  ".join(parts)


def _tree_rows(document: Document) -> Iterator[Row]:
    yield from Outliner(document).rows((), "", document.checkpoint.root, 0)


class Outliner:
    """Walks the tree once; what was already listed is only named again."""

    def __init__(self, document: Document) -> None:
        contents = document.contents
        self.state_dicts = {found.path: found for found in contents.state_dicts}
        self.labels = _parameter_labels(contents.optimizers)
        self.notes = _sharing_notes(contents)
        self.shown: set[int] = set()

    def rows(self, path: Path, name: str, node: Any, depth: int) -> Iterator[Row]:
        """The rows of `node` and of everything below it."""
        label = self.labels.get(path)
        name = f"{name} · {label}" if label else name
        line = one_line(node)
        if isinstance(node, Tensor):
            yield Row(depth, name or "(tensor)", self.tensor_text(node), size(node.nbytes or 0))
            self.notes.setdefault(id(node), f"the same tensor as {name}")
            for part, inner in children(node):
                yield from self.rows((*path, part), str(part), inner, depth + 1)
        elif line is not None:
            yield Row(depth, name or "(value)", line)
        elif id(node) in self.shown:
            yield Row(depth, name, "(the same object as above)")
        elif depth > _MAX_DEPTH:
            yield Row(depth, name, "…")
        else:
            self.shown.add(id(node))
            yield from self._container_rows(path, name, node, depth)

    def _container_rows(self, path: Path, name: str, node: Any, depth: int) -> Iterator[Row]:
        found = self.state_dicts.get(path)
        if name:
            yield Row(depth, name, container_text(node, found), _amount(found))
        depth += bool(name)
        if found is not None:
            yield from self._state_dict_rows(path, found, node, depth)
            return
        inside = children(node)
        is_sequence = isinstance(node, list | tuple | Set)
        for element, child in inside[:_LIST_SHOWN] if is_sequence else inside:
            label = visible(str(element), 400) or '""'
            label = f".{label}" if isinstance(element, Attribute) else label
            yield from self.rows((*path, element), label, child, depth)
        if is_sequence and len(inside) > _LIST_SHOWN:
            yield Row(depth, f"… {len(inside) - _LIST_SHOWN:,} more")

    def tensor_text(self, tensor: Tensor) -> str:
        """What a tensor is, and what it shares its storage with."""
        note = self.notes.get(id(tensor))
        return f"{tensor_text(tensor)}  ({note})" if note else tensor_text(tensor)

    def _state_dict_rows(
        self, path: Path, found: StateDict, node: Any, depth: int
    ) -> Iterator[Row]:
        root = Branch()
        listed = [(entry.key or "", entry.tensor) for entry in found.entries]
        named = {key for key, _ in listed}
        attributes: list[tuple[Any, Any]] = []
        if is_module(node):
            attributes = [item for item in children(node) if isinstance(item[0], Attribute)]
        else:
            listed = [(str(key), value) for key, value in children(node)]
            listed = [item for item in listed if item[0] in named or not _is_tensor(item[1])]
        for key, value in listed:
            _insert(root, key, value)
        yield from self._branch_rows(root, depth)
        for element, child in attributes:
            yield from self.rows((*path, element), f".{visible(str(element))}", child, depth)

    def _branch_rows(self, branch: Branch, depth: int) -> Iterator[Row]:
        for part, inner in branch.branches.items():
            name = visible(part, 400)
            while not inner.is_leaf and len(inner.branches) == 1:
                ((only, deeper),) = inner.branches.items()
                name, inner = f"{name}.{visible(only, 400)}", deeper
            if inner.is_leaf:
                yield from self.rows(("", name), name, inner.leaf, depth)
            else:
                yield Row(depth, name, f"{count(inner.parameters())} parameters")
            if depth < _MAX_DEPTH:
                yield from self._branch_rows(inner, depth + 1)


def _is_tensor(node: Any) -> bool:
    return isinstance(node, Tensor)


def _parameter_labels(optimizers: list[Optimizer]) -> dict[Path, str]:
    """Path of a parameter's state -> the parameter's name."""
    labels: dict[Path, str] = {}
    for optimizer in optimizers:
        for group in optimizer.groups:
            for key, name in zip(group.params, group.names, strict=True):
                if name is not None and isinstance(key, int):
                    labels[(*optimizer.path, "state", key)] = visible(name, 200)
    return labels


def _sharing_notes(contents: Contents) -> dict[int, str]:
    """id(tensor) -> what it is tied to or a view of, for all but the first on a storage."""
    notes: dict[int, str] = {}
    for entries in contents.sharing().values():
        first = entries[0]
        name = visible(first.key or ".".join(map(str, first.path)), 100)
        for entry in entries[1:]:
            if entry.tensor is not first.tensor:
                same = entry.tensor.extent == first.tensor.extent
                notes[id(entry.tensor)] = f"{'tied to' if same else 'shares with'} {name}"
    return notes


def _amount(found: StateDict | None) -> str:
    return size(found.nbytes) if found is not None else ""


def container_text(node: Any, found: StateDict | None) -> str:
    """What a container is: its class and how much is in it."""
    if found is not None:
        prefix = f", prefix {'+'.join(found.prefixes)}" if found.prefixes else ""
        kind = f"{node.class_name} · " if is_module(node) else ""
        tensors = plural(len(found.entries), "tensor")
        return f"{kind}{found.role}: {tensors}, {count(found.parameters)} parameters{prefix}"
    if isinstance(node, Object) and node.class_name not in ("collections.OrderedDict",):
        return visible(node.class_name, 200)
    if isinstance(node, list | tuple):
        return plural(len(node), "item")
    return plural(len(children(node)), "entry")


def _insert(root: Branch, key: str, value: Any) -> None:
    node = root
    parts = key.split(".") if key.count(".") < _MAX_DEPTH else [key]
    for part in parts:
        node = node.branches.setdefault(part, Branch())
    if node.is_leaf:  # the same key twice
        node = node.branches.setdefault("(again)", Branch())
    node.leaf, node.is_leaf = value, True


def one_line(node: Any) -> str | None:
    """A leaf, or a short list of leaves, on one line; None for what needs more."""
    if is_leaf(node):
        return value_text(node)
    if isinstance(node, list | tuple) and 0 < len(node) <= _LINE_ITEMS and all(map(is_leaf, node)):
        inner = ", ".join(value_text(item) for item in node)
        if len(inner) <= _LINE_LENGTH:
            comma = "," if len(node) == 1 else ""
            return f"({inner}{comma})" if isinstance(node, tuple) else f"[{inner}]"
    return None


def value_text(node: Any) -> str:
    """A leaf's value on one line."""
    if isinstance(node, bytes):
        return f"{len(node):,} bytes"
    if isinstance(node, str):
        return visible(node, 200) or '""'
    text = leaf_text(node)
    return visible(text, 400) if text is not None else str(node)
