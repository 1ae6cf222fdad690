"""Which of the many things a zip is, by the names of its records."""

from __future__ import annotations

from collections.abc import Callable

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.describe import plural
from inspector.errors import CorruptFile, UnknownFormat, say
from inspector.formats import salvage, torch_export, torch_package, torch_zip, torchscript, wrapped
from inspector.formats.reading import Reading
from inspector.formats.zip_directory import Archive

Reader = Callable[[Reading, Archive, str], Checkpoint]


def read(reading: Reading) -> Checkpoint:
    """Read whatever kind of archive `reading.source` is.

    Raises:
        UnknownFormat: A zip that holds no checkpoint.
        CorruptFile: No directory, and nothing that could be salvaged without it.
    """
    try:
        archive = Archive(reading.source, reading.limits, reading.progress)
    except CorruptFile as error:
        return salvage.read(reading, error)
    if not archive.records and archive.findings:
        raise CorruptFile(
            say("{name}: {what}", name=reading.source.name, what=archive.findings[0].what),
            hint=say("Do not trust this file: it shows different things to different readers."),
        )
    if not archive.records:
        raise UnknownFormat(
            say("{name} is an empty zip archive.", name=reading.source.name),
            hint=say("The program that wrote it was interrupted; use an earlier checkpoint."),
        )
    root = root_of(archive)
    return choose(archive, root)(reading, archive, root)


def root_of(archive: Archive) -> str:
    """ "name/": the first folder of the first record, where the archive's kind is decided; or "".

    torch takes the first record's folder as the root, whatever the file is called.
    """
    names = archive.by_name
    first = archive.records[0].name
    root = first.partition("/")[0] + "/" if "/" in first else ""
    marks = ("data.pkl", "model.json", "archive_format", ".data/version", "constants.pkl")
    if any(f"{root}{mark}" in names for mark in marks):
        return root
    for name in names:  # records outside the root may come first
        folder, slash, rest = name.partition("/")
        if slash and rest in marks:
            return f"{folder}/"
    return "" if "data.pkl" in names else root


def choose(archive: Archive, root: str) -> Reader:
    """The reader for what the records say the archive is."""
    names = archive.by_name
    if f"{root}archive_format" in names or "serialized_exported_program.json" in names:
        return torch_export.read
    if f"{root}data.pkl" in names:
        if f"{root}constants.pkl" in names:
            return torchscript.read
        return torch_zip.read
    if f"{root}model.json" in names:
        return torchscript.read_old
    if f"{root}.data/version" in names:
        return torch_package.read
    return wrapped.read_zip


def describe_records(archive: Archive) -> str:
    """ "3 records: a.txt, b.txt, c.txt" for messages."""
    shown = ", ".join(list(archive.by_name)[:3])
    return f"{plural(len(archive.records), 'record')}: {shown}"
