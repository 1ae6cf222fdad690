"""What checkpoints are made of: roles, bytes, frameworks, modules, layers."""

from __future__ import annotations

import argparse
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from inspector.analysis.anatomy import Anatomy, anatomy
from inspector.analysis.frameworks import RULES
from inspector.analysis.layers import Layer, Model, models
from inspector.analysis.roles import role_of_name
from inspector.document import Document, open_document
from inspector.errors import UnknownFormat
from tests.analysis.made import opened
from tests.make import onnx_files

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "files"


def anatomy_of(document: Document) -> Anatomy:
    """Of an open document."""
    return anatomy(document.checkpoint, document.contents)


def training() -> dict[str, Any]:
    """A checkpoint as training scripts save them."""
    model = nn.Sequential(nn.Linear(64, 32), nn.BatchNorm1d(32), nn.Linear(32, 4))
    optimizer = torch.optim.AdamW(model.parameters())
    model(torch.randn(8, 64)).sum().backward()
    optimizer.step()
    ema = {key: value.clone() for key, value in model.state_dict().items()}
    return {
        "epoch": 3,
        "arch": "net",
        "model_state_dict": model.state_dict(),
        "ema": ema,
        "optimizer": optimizer.state_dict(),
        "lr_scheduler": {"last_epoch": 3},
        "scaler": {"scale": 65536.0},
        "args": argparse.Namespace(lr=0.1),
        "rng_state": torch.get_rng_state(),
        "numpy_rng_state": np.random.default_rng(1).bytes(10),
        "best_acc1": 71.5,
        "callbacks": {},
        "note": "hello",
        "nothing": None,
        "class_weights": torch.ones(700),
    }


ROLES = {
    "epoch": "metadata",
    "arch": "metadata",
    "model_state_dict": "weights",
    "ema": "EMA",
    "optimizer": "optimizer",
    "lr_scheduler": "scheduler",
    "scaler": "scaler",
    "args": "hyper-parameters",
    "rng_state": "RNG state",
    "numpy_rng_state": "RNG state",
    "best_acc1": "metrics",
    "callbacks": "callbacks",
    "note": "metadata",
    "nothing": "empty",
    "class_weights": "weights",
    "structure": "structure",
}


def test_roles_and_bytes_of_a_training_checkpoint(tmp_path: Path) -> None:
    made = training()
    document = opened(tmp_path / "a.pt", made)
    found = anatomy_of(document)
    size = document.checkpoint.size
    document.close()
    assert {part.name: part.role for part in found.parts} == ROLES
    parts = {part.name: part for part in found.parts}
    weights = sum(value.nbytes for value in made["model_state_dict"].values())
    assert parts["model_state_dict"].nbytes == parts["ema"].nbytes == weights
    assert parts["rng_state"].nbytes == made["rng_state"].nbytes
    assert sum(part.nbytes for part in found.parts) == size
    assert sum(part.share for part in found.parts) == pytest.approx(1)
    assert next(iter(found.by_role())) in ("structure", "optimizer")
    counts = {count.name: count.parameters for count in found.modules[0][1]}
    assert counts == {"0": 2080, "1": 64, "2": 132}
    assert (found.tied_bytes, found.wasted_bytes) == (0, 0)


def test_shared_bytes_belong_to_the_first(tmp_path: Path) -> None:
    weight = torch.randn(100, 10)
    big = torch.randn(1000)
    document = opened(
        tmp_path / "a.pt",
        {
            "model": {"a": weight, "b": weight, "row": weight[3]},
            "ema": {"a": weight},
            "x": {"v": big[:10]},
        },
    )
    found = anatomy_of(document)
    document.close()
    parts = {part.name: (part.nbytes, part.shared_nbytes) for part in found.parts}
    assert parts["model"] == (4000, 0)
    assert parts["ema"] == (0, 4000)
    assert parts["x"] == (4000, 0)
    assert found.tied_bytes == 4000 + 4000 + 40
    assert found.wasted_bytes == 3960


