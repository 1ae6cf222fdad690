"""What TorchScript's code says of the classes of modules; it is read as text, never compiled.

A class is written as (torch/csrc/jit/serialization/python_print.cpp):

    class Linear(Module):
      __parameters__ = ["weight", "bias", ]
      weight : Tensor
      in_features : Final[int] = 3
      act : __torch__.torch.nn.modules.activation.ReLU
      __annotations__["0"] = __torch__.torch.nn.modules.conv.Conv2d
      def forward(self, ...
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from typing import Any

from inspector.bytesource import ByteSource

_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)
_MEMBER = re.compile(r"^  (\w+) : ([^=\n]{1,500})(?: = ([^\n]{1,200}))?$", re.MULTILINE)
_QUOTED = re.compile(r'^  __annotations__\["([^"\n]{1,500})"\] = ([^\n]{1,500})$', re.MULTILINE)
_MANGLED = re.compile(r"___torch_mangle_\d+\.")
_MOST_TEXT = 32 << 20
_LARGEST_FILE = 4 << 20


class ScriptClasses:
    """The classes of an archive: member name -> (its type, its constant value's text)."""

    def __init__(self, texts: Mapping[str, ByteSource]) -> None:
        self._members: dict[str, dict[str, tuple[str, str | None]]] = {}
        left = _MOST_TEXT
        for name, source in texts.items():
            if name.startswith("code/") and name.endswith(".py") and left > 0:
                text = source.head(_LARGEST_FILE).decode("utf-8", "replace")
                left -= len(text)
                module = name.removeprefix("code/").removesuffix(".py").replace("/", ".")
                self._add(module, text)

    def _add(self, module: str, text: str) -> None:
        pieces = _CLASS.split(text)
        for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
            head = body.partition("\n  def ")[0]
            members: dict[str, tuple[str, str | None]] = {
                member: (kind.strip(), value) for member, kind, value in _MEMBER.findall(head)
            }
            members |= {member: (kind.strip(), None) for member, kind in _QUOTED.findall(head)}
            self._members[f"{module}.{name}"] = members

    def follow(self, paths: Iterable[str]) -> dict[str, tuple[str, dict[str, Any]]]:
        """Module path -> (class, constants), for those that the root's class leads to."""
        names = list(paths)
        root = self._root({path.partition(".")[0] for path in names if path})
        if root is None:
            return {}
        kinds = {"": root}
        found = {"": self._said(root)}
        for path in sorted(names, key=lambda path: path.count(".") if path else -1):
            above, _, last = path.rpartition(".")
            kind, _ = self._members.get(kinds.get(above, ""), {}).get(last, ("", None))
            if path and kind in self._members:
                kinds[path] = kind
                found[path] = self._said(kind)
        return found

    def _root(self, wanted: set[str]) -> str | None:
        """The class that has all the top-level modules and is in no other class."""
        inner = {kind for members in self._members.values() for kind, _ in members.values()}
        fitting = [name for name, members in self._members.items() if wanted <= members.keys()]
        outer = [name for name in fitting if name not in inner]
        return next(iter(outer or fitting), None)

    def _said(self, name: str) -> tuple[str, dict[str, Any]]:
        shown = _MANGLED.sub("", name).removeprefix("__torch__.")
        constants = {}
        for member, (kind, value) in self._members[name].items():
            if kind.startswith("Final[") and value:
                try:
                    constants[member] = ast.literal_eval(value)
                except (ValueError, SyntaxError, MemoryError, RecursionError):
                    constants[member] = value
        return shown, constants
