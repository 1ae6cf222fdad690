"""What is said while a file is saved, and of what it cannot hold."""

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    QT_TRANSLATE_NOOP("Core", "writing"),
    QT_TRANSLATE_NOOP("Core", "There is no tensor to write."),
    QT_TRANSLATE_NOOP("Core", "safetensors holds only tensors."),
    QT_TRANSLATE_NOOP("Core", "'{name}' ({why})"),
    QT_TRANSLATE_NOOP("Core", "another tensor has this name"),
    QT_TRANSLATE_NOOP("Core", "its values cannot be read"),
    QT_TRANSLATE_NOOP("Core", "layout {layout}"),
    QT_TRANSLATE_NOOP("Core", "a {name}"),
    QT_TRANSLATE_NOOP("Core", "quantized"),
    QT_TRANSLATE_NOOP("Core", "dtype {dtype}"),
    QT_TRANSLATE_NOOP("Core", "that {tensors} share memory with others"),
    QT_TRANSLATE_NOOP("Core", "the optimizer ({groups})"),
    QT_TRANSLATE_NOOP("Core", "torch has no tensor of dtype {dtype} and layout {layout}."),
    QT_TRANSLATE_NOOP("Core", "Drop it, or save to a format that has it."),
    QT_TRANSLATE_NOOP("Core", "what the file says in {key}"),
    QT_TRANSLATE_NOOP("Core", "its code"),
    QT_TRANSLATE_NOOP("Core", "its program"),
    QT_TRANSLATE_NOOP("Core", "the code of the package"),
    QT_TRANSLATE_NOOP(
        "Core", "The legacy format has no storage for this dtype: torch cannot read it back."
    ),
    QT_TRANSLATE_NOOP("Core", "Save as zip, or cast the tensor first."),
    QT_TRANSLATE_NOOP("Core", "verifying"),
    QT_TRANSLATE_NOOP("Core", "'{key}' did not read back as it was written."),
    QT_TRANSLATE_NOOP("Core", "Check the disk; nothing was replaced."),
    QT_TRANSLATE_NOOP(
        "Core", "No format here can hold it: use --force to leave it out, and keep the old file."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Save as {format} to keep everything, or use --force to leave it out."
    ),
    QT_TRANSLATE_NOOP("Core", "{format} cannot hold: {losses}."),
    QT_TRANSLATE_NOOP("Core", "Left out: {what}."),
    QT_TRANSLATE_NOOP(
        "Core", "The model reads {names}, which must lie in its folder: copy it there, too."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} was changed by another program while it was being saved."),
    QT_TRANSLATE_NOOP("Core", "Open it again, and repeat the edits."),
    QT_TRANSLATE_NOOP("Core", "{name} is a folder."),
    QT_TRANSLATE_NOOP("Core", "Choose a file name."),
    QT_TRANSLATE_NOOP("Core", "The disk has {free} free, and {name} needs {expected}."),
    QT_TRANSLATE_NOOP("Core", "Make room, or save to another disk."),
    QT_TRANSLATE_NOOP("Core", "The new file's permissions could not be set."),
    QT_TRANSLATE_NOOP("Core", "The permissions of the old file could not be given to the new one."),
    QT_TRANSLATE_NOOP("Core", "The new file belongs to you, not to the owner of the old one."),
    QT_TRANSLATE_NOOP(
        "Core", "The old file has other names (hard links); they keep the old contents."
    ),
    QT_TRANSLATE_NOOP("Core", "The disk is full; {name} was not written."),
    QT_TRANSLATE_NOOP("Core", "The folder of {name} may not be written to."),
    QT_TRANSLATE_NOOP("Core", "Save to another folder."),
    QT_TRANSLATE_NOOP("Core", "The folder of {name} does not exist."),
    QT_TRANSLATE_NOOP("Core", "Create it first."),
    QT_TRANSLATE_NOOP("Core", "{name} was not written: {why}."),
    QT_TRANSLATE_NOOP("Core", "Check the disk."),
    QT_TRANSLATE_NOOP("Core", "{name} exists."),
    QT_TRANSLATE_NOOP("Core", "Choose another name, or use --force."),
)
