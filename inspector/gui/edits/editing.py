"""What the actions of the Edit menu do to the document in front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from inspector.describe import visible
from inspector.edits.dropping import DropPaths, Only
from inspector.edits.edit import Edit
from inspector.edits.keys import StripPrefix
from inspector.edits.storages import Compact, Tie, Untie
from inspector.edits.weights_only import WeightsOnly
from inspector.gui.document.document_view import DocumentView
from inspector.gui.edits import offers
from inspector.gui.edits.document_edits import DocumentEdits
from inspector.gui.edits.recipes import ask_recipe, ask_recipe_target, python_text
from inspector.gui.edits.saving import Saving
from inspector.gui.edits.words import turn_title
from inspector.gui.text import translate, without_mnemonic

if TYPE_CHECKING:
    from inspector.gui.dialogs.edit_dialog import EditDialog
    from inspector.gui.shell import Shell


class Editing(QObject):
    """Slots of the table of actions. What is unambiguous and can be undone is done at once; all
    else is shown first."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self.saving = Saving(window)
        self.dialog: EditDialog | None = None

    def _front(self) -> tuple[DocumentView, DocumentEdits] | None:
        view = self._window.tabs.current()
        if view is None or view.edits is None or not offers.is_editable(view):
            return None
        return view, view.edits

    def _apply(self, *edits: Edit) -> None:
        front = self._front()
        if front is not None and edits:
            front[1].apply(edits)

    def _show(self, dialog: EditDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def refresh_actions(self) -> None:
        """Name in the menu what undo, redo and strip would do."""
        front = self._front()
        actions = self._window.actions_
        document = front[1].document if front is not None else None
        for name, verb, turn in (
            ("undo", translate("Editing", "&Undo"), document.last_turn if document else None),
            ("redo", translate("Editing", "&Redo"), document.next_turn if document else None),
        ):
            text = without_mnemonic(turn_title(turn))
            actions[name].setText(f"{verb} {text}".strip())
        found = offers.prefixes(document.contents) if document else []
        if len(found) == 1:
            text = translate("Editing", "S&trip “{prefix}”")
            prefix = without_mnemonic(visible(found[0], 40))
            actions["strip_prefix"].setText(text.replace("{prefix}", prefix))
        else:
            actions["strip_prefix"].setText(translate("Editing", "S&trip Prefix…"))

    # -- history ------------------------------------------------------------------------------

    def on_undo_triggered(self) -> None:
        """Take the last edit back."""
        front = self._front()
        if front is not None:
            front[1].undo()

    def on_redo_triggered(self) -> None:
        """Apply again what was taken back."""
        front = self._front()
        if front is not None:
            front[1].redo()

    # -- keys ---------------------------------------------------------------------------------

    def on_strip_prefix_triggered(self) -> None:
        """Strip the only wrapper prefix at once; ask where there are several, or none."""
        from inspector.gui.dialogs.edit_dialogs import StripDialog

        front = self._front()
        if front is None:
            return
        view, edits = front
        found = offers.prefixes(edits.document.contents)
        group = offers.group_prefix(view)
        if len(found) == 1 and group in (None, *found):
            edits.apply([StripPrefix(found[0])])
        else:
            likely = offers.likely_prefixes(edits.document.contents)
            self._show(StripDialog(likely, group or "", edits, self._window))

    def on_add_prefix_triggered(self) -> None:
        """Ask which prefix."""
        from inspector.gui.dialogs.edit_dialogs import AddPrefixDialog

        front = self._front()
        if front is not None:
            self._show(AddPrefixDialog(front[1], self._window))

    def on_rename_keys_triggered(self) -> None:
        """Ask for a pattern; a selected group of keys is where it starts."""
        from inspector.gui.dialogs.edit_dialogs import RenameDialog

        front = self._front()
        if front is not None:
            start = offers.group_prefix(front[0]) or ""
            self._show(RenameDialog(front[1], self._window, start))

    # -- entries ------------------------------------------------------------------------------

    def _paths(self, rows: Sequence[int]) -> list[str]:
        front = self._front()
        tree = front[0].tree_pane.tree if front is not None and front[0].tree_pane else None
        return [offers.dotted(tree.rows.path(row)) for row in rows] if tree is not None else []

    def on_drop_triggered(self) -> None:
        """Drop what is selected, at once."""
        front = self._front()
        paths = self._paths(offers.outermost(front[0])) if front is not None else []
        if paths:
            self._apply(DropPaths(tuple(dict.fromkeys(paths))))

    def on_keep_only_triggered(self) -> None:
        """The selected entry becomes the whole file."""
        path = self._path()
        if path is not None:
            self._apply(Only(path))

    def _path(self) -> str | None:
        """The selected entry as edits name it."""
        front = self._front()
        chosen = offers.selected(front[0]) if front is not None else []
        if front is None or len(chosen) != 1 or front[0].tree_pane is None:
            return None
        path = front[0].tree_pane.tree.rows.path(chosen[0])
        return offers.path_text(front[1].document.checkpoint.root, path)

    def on_set_value_triggered(self) -> None:
        """Ask for the new value of the selected entry."""
        from inspector.gui.dialogs.edit_dialogs import SetValueDialog

        front, path = self._front(), self._path()
        if front is None or path is None or front[0].tree_pane is None:
            return
        rows = front[0].tree_pane.tree.rows
        row = offers.selected(front[0])[0]
        if offers.is_plain(rows.nodes[row]):
            shown = offers.shown_path(rows.path(row))
            self._show(SetValueDialog(path, shown, rows.nodes[row], front[1], self._window))

    # -- tensors ------------------------------------------------------------------------------

    def on_map_devices_triggered(self) -> None:
        """Ask where each device goes."""
        from inspector.gui.dialogs.edit_dialogs import DevicesDialog

        front = self._front()
        if front is not None:
            contents = front[1].document.contents
            self._show(DevicesDialog(contents, front[1], self._window))

    def on_cast_triggered(self) -> None:
        """Ask for the dtype."""
        from inspector.gui.dialogs.edit_dialogs import CastDialog

        front = self._front()
        if front is not None:
            self._show(CastDialog(front[1], self._window))

    def on_compact_triggered(self) -> None:
        """Show what compacting would save."""
        self._show_list(translate("Editing", "Compact Storages"), [Compact()])

    def on_weights_only_triggered(self) -> None:
        """Show what would become of values that weights_only refuses."""
        self._show_list(translate("Editing", "Make Loadable with weights_only"), [WeightsOnly()])

    def _show_list(self, title: str, edits: Sequence[Edit]) -> None:
        from inspector.gui.dialogs.edit_dialogs import ListDialog

        front = self._front()
        if front is not None:
            self._show(ListDialog(title, edits, front[1], self._window))

    def on_untie_triggered(self) -> None:
        """Give the selected tied tensors storages of their own."""
        front = self._front()
        if front is not None:
            paths = self._paths(offers.selected(front[0]))
            self._apply(*(Untie(offers.exact_glob(path)) for path in paths))

    def on_tie_triggered(self) -> None:
        """Make the second selected tensor the first, if they are equal."""
        front = self._front()
        paths = self._paths(offers.selected(front[0])) if front is not None else []
        if len(paths) == 2:
            self._apply(Tie(paths[0], paths[1]))

    # -- recipes ------------------------------------------------------------------------------

    def on_copy_python_triggered(self) -> None:
        """The edits as a script."""
        front = self._front()
        if front is not None:
            document = front[1].document
            QGuiApplication.clipboard().setText(python_text(document.path, document.edits))
            self._window.tabs.message.emit(translate("Editing", "The edits were copied as Python."))

    def on_save_recipe_triggered(self) -> None:
        """The edits as a file that `inspector save --recipe` reads."""
        front = self._front()
        if front is not None:
            document = front[1].document
            ask_recipe_target(
                self._window, document.path, document.edits, self._window.tabs.message.emit
            )

    def on_apply_recipe_triggered(self) -> None:
        """Show what the edits of a recipe would change."""
        front = self._front()
        if front is not None:
            title = translate("Editing", "Apply Recipe")
            ask_recipe(
                self._window,
                str(front[1].document.path.parent),
                lambda edits: self._show_list(title, edits),
                front[1].refused.emit,
            )

    # -- files --------------------------------------------------------------------------------

    def on_save_as_triggered(self) -> None:
        """Save the document in front."""
        front = self._front()
        if front is not None:
            self.saving.save(front[0])

    def on_batch_triggered(self) -> None:
        """Apply the edits of the document in front to other files."""
        front = self._front()
        if front is not None:
            self.saving.batch(front[0])
