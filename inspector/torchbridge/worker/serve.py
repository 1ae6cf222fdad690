"""One request in, one answer out: JSON lines on standard input and output.

In: {"kind", "limits": {"memory_bytes", "seconds"}, "parent", ...}. Out: any number of {"at": text},
then one {"result": {...}} or {"failure": {...}}. After it the worker waits to be
ended, so that what was started under it is still found below it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import warnings
from pathlib import Path
from typing import Any

from inspector.torchbridge.worker import confine
from inspector.torchbridge.worker.failure import Failure, is_memory, said


def serve() -> None:
    """Read the request, do it, answer, wait for the end of standard input."""
    answers = os.dup(1)
    os.dup2(2, 1)  # what a model prints is no answer
    request = json.loads(sys.stdin.buffer.readline())
    # Code out of a file gets stronger walls than a person's own.
    is_closed = request["kind"] in ("script", "module", "config")
    limits = request["limits"]
    confine.confine(request["parent"], is_closed)
    confine.limit(limits["memory_bytes"], limits["seconds"], is_closed)
    if is_closed:
        # torch wants folders for files that it never writes here; one that exists will do.
        tempfile.tempdir = os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(Path.cwd())
    warnings.simplefilter("ignore")
    watch = threading.Thread(target=_end_with_parent, daemon=True)
    watch.start()

    def tell(line: dict[str, Any]) -> None:
        data = json.dumps(line).encode() + b"\n"
        while data:
            data = data[os.write(answers, data) :]

    tell(answered(request, lambda text: tell({"at": text})))
    watch.join()


def _end_with_parent() -> None:
    """The parent keeps our standard input open for as long as it wants an answer."""
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def answered(request: dict[str, Any], say: Any) -> dict[str, Any]:
    """The last line of the answer; `say` is told what is being done."""
    try:
        return {"result": _done(request, say)}
    except Failure as failure:
        found = failure
    except BaseException as error:  # SystemExit too: a factory may call sys.exit
        kind = "memory" if is_memory(error) else "count"
        found = Failure(kind, "Counting failed: {why}.", why=said(error))
    return {"failure": {"kind": found.kind, "message": found.message, "hint": found.hint}}


def _done(request: dict[str, Any], say: Any) -> dict[str, Any]:
    say("loading torch")
    try:
        import torch
    except Exception as error:
        raise Failure(
            "torch",
            "This Python cannot import torch: {why}.",
            "Name with --python a Python that has torch.",
            why=said(error),
        ) from error
    kind = request["kind"]
    if kind == "script":
        from inspector.torchbridge.worker.script import count_script as count
    elif kind == "factory":
        from inspector.torchbridge.worker.factory import count_factory as count
    elif kind == "config":
        from inspector.torchbridge.worker.factory import count_config as count
    else:
        from inspector.torchbridge.worker.rebuild import count_rebuilt as count
    return {**count(request, say), "torch": str(torch.__version__)}
