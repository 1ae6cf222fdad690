"""What a person calls a node: the module it lies in, where the exporter left a trace of it."""

from __future__ import annotations

import re
from collections import Counter

from inspector.analysis.flops.onnx_graph.tally import Row

_SUFFIX = re.compile(r"[.](weight|bias|kernel|in_proj_weight|weight_quantized|weight_q)$")


def names(rows: list[Row]) -> list[str]:
    """Dotted names: of the module where it has one costly node, else with the node's own name."""
    places = [place(row) for row in rows]
    costly = Counter(where for (where, _), row in zip(places, rows, strict=True) if row.macs)
    found = []
    for (where, leaf), row in zip(places, rows, strict=True):
        is_module = where and row.macs and costly[where] == 1
        name = where if is_module else f"{where}.{leaf}".strip(".")
        found.append(f"{row.prefix}.{name}" if row.prefix else name)
    return found


def place(row: Row) -> tuple[str, str]:
    """(module, name inside it) of a row; the module may be ""."""
    node = row.node
    leaf = node.name or (node.outputs[0] if node.outputs else "") or node.op[1]
    if node.scope:
        return node.scope, leaf.rpartition("/")[2]
    if leaf.startswith("/"):
        *modules, leaf = leaf.strip("/").split("/")
        return joined(modules), leaf
    weight = _SUFFIX.sub("", row.weight)
    if weight != row.weight and row.macs:
        return weight, leaf
    return "", leaf


def joined(parts: list[str]) -> str:
    """["layer1", "layer1.0", "conv1"] -> "layer1.0.conv1".

    torch's older exporter writes a child of a Sequential or ModuleList with the name that its
    parent has: such a part takes the parent's place.
    """
    found: list[str] = []
    for part in parts:
        if found and part.startswith(found[-1] + "."):
            found[-1] = part
        else:
            found.append(part)
    return ".".join(found)
