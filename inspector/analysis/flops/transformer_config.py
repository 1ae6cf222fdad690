"""The `config.json` that Hugging Face models have beside their weights."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint

_NAME = "config.json"
_SHARD = re.compile(r"-\d{5}-of-\d{5}\.\w+$")
_LARGEST = 4 << 20  # bytes; the largest known are label lists of 1 MB


@dataclass(frozen=True, slots=True)
class Config:
    """What such a file says; every value may be missing or wrong.

    Attributes:
        name: "LlamaForCausalLM", or the model_type; what it is taken for.
        values: The text model's values where there are several.
    """

    name: str
    values: dict[str, Any]

    def number(self, *names: str) -> int | None:
        """The first of these that is a whole number above 0 and below 2^40."""
        for name in names:
            found = self.values.get(name)
            if type(found) is int and 0 < found < 1 << 40:
                return found
        return None

    @property
    def active_experts(self) -> int | None:
        """How many experts of a layer a token meets."""
        names = "num_experts_per_tok", "num_experts_per_token", "moe_top_k", "moe_topk", "top_k"
        return self.number(*names)

    @property
    def is_sparse(self) -> bool:
        """Whether tokens attend to some others only: BigBird, Longformer."""
        blocks = self.values.get("attention_type") in ("block_sparse", "sparse", "local")
        return blocks or self.values.get("attention_window") is not None

    @property
    def is_tied(self) -> bool | None:
        """Whether the output matrix is the embedding; None where the file does not say."""
        found = self.values.get("tie_word_embeddings")
        return found if isinstance(found, bool) else None

    @property
    def predicts_tokens(self) -> bool:
        """Whether it ends in a matrix to the vocabulary."""
        return self.name.endswith(("ForCausalLM", "LMHeadModel", "ForMaskedLM", "LMHead"))


def is_shard(checkpoint: Checkpoint) -> bool:
    """Whether this is one file of several, by the name Hugging Face gives them."""
    return _SHARD.search(checkpoint.path.name) is not None


def config_beside(checkpoint: Checkpoint) -> Config | None:
    """The `config.json` in the folder of the checkpoint, if it is one of a model."""
    path = checkpoint.path
    path = (path if path.is_dir() else path.parent) / _NAME
    try:
        return _read(path)
    except (OSError, ValueError, RecursionError):
        return None  # nothing beside the weights is needed to count them


def _read(path: Path) -> Config | None:
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    values = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(values, dict):
        return None
    architectures = values.get("architectures")
    named = architectures[0] if isinstance(architectures, list) and architectures else None
    name = named if isinstance(named, str) else values.get("model_type")
    if not isinstance(name, str) or not name.isidentifier():
        return None
    text = values.get("text_config")
    return Config(name, {**values, **text} if isinstance(text, dict) else values)
