"""Folders that are checkpoints: DCP, Hugging Face, and those we can only name."""

from __future__ import annotations

from pathlib import Path

from inspector.errors import UnknownFormat, UnreadableFile, say
from inspector.remedies import CHOOSE_A_CHECKPOINT

# torch.distributed.checkpoint's, then what from_pretrained looks for, in its order.
_MODEL_FILES = (
    ".metadata",
    "model.safetensors.index.json",
    "pytorch_model.bin.index.json",
    "model.safetensors",
    "pytorch_model.bin",
    "adapter_model.safetensors",
    "adapter_model.bin",
    "model.onnx",
)


def checkpoint_file(path: Path) -> Path:
    """The file that stands for the checkpoint a folder is.

    Raises:
        UnknownFormat: It is none; the message says what it looks like.
        UnreadableFile: It may not be listed.
    """
    try:
        names = {entry.name for entry in path.iterdir()}
    except OSError as error:
        raise UnreadableFile(
            say("The folder {name} cannot be listed: {why}.", name=path.name, why=error.strerror),
            hint=say("Ask its owner for permission."),
        ) from error
    for name in _MODEL_FILES:
        if name in names:
            return path / name
    raise _explain(path, names)


def _explain(path: Path, names: set[str]) -> UnknownFormat:
    if "data.pkl" in names and "data" in names:
        return UnknownFormat(
            say(
                "{name} is an unpacked torch checkpoint; torch cannot load a folder.",
                name=path.name,
            ),
            hint=say("Pack it again: `zip -0 -r {name}.pt {name}`, and open that.", name=path.name),
        )
    if "latest" in names or any(name.startswith("global_step") for name in names):
        return UnknownFormat(
            say("{name} is a DeepSpeed folder of several files.", name=path.name),
            hint=say("Open one of its *_model_states.pt or *_optim_states.pt files."),
        )
    files = sorted(name for name in names if name.endswith((".pt", ".pth", ".ckpt", ".onnx")))
    return UnknownFormat(
        say("{name} is a folder, not a checkpoint file.", name=path.name),
        hint=say("Open a file in it, for example {name}.", name=files[0])
        if files
        else CHOOSE_A_CHECKPOINT,
    )