def test_a_plain_state_dict_is_one_part(tmp_path: Path) -> None:
    state = {f"module.layers.{n}.weight": torch.zeros(5) for n in range(3)}
    document = opened(tmp_path / "a.pt", {**state, "module.head.bias": torch.zeros(2)})
    found = anatomy_of(document)
    document.close()
    assert [(part.name, part.role, part.tensors) for part in found.parts] == [
        ("", "weights", 4),
        ("structure", "structure", 0),
    ]
    assert [(count.name, count.tensors) for count in found.modules[0][1]] == [
        ("layers", 3),
        ("head", 1),
    ]


def made_by(framework: str) -> Any:
    """A tree that a framework would save."""
    tensors = {"a": torch.zeros(1), "b": torch.zeros(1)}
    return {
        "PyTorch Lightning": {"state_dict": tensors, "pytorch-lightning_version": "2.1"},
        "DeepSpeed": {"module": tensors, "ds_config": {}, "ds_version": "0.14"},
        "mmengine": {
            "meta": {"mmengine_version": "0.10"},
            "message_hub": {},
            "state_dict": tensors,
        },
        "mmcv": {"meta": {"mmdet_version": "2.0"}, "state_dict": tensors},
        "fairseq": {
            "model": tensors,
            "optimizer_history": [],
            "extra_state": {},
            "last_optimizer_state": 0,
        },
        "timm": {"arch": "resnet", "state_dict": tensors, "version": 2, "args": {}},
        "fastai": {"model": tensors, "opt": {}},
        "detectron2": {"model": tensors, "__author__": "x", "matching_heuristics": True},
        "StyleGAN": {"G": tensors, "D": tensors, "G_ema": tensors},
        "Hugging Face PEFT": {"base_model.model.q.lora_A.weight": torch.zeros(1)},
        "Hugging Face transformers": {"model.layers.0.self_attn.q_proj.weight": torch.zeros(1)},
        "Hugging Face diffusers": {"down_blocks.0.resnets.0.conv1.weight": torch.zeros(1)},
        "PyTorch's ImageNet example": {"arch": "vgg", "state_dict": tensors, "best_acc1": 1},
        "torch.optim.swa_utils": {"n_averaged": torch.tensor(3), "module.a": torch.zeros(1)},
    }[framework]


@pytest.mark.parametrize(
    "framework",
    "PyTorch Lightning,DeepSpeed,mmengine,mmcv,fairseq,timm,fastai,detectron2,StyleGAN,"
    "Hugging Face PEFT,Hugging Face transformers,Hugging Face diffusers,"
    "PyTorch's ImageNet example,torch.optim.swa_utils".split(","),
)
def test_frameworks_are_known_by_what_they_save(tmp_path: Path, framework: str) -> None:
    document = opened(tmp_path / "a.pt", made_by(framework))
    found = anatomy_of(document).frameworks
    document.close()
    assert found[0].framework == framework
    assert all(reason.startswith(("has ", "refers ")) for reason in found[0].reasons)


def test_a_framework_comes_with_its_reason(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", made_by("PyTorch Lightning"))
    assert anatomy_of(document).frameworks[0].reasons == ("has 'pytorch-lightning_version'",)
    document.close()
    save_file({"a": torch.zeros(1)}, tmp_path / "model.safetensors", {"format": "pt"})
    document = open_document(tmp_path / "model.safetensors")
    guess = anatomy_of(document).frameworks[0]
    document.close()
    assert guess.framework == "Hugging Face transformers"
    assert guess.reasons == ("is called 'model.safetensors'", "its metadata says format: pt")


def test_nothing_is_guessed_of_a_plain_file(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", training() | {"arch": None, "best_acc1": 1})
    names = {guess.framework for guess in anatomy_of(document).frameworks}
    document.close()
    assert not names
    assert {kind for _, kind, _ in RULES} >= {"key", "keys", "global", "tensor", "file"}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("epoch", "metadata"),
        ("global_step", "metadata"),
        ("optimizer_states", "optimizer"),
        ("optG", "optimizer"),
        ("lr_schedulers", "scheduler"),
        ("grad_scaler", "scaler"),
        ("hyper_parameters", "hyper-parameters"),
        ("cuda_rng_state_all", "RNG state"),
        ("G_ema", "EMA"),
        ("val_loss", "metrics"),
        ("schema", None),
        ("payload", None),
    ],
)
def test_roles_by_name(name: str, role: str | None) -> None:
    assert role_of_name(name) == role


