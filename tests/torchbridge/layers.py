"""Small modules whose multiply-adds are worked out by hand."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn


class Shared(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(32, 64 - 32)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.fc(self.fc(x)))


class Functional(nn.Module):
    """Weights that are no layer's: a convolution, a linear map, a product."""

    def __init__(self) -> None:
        super().__init__()
        self.kernel = nn.Parameter(torch.zeros(64, 32, 3, 3))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.conv2d(x, self.kernel, padding=1)


class MatrixVector(nn.Module):
    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        return a @ b


class Attention(nn.Module):
    def __init__(self, causal: bool = False, gqa: bool = False) -> None:
        super().__init__()
        self.causal, self.gqa = causal, gqa

    def forward(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
        return F.scaled_dot_product_attention(q, k, v, is_causal=self.causal, enable_gqa=self.gqa)


class SelfAttention(nn.Module):
    def __init__(self, need_weights: bool) -> None:
        super().__init__()
        self.mha = nn.MultiheadAttention(64, 4, batch_first=True)
        self.need_weights = need_weights

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.mha(x, x, x, need_weights=self.need_weights)[0]


class Einsum(nn.Module):
    def forward(self, q: torch.Tensor, k: torch.Tensor) -> torch.Tensor:
        return torch.einsum("bhqd,bhkd->bhqk", q, k)


class Baddbmm(nn.Module):
    def forward(self, a: torch.Tensor, b: torch.Tensor, c: torch.Tensor) -> torch.Tensor:
        return torch.baddbmm(a, b, c)


class Distances(nn.Module):
    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        return torch.cdist(a, b)


class Decoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.TransformerDecoderLayer(32, 4, 64, batch_first=True)

    def forward(self, x: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:
        return self.layer(x, memory)


class Inverse(nn.Module):
    """No formula counts this."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.linalg.inv(self.fc(x))


class OnValues(nn.Module):
    """What runs depends on numbers, which neither fake nor meta tensors have."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(x) if bool((x.sum() == 0).item()) else x


class InConstructor(nn.Module):
    """Computes with tensors while it is built, as the meta device cannot."""

    def __init__(self) -> None:
        super().__init__()
        width = int(torch.linspace(4, 8, 3)[1].item())
        self.fc = nn.Linear(width, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(x)


class ParameterAsInput(nn.Module):
    """A Parameter that goes into a module broke torch's own counter."""

    def __init__(self) -> None:
        super().__init__()
        self.token = nn.Parameter(torch.zeros(1, 1, 16))
        self.norm = nn.LayerNorm(16)
        self.fc = nn.Linear(16, 16)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(x + self.norm(self.token))


S = tuple[int, ...]
CASES: dict[str, tuple[nn.Module, list[S], int]] = {
    "conv2d": (nn.Conv2d(32, 64, 3, padding=1), [(2, 32, 16, 16)], 2 * 64 * 256 * 32 * 9),
    "grouped": (nn.Conv2d(32, 64, 3, padding=1, groups=4), [(2, 32, 16, 16)], 2 * 64 * 256 * 8 * 9),
    "depthwise": (nn.Conv2d(32, 32, 3, padding=1, groups=32), [(2, 32, 16, 16)], 2 * 32 * 256 * 9),
    "dilated": (nn.Conv2d(32, 64, 3, 2, 2, 2), [(2, 32, 16, 16)], 2 * 64 * 64 * 32 * 9),
    "conv1d": (nn.Conv1d(16, 32, 5, padding=2), [(2, 16, 160)], 2 * 32 * 160 * 16 * 5),
    "conv3d": (nn.Conv3d(4, 8, 3, padding=1), [(1, 4, 8, 16, 16)], 8 * 2048 * 4 * 27),
    "unbatched": (nn.Conv2d(32, 64, 3, padding=1), [(32, 16, 16)], 64 * 256 * 32 * 9),
    "transposed": (nn.ConvTranspose2d(32, 64, 4, 2, 1), [(2, 32, 16, 16)], 2 * 32 * 256 * 64 * 16),
    "transposed grouped": (
        nn.ConvTranspose2d(32, 64, 4, 2, 1, groups=4),
        [(2, 32, 16, 16)],
        2 * 32 * 256 * 16 * 16,
    ),
    "functional": (Functional(), [(2, 32, 16, 16)], 2 * 64 * 256 * 32 * 9),
    "linear": (nn.Linear(32, 64), [(8, 32)], 8 * 32 * 64),
    "linear 3d": (nn.Linear(32, 64), [(2, 50, 32)], 100 * 32 * 64),
    "linear 1d": (nn.Linear(32, 64), [(32,)], 32 * 64),
    "shared": (Shared(), [(8, 32)], 3 * 8 * 32 * 32),
    "bilinear": (nn.Bilinear(8, 9, 10), [(4, 8), (4, 9)], 4 * 10 * (8 * 9 + 9)),
    "matmul": (MatrixVector(), [(6, 16, 32), (6, 32, 32)], 6 * 16 * 32 * 32),
    "broadcast": (MatrixVector(), [(6, 16, 32), (32, 32)], 6 * 16 * 32 * 32),
    "matrix-vector": (MatrixVector(), [(16, 32), (32,)], 16 * 32),
    "dot": (MatrixVector(), [(32,), (32,)], 32),
    "einsum": (Einsum(), [(2, 4, 10, 32), (2, 4, 32, 32)], 8 * 10 * 32 * 32),
    "baddbmm": (Baddbmm(), [(6, 16, 32), (6, 16, 32), (6, 32, 32)], 6 * 16 * 32 * 32),
    "attention": (Attention(), [(2, 4, 50, 16)] * 3, 2 * 8 * 50 * 50 * 16),
    "causal": (Attention(causal=True), [(2, 4, 50, 16)] * 3, 2 * 8 * 50 * 50 * 16),
    "grouped query": (
        Attention(gqa=True),
        [(2, 8, 50, 16), (2, 2, 50, 16), (2, 2, 50, 16)],
        2 * 16 * 50 * 50 * 16,
    ),
    "multi-head": (SelfAttention(False), [(2, 50, 64)], 100 * 4 * 64 * 64 + 2 * 2 * 50 * 50 * 64),
    "with weights": (SelfAttention(True), [(2, 50, 64)], 100 * 4 * 64 * 64 + 2 * 2 * 50 * 50 * 64),
    "encoder layer": (
        nn.TransformerEncoderLayer(64, 4, 128, batch_first=True),
        [(2, 50, 64)],
        100 * (4 * 64 * 64 + 2 * 64 * 128) + 2 * 2 * 50 * 50 * 64,
    ),
    "decoder layer": (
        Decoder(),
        [(2, 20, 32), (2, 30, 32)],
        40 * 4 * 32 * 32  # self-attention
        + 2 * 2 * 20 * 20 * 32
        + (40 * 2 + 60 * 2) * 32 * 32  # cross-attention
        + 2 * 2 * 20 * 30 * 32
        + 40 * 2 * 32 * 64,
    ),
    "lstm": (nn.LSTM(32, 48, 2), [(20, 4, 32)], 80 * 4 * 48 * (32 + 48 + 48 + 48)),
    "lstm bidirectional": (
        nn.LSTM(32, 48, bidirectional=True),
        [(20, 4, 32)],
        80 * 2 * 4 * 48 * (32 + 48),
    ),
    "gru": (nn.GRU(32, 48), [(20, 4, 32)], 80 * 3 * 48 * (32 + 48)),
    "rnn": (nn.RNN(32, 48), [(20, 4, 32)], 80 * 48 * (32 + 48)),
    "lstm cell": (nn.LSTMCell(32, 48), [(4, 32)], 4 * 4 * 48 * (32 + 48)),
    "gru cell": (nn.GRUCell(32, 48), [(4, 32)], 4 * 3 * 48 * (32 + 48)),
    "embedding": (nn.Embedding(100, 64), [(2, 50)], 0),
    "batch norm": (nn.BatchNorm2d(32), [(2, 32, 16, 16)], 0),
    "layer norm": (nn.LayerNorm(64), [(2, 50, 64)], 0),
    "softmax": (nn.Softmax(-1), [(2, 50, 19)], 0),
    "pooling": (nn.AvgPool2d(2), [(2, 32, 16, 16)], 0),
    "upsampling": (nn.Upsample(scale_factor=2, mode="bilinear"), [(2, 32, 16, 16)], 0),
    "cdist": (Distances(), [(2, 50, 32), (2, 60, 32)], 2 * 50 * 60 * 32),
    "parameter as input": (ParameterAsInput(), [(1, 4, 16)], 4 * 16 * 16),
}
