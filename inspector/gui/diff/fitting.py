"""Whether a checkpoint would load, and the fewest edits after which it would; made in a worker."""

from __future__ import annotations

from inspector.analysis.diff.parts import Part
from inspector.document import Document
from inspector.repair import Loading, loading, model_from_error, model_in, weights_of


def fit_beside(document: Document, part: Part, other: Document, other_part: Part) -> Loading:
    """What loading `document` into the model that `other` was saved of would say.

    Raises:
        InspectorError: One of them has no state_dict.
    """
    held = weights_of(other.contents, other_part)
    model = model_in(other.checkpoint, held, other_part.prefix)
    chosen = weights_of(document.contents, part)
    return loading(document.checkpoint, chosen, model, part.prefix)


def fit_error(document: Document, part: Part, text: str) -> Loading:
    """As `fit_beside`, of the model that the text of torch's error speaks of.

    Raises:
        InspectorError: It is no such text, or is about another file.
    """
    chosen = weights_of(document.contents, part)
    return loading(document.checkpoint, chosen, model_from_error(text, chosen), part.prefix)
