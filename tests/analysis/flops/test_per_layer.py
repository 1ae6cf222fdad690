"""Layers guessed from names and shapes, what each costs per use, and no total."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch

from inspector.analysis.flops.report import PerUnit
from tests.analysis.flops.shapes import cost, tensors

# module, its tensors -> (what it is taken for, MACs per use, unit, parameters)
LAYERS = {
    "linear": ({"weight": (8, 4), "bias": (8,)}, ("Linear", 32, "token", 40)),
    "conv": ({"weight": (8, 4, 3, 3)}, ("Conv2d", 288, "output position", 288)),
    "conv1d": ({"weight": (8, 4, 3)}, ("Conv1d", 96, "output position", 96)),
    "conv3d": ({"weight": (8, 4, 3, 3, 3)}, ("Conv3d", 864, "output position", 864)),
    "depthwise": (
        {"weight": (8, 1, 3, 3)},
        ("Conv2d, depthwise or of 1 channel", 72, "output position", 72),
    ),
    "up.deconv": (
        {"weight": (8, 4, 2, 2)},
        ("Conv2d or ConvTranspose2d", 128, "output position", 128),
    ),
    "word_embeddings": ({"weight": (100, 4)}, ("Embedding", 0, None, 400)),
    "token_emb": ({"weight": (100, 4)}, ("Embedding", 0, None, 400)),
    "class_embed": ({"weight": (91, 4), "bias": (91,)}, ("Linear", 364, "token", 455)),
    "embed_out": ({"weight": (91, 4)}, ("Linear", 364, "token", 364)),
    "lstm": (
        {"weight_ih_l0": (32, 4), "weight_hh_l0": (32, 8), "bias_ih_l0": (32,)},
        ("LSTM", 384, "step", 416),
    ),
    "gru": ({"weight_ih_l0": (24, 4), "weight_hh_l0": (24, 8)}, ("GRU", 288, "step", 288)),
    "rnn": ({"weight_ih_l0": (8, 4), "weight_hh_l0": (8, 8)}, ("RNN", 96, "step", 96)),
    "self_attn": ({"in_proj_weight": (24, 8)}, ("Linear", 192, "token", 192)),
}


@pytest.mark.parametrize(("module", "held", "said"), [(n, *case) for n, case in LAYERS.items()])
def test_a_layer(
    tmp_path: Path,
    module: str,
    held: dict[str, tuple[int, ...]],
    said: tuple[str, int, str | None, int],
) -> None:
    report = cost(tmp_path / "m.pt", tensors({f"{module}.{k}": s for k, s in held.items()}))
    (layer,) = report.layers
    kind, macs, unit, parameters = said
    assert layer.name.removesuffix(".in_proj_weight") == module
    assert (layer.op_type, layer.parameters) == (kind, parameters)
    assert layer.per_unit == (PerUnit(macs, unit) if unit else None)  # type: ignore[arg-type]
    assert layer.macs == (None if unit else 0)


def test_norms_and_bare_parameters_are_free(tmp_path: Path) -> None:
    shapes = {"norm.weight": (8,), "norm.bias": (8,), "cls_token": (1, 1, 8)}
    report = cost(tmp_path / "m.pt", tensors(shapes))
    assert [(r.name, r.op_type, r.macs) for r in report.layers] == [
        ("norm", "norm", 0),
        ("cls_token", "Parameter", 0),
    ]
    assert report.per_unit is None


def test_there_is_no_total(tmp_path: Path) -> None:
    shapes = {"a.weight": (8, 4), "b.weight": (16, 8), "c.running_mean": (9,)}
    report = cost(tmp_path / "m.pt", tensors(shapes))
    assert (report.macs, report.source, report.exact) == (None, "per-layer", False)
    assert report.per_unit == PerUnit(8 * 4 + 16 * 8, "token")
    assert report.parameters == 8 * 4 + 16 * 8
    assert [(found.op_type, found.count) for found in report.not_counted] == [("Linear", 2)]


def test_convolutions_are_told_per_position(tmp_path: Path) -> None:
    shapes = {"a.weight": (8, 4, 3, 3), "b.weight": (10, 8)}
    report = cost(tmp_path / "m.pt", tensors(shapes))
    assert report.per_unit == PerUnit(288, "output position")


def test_a_gptq_matrix_counts_as_the_matrix_it_stands_for(tmp_path: Path) -> None:
    value = {
        "q.qweight": torch.zeros((), dtype=torch.int32).expand(64 * 4 // 32, 48),
        "q.qzeros": torch.zeros((), dtype=torch.int32).expand(2, 48 * 4 // 32),
        "q.scales": torch.zeros((), dtype=torch.float16).expand(2, 48),
        "q.g_idx": torch.zeros((), dtype=torch.int32).expand(64),
    }
    report = cost(tmp_path / "m.pt", value)
    (layer,) = report.layers
    assert (layer.op_type, layer.per_unit) == ("Linear (packed)", PerUnit(64 * 48, "token"))
    assert report.parameters == 64 * 48


def test_a_tied_matrix_costs_twice_and_is_one_parameter(tmp_path: Path) -> None:
    matrix = torch.zeros(4, 4)
    report = cost(tmp_path / "m.pt", {"a.weight": matrix, "b.weight": matrix})
    assert [layer.parameters for layer in report.layers] == [16, 0]
    assert report.per_unit == PerUnit(32, "token")
    assert report.parameters == 16


def test_other_models_in_the_file_are_told(tmp_path: Path) -> None:
    value = {"G": tensors({"a.weight": (8, 4)}), "D": tensors({"b.weight": (4, 4)})}
    report = cost(tmp_path / "m.pt", value)
    assert [layer.name for layer in report.layers] == ["a"]
    assert report.notes[-1] == "G is one of 2 models in the file."


# Names that mean something, with sizes that nobody's model has.
NAMES = (
    *("blocks.0.attn.qkv.weight", "blocks.0.attn.proj.weight", "patch_embed.proj.weight"),
    *("pos_embed", "cls_token", "rnn.weight_ih_l0", "rnn.weight_hh_l0", "wte.weight", "fc.weight"),
    *("layers.0.self_attn.q_proj.weight", "layers.0.self_attn.o_proj.weight"),
    *("l.qweight", "l.qzeros", "l.scales", "l.weight_packed", "l.weight_shape", "l.weight_scale"),
    *("layers.0.mlp.experts.gate_up_proj", "layers.0.mlp.experts.0.w1.weight"),
)
SHAPES = [(), (0,), (2,), (0, 0), (4, 0), (0, 4), (1, 5), (4, 4, 4), (0, 0, 0), (4, 3, 2, 2)]


@pytest.mark.parametrize("seed", range(40))
def test_any_sizes_give_a_report(tmp_path: Path, seed: int) -> None:
    """Nothing divides by a size that a file chose."""
    (tmp_path / "config.json").write_text('{"model_type": "m", "num_experts_per_tok": 3}')
    chance = random.Random(seed)
    dtypes = [torch.float32, torch.int32, torch.int64, torch.uint8]
    value = {
        name: torch.zeros((), dtype=chance.choice(dtypes)).expand(chance.choice(SHAPES))
        for name in chance.sample(NAMES, 12)
    }
    value["kept.weight"] = torch.zeros(3, 5)
    report = cost(tmp_path / "m.pt", value)
    assert report.parameters >= 15
    assert report.source in ("formula", "per-layer")
