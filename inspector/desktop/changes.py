"""Changes to a person's files that can be undone: what was written, and what stood there before.

The journal is written before the first change, so that a process that dies halfway can be undone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError, Sentence, say
from inspector.savefile import SaveFile

VERSION = 1


class Journal:
    """Files written by us, folders made by us and additions to shared files, kept as JSON.

    Attributes:
        files: path -> {"sha256": of what we wrote, "before": base64 of what was there, or None}.
        folders: That did not exist before, outermost first.
        additions: MIME type -> what we added to it in mimeapps.list (see `also`).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        facts = self._read()
        self.files: dict[str, dict[str, str | None]] = facts.get("files", {})
        self.folders: list[str] = facts.get("folders", [])
        self.additions: dict[str, list[str]] = facts.get("additions", {})

    def _read(self) -> dict[str, Any]:
        try:
            facts = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise InspectorError(
                say(
                    "{path} cannot be read, so it is not known what was registered.", path=self.path
                ),
                hint=say("Delete that file and register again."),
            ) from error
        if not isinstance(facts, dict) or facts.get("version") != VERSION:
            raise InspectorError(
                say("{path} was written by another version of Inspector.", path=self.path),
                hint=say("Unregister with that version first."),
            )
        return facts

    @property
    def is_empty(self) -> bool:
        """Whether nothing is registered."""
        return not (self.files or self.additions)

    def keep(self) -> None:
        """Write the journal; where nothing is registered, remove it with the folders we made."""
        if self.is_empty:
            self.path.unlink(missing_ok=True)
            self._remove_folders()
            return
        self.make_folder(self.path.parent)
        facts = {
            "version": VERSION,
            "files": self.files,
            "folders": self.folders,
            "additions": self.additions,
        }
        replace_file(self.path, json.dumps(facts, indent=1).encode())

    def write(self, files: Mapping[Path, bytes]) -> list[Sentence]:
        """Write `files` (path -> content); a line for each that changed."""
        changed = {path: data for path, data in files.items() if content(path) != data}
        for path, data in files.items():
            old = self.files.get(str(path))
            before = old["before"] if old else _packed(content(path))
            self.files[str(path)] = {"sha256": _digest(data), "before": before}
            self.make_folder(path.parent)
        self.keep()
        for path, data in changed.items():
            replace_file(path, data)
        return [say("wrote {path}", path=str(path)) for path in changed]

    def undo_files(self, keep: Mapping[Path, bytes] | None = None) -> list[Sentence]:
        """Put back what was there before all files but those of `keep`; a line for each."""
        lines = []
        for name in [name for name in self.files if Path(name) not in (keep or {})]:
            lines.append(self._undo(Path(name), self.files.pop(name)))
        return lines

    def _undo(self, path: Path, fact: Mapping[str, str | None]) -> Sentence:
        present = content(path)
        if present is None:
            return say("{path} was gone already", path=str(path))
        if _digest(present) != fact["sha256"]:
            return say("left {path}: somebody changed it since", path=str(path))
        if fact["before"] is not None:
            replace_file(path, base64.b64decode(fact["before"]))
            return say("restored {path}", path=str(path))
        path.unlink()
        return say("removed {path}", path=str(path))

    def make_folder(self, folder: Path) -> None:
        """Make `folder`; remember which parts of it were not there."""
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InspectorError(
                say("{folder} cannot be made: {why}.", folder=folder, why=error.strerror)
            ) from error
        self.folders += [str(part) for part in reversed(missing)]

    def _remove_folders(self) -> None:
        """Remove those of our folders that are empty, innermost first."""
        for name in reversed(self.folders):
            try:
                Path(name).rmdir()
            except OSError:
                continue  # somebody else's file is in it
        self.folders.clear()


def content(path: Path) -> bytes | None:
    """What is in a small file; None where there is none.

    Raises:
        InspectorError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InspectorError(
            say("{path} cannot be read: {why}.", path=path, why=error.strerror)
        ) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step.

    Raises:
        CannotSave: The folder is read-only or the disk is full.
    """
    with SaveFile(path, len(data), replace=os.path.lexists(path)) as file:
        file.write(data)
        file.commit()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _packed(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()
