"""The dialogs of single edits: their fields, and the edits they make."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from inspector.checkpoint.contents import Contents
from inspector.edits.cast import CastFloats
from inspector.edits.edit import Edit, EditConflict
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.location import RemapDevice
from inspector.edits.values import SetValue
from inspector.errors import say
from inspector.gui.dialogs.edit_dialog import EditDialog
from inspector.gui.edits.document_edits import DocumentEdits
from inspector.gui.text import counted, label, literal, monospace, translate
from inspector.gui.theme import GRID

DTYPES = ("float16", "bfloat16", "float32", "float64")
_TARGETS = ("cpu", "cuda:0", "cuda:1", "mps")


class ListDialog(EditDialog):
    """Shows what given edits would change: a recipe, or an edit without fields."""

    def __init__(
        self, title: str, given: Sequence[Edit], edits: DocumentEdits, parent: QWidget
    ) -> None:
        super().__init__(title, edits, parent)
        self._given = list(given)
        self.refresh()

    def edits(self) -> list[Edit]:
        """As given."""
        return self._given


class StripDialog(EditDialog):
    """Which prefix to strip: those found, or another one."""

    def __init__(
        self, found: Sequence[str], first: str, edits: DocumentEdits, parent: QWidget
    ) -> None:
        super().__init__(translate("EditDialogs", "Strip Prefix"), edits, parent)
        self.prefix = QComboBox()
        self.prefix.setEditable(True)
        self.prefix.setFont(monospace())
        self.prefix.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.prefix.addItems([each for each in dict.fromkeys([first, *found]) if each])
        add_row(self, translate("EditDialogs", "Prefix"), self.prefix)
        self.prefix.currentTextChanged.connect(self.on_field_changed)
        self.refresh()

    def edits(self) -> list[Edit]:
        """One strip."""
        text = self.prefix.currentText()
        return [StripPrefix(text)] if text else []


class AddPrefixDialog(EditDialog):
    """Which prefix to add."""

    def __init__(self, edits: DocumentEdits, parent: QWidget) -> None:
        super().__init__(translate("EditDialogs", "Add Prefix"), edits, parent)
        self.prefix = line("module.")
        add_row(self, translate("EditDialogs", "Prefix"), self.prefix)
        self.prefix.textChanged.connect(self.on_field_changed)

    def edits(self) -> list[Edit]:
        """One prefix."""
        return [AddPrefix(self.prefix.text())] if self.prefix.text() else []


class RenameDialog(EditDialog):
    """A pattern and what takes its place."""

    def __init__(self, edits: DocumentEdits, parent: QWidget, pattern: str = "") -> None:
        super().__init__(translate("EditDialogs", "Rename Keys"), edits, parent)
        self.pattern = line(r"^encoder\.(\d+)\.")
        self.replacement = line(r"encoder.layer.\1.")
        self.is_regex = QCheckBox(translate("EditDialogs", "Regular expression"))
        self.is_regex.setChecked(not pattern)
        self.pattern.setText(pattern)
        add_row(self, translate("EditDialogs", "Find in keys"), self.pattern)
        add_row(self, translate("EditDialogs", "Replace with"), self.replacement)
        self.form.addRow("", self.is_regex)
        for field in (self.pattern, self.replacement):
            field.textChanged.connect(self.on_field_changed)
        self.is_regex.toggled.connect(self.on_field_changed)
        self.on_field_changed()

    def edits(self) -> list[Edit]:
        """One renaming; plain texts are escaped."""
        pattern, replacement = self.pattern.text(), self.replacement.text()
        if not pattern:
            return []
        if not self.is_regex.isChecked():
            pattern, replacement = re.escape(pattern), replacement.replace("\\", r"\\")
        return [Rename(pattern, replacement)]


class DevicesDialog(EditDialog):
    """A target for each device the file names."""

    def __init__(self, contents: Contents, edits: DocumentEdits, parent: QWidget) -> None:
        super().__init__(translate("EditDialogs", "Map Devices"), edits, parent)
        self.targets: dict[str, QComboBox] = {}
        found = Counter(entry.tensor.device for entry in contents.tensors)
        for device, count in sorted((str(d), n) for d, n in found.items() if d is not None):
            self._add(device, count)
        self.refresh()

    def _add(self, device: str, count: int) -> None:
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems(list(dict.fromkeys([device, *_TARGETS])))
        combo.setCurrentText("cpu")
        combo.setAccessibleName(
            translate("EditDialogs", "Target of {device}").replace("{device}", literal(device, 60))
        )
        combo.currentTextChanged.connect(self.on_field_changed)
        self.targets[device] = combo
        name = label(f"{device}  ·  {counted(count, 'tensor')}  →")
        name.setBuddy(combo)
        self.form.addRow(name, combo)

    def edits(self) -> list[Edit]:
        """One mapping for each device that goes elsewhere."""
        wanted = {device: combo.currentText().strip() for device, combo in self.targets.items()}
        moved = {device: to for device, to in wanted.items() if to and to != device}
        clash = next((to for to in moved.values() if to in moved), None)
        if clash is not None:
            text = translate(
                "EditDialogs",
                "{device} is mapped elsewhere, too; one after the other would mix them.",
            )
            hint = translate("EditDialogs", "Map in two rounds, by way of a name that is not used.")
            raise EditConflict(say(text, device=literal(clash, 60)), hint=say(hint))
        if not moved:
            return []
        one = set(moved.values())
        if len(one) == 1 and len(moved) > 1 and len(moved) >= len(wanted) - (one <= wanted.keys()):
            return [RemapDevice("*", one.pop())]
        return [RemapDevice(device, to) for device, to in moved.items()]


class CastDialog(EditDialog):
    """The dtype of all floating tensors."""

    def __init__(self, edits: DocumentEdits, parent: QWidget) -> None:
        super().__init__(translate("EditDialogs", "Cast Floating Tensors"), edits, parent)
        self.dtype = QComboBox()
        self.dtype.addItems(DTYPES)
        add_row(self, translate("EditDialogs", "To dtype"), self.dtype)
        self.dtype.currentTextChanged.connect(self.on_field_changed)
        self.refresh()

    def edits(self) -> list[Edit]:
        """One cast."""
        return [CastFloats(self.dtype.currentText())]


class SetValueDialog(EditDialog):
    """A new value for one entry; what was a text stays one."""

    def __init__(
        self, path: str, shown: str, old: Any, edits: DocumentEdits, parent: QWidget
    ) -> None:
        super().__init__(translate("EditDialogs", "Set Value"), edits, parent)
        self._path, self._old = path, old
        self.value = line("")
        self.value.setText(old if isinstance(old, str) else json.dumps(old))
        self.value.selectAll()
        self.form.addRow(translate("EditDialogs", "Entry"), label(shown))
        add_row(self, translate("EditDialogs", "Value"), self.value)
        self.value.textChanged.connect(self.on_field_changed)
        self.resize(60 * GRID, 36 * GRID)

    def edits(self) -> list[Edit]:
        """One value; none while it is the old one."""
        text = self.value.text()
        new: Any = text
        if not isinstance(self._old, str):
            try:
                new = json.loads(text)
            except ValueError as error:
                what = translate(
                    "EditDialogs",
                    'This is neither a number nor true, false, null or a "text" in quotes.',
                )
                hint = translate("EditDialogs", "Decimals have a point: 0.001 or 1e-3.")
                raise EditConflict(say(what), hint=say(hint)) from error
        same = type(new) is type(self._old) and new == self._old
        return [] if same else [SetValue(self._path, new)]


def line(example: str) -> QLineEdit:
    """A field for keys and values, with an example while it is empty."""
    made = QLineEdit()
    made.setFont(monospace())
    made.setPlaceholderText(example)
    return made


def add_row(dialog: EditDialog, text: str, field: QWidget) -> None:
    """A labelled field."""
    field.setAccessibleName(text)
    dialog.form.addRow(text, field)
