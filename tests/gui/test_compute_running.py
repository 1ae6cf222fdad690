"""What the Compute page runs really runs, in a process that is gone afterwards."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path

import pytest
import torch
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.gui.detail.compute.page import ComputePage
from inspector.torchbridge.process_tree import descendants
from tests.gui.conftest import OpenWindow
from tests.gui.test_pages_compute import compute


class Endless(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n = 1
        while n > 0:
            n = n % 7 + 1
        return x


def script(folder: Path, net: torch.nn.Module) -> Path:
    path = folder / "program.pt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.script(torch.nn.Sequential(torch.nn.Linear(5, 7), net)), path)
    return path


def agree(page: ComputePage) -> None:
    box = page.findChild(QMessageBox)
    assert box is not None
    run = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    run.click()
    QApplication.processEvents()


def test_a_program_is_counted(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    page = compute(qtbot, open_window(script(tmp_path, torch.nn.Linear(7, 3))))
    next(iter(page.form.fields.values())).setText("4, 5")
    page.running.own.click()
    agree(page)
    qtbot.waitUntil(lambda: not page.work.is_busy, timeout=60_000)
    assert page.report is not None
    assert (page.report.macs, page.report.source) == (4 * (5 * 7 + 7 * 3), "torchscript")


def test_an_endless_program_is_stopped(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    page = compute(qtbot, open_window(script(tmp_path, Endless())))
    next(iter(page.form.fields.values())).setText("4, 5")
    page.running.own.click()
    agree(page)
    qtbot.waitUntil(lambda: bool(descendants(os.getpid())), timeout=30_000)
    page.work.stop()
    qtbot.waitUntil(lambda: not page.work.is_busy, timeout=30_000)
    qtbot.waitUntil(lambda: not descendants(os.getpid()), timeout=10_000)


@pytest.mark.parametrize("arguments", [{"in_features": 5, "out_features": 7}, None])
def test_a_factory_with_its_arguments(
    qtbot, open_window: OpenWindow, tmp_path: Path, arguments: dict[str, int] | None
) -> None:
    path = tmp_path / "linear.pt"
    torch.save(torch.nn.Linear(5, 7).state_dict(), path)
    page = compute(qtbot, open_window(path))
    text = json.dumps(arguments) if arguments else "{in_features: 5}"
    page.running.model.setText(f"torch.nn:Linear {text}")
    page.running.run.click()
    if arguments is None:
        assert page.findChild(QMessageBox) is None
        assert page._notice is not None
        return
    agree(page)
    qtbot.waitUntil(lambda: not page.work.is_busy, timeout=60_000)
    assert page.report is not None
    assert (page.report.macs, page.report.source) == (35, "factory")
