"""What is said of any file: what it is, and what is wrong with its bytes."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    # What to do, at many places.
    QT_TRANSLATE_NOOP("Core", "byte {at}"),
    QT_TRANSLATE_NOOP("Core", "The file is damaged. Download it again."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged or incomplete. Download it again."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged, or was made to confuse its reader."),
    QT_TRANSLATE_NOOP("Core", "The file is incomplete. Download or copy it again."),
    QT_TRANSLATE_NOOP("Core", "The download or copy is incomplete; fetch the file again."),
    QT_TRANSLATE_NOOP("Core", "Do not trust this file: it may show one thing and load another."),
    QT_TRANSLATE_NOOP("Core", "Do not load this checkpoint."),
    QT_TRANSLATE_NOOP("Core", "Do not unpack this file; opening it here is safe."),
    QT_TRANSLATE_NOOP("Core", "No program writes such a pickle; do not load this file."),
    QT_TRANSLATE_NOOP("Core", "No ONNX library could load this file."),
    QT_TRANSLATE_NOOP("Core", "Choose a checkpoint file."),
    QT_TRANSLATE_NOOP("Core", "`inspector show` lists the entries."),
    QT_TRANSLATE_NOOP("Core", "`inspector show` lists the state_dicts."),
    # How sentences are joined.
    QT_TRANSLATE_NOOP("Core", "{one}"),
    QT_TRANSLATE_NOOP("Core", "{one}; {more}"),
    QT_TRANSLATE_NOOP("Core", "{one}, {more}"),
    QT_TRANSLATE_NOOP("Core", "{one} {more}"),
    QT_TRANSLATE_NOOP("Core", "{one} + {more}"),
    QT_TRANSLATE_NOOP("Core", ", "),
    # A file that cannot be read.
    QT_TRANSLATE_NOOP("Core", "{name} has {size} bytes, but bytes {start} to {end} are needed."),
    QT_TRANSLATE_NOOP("Core", "{name} became shorter while it was open."),
    QT_TRANSLATE_NOOP("Core", "Wait until whatever writes it has finished, then open it again."),
    QT_TRANSLATE_NOOP("Core", "a folder"),
    QT_TRANSLATE_NOOP("Core", "not a regular file"),
    QT_TRANSLATE_NOOP("Core", "{name} is {what}."),
    QT_TRANSLATE_NOOP("Core", "{name} cannot be read at byte {at}: {why}."),
    QT_TRANSLATE_NOOP("Core", "Check the disk or the network share the file is on."),
    QT_TRANSLATE_NOOP("Core", "{name} should be at bytes {start} to {end}, but {file} has {size}."),
    QT_TRANSLATE_NOOP("Core", "{name} does not exist."),
    QT_TRANSLATE_NOOP("Core", "Check the path."),
    QT_TRANSLATE_NOOP("Core", "{name} may not be read by this user."),
    QT_TRANSLATE_NOOP("Core", "Ask its owner for read permission."),
    QT_TRANSLATE_NOOP("Core", "{name} cannot be opened: {why}."),
    # What is no checkpoint.
    QT_TRANSLATE_NOOP("Core", "Convert it to GGUF with llama.cpp's tools."),
    QT_TRANSLATE_NOOP("Core", "Choose the checkpoint file."),
    QT_TRANSLATE_NOOP("Core", "Do not run it; ask for the checkpoint."),
    QT_TRANSLATE_NOOP("Core", "an old GGML model"),
    QT_TRANSLATE_NOOP("Core", "an HDF5 file (Keras weights, MATLAB, NetCDF)"),
    QT_TRANSLATE_NOOP("Core", "Unpack it with 7z and open the file inside."),
    QT_TRANSLATE_NOOP("Core", "a GGUF model (llama.cpp)"),
    QT_TRANSLATE_NOOP("Core", "Open it with llama.cpp's tools."),
    QT_TRANSLATE_NOOP("Core", "a GGML adapter"),
    QT_TRANSLATE_NOOP("Core", "Open it with h5py."),
    QT_TRANSLATE_NOOP("Core", "a TensorFlow Lite model"),
    QT_TRANSLATE_NOOP("Core", "Open it with Netron or TensorFlow."),
    QT_TRANSLATE_NOOP("Core", "an ONNX Runtime model"),
    QT_TRANSLATE_NOOP("Core", "Open the .onnx file it was made from."),
    QT_TRANSLATE_NOOP("Core", "an ExecuTorch program"),
    QT_TRANSLATE_NOOP("Core", "Open the checkpoint it was exported from."),
    QT_TRANSLATE_NOOP("Core", "a 7z archive"),
    QT_TRANSLATE_NOOP("Core", "a RAR archive"),
    QT_TRANSLATE_NOOP("Core", "Unpack it and open the file inside."),
    QT_TRANSLATE_NOOP("Core", "a PNG image"),
    QT_TRANSLATE_NOOP("Core", "a JPEG image"),
    QT_TRANSLATE_NOOP("Core", "a GIF image"),
    QT_TRANSLATE_NOOP("Core", "a PDF document"),
    QT_TRANSLATE_NOOP("Core", "a program or library"),
    QT_TRANSLATE_NOOP("Core", "a Windows program"),
    QT_TRANSLATE_NOOP("Core", "an SQLite database"),
    QT_TRANSLATE_NOOP("Core", "a Keras file"),
    QT_TRANSLATE_NOOP("Core", "Open it with Keras."),
    QT_TRANSLATE_NOOP("Core", "Download the file itself: the link led to a page about it."),
    QT_TRANSLATE_NOOP(
        "Core", "The download or copy failed, or the disk was full; fetch the file again."
    ),
    QT_TRANSLATE_NOOP("Core", "an HTML page"),
    QT_TRANSLATE_NOOP("Core", '{name} is a text file that begins "{text}", not a checkpoint.'),
    QT_TRANSLATE_NOOP("Core", "Open it in a text editor."),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is not a checkpoint of any known format; it begins with the bytes {bytes}."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} is a Git LFS pointer, not the file it points to."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{name} is a Git LFS pointer, not the file it points to. The file has {n} bytes and the id {id}….",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Run `git lfs pull` in its repository, or download the file from its web page."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is an error message of a web server, not a checkpoint: {text}"
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Download it again; it may need a login or a licence to be accepted."
    ),
    QT_TRANSLATE_NOOP("Core", "the program of a torch.export archive"),
    QT_TRANSLATE_NOOP("Core", "a JSON file"),
    QT_TRANSLATE_NOOP(
        "Core", "Open the model file beside it, or the *.index.json of a sharded model."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} begins with zeros, so it is not a checkpoint."),
    QT_TRANSLATE_NOOP("Core", "{name} contains nothing but zeros, so it is not a checkpoint."),
    QT_TRANSLATE_NOOP(
        "Core", "The disk or the download failed while it was written; fetch the file again."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} is {what}, not a checkpoint."),
    QT_TRANSLATE_NOOP(
        "Core", "It may be part of a TensorFlow checkpoint; open it with TensorFlow."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell."
    ),
    QT_TRANSLATE_NOOP("Core", "It is probably a Caffe model; open it with Netron."),
    QT_TRANSLATE_NOOP(
        "Core", "Check that the download is complete and that this is the right file."
    ),
    QT_TRANSLATE_NOOP("Core", "a Keras v3 model"),
    QT_TRANSLATE_NOOP("Core", "{name} is an office document."),
    QT_TRANSLATE_NOOP("Core", "{name} is a program archive."),
    # Folders.
    QT_TRANSLATE_NOOP("Core", "The folder {name} cannot be listed: {why}."),
    QT_TRANSLATE_NOOP("Core", "Ask its owner for permission."),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is an unpacked torch checkpoint; torch cannot load a folder."
    ),
    QT_TRANSLATE_NOOP("Core", "Pack it again: `zip -0 -r {name}.pt {name}`, and open that."),
    QT_TRANSLATE_NOOP("Core", "{name} is a DeepSpeed folder of several files."),
    QT_TRANSLATE_NOOP("Core", "Open one of its *_model_states.pt or *_optim_states.pt files."),
    QT_TRANSLATE_NOOP("Core", "{name} is a folder, not a checkpoint file."),
    QT_TRANSLATE_NOOP("Core", "Open a file in it, for example {name}."),
    # Files in files, and texts.
    QT_TRANSLATE_NOOP("Core", "There is no room to unpack {name}: {why}."),
    QT_TRANSLATE_NOOP("Core", "Make room in the folder for temporary files."),
    QT_TRANSLATE_NOOP("Core", "{name} is compressed with zstandard."),
    QT_TRANSLATE_NOOP("Core", "Run `zstd -d {name}` and open the result."),
    QT_TRANSLATE_NOOP("Core", "{name} is a {kind} file, but what it holds is no checkpoint: {why}"),
    QT_TRANSLATE_NOOP("Core", "{name} unfolds into more than {n} bytes."),
    QT_TRANSLATE_NOOP("Core", "Unpack it yourself if you trust it, and open the result."),
    QT_TRANSLATE_NOOP("Core", "unpacking {kind}"),
    QT_TRANSLATE_NOOP(
        "Core", "{name} cannot be unpacked: its {kind} data breaks off or is damaged."
    ),
    QT_TRANSLATE_NOOP("Core", "The JSON in {name} has {n} bytes; the limit is {most}."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged, or is not what its beginning says."),
    QT_TRANSLATE_NOOP("Core", "The JSON in {name} cannot be read: {why}."),
    QT_TRANSLATE_NOOP("Core", "it is no UTF-8 at byte {at}"),
    QT_TRANSLATE_NOOP("Core", "{what}: line {line} column {column} (char {at})"),
    QT_TRANSLATE_NOOP("Core", "The key '{key}' stands twice; readers choose different values."),
    QT_TRANSLATE_NOOP("Core", "{name} is not JSON"),
    QT_TRANSLATE_NOOP("Core", "{name} lies inside another file."),
    QT_TRANSLATE_NOOP("Core", "Unpack it first."),
    QT_TRANSLATE_NOOP("Core", "{name} lies in {n} containers, one inside the other."),
    QT_TRANSLATE_NOOP("Core", "Unpack the outer ones first."),
    QT_TRANSLATE_NOOP("Core", "bytes in the pickle"),
    QT_TRANSLATE_NOOP("Core", "A pickle holds another file in its bytes, which torch would load."),
    QT_TRANSLATE_NOOP("Core", "{name} is empty."),
    QT_TRANSLATE_NOOP("Core", "Download or copy it again."),
    QT_TRANSLATE_NOOP("Core", "reading the header"),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is a {kind} archive of {members} ({names}) without a checkpoint."
    ),
    QT_TRANSLATE_NOOP("Core", "Unpack it and open the checkpoint file inside, if there is one."),
    QT_TRANSLATE_NOOP("Core", "Expecting ',' delimiter"),
    QT_TRANSLATE_NOOP("Core", "Expecting ':' delimiter"),
    QT_TRANSLATE_NOOP("Core", "Expecting property name enclosed in double quotes"),
    QT_TRANSLATE_NOOP("Core", "Expecting value"),
    QT_TRANSLATE_NOOP("Core", "Extra data"),
    QT_TRANSLATE_NOOP("Core", "Invalid \\escape"),
    QT_TRANSLATE_NOOP("Core", "Invalid \\uXXXX escape"),
    QT_TRANSLATE_NOOP("Core", "Invalid control character at"),
    QT_TRANSLATE_NOOP("Core", "Unterminated string starting at"),
)
