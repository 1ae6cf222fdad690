"""The README's commands do what it shows, in both languages."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli.main import COMMANDS, parser_for
from inspector.gui.startup import PACKAGES

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "resources" / "README.zh-CN.md"}
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in READMES.items()}
both = pytest.mark.parametrize("name", READMES)


def blocks(text: str, kind: str) -> list[str]:
    """The contents of code blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.M | re.S)


def examples(text: str) -> list[tuple[str, list[str]]]:
    """(command, what it prints) of every console block."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks(text, "console")).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


@pytest.mark.parametrize(("command", "shown"), examples(TEXTS["en"]), ids=lambda v: str(v)[:40])
def test_examples(tmp_path: Path, command: str, shown: list[str]) -> None:
    """Each line that is shown is printed, in this order; `...` stands for any lines."""
    words = shlex.split(command)
    assert words[0] == "inspector"
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    done = subprocess.run(
        [sys.executable, "-m", "inspector", *words[1:]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    printed = done.stdout.splitlines()
    for at, line in enumerate(shown):
        if line == "...":
            continue
        if at and shown[at - 1] == "...":
            assert line in printed, line
            printed = printed[printed.index(line) :]
        assert printed.pop(0) == line


def test_both_languages_show_the_same_examples() -> None:
    assert examples(TEXTS["zh"]) == examples(TEXTS["en"])
    assert len(examples(TEXTS["en"])) >= 5
    heads = [len(re.findall(r"^## ", text, re.M)) for text in TEXTS.values()]
    assert heads[0] == heads[1] + 1  # working on it is English


@both
def test_options_exist(name: str) -> None:
    """Every option in the table of commands is one of its command's."""
    rows = re.findall(r"^\| `inspector ([a-z]+) [^|]*\|(.*)\|$", TEXTS[name], re.M)
    assert len(rows) >= 6
    for command, text in rows:
        usage = _help_of(command)
        for option in re.findall(r"`(--[a-z-]+)", text):
            assert option in usage, (command, option)


def _help_of(command: str) -> str:
    parser = parser_for(command)
    (choices,) = [a.choices for a in parser._actions if isinstance(a.choices, dict)]
    return str(choices[command].format_help())


@both
def test_every_command_is_named(name: str) -> None:
    for command in COMMANDS:
        assert (
            command == "open"
            or f"`inspector {command}" in TEXTS[name]
            or (f"`{command}`" in TEXTS[name])
        ), command


@both
def test_the_first_command(name: str) -> None:
    """What it installs and opens is here; the wheel's own test installs it."""
    first, second, packages = blocks(TEXTS[name], "bash")[:3]
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install . && ")
    words = shlex.split(first)
    assert words[-2] == ".venv/bin/inspector"
    assert (ROOT / words[-1]).is_file()
    assert second == ".venv/bin/inspector register\n"
    assert packages == f"sudo apt install python3-venv {PACKAGES}\n"


@both
def test_links_and_pictures_exist(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXTS[name])
    local = [link for link in links if "://" not in link]
    assert len(local) >= 2
    for link in local:
        assert (READMES[name].parent / link).exists(), link
