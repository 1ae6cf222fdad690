"""The cost of models whose graph is not in the file as data: somebody has to run them.

A TorchScript program is code out of the file, and runs only where its user said that this file may.
A pickled module of torch.nn is rebuilt by torch's own constructors; nothing of the file runs. A
factory is the user's own code: to name it is to run it. All of it happens in a process of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport, LayerCost, NotCounted, Shape, Source
from inspector.analysis.layers import node_at
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import is_module
from inspector.describe import visible
from inspector.errors import InspectorError, Sentence, Unsupported, say
from inspector.progress import SILENT, Progress
from inspector.torchbridge.as_thop import as_thop
from inspector.torchbridge.matching import Match, match
from inspector.torchbridge.modules import plan
from inspector.torchbridge.process import RunLimits, WorkerFailed, ask, sentence

_GiB = 1 << 30


class NeedsConsent(InspectorError):
    """The file's own code would have to run, and nobody has said that it may."""


@dataclass(frozen=True, slots=True)
class Run:
    """What may run, and where.

    Attributes:
        may_run: The person said that the code in this very file may run.
        on_cpu: ... and compute with real numbers, where shapes alone do not decide what runs.
        python: A Python that has torch; None for this one.
        model: "package.module:factory", "path.py:Class" or the path of a config.json.
        kwargs: Its keyword arguments, as JSON has them.
        folder: What relative paths start from.
        import_from: Where modules are looked for after those installed; None for nowhere. Never
            a folder that came with the file: it could hold a module of any name.
        seconds: By the clock.
        libraries: Installed packages whose modules may be rebuilt beside torch.nn's.
    """

    may_run: bool = False
    on_cpu: bool = False
    python: str | None = None
    model: str | None = None
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    folder: Path = field(default_factory=Path.cwd)
    import_from: Path | None = None
    seconds: float = 300.0
    libraries: tuple[str, ...] = ()


def model_and_kwargs(text: str) -> tuple[str, dict[str, Any]]:
    """('a.b:c {"n": 3}') -> ("a.b:c", {"n": 3}): a factory and what it is given, on one line.

    Raises:
        InspectorError: What is in braces is no JSON object.
    """
    model, brace, rest = text.strip().partition("{")
    return model.strip(), keyword_arguments(brace + rest)


def keyword_arguments(text: str) -> dict[str, Any]:
    """The arguments in a JSON object; none in "".

    Raises:
        InspectorError: It is no JSON object.
    """
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InspectorError(
            say("{text} is no JSON object.", text=visible(text, 100)),
            hint=say('Write arguments like {"num_classes": 10}.'),
        )
    return found


def can_run(checkpoint: Checkpoint, contents: Contents) -> bool:
    """Whether the file itself has something that would be run, or rebuilt."""
    return checkpoint.format == "torchscript" or _module_of(checkpoint, contents) is not None


def count_by_running(
    checkpoint: Checkpoint,
    contents: Contents,
    given: Given,
    run: Run,
    progress: Progress = SILENT,
) -> FlopsReport | None:
    """The cost of one forward pass, or None where there is nothing to run or to rebuild.

    Raises:
        NeedsConsent: It is TorchScript, and `run.may_run` is not set.
        Unsupported: No torch; classes that cannot be rebuilt; a model that does not fit the file.
        LimitExceeded: It took too long or too much memory, and was ended.
        InspectorError: It does not run at these inputs.
        Cancelled: From `progress`.
    """
    if run.model is not None:
        return _count_factory(contents, given, run, progress)
    if checkpoint.format == "torchscript":
        return _count_script(checkpoint, contents, given, run, progress)
    module = _module_of(checkpoint, contents)
    return None if module is None else _count_module(module, given, run, progress)


def _asked(
    request: dict[str, Any], given: Given, run: Run, size: int, progress: Progress
) -> dict[str, Any]:
    python = run.python
    if python is None:
        if find_spec("torch") is None:
            raise Unsupported(
                say("Counting this needs torch, which this Python does not have."),
                hint=say("Name with --python a Python that has it."),
            )
        python = sys.executable
    inputs = [[name, list(shape), None] for name, shape in given.inputs.items()]
    limits = RunLimits(run.seconds, max(8 * _GiB, 4 * size))
    whole = {**request, "inputs": inputs, "on_cpu": run.on_cpu, "folder": str(run.folder)}
    return ask(whole, python, limits, progress)


# -- the three kinds ------------------------------------------------------------------------------


def _count_script(
    checkpoint: Checkpoint, contents: Contents, given: Given, run: Run, progress: Progress
) -> FlopsReport:
    if not run.may_run:
        raise NeedsConsent(
            say(
                "{name} is a TorchScript program; its cost shows only when it runs.",
                name=checkpoint.path.name,
            ),
            hint=say(
                "If you trust where it comes from, add --run: it then runs in a process of its "
                "own without network, which can change no file and start no program."
            ),
        )
    request = {"kind": "script", "path": str(checkpoint.path)}
    answer = _asked(request, given, run, checkpoint.size, progress)
    report = _report(answer, "torchscript")
    if not report.parameters:  # frozen: its weights have become constants
        report = _with(report, parameters=contents.totals.unique)
    return report


