"""The error family. An error is facts (attributes), a sentence and, where there is one, a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "danger", "error"]


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


def say(template: str, **values: str | tuple[str, ...]) -> Sentence:
    """("{n} NaN", n="12") -> "12 NaN", which knows that it is "{n} NaN".

    Translations know templates by their text, so a template is written out where `say` is called.
    """
    text = template
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value if isinstance(value, str) else ", ".join(value))
    said = Sentence(text)
    said.template, said.values = template, values
    return said


class InspectorError(Exception):
    """A failure that is explained to the person in one sentence.

    Attributes:
        message: The sentence.
        where: The record, key or byte offset it is about; None for the whole file.
        hint: What the person can do about it; None where there is nothing to do.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
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
    what: str
    hint: str | None = None


def finding_of(error: InspectorError, severity: Severity = "error") -> Finding:
    """The finding that says what `error` says, for a part that broke while the rest was read."""
    return Finding(severity, error.where, error.message, error.hint)
