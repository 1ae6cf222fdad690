"""`inspector diff`: text, JSON, reports, exit status."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.cli.main import main


def model(layers: int = 12) -> dict[str, torch.Tensor]:
    """A state_dict with a numbered list of modules."""
    generator = torch.Generator().manual_seed(0)
    found = {
        f"layers.{n}.{name}": torch.randn(shape, generator=generator)
        for n in range(layers)
        for name, shape in (("attn.weight", (4, 4)), ("attn.bias", (4,)), ("norm.weight", (4,)))
    }
    return found | {"head.weight": torch.randn(3, 4, generator=generator)}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two checkpoints that differ in most ways."""
    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save({"model": model() | {"old.bias": torch.zeros(2)}, "epoch": 3}, a)
    other = model()
    other["layers.5.attn.weight"][1, 2] += 0.5
    other["layers.7.attn.bias"] = other["layers.7.attn.bias"].double()
    other["head.weight"] = torch.zeros(2, 4)
    other |= {"<b>new</b>.x|y": torch.zeros(7)}
    torch.save({"model": {f"module.{k}": v for k, v in other.items()}, "epoch": 4}, b)
    return a, b


def printed(capsys: pytest.CaptureFixture[str], *command: object) -> tuple[int, str]:
    """(exit status, standard output)."""
    status = main(["diff", *map(str, command)])
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out


def facts(capsys: pytest.CaptureFixture[str], *command: object) -> tuple[int, Any]:
    """(exit status, JSON)."""
    status, out = printed(capsys, *command, "--json")
    return status, json.loads(out)


def test_identical_files_exit_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save(model(), tmp_path / "a.pt")
    torch.save(model(), tmp_path / "b.pt", _use_new_zipfile_serialization=False)
    status, out = printed(capsys, tmp_path / "a.pt", tmp_path / "b.pt")
    assert status == 0
    assert out.splitlines()[2:] == ["37 same", "", "= everything  same        37 tensors identical"]
    status, found = facts(capsys, tmp_path / "a.pt", tmp_path / "b.pt")
    assert status == 0
    assert found["identical"] is True
    assert found["summary"] == {
        "same": 37,
        "changed": 0,
        "mismatched": 0,
        "missing": 0,
        "unexpected": 0,
    }


