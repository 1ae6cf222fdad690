"""Errors: one line and a hint on standard error, exit status 2, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.cli import show as show_command
from inspector.cli.main import main
from inspector.errors import Cancelled
from tests.cli.files import checkpoint

FILES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "missing": (lambda path: None, "m.pt does not exist.", "Check the path."),
    "empty": (
        lambda path: path.write_bytes(b""),
        "m.pt is empty.",
        "The download or copy failed, or the disk was full; fetch the file again.",
    ),
    "a folder": (
        lambda path: path.mkdir(),
        "m.pt is a folder, not a checkpoint file.",
        "Choose a checkpoint file.",
    ),
    "text": (
        lambda path: path.write_bytes(b"hello\n"),
        'm.pt is a text file that begins "hello", not a checkpoint.',
        "Open it in a text editor.",
    ),
    "only the magic number": (
        lambda path: path.write_bytes(bytes.fromhex("80028a0a6cfc9c46f9206aa850192e")),
        "protocol version is not a valid pickle: at byte 15 the pickle ends before its STOP.",
        "The file is damaged. Download it again, or open an earlier checkpoint.",
    ),
}
COMMANDS = [["show"], ["show", "--json"], ["show", "--flat", "--hash"], ["scan"], ["stats"]]


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_one_line_and_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], what: str
) -> None:
    make, sentence, hint = FILES[what]
    path = tmp_path / "m.pt"
    make(path)
    assert main([*command, str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.err == f"inspector: {path}: {sentence}\nhint: {hint}\n"
    assert captured.out == ""


def test_names_in_errors_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[31m\n\u202e.pt"
    path.write_bytes(b"<html>")
    assert main(["show", str(path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"inspector: {tmp_path}/a\\x1b[31m\\n\\u202e.pt: a\\x1b[31m")
    assert len(error.splitlines()) == 2
    assert not {"\x1b", "\u202e"} & set(error)


@pytest.mark.parametrize("error", [KeyboardInterrupt, Cancelled])
def test_ctrl_c(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
) -> None:
    def stop(*args: object) -> int:
        raise error

    monkeypatch.setattr(show_command, "run", stop)
    assert main(["show", str(checkpoint(tmp_path))]) == 130
    assert capsys.readouterr().err == "inspector: stopped\n"


@pytest.mark.parametrize(
    "words", [["show"], ["show", "a", "b"], ["show", "a", "--nope"], ["open", "--theme", "pink"]]
)
def test_wrong_arguments(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: inspector" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["show", "--help"], ["--version"]])
def test_help(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 0
    assert "inspector" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["open"]])
def test_a_file_without_a_command_is_printed_where_there_is_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main([*words, str(checkpoint(tmp_path))]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("last.pt — torch-zip 3 · ")
    assert captured.err == (
        "inspector: there is no display, so this is what `inspector show` prints.\n"
    )


def test_several_files_are_printed_and_the_worst_status_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(checkpoint(tmp_path, "a.pt")), str(tmp_path / "absent"), str(tmp_path / "a.pt")]
    assert main(paths) == 2
    captured = capsys.readouterr()
    assert captured.out.count("a.pt — torch-zip") == 2
    assert "absent does not exist." in captured.err


def test_nothing_to_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.endswith("hint: name a file, or run `inspector --help`.\n")
