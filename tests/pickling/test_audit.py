"""Verdicts on globals: exact names are safe, what can act is dangerous, the rest is unknown."""

from __future__ import annotations

import pytest

from inspector.pickling.audit import Audit, judge
from inspector.pickling.names import DANGEROUS_PREFIXES, SAFE, STDLIB
from tests.make.pickles import name, pickle, tuple_of
from tests.pickling.plain import decode

VERDICTS = {
    "safe": [
        "collections.OrderedDict",
        "torch._utils._rebuild_tensor_v2",
        "torch.FloatStorage",
        "torch.float8_e4m3fn",
        "torch.nn.parameter.Parameter",
        "torch.nn.modules.linear.Linear",
        "torch.optim.adamw.AdamW",
        "numpy._core.multiarray._reconstruct",
        "builtins.set",
        "_codecs.encode",
        "argparse.Namespace",
        "pathlib.PosixPath",
        "datetime.datetime",
    ],
    "dangerous": [
        "os.system",
        "posix.system",
        "nt.system",
        "builtins.eval",
        "builtins.exec",
        "builtins.getattr",
        "builtins.__import__",
        "builtins.open",
        "subprocess.Popen",
        "importlib.import_module",
        "pickle.loads",
        "marshal.loads",
        "types.FunctionType",
        "types.CodeType",
        "functools.partial",
        "operator.attrgetter",
        "webbrowser.open",
        "distutils.file_util.write_file",
        "pip._internal.main",
        "torch.os.system",
        "torch.hub.load",
        "torch.load",
        "torch.utils._config_module.load_config",
        "torch.storage.UntypedStorage.from_file",
        "numpy.ndarray.tofile",
        "numpy.testing._private.utils.runstring",
        "numpy.os.system",
        "some.module.subprocess.run",
        "pathlib.os.system",
        "collections.OrderedDict.__init__",
        "anything.at.__globals__",
    ],
    "unknown": [
        "__main__.Net",
        "models.resnet.ResNet",
        "ultralytics.nn.tasks.DetectionModel",
        "torch.storage._load_from_bytes",
        "torch.nn.modules.linear.Lineal",
        "omegaconf.dictconfig.DictConfig",
        "enum.Enum",
        "osmium.reader",
        "x",
        "",
    ],
}
ROWS = [(full, verdict) for verdict, names in VERDICTS.items() for full in names]


@pytest.mark.parametrize(("full", "verdict"), ROWS)
def test_judge(full: str, verdict: str) -> None:
    assert judge(full) == verdict


def test_no_safe_name_can_reach_another() -> None:
    """A safe name is exact: one more attribute on it is never safe."""
    assert [full for full in SAFE if judge(f"{full}.x") == "safe" and f"{full}.x" not in SAFE] == []
    assert [full for full in SAFE if judge(f"{full}.__init__.__globals__") == "safe"] == []


def test_safe_names_in_dangerous_corners_are_these() -> None:
    assert {full for full in SAFE if full.startswith(DANGEROUS_PREFIXES)} == {
        "torch.serialization._get_layout",  # every sparse tensor
        "torch._dynamo.decorators._DimRange",  # every tensor with mark_dynamic
    }


@pytest.mark.parametrize(
    "module", ["os", "sys", "subprocess", "nt", "distutils", "imp", "_posixsubprocess"]
)
def test_everything_of_the_standard_library_is_dangerous_unless_listed(module: str) -> None:
    assert module in STDLIB
    assert judge(f"{module}.whatever") == "dangerous"


def audit_of(*names: str) -> Audit:
    """The audit of a pickle that names these."""
    audit = Audit()
    globals = [name(*full.rsplit(".", 1)) for full in names]
    audit.add(decode(pickle(tuple_of(*globals))), "data.pkl")
    return audit


FILES = {
    "clean": (["collections.OrderedDict", "torch.FloatStorage"], "clean"),
    "one unknown": (["collections.OrderedDict", "__main__.Net"], "unknown"),
    "one dangerous": (["collections.OrderedDict", "__main__.Net", "os.system"], "dangerous"),
    "nothing": ([], "clean"),
    "dill's way to pickle a function": (["dill._dill", "builtins.getattr"], "unknown"),
}


@pytest.mark.parametrize("what", FILES)
def test_the_worst_name_decides(what: str) -> None:
    names, verdict = FILES[what]
    assert audit_of(*names).verdict() == verdict


def test_names_are_counted_and_placed() -> None:
    audit = audit_of("a.b", "os.system", "a.b", "torch.Size")
    audit.add_name("a.b", "other.pkl", 3)
    found = [(use.name, use.verdict, use.where, use.count) for use in audit.globals]
    assert found == [
        ("os.system", "dangerous", ["data.pkl"], 1),
        ("a.b", "unknown", ["data.pkl", "other.pkl"], 5),
        ("torch.Size", "safe", ["data.pkl"], 1),
    ]


def test_oddities_and_errors_are_never_clean() -> None:
    odd = Audit()
    odd.add(decode(b"NN."), "p")
    assert odd.verdict() == "unknown"
    broken = Audit()
    broken.add(decode(b"N"), "p")
    assert broken.verdict() == "unreadable"
    assert Audit().verdict(is_whole=False) == "unreadable"


def test_dangerous_beats_unreadable() -> None:
    """A broken pickle has run its first part when a loader notices."""
    audit = Audit()
    audit.add(decode(b"cos\nsystem\nX\x01\0\0\0x\x85R\xff"), "p")
    assert audit.verdict() == "dangerous"


def test_many_names_are_counted_and_dangerous_ones_always_kept() -> None:
    audit = Audit()
    for at in range(3000):
        audit.add_name(f"module.name{at}", "p")
    audit.add_name("os.system", "p")
    assert len(audit.uses) == 1001
    assert audit.omitted == 2000
    assert audit.verdict() == "dangerous"
