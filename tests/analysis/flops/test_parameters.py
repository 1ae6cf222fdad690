"""Parameters are told from buffers, scales and packed words; memory follows from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.analysis.flops.parameters import ParameterCount, count_parameters, main_state_dicts
from inspector.checkpoint.dtype import DTYPES
from inspector.cli.main import main
from inspector.document import open_document
from tests.make.safetensors_files import entry, with_header


def zeros(dtype: torch.dtype, *shape: int) -> torch.Tensor:
    """A tensor of one element, stretched."""
    return torch.zeros((), dtype=dtype).expand(shape)


def counted(path: Path, value: Any) -> ParameterCount:
    """The parameters of the largest model in a file of `value`."""
    torch.save(value, path)
    document = open_document(path)
    try:
        return count_parameters(main_state_dicts(document.contents)[0])
    finally:
        document.close()


INT32, HALF, BYTE = torch.int32, torch.float16, torch.uint8
OUT, IN, GROUPS = 96, 256, 2
# A 96 x 256 matrix as each writer packs it: (tensors, scheme, elements that are no parameters)
PACKED: dict[str, tuple[dict[str, torch.Tensor], str, int]] = {
    "gptq 4": (
        {
            "l.qweight": zeros(INT32, IN // 8, OUT),
            "l.qzeros": zeros(INT32, GROUPS, OUT // 8),
            "l.scales": zeros(HALF, GROUPS, OUT),
            "l.g_idx": zeros(INT32, IN),
        },
        "GPTQ, 4 bits",
        GROUPS * OUT // 8 + GROUPS * OUT + IN,
    ),
    "gptq 3": (
        {
            "l.qweight": zeros(INT32, IN * 3 // 32, OUT),
            "l.qzeros": zeros(INT32, GROUPS, OUT * 3 // 32),
            "l.scales": zeros(HALF, GROUPS, OUT),
        },
        "GPTQ, 3 bits",
        GROUPS * OUT * 3 // 32 + GROUPS * OUT,
    ),
    "awq": (
        {
            "l.qweight": zeros(INT32, IN, OUT // 8),
            "l.qzeros": zeros(INT32, GROUPS, OUT // 8),
            "l.scales": zeros(HALF, GROUPS, OUT),
        },
        "AWQ, 4 bits",
        GROUPS * OUT // 8 + GROUPS * OUT,
    ),
    "bitsandbytes 4": (
        {
            "l.weight": zeros(BYTE, OUT * IN // 2, 1),
            "l.weight.absmax": zeros(BYTE, 384),
            "l.weight.quant_map": zeros(torch.float32, 16),
            "l.weight.nested_absmax": zeros(torch.float32, 2),
            "l.weight.quant_state.bitsandbytes__nf4": zeros(BYTE, 90),
        },
        "bitsandbytes, 4 bits",
        384 + 16 + 2 + 90,
    ),
    "bitsandbytes 8": (
        {"l.weight": zeros(torch.int8, OUT, IN), "l.SCB": zeros(torch.float32, OUT)},
        "bitsandbytes, 8 bits",
        OUT,
    ),
    "float8": (
        {
            "l.weight": zeros(torch.float8_e4m3fn, OUT, IN),
            "l.weight_scale_inv": zeros(torch.float32, 1, 2),
        },
        "float8 with block scales",
        2,
    ),
    "compressed-tensors": (
        {
            "l.weight_packed": zeros(INT32, OUT, IN // 8),
            "l.weight_scale": zeros(HALF, OUT, 2),
            "l.weight_shape": torch.tensor([OUT, IN]),
        },
        "compressed-tensors, 4 bits",
        2 * OUT + 2,
    ),
}


@pytest.mark.parametrize(("tensors", "scheme", "auxiliary"), PACKED.values(), ids=PACKED)
def test_packed_weights(
    tmp_path: Path, tensors: dict[str, torch.Tensor], scheme: str, auxiliary: int
) -> None:
    count = counted(tmp_path / "m.pt", {**tensors, "norm.weight": torch.zeros(7)})
    assert count.quantization == scheme
    assert count.unique == OUT * IN + 7
    assert count.auxiliary == auxiliary
    assert count.buffers == 0


def test_mlx_words(tmp_path: Path) -> None:
    """MLX writes safetensors: uint32 words, a scale and a bias for each group of 64."""
    assert DTYPES["uint32"].itemsize == 4
    sizes = {
        "weight": ("U32", (OUT, IN // 8)),
        "scales": ("F16", (OUT, 4)),
        "biases": ("F16", (OUT, 4)),
    }
    header, end = {}, 0
    for name, (dtype, shape) in sizes.items():
        nbytes = (4 if dtype == "U32" else 2) * shape[0] * shape[1]
        header[f"l.{name}"] = {**entry("uint8", shape, end, end + nbytes), "dtype": dtype}
        end += nbytes
    path = tmp_path / "m.safetensors"
    path.write_bytes(with_header(json.dumps(header), bytes(end)))
    document = open_document(path)
    count = count_parameters(main_state_dicts(document.contents)[0])
    document.close()
    assert (count.quantization, count.unique) == ("MLX, 4 bits", OUT * IN)
    assert count.auxiliary == 2 * 4 * OUT


class Net(nn.Module):
    """Embedding tied to the output, batch norm, a frozen layer."""

    def __init__(self) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(50, 8)
        self.norm = nn.BatchNorm1d(8)
        self.frozen = nn.Linear(8, 8).requires_grad_(False)
        self.lm_head = nn.Linear(8, 50, bias=False)
        self.lm_head.weight = self.embed_tokens.weight


def test_kinds_of_parameters(tmp_path: Path) -> None:
    count = counted(tmp_path / "m.pt", {"model": Net().state_dict(), "epoch": 1})
    unique = 400 + 16 + 72
    assert (count.total, count.unique, count.embedding) == (unique + 400, unique, 400)
    assert count.buffers == 8 + 8 + 1
    assert count.trainable is None
    assert count.by_module == {"embed_tokens": 400, "norm": 16, "frozen": 72}
    assert count.by_dtype == {"float32": (unique + 16, 4 * unique + 64), "int64": (1, 8)}
    assert count.nbytes == 4 * unique + 64 + 8


def test_a_module_says_what_is_trained(tmp_path: Path) -> None:
    count = counted(tmp_path / "m.pt", Net())
    assert (count.unique, count.trainable) == (488, 416)


def test_buffers_without_a_module(tmp_path: Path) -> None:
    """Swin's tables, BERT's positions, GPT-2's mask, what thop leaves: none is trained."""
    value = {
        "attn.relative_position_index": torch.zeros(49 * 49, dtype=torch.int64),
        "attn.relative_coords_table": torch.zeros(1, 15, 15, 2),
        "embeddings.position_ids": torch.zeros(1, 512),
        "h.0.attn.bias": torch.zeros(1, 1, 8, 8),
        "rotary_emb.inv_freq": torch.zeros(32),
        "total_ops": torch.zeros(1, dtype=torch.float64),
        "conv.bias": torch.zeros(5),
    }
    assert counted(tmp_path / "m.pt", value).unique == 5


