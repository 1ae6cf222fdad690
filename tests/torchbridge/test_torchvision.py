"""torchvision's models by factory: the multiply-adds that its weights are published with.

Needs a Python with torchvision: this one, or the one that INSPECTOR_TEST_PYTHON names. With the
whole table of models beside the project, that is counted too.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from inspector.torchbridge.process import ask

TABLE = Path(__file__).parents[3] / "shared/flops/torchvision.csv"
PYTHON = os.environ.get("INSPECTOR_TEST_PYTHON") or (
    sys.executable if find_spec("torchvision") else ""
)
pytestmark = pytest.mark.skipif(not PYTHON, reason="no Python with torchvision")
IMAGE = [[1, 3, 224, 224]]
SEED = [[4, 3, 256, 128]]
# Of different kinds: (inputs, multiply-adds).
KINDS: dict[str, tuple[list[list[int]], int]] = {
    "resnet50": (SEED, 10_684_792_832),
    "vit_b_16": (IMAGE, 17_563_828_224),
    "swin_v2_t": ([[1, 3, 256, 256]], 5_939_690_496),
    "maxvit_t": (IMAGE, 5_558_046_720),
    "convnext_tiny": (IMAGE, 4_455_531_264),
    "regnet_x_800mf": (IMAGE, 799_699_712),
    "r3d_18": ([[1, 3, 16, 112, 112]], 40_696_553_472),
    "raft_small": ([[1, 3, 512, 512]] * 2, 47_655_157_760),
    "lraspp_mobilenet_v3_large": ([[1, 3, 520, 520]], 2_086_219_688),
}


def cases() -> dict[str, tuple[list[list[int]], int]]:
    """Those above, and the table's."""
    found = dict(KINDS)
    if TABLE.exists():
        for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()):
            found.setdefault(row["model"], (json.loads(row["input"]), int(row["macs"])))
    return found


def counted(name: str, shapes: list[list[int]]) -> dict[str, Any]:
    names = ["image1", "image2"] if len(shapes) == 2 else [""]
    kwargs: dict[str, Any] = {}
    if "deeplab" in name or "lraspp" in name:  # they download a backbone unless told not to
        kwargs = {"weights_backbone": None, **({"aux_loss": True} if "deeplab" in name else {})}
    request = {
        "kind": "factory",
        "model": f"vision.py:{name}",
        "folder": str(Path(__file__).parent),
        "kwargs": kwargs,
        "inputs": [[one, shape, None] for one, shape in zip(names, shapes, strict=True)],
        "on_cpu": False,
    }
    return ask(request, PYTHON)


@pytest.mark.parametrize("name", cases() if PYTHON else ["none"])
def test_published_multiply_adds(name: str) -> None:
    shapes, macs = cases()[name]
    answer = counted(name, shapes)
    assert (answer["macs"], answer["not_counted"]) == (macs, [])
    assert sum(row[2] for row in answer["layers"]) == macs


def test_what_tutorials_print_for_resnet50() -> None:
    """thop 0.0.31 prints 10.743 G and 25.557 M, later ones 10.801 G."""
    from inspector.torchbridge.counting import _report

    report = _report(counted("resnet50", SEED), "factory")
    assert [one.macs for one in report.conventions] == [10_743_128_064, 10_801_192_960]
    assert report.parameters == 25_557_032
