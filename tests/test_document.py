"""Documents: what is borrowed stays readable as long as somebody has not closed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.bytesource import FileSource
from inspector.document import Document, open_document
from inspector.edits.keys import AddPrefix


@pytest.fixture
def document(tmp_path: Path) -> Document:
    import torch

    path = tmp_path / "a.pt"
    torch.save({"fc.weight": torch.ones(2, 3)}, path)
    return open_document(path)


def is_open(document: Document) -> bool:
    return any(
        isinstance(source, FileSource) and source.fileno() >= 0
        for source in document.checkpoint.sources
    )


@pytest.mark.parametrize("first", [0, 1, 2])
def test_files_are_given_back_with_the_last_one(document: Document, first: int) -> None:
    every = [document, document.snapshot(), document.snapshot()]
    every = every[first:] + every[:first]
    for closed in every[:-1]:
        closed.close()
        closed.close()  # once is enough
        assert is_open(document)
    every[-1].close()
    assert not is_open(document)


def test_a_snapshot_of_a_snapshot_holds_the_same_files(document: Document) -> None:
    second = document.snapshot().snapshot()
    document.close()
    assert is_open(second)
    assert second.contents.tensors[0].tensor.read().sum() == 6


def test_a_snapshot_does_not_follow_edits(document: Document) -> None:
    document.take(document.plan(AddPrefix("a.")))
    before = document.snapshot()
    document.take(document.plan(AddPrefix("b.")))
    assert before.edits == [AddPrefix("a.")]
    assert [entry.key for entry in before.contents.tensors] == ["a.fc.weight"]
    assert not before.has_changed_on_disk()