def _module_of(checkpoint: Checkpoint, contents: Contents) -> Any:
    for state_dict in contents.weights:
        if state_dict.is_module:
            module = node_at(checkpoint.root, state_dict.path)
            if is_module(module):
                return module
    return None


def _count_module(module: Any, given: Given, run: Run, progress: Progress) -> FlopsReport:
    planned = plan(module, run.libraries)
    request = {"kind": "module", "nodes": planned.nodes, "dtype": planned.dtype}
    answer = _asked(request, given, run, 0, progress)
    found = match(planned.tensors, _state(answer))
    if found.same != found.total or found.unexpected:
        raise Unsupported(
            say(
                "The module cannot be rebuilt as it is in the file: {found}",
                found=found.sentence(say("what torch.nn makes")),
            ),
            hint=say("Name its class or factory with --model."),
        )
    notes = (
        say(
            "Rebuilt by torch.nn's own constructors from the numbers in the file; nothing of the "
            "file ran."
        ),
        *planned.notes,
    )
    return _with(_report(answer, "module", notes), parameters=planned.parameters)


def _count_factory(contents: Contents, given: Given, run: Run, progress: Progress) -> FlopsReport:
    assert run.model is not None
    is_config = run.model.endswith(".json")
    if not is_config and ":" not in run.model:
        raise InspectorError(
            say("'{model}' names no factory.", model=run.model[:200]),
            hint=say("Write --model package.module:factory, path.py:Class or path/config.json."),
        )
    kind = "config" if is_config else "factory"
    own = None if run.import_from is None else str(run.import_from)
    request = {
        "kind": kind,
        "model": run.model,
        "kwargs": dict(run.kwargs),
        "import_from": own,
    }
    answer = _asked(request, given, run, 0, progress)
    name = run.model if not is_config else say("the model of {name}", name=Path(run.model).name)
    found = _best_match(contents, _state(answer))
    if found is None:
        return _report(answer, "factory", (_uncompared(name),))
    if not found.fits:
        raise Unsupported(
            say("This is not the model in the file: {found}", found=found.sentence(name)),
            hint=say("Give what it was made with: --kwargs '{\"num_classes\": 10}'."),
        )
    return _report(answer, "factory", (*found.sentences(name), *_head_notes(found)))


def _head_notes(found: Match) -> tuple[Sentence, ...]:
    if not found.different and not found.missing and not found.unexpected:
        return ()
    return (
        say(
            "The head is counted as the factory makes it; give the factory the number of outputs "
            "to count the file's own."
        ),
    )


def _uncompared(name: str) -> Sentence:
    return say("The file holds no weights to compare {model} with.", model=name)


def _best_match(contents: Contents, state: Mapping[str, Shape]) -> Match | None:
    """The state_dict of the file that has the most in common with the model."""
    found = []
    for state_dict in contents.state_dicts:
        if state_dict.role in ("weights", "ema"):
            shapes = {
                entry.key: entry.tensor.shape
                for entry in state_dict.entries
                if entry.key is not None and entry.tensor.shape is not None
            }
            if shapes:
                found.append(match(shapes, state))
    return max(found, key=lambda one: one.same, default=None)


# -- the answer -----------------------------------------------------------------------------------


def _state(answer: Mapping[str, Any]) -> dict[str, Shape]:
    """Names and shapes of the model that was counted."""
    try:
        return {str(name): tuple(map(int, shape)) for name, shape, _ in answer["state"]}
    except (KeyError, TypeError, ValueError) as error:
        raise WorkerFailed(say("The worker's answer makes no sense.")) from error


def _report(
    answer: Mapping[str, Any], source: Source, notes: tuple[Sentence, ...] = ()
) -> FlopsReport:
    """The report in a worker's answer, of which every field is checked.

    Raises:
        WorkerFailed: It is none.
    """
    try:
        missing = tuple(
            NotCounted(str(name), int(count), sentence(why))
            for name, count, why in answer["not_counted"]
        )
        layers = tuple(_layer(row) for row in answer["layers"])
        macs = int(answer["macs"])
        thop = as_thop(layers).conventions(macs) if source != "torchscript" else ()
        how = say(
            "Counted by torch {version} on {tensors}.",
            version=str(answer["torch"]),
            tensors=say(str(answer["rung"])),
        )
        return FlopsReport(
            macs=macs,
            elementwise=sum(layer.elementwise for layer in layers),
            parameters=int(answer["parameters"]),
            inputs={str(name): tuple(map(int, s)) for name, s in answer["inputs"].items()},
            source=source,
            exact=not missing,
            layers=layers,
            not_counted=missing,
            notes=(*notes, *map(sentence, answer["notes"]), how),
            conventions=() if missing else thop,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WorkerFailed(say("The worker's answer makes no sense.")) from error


def _layer(row: Any) -> LayerCost:
    name, op_type, macs, elementwise, parameters, shape = row
    output = None if shape is None else tuple(map(int, shape))
    return LayerCost(str(name), str(op_type), int(macs), int(parameters), output, int(elementwise))


def _with(report: FlopsReport, **changes: Any) -> FlopsReport:
    from dataclasses import replace

    return replace(report, **changes)
