"""Training checkpoints: optimizers of torch.optim, schedulers, scalers, random states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.cli.facts import document_facts
from tests.parity.comparing import compare, compare_all, opened

Make = Callable[[Any], torch.optim.Optimizer]

OPTIMIZERS: dict[str, Make] = {
    "SGD": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9),
    "Adam": lambda p: torch.optim.Adam(p, 0.1),
    "AdamW": lambda p: torch.optim.AdamW(p, 0.1),
    "NAdam": lambda p: torch.optim.NAdam(p, 0.1),
    "RAdam": lambda p: torch.optim.RAdam(p, 0.1),
    "Adamax": lambda p: torch.optim.Adamax(p, 0.1),
    "Adagrad": lambda p: torch.optim.Adagrad(p, 0.1),
    "Adadelta": lambda p: torch.optim.Adadelta(p, 0.1),
    "RMSprop": lambda p: torch.optim.RMSprop(p, 0.1),
    "Rprop": lambda p: torch.optim.Rprop(p, 0.1),
    "ASGD": lambda p: torch.optim.ASGD(p, 0.1),
    "Adafactor": lambda p: torch.optim.Adafactor(p, 0.1),
}
WITHOUT_STATE: dict[str, Make] = {
    **OPTIMIZERS,
    "SGD": lambda p: torch.optim.SGD(p, 0.1),
    "LBFGS": lambda p: torch.optim.LBFGS(p, 0.1),
}


def network() -> nn.Module:
    """Two layers whose parameters differ in shape, and a batch norm's buffers."""
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Linear(3, 2))


def trained(make: Make, parameters: Callable[[nn.Module], Any] = nn.Module.parameters) -> Any:
    """(model, optimizer) after one step."""
    model = network()
    optimizer = make(parameters(model))
    model(torch.ones(5, 4)).sum().backward()
    optimizer.step()
    return model, optimizer


def save(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, **more: Any) -> Any:
    """A tutorial's checkpoint."""
    value = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), **more}
    torch.save(value, path)
    return value


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_state_after_a_step(tmp_path: Path, kind: str) -> None:
    model, optimizer = trained(OPTIMIZERS[kind])
    value = save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        compare_all(document, value)
        (found,) = document.contents.optimizers
        assert found.path == ("optimizer",)
        assert found.kind == kind
        assert found.named_by == "order"
        assert found.mismatches == []
        names = [name for group in found.groups for name in group.names]
        assert names == [name for name, _ in model.named_parameters()]
        state = [entry for entry in value["optimizer"]["state"].values()]
        tensors = [t for entry in state for t in entry.values() if isinstance(t, torch.Tensor)]
        assert found.state_nbytes == sum(t.numel() * t.element_size() for t in tensors)
        assert document.verdict == "clean"


def test_muon_trains_matrices(tmp_path: Path) -> None:
    torch.manual_seed(0)
    model = nn.Linear(4, 3, bias=False)
    optimizer = torch.optim.Muon(model.parameters(), 0.1)
    model(torch.ones(5, 4)).sum().backward()
    optimizer.step()
    save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        (found,) = document.contents.optimizers
        assert (found.kind, found.groups[0].names) == ("Muon", ["weight"])


@pytest.mark.parametrize("kind", WITHOUT_STATE)
def test_kind_before_the_first_step(tmp_path: Path, kind: str) -> None:
    model = network()
    optimizer = WITHOUT_STATE[kind](model.parameters())
    save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        (found,) = document.contents.optimizers
        assert found.kind == kind
        assert bool(found.state) == bool(optimizer.state_dict()["state"])  # Adagrad's is there
        assert found.groups[0].names == [name for name, _ in model.named_parameters()]


@pytest.mark.parametrize("kind", ["SGD", "Adam", "AdamW"])
def test_param_groups_as_json(tmp_path: Path, kind: str) -> None:
    model, optimizer = trained(OPTIMIZERS[kind])
    value = save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        (found,) = document_facts(document)["optimizers"]
    (group,) = found["param_groups"]
    (truth,) = value["optimizer"]["param_groups"]
    for option, expected in truth.items():
        same = list(expected) if isinstance(expected, tuple) else expected
        assert group[option] == same, option


def test_param_names_in_groups_are_believed(tmp_path: Path) -> None:
    model, optimizer = trained(OPTIMIZERS["AdamW"], lambda m: reversed(list(m.named_parameters())))
    save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        (found,) = document.contents.optimizers
        assert found.named_by == "param_names"
        assert found.groups[0].names == [name for name, _ in reversed([*model.named_parameters()])]


