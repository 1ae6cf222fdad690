"""Files that commands write beside what they print: reports, recipes."""

from __future__ import annotations

from pathlib import Path

from inspector.savefile import SaveFile


def write_text(path: Path, text: str, replace: bool) -> None:
    """Write `text` as UTF-8, whole or not at all.

    Raises:
        CannotSave: It cannot be written, or exists and is not to be replaced.
    """
    data = text.encode("utf-8", "backslashreplace")
    with SaveFile(path, len(data), replace) as file:
        file.write(data)
        file.commit()
