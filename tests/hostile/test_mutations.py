"""Small random changes of every kind of file: an answer or an InspectorError, nothing else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.bytesource import BytesSource
from inspector.checkpoint.contents import survey
from inspector.cli.facts import document_facts
from inspector.cli.outline import outline
from inspector.document import Document
from inspector.errors import InspectorError
from inspector.formats.reading import Reading
from inspector.formats.registry import read
from tests.formats import (
    test_compressed,
    test_npy,
    test_plain_pickle,
    test_safetensors,
    test_torch_legacy,
    test_torch_programs,
    test_torch_tar,
    test_torch_zip,
)
from tests.formats.conformance import FormatTests

CLASSES: list[type[FormatTests]] = [
    test_torch_zip.TestTorchZip,
    test_torch_legacy.TestTorchLegacy,
    test_torch_tar.TestTorchTar,
    test_safetensors.TestSafetensors,
    test_plain_pickle.TestPlainPickle,
    test_torch_programs.TestTorchScript,
    test_torch_programs.TestTorchPackage,
    test_torch_programs.TestTorchExport,
    test_npy.TestNpy,
    test_npy.TestNpz,
    test_compressed.TestGzip,
    test_compressed.TestTarAround,
]
SAMPLES = {cls.__name__.removeprefix("Test"): cls().sample() for cls in CLASSES}
MUTANTS = 250
OPCODES = b"().0123BCFGIJKLMNPQRSTUVX]abcdeghijlopqrstu}\x81\x85\x86\x87\x88\x89\x92\x93\x94\xff"


def mutants(name: str) -> Iterator[bytes]:
    """Reproducible changes of a sample: bits, bytes, runs lost, repeated, zeroed or borrowed."""
    chance = random.Random(name)
    for _ in range(MUTANTS):
        data = bytearray(SAMPLES[name])
        for _ in range(chance.randint(1, 4)):
            change(chance, data)
        yield bytes(data)


def change(chance: random.Random, data: bytearray) -> None:
    """One change at a random place."""
    at = chance.randrange(len(data))
    run = chance.randint(1, 16)
    kind = chance.randrange(7)
    if kind == 0:
        data[at] = chance.randrange(256)
    elif kind == 1:
        data[at] ^= 1 << chance.randrange(8)
    elif kind == 2 and len(data) > 100:
        del data[at : at + run]
    elif kind == 3:
        data[at : at + run] = bytes(run)
    elif kind == 4:
        data[at:at] = data[at : at + run]
    elif kind == 5:
        data[at] = chance.choice(OPCODES)
    else:
        other = chance.choice(list(SAMPLES.values()))
        start = chance.randrange(len(other))
        data[at:at] = other[start : start + run]


def answer(data: bytes) -> str:
    """Open and show the file in every way; the verdict, or "refused"."""
    source = BytesSource(data, "m.pt")
    reading = Reading(Path("/nowhere/m.pt"), source)
    try:
        checkpoint = read(reading)
        document = Document(reading.path, checkpoint, survey(checkpoint), None)
        json.dumps(document_facts(document, with_hash=True), allow_nan=False)
        for flat in (False, True):
            "\n".join(outline(document, 80, flat, with_hash=False)).encode()
    except InspectorError as error:
        assert error.message  # noqa: PT017
        return "refused"
    finally:
        for opened in reading.sources:
            opened.close()
    return document.verdict


@pytest.mark.parametrize("name", SAMPLES)
def test_only_inspector_errors_escape(name: str) -> None:
    verdicts = {answer(data) for data in mutants(name)}
    assert verdicts <= {"clean", "unknown", "dangerous", "unreadable", "refused"}
    assert len(verdicts) > 1
