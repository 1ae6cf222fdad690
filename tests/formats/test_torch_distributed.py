"""DTensors: the local tensor, and which part of the whole it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import LOCAL, Placement, Tensor
from inspector.document import open_document
from inspector.edits.cast import CastFloats
from inspector.formats.torch_distributed import placement_of
from inspector.inert import Dict, Global, Object
from tests.make.dtensors import make

F32 = DTYPES["float32"]


@pytest.fixture(scope="module")
def ranks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of `tests/make/dtensors.py`."""
    folder = tmp_path_factory.mktemp("ranks")
    make(folder)
    return folder


PLACES: dict[str, dict[str, Any]] = {
    "of4-0": {
        "sharded": ("Shard(0)", [range(0, 3), range(0, 3)], (3, 3)),
        "replicated": ("Replicate()", [range(0, 10), range(0, 3)], (10, 3)),
        "partial": ("Partial()", [range(0, 10), range(0, 3)], (10, 3)),
        "grid": ("Shard(0), Shard(1)", [range(0, 4), range(0, 2)], (4, 2)),
        "param": ("Shard(0)", [range(0, 3), range(0, 3)], (3, 3)),
    },
    "of4-1": {
        "sharded": ("Shard(0)", [range(3, 6), range(0, 3)], (3, 3)),
        "grid": ("Shard(0), Shard(1)", [range(0, 4), range(2, 4)], (4, 2)),
    },
    "of2-1": {"sharded": ("Shard(0)", [range(5, 10), range(0, 3)], (5, 3))},
}


@pytest.mark.parametrize("file", PLACES)
def test_files_of_ranks(ranks: Path, file: str) -> None:
    with closing(open_document(ranks / f"{file}.pt")) as document:
        found = {entry.path: entry.tensor for entry in document.contents.tensors}
        order = [path[0] for path in found if len(path) == 1]
        assert order == ["sharded", "plain", "replicated", "partial", "grid", "param"]
        (held,) = document.contents.state_dicts
        assert [entry.key for entry in held.entries] == order
        for name, (text, ranges, shape) in PLACES[file].items():
            tensor = found[name,]
            assert tensor.placement == Placement(text, tuple(ranges), name == "partial")
            assert tensor.is_wrapper
            assert tensor.parts is not None
            local = tensor.parts[LOCAL]
            assert local is found[name, LOCAL]
            assert local.shape == shape
            assert local.read().shape == shape
        whole = found["plain",].read()
        rows = found["sharded",].placement.ranges[0]
        assert (found["sharded", LOCAL].read() == whole[rows.start : rows.stop]).all()


def test_a_cast_leaves_what_its_class_notes_elsewhere(ranks: Path) -> None:
    """The wrapper's call and its spec name the dtype of the local tensor, too."""
    with closing(open_document(ranks / "of4-0.pt")) as document:
        document.take(document.plan(CastFloats("float16")))
        found = {entry.path: entry.tensor.dtype.name for entry in document.contents.tensors}
        assert found["plain",] == "float16"
        assert found["sharded",] == found["sharded", LOCAL] == "float32"


def thing(name: str, **state: Any) -> Object:
    """An object with attributes, as a pickle makes it."""
    module, _, last = name.rpartition(".")
    made = Object("newobj", Global(module, last), ())
    made.state = Dict([each for pair in state.items() for each in pair])
    return made


def shard(dim: int) -> Object:
    return thing("torch.distributed.tensor.placement_types.Shard", dim=dim)


def called(name: str, *args: Any) -> Object:
    return Object("reduce", Global("torch.distributed.tensor.placement_types", name), args)


def mesh_of_old(sizes: tuple[int, ...], places: Any) -> Object:
    """As torch 2.2 to 2.9 keep it."""
    ranks = Tensor(DTYPES["int32"], sizes, None)
    return thing("torch.distributed.device_mesh.DeviceMesh", mesh=ranks, _coordinate_on_dim=places)


