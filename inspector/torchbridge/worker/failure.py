"""How the worker says what went wrong."""

from __future__ import annotations

Words = tuple[str, dict[str, str]]


class Failure(Exception):
    """A sentence and a remedy for the person, as `inspector.errors` has them.

    Attributes:
        kind: "torch", "input", "model", "memory" or "count"; what the parent may act on.
        message: A template with its values, so that it can be said in another language.
    """

    def __init__(
        self, kind: str, template: str, hint: str | None = None, **values: str | int
    ) -> None:
        self.message = words(template, **values)
        super().__init__(text_of(self.message))
        self.kind = kind
        self.hint = hint


def words(template: str, **values: str | int) -> Words:
    """A sentence as it is sent: its template and what stands in it."""
    return template, {name: str(value) for name, value in values.items()}


def text_of(sent: Words) -> str:
    """The sentence itself."""
    text, values = sent
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def said(error: BaseException, longest: int = 300) -> str:
    """The class and the first line of an exception, without a full stop."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if lines and "TorchScript interpreter" in lines[0]:
        return lines[-1][:longest].rstrip(".:")  # its traceback comes first, the complaint last
    text = lines[0] if lines else ""
    name = type(error).__name__
    return f"{name}: {text[:longest].rstrip('.')}" if text else name


def is_memory(error: BaseException) -> bool:
    """Whether an exception says that memory ran out."""
    text = str(error)
    return isinstance(error, MemoryError) or "can't allocate memory" in text or "alloc" in text[:40]
