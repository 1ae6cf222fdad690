"""A person's double-click in a file manager, on a screen of its own.

Debian's packages: those of `screen`, pcmanfm dbus shared-mime-info desktop-file-utils.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.desktop import linux
from inspector.desktop.linux import Places
from inspector.desktop.names import ID
from tests.desktop import screen
from tests.desktop.screen import Desktop
from tests.make.tensors import View, floats
from tests.make.torch_zip import torch_zip

MISSING = screen.missing("pcmanfm", "update-mime-database", "update-desktop-database")
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")
# Where a file manager of this size shows its first two files, in pixels of its own window.
FIRST, SECOND = (205, 98), (300, 98)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with screen.desktop() as made:
        yield made


@pytest.fixture
def files(desktop: Desktop) -> Path:
    """A folder with two checkpoints, one of which only its content tells."""
    folder = desktop.home / "files"
    folder.mkdir()
    for name in ("epoch 1.pt", "pytorch_model.bin"):
        (folder / name).write_bytes(torch_zip({"w": View(floats("0", 6), (2, 3))}))
    places = Places(desktop.home / "data", desktop.home / "config", desktop.environment)
    linux.register(places, (str(screen.program(desktop.home)),))
    return folder


def pid_of(desktop: Desktop, window: str) -> int:
    return int(desktop.xdotool("getwindowpid", window))


def test_double_clicks_open_one_window(desktop: Desktop, files: Path) -> None:
    desktop.start("dbus-run-session", "--", "pcmanfm", str(files))
    manager = desktop.wait_for(
        lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^files$")
    ).split()[-1]
    ours = desktop.double_click_until(
        manager,
        FIRST,
        lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^epoch 1.pt — Inspector$"),
    )
    try:
        assert len(ours.split()) == 1
        assert f'"{ID}"' in desktop.wm_class(ours)  # as StartupWMClass promises
        desktop.double_click(manager, SECOND)
        title = "^pytorch_model.bin — Inspector$"
        same = desktop.wait_for(lambda: desktop.xdotool("search", "--onlyvisible", "--name", title))
        assert same == ours  # a tab in the window that is there
        assert desktop.wait_for(lambda: desktop.xdotool("getactivewindow")) == ours
    finally:
        os.kill(pid_of(desktop, ours.split()[0]), 15)
