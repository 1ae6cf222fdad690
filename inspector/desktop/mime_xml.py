"""The MIME types as a package file of shared-mime-info.

https://specifications.freedesktop.org/shared-mime-info-spec/latest/
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from inspector.desktop.file_types import FILE_TYPES, FileType, Magic

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
"""


def mime_package(types: Iterable[FileType] = FILE_TYPES) -> str:
    """The text of `mime/packages/*.xml`."""
    return _HEAD + "".join(_mime_type(each) for each in types) + "</mime-info>\n"


def _mime_type(given: FileType) -> str:
    lines = [
        f"  <mime-type type={quoteattr(given.mime)}>",
        f"    <comment>{given.name}</comment>",
        f'    <comment xml:lang="zh_CN">{given.name_zh}</comment>',
        f"    <icon name={quoteattr(given.icon)}/>",
        f"    <generic-icon name={quoteattr(given.generic)}/>",
    ]
    if given.magics:
        lines.append(f'    <magic priority="{given.priority}">')
        lines += [line for magic in given.magics for line in _match(magic, "      ")]
        lines.append("    </magic>")
    lines += [f'    <glob pattern="*{ending}"/>' for ending in given.endings]
    return "\n".join([*lines, "  </mime-type>\n"])


def _match(magic: Magic, indent: str) -> list[str]:
    head = f'{indent}<match type="string" offset="{magic.offset}" value={quoteattr(magic.value)}'
    if magic.inner is None:
        return [head + "/>"]
    return [head + ">", *_match(magic.inner, indent + "  "), f"{indent}</match>"]
