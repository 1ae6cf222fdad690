"""The one table of actions: what there is to do, its shortcut, its icon, and which slot does it.

Menus, the toolbar and context menus are lists of names from this table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from inspector.gui.icons import icon
from inspector.gui.text import QT_TRANSLATE_NOOP

Key = QKeySequence.StandardKey

# What must be there for an action to make sense.
ALWAYS, TAB, DOCUMENT, SELECTION = "always", "tab", "document", "selection"
ROWS, COMPARISON = "rows", "comparison"  # of a document or a comparison; of a comparison


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A row of the table.

    Attributes:
        slot: The window's method, or one of a part of it; called with `value` if there is one.
        keys: Standard keys and texts; all of them work, the first is shown.
        needs: ALWAYS, TAB, DOCUMENT, SELECTION, or as `edits.offers.available` names it.
        group: Actions of one group exclude each other and show a mark.
    """

    name: str
    text: str
    slot: str
    keys: tuple[Key | str, ...] = ()
    icon: str = ""
    needs: str = ALWAYS
    group: str = ""
    value: str = ""
    is_toggle: bool = False


def shown_text(text: str) -> str:
    """A text of the table in the language of now."""
    return QCoreApplication.translate("Actions", text)


# fmt: off
ACTIONS = (
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "on_open_triggered",
               (Key.Open,), "folder-open"),
    ActionSpec("open_folder", QT_TRANSLATE_NOOP("Actions", "Open &Folder…"),
               "on_open_folder_triggered", ("Ctrl+Shift+O",), "folder"),
    ActionSpec("reload", QT_TRANSLATE_NOOP("Actions", "&Reload"), "on_reload_triggered",
               (Key.Refresh, "Ctrl+R"), "refresh-cw", TAB),
    ActionSpec("close", QT_TRANSLATE_NOOP("Actions", "&Close"), "on_close_triggered",
               (Key.Close, "Ctrl+W"), "x", TAB),
    ActionSpec("close_all", QT_TRANSLATE_NOOP("Actions", "Close &All"), "on_close_all_triggered",
               ("Ctrl+Shift+W",), "", TAB),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "close", (Key.Quit, "Ctrl+Q")),
    ActionSpec("copy_keys", QT_TRANSLATE_NOOP("Actions", "&Copy Key"), "viewing.on_copy_triggered",
               (Key.Copy,), "copy", SELECTION, value="keys"),
    ActionSpec("copy_paths", QT_TRANSLATE_NOOP("Actions", "Copy &Path"),
               "viewing.on_copy_triggered",
               ("Ctrl+Shift+C",), "", SELECTION, value="paths"),
    ActionSpec("copy_code", QT_TRANSLATE_NOOP("Actions", "&Python: sd[\"…\"]"),
               "viewing.on_copy_triggered",
               ("Ctrl+Alt+Shift+C",), "", SELECTION, value="code"),
    ActionSpec("copy_table", QT_TRANSLATE_NOOP("Actions", "&Table (Tab-Separated)"),
               "viewing.on_copy_triggered", ("Ctrl+Alt+C",), "", SELECTION, value="table"),
    ActionSpec("copy_csv", QT_TRANSLATE_NOOP("Actions", "&CSV"), "viewing.on_copy_triggered",
               needs=SELECTION, value="csv"),
    ActionSpec("copy_json", QT_TRANSLATE_NOOP("Actions", "&JSON"), "viewing.on_copy_triggered",
               needs=SELECTION, value="json"),
    ActionSpec("copy_markdown", QT_TRANSLATE_NOOP("Actions", "&Markdown"),
               "viewing.on_copy_triggered",
               needs=SELECTION, value="markdown"),
    ActionSpec("save_as", QT_TRANSLATE_NOOP("Actions", "&Save As…"),
               "editing.on_save_as_triggered", (Key.Save, Key.SaveAs), "save", "editable"),
    ActionSpec("batch", QT_TRANSLATE_NOOP("Actions", "Apply These Edits to &Other Files…"),
               "editing.on_batch_triggered", needs="edits"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "editing.on_undo_triggered",
               (Key.Undo,), "undo-2", "undo"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "editing.on_redo_triggered",
               (Key.Redo,), "redo-2", "redo"),
    ActionSpec("strip_prefix", QT_TRANSLATE_NOOP("Actions", "S&trip Prefix…"),
               "editing.on_strip_prefix_triggered", ("Ctrl+Shift+M",), needs="editable"),
    ActionSpec("add_prefix", QT_TRANSLATE_NOOP("Actions", "&Add Prefix…"),
               "editing.on_add_prefix_triggered", needs="editable"),
    ActionSpec("rename_keys", QT_TRANSLATE_NOOP("Actions", "Rename &Keys…"),
               "editing.on_rename_keys_triggered", ("Ctrl+H",), needs="editable"),
    ActionSpec("set_value", QT_TRANSLATE_NOOP("Actions", "Set &Value…"),
               "editing.on_set_value_triggered", ("F2",), "pencil", "value"),
    ActionSpec("drop", QT_TRANSLATE_NOOP("Actions", "&Drop Selected"),
               "editing.on_drop_triggered", ("Del",), "trash-2", "entries"),
    ActionSpec("keep_only", QT_TRANSLATE_NOOP("Actions", "Keep &Only This"),
               "editing.on_keep_only_triggered", needs="entry"),
    ActionSpec("map_devices", QT_TRANSLATE_NOOP("Actions", "&Map Devices…"),
               "editing.on_map_devices_triggered", ("Ctrl+M",), needs="editable"),
    ActionSpec("cast", QT_TRANSLATE_NOOP("Actions", "Cast &Floating Tensors…"),
               "editing.on_cast_triggered", needs="editable"),
    ActionSpec("compact", QT_TRANSLATE_NOOP("Actions", "Compact &Storages…"),
               "editing.on_compact_triggered", needs="editable"),
    ActionSpec("weights_only", QT_TRANSLATE_NOOP("Actions", "Make Loadable with &weights_only…"),
               "editing.on_weights_only_triggered", needs="editable"),
    ActionSpec("untie", QT_TRANSLATE_NOOP("Actions", "U&ntie"), "editing.on_untie_triggered",
               needs="tied"),
    ActionSpec("tie", QT_TRANSLATE_NOOP("Actions", "T&ie the Two Selected"),
               "editing.on_tie_triggered", needs="pair"),
    ActionSpec("copy_python", QT_TRANSLATE_NOOP("Actions", "Copy Edits as P&ython"),
               "editing.on_copy_python_triggered", needs="edits"),
    ActionSpec("save_recipe", QT_TRANSLATE_NOOP("Actions", "Save Reci&pe…"),
               "editing.on_save_recipe_triggered", needs="edits"),
    ActionSpec("apply_recipe", QT_TRANSLATE_NOOP("Actions", "App&ly Recipe…"),
               "editing.on_apply_recipe_triggered", needs="editable"),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "&Filter"), "viewing.on_find_triggered",
               (Key.Find,), "search", ROWS),
    ActionSpec("summary", QT_TRANSLATE_NOOP("Actions", "&About This File"),
               "viewing.on_summary_triggered",
               ("Ctrl+I",), "info", DOCUMENT),
    ActionSpec("check_tensors", QT_TRANSLATE_NOOP("Actions", "Check All &Tensors"),
               "viewing.on_check_tensors_triggered", ("Ctrl+Shift+H",), "heart-pulse", DOCUMENT),
    ActionSpec("expand_all", QT_TRANSLATE_NOOP("Actions", "&Expand All"),
               "viewing.on_expand_triggered",
               ("Ctrl+Shift+E",), "chevrons-up-down", ROWS),
    ActionSpec("collapse_all", QT_TRANSLATE_NOOP("Actions", "&Collapse All"),
               "viewing.on_collapse_triggered", ("Ctrl+Shift+D",), "chevrons-down-up", ROWS),
    ActionSpec("flat_list", QT_TRANSLATE_NOOP("Actions", "Flat &List"),
               "viewing.on_flat_list_triggered",
               ("Ctrl+L",), is_toggle=True),
    ActionSpec("restore_tabs", QT_TRANSLATE_NOOP("Actions", "Reopen Files at &Start"),
               "preferring.on_restore_tabs_triggered", is_toggle=True),
    ActionSpec("next_tab", QT_TRANSLATE_NOOP("Actions", "&Next Tab"),
               "viewing.on_next_tab_triggered",
               (Key.NextChild,), "", TAB),
    ActionSpec("previous_tab", QT_TRANSLATE_NOOP("Actions", "Pre&vious Tab"),
               "viewing.on_previous_tab_triggered", (Key.PreviousChild,), "", TAB),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next &Pane"),
               "viewing.on_next_pane_triggered",
               ("F6",), "", ROWS),
    ActionSpec("compare_with", QT_TRANSLATE_NOOP("Actions", "Compare &With…"),
               "comparing.on_compare_with_triggered", ("Ctrl+K",), "file-diff", TAB),
    ActionSpec("compare_files", QT_TRANSLATE_NOOP("Actions", "Compare &Two Files…"),
               "comparing.on_compare_files_triggered", ("Ctrl+Shift+K",)),
    ActionSpec("compare_parts", QT_TRANSLATE_NOOP("Actions", "Compare &Parts of This File"),
               "comparing.on_compare_parts_triggered", needs=DOCUMENT),
    ActionSpec("compare_module", QT_TRANSLATE_NOOP("Actions", "Compare This &Module With…"),
               "comparing.on_compare_module_triggered", needs="module"),
    ActionSpec("compare_selected", QT_TRANSLATE_NOOP("Actions", "Compare Tw&o Selected Modules"),
               "comparing.on_compare_selected_triggered", needs="modules"),
    ActionSpec("explain_error", QT_TRANSLATE_NOOP("Actions", "Why Does It Not &Load?…"),
               "comparing.on_explain_error_triggered", needs="editable"),
    ActionSpec("next_difference", QT_TRANSLATE_NOOP("Actions", "&Next Difference"),
               "comparing.on_next_triggered", ("F7", "Alt+Down"), "arrow-down", COMPARISON),
    ActionSpec("previous_difference", QT_TRANSLATE_NOOP("Actions", "P&revious Difference"),
               "comparing.on_previous_triggered", ("Shift+F7", "Alt+Up"), "arrow-up",
               COMPARISON),
    ActionSpec("first_difference", QT_TRANSLATE_NOOP("Actions", "&First Difference"),
               "comparing.on_first_triggered", ("Alt+Home",), needs=COMPARISON),
    ActionSpec("last_difference", QT_TRANSLATE_NOOP("Actions", "&Last Difference"),
               "comparing.on_last_triggered", ("Alt+End",), needs=COMPARISON),
    ActionSpec("hide_same", QT_TRANSLATE_NOOP("Actions", "&Hide What Is the Same"),
               "comparing.on_hide_same_triggered", ("Ctrl+Alt+S",), needs=COMPARISON,
               is_toggle=True),
    ActionSpec("swap_sides", QT_TRANSLATE_NOOP("Actions", "&Swap Sides"),
               "comparing.on_swap_triggered", icon="arrow-left-right", needs=COMPARISON),
    ActionSpec("export_diff_html", "&HTML…", "comparing.on_export_triggered",
               needs=COMPARISON, value="html"),
    ActionSpec("export_diff_markdown", "&Markdown…", "comparing.on_export_triggered",
               needs=COMPARISON, value="markdown"),
    ActionSpec("export_diff_csv", "&CSV…", "comparing.on_export_triggered",
               needs=COMPARISON, value="csv"),
    ActionSpec("export_diff_json", "&JSON…", "comparing.on_export_triggered",
               needs=COMPARISON, value="json"),
    ActionSpec("theme_system", QT_TRANSLATE_NOOP("Actions", "As the &Desktop"),
               "preferring.on_theme_chosen", group="theme", value="system"),
    ActionSpec("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"),
               "preferring.on_theme_chosen", group="theme", value="light"),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"),
               "preferring.on_theme_chosen", group="theme", value="dark"),
    ActionSpec("language_system", QT_TRANSLATE_NOOP("Actions", "As the &Desktop"),
               "preferring.on_language_chosen", group="language", value="system"),
    ActionSpec("language_en", "English",
               "preferring.on_language_chosen", group="language", value="en"),
    ActionSpec("language_zh_CN", "简体中文",
               "preferring.on_language_chosen", group="language", value="zh_CN"),
    ActionSpec("reset_layout", QT_TRANSLATE_NOOP("Actions", "&Reset Layout"),
               "on_reset_layout_triggered", ("Ctrl+0",)),
    ActionSpec("undo_layout", QT_TRANSLATE_NOOP("Actions", "&Undo Layout Change"),
               "on_undo_layout_triggered", ("Ctrl+Alt+Z",), needs=DOCUMENT),
    ActionSpec("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full Screen"),
               "on_full_screen_triggered", (Key.FullScreen, "F11")),
    ActionSpec("preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
               "preferring.on_preferences_triggered", (Key.Preferences, "Ctrl+,"), "settings-2"),
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "&Command Palette…"),
               "assisting.on_palette_triggered", ("Ctrl+Shift+P",), "search"),
    ActionSpec("help_formats", QT_TRANSLATE_NOOP("Actions", "&Guide to Formats"),
               "assisting.on_help_triggered", (Key.HelpContents, "F1"), "info", value="formats"),
    ActionSpec("help_shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
               "assisting.on_help_triggered", ("Ctrl+/",), value="shortcuts"),
    ActionSpec("help_commands", QT_TRANSLATE_NOOP("Actions", "Command &Line"),
               "assisting.on_help_triggered", value="command-line"),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About Inspector"),
               "assisting.on_about_triggered"),
)

