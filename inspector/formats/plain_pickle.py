"""Plain pickles: pickle.dump, joblib, paddle's .pdparams, and torch storages inside them."""

from __future__ import annotations

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.describe import plural
from inspector.errors import UnknownFormat, say
from inspector.formats.reading import Reading
from inspector.formats.torch_zip import value_of
from inspector.inert import UNSET

_STACKED = 1000


def read(reading: Reading) -> Checkpoint:
    """Read the first pickle; those stacked behind it are audited.

    Raises:
        UnknownFormat: Text that only begins like a pickle: it breaks off and names nothing.
    """
    source = reading.source
    pickled = reading.pickle("pickle")
    names = [used.full.replace(".", "").isidentifier() for used in pickled.globals]
    if pickled.error is not None and not any(names) and source.head(1) != b"\x80":
        from inspector.formats.strangers import explain

        raise explain(source, reading.path)
    position = pickled.end
    if pickled.error is None and position < source.size:
        position = _scan_stacked(reading, position)
        what = say(
            "{bytes} follow the pickle; the first pickle is what is shown.",
            bytes=plural(source.size - pickled.end, "byte"),
        )
        reading.warn(what, say("byte {at}", at=pickled.end))
    if pickled.value is UNSET and pickled.error is None:
        raise UnknownFormat(say("{name} is an empty pickle.", name=source.name))
    return reading.finish(value_of(reading, pickled), "pickle", str(pickled.protocol))


def _scan_stacked(reading: Reading, position: int) -> int:
    """Audit further pickles of the file; the position where they end."""
    for _ in range(_STACKED):
        if position >= reading.source.size or reading.source.read(position, 1) == b"P":
            return position
        following = reading.pickle(say("a further pickle"), start=position)
        if following.error is not None or following.end <= position:
            return position
        position = following.end
    return position
