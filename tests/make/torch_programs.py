"""Small TorchScript, torch.package and torch.export archives, made by hand.

Layouts: torch/csrc/jit/serialization, torch/package/package_exporter.py,
torch/export/pt2_archive/constants.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.make.pickles import Code, build, dict_of, integer, name, newobj, pickle, text, tuple_of
from tests.make.tensors import Bytes, View, rebuild, storages_of, zip_pid
from tests.make.torch_zip import DEFLATED, Member, write_zip

# torch/_export/serde/schema.py, ScalarType and Layout.
SCALAR_TYPES = {"float32": 7, "int64": 5, "float16": 6, "bool": 12}
STRIDED = 7

CODE = """class Net(Module):
  __parameters__ = ["weight", ]
  __buffers__ = ["steps", ]
  weight : Tensor
  steps : Tensor
  def forward(self: __torch__.Net, x: Tensor) -> Tensor:
    return torch.mul(x, self.weight)
"""


def torchscript(tensors: Mapping[str, View], constants: tuple[View, ...] = ()) -> bytes:
    """A scripted module `__torch__.Net` with `tensors` as attributes."""
    state = dict_of(*((text(key), rebuild(view)) for key, view in tensors.items()))
    module = build(newobj(name("__torch__", "Net")), state)
    members = [
        Member("net/data.pkl", pickle(module)),
        Member("net/code/__torch__.py", CODE.encode(), DEFLATED),
    ]
    for storage in storages_of(dict(tensors)):
        members.append(Member(f"net/data/{storage.key}", storage.data))
    listed = tuple_of(*map(rebuild, constants))
    for view in constants:
        members.append(Member(f"net/constants/{view.storage.key}", view.storage.data))
    members += [
        Member("net/constants.pkl", pickle(listed)),
        Member("net/version", b"3\n"),
        Member("net/byteorder", b"little"),
    ]
    return write_zip(members)


def package_pid(storage: Bytes) -> Code:
    """Storages of a package are numbered."""
    return Code(zip_pid(storage).replace(text(storage.key), integer(int(storage.key)), 1))


def torch_package(tensors: Mapping[str, View]) -> bytes:
    """A package with one pickle `model/weights.pkl` and one module source."""
    value = dict_of(*((text(key), rebuild(view, package_pid)) for key, view in tensors.items()))
    members = [
        Member("package/.data/version", b"6\n"),
        Member("package/model/weights.pkl", pickle(value, protocol=3)),
        Member("package/net.py", b"def forward(x):\n    return x\n"),
    ]
    for storage in storages_of(dict(tensors)):
        members.append(Member(f"package/.data/{storage.key}.storage", storage.data))
    members += [
        Member("package/.data/extern_modules", b"torch\n"),
        Member("package/byteorder", b"little"),
    ]
    return write_zip(members)


def torch_export(tensors: Mapping[str, View], model: str = "model") -> bytes:
    """A .pt2 of torch 2.10 and later: raw storages named by a JSON config."""
    config = {
        key: _described(view, f"weight_{at}") for at, (key, view) in enumerate(tensors.items())
    }
    members = [
        Member("net/archive_format", b"pt2"),
        Member("net/archive_version", b"0"),
        Member("net/.data/version", b"6\n"),
        Member("net/byteorder", b"little"),
        Member(f"net/models/{model}.json", json.dumps({"graph_module": {}}).encode()),
    ]
    for at, view in enumerate(tensors.values()):
        members.append(Member(f"net/data/weights/weight_{at}", view.storage.data))
    text = json.dumps({"config": config}).encode()
    members.append(Member(f"net/data/weights/{model}_weights_config.json", text))
    return write_zip(members)


def _described(view: View, file: str) -> dict[str, Any]:
    meta = {
        "dtype": SCALAR_TYPES[view.dtype],
        "sizes": [{"as_int": size} for size in view.shape],
        "strides": [{"as_int": step} for step in view.strides],
        "storage_offset": {"as_int": view.offset},
        "requires_grad": view.requires_grad,
        "device": {"type": "cpu", "index": None},
        "layout": STRIDED,
    }
    facts = {"path_name": file, "is_param": view.is_parameter, "use_pickle": False}
    return {**facts, "tensor_meta": meta}