def test_the_text_rolls_up(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    status, out = printed(capsys, *files)
    assert status == 1
    lines = [re.sub(r"  +", "  ", line) for line in out.splitlines()]
    assert lines[2:] == [
        "  “module.” in B's names is ignored (37 tensors)",
        "34 same, 1 changed, 2 mismatched, 1 missing, 1 unexpected, 1 other value changed",
        "",
        "= model.layers.0-4  same  15 tensors identical",
        "≠ layers.5.attn.weight → module.layers.5.attn.weight  changed  1 of 16 differ, "
        "max |Δ| 0.5, rel L2 0.179, cosine 0.98676",
        "= model.layers.6  same  3 tensors identical",
        "⬚ layers.7.attn.bias → module.layers.7.attn.bias  mismatched  "
        "dtype float32 → float64; equal values, compared in float64",
        "= model.layers.8-11  same  12 tensors identical",
        "⬚ head.weight → module.head.weight  mismatched  shape 3 × 4 → 2 × 4",
        "+ module.<b>new</b>.x|y  unexpected",
        "− old.bias  missing",
        "≠ epoch  3 → 4",
    ]


def test_the_json_has_the_names_of_the_contract(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = facts(capsys, *files)
    assert status == 1
    assert (found["a"], found["b"]) == tuple(map(str, files))
    assert found["identical"] is False
    assert [(rule["kind"], rule["a"], rule["b"]) for rule in found["aligned"]] == [
        ("prefix", "", "module.")
    ]
    assert found["values"] == [{"status": "changed", "path": ["epoch"], "a": 3, "b": 4}]
    tensors = {(entry["a"] or entry["b"]): entry for entry in found["tensors"]}
    changed = tensors["layers.5.attn.weight"]
    assert changed["b"] == "module.layers.5.attn.weight"
    assert (changed["status"], changed["reasons"]) == ("changed", ["values"])
    assert (changed["different"], changed["nan_a"], changed["nan_b"]) == (1, 0, 0)
    assert changed["max_abs"] == pytest.approx(0.5)
    assert changed["mean_abs"] == pytest.approx(0.5 / 16)
    weight = model()["layers.5.attn.weight"].double()
    assert changed["rel_l2"] == pytest.approx(float(0.5 / weight.norm()), rel=1e-6)
    mismatched = tensors["head.weight"]
    assert (mismatched["status"], mismatched["reasons"]) == ("mismatched", ["shape"])
    assert mismatched["max_abs"] is None
    assert tensors["old.bias"]["status"] == "missing"
    assert tensors["old.bias"]["b"] is None
    assert tensors["module.<b>new</b>.x|y"]["status"] == "unexpected"


def test_without_alignment(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    _, found = facts(capsys, *files, "--no-align")
    assert found["aligned"] == []
    assert found["summary"] == {
        "same": 0,
        "changed": 0,
        "mismatched": 0,
        "missing": 38,
        "unexpected": 38,
    }


@pytest.mark.parametrize(
    ("options", "status"),
    [([], 1), (["--atol", "1e-4"], 1), (["--atol", "2e-3"], 0), (["--rtol", "0.1"], 0)],
)
def test_tolerance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], status: int
) -> None:
    torch.save({"w": torch.ones(3)}, tmp_path / "a.pt")
    torch.save({"w": torch.ones(3) + 1e-3}, tmp_path / "b.pt")
    found = facts(capsys, tmp_path / "a.pt", tmp_path / "b.pt", *options)
    assert found[0] == status
    assert found[1]["tensors"][0]["status"] == ("changed" if status else "same")
    assert found[1]["tensors"][0]["max_abs"] == pytest.approx(1e-3, rel=1e-3)


@pytest.mark.parametrize("value", ["-1", "nan", "inf", "x"])
def test_a_tolerance_that_is_none(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["diff", "a", "b", "--atol", value])
    assert stopped.value.code == 2
    assert "--atol" in capsys.readouterr().err


def test_two_parts_of_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.pt"
    torch.save({"model": model(1), "ema": model(1)}, path)
    status, out = printed(capsys, path, path, "--a-path", "model", "--b-path", "ema")
    assert status == 0
    assert out.startswith(f"A  {path}::model — torch-zip")


def test_a_module_of_a_state_dict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save({"model": {f"module.{key}": value for key, value in model().items()}}, a)
    one = {k.removeprefix("layers.3."): v for k, v in model().items() if "layers.3." in k}
    one["attn.bias"] = one["attn.bias"] + 1
    torch.save(one, b)
    status, out = printed(capsys, a, b, "--a-path", "model.module.layers.3")
    assert status == 1
    assert out.startswith(f"A  {a}::model.module.layers.3 — torch-zip")
    assert "2 same, 1 changed" in out
    assert "≠ attn.bias" in out
    _, found = facts(capsys, a, b, "--a-path", "model.module.layers.3")
    assert (found["a_path"], found["a_prefix"]) == (["model"], "module.layers.3.")
    assert (found["b_path"], found["b_prefix"]) == ([], "")
    assert found["aligned"] == []
    assert [tensor["a"] for tensor in found["tensors"]] == [
        "attn.weight",
        "attn.bias",
        "norm.weight",
    ]
    assert found["tensors"][0]["a_tensor"]["path"] == ["model", "module.layers.3.attn.weight"]
    assert printed(capsys, b, a, "--b-path", "model.module.layers.3")[0] == 1


def test_infinities_are_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save({"w": torch.ones(3)}, tmp_path / "a.pt")
    torch.save({"w": torch.tensor([1.0, float("inf"), float("nan")])}, tmp_path / "b.pt")
    _, found = facts(capsys, tmp_path / "a.pt", tmp_path / "b.pt")
    entry = found["tensors"][0]
    assert (entry["max_abs"], entry["rel_l2"], entry["cosine"]) == ("inf", "inf", None)
    assert (entry["different"], entry["nan_a"], entry["nan_b"]) == (2, 0, 1)


def test_what_cannot_be_read_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pt"
    torch.save({"w": torch.zeros(4000)}, path, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[:-100])
    status, out = printed(capsys, path, path)
    assert status == 1
    assert re.search(r"≠ w +changed +not compared: Storage '\d+' is not whole: the file ends", out)
    _, found = facts(capsys, path, path)
    assert found["tensors"][0]["reasons"] == ["unreadable"]
    assert found["tensors"][0]["max_abs"] is None
    assert "is not whole" in found["tensors"][0]["problem"]


ERRORS = {
    "A is missing": (["nothing.pt", "a.pt"], "nothing.pt: nothing.pt does not exist."),
    "B is missing": (["a.pt", "nothing.pt"], "nothing.pt: nothing.pt does not exist."),
    "no such part": (
        ["a.pt", "a.pt", "--b-path", "ema"],
        "a.pt: There is no entry 'ema' to compare.",
    ),
    "no kind of report": (
        ["a.pt", "a.pt", "--report", "x.pdf"],
        "'x.pdf' does not say which kind of report it is to be (html, markdown, csv, json).",
    ),
}


@pytest.mark.parametrize("what", ERRORS)
def test_errors(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save(model(1), "a.pt")
    command, sentence = ERRORS[what]
    assert main(["diff", *command]) == 2
    first, hint = capsys.readouterr().err.splitlines()
    assert first.endswith(sentence)
    assert hint.startswith("hint: ")


# -- reports ----------------------------------------------------------------------------------


def reported(files: tuple[Path, Path], out: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The text of a report."""
    printed(capsys, *files, "--report", out)
    return out.read_text(encoding="utf-8")


class Tags(HTMLParser):
    """Which tags, links and texts a document has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "td":
            self.rows[-1][-1] += data


def test_html_is_one_file_without_scripts(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = reported(files, tmp_path / "report.html", capsys)
    found = Tags(text)
    assert found.open == []
    assert found.links == []
    assert not {"script", "link", "img", "b", "iframe"} & {*found.tags}
    assert "prefers-color-scheme: dark" in text
    assert "url(" not in text
    assert "@import" not in text
    rows = {row[0]: row[1:] for row in found.rows if row}
    assert rows["model.layers.0-4"][0] == "= same"
    assert rows["layers.5.attn.weight → module.layers.5.attn.weight"][:4] == [
        "≠ changed",
        "4 × 4 float32",
        "4 × 4 float32",
        "0.5",
    ]
    assert rows["module.<b>new</b>.x|y"][0] == "+ unexpected"
    assert rows["epoch"] == ["≠ changed", "3 → 4"]


def test_markdown(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = reported(files, tmp_path / "report.md", capsys)
    assert text.startswith("# a.pt ↔ b.pt\n\n34 same, 1 changed,")
    assert "| `old.bias` | `− missing` |  |" in text
    assert "| `module.<b>new</b>.x\\|y` | `+ unexpected` |  |" in text
    assert "| `epoch` | `3 → 4` |" in text


def test_csv_has_a_line_for_each_pair(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import csv

    lines = [*csv.DictReader(reported(files, tmp_path / "report.csv", capsys).splitlines())]
    assert len(lines) == 39
    by_a = {line["a"]: line for line in lines}
    assert by_a["old.bias"]["status"] == "missing"
    assert by_a["head.weight"]["shape_b"] == "2 x 4"
    assert by_a["layers.7.attn.bias"]["dtype_b"] == "float64"


def test_json_report_is_what_json_prints(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = facts(capsys, *files)
    assert json.loads(reported(files, tmp_path / "report.json", capsys)) == found


def test_a_report_is_not_written_over(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.md"
    out.write_text("mine")
    assert main(["diff", *map(str, files), "--report", str(out)]) == 2
    assert out.read_text() == "mine"
    assert "report.md" in capsys.readouterr().err
    assert main(["diff", *map(str, files), "--report", str(out), "--force"]) == 1
    assert out.read_text().startswith("# a.pt")
