"""What the core says, in the language of the window.

The core knows no translations. Its sentences (`inspector.errors.Sentence`) carry the template they
were made of. The modules beside this one list all templates by theme, a row each, where lupdate
finds them; a running program does not need them.
"""

from __future__ import annotations

from inspector.errors import Sentence, filled
from inspector.gui.text import translate


def said(text: str) -> str:
    """A text of the core in the window's language; as it is where it is not a known sentence."""
    if not isinstance(text, Sentence):
        return text
    found = translate("Core", text.template)
    if found == text.template:
        found = translate("Counts", text.template)  # what `describe.plural` counts
    values = {
        name: said(value) if isinstance(value, str) else tuple(map(said, value))
        for name, value in text.values.items()
    }
    return filled(found, values, translate("Core", ", ").join)
