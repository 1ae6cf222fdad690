"""What is said of registering on a desktop."""

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    QT_TRANSLATE_NOOP("Core", "{path} cannot be read, so it is not known what was registered."),
    QT_TRANSLATE_NOOP("Core", "Delete that file and register again."),
    QT_TRANSLATE_NOOP("Core", "{path} was written by another version of Inspector."),
    QT_TRANSLATE_NOOP("Core", "Unregister with that version first."),
    QT_TRANSLATE_NOOP("Core", "wrote {path}"),
    QT_TRANSLATE_NOOP("Core", "{path} was gone already"),
    QT_TRANSLATE_NOOP("Core", "left {path}: somebody changed it since"),
    QT_TRANSLATE_NOOP("Core", "restored {path}"),
    QT_TRANSLATE_NOOP("Core", "removed {path}"),
    QT_TRANSLATE_NOOP("Core", "{folder} cannot be made: {why}."),
    QT_TRANSLATE_NOOP("Core", "{path} cannot be read: {why}."),
    QT_TRANSLATE_NOOP(
        "Core", "Inspector runs from its source folder, so a desktop could not start it."
    ),
    QT_TRANSLATE_NOOP("Core", "Install it first: pip install ."),
    QT_TRANSLATE_NOOP("Core", "{tool} is missing; install {package} and register again"),
    QT_TRANSLATE_NOOP("Core", "updated {path}"),
    QT_TRANSLATE_NOOP("Core", "{tool} failed"),
    QT_TRANSLATE_NOOP(
        "Core", "nothing opens {mime} yet, and Inspector must not be first: left as it is"
    ),
    QT_TRANSLATE_NOOP("Core", "offered for {mime}, behind {default}"),
    QT_TRANSLATE_NOOP("Core", "no longer offered for {mime}"),
)
