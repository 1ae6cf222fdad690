"""What is said of pickles and of what is in them."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    # The decoder and the writer of pickles.
    QT_TRANSLATE_NOOP("Core", "writing the structure"),
    QT_TRANSLATE_NOOP("Core", "The nested name '{name}' can only be written by pickle protocol 4."),
    QT_TRANSLATE_NOOP("Core", "Drop the entry that holds it, or keep the file as it is."),
    QT_TRANSLATE_NOOP("Core", "an object that was kept outside the file"),
    QT_TRANSLATE_NOOP("Core", "the copyreg extension {code}"),
    QT_TRANSLATE_NOOP("Core", "a value of the kind '{type}'"),
    QT_TRANSLATE_NOOP("Core", "A pickle of protocol 2 cannot hold {what}."),
    QT_TRANSLATE_NOOP("Core", "Drop it first."),
    QT_TRANSLATE_NOOP("Core", "values are left on the stack at STOP"),
    QT_TRANSLATE_NOOP("Core", "a text is not valid UTF-8"),
    QT_TRANSLATE_NOOP("Core", "memo slot {slot} is named; the pickle has {n} bytes"),
    QT_TRANSLATE_NOOP("Core", "and {n} more oddities"),
    QT_TRANSLATE_NOOP("Core", "an opcode crosses the end of its frame"),
    QT_TRANSLATE_NOOP("Core", "the pickle ends before its STOP"),
    QT_TRANSLATE_NOOP("Core", "a call has no tuple of arguments"),
    QT_TRANSLATE_NOOP("Core", "{name} is called as no writer calls it"),
    QT_TRANSLATE_NOOP("Core", "STOP before the end of the frame"),
    QT_TRANSLATE_NOOP("Core", "there is no opcode 0x{op}"),
    QT_TRANSLATE_NOOP("Core", "memo slot {slot} is used and was never set"),
    QT_TRANSLATE_NOOP("Core", "a key has no value"),
    QT_TRANSLATE_NOOP("Core", "items are set on something that is no mapping"),
    QT_TRANSLATE_NOOP("Core", "the pickle ends in the middle of an opcode"),
    QT_TRANSLATE_NOOP("Core", "an opcode needs more values than there are"),
    QT_TRANSLATE_NOOP("Core", "a length of {n} is claimed"),
    QT_TRANSLATE_NOOP("Core", "protocol {version} does not exist"),
    QT_TRANSLATE_NOOP("Core", "PROTO is not the first opcode"),
    QT_TRANSLATE_NOOP("Core", "a frame begins inside a frame"),
    QT_TRANSLATE_NOOP("Core", "a frame claims {n} bytes, more than there are"),
    QT_TRANSLATE_NOOP("Core", "the number {text} is read differently by different readers"),
    QT_TRANSLATE_NOOP("Core", "a number of {n} digits, which Python refuses to read"),
    QT_TRANSLATE_NOOP("Core", "a STRING has no quotes"),
    QT_TRANSLATE_NOOP("Core", "a STRING is not ASCII"),
    QT_TRANSLATE_NOOP("Core", "a STRING has an escape that is cut off"),
    QT_TRANSLATE_NOOP("Core", "a global is named by something that is no text"),
    QT_TRANSLATE_NOOP("Core", "{name} names a global of {n} characters."),
    QT_TRANSLATE_NOOP("Core", "a copyreg extension code hides which global is meant"),
    QT_TRANSLATE_NOOP("Core", "a class is missing"),
    QT_TRANSLATE_NOOP("Core", "items are appended to something that is no list"),
    QT_TRANSLATE_NOOP("Core", "the memo slot {text} is read differently by different readers"),
    QT_TRANSLATE_NOOP("Core", "a memo slot is not a plain number"),
    QT_TRANSLATE_NOOP("Core", "a buffer is expected from outside the file"),
    QT_TRANSLATE_NOOP("Core", "READONLY_BUFFER on something that is no buffer"),
    QT_TRANSLATE_NOOP("Core", "{name}, byte {at}: {what}"),
    QT_TRANSLATE_NOOP("Core", "{name} is not a valid pickle: at byte {at} {what}."),
    QT_TRANSLATE_NOOP(
        "Core", "The file is damaged. Download it again, or open an earlier checkpoint."
    ),
    QT_TRANSLATE_NOOP("Core", "{n} bytes are claimed and {left} are left"),
    QT_TRANSLATE_NOOP("Core", "{name} has a line of more than {limit} bytes at byte {at}."),
    QT_TRANSLATE_NOOP("Core", "a line has no end"),
    QT_TRANSLATE_NOOP("Core", "something that is not a global is called"),
    QT_TRANSLATE_NOOP("Core", "a mark is missing"),
    QT_TRANSLATE_NOOP("Core", "an object is given its state twice"),
    QT_TRANSLATE_NOOP("Core", "a state is given to something that is not an object"),
    QT_TRANSLATE_NOOP("Core", "{name} is larger than {n} bytes."),
    QT_TRANSLATE_NOOP(
        "Core", "A checkpoint's structure is never that large; do not load this file."
    ),
    QT_TRANSLATE_NOOP("Core", "needs more than {n} steps"),
    QT_TRANSLATE_NOOP("Core", "unfolds into more than {n} bytes of memory"),
    QT_TRANSLATE_NOOP("Core", "{name} {what}, though it takes {n} bytes in the file."),
    # Values, tensors, storages, optimizers.
    QT_TRANSLATE_NOOP("Core", "What is nested deeper than {n} levels is not listed."),
    QT_TRANSLATE_NOOP("Core", "The same objects are repeated too often to list every place."),
    QT_TRANSLATE_NOOP(
        "Core", "A key that Python cannot hash, or hashes for ever; loaders fail on it."
    ),
    QT_TRANSLATE_NOOP("Core", "{tensors} cannot be read."),
    QT_TRANSLATE_NOOP("Core", "a number of {n} digits"),
    QT_TRANSLATE_NOOP("Core", "a number of {n} bytes"),
    QT_TRANSLATE_NOOP("Core", "{n} bytes"),
    QT_TRANSLATE_NOOP("Core", "an object kept outside the pickle"),
    QT_TRANSLATE_NOOP("Core", "copyreg extension {code}"),
    QT_TRANSLATE_NOOP("Core", "a buffer kept outside the file"),
    QT_TRANSLATE_NOOP(
        "Core",
        "The optimizer has {parameters}, the model {n}; their names cannot be told from their order.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Parameter {at} of the optimizer has the shape {shape}, but '{name}' has {other}; the optimizer belongs to another model or order.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Storage '{key}' has {size} bytes, but bytes up to {end} are needed."
    ),
    QT_TRANSLATE_NOOP("Core", "has {sizes} sizes but {strides} strides"),
    QT_TRANSLATE_NOOP("Core", "has a negative size, stride or storage_offset"),
    QT_TRANSLATE_NOOP("Core", "claims more elements than can exist"),
    QT_TRANSLATE_NOOP("Core", "needs {n} bytes of a storage of {size}"),
    QT_TRANSLATE_NOOP("Core", "A tensor on storage '{key}' {what}."),
    QT_TRANSLATE_NOOP("Core", "storage {key}"),
    QT_TRANSLATE_NOOP("Core", "The dtype of this tensor is not known, so it has no values."),
    QT_TRANSLATE_NOOP("Core", "A tensor of {n} dimensions cannot be shown."),
    QT_TRANSLATE_NOOP("Core", "A tensor of {n} bytes on a small storage is not expanded."),
)
