"""What a person calls a node: the module it lies in, where the exporter left a trace of it."""

from __future__ import annotations

import re

from inspector.analysis.flops.naming import layer_names
from inspector.analysis.flops.onnx_graph.tally import Row

_SUFFIX = re.compile(r"[.](weight|bias|kernel|in_proj_weight|weight_quantized|weight_q)$")


def names(rows: list[Row]) -> list[str]:
    """Dotted names; rows inside functions begin with the call that leads there."""
    places = []
    for row in rows:
        where, leaf = place(row)
        inside = f"{row.prefix}.{where}".strip(".") if row.prefix else where
        places.append((inside, leaf, bool(row.macs)))
    return layer_names(places)


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
