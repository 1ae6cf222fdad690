"""torchvision's models as files: ONNX and .pt2 cost what the published table says.

Needs a Python with torchvision and onnx, as `test_torchvision` does; it takes minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport
from inspector.document import open_document

PYTHON = os.environ.get("INSPECTOR_TEST_PYTHON") or (
    sys.executable if find_spec("torchvision") else ""
)
pytestmark = pytest.mark.skipif(not PYTHON, reason="no Python with torchvision")
IMAGE = [[1, 3, 224, 224]]
CLIP = [[1, 3, 16, 112, 112]]
# Of different kinds: (inputs, multiply-adds, parameters) as torch's counter sees the models.
KINDS: dict[str, tuple[list[list[int]], int, int]] = {
    "resnet50": (IMAGE, 4_089_184_256, 25_557_032),
    "densenet121": (IMAGE, 2_834_161_664, 7_978_856),
    "efficientnet_b0": (IMAGE, 385_814_752, 5_288_548),
    "convnext_tiny": (IMAGE, 4_455_531_264, 28_589_128),
    "mobilenet_v3_small": (IMAGE, 56_510_400, 2_542_856),
    "resnext50_32x4d": (IMAGE, 4_230_479_872, 25_028_904),
    "shufflenet_v2_x1_0": (IMAGE, 144_907_992, 2_278_604),
    "regnet_y_3_2gf": (IMAGE, 3_176_482_752, 19_436_338),
    "vit_b_16": (IMAGE, 17_563_828_224, 86_567_656),
    "swin_t": (IMAGE, 4_490_566_656, 28_288_354),
    "swin_v2_t": ([[1, 3, 256, 256]], 5_939_690_496, 28_351_570),
    "maxvit_t": (IMAGE, 5_558_046_720, 30_919_624),
    "r3d_18": (CLIP, 40_696_553_472, 33_371_472),
    "s3d": ([[1, 3, 16, 224, 224]], 17_978_771_456, 8_320_048),
    "raft_small": ([[1, 3, 512, 512]] * 2, 47_655_157_760, 990_162),
    "lraspp_mobilenet_v3_large": ([[1, 3, 520, 520]], 2_086_219_688, 3_221_538),
}
KWARGS = {"lraspp_mobilenet_v3_large": {"weights_backbone": None}}


def counted(path: Path, given: Given) -> FlopsReport:
    """The report of a file."""
    document = open_document(path)
    try:
        return count(document.checkpoint, document.contents, given)
    finally:
        document.close()


@pytest.mark.parametrize("kind", ["onnx", "pt2"])
@pytest.mark.parametrize("name", KINDS)
def test_the_file_costs_what_the_model_does(name: str, kind: str, tmp_path: Path) -> None:
    shapes, macs, parameters = KINDS[name]
    out = tmp_path / f"{name}.{kind}"
    script = str(Path(__file__).parent / "exporting.py")
    said = json.dumps(KWARGS.get(name, {})), json.dumps(shapes)
    done = subprocess.run(
        [PYTHON, "-W", "ignore", script, name, *said, kind, str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report = counted(out, Given())
    assert (report.macs, report.not_counted) == (macs, ())
    if kind == "pt2":  # an ONNX export has folded and shared some of them
        assert report.parameters == parameters
    elif len(shapes) == 1:
        batch = (3, *shapes[0][1:])
        assert counted(out, Given({"x0": batch})).macs == 3 * macs
