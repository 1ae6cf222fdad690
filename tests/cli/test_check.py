"""`inspector check`: torch's words, the way out, exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.cli.main import main


class Net(nn.Module):
    """What is loaded into."""

    def __init__(self, classes: int = 3) -> None:
        super().__init__()
        self.stem = nn.Linear(2, 4)
        self.norm = nn.BatchNorm1d(4)
        self.head = nn.Linear(4, classes)


def prefixed(net: nn.Module, prefix: str) -> dict[str, torch.Tensor]:
    return {f"{prefix}{key}": value for key, value in net.state_dict().items()}


def other_names(net: nn.Module) -> dict[str, torch.Tensor]:
    return {key.replace("norm", "bn"): value for key, value in net.state_dict().items()}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    torch.save(Net().state_dict(), tmp_path / "model.pt")
    return tmp_path / "model.pt"


def net_of(model: Path) -> Net:
    net = Net()
    net.load_state_dict(torch.load(model))
    return net


def torchs_words(state: Any) -> str:
    with pytest.raises(RuntimeError) as failed:
        Net().load_state_dict(state)
    return str(failed.value)


def facts(capsys: pytest.CaptureFixture[str], *command: object) -> tuple[int, Any]:
    """(exit status, JSON)."""
    status = main(["check", *map(str, command), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_it_loads(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save({"state_dict": Net().half().state_dict(), "epoch": 1}, tmp_path / "a.pt")
    assert main(["check", str(tmp_path / "a.pt"), "--against", str(model)]) == 0
    assert capsys.readouterr().out.endswith("loads: every key is there, and every shape fits.\n")
    status, found = facts(capsys, tmp_path / "a.pt", "--against", model)
    assert (status, found["loads"], found["message"]) == (0, True, None)
    assert found["recipe"] == {"edits": []}


def edits(*listed: dict[str, Any]) -> list[dict[str, Any]]:
    return [*listed]


FIXABLE: dict[str, tuple[Any, list[dict[str, Any]]]] = {
    "a prefix": (
        lambda net: prefixed(net, "module."),
        edits({"edit": "strip-prefix", "prefix": "module."}),
    ),
    "a prefix, and a head too many": (
        lambda net: prefixed(net, "module.") | {"module.aux.weight": torch.zeros(2)},
        edits(
            {"edit": "drop-paths", "paths": ["module.aux.weight"]},
            {"edit": "strip-prefix", "prefix": "module."},
        ),
    ),
    "a prefix for another": (
        lambda net: {f"backbone.{k}": v for k, v in net.state_dict().items()},
        edits({"edit": "strip-prefix", "prefix": "backbone."}),
    ),
    "a module of another name": (
        other_names,
        edits(
            {
                "edit": "rename",
                "pattern": "^bn\\.",
                "replacement": "norm.",
            }
        ),
    ),
    "too much": (
        lambda net: net.state_dict() | {"ema.decay": torch.tensor(0.9)},
        edits({"edit": "drop-paths", "paths": ["ema.decay"]}),
    ),
}


@pytest.mark.parametrize("what", FIXABLE)
def test_the_recipe_makes_it_load(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    make, expected = FIXABLE[what]
    file, recipe, out = (tmp_path / name for name in ("file.pt", "recipe.json", "out.pt"))
    state = make(net_of(model))
    torch.save(state, file)
    status, found = facts(capsys, file, "--against", model, "--recipe", recipe)
    assert (status, found["loads"]) == (1, False)
    assert found["message"] == torchs_words(state).replace(" for Net:", " for Model:")
    assert json.loads(recipe.read_text())["edits"] == found["recipe"]["edits"] == expected
    assert found["after"]["loads"] is True
    assert main(["save", str(file), str(out), "--recipe", str(recipe)]) == 0
    Net().load_state_dict(torch.load(out))
    capsys.readouterr()
    assert main(["check", str(out), "--against", str(model)]) == 0


@pytest.mark.parametrize("source", ["file", "standard input"])
def test_the_text_of_the_error_is_enough(
    model: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    source: str,
) -> None:
    state = prefixed(net_of(model), "module.") | {"module.aux": torch.zeros(2)}
    file, text = tmp_path / "file.pt", tmp_path / "error.txt"
    torch.save({"state_dict": state}, file)
    text.write_text(f"RuntimeError: {torchs_words(state)}\n")
    if source == "file":
        status, found = facts(capsys, file, "--error", text)
    else:
        monkeypatch.setattr("sys.stdin", io.StringIO(text.read_text()))
        status, found = facts(capsys, file, "--error", "-")
    assert status == 1
    assert found["message"] == torchs_words(state)
    assert found["recipe"]["edits"] == [
        {"edit": "drop-paths", "paths": ["state_dict.module.aux"]},
        {"edit": "strip-prefix", "prefix": "module."},
    ]
    assert found["after"]["loads"] is True


def test_what_no_edit_of_keys_can_mend(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = prefixed(Net(5), "module.")
    del state["module.stem.bias"]
    file = tmp_path / "file.pt"
    torch.save(state, file)
    assert main(["check", str(file), "--against", str(model)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("Error(s) in loading state_dict for Model:\n\tMissing key(s)")
    assert "These edits would help:\n  Strip “module.”\n" in out
    assert "What would be left: 1 missing key, 2 tensors of another shape.\n" in out
    _, found = facts(capsys, file, "--against", model)
    assert found["after"]["missing"] == ["stem.bias"]
    assert found["after"]["mismatched"][0] == {
        "key": "head.weight",
        "file": [5, 4],
        "model": [3, 4],
    }


def test_a_module_that_was_pickled_whole_names_its_class(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save(Net(), tmp_path / "whole.pt")
    state = prefixed(net_of(model), "module.")
    torch.save(state, tmp_path / "file.pt")
    _, found = facts(capsys, tmp_path / "file.pt", "--against", tmp_path / "whole.pt")
    assert found["message"] == torchs_words(state)
    _, found = facts(capsys, tmp_path / "whole.pt", "--against", tmp_path / "file.pt")
    assert found["recipe"] == {"edits": []}


def test_chosen_state_dicts(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = {"model": Net().state_dict(), "teacher": prefixed(Net(), "net.")}
    torch.save(both, tmp_path / "both.pt")
    assert main(["check", str(tmp_path / "both.pt"), "--against", str(model)]) == 0
    path = ["--path", "teacher"]
    assert main(["check", str(tmp_path / "both.pt"), "--against", str(model), *path]) == 1
    other = ["--against-path", "teacher"]
    file = str(tmp_path / "both.pt")
    assert main(["check", file, "--against", file, *path, *other]) == 0


ERRORS = {
    "no such file": (["--against", "nothing.pt"], "nothing.pt: nothing.pt does not exist."),
    "no such text": (["--error", "nothing.txt"], "nothing.txt cannot be read: No such file"),
    "no error": (["--error", "hello.txt"], "This is not an error of load_state_dict"),
    "no state_dict": (["--against", "empty.pt"], "empty.pt: There is no state_dict here."),
}


@pytest.mark.parametrize("what", ERRORS)
def test_errors(
    model: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    what: str,
) -> None:
    monkeypatch.chdir(model.parent)
    Path("hello.txt").write_text("hello")
    torch.save({"epoch": 1}, "empty.pt")
    command, sentence = ERRORS[what]
    assert main(["check", "model.pt", *command]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "\nhint: " in error