def mesh_of(layout: Object, places: Any) -> Object:
    return thing(
        "torch.distributed.device_mesh.DeviceMesh", _layout=layout, _coordinate_on_dim=places
    )


FLAT = thing("torch.distributed._mesh_layout._MeshLayout", shape=(2, 3), stride=(3, 1))
AXES = thing(
    "torch.distributed._mesh_layout._MeshLayout",
    axes=(thing("x.F", shape=(2,), stride=(3,)), thing("x.F", shape=(3,), stride=(1,))),
)
WHERE: dict[str, tuple[Any, Any, tuple[int, ...], Any]] = {
    "a mesh as a tensor": (mesh_of_old((4,), [1]), [shard(0)], (3, 3), (range(3, 6), range(0, 3))),
    "the last piece": (mesh_of_old((4,), [3]), [shard(0)], (1, 3), (range(9, 10), range(0, 3))),
    "one layout": (
        mesh_of(FLAT, (1, 2)),
        (shard(0), shard(1)),
        (5, 1),
        (range(5, 10), range(2, 3)),
    ),
    "axes": (mesh_of(AXES, (1, 2)), (shard(0), shard(0)), (1, 3), (range(9, 10), range(0, 3))),
    "from behind": (mesh_of_old((3,), [0]), [shard(-1)], (10, 1), (range(0, 10), range(0, 1))),
    "a call": (mesh_of_old((2,), [0]), [called("Shard", 0)], (5, 3), (range(0, 5), range(0, 3))),
    "none of it": (mesh_of_old((20,), [19]), [shard(0)], (0, 3), (range(10, 10), range(0, 3))),
    "of one": (
        mesh_of_old((1,), [0]),
        [called("_StridedShard", 0)],
        (10, 3),
        (range(0, 10), range(0, 3)),
    ),
    "another class": (mesh_of_old((2,), [0]), [called("_StridedShard", 0)], (5, 3), None),
    "no place": (mesh_of_old((2,), None), [shard(0)], (5, 3), None),
    "too few places": (mesh_of_old((2, 2), [0]), [shard(0), shard(1)], (5, 3), None),
    "no mesh": (None, [shard(0)], (5, 3), None),
    "no such dimension": (mesh_of_old((2,), [0]), [shard(2)], (5, 3), None),
    "no dimension": (mesh_of_old((2,), [0]), [called("Shard", "0")], (5, 3), None),
    "no size": (mesh_of_old((0,), [0]), [shard(0)], (5, 3), None),
    "a negative place": (mesh_of_old((2,), [-1]), [shard(0)], (5, 3), None),
    "another shape": (mesh_of_old((2,), [0]), [shard(0)], (4, 3), None),
    "odd axes": (mesh_of(thing("x.L", axes=(3,)), (1,)), [shard(0)], (5, 3), None),
}


@pytest.mark.parametrize("what", WHERE)
def test_where_a_part_lies(what: str) -> None:
    mesh, placements, shape, ranges = WHERE[what]
    spec = thing(
        "torch.distributed.tensor._dtensor_spec.DTensorSpec", mesh=mesh, placements=placements
    )
    found = placement_of(spec, (10, 3), Tensor(F32, shape, None))
    assert found is not None
    assert found.ranges == ranges


@pytest.mark.parametrize("size", [1 << 70, -1])
def test_a_hostile_shape(size: int) -> None:
    spec = thing("x.Spec", mesh=mesh_of_old((2,), [0]), placements=[shard(0)])
    found = placement_of(spec, (size, 3), Tensor(F32, (5, 3), None))
    assert found == Placement("Shard(0)", None)


@pytest.mark.parametrize("spec", [None, 3, thing("x.Spec"), thing("x.Spec", placements=7)])
def test_what_is_no_spec(spec: Any) -> None:
    assert placement_of(spec, (10, 3), Tensor(F32, (5, 3), None)) is None
