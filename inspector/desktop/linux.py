"""File associations on Linux and the BSDs, for one user, as freedesktop.org lays them down.

Everything lies below XDG_DATA_HOME, but for an optional addition to mimeapps.list below
XDG_CONFIG_HOME. Databases are built anew by the tools that own them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.desktop import also
from inspector.desktop.changes import Journal, content, replace_file
from inspector.desktop.entry import desktop_entry
from inspector.desktop.file_types import ALSO, FILE_TYPES
from inspector.desktop.mime_xml import mime_package
from inspector.desktop.names import ID
from inspector.errors import Sentence, say
from inspector.resources import resource

ENTRY = f"{ID}.desktop"
_ICON_SIZES = (48, 128)
_TOOL_WAIT_S = 60
# What the databases' tools leave in folders of which we may have been the first user.
_GENERATED = {
    "mime": (
        "XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses "
        "treemagic types version"
    ).split(),
    "applications": ["mimeinfo.cache"],
}
# folder below XDG_DATA_HOME -> (tool, the Debian package that has it)
_TOOLS = {
    "mime": ("update-mime-database", "shared-mime-info"),
    "applications": ("update-desktop-database", "desktop-file-utils"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a user's files are.

    Attributes:
        data: XDG_DATA_HOME.
        config: XDG_CONFIG_HOME.
        environment: Of the tools that are run.
    """

    data: Path
    config: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @classmethod
    def of_user(cls) -> Places:
        """Those of the person who runs this process."""

        # The specification: a relative path there is no path.
        def place(name: str, *otherwise: str) -> Path:
            given = os.environ.get(name, "")
            return Path(given) if given.startswith("/") else Path.home().joinpath(*otherwise)

        return cls(place("XDG_DATA_HOME", ".local", "share"), place("XDG_CONFIG_HOME", ".config"))

    @property
    def journal(self) -> Path:
        """Where it is written what we registered."""
        return self.data / ID / "registered.json"

    @property
    def entry(self) -> Path:
        """The desktop entry."""
        return self.data / "applications" / ENTRY

    @property
    def mimeapps(self) -> Path:
        """The user's choices of applications."""
        return self.config / "mimeapps.list"


def files(places: Places, command: Sequence[str]) -> dict[Path, bytes]:
    """path -> content of every file that a registration consists of."""
    made = {
        places.data / "mime" / "packages" / f"{ID}.xml": mime_package().encode(),
        places.entry: desktop_entry(command).encode(),
    }
    icons = places.data / "icons" / "hicolor"
    for name, kind in [(ID, "apps"), *((each.icon, "mimetypes") for each in FILE_TYPES)]:
        for folder, ending in [("scalable", "svg"), *((f"{n}x{n}", "png") for n in _ICON_SIZES)]:
            source = resource("desktop", "icons", folder, f"{name}.{ending}")
            made[icons / folder / kind / f"{name}.{ending}"] = source.read_bytes()
    return made


def register(places: Places, command: Sequence[str], extra: Sequence[str] = ()) -> list[Sentence]:
    """Associate our file types with `command`; a line for every change.

    Args:
        extra: Of `ALSO`: to be offered for these, too, behind their default of today.

    Raises:
        InspectorError: A file cannot be read or written; what was written so far is in the journal.
    """
    journal = Journal(places.journal)
    wanted = files(places, command)
    lines = journal.undo_files(keep=wanted)
    lines += journal.write(wanted)
    if lines or not (places.data / "mime" / "mime.cache").exists():
        lines += _update(places)
    for ending in extra:
        lines += _offer(places, journal, ALSO[ending])
    return lines


def unregister(places: Places) -> list[Sentence]:
    """Undo everything that `register` did; a line for every change."""
    journal = Journal(places.journal)
    if journal.is_empty:
        return []
    lines = _withdraw(places, journal)
    lines += journal.undo_files()
    lines += _update(places) if not missing_tools(places) else []
    _remove_generated(places, journal)
    journal.keep()
    return lines


