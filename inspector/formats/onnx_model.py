"""ONNX models: a ModelProto's tensors wherever it keeps them, and what it says beside them.

Field numbers and rules: onnx/onnx.proto of ONNX 1.23. To open a file, neither the onnx package nor
numpy is imported, and no tensor's bytes are read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.program import Program
from inspector.checkpoint.tree import Names
from inspector.describe import plural, visible
from inspector.errors import (
    CorruptFile,
    Finding,
    InspectorError,
    in_one,
    say,
)
from inspector.formats.onnx_external import Beside
from inspector.formats.onnx_graphs import V_NAME, Graph, Graphs, Op, is_standard
from inspector.formats.onnx_notes import Notes
from inspector.formats.onnx_program import read_program
from inspector.formats.onnx_tensors import OBJECT_CHARGE, T_TYPE, Tensors, read_pair
from inspector.formats.onnx_wire import VARINT, Wire, signed, tags
from inspector.formats.reading import Reading
from inspector.progress import Progress
from inspector.remedies import INCOMPLETE


def read(reading: Reading) -> Checkpoint:
    """The checkpoint of a binary ModelProto.

    The root holds the model's facts, "graph" (name -> tensor; subgraphs under the attribute and
    the node they are in) and, where there are any, "functions" and "training_info".

    Raises:
        CorruptFile: Not even a part of a graph is there.
    """
    return _Model(reading).read()


_M_IR_VERSION, _M_VERSION = tags(1, 5, wire=VARINT)
_M_TEXT_NAMES = ("producer_name", "producer_version", "domain", "doc_string")
_M_TEXTS = dict(zip(tags(2, 3, 4, 6), _M_TEXT_NAMES, strict=True))
_I_START, _I_STEP, _I_START_BINDING, _I_STEP_BINDING = tags(1, 2, 3, 4)
_M_GRAPH, _M_OPSET, _M_PROPS, _M_TRAINING, _M_FUNCTION = tags(7, 8, 14, 20, 25)


class _Model:
    """From ModelProto to Checkpoint."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._wire = Wire(reading.source, reading.limits, reading.progress)
        self._notes = Notes(reading)
        self._beside = Beside(reading, self._notes)
        tensors = Tensors(self._wire, self._beside, self._notes)
        self._graphs = Graphs(self._wire, tensors, self._notes)
        self._main = Graph("graph")
        self._has_graph = False
        self._facts: dict[str, Any] = {}
        self._opsets: list[Any] = []
        self._props: list[Any] = []
        self._functions: list[Any] = []
        self._calls: dict[Op, set[Op]] = {}  # function -> what it uses
        self._training: list[Any] = []

    def read(self) -> Checkpoint:
        """The checkpoint; raises CorruptFile where there is no graph at all."""
        try:
            for tag, first, last in self._wire.fields(0, self._reading.source.size):
                self._field(tag, first, last)
        except InspectorError as error:
            error.message = in_one([error.message, say("What follows is not shown.")])
            self._notes.broke(error)
        self._complain()
        self._notes.finish()
        producer = [self._facts.get("producer_name"), self._facts.get("producer_version")]
        checkpoint = self._reading.finish(
            self._root(),
            "onnx",
            str(self._facts["ir_version"]) if "ir_version" in self._facts else None,
            producer=" ".join(filter(None, producer)) or None,
        )
        files = [file for file in self._beside.sources.values() if isinstance(file, ByteSource)]
        checkpoint.size += sum(file.size for file in files)
        checkpoint.program = self._program
        return checkpoint

    def _program(self, progress: Progress) -> Program:
        """The nodes of the graphs; what is odd in them was noted when the file was opened."""
        wire = Wire(self._reading.source, self._reading.limits, progress)
        unheard = Notes(replace(self._reading, findings=[], broken=[]))
        return read_program(wire, Tensors(wire, self._beside, unheard))

    def _field(self, tag: int, first: int, last: int) -> None:
        if tag == _M_GRAPH:
            self._has_graph = True
            self._graphs.follow(self._main, first, last)
        elif tag == _M_IR_VERSION:
            self._facts["ir_version"] = signed(first)
        elif tag == _M_VERSION:
            self._facts["model_version"] = signed(first)
        elif tag in _M_TEXTS:
            self._facts[_M_TEXTS[tag]] = self._wire.text(first, last)
        else:
            self._wire.charge(OBJECT_CHARGE)
            self._repeated_field(tag, first, last)

    def _repeated_field(self, tag: int, first: int, last: int) -> None:
        try:
            if tag == _M_OPSET:
                self._opsets += self._opset(first, last)
            elif tag == _M_PROPS:
                self._props += read_pair(self._wire, first, last)
            elif tag == _M_TRAINING:
                self._training.append(self._training_info(first, last))
            elif tag == _M_FUNCTION:
                self._function(first, last)
        except InspectorError as error:
            self._notes.broke(error)

    def _opset(self, start: int, end: int) -> tuple[str, int]:
        """OperatorSetIdProto: domain 1, version 2."""
        domain, version = "", 0
        for tag, first, last in self._wire.fields(start, end):
            if tag == V_NAME:
                domain = self._wire.text(first, last)
            elif tag == T_TYPE:
                version = signed(first)
        return domain, version

    def _function(self, start: int, end: int) -> None:
        graph = Graph("functions", depth=1)
        (domain, name), overload = self._graphs.follow_function(graph, start, end)
        key = ":".join(filter(None, (domain, name, overload)))
        self._functions += [key, graph.names(self._notes)]
        self._calls[domain, name] = set(graph.ops)

    def _training_info(self, start: int, end: int) -> Names:
        """TrainingInfoProto: initialization 1, algorithm 2, their bindings 3 and 4."""
        graphs: list[Any] = []
        bindings = Names(), Names()
        for tag, first, last in self._wire.fields(start, end):
            if tag in (_I_START, _I_STEP):
                name = "initialization" if tag == _I_START else "algorithm"
                graph = Graph(f"training_info / {len(self._training)} / {name}", depth=1)
                self._graphs.follow(graph, first, last)
                graphs += [name, graph.names(self._notes)]
            elif tag in (_I_START_BINDING, _I_STEP_BINDING):
                self._wire.charge(OBJECT_CHARGE)
                bindings[tag == _I_STEP_BINDING].flat += read_pair(self._wire, first, last)
        names = "initialization_binding", "update_binding"
        return Names([*graphs, names[0], bindings[0], names[1], bindings[1]])

    def _root(self) -> Names:
        main = self._main
        graph = main.names(self._notes)
        weights = set(graph.flat[: len(main.initializers) : 2])
        inputs = [
            part
            for at in range(0, len(main.inputs), 2)
            if main.inputs[at] not in weights  # before IR version 4, every initializer is an input
            for part in main.inputs[at : at + 2]
        ]
        flat = [part for pair in self._facts.items() for part in pair]
        flat += ["opset_import", Names(self._opsets)]
        if self._props:
            flat += ["metadata_props", Names(self._props)]
        flat += [*main.facts, "inputs", Names(inputs), "outputs", Names(main.outputs)]
        ops = [part for op, count in main.ops.most_common() for part in (_op_name(op), count)]
        flat += ["nodes", main.nodes, "op_types", Names(ops), "graph", graph]
        if self._functions:
            flat += ["functions", Names(self._functions)]
        if self._training:
            flat += ["training_info", self._training]
        return Names(flat)

    def _complain(self) -> None:
        """Note what is wrong with the file as a whole.

        Raises:
            CorruptFile: There is nothing in it.
        """
        name, size = self._reading.source.name, self._reading.source.size
        if self._wire.is_cut:
            cut = CorruptFile(
                say(
                    "{name} ends at byte {end}, but should go on to byte {needed} at least.",
                    name=name,
                    end=size,
                    needed=self._wire.needed,
                ),
                where=say("byte {at}", at=size),
                hint=INCOMPLETE,
            )
            if not self._has_graph:
                raise cut
            self._notes.broke(cut)
        elif not self._has_graph and not self._functions:
            nothing = CorruptFile(
                say("{name} begins like an ONNX model but has no graph.", name=name),
                hint=INCOMPLETE,
            )
            raise self._notes.first_error or nothing
        elif not (self._opsets or self._notes.first_error) and self._facts.get("ir_version", 3) > 2:
            what = say(
                "{name} does not say which operator set it uses; its end may be missing.",
                name=name,
            )
            self._notes.broke(CorruptFile(what, hint=INCOMPLETE))
        self._complain_about_operators()
        self._complain_about_recursion()

    def _complain_about_operators(self) -> None:
        outside: dict[str, list[str]] = {}
        for domain, op in sorted(self._graphs.used - self._calls.keys()):
            if not is_standard(domain):
                outside.setdefault(domain, []).append(op)
        for domain, ops in outside.items():
            listed = ", ".join(visible(op, 60) for op in ops[:5]) + (", …" if len(ops) > 5 else "")
            self._notes.add(
                Finding(
                    "warning",
                    visible(domain, 100),
                    say(
                        "The model uses {operators} of the domain '{domain}' ({names}), "
                        "outside the ONNX standard: they may run code of their own in the "
                        "runtime.",
                        operators=plural(len(ops), "operator"),
                        domain=visible(domain, 100),
                        names=listed,
                    ),
                    say("Run it only with runtime extensions that you trust."),
                )
            )

    def _complain_about_recursion(self) -> None:
        """Note functions that call themselves: ONNX forbids it, and expanding them never ends."""
        waits = {op: calls & self._calls.keys() for op, calls in self._calls.items()}
        callers: dict[Op, list[Op]] = {}
        for caller, calls in waits.items():
            for op in calls:
                callers.setdefault(op, []).append(caller)
        ends = [op for op, calls in waits.items() if not calls]
        while ends:
            op = ends.pop()
            del waits[op]
            for caller in callers.get(op, []):
                waits[caller].discard(op)
                if not waits[caller]:
                    ends.append(caller)
        if waits:
            names = ", ".join(visible(_op_name(op), 60) for op in list(waits)[:5])
            what = say(
                "Functions of the model call themselves, so that they never end: {names}.",
                names=names,
            )
            hint = say("Do not run this model: a runtime may hang on it.")
            self._notes.add(Finding("warning", "functions", what, hint))


def _op_name(op: Op) -> str:
    return f"{op[0]}.{op[1]}" if op[0] not in ("", "ai.onnx") else op[1]
