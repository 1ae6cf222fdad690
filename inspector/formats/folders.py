"""Folders that are checkpoints: DCP, Hugging Face, and those we can only name."""

from __future__ import annotations

from pathlib import Path

from inspector.errors import UnknownFormat, UnreadableFile

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
            f"The folder {path.name} cannot be listed: {error.strerror}.",
            hint="Ask its owner for permission.",
        ) from error
    for name in _MODEL_FILES:
        if name in names:
            return path / name
    raise _explain(path, names)


def _explain(path: Path, names: set[str]) -> UnknownFormat:
    if "data.pkl" in names and "data" in names:
        return UnknownFormat(
            f"{path.name} is an unpacked torch checkpoint; torch cannot load a folder.",
            hint=f"Pack it again: `zip -0 -r {path.name}.pt {path.name}`, and open that.",
        )
    if "latest" in names or any(name.startswith("global_step") for name in names):
        return UnknownFormat(
            f"{path.name} is a DeepSpeed folder of several files.",
            hint="Open one of its *_model_states.pt or *_optim_states.pt files.",
        )
    files = sorted(name for name in names if name.endswith((".pt", ".pth", ".ckpt", ".onnx")))
    return UnknownFormat(
        f"{path.name} is a folder, not a checkpoint file.",
        hint=f"Open a file in it, for example {files[0]}."
        if files
        else "Choose a checkpoint file.",
    )
