"""What a screen reader is told, over the bus, about the windows on a screen.

Debian's packages: those of `screen`, at-spi2-core python3-pyatspi dbus.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from inspector.resources import resource
from tests.desktop import screen
from tests.desktop.screen import Desktop
from tests.make.tensors import View, floats
from tests.make.torch_zip import torch_zip

READER = "/usr/bin/python3"  # Debian's own: pyatspi is not on PyPI
HAS_READER = (
    Path(READER).exists()
    and subprocess.run([READER, "-c", "import pyatspi"], capture_output=True).returncode == 0
)
MISSING = screen.missing() or ("" if HAS_READER else "python3-pyatspi")
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")

# Walks the tree of our program as Orca would; prints a line of JSON for each window.
WALK = """
import json, sys, time
import pyatspi
found = []
def walk(node, depth=0):
    if node is None or depth > 30:
        return
    try:
        states = node.getState()
        role = node.getRoleName()
        if states.contains(pyatspi.STATE_FOCUSABLE) and states.contains(pyatspi.STATE_SHOWING):
            found.append((role, node.name))
        if role in ("tree", "tree table", "table", "list"):
            found.append((role, f"{node.childCount} children"))
            return
        for at in range(node.childCount):
            walk(node.getChildAtIndex(at), depth + 1)
    except Exception as error:
        found.append(("error", str(error)))
deadline = time.time() + 30
while time.time() < deadline:
    desktop = pyatspi.Registry.getDesktop(0)
    apps = [app for app in desktop if app is not None and "nspector" in (app.name or "")]
    windows = [w for app in apps for w in app if w is not None and sys.argv[1] in (w.name or "")]
    if windows:
        break
    time.sleep(0.2)
else:
    print(json.dumps([["no window", sys.argv[1]]])); sys.exit()
time.sleep(1)
walk(windows[-1])
print(json.dumps(found))
"""


class Bus:
    """A session bus with our program on it."""

    def __init__(self, desktop: Desktop, *words: str) -> None:
        self.desktop = desktop
        desktop.environment |= {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "LANGUAGE": "en",
        }
        address = desktop.home / "address"
        program = screen.program(desktop.home)
        script = desktop.home / "session"
        script.write_text(
            f'echo "$DBUS_SESSION_BUS_ADDRESS" > "{address}.part"\n'
            f'mv "{address}.part" "{address}"\nexec "{program}" "$@"\n',
            encoding="utf-8",
        )
        desktop.start("dbus-run-session", "--", "sh", str(script), *words)
        desktop.wait_for(lambda: "there" if address.exists() else "")
        desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address.read_text().strip()

    def read(self, title: str) -> list[tuple[str, str]]:
        """(role, name) of everything in a window that can take the focus."""
        done = subprocess.run(
            [READER, "-c", WALK, title],
            env=self.desktop.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=90,
            check=True,
        )
        facts: list[Any] = json.loads(done.stdout.splitlines()[-1])
        return [(role, name) for role, name in facts]


def complaints(facts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (role, name)
        for role, name in facts
        if not name.strip() or role in ("error", "no window", "unknown", "invalid", "")
    ]


def test_main_and_save_windows() -> None:
    with screen.desktop() as desktop:
        path = desktop.home / "epoch 1.pt"
        path.write_bytes(torch_zip({"w": View(floats("0", 6), (2, 3)), "epoch": 3}))
        bus = Bus(desktop, str(path))
        window = desktop.wait_for(
            lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^epoch 1.pt — Inspector$")
        )
        facts = bus.read("epoch 1.pt")
        assert complaints(facts) == []
        roles = {role for role, _ in facts}
        assert {"text", "tree", "page tab list"} <= roles
        desktop.xdotool("windowactivate", "--sync", window)
        desktop.xdotool("key", "ctrl+s")
        desktop.wait_for(lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^Save As"))
        facts = bus.read("Save As")
        assert complaints(facts) == []
        assert {"check box", "radio button", "push button", "text"} <= {role for role, _ in facts}


def test_the_diff_window() -> None:
    with screen.desktop() as desktop:
        samples = [str(resource("samples", n)) for n in ("base.safetensors", "finetuned.pt")]
        bus = Bus(desktop, "open", "--diff", *samples)
        desktop.wait_for(
            lambda: desktop.xdotool("search", "--onlyvisible", "--name", "finetuned.*Inspector$")
        )
        facts = bus.read("finetuned")
        assert complaints(facts) == []
        assert "tree" in {role for role, _ in facts}
        assert len(facts) > 8
