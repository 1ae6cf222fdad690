"""What is said of archives and of torch's files."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    # Zip archives.
    QT_TRANSLATE_NOOP("Core", "Record '{name}' has no header at byte {at}."),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' ends at byte {at}, after the end of the file."),
    QT_TRANSLATE_NOOP("Core", "is called '{name}' in its own header"),
    QT_TRANSLATE_NOOP("Core", "has other flags in its own header"),
    QT_TRANSLATE_NOOP("Core", "has another size in its own header"),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' is compressed by method {method}."),
    QT_TRANSLATE_NOOP("Core", "Unpack the archive with the program that made it."),
    QT_TRANSLATE_NOOP(
        "Core", "Record '{name}' cannot be inflated: its bytes are no deflated data."
    ),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' holds {n} bytes, though its header says {size}."),
    QT_TRANSLATE_NOOP(
        "Core", "The archive has several end records; readers choose different ones."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is a zip archive without its directory: the end of the file is missing."
    ),
    QT_TRANSLATE_NOOP("Core", "There are bytes after the end of the archive."),
    QT_TRANSLATE_NOOP("Core", "{name} has no zip64 end record where it says."),
    QT_TRANSLATE_NOOP("Core", "The directory of {name} claims {n} bytes, more than there are."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The archive begins {n} bytes later than it says. torch does not open such a file; Python's zipfile does.",
    ),
    QT_TRANSLATE_NOOP("Core", "The archive does not say where its directory is."),
    QT_TRANSLATE_NOOP(
        "Core", "The archive has two places for its directory; readers choose different ones."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} lists {n} records."),
    QT_TRANSLATE_NOOP("Core", "No program writes so many; do not load this file."),
    QT_TRANSLATE_NOOP("Core", "directory"),
    QT_TRANSLATE_NOOP(
        "Core", "The directory announces {records} and lists {n}; readers may see different files."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{records} ({names}) stand more than once. torch reads the first, Python's zipfile the last; what is shown here is the first.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Records of the archive overlap: a few bytes would unpack into many."
    ),
    QT_TRANSLATE_NOOP("Core", "Do not unpack this file."),
    QT_TRANSLATE_NOOP("Core", "is marked as encrypted or patched; readers differ on it"),
    QT_TRANSLATE_NOOP("Core", "claims to unfold into more than deflate can do"),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' {what}."),
    QT_TRANSLATE_NOOP(
        "Core", "Do not trust this file: it shows different things to different readers."
    ),
    QT_TRANSLATE_NOOP("Core", "{name} is an empty zip archive."),
    QT_TRANSLATE_NOOP(
        "Core", "The program that wrote it was interrupted; use an earlier checkpoint."
    ),
    # Tar archives.
    QT_TRANSLATE_NOOP("Core", "a device"),
    QT_TRANSLATE_NOOP("Core", "a hard link"),
    QT_TRANSLATE_NOOP("Core", "a link"),
    QT_TRANSLATE_NOOP("Core", "a pipe"),
    QT_TRANSLATE_NOOP("Core", "{name}: {what}"),
    QT_TRANSLATE_NOOP("Core", "{name} is a tar archive without files."),
    QT_TRANSLATE_NOOP("Core", "Check how it was made, or download it again."),
    QT_TRANSLATE_NOOP("Core", "Bytes follow the end of the archive that nothing explains."),
    QT_TRANSLATE_NOOP("Core", "The archive has an unreadable header."),
    QT_TRANSLATE_NOOP("Core", "Member '{name}' is cut off: {n} bytes are claimed."),
    QT_TRANSLATE_NOOP("Core", "{name} has more than {n} members."),
    QT_TRANSLATE_NOOP("Core", "The archive breaks off before its end mark."),
    QT_TRANSLATE_NOOP("Core", "Member '{name}' is {what}; it is not followed."),
    QT_TRANSLATE_NOOP("Core", "Member '{name}' has a path that leads out of the archive."),
    # Plain pickles and numpy.
    QT_TRANSLATE_NOOP("Core", "{name} has no readable numpy header."),
    QT_TRANSLATE_NOOP("Core", "object array"),
    QT_TRANSLATE_NOOP("Core", "This numpy dtype has no counterpart in torch."),
    QT_TRANSLATE_NOOP("Core", "An object array holds Python values, not numbers."),
    QT_TRANSLATE_NOOP("Core", "{bytes} follow the pickle; the first pickle is what is shown."),
    QT_TRANSLATE_NOOP("Core", "{name} is an empty pickle."),
    QT_TRANSLATE_NOOP("Core", "a further pickle"),
    # torch's own files.
    QT_TRANSLATE_NOOP("Core", "{name} has a list of {n} entries that does not fit in it."),
    QT_TRANSLATE_NOOP("Core", "{name} lists {n} values."),
    QT_TRANSLATE_NOOP("Core", "{name} is not a whole mobile module."),
    QT_TRANSLATE_NOOP("Core", "The package holds native code ({name}), which loading would run."),
    QT_TRANSLATE_NOOP("Core", "Load it only if you trust where it comes from."),
    QT_TRANSLATE_NOOP("Core", "Record '{key}' is not in the archive."),
    QT_TRANSLATE_NOOP("Core", "A fake tensor was exported: it has no values."),
    QT_TRANSLATE_NOOP("Core", "magic number"),
    QT_TRANSLATE_NOOP("Core", "protocol version"),
    QT_TRANSLATE_NOOP("Core", "storage keys"),
    QT_TRANSLATE_NOOP("Core", "system"),
    QT_TRANSLATE_NOOP("Core", "object"),
    QT_TRANSLATE_NOOP("Core", "has a view outside itself"),
    QT_TRANSLATE_NOOP("Core", "Storage '{key}' {what}."),
    QT_TRANSLATE_NOOP("Core", "{name} ends before its object."),
    QT_TRANSLATE_NOOP("Core", "The file is incomplete. Download it again."),
    QT_TRANSLATE_NOOP("Core", "cannot be found: the list of storages is unreadable"),
    QT_TRANSLATE_NOOP("Core", "The magic number is not the number that torch writes."),
    QT_TRANSLATE_NOOP("Core", "something else"),
    QT_TRANSLATE_NOOP("Core", "The protocol version is {found}; torch reads only {protocol}."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged, or not written by torch.save."),
    QT_TRANSLATE_NOOP("Core", "The list of storage keys is no list."),
    QT_TRANSLATE_NOOP("Core", "storages"),
    QT_TRANSLATE_NOOP(
        "Core", "A storage is listed that no tensor refers to; the rest cannot be found."
    ),
    QT_TRANSLATE_NOOP("Core", "has {n} elements where its tensor says {claimed}"),
    QT_TRANSLATE_NOOP("Core", "is not whole: the file ends after {n} bytes"),
    QT_TRANSLATE_NOOP("Core", "Storage '{key}' {why}; {storages} of {all} cannot be read."),
    QT_TRANSLATE_NOOP(
        "Core", "Download the file again. What is intact can still be looked at and saved."
    ),
    QT_TRANSLATE_NOOP("Core", "is not in the list of storages"),
    QT_TRANSLATE_NOOP(
        "Core", "A second torch.save follows in the same file; torch.load reads only the first."
    ),
    QT_TRANSLATE_NOOP("Core", "{bytes} follow the checkpoint that nothing explains."),
    QT_TRANSLATE_NOOP("Core", "A meta tensor has a shape and a dtype, and no values."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The package carries {files}, which torch.package would run. They are shown as text.",
    ),
    QT_TRANSLATE_NOOP("Core", "Member '{name}' breaks off at byte {at}."),
    QT_TRANSLATE_NOOP("Core", "Member '{name}' announces more entries than it can hold."),
    QT_TRANSLATE_NOOP("Core", "A storage is not described."),
    QT_TRANSLATE_NOOP("Core", "Storage {key} has no known type or size."),
    QT_TRANSLATE_NOOP("Core", "Storage {key} is cut off."),
    QT_TRANSLATE_NOOP("Core", "A tensor is not described."),
    QT_TRANSLATE_NOOP("Core", "Tensor {key} claims {n} dimensions."),
    QT_TRANSLATE_NOOP("Core", "A persistent id names no storage; torch cannot load such a file."),
    QT_TRANSLATE_NOOP("Core", "claims {n} bytes"),
    QT_TRANSLATE_NOOP("Core", "is not in the archive"),
    QT_TRANSLATE_NOOP("Core", "is encrypted or packed in an unknown way"),
    QT_TRANSLATE_NOOP("Core", "lies after the end of the file"),
    QT_TRANSLATE_NOOP("Core", "has {found} bytes instead of {claimed}; torch refuses such a file"),
    QT_TRANSLATE_NOOP(
        "Core", "The file is damaged. Download it again; the other tensors are intact."
    ),
    QT_TRANSLATE_NOOP("Core", "The byte order '{name}' does not exist; read as little."),
    QT_TRANSLATE_NOOP("Core", "{n} bytes follow the pickle in '{name}'."),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' does not match its checksum."),
    QT_TRANSLATE_NOOP("Core", "The file was changed or damaged after it was written."),
    QT_TRANSLATE_NOOP("Core", "{n} bytes belong to no tensor."),
    QT_TRANSLATE_NOOP("Core", "{records} are not part of the checkpoint."),
    QT_TRANSLATE_NOOP("Core", "Record '{name}' has a path that leads out of the archive."),
    QT_TRANSLATE_NOOP("Core", "A further pickle that torch.load does not read."),
    QT_TRANSLATE_NOOP("Core", "There is no record 'version'; torch refuses such an archive."),
    QT_TRANSLATE_NOOP("Core", "Save it again from here."),
    QT_TRANSLATE_NOOP("Core", "The records are not in a folder; torch refuses such an archive."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Records outside the folder '{name}': {n}; torch before 1.10 ignores them and later versions refuse the file.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The archive carries TorchScript code, which torch.jit.load would run. It is shown as text.",
    ),
    QT_TRANSLATE_NOOP("Core", "model.json holds no model."),
    QT_TRANSLATE_NOOP("Core", "Download the file again."),
    QT_TRANSLATE_NOOP(
        "Core",
        "torch 1.13 and later cannot load this TorchScript; it was written by torch 1.0 to 1.2.",
    ),
    QT_TRANSLATE_NOOP("Core", "Save its state_dict from here, or load it with torch 1.2 to 1.6."),
    # What was saved in parts, or breaks off.
    QT_TRANSLATE_NOOP("Core", "The .metadata of {name} does not describe a checkpoint."),
    QT_TRANSLATE_NOOP("Core", "Open the folder that torch.distributed.checkpoint wrote."),
    QT_TRANSLATE_NOOP("Core", "{entries} cannot be read; the first is '{name}'."),
    QT_TRANSLATE_NOOP("Core", "Copy the missing .distcp files into the folder."),
    QT_TRANSLATE_NOOP("Core", "Only {n} of {all} elements of '{name}' are in the folder."),
    QT_TRANSLATE_NOOP("Core", "The checkpoint names a file outside its folder: '{name}'."),
    QT_TRANSLATE_NOOP(
        "Core", "The header of {name} should have {n} bytes, but the file has {size}."
    ),
    QT_TRANSLATE_NOOP("Core", "The header of {name} is no JSON object."),
    QT_TRANSLATE_NOOP("Core", "is not described as the format asks"),
    QT_TRANSLATE_NOOP("Core", "Tensor '{name}' {what}."),
    QT_TRANSLATE_NOOP("Core", "has the dtype '{dtype}', which this version does not know"),
    QT_TRANSLATE_NOOP("Core", "has an impossible shape"),
    QT_TRANSLATE_NOOP("Core", "lies at bytes {start} to {end}, which is no range"),
    QT_TRANSLATE_NOOP("Core", "needs {n} bytes by its shape and has {found}"),
    QT_TRANSLATE_NOOP("Core", "is cut off: {n} bytes are missing at the end of the file"),
    QT_TRANSLATE_NOOP("Core", "Tensors share {bytes}; the safetensors library refuses."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{bytes} between the tensors belong to none; the safetensors library refuses such a file.",
    ),
    QT_TRANSLATE_NOOP("Core", "{bytes} follow the last tensor; the safetensors library refuses."),
    QT_TRANSLATE_NOOP(
        "Core", "A zip archive is appended to the tensors; other programs may open that instead."
    ),
    QT_TRANSLATE_NOOP("Core", "Do not trust what other programs read from this file."),
    QT_TRANSLATE_NOOP("Core", "The metadata is no mapping; the safetensors library refuses."),
    QT_TRANSLATE_NOOP("Core", "A metadata value is no text; the safetensors library refuses."),
    QT_TRANSLATE_NOOP("Core", "Storage '{key}' lies in the missing part of the file."),
    QT_TRANSLATE_NOOP("Core", "Download the file again; the tensors before it are intact."),
    QT_TRANSLATE_NOOP("Core", "Intact storages: {n} of {all}."),
    QT_TRANSLATE_NOOP("Core", "{name} has no map from keys to files."),
    QT_TRANSLATE_NOOP("Core", "Only the first {n} shards are read."),
    QT_TRANSLATE_NOOP("Core", "{name} lacks {keys} of the index: {key} …"),
    QT_TRANSLATE_NOOP("Core", "The shard belongs to another version."),
    QT_TRANSLATE_NOOP(
        "Core", "The index names a file outside its folder: '{name}'. It is not opened."
    ),
    QT_TRANSLATE_NOOP("Core", "Shard {name}: {why}"),
    QT_TRANSLATE_NOOP("Core", "Download the missing shard into the folder of the index."),
    QT_TRANSLATE_NOOP("Core", "{name} holds {keys} not in the index."),
)