COPY_AS = (QT_TRANSLATE_NOOP("Actions", "Copy &As"),
           ("copy_code", "-", "copy_table", "copy_csv", "copy_json", "copy_markdown"))

EXPORT_DIFF = (QT_TRANSLATE_NOOP("Actions", "&Export Comparison"),
               ("export_diff_html", "export_diff_markdown", "export_diff_csv",
                "export_diff_json"))

# "-" is a separator; a pair is a submenu; "recent" is filled when it opens.
MENUS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "&File"),
     ("open", "open_folder", "recent", "-", "compare_with", "compare_files", "-", "save_as",
      "batch", "-", "reload", "close", "close_all", "-", "quit")),
    (QT_TRANSLATE_NOOP("Actions", "&Edit"),
     ("undo", "redo", "-", "strip_prefix", "add_prefix", "rename_keys", "-", "set_value", "drop",
      "keep_only", "-", "map_devices", "cast",
      (QT_TRANSLATE_NOOP("Actions", "&More Edits"),
       ("compact", "weights_only", "untie", "tie")), "-",
      (QT_TRANSLATE_NOOP("Actions", "Re&cipe"),
       ("copy_python", "save_recipe", "apply_recipe")), "-",
      "copy_keys", "copy_paths", COPY_AS, "-", "find", "-", "preferences")),
    (QT_TRANSLATE_NOOP("Actions", "&View"),
     ("summary", "check_tensors", "-", "flat_list", "expand_all", "collapse_all", "-", "next_tab",
      "previous_tab", "next_pane",
      "-",
      (QT_TRANSLATE_NOOP("Actions", "&Theme"), ("theme_system", "theme_light", "theme_dark")),
      (QT_TRANSLATE_NOOP("Actions", "&Language"),
       ("language_system", "language_en", "language_zh_CN")),
      "-", "full_screen", "reset_layout", "undo_layout", "-", "restore_tabs")),
    (QT_TRANSLATE_NOOP("Actions", "&Compare"),
     ("compare_with", "compare_files", "compare_parts", "compare_module", "compare_selected",
      "explain_error", "-", "next_difference", "previous_difference", "first_difference",
      "last_difference", "-", "hide_same", "swap_sides", "-", EXPORT_DIFF)),
    (QT_TRANSLATE_NOOP("Actions", "&Help"),
     ("palette", "-", "help_formats", "help_shortcuts", "help_commands", "-", "about")),
)
# fmt: on
TOOLBAR: tuple[str, ...] = (
    *("open", "save_as", "-", "undo", "redo", "-", "compare_with", "-"),
    *("summary", "expand_all", "collapse_all"),
)
# Of these, those that suit the rows that are selected.
CONTEXT_MENU: tuple[Any, ...] = (
    "set_value", "keep_only", "drop", "untie", "tie", "-", "strip_prefix", "rename_keys",
    "map_devices", "-", "compare_module", "compare_selected", "-", "copy_keys", "copy_paths",
    COPY_AS, "-", "expand_all", "collapse_all",
)  # fmt: skip


