"""JSON from a file that may lie: size first, no duplicates, no NaN, no deep nesting.

Python's json takes duplicate keys (last wins), NaN and Infinity, and recurses.
"""

from __future__ import annotations

import json
from typing import Any

from inspector.bytesource import ByteSource
from inspector.describe import visible
from inspector.errors import CorruptFile, LimitExceeded, say
from inspector.limits import ReadLimits
from inspector.remedies import AMBIGUOUS, DAMAGED


class DuplicateKey(CorruptFile):
    """A key stands twice in one JSON object; parsers choose different values."""


def parse_json(source: ByteSource, limits: ReadLimits, start: int = 0, size: int = -1) -> Any:
    """The value of the JSON text in `source[start:start + size]`.

    Raises:
        CorruptFile: Not UTF-8, not JSON, or with duplicate keys.
        LimitExceeded: Longer than `limits.header_bytes`.
    """
    size = source.size - start if size < 0 else size
    if size > limits.header_bytes:
        raise LimitExceeded(
            say(
                "The JSON in {name} has {n} bytes; the limit is {most}.",
                name=source.name,
                n=size,
                most=limits.header_bytes,
            ),
            where=source.name,
            hint=say("The file is damaged, or is not what its beginning says."),
        )
    try:
        text = source.read(start, size).decode("utf-8")
        found = json.loads(text, object_hook=_give_way, parse_constant=_refuse)
        # Each key stands before a colon: where as many came out as there are, none stands twice.
        if _keys(found) == text.count(":"):
            return found
        return json.loads(text, object_pairs_hook=_distinct, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise CorruptFile(
            say("The JSON in {name} cannot be read: {why}.", name=source.name, why=_why(error)),
            where=source.name,
            hint=DAMAGED,
        ) from error


def _why(error: ValueError | RecursionError) -> str | Exception:
    match error:
        case RecursionError():
            return say("it is nested too deeply")
        case UnicodeDecodeError(start=at):
            return say("it is no UTF-8 at byte {at}", at=at)
        case json.JSONDecodeError(msg=what, lineno=line, colno=column, pos=at):
            return say(
                "{what}: line {line} column {column} (char {at})",
                what=say(what),
                line=str(line),
                column=str(column),
                at=str(at),
            )
    return error


def _give_way(found: dict[str, Any]) -> dict[str, Any]:
    """As it is: only between calls of Python functions do other threads get the interpreter."""
    return found


def _keys(found: Any) -> int:
    """How many keys the objects of the first two levels have."""
    if not isinstance(found, dict):
        return 0
    return len(found) + sum(len(value) for value in found.values() if type(value) is dict)


def _distinct(found: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(found)
    if len(whole) != len(found):
        seen: set[str] = set()
        twice = next(key for key, _ in found if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise DuplicateKey(
            say(
                "The key '{key}' stands twice; readers choose different values.",
                key=visible(twice, 100),
            ),
            where=visible(twice, 100),
            hint=AMBIGUOUS,
        )
    return whole


def _refuse(constant: str) -> Any:
    raise ValueError(say("{name} is not JSON", name=constant))
