"""Shapes and small values beside ONNX's own operator tests: some 1,900 models and their results."""

from __future__ import annotations

import warnings
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import TensorProto, numpy_helper
from onnx.backend.test.case.node import collect_testcases

from inspector.analysis.flops.onnx_graph.frames import Frame, Scope
from inspector.analysis.flops.onnx_graph.rules import DATA_DEPENDENT
from inspector.analysis.flops.onnx_graph.source import input_ports
from inspector.analysis.flops.onnx_graph.tally import Tally
from inspector.analysis.flops.onnx_graph.values import MAX_ELEMENTS, Value
from inspector.analysis.flops.onnx_graph.walk import Walker
from inspector.document import open_document
from inspector.progress import SILENT

# Texts, training, machine learning of tables: no shapes are told, and no numbers wrong.
SHAPES_TOLD = 2000


@pytest.fixture(scope="module")
def cases() -> list[Any]:
    """ONNX's test cases, which compute their results with overflows and divisions by zero."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return [case for case in collect_testcases(None) if case.model and case.data_sets]


def value_of(given: Any, shape: tuple[Any, ...] | None) -> Value:
    """An input with its elements, as if it were a constant."""
    if isinstance(given, TensorProto):
        given = numpy_helper.to_array(given)
    if isinstance(given, list):
        return Value(items=[Value(np.shape(item)) for item in given])
    if not isinstance(given, np.ndarray | np.generic):
        return Value(shape)
    array = np.asarray(given)
    is_known = array.size <= MAX_ELEMENTS and array.dtype.kind in "biuf"
    return Value(array.shape, array if is_known else None)


def walked(path: Path, given: list[Any]) -> tuple[list[Value | None], str]:
    """The values of the outputs, and the last operator."""
    with closing(open_document(path)) as document:
        assert document.checkpoint.program is not None
        program = document.checkpoint.program(SILENT)
        scope = Scope(program.graph)
        for port, value in zip(input_ports(program), given, strict=False):
            is_fixed = port.dims is not None and all(isinstance(dim, int) for dim in port.dims)
            scope.values[port.name] = value_of(value, port.dims if is_fixed else None)
        with np.errstate(all="ignore"):
            Walker(program, {}).run(program.graph, Frame(scope, Tally()))
    values = [scope.values.get(port.name) for port in program.graph.outputs]
    return values, program.graph.nodes[-1].op[1] if program.graph.nodes else ""


def test_every_shape_and_small_value_is_the_one_onnx_computes(
    cases: list[Any], tmp_path: Path
) -> None:
    path, told, wrong = tmp_path / "case.onnx", 0, []
    for case in cases:
        path.write_bytes(case.model.SerializeToString())
        inputs, outputs = case.data_sets[0]
        values, op = walked(path, list(inputs))
        for value, expected in zip(values, outputs, strict=False):
            if value is None or value.shape is None or isinstance(expected, list):
                continue
            if op in DATA_DEPENDENT and value._array is None:
                continue  # the most there can be
            array = (
                np.asarray(numpy_helper.to_array(expected))
                if isinstance(expected, TensorProto)
                else np.asarray(expected)
            )
            told += 1
            if value.shape != array.shape:
                wrong.append((case.name, value.shape, array.shape))
            elif value._array is not None and array.dtype.kind in "biuf":
                found, right = value._array.astype("f8"), array.astype("f8")
                if not np.allclose(found, right, rtol=1e-2, equal_nan=True):
                    wrong.append((case.name, found.reshape(-1)[:5], right.reshape(-1)[:5]))
    assert wrong == []
    assert told > SHAPES_TOLD
