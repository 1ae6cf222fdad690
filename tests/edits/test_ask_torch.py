"""torch's own verdict, from a process of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest
import torch

from inspector.cli.main import main
from inspector.torchbridge.verify import is_available, torch_verdict


def test_torch_says_yes_and_no(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.pt"
    torch.save({"w": torch.ones(2), "args": argparse.Namespace(x=1)}, source)
    assert is_available()
    refused = torch_verdict(source)
    assert (refused.version, refused.loads) == (torch.__version__, False)
    assert "argparse.Namespace" in refused.message
    target = tmp_path / "b.pt"
    assert main(["save", str(source), str(target), "--weights-only", "--ask-torch"]) == 0
    assert "loads it with weights_only=True" in capsys.readouterr().out
    assert torch.load(target)["args"] == {"x": 1}


def test_no_torch_is_said(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n')
    python.chmod(0o755)
    verdict = torch_verdict(tmp_path / "x.pt", str(python))
    assert (verdict.version, verdict.loads) == (None, False)
