"""How soon the window is there: `python tests/benchmarks/starting.py`. Needs torch.

Every figure is a ratio of whole processes that ran alternately, each counted from its start: the
empty window until it is painted, a second start until it has ended, beside `import torch` and
beside `python -c pass`. Without DISPLAY the window is painted offscreen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 11

# `inspector` as it is, ending where its window was painted for the first time.
WINDOW = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
loop = QApplication.exec
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and watched.isWidgetType():
            QTimer.singleShot(0, lambda: (print(time.monotonic()), QApplication.quit()))
        return False
def run(*_):
    painted = Painted()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.installEventFilter(painted)
    return loop()
QApplication.exec = run
from inspector.__main__ import main
sys.argv = ["inspector", "--new-window"]
main()
"""


def whole(*words: str) -> Callable[[], float]:
    """Runs a process to its end; its seconds."""

    def run() -> float:
        start = time.monotonic()
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        return time.monotonic() - start

    return run


def until_painted() -> float:
    """Seconds from the start of the process to its window."""
    start = time.monotonic()
    words = [sys.executable, "-c", WINDOW]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return float(done.stdout.split()[0]) - start


def median(runs: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each, all run in turn so that a busy moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            times[name].append(run())
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Print both figures."""
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder)
        first = subprocess.Popen([sys.executable, "-m", "inspector"], cwd=ROOT)
        try:
            time.sleep(3)
            found = median(
                {
                    "window": until_painted,
                    "torch": whole("-c", "import torch"),
                    "second": whole("-m", "inspector", "/nowhere.pt"),
                    "pass": whole("-c", "pass"),
                }
            )
        finally:
            first.terminate()
            first.wait()
    print(
        f"empty window painted: {found['window'] / found['torch']:.2f} of `import torch` "
        f"({1e3 * found['window']:.0f} beside {1e3 * found['torch']:.0f} ms)"
    )
    print(
        f"a second start: {found['second'] / found['pass']:.1f} x `python -c pass` "
        f"({1e3 * found['second']:.0f} beside {1e3 * found['pass']:.0f} ms)"
    )


if __name__ == "__main__":
    main()
