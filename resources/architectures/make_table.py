"""Makes the table of known architectures from the installed torchvision and timm; runs offline.

    python resources/architectures/make_table.py measure WORK [--library L] [--only GLOBS]
    python resources/architectures/make_table.py pack WORK ...

`measure` builds every model on the meta device, counts it at several input sizes and appends a line
to WORK; models that have a line there are skipped, so that it can be stopped and started again.
`pack` writes `architectures.jsonl.gz` beside this file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import signal
import sys
import time
from collections.abc import Iterator
from fnmatch import fnmatch
from math import prod
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from fit import Run, fit, unsure  # noqa: E402

from inspector.analysis.flops.fingerprint_keys import (  # noqa: E402
    is_ignored,
    name_key,
    shape_key,
    total,
)

TABLE = HERE / "architectures.jsonl.gz"
SECONDS = 150  # for one model
MORE_RUNS = 7  # to tell one formula from another
_OF_STATISTICS = ("running_mean", "running_var", "num_batches_tracked")


def main() -> None:
    """Measure, or pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("measure", "pack"))
    parser.add_argument("work", type=Path, nargs="+")
    parser.add_argument("--library", default="torchvision,timm")
    parser.add_argument("--only", default="*", help="names to measure first: 'resnet*,vit_*'")
    parser.add_argument("--part", default="0/1", help="which share of the names, e.g. 0/2")
    options = parser.parse_args()
    if options.verb == "pack":
        pack(options.work)
    else:
        measure_all(options)


def measure_all(options: argparse.Namespace) -> None:
    """Append a line to the work file for each model that has none."""
    from libraries import LIBRARIES
    from measure import quietly

    quietly()
    done = {(row["library"], row["name"]) for row in read_work(options.work[0])}
    part, parts = map(int, options.part.split("/"))
    for library in options.library.split(","):
        recipes = [r for at, r in enumerate(LIBRARIES[library]()) if at % parts == part]
        for glob in options.only.split(","):
            for recipe in recipes:
                if not fnmatch(recipe.name, glob) or (library, recipe.name) in done:
                    continue
                done.add((library, recipe.name))
                append(options.work[0], recipe)


def append(work: Path, recipe: Any) -> None:
    """Measure one model and write its line."""
    began = time.monotonic()
    row = measured(recipe)
    row["seconds"] = round(time.monotonic() - began, 2)
    with work.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def read_work(path: Path) -> list[dict[str, Any]]:
    """The lines that were measured so far."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measured(recipe: Any) -> dict[str, Any]:
    """One model's line; a failure is a line too."""

    def too_long(*_: Any) -> None:
        raise TimeoutError(f"{recipe.name} took more than {SECONDS} s")

    row: dict[str, Any] = {"library": recipe.library, "name": recipe.name}
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS)
    try:
        measure(recipe, row)
    except Exception as error:
        row["error"] = f"{type(error).__name__}: {error}"[:300]
    finally:
        signal.alarm(0)
    return row


def measure(recipe: Any, row: dict[str, Any]) -> None:
    """Fill in what is known step by step, so that what comes before a failure is kept."""
    from libraries import timm_inputs
    from measure import build, run, tensors_of

    model = build(recipe.make)
    held = tensors_of(model)
    inputs = timm_inputs(model) if recipe.inputs is None else recipe.inputs
    row["inputs"] = [list(shape) for shape in inputs]
    names = [name for name in held.shapes if not is_ignored(name)]
    row["parameters"] = sum(prod(held.shapes[n]) for n in names if n not in held.buffers)
    last_names = {name.rpartition(".")[2] for name in held.buffers}
    row["buffers"] = sorted(last_names.difference(_OF_STATISTICS))
    other = None if recipe.with_classes is None else build(lambda: recipe.with_classes(model))
    head = {} if other is None else moved(held.shapes, tensors_of(other).shapes)
    row.update(keys({name: held.shapes[name] for name in names}, head))
    if not inputs:
        return
    default = run(model, inputs)
    of_head = scaled(default, run(other, inputs), head) if head else []
    if of_head is None:
        return  # its cost is not known where the number of classes is another
    row.update(own_size_only(default, of_head))
    row.update(formula(default, of_head, lambda shapes: run(model, shapes), inputs))


def own_size_only(default: Run, of_head: list[int]) -> dict[str, Any]:
    """The cost at the default size, and the share of it that goes with the number of classes."""
    fixed = sum(op.macs for at, op in enumerate(default.ops) if at not in of_head)
    return {
        "macs": default.macs,
        "step": 0,
        "terms": [[fixed]],
        "head_terms": [[default.macs - fixed]],
    }


