"""A person's own factory: `package.module:name`, `path.py:Name`, or a config.json."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import torch

from inspector.torchbridge.worker.eager import count_module
from inspector.torchbridge.worker.failure import Failure, said
from inspector.torchbridge.worker.inputs import Input, asked_inputs, assumed
from inspector.torchbridge.worker.ladder import Say


def count_factory(request: dict[str, Any], say: Say) -> dict[str, Any]:
    """Call `request["model"]` with `request["kwargs"]` and count what it makes.

    Raises:
        Failure: It is not found, raises, or what it makes does not run.
    """
    factory = found_factory(request["model"], request["folder"], request.get("import_from"))
    kwargs = request["kwargs"]

    def build() -> Any:
        return factory(**kwargs)

    return count_module(build, asked_inputs(request), request["on_cpu"], say)


def found_factory(spec: str, folder: str, import_from: str | None = None) -> Any:
    """The callable that `spec` names; its module is imported, which runs it.

    Args:
        folder: What the path of a file starts from.
        import_from: Where modules are looked for after those installed.

    Raises:
        Failure: There is none, or importing it fails.
    """
    where, _, name = spec.rpartition(":")
    try:
        if where.endswith(".py"):
            module = _from_file(Path(folder, where))
        else:
            if import_from is not None:
                sys.path.append(import_from)
            module = importlib.import_module(where)
        found: Any = module
        for part in name.split("."):
            found = getattr(found, part)
    except Failure:
        raise
    except Exception as error:
        raise Failure(
            "model",
            "{model} cannot be imported: {why}.",
            "Write --model package.module:factory or --model path.py:Class, and name with "
            "--python the Python that has its packages.",
            model=spec,
            why=said(error),
        ) from error
    if not callable(found):
        raise Failure(
            "model",
            "{model} is a {type}, which cannot be called.",
            model=spec,
            type=type(found).__name__,
        )
    return found


def _from_file(path: Path) -> Any:
    if not path.is_file():
        raise _no_file(path)
    sys.path.insert(0, str(path.parent))  # as `python path.py` has it
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def _no_file(path: Path) -> Failure:
    return Failure(
        "model", "There is no file {name} in {folder}.", name=path.name, folder=str(path.parent)
    )


def count_config(request: dict[str, Any], say: Say) -> dict[str, Any]:
    """Build the installed transformers class that a config.json names; nothing is downloaded.

    `trust_remote_code` is False: code beside the file (`auto_map`) is never imported.

    Raises:
        Failure: transformers is missing, does not know the architecture, or cannot run it.
    """
    try:
        transformers: Any = importlib.import_module("transformers")
    except ImportError as error:
        raise Failure(
            "torch",
            "A config.json needs transformers, which this Python does not have.",
            "Name with --python a Python that has it.",
        ) from error
    path = Path(request["folder"], request["model"])
    if not path.is_file():
        raise _no_file(path)
    try:
        config = transformers.AutoConfig.from_pretrained(
            str(path.parent if path.name == "config.json" else path),
            trust_remote_code=False,
            local_files_only=True,
        )
    except Exception as error:
        raise Failure(
            "model",
            "The config.json is not understood: {why}.",
            "A model whose code is beside its config needs --model path.py:Class.",
            why=said(error),
        ) from error

    def build() -> Any:
        return _of_config(transformers, config)

    inputs = asked_inputs(request)
    guess = [] if inputs else _usual(config)
    result = count_module(build, inputs or guess, request["on_cpu"], say)
    if guess:
        result["notes"].insert(0, assumed(guess))
    return result


def _of_config(transformers: Any, config: Any) -> Any:
    """The class that `architectures` names, if it is one of transformers' models."""
    # The default for mixtures of experts takes only bfloat16; this one multiplies the same.
    config._experts_implementation = "batched_mm"
    for name in config.architectures or []:
        found: Any = getattr(transformers, str(name), None)
        is_class = isinstance(found, type)
        if is_class and issubclass(found, transformers.PreTrainedModel):
            return found._from_config(config, dtype=torch.float32)
    return transformers.AutoModel.from_config(config, trust_remote_code=False)


def _usual(config: Any) -> list[Input]:
    """What such a model usually gets: 128 tokens, an image of its own size, 30 s of sound."""
    text = getattr(config, "text_config", None) or config
    size = getattr(config, "image_size", None)
    if size is not None and not hasattr(text, "vocab_size"):
        sizes = size if isinstance(size, list | tuple) else (size, size)
        return [Input("pixel_values", (1, getattr(config, "num_channels", 3), *map(int, sizes)))]
    if getattr(config, "num_mel_bins", None) and hasattr(config, "max_source_positions"):
        frames = 2 * int(config.max_source_positions)
        first = Input("input_features", (1, int(config.num_mel_bins), frames))
    else:
        first = Input("input_ids", (1, 128), "int64")
    if getattr(config, "is_encoder_decoder", False):
        return [first, Input("decoder_input_ids", (1, 64), "int64")]
    vision = getattr(config, "vision_config", None)
    if vision is not None and hasattr(config, "projection_dim"):  # CLIP and its like want both
        length = min(77, int(getattr(text, "max_position_embeddings", 77)))
        return [Input("input_ids", (1, length), "int64"), *_usual(vision)]
    return [first]