def test_groups_with_and_without_decay(tmp_path: Path) -> None:
    def split(model: nn.Module) -> list[dict[str, Any]]:
        decay = [p for p in model.parameters() if p.ndim > 1]
        others = [p for p in model.parameters() if p.ndim <= 1]
        return [{"params": decay}, {"params": others, "weight_decay": 0.0}]

    model, optimizer = trained(OPTIMIZERS["AdamW"], split)
    save(tmp_path / "c.pt", model, optimizer)
    with opened(tmp_path / "c.pt") as document:
        (found,) = document.contents.optimizers
        assert found.groups[0].names == ["0.weight", "2.weight"]
        assert found.groups[1].names == ["0.bias", "1.weight", "1.bias", "2.bias"]


def test_a_pickled_optimizer(tmp_path: Path) -> None:
    """The object itself: its state is keyed by the parameters."""
    model, optimizer = trained(OPTIMIZERS["SGD"])
    torch.save({"model": model, "optimizer": optimizer}, tmp_path / "c.pt")
    with opened(tmp_path / "c.pt") as document:
        (found,) = document.contents.optimizers
        assert found.kind == "SGD"
        assert found.groups[0].names == [name for name, _ in model.named_parameters()]


def test_a_whole_training_checkpoint(tmp_path: Path) -> None:
    model, optimizer = trained(OPTIMIZERS["AdamW"])
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)
    optimizer.step()
    scheduler.step()
    more = {
        "ema": {key: tensor * 0.9 for key, tensor in model.state_dict().items()},
        "scheduler": scheduler.state_dict(),
        "rng_state": torch.get_rng_state(),
        "epoch": 3,
        "best": 0.25,
        "loss": float("nan"),
        "args": {"lr": 1e-3, "betas": (0.9, 0.999), "name": "größe", "flags": [True, None]},
    }
    value = save(tmp_path / "c.pt", model, optimizer, **more)
    with opened(tmp_path / "c.pt") as document:
        compare_all(document, value)
        contents = document.contents
        roles = [(found.path, found.role) for found in contents.state_dicts]
        assert roles == [(("model",), "weights"), (("ema",), "ema")]
        numel = sum(p.numel() for p in model.parameters())
        assert contents.totals.unique == contents.totals.total == numel
        assert contents.totals.trainable is None
        metadata = document_facts(document)["metadata"]
        assert metadata["epoch"] == 3
        assert metadata["loss"] == "nan"
        assert metadata["args"] == {**more["args"], "betas": [0.9, 0.999]}
        assert metadata["scheduler"]["T_max"] == 10
        assert document.verdict == "clean"


def test_lightning_like(tmp_path: Path) -> None:
    model, optimizer = trained(OPTIMIZERS["Adam"])
    value = {
        "epoch": 1,
        "global_step": 10,
        "pytorch-lightning_version": "2.6.0",
        "state_dict": {f"model.{key}": tensor for key, tensor in model.state_dict().items()},
        "optimizer_states": [optimizer.state_dict()],
        "lr_schedulers": [],
    }
    torch.save(value, tmp_path / "last.ckpt")
    with opened(tmp_path / "last.ckpt") as document:
        compare_all(document, value)
        assert document.contents.state_dicts[0].prefixes == ["model."]
        (found,) = document.contents.optimizers
        assert found.path == ("optimizer_states", 0)
        assert found.groups[0].names == [f"model.{name}" for name, _ in model.named_parameters()]


def test_data_parallel_prefix(tmp_path: Path) -> None:
    state = nn.DataParallel(network()).state_dict()
    torch.save(state, tmp_path / "c.pt")
    with opened(tmp_path / "c.pt") as document:
        compare_all(document, state)
        assert document.contents.state_dicts[0].prefixes == ["module."]


def test_averaged_model(tmp_path: Path) -> None:
    averaged = torch.optim.swa_utils.AveragedModel(network())
    torch.save(averaged.state_dict(), tmp_path / "swa.pt")
    with opened(tmp_path / "swa.pt") as document:
        (found,) = document.contents.state_dicts
        assert found.prefixes == ["module."]
        for entry in found.entries:
            compare(entry.tensor, averaged.state_dict()[str(entry.key)])
