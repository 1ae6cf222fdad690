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
        ("EMA", r"(^|[_.-])(ema|averaged|shadow|swa)([_.-]|$)|^ema|ema$|shadow_params"),
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


def role_of_entry(path: Path, node: Any, contents: Contents, is_graph: bool = False) -> str:
    """The role of the entry at `path`.

    Args:
        is_graph: The checkpoint is an ONNX model.
    """
    name = str(path[-1]) if path else ""
    if name in _FIXED and (is_graph or name[0] in "<_"):
        return _FIXED[name]
    if node is None:
        return NOTHING
    if any(found.path == path for found in contents.optimizers):
        return "optimizer"
    for state_dict in contents.state_dicts:
        if state_dict.path == path:
            by_name = role_of_name(name)
            is_known = state_dict.role != "weights" or by_name in (None, "weights", "metadata")
            is_known = is_known or is_module(node)
            return STATE_DICT_ROLES[state_dict.role] if is_known else by_name or OTHER
    return role_of_name(name) or _role_inside(path, node, contents)


def role_of_name(name: str) -> str | None:
    """The role that a name suggests; None where it suggests nothing."""
    return next((role for role, pattern in NAMES if pattern.search(name)), None)


def _role_inside(path: Path, node: Any, contents: Contents) -> str:
    """What lies below an entry whose name says nothing."""
    depth = len(path)
    if any(found.path[:depth] == path for found in contents.optimizers):
        return "optimizer"
    below = [found for found in contents.state_dicts if found.path[:depth] == path]
    if below:
        largest = max(below, key=lambda found: found.nbytes)
        return STATE_DICT_ROLES[largest.role]
    if isinstance(node, Tensor):
        return "weights" if (node.numel or 0) > 1 else OTHER
    if isinstance(node, Global) or is_leaf(node) or not children(node):
        return "metadata"
    return OTHER
