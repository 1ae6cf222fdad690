"""Whether a checkpoint would load, and the fewest edits after which it would; made in a worker."""

from __future__ import annotations

from inspector.checkpoint.tree import Path
from inspector.document import Document
from inspector.repair import Loading, loading, model_from_error, model_in, weights_of


def fit_beside(document: Document, part: Path, other: Document, other_part: Path) -> Loading:
    """What loading `document` into the model that `other` was saved of would say.

    Raises:
        InspectorError: One of them has no state_dict.
    """
    model = model_in(other.checkpoint, weights_of(other.contents, other_part))
    return loading(document.checkpoint, weights_of(document.contents, part), model)


def fit_error(document: Document, part: Path, text: str) -> Loading:
    """As `fit_beside`, of the model that the text of torch's error speaks of.

    Raises:
        InspectorError: It is no such text, or is about another file.
    """
    chosen = weights_of(document.contents, part)
    return loading(document.checkpoint, chosen, model_from_error(text, chosen))
