"""Runs one forward pass without values where that tells the cost, and with them where asked.

Rungs, from the surest: fake tensors that claim to be on the CPU, meta tensors, and, only where the
person asked, real numbers on the CPU. The first whose operators all have formulas decides;
else the one that misses least.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from inspector.torchbridge.worker.counter import Count, Layers
from inspector.torchbridge.worker.failure import Failure, Words, is_memory, said, words
from inspector.torchbridge.worker.inputs import WANTS_INTEGERS, Input, tensors

Say = Callable[[str | Words], None]


Call = Callable[[list[Any]], Any]
Ready = tuple[Call, Layers]  # how to call the model, and the layers the calls belong to


@dataclass
class Counted:
    """What a rung found."""

    rung: str
    count: Count
    notes: list[Words] = field(default_factory=list)


@dataclass
class Rung:
    """One way to run the model.

    Attributes:
        device: Of the inputs.
        prepare: Gives a context in which the model can be called.
        names: Of forward's arguments.
    """

    name: str
    device: str
    prepare: Callable[[], contextlib.AbstractContextManager[Ready]]
    names: Sequence[str]


def climb(rungs: Sequence[Rung], inputs: Sequence[Input], floats: Any, say: Say) -> Counted:
    """Try each rung until one counts everything.

    Raises:
        Failure: None ran to the end; with the complaint of the first.
    """
    found: list[Counted] = []
    troubles: list[BaseException] = []
    for rung in rungs:
        say(words("counting on {rung}", rung=rung.name))
        try:
            counted = _try(rung, inputs, floats)
        except Failure as failure:
            if failure.kind == "input":
                raise
            troubles.append(failure)
        except Exception as error:  # whatever the model raises is an answer
            troubles.append(error)
        else:
            if not counted.count.heavy:
                return counted
            found.append(counted)
    if found:
        return min(found, key=lambda one: (len(one.count.heavy), sum(one.count.heavy.values())))
    raise _did_not_run(troubles)


def _did_not_run(troubles: list[BaseException]) -> Failure:
    if any(is_memory(error) for error in troubles):
        return Failure(
            "memory",
            "Running the model needs more memory than it was allowed.",
            "Give a smaller batch or smaller inputs with --input.",
        )
    return Failure(
        "count",
        "The model does not run at these inputs: {why}.",
        "Check the shapes, names and order given with --input; where values decide what runs, "
        "add --on-cpu.",
        why=said(troubles[0]),
    )


def _try(rung: Rung, inputs: Sequence[Input], floats: Any) -> Counted:
    """Run once; inputs that turn out to be indices are made integers and it runs again."""
    try:
        return Counted(rung.name, _run(rung, inputs, floats, False))
    except RuntimeError as error:
        if not WANTS_INTEGERS.search(str(error)):
            raise
    except IndexError as error:
        if not WANTS_INTEGERS.search(str(error)):
            raise
    count = _run(rung, inputs, floats, True)
    return Counted(
        rung.name, count, [words("The input is counted as integers, which the model wants.")]
    )


def _run(rung: Rung, inputs: Sequence[Input], floats: Any, integers: bool) -> Count:
    with torch.no_grad(), portable(), rung.prepare() as (call, layers):
        values = tensors(inputs, rung.names, rung.device, floats, integers)
        with Count(layers) as count:
            call(values)
    return count


@contextlib.contextmanager
def portable() -> Iterator[None]:
    """Attention and recurrence as plain matrix products, as no fused kernel has a formula."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")  # of devices that are not here
        try:
            from torch.nn.attention import SDPBackend, sdpa_kernel

            stack.enter_context(sdpa_kernel(SDPBackend.MATH))
        except ImportError:  # torch 2.2
            old = torch.backends.cuda.sdp_kernel
            stack.enter_context(old(enable_flash=False, enable_mem_efficient=False))
        stack.enter_context(torch.backends.mkldnn.flags(enabled=False))
        was = torch.backends.mha.get_fastpath_enabled()
        torch.backends.mha.set_fastpath_enabled(False)
        stack.callback(torch.backends.mha.set_fastpath_enabled, was)
        yield


def fake_mode() -> Any:
    """Tensors with a device and without values; real ones among them are taken as they are."""
    from torch._subclasses.fake_tensor import FakeTensorMode

    return FakeTensorMode(allow_non_fake_inputs=True)
