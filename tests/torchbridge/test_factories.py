"""A person's own factory: built without memory, compared with the file, counted."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.cli.main import main
from inspector.errors import InspectorError, Unsupported
from inspector.torchbridge.counting import model_and_kwargs
from inspector.torchbridge.matching import match
from inspector.torchbridge.process import WorkerFailed
from inspector.torchbridge.process_tree import descendants
from tests.torchbridge.made import Convnet, count, count_here, saved, scripted

NET = """
import os, socket, subprocess, sys, time
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self, classes=10, width=8):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, width, 3, padding=1), nn.BatchNorm2d(width))
        self.fc = nn.Linear(width, classes)

    def forward(self, image):
        return self.fc(self.stem(image).mean([2, 3]))

def downloads():
    socket.create_connection(("192.0.2.1", 80), timeout=5)

def leaves():
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    return Net()

def prints():
    print('{"result": {"macs": 1}}', flush=True)
    return Net()

def exits():
    sys.exit(3)

def text():
    return "no module"

class helper:
    made = staticmethod(Net)
"""
MACS = 8 * 3 * 9 * 64 + 8 * 10  # at 8 x 8


@pytest.fixture
def net(tmp_path: Path) -> Any:
    """The module in a file of its own, imported, and the folder it is in."""
    path = tmp_path / "own_net.py"
    path.write_text(NET)
    space: dict[str, Any] = {}
    code = compile(NET, str(path), "exec")
    exec(code, space)
    return space["Net"]


def test_a_class_in_a_file(tmp_path: Path, net: Any) -> None:
    path = saved(
        tmp_path, {"state_dict": {f"module.{k}": v for k, v in net().state_dict().items()}}
    )
    report = count(path, (2, 3, 8, 8), model="own_net.py:Net", folder=tmp_path)
    assert report is not None
    assert (report.macs, report.source, report.exact) == (2 * MACS, "factory", True)
    assert dict(report.inputs) == {"image": (2, 3, 8, 8)}
    assert report.notes[0] == "8/8 tensors match own_net.py:Net."
    assert [layer.name for layer in report.layers if layer.macs] == ["stem.0", "fc"]


def test_another_head_is_told(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net(classes=7).state_dict())
    report = count_here(path, (1, 3, 8, 8), model="own_net.py:Net", folder=tmp_path)
    assert report is not None
    assert report.macs == MACS
    assert report.notes[0] == (
        "6/8 tensors match own_net.py:Net; 2 differ (fc.weight 10→7, fc.bias 10→7)."
    )
    own = count_here(
        path, (1, 3, 8, 8), model="own_net.py:Net", kwargs={"classes": 7}, folder=tmp_path
    )
    assert own is not None
    assert (own.macs, own.notes[0]) == (MACS - 3 * 8, "8/8 tensors match own_net.py:Net.")


def test_another_model_is_refused(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net(width=16).state_dict())
    with pytest.raises(Unsupported, match="This is not the model in the file: 1/8") as refused:
        count_here(path, (1, 3, 8, 8), model="own_net.py:Net", folder=tmp_path)
    assert "--kwargs" in str(refused.value.hint)


@pytest.mark.parametrize(
    ("name", "kwargs", "said"),
    [
        ("nothing", {}, "cannot be imported: AttributeError"),
        ("text", {}, "gave a str, not a torch.nn.Module"),
        ("Net", {"colour": 1}, "unexpected keyword argument 'colour'"),
        ("exits", {}, "SystemExit: 3"),
        ("NET", {}, "cannot be imported"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    tmp_path: Path, net: Any, name: str, kwargs: dict[str, Any], said: str
) -> None:
    path = saved(tmp_path, net().state_dict())
    with pytest.raises(WorkerFailed) as refused:
        count_here(path, (1, 3, 8, 8), model=f"own_net.py:{name}", kwargs=kwargs, folder=tmp_path)
    assert said in refused.value.message
    assert refused.value.message.endswith(".")


def test_names_without_a_factory_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, {"w": torch.zeros(2)})
    with pytest.raises(InspectorError, match="names no factory"):
        count_here(path, model="resnet50")


def test_what_is_below_a_name(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net().state_dict())
    report = count_here(path, (1, 3, 8, 8), model="own_net.py:helper.made", folder=tmp_path)
    assert report is not None
    assert report.macs == MACS


def test_there_is_no_network(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net().state_dict())
    began = time.monotonic()
    with pytest.raises(WorkerFailed, match="Operation not permitted") as refused:
        count(path, (1, 3, 8, 8), model="own_net.py:downloads", folder=tmp_path)
    assert "no network" in str(refused.value.hint)
    assert time.monotonic() - began < 60


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="listed from /proc")
def test_what_it_started_ends_with_it(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net().state_dict())
    report = count(path, (1, 3, 8, 8), model="own_net.py:leaves", folder=tmp_path)
    assert report is not None
    assert report.macs == MACS
    assert descendants(os.getpid()) == []
    sleepers = [
        found
        for found in Path("/proc").glob("[0-9]*/cmdline")
        if b"time.sleep(600)" in _content(found)
    ]
    assert sleepers == []


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_what_it_prints_is_no_answer(tmp_path: Path, net: Any) -> None:
    path = saved(tmp_path, net().state_dict())
    report = count(path, (1, 3, 8, 8), model="own_net.py:prints", folder=tmp_path)
    assert report is not None
    assert report.macs == MACS


def test_the_environment_of_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector.torchbridge.process import environment

    for name in ("HTTPS_PROXY", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "LD_PRELOAD"):
        monkeypatch.setenv(name, "x")
    told = environment()
    assert not {"HTTPS_PROXY", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "LD_PRELOAD"} & told.keys()
    assert told["HF_HUB_OFFLINE"] == "1"


@pytest.mark.parametrize("program", ["no-such-python", sys.executable])
def test_a_python_without_torch(tmp_path: Path, net: Any, program: str) -> None:
    path = saved(tmp_path, net().state_dict())
    if program == sys.executable:
        bare = tmp_path / "python"
        bare.write_text(f'#!/bin/sh\nshift\nexec "{program}" -S "$@"\n')
        bare.chmod(0o755)
        program = str(bare)
    with pytest.raises(Unsupported) as refused:
        count(path, (1, 3, 8, 8), model="own_net.py:Net", folder=tmp_path, python=program)
    assert "--python" in str(refused.value.hint)


# -- matching -------------------------------------------------------------------------------------

MODEL = {
    "stem.weight": (8, 3, 3, 3),
    "body.weight": (16, 8),
    "fc.weight": (10, 16),
    "fc.bias": (10,),
}


@pytest.mark.parametrize(
    ("change", "fits", "prefix"),
    [
        ({}, True, ""),
        ({"fc.weight": (7, 16), "fc.bias": (7,)}, True, ""),
        ({"fc.weight": None, "fc.bias": None}, True, ""),
        ({"body.weight": (16, 9)}, False, ""),
        ({"body.weight": None}, False, ""),
        ({"neck.weight": (3, 3)}, False, ""),
        ({"stem.num_batches_tracked": (), "total_ops": (1,)}, True, ""),
        ({"fc.weight": (7, 16), "fc.bias": (8,), "stem.weight": (7, 3, 3, 3)}, False, ""),
    ],
    ids=str,
)
@pytest.mark.parametrize("wrapper", ["", "module.", "model.backbone.body."])
def test_matching(change: dict[str, Any], fits: bool, prefix: str, wrapper: str) -> None:
    file = {name: shape for name, shape in {**MODEL, **change}.items() if shape is not None}
    found = match({wrapper + name: shape for name, shape in file.items()}, MODEL)
    assert (found.fits, found.prefix) == (fits, wrapper + prefix)


def test_a_last_layer_of_any_name_may_have_other_outputs() -> None:
    model = {"a.weight": (4, 4), "last.weight": (10, 4), "last.bias": (10,)}
    assert match({**model, "last.weight": (3, 4), "last.bias": (3,)}, model).fits
    assert not match({**model, "a.weight": (3, 4), "last.weight": (3, 4)}, model).fits


# -- the command ----------------------------------------------------------------------------------


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = scripted(tmp_path, Convnet())
    words = ["flops", str(path), "--input", "1,3,16,16", "--json"]
    assert main(words) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["macs"], facts["source"]) == (None, "per-layer")
    assert "is a TorchScript program" in facts["notes"][0]
    assert "add --run" in facts["notes"][1]
    assert main([*words, "--run"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["macs"], facts["source"]) == (Convnet.MACS, "torchscript")
    assert facts["inputs"] == {"x": [1, 3, 16, 16]}


def test_the_command_rebuilds_modules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved(tmp_path, nn.Sequential(nn.Linear(4, 8), nn.ReLU()))
    assert main(["flops", str(path), "--input", "2,4"]) == 0
    out = capsys.readouterr().out
    assert "64" in out
    assert "counted by rebuilding the module" in out


def test_a_factory_and_its_arguments_on_one_line() -> None:
    assert model_and_kwargs(' a.b:c {"n": {"m": 3}} ') == ("a.b:c", {"n": {"m": 3}})
    assert model_and_kwargs("path.py:Net") == ("path.py:Net", {})
    with pytest.raises(InspectorError, match="no JSON object"):
        model_and_kwargs("a:b {n: 3}")


def test_modules_beside_the_file_are_not_imported(tmp_path: Path, net: Any) -> None:
    """Only where somebody says so: a folder that came with a file may hold a `torchvision.py`."""
    path = saved(tmp_path, net().state_dict())
    with pytest.raises(WorkerFailed, match="No module named 'own_net'"):
        count(path, (1, 3, 8, 8), model="own_net:Net", folder=tmp_path)
    report = count(path, (1, 3, 8, 8), model="own_net:Net", folder=tmp_path, import_from=tmp_path)
    assert report is not None
    assert report.macs == MACS


@pytest.mark.parametrize("text", ["{", "[1]", "3"])
def test_the_command_wants_an_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = saved(tmp_path, {"w": torch.zeros(2)})
    assert main(["flops", str(path), "--model", "a:b", "--kwargs", text]) == 2
    assert "is no JSON object" in capsys.readouterr().err
