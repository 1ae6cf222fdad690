"""Files that are no checkpoint: what they are, in one sentence, and what to do about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspector.document import open_document
from inspector.errors import InspectorError, UnknownFormat, UnreadableFile

LFS = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    b"size 102502400\n"
)
# What -> (bytes, the sentence after the file's name, the hint).
FILES: dict[str, tuple[bytes, str, str]] = {
    "empty": (
        b"",
        " is empty.",
        "The download or copy failed, or the disk was full; fetch the file again.",
    ),
    "zeros": (
        bytes(5000),
        " contains nothing but zeros, so it is not a checkpoint.",
        "The disk or the download failed while it was written; fetch the file again.",
    ),
    "zeros first": (
        bytes(5000) + b"x",
        " begins with zeros, so it is not a checkpoint.",
        "The disk or the download failed while it was written; fetch the file again.",
    ),
    "Git LFS pointer": (
        LFS,
        " is a Git LFS pointer, not the file it points to. The file has 102,502,400 bytes and "
        "the id 4d7a2146….",
        "Run `git lfs pull` in its repository, or download the file from its web page.",
    ),
    "Git LFS pointer, cut": (
        LFS[:43],
        " is a Git LFS pointer, not the file it points to.",
        "Run `git lfs pull` in its repository, or download the file from its web page.",
    ),
    "HTML": (
        b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>",
        " is an HTML page, not a checkpoint.",
        "Download the file itself: the link led to a page about it.",
    ),
    "HTML after blanks": (
        b"\xef\xbb\xbf\r\n  <HTML>",
        " is an HTML page, not a checkpoint.",
        "Download the file itself: the link led to a page about it.",
    ),
    "JSON error": (
        b'{"error":"Repository not found"}',
        ' is an error message of a web server, not a checkpoint: {"error":"Repository not found"}',
        "Download it again; it may need a login or a licence to be accepted.",
    ),
    "JSON": (
        b'{"architectures": ["BertModel"]}',
        " is a JSON file, not a checkpoint.",
        "Open the model file beside it, or the *.index.json of a sharded model.",
    ),
    "text": (
        b"This is a readme\nwith two lines\n",
        ' is a text file that begins "This is a readme", not a checkpoint.',
        "Open it in a text editor.",
    ),
    "GGUF": (
        b"GGUF\3\0\0\0" + bytes(50),
        " is a GGUF model (llama.cpp), not a checkpoint.",
        "Open it with llama.cpp's tools.",
    ),
    "HDF5": (
        b"\x89HDF\r\n\x1a\n" + bytes(50),
        " is an HDF5 file (Keras weights, MATLAB, NetCDF), not a checkpoint.",
        "Open it with h5py.",
    ),
    "TensorFlow Lite": (
        b"\x1c\0\0\0TFL3" + bytes(50),
        " is a TensorFlow Lite model, not a checkpoint.",
        "Open it with Netron or TensorFlow.",
    ),
    "ONNX Runtime": (
        b"\x1c\0\0\0ORTM" + bytes(50),
        " is an ONNX Runtime model, not a checkpoint.",
        "Open the .onnx file it was made from.",
    ),
    "ExecuTorch": (
        b"\x1c\0\0\0ET12" + bytes(50),
        " is an ExecuTorch program, not a checkpoint.",
        "Open the checkpoint it was exported from.",
    ),
    "PNG": (
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        " is a PNG image, not a checkpoint.",
        "Choose the checkpoint file.",
    ),
    "PDF": (b"%PDF-1.4", " is a PDF document, not a checkpoint.", "Choose the checkpoint file."),
    "a program": (
        b"\x7fELF" + bytes(50),
        " is a program or library, not a checkpoint.",
        "Do not run it; ask for the checkpoint.",
    ),
    "7z": (
        b"7z\xbc\xaf'\x1c" + bytes(50),
        " is a 7z archive, not a checkpoint.",
        "Unpack it with 7z and open the file inside.",
    ),
    "SQLite": (
        b"SQLite format 3\0" + bytes(50),
        " is an SQLite database, not a checkpoint.",
        "Choose the checkpoint file.",
    ),
    "nothing we know": (
        bytes(range(200, 256)) * 3,
        " is not a checkpoint of any known format; it begins with the bytes "
        "c8 c9 ca cb cc cd ce cf.",
        "Check that the download is complete and that this is the right file.",
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_one_sentence_and_a_remedy(tmp_path: Path, what: str) -> None:
    data, sentence, hint = FILES[what]
    path = tmp_path / "resnet50.pth"
    path.write_bytes(data)
    with pytest.raises(UnknownFormat) as caught:
        open_document(path)
    assert caught.value.message == f"resnet50.pth{sentence}"
    assert caught.value.hint == hint


def test_names_are_escaped_in_the_sentence_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(b"title: \x09<b>bold</b>\n")
    with pytest.raises(UnknownFormat) as caught:
        open_document(path)
    assert '"title: \\t<b>bold</b>"' in caught.value.message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("model.ckpt-1.data-00000-of-00001", "TensorFlow"),
        ("model.ckpt", "MindSpore"),
        ("stories15M.bin", "llama2.c"),
        ("net.caffemodel", "Caffe"),
    ],
)
def test_the_name_only_words_the_hint(tmp_path: Path, name: str, hint: str) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(range(200, 256)) * 2)
    with pytest.raises(UnknownFormat) as caught:
        open_document(path)
    assert hint in str(caught.value.hint)


def refused(path: Path) -> InspectorError:
    """The error of a path that cannot be opened."""
    with pytest.raises(InspectorError) as caught:
        open_document(path)
    return caught.value


def test_a_missing_file(tmp_path: Path) -> None:
    error = refused(tmp_path / "absent.pt")
    assert isinstance(error, UnreadableFile)
    assert (error.message, error.hint) == ("absent.pt does not exist.", "Check the path.")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.pt"
    path.write_bytes(b"x")

    def forbid(*args: object, **kwargs: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    error = refused(path)
    assert isinstance(error, UnreadableFile)
    assert error.message == "secret.pt may not be read by this user."
    assert error.hint == "Ask its owner for read permission."


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(b"PK\3\4" + bytes(100))

    def fail(*args: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "pread", fail)
    error = refused(path)
    assert error.message == "m.pt cannot be read at byte 0: Input/output error."


@pytest.mark.parametrize("name", ["a\0b.pt", "x" * 300 + ".pt"], ids=["NUL", "too long"])
def test_a_name_no_system_takes(tmp_path: Path, name: str) -> None:
    assert isinstance(refused(tmp_path / name), UnreadableFile)


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.pt"
    os.mkfifo(path)
    error = refused(path)
    assert error.message == "pipe.pt is not a regular file."


FOLDERS = {
    "empty": ([], "model is a folder, not a checkpoint file."),
    "with checkpoints": (["b.pt", "a.pt"], "model is a folder, not a checkpoint file."),
    "an unpacked zip": (
        ["data.pkl", "data", "version"],
        "model is an unpacked torch checkpoint; torch cannot load a folder.",
    ),
    "DeepSpeed": (["latest", "zero_to_fp32.py"], "model is a DeepSpeed folder of several files."),
}


@pytest.mark.parametrize("what", FOLDERS)
def test_folders(tmp_path: Path, what: str) -> None:
    names, sentence = FOLDERS[what]
    folder = tmp_path / "model"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"")
    error = refused(folder)
    assert error.message == sentence
    assert error.hint


def test_the_hint_of_a_folder_names_a_file(tmp_path: Path) -> None:
    (tmp_path / "b.pt").write_bytes(b"")
    (tmp_path / "a.ckpt").write_bytes(b"")
    assert refused(tmp_path).hint == "Open a file in it, for example a.ckpt."


def test_a_file_that_shrinks_while_open_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    from tests.make.tensors import View, floats
    from tests.make.torch_zip import torch_zip

    path = tmp_path / "m.pt"
    path.write_bytes(torch_zip({"w": View(floats("0", 5000), (5000,))}))
    document = open_document(path)
    try:
        os.truncate(path, 1000)
        with pytest.raises(InspectorError, match="became shorter while it was open"):
            document.contents.tensors[0].tensor.read()
        assert document.has_changed_on_disk()
    finally:
        document.close()
