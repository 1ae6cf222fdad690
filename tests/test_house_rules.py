"""House rules over the package's sources. Each row says why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "inspector"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 450  # lines
LONGER = {
    "pickling/machine.py": 500,  # one ladder of opcodes, and what they use
}

RULES: list[tuple[str, str]] = [
    (r"^\s*(import|from) pickle\b", "unpickling executes; the machine in inspector.pickling reads"),
    (
        r"^\s*(import|from) (c?[dD]ill|cloudpickle|joblib|shelve|marshal)\b",
        "the same by other names",
    ),
    (r"^\s*(import|from) zipfile\b", "it accepts overlaps and the last of two records"),
    (r"^\s*(import|from) tarfile\b", "it loops for ever on a negative size (CVE-2025-8194)"),
    (r"\bas_strided\b", "it crashes on strides a file made up; np.ndarray checks them"),
    (r"\bmmap\b", "a map of a file that shrinks is a SIGBUS; pread is an error"),
    (r"(?<![\w.])eval\(", "nothing a file says is evaluated"),
    (r"(?<![\w.])exec\(", "nothing a file says is executed"),
    (r"(?<![\w.])compile\(", "nothing a file says is compiled"),
    (r"\bos\.(system|popen)\(|\bshell=True\b", "no shell"),
    (r"^\s*from \.", "imports are absolute, so that a line says where it points"),
    (r"\bunpack_archive\b|\bextractall\b", "nothing is ever extracted"),
    (r"\ballow_pickle=True\b", "an object array is a pickle"),
    (r"\bprint\(.*\brepr\(", "repr of what a file holds may never end; describe.visible"),
    (r"\bexcept:\s*$", "it would swallow a cancel"),
    (r"#\s*(TODO|FIXME|XXX)\b", "do it, or write an issue"),
    (r"/(work|home|tmp|root)/", "no path of somebody's machine"),
]
# (rule, file) -> why it may.
EXCEPTIONS: dict[tuple[str, str], str] = {}


def offences(pattern: str) -> list[str]:
    """file:line of every line that breaks a rule and may not; strings and comments count too."""
    rule = re.compile(pattern)
    found = []
    for path in SOURCES:
        name = path.relative_to(PACKAGE).as_posix()
        if (pattern, name) in EXCEPTIONS:
            continue
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if rule.search(line):
                found.append(f"{name}:{at}: {line.strip()}")
    return found


@pytest.mark.parametrize(("pattern", "reason"), RULES, ids=[pattern for pattern, _ in RULES])
def test_rule(pattern: str, reason: str) -> None:
    assert offences(pattern) == [], reason


def test_files_are_small() -> None:
    """Most near 150 lines, few above 400; a file one cannot hold in mind is cut."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    named = {path.relative_to(PACKAGE).as_posix(): size for path, size in sizes.items()}
    too_long = {name: n for name, n in named.items() if n > LONGER.get(name, LONGEST)}
    assert too_long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(PACKAGE).as_posix()
        for path in SOURCES
        if path.name != "__init__.py"
        and not path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
    ]
    assert silent == []


def test_the_rules_find_something() -> None:
    """A rule that matches nothing it is meant for would pass for ever."""
    lines = {
        "import pickle": 0,
        "from zipfile import ZipFile": 2,
        "import tarfile": 3,
        "    np.lib.stride_tricks.as_strided(x)": 4,
        "import mmap": 5,
        "x = eval(text)": 6,
        "exec(code)": 7,
        "from . import x": 10,
        "except:": 14,
        "# TODO later": 15,
    }
    for line, at in lines.items():
        assert re.search(RULES[at][0], line), line
    for line in ("re.compile(x)", "ast.literal_eval(x)", "self.retrieval(x)", "machine.exec(x)"):
        assert not any(re.search(RULES[at][0], line) for at in (6, 7, 8)), line