def told(path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What `flops --json` says of a file."""
    assert main(["flops", str(path), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_memory_with_the_optimizer_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    net = nn.Linear(10, 10)
    optimizer = torch.optim.AdamW(net.parameters())
    net(torch.zeros(1, 10)).sum().backward()
    optimizer.step()
    path = tmp_path / "m.pt"
    torch.save({"model": net.state_dict(), "optimizer": optimizer.state_dict()}, path)
    memory = told(path, capsys)["memory"]
    state = 2 * 4 * 110 + 2 * 4
    assert memory["optimizer"] == {"AdamW": state}
    assert memory["training"] == {"AdamW": 440 + 440 + state}
    assert memory["is_estimate"] is False


def test_memory_without_an_optimizer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.pt"
    torch.save(nn.Linear(10, 10, dtype=torch.bfloat16).state_dict(), path)
    said = told(path, capsys)
    assert said["weights"]["by_dtype"] == {"bfloat16": {"elements": 110, "nbytes": 220}}
    assert said["memory"] == {
        "load": 220,
        "gradients": 220,
        "optimizer": {"SGD with momentum": 220, "Adam": 440},
        "is_estimate": True,
        "training": {"SGD with momentum": 660, "Adam": 880},
        "activations": None,
    }


def test_the_text_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.pt"
    torch.save({**PACKED["awq"][0], "embed.weight": torch.zeros(50, 8)}, path)
    assert main(["flops", str(path)]) == 0
    text = capsys.readouterr().out
    assert "400 in embeddings; quantized: AWQ, 4 bits; 216 scales and the like" in text
    assert "to load" in text
    assert "24,576/token" in text
