"""Archives and compressed files that hold a checkpoint: one is opened in place, several are listed.

Nothing is ever extracted to a name that the archive chose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tree import Names
from inspector.describe import plural, visible
from inspector.errors import InspectorError, UnknownFormat, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.strangers import explain_zip
from inspector.formats.zip_directory import Archive

_MEMBERS_TRIED = 200


def read_zip(reading: Reading, archive: Archive, root: str) -> Checkpoint:
    """A zip that is no checkpoint itself.

    Raises:
        UnknownFormat: Nothing in it is a checkpoint; the message says what it is instead.
    """
    stranger = explain_zip(archive, reading.source.name)
    if stranger is not None:
        raise stranger
    for record in archive.records[:_MEMBERS_TRIED]:
        archive.check(record)
    reading.findings.extend(archive.findings)
    return read_members(reading, archive.records, "zip")


def read_members(reading: Reading, members: Sequence[ByteSource], kind: str) -> Checkpoint:
    """The one checkpoint among `members`, or a tree of all of them by name.

    Raises:
        UnknownFormat: None of them is one.
        InspectorError: One of them is, and it is the only one, and it cannot be read.
    """
    failed: list[InspectorError] = []
    found = list(_checkpoints(reading, members, failed))
    if not found:
        raise failed[0] if failed else _nothing(reading, members, kind)
    if len(found) == 1:
        name, only = found[0]
        only.facts |= {"member": name, "wrapper": kind}
        only.size = reading.source.size
        only.path = reading.path
        return only
    return _joined(reading, found, kind)


def _checkpoints(
    reading: Reading, members: Sequence[ByteSource], failed: list[InspectorError]
) -> Iterator[tuple[str, Checkpoint]]:
    """The members that are checkpoints; broken ones become findings and go to `failed`."""
    for member in members[:_MEMBERS_TRIED]:
        if not member.size or member.name.endswith("/"):
            continue
        try:
            yield member.name, reading.read_inside(member)
        except UnknownFormat:
            continue
        except InspectorError as error:
            reading.find(finding_of(error))
            failed.append(error)


def _joined(reading: Reading, found: list[tuple[str, Checkpoint]], kind: str) -> Checkpoint:
    """One checkpoint whose entries are the members."""
    flat: list[Any] = []
    for name, checkpoint in found:
        flat += [_distinct(name, flat), checkpoint.root]
    arrays = all(checkpoint.format == "npy" for _, checkpoint in found)
    names = [name for name, _ in found]
    whole = reading.finish(Names(flat), "npz" if arrays else kind, None, members=names)
    verdicts = [checkpoint.verdict for _, checkpoint in found]
    for verdict in ("unreadable", "unknown"):
        if verdict in verdicts and whole.verdict == "clean":
            whole.verdict = verdict
    for name, checkpoint in found:
        whole.texts |= {f"{name}/{key}": text for key, text in checkpoint.texts.items()}
    return whole


def _distinct(name: str, flat: list[Any]) -> str:
    short = PurePosixPath(name).name
    return name if short in flat[::2] else short


def _nothing(reading: Reading, members: Sequence[ByteSource], kind: str) -> UnknownFormat:
    shown = ", ".join(visible(member.name, 60) for member in members[:3])
    return UnknownFormat(
        say(
            "{name} is a {kind} archive of {members} ({names}) without a checkpoint.",
            name=reading.source.name,
            kind=kind,
            members=plural(len(members), "member"),
            names=f"{shown}, …" if len(members) > 3 else shown,
        ),
        hint=say("Unpack it and open the checkpoint file inside, if there is one."),
    )
