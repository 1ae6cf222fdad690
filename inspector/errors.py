"""The error family. An error is facts (attributes), a sentence and, where there is one, a hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["info", "warning", "danger", "error"]
# What may stand in a sentence; whole numbers are grouped, and a tuple is listed with commas.
Value = str | int | tuple[str, ...] | Path | Exception | None


class Sentence(str):
    """A sentence that can be said in another language: what it was made of goes along.

    Attributes:
        template: The sentence with {names} for what changes, as a translation knows it.
        values: Name -> what stands there: a text of a file, figures, another sentence, or
            several of these that are listed with commas.
    """

    __slots__ = ("template", "values")
    template: str
    values: dict[str, str | tuple[str, ...]]


def say(template: str, /, **values: Value) -> Sentence:
    """("{n} NaN", n=1234) -> "1,234 NaN", which knows that it is "{n} NaN".

    Translations know templates by their text, so a template is written out where `say` is called.
    """
    texts = {name: _text_of(value) for name, value in values.items()}
    said = Sentence(filled(template, texts, ", ".join) if texts else template)
    said.template, said.values = template, texts
    return said


def _text_of(value: Value) -> str | tuple[str, ...]:
    if isinstance(value, Exception) and value.args and isinstance(value.args[0], Sentence):
        return value.args[0]
    if isinstance(value, str | tuple):
        return value
    return f"{value:,}" if isinstance(value, int) else str(value)


def filled(
    template: str,
    values: Mapping[str, str | tuple[str, ...]],
    joined: Callable[[tuple[str, ...]], str],
) -> str:
    """`template` with its values; a {name} that a value itself holds is no field."""

    def value_of(field: re.Match[str]) -> str:
        value = values.get(field[1], field[0])
        return value if isinstance(value, str) else joined(value)

    return re.sub(r"{(\w+)}", value_of, template)


def in_one(sentences: Iterable[str], between: str = " ") -> Sentence:
    """Several sentences (or phrases, `between` which stands "; " or ", ") as one; "" of none."""
    found, *others = [*sentences] or [say("")]
    for more in others:
        found = say(f"{{one}}{between}{{more}}", one=found, more=more)
    return found if isinstance(found, Sentence) else say("{one}", one=found)


class InspectorError(Exception):
    """A failure that is explained to the person in one sentence.

    Attributes:
        message: The sentence.
        where: The record, key or byte offset it is about; None for the whole file.
        hint: What the person can do about it; None where there is nothing to do.
    """

    def __init__(
        self, message: Sentence, *, where: str | None = None, hint: Sentence | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint


class UnreadableFile(InspectorError):
    """The operating system did not hand out the bytes: missing, a folder, no permission."""


class UnknownFormat(InspectorError):
    """The bytes are readable but are not a checkpoint; the sentence names what they are."""


class CorruptFile(InspectorError):
    """The format is known and the bytes contradict it."""


class LimitExceeded(InspectorError):
    """The file asks for more memory or work than `limits` allow."""


class Unsupported(InspectorError):
    """The content is understood but this operation on it is not offered."""


class Cancelled(BaseException):
    """The person stopped the work.

    Not an `Exception`, so that no `except Exception` on the way can swallow it.
    """


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that did not stop reading; shown with the checkpoint, never logged.

    Attributes:
        where: The record, key or path it is about; None for the whole file.
        what: The sentence.
        hint: A remedy, where there is one.
    """

    severity: Severity
    where: str | None
    what: Sentence
    hint: Sentence | None = None


def finding_of(error: InspectorError, severity: Severity = "error") -> Finding:
    """The finding that says what `error` says, for a part that broke while the rest was read."""
    return Finding(severity, error.where, error.message, error.hint)
