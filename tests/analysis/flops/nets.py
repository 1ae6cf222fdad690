"""Small ONNX models made with onnx.helper, and what the product says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport
from inspector.document import open_document
from inspector.progress import SILENT, Progress

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
Shapes = Mapping[str, Sequence[int | str | None]]
MICROSOFT = "com.microsoft"


def node(op: str, inputs: str, outputs: str = "y", domain: str = "", **attributes: Any) -> Any:
    """A node; names are separated by spaces, "-" is an optional one that is left out."""
    names = [["" if name == "-" else name for name in text.split()] for text in (inputs, outputs)]
    return helper.make_node(op, *names, name=f"{op} of {outputs}", domain=domain, **attributes)


def weight(name: str, *shape: int, dtype: str = "float32") -> Any:
    """An initializer of zeros."""
    return numpy_helper.from_array(np.zeros(shape, dtype), name)


def ints(name: str, values: object) -> Any:
    """An initializer of int64 values."""
    return numpy_helper.from_array(np.asarray(values, "int64"), name)


def port(name: str, shape: Sequence[int | str | None] | None, kind: int = FLOAT) -> Any:
    """A ValueInfoProto."""
    return helper.make_tensor_value_info(name, kind, shape)


def graph(
    nodes: Sequence[Any], inputs: Sequence[Any], outputs: str, weights: Sequence[Any] = ()
) -> Any:
    """A GraphProto whose outputs say nothing of their shapes."""
    ends = [port(name, None) for name in outputs.split()]
    return helper.make_graph(list(nodes), "g", list(inputs), ends, list(weights))


def model(
    nodes: Sequence[Any],
    inputs: Shapes,
    weights: Sequence[Any] = (),
    outputs: str = "y",
    opset: int = 21,
    functions: Sequence[Any] = (),
    kinds: Mapping[str, int] | None = None,
) -> bytes:
    """A serialized model."""
    ports = [port(name, shape, (kinds or {}).get(name, FLOAT)) for name, shape in inputs.items()]
    made = helper.make_model(
        graph(nodes, ports, outputs, weights),
        opset_imports=[helper.make_opsetid("", opset), helper.make_opsetid(MICROSOFT, 1)],
        functions=list(functions),
    )
    made.ir_version = 10
    return bytes(made.SerializeToString())


def counted(
    path: Path, data: bytes, given: Given | None = None, progress: Progress = SILENT
) -> FlopsReport:
    """The report of a model that is written to `path`, a folder, and opened."""
    file = path / "net.onnx"
    file.write_bytes(data)
    document = open_document(file)
    try:
        return count(document.checkpoint, document.contents, given or Given(), progress)
    finally:
        document.close()


def saved(made: onnx.ModelProto) -> bytes:
    """A ModelProto as a file."""
    return bytes(made.SerializeToString())