def moved(shapes: dict[str, Any], others: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    """Tensors whose shape goes with the number of classes: name -> (size, other size) each."""
    if shapes.keys() != others.keys():
        raise ValueError("another number of classes gives other tensors")
    return {
        name: list(zip(shape, others[name], strict=True))
        for name, shape in shapes.items()
        if shape != others[name]
    }


def keys(shapes: dict[str, Any], head: dict[str, list[tuple[int, int]]]) -> dict[str, Any]:
    """What the tensors are recognised by: `names` of all, `body` without the head, `shapes`.

    In `head` a negative size is one that goes with the number of classes.
    """
    body = [name for name in shapes if name not in head]
    return {
        "names": f"{total([name_key(name) for name in shapes]):016x}",
        "body": f"{total([name_key(name) for name in body]):016x}",
        "shapes": f"{total([shape_key(name, shapes[name]) for name in body]):016x}",
        "head": {
            name: [one if one == other else -one for one, other in sizes]
            for name, sizes in head.items()
        },
        "tensors": len(shapes),
    }


def scaled(default: Run, other: Run, head: dict[str, list[tuple[int, int]]]) -> list[int] | None:
    """The operators whose cost goes with the number of classes; None if some cost is otherwise."""
    if len(default.ops) != len(other.ops):
        return None
    one, two = next(pair for sizes in head.values() for pair in sizes if pair[0] != pair[1])
    found = []
    for at, (op, changed) in enumerate(zip(default.ops, other.ops, strict=True)):
        if op.macs != changed.macs:
            if op.macs * two != changed.macs * one:
                return None
            found.append(at)
    return found


def formula(default: Run, of_head: list[int], run: Any, inputs: list[Any]) -> dict[str, Any]:
    """Terms that were fitted to some sizes and are right at another; nothing if there are none.

    `step` is what the sizes were multiples of (some models accept no others), or 0.
    """

    def tried(sizes: tuple[int, ...]) -> Run | None:
        try:
            found = run([(shape[0], *sizes) for shape in inputs])
        except TimeoutError:
            raise
        except Exception:
            return None
        return found if len(found.ops) == len(default.ops) else None

    for step in (1, 32, 14, 16):
        if any(size % step for size in default.dims[-2:]):
            continue
        runs, found, more = [default], None, None
        for sizes in sizes_to_try(runs, step):
            more = tried(sizes)
            if more is None:
                break
            runs.append(more)
            is_right = found is not None and all(macs_of(found, r.dims) == r.macs for r in runs)
            if is_right and (step > 1 or not unsure(runs)):
                return {"step": step, "terms": found[0], "head_terms": found[1]}
            found = fit(runs, of_head) if len(runs) > 2 else None
        if more is not None:
            break
    return {}


def sizes_to_try(runs: list[Run], step: int) -> Iterator[tuple[int, ...]]:
    """Input sizes beside the default one: at and around multiples of 64, none below it.

    Between them come sizes that tell apart what the runs so far leave open.
    """
    frames = runs[0].dims[:-2]
    height, width = runs[0].dims[-2:]
    base = -(-height // 64) * 64
    # Five beyond a whole number of windows at every depth tells rounding up from rounding down.
    beyond = -(-height // 256) * 256 + 5, -(-width // 224) * 224 + 5
    planes = [(base + 1, base + 63), (base, width + 13), beyond]
    checks = [(height + 37, width + 29), (height + 59, width + 2), (height + 71, width + 46)]
    checks += [(height + 22, width + 83), (height + 9, width + 117), (height + 131, width + 50)]
    if step > 1:
        around = (2, 1), (1, 3), (3, 2), (4, 1), (2, 5)
        planes, checks = [], [(height + a * step, width + b * step) for a, b in around]
    for at, plane in enumerate(planes):
        yield (*(size + 5 - 8 * at for size in frames), *plane)
    for _ in range(MORE_RUNS if step == 1 else 0):
        asked = unsure(runs)
        if not asked:
            break
        yield (*frames, asked[0], asked[-1])
    for at, plane in enumerate(checks):
        yield (*(size + 8 - 3 * at % 11 for size in frames), *plane)


def macs_of(found: tuple[list, list], dims: tuple[int, ...]) -> int:
    """The value of both lists of terms."""
    from inspector.analysis.flops.fingerprint_terms import value

    return value(found[0], dims) + value(found[1], dims)


def pack(work: list[Path]) -> None:
    """Write the table: a line for each set of tensors, the same bytes from the same work."""
    entries: dict[str, dict[str, Any]] = {}
    found = {(row["library"], row["name"]): row for path in work for row in read_work(path)}
    rows = [row for row in found.values() if "shapes" in row]
    for row in sorted(rows, key=lambda row: (row["library"] != "torchvision", row["name"])):
        about = {name: row[name] for name in ("shapes", "head", "buffers", "tensors")}
        key = f"{row['names']} {row['body']} {json.dumps(about, sort_keys=True)}"
        models = entries.setdefault(key, {**about, "models": {}})["models"]
        cost = [row["inputs"], row["parameters"], row.get("macs"), row.get("step", 0)]
        cost += [row.get("terms", []), row.get("head_terms", [])]
        names = models.setdefault(json.dumps(cost), [[], *cost])[0]
        names.append(f"{row['library']} {row['name']}")
    lines = [json.dumps(versions())]
    for key, entry in entries.items():
        entry["models"] = list(entry["models"].values())
        lines.append(f"{key[:33]} {json.dumps(entry, separators=(',', ':'))}")
    text = "\n".join(lines) + "\n"
    TABLE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(
        f"{len(rows)} models, {len(lines) - 1} lines, {TABLE.stat().st_size:,} bytes",
        file=sys.stderr,
    )


def versions() -> dict[str, str]:
    """The installed libraries that the numbers come from."""
    from importlib.metadata import version

    return {name: version(name) for name in ("torch", "torchvision", "timm")}


if __name__ == "__main__":
    main()
