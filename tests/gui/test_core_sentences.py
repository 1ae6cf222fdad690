"""What the core says in the language of the window: every sentence of it can be translated."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import inspector
from inspector.analysis.health import COUNTED
from inspector.describe import plural
from inspector.errors import Sentence, in_one, say
from inspector.gui import core_sentences
from inspector.gui.core_sentences import said
from inspector.gui.text import COUNTS

PACKAGE = Path(inspector.__file__).parent
# The command line is English.
CORE = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] not in ("gui", "cli", "__main__.py")
)
# Call -> the arguments that are templates. The worker sends its own to be said by us.
PLACES = {"say": (0,), "words": (0,), "Failure": (1, 2), "Rung": (0,), "_rung": (0,)}
# Where a template is no literal, and where its rows come from.
MADE = {
    ("analysis/health.py", "template"): set(COUNTED.values()),
    ("describe.py", "f'1 {noun}'"): set(),  # test_counts
    ("describe.py", "f'{{n}} {many}'"): set(),
    ("errors.py", "f'{{one}}{between}{{more}}'"): {
        f"{{one}}{between}{{more}}" for between in ("; ", ", ", " ", " + ")
    },
    ("formats/json_text.py", "what"): {  # what Python's json says
        "Expecting ',' delimiter",
        "Expecting ':' delimiter",
        "Expecting property name enclosed in double quotes",
        "Expecting value",
        "Extra data",
        "Invalid \\escape",
        "Invalid \\uXXXX escape",
        "Invalid control character at",
        "Unterminated string starting at",
    },
    ("torchbridge/counting.py", "str(answer['rung'])"): set(),  # what the worker said
    ("torchbridge/process.py", "template[:100]"): set(),
    ("torchbridge/process.py", "str(v)[:100]"): set(),
    ("torchbridge/process.py", "str(line['at'])[:100]"): set(),
    ("torchbridge/process.py", "str(hint)[:2000]"): set(),
    ("torchbridge/process.py", "template[:2000]"): set(),
    ("torchbridge/worker/failure.py", "template"): set(),
    ("torchbridge/worker/ladder.py", "words('counting on {rung}', rung=rung.name)"): set(),
    ("torchbridge/worker/eager.py", "name"): set(),
}
# Errors of ours, never of a file: nobody reads them.
FAULTS = {"TypeError", "AssertionError", "OSError", "NotImplementedError"}
# Words that make a text a sentence; names of operators and columns have none of them.
PROSE = re.compile(
    r"(?<![\w.])(is|are|was|were|be|the|an|a|of|to|in|on|at|by|as|from|for|not|no|cannot|has|have"
    r"|than|that|which|with|without|and|or|it|its|more|only|there|they|this|two|one)(?![\w.])"
)
# Functions (or files) whose texts stay as they are, and why.
AS_IT_IS = {
    "analysis/compatibility.py": "torch's own words",
    "analysis/load_errors.py _": "as above",
    "analysis/diff/html.py": "a report is a document, in English",
    "analysis/diff/rows.py": "as above",
    "analysis/diff/wording.py rule_text": "as above",
    "analysis/diff/wording.py change_text": "as above",
    "analysis/flops/einsum.py": "a fault that is caught",
    "analysis/flops/exported/rules.py": "names of operators",
    "analysis/frameworks.py": "names of frameworks",
    "analysis/health.py marks_of": "a fixed word, which the page translates",
    "analysis/health.py COUNTED": "templates: see MADE",
    "analysis/plain_values.py": "values for scripts",
    "checkpoint/tensor.py __repr__": "for debuggers",
    "describe.py visible": "part of a value that is cut",
    "formats/onnx_wire.py text": "as above",
    "desktop/entry.py": "the desktop entry has translations of its own",
    "desktop/windows.py": "the registry has one language",
    "edits/keys.py _for_keys": "code to paste",
    "formats/onnx_graphs.py": "the name of an entry",
    "torchbridge/worker/building.py _NO_": "remedies: see PLACES",
    "torchbridge/worker/inputs.py WANTS_INTEGERS": "torch's own words",
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """The plain name of what is called; "" of anything else."""
    func = getattr(node, "func", None)
    return getattr(func, "id", "") or getattr(func, "attr", "")


def literals(node: ast.AST, tree: ast.Module) -> list[str | None]:
    """The texts that an expression can be; None among them where that cannot be told."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.Constant(value=None):
            return []
        case ast.IfExp(body=one, orelse=other):
            return literals(one, tree) + literals(other, tree)
        case ast.Name(id=name):
            for statement in tree.body:
                if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
                    return literals(statement.value, tree)
    return [None]


def templates_of(path: Path) -> Iterator[str]:
    """All templates in a file of the core; a template that nobody can list fails the test."""
    tree = tree_of(path)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        for at in PLACES.get(node.func.id, ()):
            for text in literals(node.args[at], tree) if at < len(node.args) else ():
                if text is not None:
                    yield text
                else:
                    yield from MADE[name_of(path), ast.unparse(node.args[at])]


def rows() -> list[str]:
    """All rows of the tables."""
    modules = pkgutil.iter_modules(core_sentences.__path__, f"{core_sentences.__name__}.")
    return [row for one in modules for row in importlib.import_module(one.name).TEMPLATES]


