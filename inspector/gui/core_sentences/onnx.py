"""What is said of ONNX models."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    QT_TRANSLATE_NOOP(
        "Core", "Do not load this model elsewhere: it makes programs read other files."
    ),
    QT_TRANSLATE_NOOP("Core", "The weights file '{name}' cannot be opened."),
    QT_TRANSLATE_NOOP("Core", "Check the model's folder."),
    QT_TRANSLATE_NOOP("Core", "The model has its weights in more than {n} files."),
    QT_TRANSLATE_NOOP("Core", "Save it with all weights in one file."),
    QT_TRANSLATE_NOOP(
        "Core", "'{name}' can be no file next to the model, but a tensor's weights are there."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The weights of a tensor are to be read from '{name}', outside the model's folder; that was not opened.",
    ),
    QT_TRANSLATE_NOOP("Core", "The weights file '{name}' is missing next to the model."),
    QT_TRANSLATE_NOOP("Core", "Put it into the model's folder, under exactly this name."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The weights of a tensor are to be read from '{name}', which is no regular file; it was not opened.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "'{name}' needs {n} bytes, but its external_data gives it length '{length}' at offset '{offset}'.",
    ),
    QT_TRANSLATE_NOOP("Core", "'{name}' needs bytes {start} to {end} of {file}, which has {size}."),
    QT_TRANSLATE_NOOP("Core", "Download or copy {name} again."),
    QT_TRANSLATE_NOOP(
        "Core", "Two initializers are called '{name}'; programs differ in which of them they use."
    ),
    QT_TRANSLATE_NOOP("Core", "Subgraphs are nested more than {n} deep; more are not shown."),
    QT_TRANSLATE_NOOP("Core", "What follows is not shown."),
    QT_TRANSLATE_NOOP(
        "Core", "{name} ends at byte {end}, but should go on to byte {needed} at least."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} begins like an ONNX model but has no graph."),
    QT_TRANSLATE_NOOP(
        "Core", "{name} does not say which operator set it uses; its end may be missing."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The model uses {operators} of the domain '{domain}' ({names}), outside the ONNX standard: they may run code of their own in the runtime.",
    ),
    QT_TRANSLATE_NOOP("Core", "Run it only with runtime extensions that you trust."),
    QT_TRANSLATE_NOOP(
        "Core", "Functions of the model call themselves, so that they never end: {names}."
    ),
    QT_TRANSLATE_NOOP("Core", "Do not run this model: a runtime may hang on it."),
    QT_TRANSLATE_NOOP("Core", "{n} more findings like these are not listed."),
    QT_TRANSLATE_NOOP("Core", "Subgraphs are nested more than {n} deep."),
    QT_TRANSLATE_NOOP("Core", "A string tensor holds texts, not numbers."),
    QT_TRANSLATE_NOOP("Core", "The sparse tensor '{name}' lacks values, indices or a shape."),
    QT_TRANSLATE_NOOP("Core", "external_data has a key '{key}', which was ignored."),
    QT_TRANSLATE_NOOP("Core", "texts"),
    QT_TRANSLATE_NOOP("Core", "bytes"),
    QT_TRANSLATE_NOOP("Core", "6-bit numbers are only read from raw_data."),
    QT_TRANSLATE_NOOP("Core", "numbers"),
    QT_TRANSLATE_NOOP("Core", "bytes of typed data"),
    QT_TRANSLATE_NOOP("Core", "'{name}' has the impossible shape {shape}."),
    QT_TRANSLATE_NOOP("Core", "'{name}' has the data type {code}, which ONNX 1.23 does not know."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged, or newer than this program."),
    QT_TRANSLATE_NOOP(
        "Core",
        "'{name}' ({shape}, {dtype}) needs {need} {unit}, but {found} {found_unit} are there.",
    ),
    QT_TRANSLATE_NOOP("Core", "{name} is a text of {n} bytes; at most {most} are parsed."),
    QT_TRANSLATE_NOOP("Core", "Save the model in the binary form (.onnx)."),
    QT_TRANSLATE_NOOP("Core", "{name} has more than {n} brackets inside each other at byte {at}."),
    QT_TRANSLATE_NOOP("Core", "{name} is no ONNX text that can be parsed: {why}"),
    QT_TRANSLATE_NOOP("Core", "The file is damaged or incomplete, or was edited by hand."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged. Download or copy it again."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{name} has more than {n} fields and texts, of which the last was read at byte {at}.",
    ),
    QT_TRANSLATE_NOOP("Core", "No real model is so finely divided; be careful with this file."),
    QT_TRANSLATE_NOOP("Core", "Byte {at} begins no protobuf field."),
    QT_TRANSLATE_NOOP("Core", "The field at byte {at} should end by byte {end} and does not."),
    QT_TRANSLATE_NOOP("Core", "reading the structure"),
    QT_TRANSLATE_NOOP("Core", "The number at byte {at} has more than 10 bytes."),
    QT_TRANSLATE_NOOP(
        "Core", "The typed data of {name} are not the {n} numbers that its shape says."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Only a plain .onnx file can be saved as ONNX: its graph is copied from there."
    ),
    QT_TRANSLATE_NOOP("Core", "Save as zip or safetensors."),
    QT_TRANSLATE_NOOP("Core", "'{key}' was changed"),
    QT_TRANSLATE_NOOP("Core", "the order of the initializers was changed"),
    QT_TRANSLATE_NOOP("Core", "the initializer '{name}' was renamed, added or dropped"),
    QT_TRANSLATE_NOOP("Core", "the subgraph '{name}' was changed"),
    QT_TRANSLATE_NOOP("Core", "'{name}' has another dtype or shape, which its nodes do not expect"),
    QT_TRANSLATE_NOOP("Core", "the values of '{name}' are not stored as plain bytes in this file"),
    QT_TRANSLATE_NOOP("Core", "The ONNX graph cannot be written: {what}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Metadata and the values of initializers can be saved; for the rest use another format.",
    ),
    QT_TRANSLATE_NOOP("Core", "'{key}' cannot be {type}"),
    QT_TRANSLATE_NOOP("Core", "the metadata '{key}' is no text"),
)
