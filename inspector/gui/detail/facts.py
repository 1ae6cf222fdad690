"""What is said about a row: labels and values, without widgets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.fact import Fact
from inspector.gui.detail.subject import Subject
from inspector.gui.itemmodels.cells import type_text, value_text
from inspector.gui.itemmodels.rows import GROUP, RANGE, TENSOR, VALUE, size_of
from inspector.gui.text import counted
from inspector.inert import ByteArray, Object

translate = QCoreApplication.translate

SHARED_LIMIT = 20


def facts_about(subject: Subject) -> list[Fact]:
    """Everything on one line each that is known of a row."""
    if subject.kind == TENSOR:
        return [*tensor_facts(subject.node), *_sharing_facts(subject)]
    if subject.kind == VALUE:
        return list(_value_facts(subject.node))
    return list(_container_facts(subject))


def exact_size(nbytes: int) -> str:
    """1234567 -> "1.23 MB (1,234,567 bytes)"."""
    return (
        f"{describe.size(nbytes)} ({counted(nbytes, 'byte')})"
        if nbytes >= 1000
        else counted(nbytes, "byte")
    )


def tensor_facts(tensor: Tensor) -> list[Fact]:
    """The facts of a tensor."""
    facts = [
        Fact(translate("Facts", "Shape"), describe.shape(tensor.shape)),
        Fact("dtype", tensor.dtype.name),
    ]
    if tensor.numel is not None:
        facts.append(Fact(translate("Facts", "Elements"), f"{tensor.numel:,}"))
    if tensor.nbytes is not None:
        facts.append(Fact(translate("Facts", "Size"), exact_size(tensor.nbytes)))
    if tensor.device is not None:
        facts.append(Fact(translate("Facts", "Device"), describe.visible(tensor.device)))
    facts += _layout_facts(tensor)
    facts += _storage_facts(tensor)
    return facts


def _layout_facts(tensor: Tensor) -> Iterator[Fact]:
    yes, no = translate("Facts", "yes"), translate("Facts", "no")
    if tensor.requires_grad is not None:
        yield Fact("requires_grad", yes if tensor.requires_grad else no)
    if tensor.is_parameter:
        yield Fact(translate("Facts", "Parameter"), yes)
    if tensor.layout != "strided":
        yield Fact("layout", describe.visible(tensor.layout))
    if tensor.stride is not None:
        row_major = (
            translate("Facts", "contiguous")
            if tensor.is_contiguous
            else translate("Facts", "not contiguous")
        )
        yield Fact("stride", f"{_tuple_text(tensor.stride)}  {row_major}")
    if tensor.is_conj or tensor.is_neg:
        bits = ["conj"] * tensor.is_conj + ["neg"] * tensor.is_neg
        yield Fact(translate("Facts", "Pending"), ", ".join(bits))
    if tensor.quantization is not None:
        scheme = tensor.quantization
        yield Fact("qscheme", describe.visible(scheme.qscheme))
        if isinstance(scheme.scale, int | float):
            yield Fact("scale", repr(scheme.scale))
            yield Fact("zero_point", value_text(scheme.zero_point))
        if scheme.axis is not None:
            yield Fact("axis", str(scheme.axis))
    if tensor.class_name not in ("torch.Tensor", "torch.nn.parameter.Parameter"):
        yield Fact(translate("Facts", "Class"), describe.visible(tensor.class_name))


def _storage_facts(tensor: Tensor) -> Iterator[Fact]:
    storage = tensor.storage
    if storage is None:
        return
    yield Fact(translate("Facts", "Storage"), describe.visible(storage.key) or "''")
    yield Fact(translate("Facts", "Storage size"), exact_size(storage.nbytes))
    if tensor.storage_offset is not None:
        yield Fact("storage_offset", f"{tensor.storage_offset:,}")
    source = storage.source
    if source is None:
        return
    first = storage.offset + tensor.dtype.nbytes(tensor.storage_offset or 0)
    place = source.absolute(first) if 0 <= first <= source.size else None
    if place is not None:
        label = translate("Facts", "Offset in file")
        yield Fact(label, f"{place:,}", f"0x{place:x}")
    if tensor.storage is not None and storage.is_big_endian:
        yield Fact(translate("Facts", "Byte order"), translate("Facts", "big-endian"))


def _tuple_text(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(f"{number}" for number in numbers[:16])
    more = ", …" if len(numbers) > 16 else "," if len(numbers) == 1 else ""
    return f"({shown}{more})"


def _sharing_facts(subject: Subject) -> Iterator[Fact]:
    """Who else lives on the tensor's storage, and whether it is the very same view."""
    tensor = subject.node
    others = [
        entry
        for entry in subject.opened.sharing.get(id(tensor.storage), [])
        if entry.tensor is not tensor or entry.path != subject.path
    ]
    for entry in others[:SHARED_LIMIT]:
        yield Fact(
            _relation(tensor, entry),
            describe.key_path(entry.path),
            row=subject.opened.tree.row_of(entry.tensor),
        )
    if len(others) > SHARED_LIMIT:
        yield Fact("…", counted(len(others) - SHARED_LIMIT, "more"))


def _relation(tensor: Tensor, entry: TensorEntry) -> str:
    other = entry.tensor
    ours = (tensor.storage_offset, tensor.shape, tensor.stride, tensor.dtype)
    if ours == (other.storage_offset, other.shape, other.stride, other.dtype):
        return translate("Facts", "Tied with")
    (first, last), (start, end) = tensor.extent, other.extent
    if tensor.dtype is other.dtype and (last <= start or end <= first):
        return translate("Facts", "Beside, same storage")
    return translate("Facts", "Overlaps with")


def _value_facts(node: Any) -> Iterator[Fact]:
    yield Fact(translate("Facts", "Type"), _class_text(node))
    if isinstance(node, str):
        yield Fact(translate("Facts", "Length"), counted(len(node), "character"))
    elif isinstance(node, bytes | ByteArray):
        length = len(node if isinstance(node, bytes) else node.data)
        yield Fact(translate("Facts", "Length"), counted(length, "byte"))


def _class_text(node: Any) -> str:
    return describe.visible(node.class_name) if isinstance(node, Object) else type_text(node)


def _container_facts(subject: Subject) -> Iterator[Fact]:
    tree, row = subject.opened.tree, subject.row
    if subject.kind not in (GROUP, RANGE):
        yield Fact(translate("Facts", "Type"), _class_text(subject.node))
        yield Fact(translate("Facts", "Entries"), f"{size_of(subject.node):,}")
    if not tree.tensors[row]:
        return
    yield Fact(translate("Facts", "Tensors"), f"{int(tree.tensors[row]):,}")
    numel = int(tree.numel[row])
    yield Fact(translate("Facts", "Parameters"), f"{numel:,}", describe.count(numel))
    yield Fact(translate("Facts", "Size"), exact_size(int(tree.nbytes[row])))
    for label, bits in (("dtype", tree.dtypes), (translate("Facts", "Device"), tree.devices)):
        names = [describe.visible(name, 60) for name in tree.named(int(bits[row]))]
        if names:
            yield Fact(label, ", ".join(names))
