"""Elements of small values: the arithmetic on shapes that graphs are full of.

A result's shape is known, and small, before any of this runs; nothing here allocates more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inspector.analysis.flops.onnx_graph.moves import cuts, pads
from inspector.analysis.flops.onnx_graph.values import Call, Unknown
from inspector.analysis.flops.report import Shape

if TYPE_CHECKING:
    import numpy as np

Arrays = list[Any]
Fold = Callable[[Call, list[Shape], Arrays], Arrays]

# TensorProto.DataType -> numpy, as far as arithmetic on shapes goes.
_DTYPES = {
    1: "float32",
    2: "uint8",
    3: "int8",
    4: "uint16",
    5: "int16",
    6: "int32",
    7: "int64",
    9: "bool",
    10: "float16",
    11: "float64",
    12: "uint32",
    13: "uint64",
}


def cast(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    """Cast to a dtype that numpy has."""
    name = _DTYPES.get(call.integer("to"))
    if name is None:
        raise Unknown
    return [arrays[0].astype(name)]


def _cast_like(x: np.ndarray, like: np.ndarray) -> np.ndarray:
    """CastLike, to a dtype that numpy has."""
    if like.dtype.name not in _DTYPES.values():
        raise Unknown
    return x.astype(like.dtype)


def _divided(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Div: integers are cut towards zero, as in C."""
    import numpy as np

    if a.dtype.kind in "iu":
        if not b.all():
            raise Unknown
        quotient = np.abs(a) // np.abs(b)
        signed: np.ndarray = (quotient * np.sign(a) * np.sign(b)).astype(a.dtype)
        return signed
    result: np.ndarray = a / b
    return result


