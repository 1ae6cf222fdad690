"""Files that are no checkpoint we read: what they are, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

from inspector.bytesource import ByteSource
from inspector.describe import visible
from inspector.errors import UnknownFormat, say
from inspector.formats.zip_directory import Archive

_SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"GGUF", "a GGUF model (llama.cpp)", "Open it with llama.cpp's tools."),
    (0, b"lmgg", "an old GGML model", "Convert it to GGUF with llama.cpp's tools."),
    (0, b"tjgg", "an old GGML model", "Convert it to GGUF with llama.cpp's tools."),
    (0, b"fmgg", "an old GGML model", "Convert it to GGUF with llama.cpp's tools."),
    (0, b"algg", "a GGML adapter", "Convert it to GGUF with llama.cpp's tools."),
    (0, b"\x89HDF\r\n\x1a\n", "an HDF5 file (Keras weights, MATLAB, NetCDF)", "Open it with h5py."),
    (4, b"TFL3", "a TensorFlow Lite model", "Open it with Netron or TensorFlow."),
    (4, b"ORTM", "an ONNX Runtime model", "Open the .onnx file it was made from."),
    (4, b"ET", "an ExecuTorch program", "Open the checkpoint it was exported from."),
    (0, b"7z\xbc\xaf'\x1c", "a 7z archive", "Unpack it with 7z and open the file inside."),
    (0, b"Rar!", "a RAR archive", "Unpack it and open the file inside."),
    (0, b"\x89PNG", "a PNG image", "Choose the checkpoint file."),
    (0, b"\xff\xd8\xff", "a JPEG image", "Choose the checkpoint file."),
    (0, b"GIF8", "a GIF image", "Choose the checkpoint file."),
    (0, b"%PDF", "a PDF document", "Choose the checkpoint file."),
    (0, b"\x7fELF", "a program or library", "Do not run it; ask for the checkpoint."),
    (0, b"MZ", "a Windows program", "Do not run it; ask for the checkpoint."),
    (0, b"SQLite format 3", "an SQLite database", "Choose the checkpoint file."),
    (0, b"\x93\x4b\x44\x46", "a Keras file", "Open it with Keras."),
)
_LFS = b"version https://git-lfs.github.com/spec/v1"
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<script")
_OTHER = "{name} is {what}, not a checkpoint."
_KERAS = "a Keras v3 model"
_TEXT_SAMPLE = 512
_DOWNLOAD = "Download the file itself: the link led to a page about it."


def explain(source: ByteSource, path: Path) -> UnknownFormat:
    """The error that says what `source` is and what to do."""
    name = source.name
    head = source.head(4096)
    if not head:
        return UnknownFormat(
            say("{name} is empty.", name=name),
            hint="The download or copy failed, or the disk was full; fetch the file again.",
        )
    if head.startswith(_LFS):
        return _lfs(name, head)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:20].lower().startswith(_HTML):
        page = say("an HTML page")
        return UnknownFormat(say(_OTHER, name=name, what=page), hint=_DOWNLOAD)
    if text[:1] in (b"{", b"["):
        return _json(name, text)
    for at, magic, what, hint in _SIGNATURES:
        if head[at : at + len(magic)] == magic:
            return UnknownFormat(say(_OTHER, name=name, what=say(what)), hint=hint)
    if not any(head):
        return _zeros(source)
    if head.isascii() and sum(byte >= 32 or byte in (9, 10, 13) for byte in head) == len(head):
        first = visible(head[:60].decode("ascii").splitlines()[0] if head.strip() else "", 60)
        return UnknownFormat(
            say(
                '{name} is a text file that begins "{text}", not a checkpoint.',
                name=name,
                text=first,
            ),
            hint="Open it in a text editor.",
        )
    return UnknownFormat(
        say(
            "{name} is not a checkpoint of any known format; it begins with the bytes {bytes}.",
            name=name,
            bytes=head[:8].hex(" "),
        ),
        hint=_guess(path, source.size),
    )


def _lfs(name: str, head: bytes) -> UnknownFormat:
    oid = re.search(rb"oid sha256:([0-9a-f]{8})", head)
    size = re.search(rb"size (\d{1,18})", head)
    what = say("{name} is a Git LFS pointer, not the file it points to.", name=name)
    if size and oid:
        what = say(
            "{name} is a Git LFS pointer, not the file it points to. "
            "The file has {n} bytes and the id {id}….",
            name=name,
            n=f"{int(size[1]):,}",
            id=oid[1].decode(),
        )
    return UnknownFormat(
        what,
        hint="Run `git lfs pull` in its repository, or download the file from its web page.",
    )


def _json(name: str, text: bytes) -> UnknownFormat:
    if b'"error"' in text[:200] or b'"message"' in text[:200]:
        return UnknownFormat(
            say(
                "{name} is an error message of a web server, not a checkpoint: {text}",
                name=name,
                text=visible(text[:80].decode("utf-8", "replace"), 80),
            ),
            hint="Download it again; it may need a login or a licence to be accepted.",
        )
    is_program = b'"graph_module"' in text
    what = say("the program of a torch.export archive") if is_program else say("a JSON file")
    return UnknownFormat(
        say(_OTHER, name=name, what=what),
        hint="Open the model file beside it, or the *.index.json of a sharded model.",
    )


def _zeros(source: ByteSource) -> UnknownFormat:
    is_all = all(not any(piece) for piece in source.chunks(0, min(source.size, 64 << 20)))
    what = say("{name} begins with zeros, so it is not a checkpoint.", name=source.name)
    if is_all:
        what = say(
            "{name} contains nothing but zeros, so it is not a checkpoint.", name=source.name
        )
    return UnknownFormat(
        what,
        hint="The disk or the download failed while it was written; fetch the file again.",
    )


def _guess(path: Path, size: int) -> str:
    name = path.name.lower()
    if ".data-0000" in name or name.endswith(".index"):
        return "It may be part of a TensorFlow checkpoint; open it with TensorFlow."
    if name.endswith(".ckpt"):
        return (
            "It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again."
        )
    if name.endswith(".bin") and size % 2 == 0:
        return "It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell."
    if name.endswith(".caffemodel"):
        return "It is probably a Caffe model; open it with Netron."
    return "Check that the download is complete and that this is the right file."


def explain_zip(archive: Archive, name: str) -> UnknownFormat | None:
    """Zips of other programs; None where it may be a wrapper around a checkpoint."""
    names = set(archive.by_name)
    inner = {record.rpartition("/")[2] for record in names}
    if {"config.json", "metadata.json", "model.weights.h5"} <= names:
        keras = say(_OTHER, name=name, what=say(_KERAS))
        return UnknownFormat(keras, hint="Open it with Keras.")
    if any(record.startswith("word/") or record.startswith("xl/") for record in names):
        office = say("{name} is an office document.", name=name)
        return UnknownFormat(office, hint="Choose the checkpoint file.")
    if "classes.dex" in inner or "META-INF/MANIFEST.MF" in names:
        program = say("{name} is a program archive.", name=name)
        return UnknownFormat(program, hint="Choose the checkpoint file.")
    return None
