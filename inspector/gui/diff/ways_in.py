"""What the Compare menu does, and every way to a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QMessageBox

from inspector.analysis.diff.parts import WHOLE, Part
from inspector.describe import visible
from inspector.document import Document
from inspector.gui.actions import COMPARISON, COPY_AS, ROWS, SELECTION
from inspector.gui.diff.diff_view import DiffView
from inspector.gui.diff.looks import SAME
from inspector.gui.diff.opening import Place, Wanted
from inspector.gui.diff.taking import give_edits
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.edits.offers import selected_parts
from inspector.gui.text import translate, without_mnemonic

if TYPE_CHECKING:
    from inspector.gui.diff.load_dialog import LoadDialog
    from inspector.gui.shell import Shell


class Comparing(QObject):
    """Slots of the table of actions."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        window.tabs.changed.connect(self._on_tabs_changed)
        self.box: QMessageBox | None = None
        self.dialog: LoadDialog | None = None

    # -- to a comparison ----------------------------------------------------------------------

    def compare(self, a: Path, b: Path) -> DiffView:
        """A tab that compares two files, as they are in their tabs; one that does is shown."""
        return self._compare(self._place(a), self._place(b))

    def _compare(self, a: Place, b: Place) -> DiffView:
        rtol, atol = self._window.settings.diff_tolerance
        return self.show(Wanted(a, b, rtol=rtol, atol=atol))

    def show(self, wanted: Wanted) -> DiffView:
        """The tab that compares just this; a new one where there is none."""
        tabs = self._window.tabs
        for view in tabs.comparisons():
            if (view.wanted.a, view.wanted.b) == (wanted.a, replace(wanted.b, or_whole=False)):
                tabs.setCurrentWidget(view)
                return view
        made = DiffView(wanted, self._window.jobs, tabs)
        made.lend = self._lent
        made.menu_requested.connect(self._on_menu_requested)
        made.edits_requested.connect(lambda path, edits: give_edits(tabs, made, path, edits))
        made.refresh_requested.connect(lambda: self.refresh(made))
        tabs.add_comparison(made)
        return made

    def _lent(self, place: Place) -> Document | None:
        """What a tab has open of a place, if it is still what is on disk."""
        for view in self._window.tabs.views():
            if view.path == place.path and view.opened is not None:
                document = view.opened.document
                is_same = tuple(document.edits) == place.edits
                if is_same and not document.has_changed_on_disk():
                    return document.snapshot()
        return None

    def refresh(self, view: DiffView) -> None:
        """Compare again what the tabs of its files show now."""
        view.compare_again(self._now(view.wanted))

    def _now(self, wanted: Wanted) -> Wanted:
        """The same comparison of the files with the edits that their tabs have now."""
        a, b = (
            replace(place, edits=self._place(place.path).edits) for place in (wanted.a, wanted.b)
        )
        return replace(wanted, a=a, b=b)

    def _on_tabs_changed(self) -> None:
        view = self._front()
        if view is not None and view.state is State.OPEN:
            now = self._now(view.wanted)
            sides = ((view.wanted.a, now.a), (view.wanted.b, now.b))
            edited = [place.path for place, later in sides if place.edits != later.edits]
            view.show_edited(list(dict.fromkeys(edited)))

    def _place(self, path: Path) -> Place:
        path = path.absolute()
        for view in self._window.tabs.views():
            if view.path == path and view.opened is not None:
                return Place(path, edits=tuple(view.opened.document.edits))
        return Place(path)

    def on_compare_with_triggered(self) -> None:
        """Compare the file in front with one that is asked for."""
        view = self._window.tabs.current() or self._window.tabs.comparison()
        if view is not None:
            self.ask_other(view.path if isinstance(view, DocumentView) else view.wanted.a.path)

    def ask_other(self, path: Path, part: Part = WHOLE) -> None:
        """Ask which file to compare `path`, or a part of it, with: the same part of that file
        where it has one."""
        from inspector.gui.dialogs.open_dialog import ask, open_dialog

        dialog = open_dialog(self._window, str(path.parent))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        title = translate("Comparing", "Compare {name} With")
        dialog.setWindowTitle(title.replace("{name}", visible(path.name, 60)))

        def when_chosen(paths: Sequence[Path]) -> None:
            here = replace(self._place(path), part=part)
            there = replace(self._place(paths[0]), part=part, or_whole=part != WHOLE)
            self._compare(here, there)

        ask(dialog, when_chosen)

    def on_compare_files_triggered(self) -> None:
        """Ask for two files: both at once, or one after the other."""
        from inspector.gui.dialogs.open_dialog import ask, open_dialog

        dialog = open_dialog(self._window, self._window.settings.last_folder)
        dialog.setWindowTitle(translate("Comparing", "Compare: Choose One or Two Files"))
        ask(dialog, self._on_files_chosen)

    def _on_files_chosen(self, paths: Sequence[Path]) -> None:
        self._window.settings.last_folder = str(paths[0].parent)
        if len(paths) == 1:
            self.ask_other(paths[0])
        else:
            self.compare(paths[0], paths[1])

    def on_compare_parts_triggered(self) -> None:
        """Two parts of the file in front beside each other: its weights and their EMA."""
        view = self._window.tabs.current()
        if view is not None and view.opened is not None:
            self.compare(view.path, view.path)

    def on_compare_module_triggered(self) -> None:
        """Compare the selected module with a file that is asked for."""
        view = self._window.tabs.current()
        parts = selected_parts(view) if view is not None else []
        if view is not None and len(parts) == 1:
            self.ask_other(view.path, parts[0])

    def on_compare_selected_triggered(self) -> None:
        """Compare the two selected modules with each other."""
        view = self._window.tabs.current()
        parts = selected_parts(view) if view is not None else []
        if view is not None and len(parts) == 2:
            a, b = (replace(self._place(view.path), part=part) for part in parts)
            self._compare(a, b)

    def on_explain_error_triggered(self) -> None:
        """Ask for the text of torch's error about the file in front."""
        from inspector.gui.diff.load_dialog import LoadDialog

        view = self._window.tabs.current()
        if view is not None and view.edits is not None:
            self.dialog = LoadDialog(view.edits, self._window.jobs, self._window)
            self.dialog.finished.connect(self._on_dialog_finished)
            self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def ask_what_to_do(self, paths: Sequence[Path]) -> None:
        """Two files were dropped: are they to be opened or compared?"""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(translate("Comparing", "Two Files"))
        names = (visible(path.name, 60) for path in paths)
        text = translate("Comparing", "Compare {a} with {b}, or open both?")
        for place, name in zip(("{a}", "{b}"), names, strict=True):
            text = text.replace(place, name)
        box.setText(text)
        roles = QMessageBox.ButtonRole
        compare = box.addButton(translate("Comparing", "Compare"), roles.AcceptRole)
        both = box.addButton(translate("Comparing", "Open Both"), roles.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(compare)
        compare.clicked.connect(lambda: self.compare(paths[0], paths[1]))
        both.clicked.connect(lambda: self._window.open_paths(paths))
        box.finished.connect(self._on_box_finished)
        self.box = box
        box.open()

    def _on_box_finished(self) -> None:
        self.box = None

    # -- menus --------------------------------------------------------------------------------

    def tab_menu(self, at: int) -> QMenu:
        """What a tab offers where it is clicked with the right button."""
        window, menu = self._window, QMenu(self._window)
        view = window.tabs.widget(at)
        if isinstance(view, DocumentView):
            self._add_compare_with(menu, view)
            menu.addSeparator()
        for name in ("reload", "close", "close_all"):
            menu.addAction(window.actions_[name])
        return menu

    def _add_compare_with(self, menu: QMenu, view: DocumentView) -> None:
        path = view.path
        inner = menu.addMenu(translate("Comparing", "Compare With"))
        for other in self._window.tabs.views():
            if other is not view:
                action = inner.addAction(without_mnemonic(visible(other.path.name, 80)))
                action.setToolTip(visible(str(other.path)))
                action.triggered.connect(lambda *_, to=other.path: self.compare(path, to))
        if inner.actions():
            inner.addSeparator()
        another = inner.addAction(translate("Comparing", "Another File…"))
        another.triggered.connect(lambda *_: self.ask_other(path))
        if view.opened is not None and len(view.opened.document.contents.state_dicts) > 1:
            menu.addAction(self._window.actions_["compare_parts"])

    def show_tab_menu(self, at: int, position: QPoint) -> None:
        """Show the menu of a tab, which comes to the front."""
        self._window.tabs.setCurrentIndex(at)
        menu = self.tab_menu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def row_menu(self) -> QMenu:
        """What the selected rows of a comparison offer."""
        actions, menu = self._window.actions_, QMenu(self._window)
        copies = ("copy_table", "copy_csv", "copy_json", "copy_markdown")
        names = ("next_difference", "previous_difference", "-", "copy_keys")
        more = ("-", "hide_same", "expand_all", "collapse_all")
        actions.fill(menu, (*names, (COPY_AS[0], copies), *more))
        return menu

    def _on_menu_requested(self, position: QPoint) -> None:
        menu = self.row_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    # -- in a comparison ----------------------------------------------------------------------

    def available(self) -> set[str]:
        """What actions may need, for the comparison in front; the toggle follows."""
        view = self._window.tabs.comparison()
        if view is None or view.state is not State.OPEN or view.pane is None:
            return set()
        self._window.actions_["hide_same"].setChecked(SAME not in view.pane.counts.states)
        has_rows = bool(view.pane.tree.selected_rows())
        return {ROWS, COMPARISON} | ({SELECTION} if has_rows else set())

    def _front(self) -> DiffView | None:
        return self._window.tabs.comparison()

    def on_next_triggered(self) -> None:
        """The next difference."""
        self._step(1)

    def on_previous_triggered(self) -> None:
        """The previous difference."""
        self._step(-1)

    def _step(self, by: int) -> None:
        view = self._front()
        if view is not None and view.pane is not None and not view.pane.step(by):
            text = translate("Comparing", "There is no further difference among the rows shown.")
            view.message.emit(text)

    def on_first_triggered(self) -> None:
        """The first difference."""
        view = self._front()
        if view is not None and view.pane is not None:
            view.pane.step_to_end(False)

    def on_last_triggered(self) -> None:
        """The last difference."""
        view = self._front()
        if view is not None and view.pane is not None:
            view.pane.step_to_end(True)

    def on_hide_same_triggered(self) -> None:
        """Only what differs, or everything."""
        view = self._front()
        if view is not None and view.pane is not None:
            view.pane.counts.hide_same(self._window.actions_["hide_same"].isChecked())

    def on_swap_triggered(self) -> None:
        """Left becomes right."""
        view = self._front()
        if view is not None:
            view.swap()

    def on_export_triggered(self, kind: str) -> None:
        """Write the comparison as a report."""
        view = self._front()
        if view is not None:
            view.export(kind)
