"""The QApplication with all that lives as long as it does."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector import __version__
from inspector.desktop.names import ID
from inspector.desktop.one_window import Listener, Request
from inspector.gui.faults import guarded, install_hook
from inspector.gui.icons import application_icon
from inspector.gui.jobs import Jobs
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.second_starts import SecondStarts, bring_to_front
from inspector.gui.settings import Settings
from inspector.gui.theme import apply_theme

# By then an empty window is painted.
_IDLE_MS = 200
# What opening and comparing need; the first of them would hold the window up while it is imported.
_NEEDED = (
    "inspector.gui.edits.editing",
    "inspector.gui.document.tree_pane",
    "inspector.gui.diff.ways_in",
    "inspector.analysis.diff.structure",
)


class _QtApplication(QApplication):
    """Receives the files that macOS hands over as events."""

    asked_for: list[Path]

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.open_file(Path(event.file()))
            return True
        return super().event(event)

    def open_file(self, path: Path) -> None:
        """Open `path` now, or keep it until there is a window."""
        for window in self.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.open_paths([path])
                return
        self.asked_for.append(path)


class Application:
    """Made once, before the first window."""

    def __init__(self, theme: str | None = None, language: str | None = None) -> None:
        existing = QApplication.instance()
        # X11 takes a window's WM_CLASS from the first argument.
        self.qt = existing if isinstance(existing, QApplication) else _QtApplication([ID])
        if isinstance(self.qt, _QtApplication):
            self.qt.asked_for = []
        self.qt.setApplicationName("inspector")
        self.qt.setApplicationDisplayName("Inspector")
        self.qt.setApplicationVersion(__version__)
        QGuiApplication.setDesktopFileName(ID)
        install_hook()
        self.settings = Settings()
        self.jobs = Jobs(self.qt)
        self.theme = theme or self.settings.theme
        apply_theme(self.qt, self.theme)
        apply_language(language or self.settings.language)
        self.qt.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _on_scheme_changed(self) -> None:
        if self.settings.theme == "system" and self.theme == "system":
            apply_theme(self.qt, "system")

    def make_window(
        self, size: tuple[int, int] | None = None, for_picture: bool = False
    ) -> MainWindow:
        """A window, not shown yet."""
        window = MainWindow(self.jobs, self.settings)
        window.setWindowIcon(application_icon())
        if size is not None:
            window.resize(*size)
        elif for_picture:
            window.resize(1200, 800)
        return window

    def open_later(self, window: MainWindow, paths: Sequence[Path], arrange: str = "") -> None:
        """Open `paths` in `window` once its first frame is painted.

        What the first document needs is imported beside that, on a thread.
        """
        waiting = [*paths, *getattr(self.qt, "asked_for", [])]
        if arrange:
            waiting = []
        is_wanted = bool(waiting) or self.settings.restores_tabs
        delay_ms = 0 if is_wanted else _IDLE_MS
        QTimer.singleShot(delay_ms, window, self._import_what_documents_need)
        if is_wanted:
            QTimer.singleShot(0, window, lambda: window.open_session(waiting))
        if arrange:  # behind what was open before, and in front of it
            QTimer.singleShot(0, window, lambda: window.open_arranged(paths, arrange))

    def _import_what_documents_need(self) -> None:
        self.jobs.start(self.qt, lambda _: [import_module(name) for name in _NEEDED])

    def serve(self, window: MainWindow, listener: Listener) -> None:
        """Open in `window` what later starts hand over, until the application ends."""
        starts = SecondStarts(listener, self.qt)
        self.qt.aboutToQuit.connect(starts.close)

        def on_requested(request: Request) -> None:
            window.open_arranged([Path(path) for path in request.paths], request.arrange)
            bring_to_front(window, request.token)

        starts.requested.connect(on_requested)