# -- layers ---------------------------------------------------------------------------------------


class Net(nn.Module):
    """A module with everything that layers are read from."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.attention = nn.MultiheadAttention(8, 2)
        self.head = nn.Linear(8, 5, bias=False)
        self.tied = self.head
        self.size = (32, 32)
        self.name = "net"
        self.opaque = object()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x).mean((2, 3)))


def layers_of(document: Document) -> tuple[Model, dict[str, Layer]]:
    """The only model and its layers by path."""
    (model,) = models(document.checkpoint, document.contents)
    return model, {layer.path: layer for layer in model.layers}


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.filterwarnings("ignore:Couldn't retrieve source code")
def test_layers_of_a_pickled_module(tmp_path: Path, legacy: bool) -> None:
    document = opened(
        tmp_path / "a.pt", {"model": Net()}, _use_new_zipfile_serialization=not legacy
    )
    model, layers = layers_of(document)
    document.close()
    assert (model.path, model.source) == (("model",), "module")
    assert [*layers][:5] == ["", "features", "features.0", "features.1", "features.2"]
    assert layers[""].class_name.endswith(".Net")
    assert layers[""].attributes == {"size": (32, 32), "name": "net"}
    conv = layers["features.0"]
    assert conv.class_name == "torch.nn.modules.conv.Conv2d"
    assert conv.attributes["kernel_size"] == (3, 3)
    assert (conv.parameters, conv.tensors, conv.submodules) == (3 * 8 * 9 + 8, 2, 0)
    assert layers["features.1"].attributes["eps"] == 1e-5
    assert (layers["features.1"].parameters, layers["features.1"].tensors) == (16, 5)
    assert layers["attention"].attributes["num_heads"] == 2
    assert layers["tied"].parameters == layers["head"].parameters == 40
    assert "training" not in conv.attributes


@pytest.mark.filterwarnings("ignore:.*torch.jit:DeprecationWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("how", ["script", "trace"])
def test_layers_of_torchscript(tmp_path: Path, how: str) -> None:
    net = nn.Sequential(OrderedDict(conv=nn.Conv2d(3, 8, 3), act=nn.ReLU(), pool=nn.Flatten()))
    made = (
        torch.jit.script(net) if how == "script" else torch.jit.trace(net, torch.zeros(1, 3, 9, 9))
    )
    torch.jit.save(made, tmp_path / "a.pt")
    document = open_document(tmp_path / "a.pt")
    model, layers = layers_of(document)
    document.close()
    assert model.source == "torchscript"
    assert next(iter(layers)) == ""
    assert set(layers) >= {"", "conv"}
    assert layers[""].class_name == "torch.nn.modules.container.Sequential"
    assert layers["conv"].class_name == "torch.nn.modules.conv.Conv2d"
    assert layers["conv"].parameters == 3 * 8 * 9 + 8
    if how == "script":
        assert layers["conv"].attributes["in_channels"] == 3


def test_operators_of_onnx(tmp_path: Path) -> None:
    weight = onnx_files.tensor("w", (2,), onnx_files.FLOAT, onnx_files.raw(bytes(8)))
    nodes = [onnx_files.node(op) for op in ("Relu", "Conv", "Relu")]
    main = onnx_files.graph(initializers=[weight], nodes=nodes)
    (tmp_path / "a.onnx").write_bytes(onnx_files.model(main))
    document = open_document(tmp_path / "a.onnx")
    (found,) = models(document.checkpoint, document.contents)
    document.close()
    assert found.source == "onnx"
    assert found.operators == [("Relu", 2), ("Conv", 1)]


def test_a_state_dict_has_no_layers(tmp_path: Path) -> None:
    document = opened(tmp_path / "a.pt", Net().state_dict())
    assert models(document.checkpoint, document.contents) == []
    document.close()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_every_file_of_the_corpus_has_an_anatomy() -> None:
    for path in sorted(CORPUS.rglob("*.pt*")):
        if "hostile" in path.parts or not path.is_file():
            continue
        try:
            document = open_document(path)
        except UnknownFormat:
            continue
        found = anatomy_of(document)
        assert sum(part.share for part in found.parts) == pytest.approx(1), path
        models(document.checkpoint, document.contents)
        document.close()