def _modulo(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    a, b = arrays
    if not b.all():
        raise Unknown
    return [np.fmod(a, b) if call.integer("fmod", 0) else np.mod(a, b)]


def _numpy(name: str, *, keeps_dtype: bool = True) -> Fold:
    """A ufunc of numpy on all inputs, pair by pair."""

    def fold(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
        import numpy as np

        ufunc = getattr(np, name)
        result = arrays[0] if ufunc.nin == 2 else ufunc(arrays[0])
        for other in arrays[1:]:
            result = ufunc(result, other)
        return [result.astype(arrays[0].dtype) if keeps_dtype else result]

    return fold


def _reduced(name: str) -> Fold:
    def fold(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
        import numpy as np

        axes = call.numbers(1, "axes")
        if not axes and call.integer("noop_with_empty_axes", 0):
            return [arrays[0]]
        found = getattr(np, name)(arrays[0], axis=tuple(axes) if axes else None)
        return [np.asarray(found, arrays[0].dtype).reshape(shapes[0])]

    return fold


def _argument(name: str) -> Fold:
    def fold(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
        import numpy as np

        if call.integer("select_last_index", 0):
            raise Unknown
        found = getattr(np, name)(arrays[0], axis=call.integer("axis", 0))
        return [np.asarray(found, "int64").reshape(shapes[0])]

    return fold


def _reshaped(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    return [arrays[0].reshape(shapes[0])]


def _of_shape(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    value = call.attributes.get("value")
    fill = value.read().reshape(-1)[:1] if value is not None else np.zeros(1, "float32")
    return [np.full(shapes[0], fill[0], fill.dtype)]


def _range(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    start, _, delta = (array.reshape(-1)[0] for array in arrays)
    return [(start + np.arange(shapes[0][0]) * delta).astype(arrays[0].dtype)]


def _gathered(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    axis = call.axis(0, 0)
    indices = arrays[1].astype("int64")
    size = arrays[0].shape[axis]
    if indices.size and not (-size <= indices.min() and indices.max() < size):
        raise Unknown
    return [arrays[0].take(indices, axis=axis)]


def _gathered_elements(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.take_along_axis(arrays[0], arrays[1].astype("int64"), axis=call.axis(0, 0))]


def _gathered_nd(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    if call.integer("batch_dims", 0):
        raise Unknown
    indices = arrays[1].astype("int64")
    picks = tuple(indices[..., at] for at in range(indices.shape[-1]))
    return [arrays[0][picks].reshape(shapes[0])]


def _scattered_nd(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    if call.text("reduction", "none") != "none":
        raise Unknown
    indices = arrays[1].astype("int64")
    result = arrays[0].copy()
    result[tuple(indices[..., at] for at in range(indices.shape[-1]))] = arrays[2]
    return [result]


def _scattered(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    if call.text("reduction", "none") != "none":
        raise Unknown
    result = arrays[0].copy()
    np.put_along_axis(result, arrays[1].astype("int64"), arrays[2], axis=call.axis(0, 0))
    return [result]


def _padded(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    widths = pads(call)
    if call.text("mode", "constant") != "constant" or min(min(pair) for pair in widths) < 0:
        raise Unknown
    fill = arrays[2].reshape(-1)[0] if len(arrays) > 2 and call.has(2) else 0
    return [np.pad(arrays[0], widths, constant_values=fill)]


def _joined(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.concatenate(arrays, axis=call.integer("axis", 1))]


def _parted(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    axis = call.axis(0, 0)
    ends = np.cumsum([shape[axis] for shape in shapes])[:-1]
    return list(np.split(arrays[0], ends, axis=axis))


def _cumulated(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    if call.integer("exclusive", 0) or call.integer("reverse", 0):
        raise Unknown
    return [arrays[0].cumsum(axis=int(arrays[1].reshape(-1)[0])).astype(arrays[0].dtype)]


def _found(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.array(np.nonzero(arrays[0]), "int64").reshape(arrays[0].ndim, -1)]


def _tiled(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.tile(arrays[0], arrays[1].reshape(-1).tolist())]


def _shape(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.array(call.shape(0)[call.integer("start", 0) : call.attributes.get("end")], "int64")]


def _size(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.prod(call.shape(0), dtype="int64").reshape(())]


def _triangle(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    k = int(arrays[1].reshape(-1)[0]) if len(arrays) > 1 else 0
    return [(np.triu if call.integer("upper", 1) else np.tril)(arrays[0], k)]


def _simple(function: Callable[..., Any]) -> Fold:
    return lambda call, shapes, arrays: [function(*arrays)]


def _clipped(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    result = arrays[0]
    if call.has(1):
        result = result.clip(min=call.array(1))
    return [result.clip(max=call.array(2)) if call.has(2) else result]


def _where(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.where(arrays[0].astype(bool), arrays[1], arrays[2])]


def _expanded(call: Call, shapes: list[Shape], arrays: Arrays) -> Arrays:
    import numpy as np

    return [np.broadcast_to(arrays[0], shapes[0])]


FOLDS: dict[str, Fold] = {
    "Identity": _simple(lambda x: x),
    "Cast": cast,
    "CastLike": _simple(_cast_like),
    "Add": _numpy("add"),
    "Sub": _numpy("subtract"),
    "Mul": _numpy("multiply"),
    "Div": _simple(_divided),
    "Mod": _modulo,
    "Pow": _numpy("power"),
    "Min": _numpy("minimum"),
    "Max": _numpy("maximum"),
    "Neg": _numpy("negative"),
    "Abs": _numpy("absolute"),
    "Sign": _numpy("sign"),
    "Floor": _numpy("floor"),
    "Ceil": _numpy("ceil"),
    "Round": _numpy("rint"),
    "Sqrt": _numpy("sqrt"),
    "Exp": _numpy("exp"),
    "Log": _numpy("log"),
    "Reciprocal": _simple(lambda x: 1 / x),
    "Equal": _numpy("equal", keeps_dtype=False),
    "Greater": _numpy("greater", keeps_dtype=False),
    "GreaterOrEqual": _numpy("greater_equal", keeps_dtype=False),
    "Less": _numpy("less", keeps_dtype=False),
    "LessOrEqual": _numpy("less_equal", keeps_dtype=False),
    "And": _numpy("logical_and", keeps_dtype=False),
    "Or": _numpy("logical_or", keeps_dtype=False),
    "Xor": _numpy("logical_xor", keeps_dtype=False),
    "Not": _numpy("logical_not", keeps_dtype=False),
    "Where": _where,
    "Clip": _clipped,
    "Relu": _simple(lambda x: x.clip(min=0)),
    "Reshape": _reshaped,
    "Flatten": _reshaped,
    "Squeeze": _reshaped,
    "Unsqueeze": _reshaped,
    "Transpose": lambda call, _, arrays: [arrays[0].transpose(call.listed("perm") or None)],
    "Concat": _joined,
    "Split": _parted,
    "Slice": lambda call, _, arrays: [arrays[0][tuple(cuts(call))]],
    "Gather": _gathered,
    "GatherElements": _gathered_elements,
    "GatherND": _gathered_nd,
    "ScatterND": _scattered_nd,
    "ScatterElements": _scattered,
    "Expand": _expanded,
    "Tile": _tiled,
    "Pad": _padded,
    "ConstantOfShape": _of_shape,
    "Range": _range,
    "CumSum": _cumulated,
    "Trilu": _triangle,
    "NonZero": _found,
    "ReduceProd": _reduced("prod"),
    "ReduceSum": _reduced("sum"),
    "ReduceMax": _reduced("max"),
    "ReduceMin": _reduced("min"),
    "ReduceMean": _reduced("mean"),
    "ArgMax": _argument("argmax"),
    "ArgMin": _argument("argmin"),
}
# Folded from the shape of their input alone.
FROM_SHAPE: dict[str, Fold] = {
    "Shape": _shape,
    "Size": _size,
}