def test_every_template_has_its_row_and_no_other_has() -> None:
    used = {text for path in CORE for text in templates_of(path)} - {""}
    assert len(used) > 700
    assert sorted(used - set(rows())) == []
    assert sorted(set(rows()) - used) == [", "]  # what stands between things that are listed
    assert len(rows()) == len(set(rows()))


def test_everything_that_is_counted_has_its_row() -> None:
    nouns = {
        node.args[1].value
        for path in CORE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and called(node) == "plural"
    }
    known = {text for pair in COUNTS.values() for text in pair}
    unknown = {noun for noun in nouns if not {f"1 {noun}", plural(2, noun).template} <= known}
    assert len(nouns) > 10
    assert unknown == set()


def error_classes() -> set[str]:
    """The family of `InspectorError`, by name."""
    found = {"InspectorError"}
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for path in CORE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
    }
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def test_errors_and_findings_are_said() -> None:
    """Their types say so, too: a message is a `Sentence`, which mypy checks through variables."""
    family = error_classes()
    assert len(family) > 8
    bare = []
    for path in CORE:
        for node in ast.walk(tree_of(path)):
            name = called(node)
            if not isinstance(node, ast.Call) or name not in {*family, "Finding", "warn"}:
                continue
            texts = node.args[2:] if name == "Finding" else node.args[:1]
            if name == "LossyWrite":  # a format and what it cannot hold
                texts = []
            texts += [word.value for word in node.keywords if word.arg in ("hint", "what")]
            plain = (ast.JoinedStr, ast.BinOp, ast.Constant)
            bare += [
                f"{name_of(path)}:{text.lineno}"
                for text in texts
                if isinstance(text, plain) and getattr(text, "value", "") is not None
            ]
    assert bare == []
    made = [path for path in CORE for node in ast.walk(tree_of(path)) if called(node) == "Sentence"]
    assert [name_of(path) for path in made] == ["errors.py"]  # by `say`


def is_silent(node: ast.AST) -> bool:
    """Whether nobody reads what is in there: documentation, our own faults, code to paste."""
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    is_code = isinstance(node, ast.FunctionDef) and node.name == "python"
    return is_text or is_code or (isinstance(node, ast.Call) and called(node) in FAULTS)


def inside(node: ast.AST) -> list[ast.AST]:
    """What a node is made of, without templates and the plain parts of an f-string."""
    found = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.JoinedStr):
        return [child for child in found if not isinstance(child, ast.Constant)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        spoken = [node.args[at] for at in PLACES.get(node.func.id, ()) if at < len(node.args)]
        return [child for child in found if child not in spoken]
    return found


def text_of(node: ast.AST) -> str:
    """A text as it stands there, with 0 for what an f-string fills in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "0" for part in node.values)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else ""


def prose_of(node: ast.AST, place: str) -> Iterator[str]:
    """ "place: text" of each text in words that is not said."""
    if is_silent(node):
        return
    if isinstance(node, ast.FunctionDef | ast.Assign | ast.AnnAssign) and " " not in place:
        place += f" {getattr(node, 'name', '') or ast.unparse(node)[:40]}"
    text = text_of(node)
    if " " in text and PROSE.search(text):
        yield f"{place}: {text[:60]}"
    for child in inside(node):
        yield from prose_of(child, place)


def test_no_words_bypass_what_is_said() -> None:
    """Notes, reasons, losses, fragments that become part of a sentence: all of them are said."""
    found = [text for path in CORE for text in prose_of(tree_of(path), name_of(path))]
    kept = {text: [why for why in AS_IT_IS if text.startswith(why)] for text in found}
    assert [text for text, why in kept.items() if not why] == []
    needed = {why for reasons in kept.values() for why in reasons}
    assert set(AS_IT_IS) - needed == set()


def test_a_sentence_is_its_text() -> None:
    text = say("{n} of {all} rows dead", n=1234, all="7")
    assert text == "1,234 of 7 rows dead"
    assert isinstance(text, Sentence)
    assert say("{a}: {b}", a="1", b=("x", "y")) == "1: x, y"
    assert say("{a} and {b}", a="{b}", b="c") == "{b} and c"  # what a file wrote is no field
    assert plural(2, "entry") == "2 entries"
    assert in_one(["a", say("b"), "c"], "; ") == "a; b; c"
    assert in_one([]) == ""
    told = say("no: {why}", why=ValueError(say("{n} is odd", n=3)))
    assert told == "no: 3 is odd"
    assert isinstance(told.values["why"], Sentence)


def test_sentences_are_said_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {
        ("Core", "{tensors} checked: {found}"): "查了{tensors}：{found}",
        ("Core", "{n} with NaN"): "{n} 个有 NaN",
        ("Core", "{one} {more}"): "{one}{more}",
        ("Core", ", "): "、",
        ("Counts", "{n} tensors"): "{n} 个张量",
        ("Core", "Check the path."): "请检查路径。",
    }
    monkeypatch.setattr(
        core_sentences, "translate", lambda context, text: words.get((context, text), text)
    )
    found = (say("{n} with NaN", n="2"), say("{n} unknown", n="1"))
    text = say("{tensors} checked: {found}", tensors=plural(5, "tensor"), found=found)
    assert said(text) == "查了5 个张量：2 个有 NaN、1 unknown"
    assert said(say("Check the path.")) == "请检查路径。"
    assert said("Check the path.") == "Check the path."  # a text of a file
    assert said(in_one([say("Check the path."), "x"])) == "请检查路径。x"