def _remove_generated(places: Places, journal: Journal) -> None:
    """Remove databases from folders that we made and nobody else uses."""
    for folder, names in _GENERATED.items():
        path = places.data / folder
        if str(path) not in journal.folders or _has_sources(path):
            continue
        for name in names:
            (path / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            (path / "application").rmdir()  # an XML file each, which went with its type


def is_registered(places: Places) -> bool:
    """Whether a registration of ours is in place."""
    return not Journal(places.journal).is_empty and places.entry.exists()


def offered(places: Places) -> list[str]:
    """Those of `ALSO` that we added ourselves to."""
    additions = Journal(places.journal).additions
    return [ending for ending, mime in ALSO.items() if mime in additions]


def _has_sources(folder: Path) -> bool:
    """Whether somebody else's files are in a folder, from which its database is made."""
    return any(folder.rglob("*.desktop")) or any((folder / "packages").glob("*"))


def missing_tools(places: Places) -> dict[str, str]:
    """Tool -> Debian package of those without which file managers do not learn of our types."""
    path = places.environment.get("PATH")
    return {tool: package for tool, package in _TOOLS.values() if not shutil.which(tool, path=path)}


def can_ask(places: Places) -> bool:
    """Whether there is a tool that knows what opens a type."""
    path = places.environment.get("PATH")
    return any(shutil.which(tool, path=path) for tool in ("gio", "xdg-mime"))


def _update(places: Places) -> list[Sentence]:
    """Build the databases anew; a line for each, or for a tool that is missing."""
    lines: list[Sentence] = []
    for folder, (tool, package) in _TOOLS.items():
        target = places.data / folder
        if not target.is_dir():
            continue
        found = shutil.which(tool, path=places.environment.get("PATH"))
        if found is None:
            lines.append(
                say(
                    "{tool} is missing; install {package} and register again",
                    tool=tool,
                    package=package,
                )
            )
            continue
        done = _run([found, str(target)], places)
        if done is not None:
            lines.append(say("updated {path}", path=str(target)))
        else:
            lines.append(say("{tool} failed", tool=f"{tool} {target}"))
    theme = places.data / "icons" / "hicolor"
    if theme.is_dir():
        os.utime(theme)  # icon caches look at its time
    return lines


def default_for(places: Places, mime: str) -> str | None:
    """The desktop entry that opens files of `mime` today; None where there is none."""
    path = places.environment.get("PATH")
    if found := shutil.which("gio", path=path):
        answer = (_run([found, "mime", mime], places) or "").partition("\n")[0]
        name = answer.rpartition(": ")[2].strip()
    elif found := shutil.which("xdg-mime", path=path):
        name = (_run([found, "query", "default", mime], places) or "").strip()
    else:
        return None
    return name if name.endswith(".desktop") else None


def _run(words: list[str], places: Places) -> str | None:
    """What a tool prints; None where it fails."""
    environment = {
        **places.environment,
        "LC_ALL": "C.UTF-8",
        "XDG_DATA_HOME": str(places.data),
        "XDG_CONFIG_HOME": str(places.config),
    }
    try:
        done = subprocess.run(
            words,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TOOL_WAIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _offer(places: Places, journal: Journal, mime: str) -> list[Sentence]:
    """Add us behind the default of `mime`, unless there is none: we would become it."""
    if mime in journal.additions:
        return []
    default = default_for(places, mime)
    if default is None or default == ENTRY:
        return [
            say(
                "nothing opens {mime} yet, and Inspector must not be first: left as it is",
                mime=mime,
            )
        ]
    text = (content(places.mimeapps) or b"").decode("utf-8", "surrogateescape")
    changed, added = also.add(text, mime, default, ENTRY)
    if not added:
        return []
    journal.additions[mime] = added
    journal.make_folder(places.config)
    journal.keep()
    replace_file(places.mimeapps, changed.encode("utf-8", "surrogateescape"))
    return [say("offered for {mime}, behind {default}", mime=mime, default=default)]


def _withdraw(places: Places, journal: Journal) -> list[Sentence]:
    """Undo `_offer` for every type."""
    lines: list[Sentence] = []
    text = (content(places.mimeapps) or b"").decode("utf-8", "surrogateescape")
    for mime, added in journal.additions.items():
        text = also.remove(text, mime, added)
        lines.append(say("no longer offered for {mime}", mime=mime))
    if lines and text.strip():
        replace_file(places.mimeapps, text.encode("utf-8", "surrogateescape"))
    elif lines:
        places.mimeapps.unlink(missing_ok=True)
    journal.additions.clear()
    return lines
