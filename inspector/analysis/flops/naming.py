"""Names of layers: the module's own where it has one costly node, else with the node's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def layer_names(places: Sequence[tuple[str, str, bool]]) -> list[str]:
    """The names of nodes.

    Args:
        places: (module or "", name of the node, whether it has multiply-adds), one per node.
    """
    costly = Counter(where for where, _, is_costly in places if is_costly)
    alone = Counter(where for where, _, _ in places)
    found = []
    for where, leaf, is_costly in places:
        is_module = where and (costly[where] == 1 if is_costly else alone[where] == 1)
        found.append(where if is_module else f"{where}.{leaf}".strip("."))
    return found
