"""Files that are no checkpoint we read: what they are, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

from inspector.bytesource import ByteSource
from inspector.describe import visible
from inspector.errors import Sentence, UnknownFormat, say
from inspector.formats.zip_directory import Archive

_TO_GGUF = say("Convert it to GGUF with llama.cpp's tools.")
_CHOOSE = say("Choose the checkpoint file.")
_NOT_RUN = say("Do not run it; ask for the checkpoint.")
_GGML = say("an old GGML model")
_HDF5 = say("an HDF5 file (Keras weights, MATLAB, NetCDF)")
_UNPACK_7Z = say("Unpack it with 7z and open the file inside.")
_SIGNATURES: tuple[tuple[int, bytes, Sentence, Sentence], ...] = (
    (0, b"GGUF", say("a GGUF model (llama.cpp)"), say("Open it with llama.cpp's tools.")),
    (0, b"lmgg", _GGML, _TO_GGUF),
    (0, b"tjgg", _GGML, _TO_GGUF),
    (0, b"fmgg", _GGML, _TO_GGUF),
    (0, b"algg", say("a GGML adapter"), _TO_GGUF),
    (0, b"\x89HDF\r\n\x1a\n", _HDF5, say("Open it with h5py.")),
    (4, b"TFL3", say("a TensorFlow Lite model"), say("Open it with Netron or TensorFlow.")),
    (4, b"ORTM", say("an ONNX Runtime model"), say("Open the .onnx file it was made from.")),
    (4, b"ET", say("an ExecuTorch program"), say("Open the checkpoint it was exported from.")),
    (0, b"7z\xbc\xaf'\x1c", say("a 7z archive"), _UNPACK_7Z),
    (0, b"Rar!", say("a RAR archive"), say("Unpack it and open the file inside.")),
    (0, b"\x89PNG", say("a PNG image"), _CHOOSE),
    (0, b"\xff\xd8\xff", say("a JPEG image"), _CHOOSE),
    (0, b"GIF8", say("a GIF image"), _CHOOSE),
    (0, b"%PDF", say("a PDF document"), _CHOOSE),
    (0, b"\x7fELF", say("a program or library"), _NOT_RUN),
    (0, b"MZ", say("a Windows program"), _NOT_RUN),
    (0, b"SQLite format 3", say("an SQLite database"), _CHOOSE),
    (0, b"\x93\x4b\x44\x46", say("a Keras file"), say("Open it with Keras.")),
)
_LFS = b"version https://git-lfs.github.com/spec/v1"
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<script")
_TEXT_SAMPLE = 512
_DOWNLOAD = say("Download the file itself: the link led to a page about it.")


def explain(source: ByteSource, path: Path) -> UnknownFormat:
    """The error that says what `source` is and what to do."""
    name = source.name
    head = source.head(4096)
    if not head:
        return UnknownFormat(
            say("{name} is empty.", name=name),
            hint=say("The download or copy failed, or the disk was full; fetch the file again."),
        )
    if head.startswith(_LFS):
        return _lfs(name, head)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:20].lower().startswith(_HTML):
        page = say("an HTML page")
        return UnknownFormat(_other(name, page), hint=_DOWNLOAD)
    if text[:1] in (b"{", b"["):
        return _json(name, text)
    for at, magic, what, hint in _SIGNATURES:
        if head[at : at + len(magic)] == magic:
            return UnknownFormat(_other(name, what), hint=hint)
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
            hint=say("Open it in a text editor."),
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
            n=int(size[1]),
            id=oid[1].decode(),
        )
    return UnknownFormat(
        what,
        hint=say("Run `git lfs pull` in its repository, or download the file from its web page."),
    )


def _json(name: str, text: bytes) -> UnknownFormat:
    if b'"error"' in text[:200] or b'"message"' in text[:200]:
        return UnknownFormat(
            say(
                "{name} is an error message of a web server, not a checkpoint: {text}",
                name=name,
                text=visible(text[:80].decode("utf-8", "replace"), 80),
            ),
            hint=say("Download it again; it may need a login or a licence to be accepted."),
        )
    is_program = b'"graph_module"' in text
    what = say("the program of a torch.export archive") if is_program else say("a JSON file")
    return UnknownFormat(
        _other(name, what),
        hint=say("Open the model file beside it, or the *.index.json of a sharded model."),
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
        hint=say("The disk or the download failed while it was written; fetch the file again."),
    )


def _other(name: str, what: Sentence) -> Sentence:
    return say("{name} is {what}, not a checkpoint.", name=name, what=what)


def _guess(path: Path, size: int) -> Sentence:
    name = path.name.lower()
    if ".data-0000" in name or name.endswith(".index"):
        return say("It may be part of a TensorFlow checkpoint; open it with TensorFlow.")
    if name.endswith(".ckpt"):
        return say(
            "It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again."
        )
    if name.endswith(".bin") and size % 2 == 0:
        return say(
            "It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell."
        )
    if name.endswith(".caffemodel"):
        return say("It is probably a Caffe model; open it with Netron.")
    return say("Check that the download is complete and that this is the right file.")


def explain_zip(archive: Archive, name: str) -> UnknownFormat | None:
    """Zips of other programs; None where it may be a wrapper around a checkpoint."""
    names = set(archive.by_name)
    inner = {record.rpartition("/")[2] for record in names}
    if {"config.json", "metadata.json", "model.weights.h5"} <= names:
        keras = _other(name, say("a Keras v3 model"))
        return UnknownFormat(keras, hint=say("Open it with Keras."))
    if any(record.startswith("word/") or record.startswith("xl/") for record in names):
        office = say("{name} is an office document.", name=name)
        return UnknownFormat(office, hint=_CHOOSE)
    if "classes.dex" in inner or "META-INF/MANIFEST.MF" in names:
        program = say("{name} is a program archive.", name=name)
        return UnknownFormat(program, hint=_CHOOSE)
    return None
