"""What later starts of the program ask of this one: sockets served by Qt's event loop."""

from __future__ import annotations

import os
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from inspector.desktop.one_window import LIMIT, Listener, answer

_PIECE = 1 << 16
_MOST_AT_ONCE = 256
# Platforms that warn when a window is raised.
_WITHOUT_STACKING = ("offscreen", "minimal")


class SecondStarts(QObject):
    """Receives requests; each is answered once it was understood."""

    requested = Signal(object)
    """A `Request`."""

    def __init__(self, listener: Listener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = listener
        self._connections: dict[int, _Connection] = {}
        self._notifier = _reader(listener.socket, self)
        self._notifier.activated.connect(self._on_connection_waiting)

    def _on_connection_waiting(self) -> None:
        while len(self._connections) < _MOST_AT_ONCE:
            try:
                made, _ = self._listener.socket.accept()
            except OSError:  # nobody waits any more, or they gave up
                return
            made.setblocking(False)
            connection = _Connection(made, self)
            self._connections[made.fileno()] = connection
            connection.read()

    def finish(self, connection: _Connection) -> None:
        """Answer a connection that is complete, and forget it."""
        self._connections.pop(connection.socket.fileno(), None)
        line, found, _ = bytes(connection.received).partition(b"\n")
        request = self._listener.request(line) if found else None
        if request is not None:
            answer(connection.socket)
        connection.close()
        if request is not None:
            self.requested.emit(request)

    def close(self) -> None:
        """Stop listening; whoever waits gets no answer and opens a window of its own."""
        self._notifier.setEnabled(False)
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()
        self._listener.close()


class _Connection:
    """A request on its way."""

    def __init__(self, made: socket.socket, owner: SecondStarts) -> None:
        self.socket = made
        self.received = bytearray()
        self._owner = owner
        self._notifier = _reader(made, owner)
        self._notifier.activated.connect(self.read)

    def read(self) -> None:
        """Take what has come; a whole line, an end or too much of it finishes the connection."""
        try:
            while piece := self.socket.recv(_PIECE):
                self.received += piece
                if b"\n" in piece or len(self.received) > LIMIT:
                    break
        except BlockingIOError:
            return
        except OSError:
            pass  # the other process is gone
        self._owner.finish(self)

    def close(self) -> None:
        """Let the other side go on."""
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self.socket.close()


def _reader(of: socket.socket, parent: QObject) -> QSocketNotifier:
    return QSocketNotifier(of.fileno(), QSocketNotifier.Type.Read, parent)


def bring_to_front(window: QMainWindow, token: str) -> None:
    """Raise `window` with the desktop's permission, if the person's last click gave us one."""
    if token:
        # Where Qt looks for it when it asks a Wayland compositor.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    if QGuiApplication.platformName() not in _WITHOUT_STACKING:
        window.raise_()
    window.activateWindow()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)
