"""Makes the sample checkpoints beside this file. Needs torch: `pip install '.[torch]'`.

`training.pt` is what a training script saves: weights, an AdamW optimizer with two param_groups, a
scheduler, the epoch, the arguments and the random state.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import torch  # noqa: TID253
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


def main() -> None:
    """Write the samples."""
    torch.manual_seed(20)
    args = Namespace(arch="classifier", dataset="cifar10", lr=3e-4, weight_decay=0.05)
    args.batch_size = 128
    torch.save(train(Classifier(), args), HERE / "training.pt")


if __name__ == "__main__":
    main()
