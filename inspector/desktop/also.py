"""mimeapps.list: being offered for a type without becoming its default.

https://specifications.freedesktop.org/mime-apps-spec/latest/

GLib takes the first of a type's added associations for its default. So the default of today is
added first and we come after it; where there is none, nothing is added.
"""

from __future__ import annotations

SECTION = "[Added Associations]"


def entries(text: str, mime: str) -> list[str]:
    """The desktop entries that `text` adds to `mime`."""
    for line in _section(text):
        key, found, value = line.partition("=")
        if found and key.strip() == mime:
            return [entry for entry in value.strip().split(";") if entry]
    return []


def add(text: str, mime: str, default: str, ours: str) -> tuple[str, list[str]]:
    """`text` with `ours` behind `default` for `mime`, and the entries that are new in it."""
    before = entries(text, mime)
    new = [entry for entry in (default, ours) if entry not in before]
    # The default goes first, ours last, so that what was there keeps its order in between.
    after = [*(entry for entry in new if entry != ours), *before]
    after += [ours] if ours in new else []
    return (_with(text, mime, after) if new else text), new


def remove(text: str, mime: str, added: list[str]) -> str:
    """`text` without what `add` put there; a line and a section that are empty then go, too."""
    rest = [entry for entry in entries(text, mime) if entry not in added]
    return _with(text, mime, rest)


def _section(text: str) -> list[str]:
    """The lines of the section."""
    lines, inside = [], False
    for line in text.splitlines():
        if line.strip().startswith("["):
            inside = line.strip() == SECTION
        elif inside:
            lines.append(line)
    return lines


def _with(text: str, mime: str, wanted: list[str]) -> str:
    """`text` with exactly `wanted` for `mime`; every other line stays as it is."""
    shown = [f"{mime}={';'.join(wanted)};"] if wanted else []
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if line.strip() == SECTION]
    if not heads:
        gap = [""] if lines and lines[-1].strip() else []
        return "\n".join([*lines, *gap, SECTION, *shown, ""]) if shown else text
    start = heads[0] + 1
    ends = [at for at in range(start, len(lines)) if lines[at].strip().startswith("[")]
    end = ends[0] if ends else len(lines)
    body, was_there = [], False
    for line in lines[start:end]:
        if line.partition("=")[0].strip() == mime and "=" in line:
            body += [] if was_there else shown
            was_there = True
        else:
            body.append(line)
    if not was_there:
        body = [*shown, *body]
    head = [lines[heads[0]]] if any(line.strip() for line in body) else []
    kept = [*lines[: heads[0]], *head, *body, *lines[end:]]
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""
