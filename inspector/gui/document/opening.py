"""Opening a file for the window: everything the first view of it needs, made in a worker."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from inspector.progress import Progress

if TYPE_CHECKING:
    from inspector.analysis.anatomy import Anatomy
    from inspector.checkpoint.contents import Totals
    from inspector.checkpoint.state_dict import TensorEntry
    from inspector.checkpoint.tree import Path
    from inspector.document import Document
    from inspector.gui.document.checked import Checked
    from inspector.gui.itemmodels.index import TreeIndex

# What shows a document: importing it in the window's thread would hold up the first one.
_SHOWN_WITH = (
    "inspector.gui.document.tree_pane",
    "inspector.gui.document.pane_splitter",
    "inspector.gui.detail.detail_pane",
    "inspector.gui.detail.summary_page",
    "inspector.gui.edits.edits_panel",
    "inspector.gui.edits.document_edits",
    "inspector.gui.edits.editing",
    "inspector.gui.edits.offers",
)
_MANY = 5_000
_TENSORS_AT_ONCE = 10_000  # 0.1 s for the anatomy of so many


@dataclass(frozen=True, slots=True)
class Opened:
    """An open document with what is shown of it. Owns the document.

    Attributes:
        sharing: id(storage) -> the tensors on it, where there is more than one.
        sums: Path of a state_dict -> its totals.
        devices: Where the weights were saved, in file order.
        anatomy: None where finding it takes longer than a person should wait for the tree.
        checked: What checks of the values found, of all states of the document.
    """

    document: Document
    tree: TreeIndex
    totals: Totals
    sharing: dict[int, list[TensorEntry]]
    sums: dict[Path, Totals]
    devices: list[str]
    anatomy: Anatomy | None
    checked: Checked

    def many(self) -> list[Sequence[Any]]:
        """What there is one of for each tensor, with all that hangs on it."""
        rows = self.tree.rows
        return [self.document.contents.tensors, self.document.opened[1].tensors, rows.names]

    def close(self) -> None:
        """Give the file handles back."""
        self.document.close()


def open_for_window(path: FilePath, progress: Progress) -> Opened:
    """Open `path` and index its tree.

    numpy, the readers and the views are imported here, behind the first painted window.

    Raises:
        InspectorError, Cancelled: As `open_document`.
    """
    from inspector.document import open_document

    for module in _SHOWN_WITH:
        import_module(module)
    document = open_document(path, progress)
    try:
        return opened(document, progress)
    except BaseException:
        document.close()
        raise


@contextmanager
def without_collections(count: int) -> Iterator[None]:
    """While a worker makes `count` long-lived objects, if they are many: a garbage collection over
    hundreds of thousands of them stops every thread for longer than a person should notice."""
    from inspector.formats.registry import paused_collector

    if count < _MANY:
        yield
        return
    with paused_collector():
        yield


def opened(document: Document, progress: Progress) -> Opened:
    """Index the tree of an open document."""
    from inspector.analysis.anatomy import anatomy
    from inspector.checkpoint.contents import sums
    from inspector.formats.registry import paused_collector
    from inspector.gui.document.checked import Checked
    from inspector.gui.itemmodels.index import TreeIndex

    progress.report(document.checkpoint.size, document.checkpoint.size, "")
    with paused_collector():
        contents = document.contents
        tree = TreeIndex(document.checkpoint.root, contents)
        is_small = len(contents.tensors) <= _TENSORS_AT_ONCE
        weights = [entry for found in contents.weights for entry in found.entries]
        devices = dict.fromkeys(entry.tensor.device for entry in weights or contents.tensors)
        made = Opened(
            document,
            tree,
            contents.totals,
            contents.sharing(),
            {found.path: sums(found.entries) for found in contents.state_dicts},
            [device for device in devices if device is not None],
            anatomy(document.checkpoint, contents) if is_small else None,
            Checked(),
        )
    # A collection over these hundreds of thousands of long-lived values is the worst stutter there
    # is while scrolling, and would find nothing.
    gc.freeze()
    return made
