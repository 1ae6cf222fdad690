"""What the top-level entries of a checkpoint are, by what is in them and by their names."""

from __future__ import annotations

import re
from typing import Any

from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path, children, is_leaf, is_module
from inspector.inert import Global

# Role -> what a name must match; the first row that fits wins.
NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        ("EMA", r"(^|[_.-])(ema|averaged|shadow|swa)([_.-]|$)|^ema|(model|net|params)ema$"),
        ("RNG state", r"(^|_)rngs?(_|$)|random_state|random_ltd|generator_state"),
        ("scaler", r"scaler|^amp$|mixedprecision|loss_scale"),
        ("scheduler", r"sched|^lr_decay|warmup"),
        ("optimizer", r"optim|^opt(im)?_?[dg]?$|^exp_avg(_sq)?$"),
        ("callbacks", r"callback|^loops$|hook|message_hub|early_stopping"),
        (
            "hyper-parameters",
            r"hparams|hyper_?param|^(train_|model_)?args$|^cfg|config|^options?$|^opts?$"
            r"|^(net_|model_)?params$|_kwargs$|^kwargs$|settings",
        ),
        (
            "metrics",
            r"loss|(^|_)acc(uracy)?\d*($|_)|metric|^best|_best$|fitness|result|history|score"
            r"|prec\d|^(map|psnr|ssim|bleu|wer|perplexity|ppl|reward|curve)s?$",
        ),
        (
            "metadata",
            r"epoch|(^|_)steps?($|_)|(^|_)iter(ation)?s?($|_)|version|^arch|date|time|^git|licen[cs]e"
            r"|^docs?$|names?$|classes|labels|vocab|tokenizer|updates|wandb|^meta|metadata|^info$"
            r"|author|descri|world_size|n_averaged|_samples$|id2label|producer|opset|ir_version|doc_",
        ),
        (
            "weights",
            r"state_?dict|model|module|net|weight|generator|discriminator|encoder|decoder|backbone",
        ),
    )
)
# What `StateDict.role` calls the roles.
STATE_DICT_ROLES = {
    "weights": "weights",
    "ema": "EMA",
    "rng": "RNG state",
    "scaler": "scaler",
    "scheduler": "scheduler",
    "optimizer": "optimizer",
    "callbacks": "callbacks",
}
# Entries that readers make, and those of ONNX and torch.export.
_FIXED = {
    "<attributes>": "metadata",
    "<constants>": "constants",
    "<metadata>": "metadata",
    "__metadata__": "metadata",
    "graph": "weights",
    "functions": "graph",
    "training_info": "graph",
    "inputs": "graph",
    "outputs": "graph",
    "nodes": "graph",
    "op_types": "graph",
    "graph_name": "metadata",
    "graph_doc_string": "metadata",
}
OTHER, NOTHING = "other", "empty"


def role_of_name(name: str) -> str | None:
    """The role that a name suggests; None where it suggests nothing."""
    return next((role for role, pattern in NAMES if pattern.search(name)), None)


class Roles:
    """Says what the entries of one checkpoint are.

    Args:
        is_graph: The checkpoint is an ONNX model.
    """

    def __init__(self, contents: Contents, is_graph: bool = False) -> None:
        self._fixed = {name: role for name, role in _FIXED.items() if is_graph or name[0] in "<_"}
        self._optimizers = {found.path for found in contents.optimizers}
        self._state_dicts = {found.path: found for found in contents.state_dicts}
        # What lies somewhere below each top-level entry: an optimizer, the largest state_dict.
        self._below: dict[Path, str] = {}
        for found in sorted(contents.state_dicts, key=lambda found: found.nbytes):
            self._below[found.path[:1]] = STATE_DICT_ROLES[found.role]
        for path in self._optimizers:
            self._below[path[:1]] = "optimizer"

    def of(self, path: Path, node: Any) -> str:
        """The role of the entry at `path`, which has one element, or none for the whole."""
        name = str(path[-1]) if path else ""
        if name in self._fixed:
            return self._fixed[name]
        if node is None:
            return NOTHING
        if path in self._optimizers:
            return "optimizer"
        by_name = role_of_name(name)
        state_dict = self._state_dicts.get(path)
        if state_dict is None:
            return by_name or self._below.get(path) or _role_of_value(node)
        is_known = state_dict.role != "weights" or by_name in (None, "weights", "metadata")
        if is_known or is_module(node):
            return STATE_DICT_ROLES[state_dict.role]
        return by_name or OTHER


def _role_of_value(node: Any) -> str:
    """What an entry is whose name says nothing and that holds neither optimizer nor state_dict."""
    if isinstance(node, Tensor):
        return "weights" if (node.numel or 0) > 1 else OTHER
    if isinstance(node, Global) or is_leaf(node) or not children(node):
        return "metadata"
    return OTHER
