"""The Preferences. Everything is applied at once; there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.preferences_files import FilesPage
from inspector.gui.dialogs.preferences_python import PythonPage
from inspector.gui.faults import guarded, nothing
from inspector.gui.jobs import Jobs
from inspector.gui.settings import LANGUAGES, SAVE_FORMATS, THEMES, Settings
from inspector.gui.text import QT_TRANSLATE_NOOP, label, monospace, translate
from inspector.gui.theme import GRID

_THEME_WORDS = {
    "system": QT_TRANSLATE_NOOP("Preferences", "As the desktop"),
    "light": QT_TRANSLATE_NOOP("Preferences", "Light"),
    "dark": QT_TRANSLATE_NOOP("Preferences", "Dark"),
}
_LANGUAGE_WORDS = {"system": _THEME_WORDS["system"], "en": "English", "zh_CN": "简体中文"}
_FORMAT_WORDS = {
    "own": QT_TRANSLATE_NOOP("Preferences", "The format of the file that is open"),
    "zip": "PyTorch zip",
    "legacy": "PyTorch legacy",
    "safetensors": "safetensors",
}


class PreferencesDialog(QDialog):
    """Three pages: general, files on the desktop, Python with torch."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    changed = Signal()
    """A setting that a menu shows, too, is another one."""

    def __init__(self, settings: Settings, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.tabs = QTabWidget()
        self.general = GeneralPage(settings)
        self.files = FilesPage(jobs)
        self.python = PythonPage(settings, jobs)
        for page in (self.general, self.files, self.python):
            self.tabs.addTab(page, "")
        self.general.theme.activated.connect(
            lambda at: self.theme_chosen.emit(self.general.theme.itemData(at))
        )
        self.general.language.activated.connect(
            lambda at: self.language_chosen.emit(self.general.language.itemData(at))
        )
        self.general.restore.toggled.connect(self.changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        self.setMinimumWidth(76 * GRID)
        self.finished.connect(self.deleteLater)
        self.refresh()

    def refresh(self) -> None:
        """All texts, in the language of now."""
        self.setWindowTitle(translate("Preferences", "Preferences"))
        self.tabs.tabBar().setAccessibleName(translate("Preferences", "Preferences"))
        titles = (
            translate("Preferences", "General"),
            translate("Preferences", "Double-Click"),
            translate("Preferences", "Python with torch"),
        )
        for at, title in enumerate(titles):
            self.tabs.setTabText(at, title)
        for page in (self.general, self.files, self.python):
            page.refresh()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "python"):
            self.refresh()


class GeneralPage(QWidget):
    """Language, theme, and what is suggested."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.language, self.theme = QComboBox(), QComboBox()
        self.restore, self.unsaved = QCheckBox(), QCheckBox()
        self.save_format = QComboBox()
        self.rtol, self.atol = QLineEdit(), QLineEdit()
        self._tolerance = label(dim=True)
        self._tolerance.setWordWrap(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(GRID)
        self._rows = [label() for _ in range(5)]
        fields = (self.language, self.theme, self.save_format, self.rtol, self.atol)
        for row, field in zip(self._rows, fields, strict=True):
            row.setBuddy(field)
            self._form.addRow(row, field)
        for widget in (self._tolerance, self.restore, self.unsaved):
            self._form.addRow("", widget)
        for combo, words in (
            (self.language, LANGUAGES),
            (self.theme, THEMES),
            (self.save_format, SAVE_FORMATS),
        ):
            for word in words:
                combo.addItem("", word)
        self._show_settings()
        self._connect()

    def _show_settings(self) -> None:
        settings = self._settings
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.save_format.setCurrentIndex(self.save_format.findData(settings.save_format))
        self.restore.setChecked(settings.restores_tabs)
        self.unsaved.setChecked(settings.asks_unsaved)
        for edit in (self.rtol, self.atol):
            edit.setFont(monospace())
        self._show_tolerance()

    def _connect(self) -> None:
        settings = self._settings
        self.save_format.activated.connect(self._on_format_activated)
        self.restore.toggled.connect(lambda on: setattr(settings, "restores_tabs", on))
        self.unsaved.toggled.connect(lambda on: setattr(settings, "asks_unsaved", on))
        for edit in (self.rtol, self.atol):
            edit.editingFinished.connect(self._on_tolerance_edited)

    def _on_format_activated(self, at: int) -> None:
        self._settings.save_format = self.save_format.itemData(at)

    def _on_tolerance_edited(self) -> None:
        """Keep two numbers; show again what was kept where one is none."""
        before = self._settings.diff_tolerance
        try:
            self._settings.diff_tolerance = float(self.rtol.text()), float(self.atol.text())
        except ValueError:
            self._settings.diff_tolerance = before
        if self._settings.diff_tolerance == (0.0, 0.0) and not self._is_zero():
            self._settings.diff_tolerance = before  # what it does not take, it reads as exact
        self._show_tolerance()

    def _is_zero(self) -> bool:
        return all(float(edit.text()) == 0 for edit in (self.rtol, self.atol))

    def _show_tolerance(self) -> None:
        for edit, value in zip((self.rtol, self.atol), self._settings.diff_tolerance, strict=True):
            edit.setText(f"{value:g}")

    def refresh(self) -> None:
        """All texts, in the language of now."""
        texts = (
            translate("Preferences", "&Language"),
            translate("Preferences", "&Theme"),
            translate("Preferences", "&Save As suggests"),
            translate("Preferences", "&Relative tolerance"),
            translate("Preferences", "&Absolute tolerance"),
        )
        for row, text in zip(self._rows, texts, strict=True):
            row.setText(text)
        for combo, words in (
            (self.language, _LANGUAGE_WORDS),
            (self.theme, _THEME_WORDS),
            (self.save_format, _FORMAT_WORDS),
        ):
            for at in range(combo.count()):
                combo.setItemText(at, translate("Preferences", words[combo.itemData(at)]))
        self._tolerance.setText(
            translate(
                "Preferences",
                "Where two files are compared, elements are equal while "
                "|a − b| ≤ absolute + relative × |b|. Zero is exact.",
            )
        )
        self.restore.setText(translate("Preferences", "Reopen &files at start"))
        self.unsaved.setText(
            translate("Preferences", "&Ask before edits that were not saved are given up")
        )
