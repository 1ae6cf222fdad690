"""`inspector flops FILE`: multiply-adds, parameters and where they are spent."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Literal

from inspector.analysis.flops.facts import report_facts
from inspector.analysis.flops.given import Given, parse_shape
from inspector.analysis.flops.parameters_memory import parameter_facts
from inspector.analysis.flops.report import FlopsReport, LayerCost, Shape
from inspector.analysis.flops.tables import by_module, layers_text
from inspector.cli import flops_running
from inspector.cli.flops_parameters import parameter_lines
from inspector.cli.progress_line import ProgressLine
from inspector.describe import count as amount
from inspector.describe import plural, visible
from inspector.describe import shape as shape_text
from inspector.document import open_document
from inspector.errors import InspectorError, say
from inspector.savefile import SaveFile

_KINDS: dict[str, Literal["csv", "markdown"]] = {".csv": "csv", ".md": "markdown"}
_LISTED = 60  # layers, unless --all
_SOURCES = {
    "onnx-graph": "counted from the ONNX graph",
    "torch-export": "counted from the torch.export program",
    "torchscript": "counted by running the TorchScript program",
    "module": "counted by rebuilding the module",
    "factory": "counted by building the model",
    "fingerprint": "recognised by names and shapes",
    "formula": "from the formula of dense transformers",
    "per-layer": "layer by layer: the file does not say how they are connected",
}


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.description = (
        "Count the multiply-adds (MACs) of one forward pass: convolutions, matrix products and "
        "attention, as torch's FlopCounterMode does divided by two. FLOPs = 2 x MACs. Elementwise "
        "work, normalisation and pooling are told apart."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="[NAME=]1,3,224,224",
        help="the shape of an input, batch first; without NAME of the first one",
    )
    parser.add_argument(
        "--dim", action="append", default=[], metavar="NAME=8", help="the size of a free dimension"
    )
    parser.add_argument(
        "--depth", type=_positive, metavar="N", help="sum over modules N names deep"
    )
    parser.add_argument("--all", action="store_true", help="list every layer")
    parser.add_argument(
        "--report", type=Path, metavar="OUT", help="also write the layers, as .csv or .md"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT")
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")
    flops_running.add(parser)


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def run(args: argparse.Namespace) -> int:
    """Print what the model costs.

    Raises:
        InspectorError: Nothing can be told, or the given shapes do not fit.
    """
    given = _given(args)
    kind = _kind(args.report)
    document = open_document(args.file)
    try:
        with ProgressLine() as progress:
            report = flops_running.counted(document, given, args, progress)
        weights = parameter_facts(document.contents, report)
        lines = list(parameter_lines(document.contents, report))
    finally:
        document.close()
    if args.report is not None and kind is not None:
        _write(args.report, layers_text(report, kind), args.force)
    if args.json:
        json.dump(report_facts(report) | weights, sys.stdout, allow_nan=False)
        sys.stdout.write("\n")
    else:
        _print(report, args, lines)
    return 0


def _given(args: argparse.Namespace) -> Given:
    """The shapes of --input and the sizes of --dim."""
    inputs: dict[str, Shape] = {}
    for text in args.input:
        name, _, sizes = text.rpartition("=")
        inputs[name] = parse_shape(sizes)
    dims: dict[str, int] = {}
    for text in args.dim:
        name, _, size = text.rpartition("=")
        sizes = parse_shape(size)
        if not name or len(sizes) != 1:
            raise InspectorError(
                say("'{text}' is no dimension.", text=visible(text, 100)),
                hint=say("Write it like batch=8."),
            )
        dims[name] = sizes[0]
    return Given(inputs, dims)


def _kind(path: Path | None) -> Literal["csv", "markdown"] | None:
    if path is None:
        return None
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise InspectorError(
            say(
                "'{name}' does not say which kind of table it is to be.",
                name=visible(path.name, 200),
            ),
            hint=say("End its name with .csv or .md."),
        )
    return kind


def _write(path: Path, text: str, replace: bool) -> None:
    data = text.encode("utf-8", "backslashreplace")
    with SaveFile(path, len(data), replace) as file:
        file.write(data)
        file.commit()


def _print(report: FlopsReport, args: argparse.Namespace, weights: list[str]) -> None:
    print(f"{visible(args.file.name, 200)}: {_SOURCES[report.source]}")
    if report.match is not None:
        twins = f"; so do {', '.join(report.twins[:6])}" if report.twins else ""
        print(f"names and shapes match {report.match}{twins}; true if it is used unmodified")
    for line in (*_facts(report), *weights):
        print(line)
    for other in report.conventions:
        adds = ", ".join(f"{number:,} ({what})" for what, number in other.adds.items())
        print(f"{other.tool:<12} would print {other.macs:,}: it adds {adds}")
    for missing in report.not_counted[:_LISTED]:
        times = f" x {missing.count:,}" if missing.count > 1 else ""
        print(f"{'not counted':<12} {visible(missing.op_type, 100)}{times}: {missing.why}")
    for note in report.notes:
        print(f"{'note':<12} {visible(note)}")
    layers = by_module(report.layers, args.depth) if args.depth else list(report.layers)
    _print_layers([layer for layer in layers if layer.macs or layer.macs is None], args.all, report)


def _facts(report: FlopsReport) -> list[str]:
    """Input, MACs, FLOPs, elementwise work and parameters."""
    lines = [
        f"{'input' if not at else '':<12} {visible(name, 100)} {shape_text(shape)} "
        f"{report.dtypes.get(name, '')}".rstrip()
        for at, (name, shape) in enumerate(report.inputs.items())
    ]
    least = "" if report.exact or not report.not_counted else "≥ "
    if report.macs is None:
        lines.append(f"{'MACs':<12} no total: the file does not say what runs how often")
    else:
        lines.append(f"{'MACs':<12} {least}{report.macs:,}{_each(report)}")
        lines.append(f"{'FLOPs':<12} {least}{2 * report.macs:,} = 2 x MACs")
    if report.per_unit is not None:
        lines.append(f"{'':<12} {report.per_unit.macs:,} MACs per {report.per_unit.unit}")
    if report.elementwise:
        what = "normalisation, activations, pooling; not in the MACs"
        lines.append(f"{'elementwise':<12} {report.elementwise:,} operations: {what}")
    lines.append(f"{'parameters':<12} {report.parameters:,}")
    return lines


def _each(report: FlopsReport) -> str:
    """(4.09 G) and, of more than one sample, what one costs."""
    assert report.macs is not None
    batch = next((shape[0] for shape in report.inputs.values() if shape), 1)
    each = f", {amount(report.macs // batch)} per sample" if batch > 1 else ""
    return f" ({amount(report.macs)}{each})"


def _macs(layer: LayerCost) -> str:
    """Of the whole pass, or what one use costs."""
    if layer.macs is not None:
        return f"{layer.macs:,}"
    used = layer.per_unit
    return "?" if used is None else f"{used.macs:,}/{used.unit.rpartition(' ')[2]}"


def _print_layers(layers: list[LayerCost], is_all: bool, report: FlopsReport) -> None:
    shown = layers if is_all else layers[:_LISTED]
    if not shown:
        return
    names = [visible(layer.name, 100) for layer in shown]
    room = max(5, *(len(name) for name in names))
    kinds = max(8, *(len(visible(layer.op_type, 40)) for layer in shown))
    head = f"{'layer':<{room}}  {'operator':<{kinds}}"
    print(f"\n{head} {'MACs':>18} {'%':>5} {'parameters':>13}  output")
    total = report.macs or sum(layer.macs or 0 for layer in layers) or 1
    for name, layer in zip(names, shown, strict=True):
        macs = _macs(layer)
        share = "" if layer.macs is None else f"{100 * layer.macs / total:.1f}"
        output = "" if layer.output_shape is None else shape_text(layer.output_shape)
        kind = visible(layer.op_type, 40)
        print(
            f"{name:<{room}}  {kind:<{kinds}} {macs:>18} {share:>5} {layer.parameters:>13,}  "
            f"{output}".rstrip()
        )
    if len(shown) < len(layers):
        rest = layers[len(shown) :]
        left = sum(layer.macs or 0 for layer in rest)
        print(f"… {plural(len(rest), 'further layer')} with {left:,} MACs (--all, or --depth 1)")
