"""Makes the sample checkpoints beside this file. Needs torch: `pip install '.[torch]'`.

`training.pt` is what a training script saves: weights, an AdamW optimizer with two param_groups, a
scheduler, the epoch, the arguments and the random state. `parallel.pt` is the state_dict of the
same model in DataParallel on a second GPU. `classifier.onnx` is a small graph of convolutions.
`base.safetensors` and `finetuned.pt` are to be compared: frozen layers, a trained one, a new head.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np
import torch  # noqa: TID253
from onnx import TensorProto, checker, helper, numpy_helper  # noqa: TID253
from safetensors.torch import save_file  # noqa: TID253
from torch import nn  # noqa: TID253

HERE = Path(__file__).parent


class Block(nn.Module):
    """Convolution, batch norm, and a projection."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, inputs, h, w) -> (n, outputs, h / 2, w / 2)."""
        return nn.functional.max_pool2d(torch.relu(self.norm(self.conv(x))), 2)


class Classifier(nn.Module):
    """A small image classifier whose two heads are tied."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, padding=1)
        self.blocks = nn.ModuleList([Block(16, 24), Block(24, 32)])
        self.head = nn.Linear(32, 10)
        self.auxiliary = nn.Linear(32, 10)
        self.auxiliary.weight = self.head.weight

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, 3, 32, 32) -> (n, 10)."""
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        pooled = x.mean((2, 3))
        return self.head(pooled) + self.auxiliary(pooled)


def train(model: Classifier, args: Namespace) -> dict[str, Any]:
    """A few steps on noise, and the checkpoint of them."""
    decayed = [p for p in model.parameters() if p.ndim >= 2]
    others = [p for p in model.parameters() if p.ndim < 2]
    groups = [
        {"params": decayed, "weight_decay": args.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)
    for _ in range(3):
        loss = nn.functional.cross_entropy(
            model(torch.randn(8, 3, 32, 32)), torch.randint(10, (8,))
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
    return {
        "epoch": 12,
        "global_step": 4680,
        "state_dict": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "best_acc1": 91.37,
        "args": vars(args),
        "rng_state": torch.get_rng_state(),
    }


def save_parallel(model: Classifier, path: Path) -> None:
    """The state_dict as `DataParallel(model.to("cuda:1"))` saves it, without a GPU.

    torch asks this function where each storage lives; nothing else in the file is different.
    """
    tag = torch.serialization.location_tag
    torch.serialization.location_tag = lambda _: "cuda:1"
    try:
        torch.save(nn.DataParallel(model).state_dict(), path)
    finally:
        torch.serialization.location_tag = tag


def save_pair(model: Classifier, base: Path, finetuned: Path) -> None:
    """A model before and after: the stem frozen, the blocks trained, a head for 4 classes."""
    state = {
        key: value.detach().clone()
        for key, value in model.state_dict().items()
        if not key.startswith("auxiliary")
    }
    save_file(state, base)
    base.chmod(0o644)  # safetensors writes for its user alone
    trained = dict(state)
    for key, value in state.items():
        if key.startswith("blocks.1") and value.is_floating_point():
            trained[key] = value + 1e-3 * torch.randn_like(value)
    trained["head.weight"] = torch.randn(4, 32) / 32**0.5
    trained["head.bias"] = torch.zeros(4)
    renamed = {f"module.{key}": value for key, value in trained.items()}
    torch.save({"epoch": 3, "state_dict": renamed, "best_acc1": 97.2}, finetuned)


def save_onnx(path: Path) -> None:
    """Images (n, 3, 32, 32) to logits (n, 10)."""
    generator = np.random.default_rng(20)
    shapes = {"conv.weight": (16, 3, 3, 3), "conv.bias": (16,), "fc.weight": (10, 16)}
    weights = [
        numpy_helper.from_array(generator.normal(0, 0.1, shape).astype(np.float32), name)
        for name, shape in shapes.items()
    ]
    nodes = [
        helper.make_node(
            "Conv", ["image", "conv.weight", "conv.bias"], ["a"], "conv", pads=[1] * 4
        ),
        helper.make_node("Relu", ["a"], ["b"], "relu"),
        helper.make_node("GlobalAveragePool", ["b"], ["c"], "pool"),
        helper.make_node("Flatten", ["c"], ["d"], "flatten"),
        helper.make_node("Gemm", ["d", "fc.weight"], ["logits"], "fc", transB=1),
    ]
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", 3, 32, 32])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 10])
    graph = helper.make_graph(nodes, "classifier", [image], [logits], weights)
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="make_samples"
    )
    model.ir_version = 8
    checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def main() -> None:
    """Write the samples."""
    torch.manual_seed(20)
    args = Namespace(arch="classifier", dataset="cifar10", lr=3e-4, weight_decay=0.05)
    args.batch_size = 128
    torch.save(train(Classifier(), args), HERE / "training.pt")
    torch.manual_seed(21)
    model = Classifier()
    train(model, args)
    save_parallel(model, HERE / "parallel.pt")
    save_pair(model, HERE / "base.safetensors", HERE / "finetuned.pt")
    save_onnx(HERE / "classifier.onnx")


if __name__ == "__main__":
    main()
