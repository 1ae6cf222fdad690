"""What opening a file imports: neither torch nor Qt, and numpy only when values are read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.make.safetensors_files import safetensors
from tests.make.tensors import View, floats
from tests.make.torch_legacy import torch_legacy
from tests.make.torch_tar import torch_tar
from tests.make.torch_zip import torch_zip

ROOT = Path(__file__).parents[1]
HEAVY = ("torch", "onnx", "matplotlib", "safetensors", "PySide6", "numpy", "ml_dtypes")
WEIGHT = View(floats("0", 6), (2, 3))
VALUE = {"w": WEIGHT}
FILES = {
    "zip": torch_zip(VALUE),
    "legacy": torch_legacy(VALUE),
    "tar": torch_tar(VALUE),
    "safetensors": safetensors({"w": ("float32", (2, 3), WEIGHT.content())}),
}


def imported(code: str, *args: str) -> list[str]:
    """The heavy packages that a fresh interpreter has imported after running `code`."""
    report = f"\nimport json\nprint(json.dumps([n for n in {HEAVY} if n in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", "import sys\n" + code + report, *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


OPEN = """
from pathlib import Path
from inspector.document import open_document
document = open_document(Path(sys.argv[1]))
assert document.contents.tensors
"""


@pytest.mark.parametrize("name", FILES)
def test_opening_imports_nothing_heavy(tmp_path: Path, name: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(FILES[name])
    assert imported(OPEN, str(path)) == []


def test_values_are_read_with_numpy_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(FILES["zip"])
    code = OPEN + "document.contents.tensors[0].tensor.read()"
    assert imported(code, str(path)) == ["numpy"]


def test_bytes_are_read_without_numpy(tmp_path: Path) -> None:
    """Copying and hashing row-major tensors needs none."""
    path = tmp_path / "file"
    path.write_bytes(FILES["zip"])
    code = OPEN + "list(document.contents.tensors[0].tensor.row_major())"
    assert imported(code, str(path)) == []


MAIN = """
from inspector.__main__ import main
sys.argv = ["inspector", *sys.argv[1:]]
try:
    main()
except SystemExit as stop:
    assert not stop.code
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["show", "--help"]], ids=" ".join)
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    assert imported(MAIN, *words) == []


@pytest.mark.parametrize("words", [["show"], ["show", "--json"], ["scan"]], ids=" ".join)
def test_commands_import_nothing_heavy(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "file"
    path.write_bytes(FILES["zip"])
    assert imported(MAIN, *words, str(path)) == []


BLOCKED = """
import importlib.abc
class Block(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("torch", "PySide6", "shiboken6", "matplotlib"):
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Block())
import pkgutil
import inspector
for found in pkgutil.walk_packages(inspector.__path__, "inspector."):
    if not found.name.startswith(("inspector.gui", "inspector.torchbridge", "inspector.__main__")):
        __import__(found.name)
"""


def test_the_core_imports_without_torch_and_qt() -> None:
    assert not {"torch", "PySide6", "matplotlib"} & set(imported(BLOCKED))


def test_every_format_opens_without_torch_and_qt(tmp_path: Path) -> None:
    block = BLOCKED.partition("import pkgutil")[0]
    for name, data in FILES.items():
        path = tmp_path / name
        path.write_bytes(data)
        code = block + OPEN + "document.contents.tensors[0].tensor.read()"
        assert imported(code, str(path)) == ["numpy"]
