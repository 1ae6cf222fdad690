"""What Qt has to work with here. `python -m inspector.gui.checkup` prints it as JSON.

It is a program of its own because Qt ends the process where it finds no platform to draw on.
"""

from __future__ import annotations

import json
import sys

from inspector.gui.startup import import_problem, platform_problem


def facts() -> dict[str, str | int | None]:
    """`problem`, or the versions, the platform and how many fonts have Chinese."""
    problem = import_problem() or platform_problem()
    if problem is not None:
        return {"problem": problem}
    import PySide6
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication(["checkup"])
    system = QFontDatabase.WritingSystem.SimplifiedChinese
    found = {
        "problem": None,
        "pyside": PySide6.__version__,
        "qt": qVersion(),
        "platform": app.platformName(),
        "fonts": len(QFontDatabase.families()),
        "chinese_fonts": len(QFontDatabase.families(system)),
    }
    app.quit()
    return found


if __name__ == "__main__":
    print(json.dumps(facts()))
    sys.stdout.flush()
