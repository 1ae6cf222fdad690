"""TorchScript, torch.package and torch.export, honest. None of them is ever called clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.conformance import (
    Expected,
    FormatTests,
    expected_of,
    facts,
    named_tensors,
    opened,
)
from tests.formats.samples import HUGE, STEPS, VIEWS, WEIGHT
from tests.make.tensors import View, floats
from tests.make.torch_programs import CODE, torch_export, torch_package, torchscript
from tests.make.torch_zip import Member, write_zip

MODULE = {"weight": WEIGHT, "steps": STEPS}
# Raw storages of torch.export are files of their own: nothing is shared here.
EXPORTED = {
    "fc.weight": WEIGHT,
    "fc.transposed": View(floats("1", 6), (3, 2), (1, 3), is_parameter=True),
    "fc.steps": View(STEPS.storage, (1,), offset=1),
}


class TestTorchScript(FormatTests):
    format = "torchscript"
    container = "zip archive"
    opens_clean = False
    reports_progress = False  # the samples are small

    def sample(self) -> bytes:
        return torchscript(MODULE)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in MODULE.items()}

    def large(self) -> bytes:
        return torchscript({"weight": HUGE})


class TestTorchPackage(FormatTests):
    format = "torch-package"
    container = "zip archive"
    opens_clean = False
    reports_progress = False

    def sample(self) -> bytes:
        return torch_package(VIEWS)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return torch_package({"w": HUGE})


class TestTorchExport(FormatTests):
    format = "torch-export"
    container = "zip archive"
    file_name = "model.pt2"
    opens_clean = False
    reports_progress = False

    def sample(self) -> bytes:
        return torch_export(EXPORTED)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in EXPORTED.items()}

    def large(self) -> bytes:
        return torch_export({"w": HUGE})


def test_torchscript_says_what_are_parameters(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(torchscript({**MODULE, "other": WEIGHT}))
    with opened(path) as document:
        found = {key: tensor.is_parameter for key, tensor in named_tensors(document).items()}
        assert found == {"weight": True, "steps": False, "other": False}


def test_torchscript_constants_have_storages_of_their_own(tmp_path: Path) -> None:
    """`data/0` and `constants/0` are different storages."""
    constant = View(floats("0", 3), (3,))
    path = tmp_path / "m.pt"
    path.write_bytes(torchscript({"steps": View(STEPS.storage, (2,))}, (constant,)))
    with opened(path) as document:
        tensors = list(named_tensors(document).values())
        assert [tensor.read().tolist() for tensor in tensors] == [[7, -1], [0.0, 1.0, 2.0]]
        assert document.contents.tensors[1].path == ("<constants>", "c0")


@pytest.mark.parametrize(
    ("make", "name", "text"),
    [
        (lambda: torchscript(MODULE), "code/__torch__.py", CODE),
        (lambda: torch_package(VIEWS), "net.py", "def forward(x):\n    return x\n"),
        (lambda: torch_export(EXPORTED), "models/model.json", '{"graph_module": {}}'),
    ],
    ids=["torchscript", "package", "export"],
)
def test_code_is_shown_as_text(tmp_path: Path, make: object, name: str, text: str) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(make())  # type: ignore[operator]
    with opened(path) as document:
        found = document.checkpoint.texts[name]
        assert found.read(0, found.size).decode() == text


def test_exported_parameters_are_told_from_buffers(tmp_path: Path) -> None:
    path = tmp_path / "m.pt2"
    path.write_bytes(torch_export(EXPORTED))
    with opened(path) as document:
        found = {tensor["key"]: tensor["is_parameter"] for tensor in facts(document)["tensors"]}
    assert found == {"fc.weight": False, "fc.transposed": True, "fc.steps": False}


def test_native_code_of_aotinductor_is_said(tmp_path: Path) -> None:
    members = [
        Member("net/archive_format", b"pt2"),
        Member("net/data/aotinductor/model/kernel.so", b"\x7fELF" + bytes(60)),
    ]
    path = tmp_path / "m.pt2"
    path.write_bytes(write_zip(members))
    with opened(path) as document:
        assert document.verdict == "unknown"
        assert "native code (data/aotinductor/model/kernel.so)" in document.findings[0].what
