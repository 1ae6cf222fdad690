"""Recipes as files and as Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.describe import visible
from inspector.edits.edit import Edit
from inspector.edits.recipe import from_text, to_text
from inspector.errors import InspectorError, UnreadableFile, say
from inspector.gui.core_sentences import said
from inspector.gui.dialogs.open_dialog import ask
from inspector.savefile import SaveFile

_LONGEST = 10_000_000  # bytes; a recipe is written by hand or by us


def python_text(path: Path, edits: Sequence[Edit]) -> str:
    """A script that does what `edits` do, as far as torch can."""
    lines = ["import fnmatch, re", "import torch", "", f"path = {str(path)!r}"]
    lines += ['checkpoint = torch.load(path, map_location="cpu", weights_only=True)']
    lines += ["state_dict = checkpoint  # or the entry that holds the tensors"]
    lines += [edit.python() for edit in edits]
    return "\n".join(lines) + "\n"


def write_recipe(path: Path, edits: Sequence[Edit]) -> None:
    """Write `edits`; an old file is replaced.

    Raises:
        CannotSave: The disk.
    """
    data = to_text(edits).encode()
    with SaveFile(path, len(data), replace=True) as save:
        save.write(data)
        save.commit()


def read_recipe(path: Path) -> list[Edit]:
    """The edits in a file.

    Raises:
        UnreadableFile, EditConflict: It cannot be read, or is no recipe.
    """
    try:
        with path.open("rb") as file:
            return from_text(file.read(_LONGEST).decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        text = QCoreApplication.translate("Recipes", "{name} cannot be read as a recipe: {why}.")
        raise UnreadableFile(say(text, name=path.name, why=error)) from error


def ask_recipe_target(
    parent: QWidget, source: Path, edits: Sequence[Edit], say: Callable[[str], None]
) -> QFileDialog:
    """Ask where to write the recipe, and write it."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, translate("Recipes", "Save Recipe"), str(source.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(f"{source.stem}-recipe.json")

    def on_path_chosen(paths: Sequence[Path]) -> None:
        try:
            write_recipe(paths[0], edits)
        except InspectorError as error:
            say(said(error.message))
            return
        text = translate("Recipes", "The recipe was saved as {name}.")
        say(text.replace("{name}", visible(paths[0].name, 100)))

    ask(dialog, on_path_chosen)
    return dialog


def ask_recipe(
    parent: QWidget,
    folder: str,
    on_edits: Callable[[list[Edit]], None],
    on_error: Callable[[Exception], None],
) -> QFileDialog:
    """Ask for a recipe and read it."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Recipes", "Apply Recipe"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["JSON (*.json)", "(*)"])

    def on_path_chosen(paths: Sequence[Path]) -> None:
        try:
            edits = read_recipe(paths[0])
        except InspectorError as error:
            on_error(error)
            return
        on_edits(edits)

    ask(dialog, on_path_chosen)
    return dialog
