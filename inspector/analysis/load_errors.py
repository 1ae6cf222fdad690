"""The text of a `load_state_dict` error, read back into what it says."""

from __future__ import annotations

import re

from inspector.analysis.compatibility import COUNTER, LoadReport, Shape, Shapes, SizeMismatch
from inspector.errors import InspectorError, say

_SIZE = r"(?:torch\.Size\(\[([\d,\s]*)\]\))"
_MISMATCHES = (
    re.compile(
        rf"size mismatch for (\S+): copying a param with shape {_SIZE} from\s+checkpoint,\s+"
        rf"the shape in\s+current model is {_SIZE}"
    ),
    re.compile(  # torch 0.4 and 1.0
        rf"size mismatch for (\S+): copying a param (?:of|with shape) {_SIZE} from\s+checkpoint,\s+"
        rf"where the shape is {_SIZE} in\s+current model"
    ),
)
_LISTS = {
    "missing": re.compile(
        r"Missing key\(s\) in state_dict:(.*?)(?=Unexpected key|size mismatch|$)", re.S
    ),
    "unexpected": re.compile(
        r"Unexpected key\(s\) in state_dict:(.*?)(?=Missing key|size mismatch|$)", re.S
    ),
}
# What load_state_dict(strict=False) returns.
_RETURNED = {
    "missing": re.compile(r"missing_keys=\[(.*?)\]", re.S),
    "unexpected": re.compile(r"unexpected_keys=\[(.*?)\]", re.S),
}
_KEY = re.compile(r"""(["'])(.*?)\1""", re.S)
_MODULE = re.compile(r"Error\(s\) in loading state_dict for (\S+):")


def parse_error(text: str) -> LoadReport:
    """What torch said, from the text of its error, or of what strict=False returns.

    Lines that a terminal broke are joined again.

    Raises:
        InspectorError: Neither is in the text.
    """
    module = _MODULE.search(text)
    mismatched = [
        SizeMismatch(key, _sizes(file), _sizes(model))
        for pattern in _MISMATCHES
        for key, file, model in pattern.findall(text)
    ]
    lists = {name: _keys(text, name) for name in _LISTS}
    if not any(lists.values()) and not mismatched:
        raise InspectorError(
            say(
                "This is not an error of load_state_dict: it names no missing or unexpected key "
                "and no size mismatch."
            ),
            hint=say("Paste it from “Error(s) in loading state_dict” to its end."),
        )
    name = module.group(1) if module else "Model"
    return LoadReport(name, lists["missing"], lists["unexpected"], tuple(mismatched))


def _keys(text: str, name: str) -> tuple[str, ...]:
    found = _LISTS[name].search(text) or _RETURNED[name].search(text)
    if found is None:
        return ()
    return tuple(re.sub(r"\s*\n\s*", "", key) for _, key in _KEY.findall(found.group(1)))


def _sizes(text: str) -> Shape:
    return tuple(int(size) for size in re.findall(r"\d+", text)[:64])


def model_of(report: LoadReport, file: Shapes) -> dict[str, Shape | None]:
    """The tensors of the model that `report` speaks of; shapes it does not name are None.

    Raises:
        InspectorError: The report is not about this file.
    """
    named = {*report.unexpected, *(mismatch.key for mismatch in report.mismatched)}
    strangers = [key for key in named if key not in file]
    if len(strangers) > len(named) / 2:
        raise InspectorError(
            say("The error speaks of '{key}', which this file does not have.", key=min(strangers)),
            hint=say("Give the file that was being loaded."),
        )
    shapes = {mismatch.key: mismatch.model for mismatch in report.mismatched}
    kept = {key: shapes.get(key) for key in file if key not in report.unexpected}
    norms = [key for key in report.missing if key.endswith("running_mean")]
    # Counters that torch forgave, so that the error does not name them.
    counters = [f"{key.removesuffix('running_mean')}{COUNTER}" for key in norms]
    return kept | dict.fromkeys(report.missing) | dict.fromkeys(counters)
