"""What the application is called, for desktops and for people."""

from __future__ import annotations

# The id of its desktop entry, its icon, its windows and its sockets.
ID = "checkpoint-inspector"
NAME = "Inspector"
VENDOR = "Inspector"