class Actions(QObject):
    """The table come alive: one QAction each, shared by every menu and bar."""

    def __init__(self, window: QWidget, recent: QMenu) -> None:
        super().__init__(window)
        self._window = window
        self._recent = recent
        self._groups: dict[str, QActionGroup] = {}
        self._made = {spec.name: self._make(spec) for spec in ACTIONS}
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self._window)
        action.setObjectName(spec.name)
        slot, window = attrgetter(spec.slot), self._window
        if spec.value:
            action.triggered.connect(lambda *_: slot(window)(spec.value))
        else:
            action.triggered.connect(lambda *_: slot(window)())
        action.setShortcuts(_sequences(spec))
        action.setCheckable(spec.is_toggle)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            action.setCheckable(True)
            group.addAction(action)
        self._window.addAction(action)
        return action

    def refresh(self) -> None:
        """Texts in the language and icons in the colours of now."""
        for spec in ACTIONS:
            action = self._made[spec.name]
            action.setText(shown_text(spec.text))
            plain = without_access_key(shown_text(spec.text))
            action.setIconText(plain)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain} ({key})" if key else plain)
            if spec.icon:
                action.setIcon(icon(spec.icon))

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Put the menus of the table into `bar`."""
        bar.clear()
        for title, names in MENUS:
            self.fill(bar.addMenu(shown_text(title)), names)

    def fill(self, menu: QMenu | QToolBar, names: tuple[Any, ...]) -> None:
        """Put the named actions into a menu or bar."""
        for name in names:
            if isinstance(name, tuple):
                assert isinstance(menu, QMenu)
                self.fill(menu.addMenu(shown_text(name[0])), name[1])
            elif name == "-":
                menu.addSeparator()
            elif name == "recent":
                assert isinstance(menu, QMenu)
                self._recent.setTitle(shown_text(QT_TRANSLATE_NOOP("Actions", "Open &Recent")))
                menu.addMenu(self._recent)
            else:
                menu.addAction(self._made[name])

    def possible(self, names: Sequence[Any]) -> tuple[Any, ...]:
        """Those of `names` that can be done now, without empty sections and submenus."""
        found: list[Any] = []
        for name in names:
            if isinstance(name, tuple):
                inner = self.possible(name[1])
                found += [(name[0], inner)] if inner else []
            elif found[-1:] != ["-"] if name == "-" else self._made[name].isEnabled():
                found.append(name)
        while found[-1:] == ["-"]:
            found.pop()
        return tuple(found[found[:1] == ["-"] :])

    def enable(self, available: Collection[str]) -> None:
        """Enable what can be done while `available` is there."""
        for spec in ACTIONS:
            self._made[spec.name].setEnabled(spec.needs == ALWAYS or spec.needs in available)

    def check(self, group: str, value: str) -> None:
        """Mark the chosen action of a group."""
        for spec in ACTIONS:
            if spec.group == group:
                self._made[spec.name].setChecked(spec.value == value)


def without_access_key(text: str) -> str:
    """ "&Open…" -> "Open", and "打开(&O)…" -> "打开"."""
    return re.sub(r"\(&\w\)|&|…$", "", text)


def _sequences(spec: ActionSpec) -> list[QKeySequence]:
    """A platform has none, one or several keys for a standard action; ours come after them."""
    found: list[QKeySequence] = []
    for key in spec.keys:
        added = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in added if sequence not in found]
    return found
