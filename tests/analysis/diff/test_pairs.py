"""Pairs of files and exactly what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from inspector.analysis.diff.model import Alignment
from inspector.analysis.diff.report import report
from inspector.analysis.diff.rollup import rolled_up
from tests.analysis.diff.comparing import Said, compared, said, saved
from tests.make.tensors import View, floats
from tests.make.torch_zip import torch_zip

Pair = Callable[[], tuple[Any, Any]]


def model(seed: int = 0) -> dict[str, torch.Tensor]:
    """A state_dict with different shapes, a buffer, and values that are all different."""
    generator = torch.Generator().manual_seed(seed)
    found = {
        f"layers.{n}.{name}": torch.randn(*shape, generator=generator)
        for n in range(3)
        for name, shape in (("attn.weight", (8, 8)), ("mlp.weight", (16, 8)), ("mlp.bias", (16,)))
    }
    found["norm.weight"] = torch.ones(8)
    found["norm.num_batches_tracked"] = torch.tensor(7)
    found["head.weight"] = torch.randn(5, 8, generator=generator)
    return found


def changed(name: str, change: Callable[[torch.Tensor], torch.Tensor]) -> Any:
    """The model with one tensor changed."""
    found = model()
    found[name] = change(found[name])
    return found


def one_bit_flipped() -> tuple[Any, Any]:
    def flip(tensor: torch.Tensor) -> torch.Tensor:
        tensor.view(torch.int32)[3, 4] ^= 1
        return tensor

    return model(), changed("head.weight", flip)


def nan_on_both_sides() -> tuple[Any, Any]:
    a, b = model(), model()
    for side in (a, b):
        side["head.weight"][0, 0] = float("nan")
        side["layers.0.mlp.bias"][3] = float("nan")
    b["head.weight"][2, 2] += 1
    return a, b


def tied(is_tied: bool) -> Any:
    found = model()
    found["embed.weight"] = found["head.weight"] if is_tied else found["head.weight"].clone()
    return found


def renamed() -> tuple[Any, Any]:
    """Modules with new names; norm's ones say nothing, but stand where they stood."""
    names = {"layers": "blocks", "attn": "attention", "norm": "final", "head": "lm_head"}
    return model(), {".".join(names.get(p, p) for p in k.split(".")): v for k, v in model().items()}


def trained_on() -> tuple[Any, Any]:
    """Other names and other values: only shapes and order are left."""
    return renamed()[0], {k: v + 1 if v.is_floating_point() else v for k, v in renamed()[1].items()}


def optimizer(names: list[str], kind: Any = torch.optim.AdamW, **options: Any) -> Any:
    """A training checkpoint after one step; `names` is the order of the parameters."""
    parameters = {n: torch.nn.Parameter(model()[n].clone()) for n in names}
    optimizer = kind([(n, parameters[n]) for n in names], lr=0.1, **options)
    for parameter in parameters.values():
        parameter.grad = parameter.detach() * 0.5
    optimizer.step()
    return {"model": {n: p.detach() for n, p in parameters.items()}, "opt": optimizer.state_dict()}


WEIGHTS = ["layers.0.attn.weight", "layers.0.mlp.weight", "head.weight"]

BLOCKS = [
    (f"layers.{n}.{old}", f"blocks.{n}.{new}")
    for n in range(3)
    for old, new in (
        ("attn.weight", "attention.weight"),
        ("mlp.weight", "mlp.weight"),
        ("mlp.bias", "mlp.bias"),
    )
]

TABLE: dict[str, tuple[Pair, Said]] = {
    "identical": (lambda: (model(), model()), {}),
    "reordered": (lambda: (model(), dict(reversed(model().items()))), {}),
    "prefixed": (
        lambda: (model(), {f"module.{k}": v for k, v in model().items()}),
        {"rules": [("prefix", "", "module.")]},
    ),
    "prefixed by two wrappers": (
        lambda: ({f"module._orig_mod.{k}": v for k, v in model().items()}, model()),
        {"rules": [("prefix", "module._orig_mod.", "")]},
    ),
    "a prefix nobody knows": (
        lambda: ({f"net_g.{k}": v for k, v in model().items()}, model()),
        {"rules": [("prefix", "net_g.", "")]},
    ),
    "one wrapper for another": (
        lambda: (
            {f"module.{k}": v for k, v in model().items()},
            {f"model.{k}": v for k, v in model().items()},
        ),
        {"rules": [("prefix", "module.", "model.")]},
    ),
    "a wrapper inside names": (
        lambda: (model(), {k.replace(".mlp.", ".mlp._orig_mod."): v for k, v in model().items()}),
        {"rules": [("prefix", "", "_orig_mod.")]},
    ),
    "a backbone beside a whole detector": (
        lambda: (
            {f"backbone.{k}": v for k, v in model().items()} | {"box.weight": torch.randn(2, 3)},
            model(),
        ),
        {"rules": [("prefix", "backbone.", "")], "box.weight > None": "missing"},
    ),
    "cast": (
        lambda: (model(), changed("layers.1.mlp.weight", lambda x: x.bfloat16())),
        {"layers.1.mlp.weight": "mismatched: dtype values"},
    ),
    "cast without loss": (
        lambda: (model(), changed("norm.weight", lambda x: x.half())),
        {"norm.weight": "mismatched: dtype"},
    ),
    "one bit flipped": (one_bit_flipped, {"head.weight": "changed: values"}),
    "a zero of the other sign": (
        lambda: (
            changed("norm.weight", lambda x: x * 0),
            changed("norm.weight", lambda x: x * -0.0),
        ),
        {"norm.weight": "changed: values"},
    ),
    "NaN on both sides": (nan_on_both_sides, {"head.weight": "changed: values"}),
    "NaN on one side": (
        lambda: (model(), changed("norm.weight", lambda x: x.log().sub(1).sqrt())),
        {"norm.weight": "changed: values"},
    ),
    "another shape": (
        lambda: (model(), changed("head.weight", lambda x: x[:3].clone())),
        {"head.weight": "mismatched: shape"},
    ),
    "another stride": (
        lambda: (model(), changed("head.weight", lambda x: x.t().contiguous().t())),
        {"head.weight": "changed: stride"},
    ),
    "requires_grad": (
        lambda: (model(), changed("head.weight", lambda x: x.requires_grad_())),
        {"head.weight": "changed: requires_grad"},
    ),
    "tied and untied": (
        lambda: (tied(True), tied(False)),
        {"embed.weight": "changed: tying", "head.weight": "changed: tying"},
    ),
    "tied on both sides": (lambda: (tied(True), tied(True)), {}),
    "missing and unexpected": (
        lambda: (
            model() | {"old.bias": torch.zeros(4)},
            model() | {"new.bias": torch.zeros(4)},
        ),
        {"old.bias > None": "missing", "None > new.bias": "unexpected"},
    ),
    "one tensor renamed": (
        lambda: (
            model(),
            {"classifier.weight" if k == "head.weight" else k: v for k, v in model().items()},
        ),
        {"rules": [("content", "head.weight", "classifier.weight")]},
    ),
    "renamed": (
        renamed,
        {
            "rules": [
                *(("content", a, b) for a, b in BLOCKS),
                ("content", "head.weight", "lm_head.weight"),
                ("rename", "norm.weight", "final.weight"),
                ("rename", "norm.num_batches_tracked", "final.num_batches_tracked"),
            ]
        },
    ),
    "renamed and trained on": (
        trained_on,
        {
            **{f"{a} > {b}": "changed: values" for a, b in BLOCKS},
            "norm.weight > final.weight": "changed: values",
            "head.weight > lm_head.weight": "changed: values",
            "rules": [
                *(("rename", a, b) for a, b in BLOCKS),
                ("rename", "norm.weight", "final.weight"),
                ("rename", "norm.num_batches_tracked", "final.num_batches_tracked"),
                ("rename", "head.weight", "lm_head.weight"),
            ],
        },
    ),
    "a training checkpoint beside its weights": (
        lambda: ({"state_dict": model(), "epoch": 3, "args": {"lr": 0.1}}, model()),
        {"epoch": (3, None), "args": ({"lr": 0.1}, None)},
    ),
    "metadata and hyper-parameters": (
        lambda: (
            {"model": model(), "epoch": 3, "args": {"lr": 0.1, "name": "a", "flag": True}},
            {"model": model(), "epoch": 4, "args": {"lr": 0.1, "name": "b", "flag": 1}},
        ),
        {"epoch": (3, 4), "args.name": ("a", "b"), "args.flag": (True, 1)},
    ),
    "an optimizer that counts parameters in another order": (
        lambda: (optimizer(WEIGHTS), optimizer(WEIGHTS[::-1])),
        {
            "opt.param_groups.0.param_names": (WEIGHTS, WEIGHTS[::-1]),
        },
    ),
    "another learning rate": (
        lambda: (optimizer(WEIGHTS), optimizer(WEIGHTS, weight_decay=0.5)),
        {
            "opt.param_groups.0.weight_decay": (0.01, 0.5),
            **{name: "changed: values" for name in WEIGHTS},
        },
    ),
}


def keyed_by_id(first: int, lr: float) -> Any:
    """An optimizer as torch before 1.6 saved it: ids of the parameters, others in every process."""
    ids = [first + 64 * n for n in (2, 0, 1)]
    state = {key: {"step": 5, "exp_avg": torch.full((3,), n + 1.0)} for n, key in enumerate(ids)}
    return {"opts": [{"state": state, "param_groups": [{"lr": lr, "params": ids}]}]}


TABLE["optimizers of torch before 1.6"] = (
    lambda: (keyed_by_id(140_000_000_000_000, 0.1), keyed_by_id(139_999_000_000_000, 0.2)),
    {"opts.0.param_groups.0.lr": (0.1, 0.2)},
)


@pytest.mark.parametrize("what", TABLE)
def test_exactly_this_is_said(tmp_path: Path, what: str) -> None:
    make, expected = TABLE[what]
    with compared(*saved(tmp_path, *make())) as outcome:
        assert said(outcome) == expected
        assert outcome.is_identical == (not expected)


@pytest.mark.parametrize("what", ["prefixed", "renamed", "a wrapper inside names"])
def test_without_alignment_names_must_be_equal(tmp_path: Path, what: str) -> None:
    make, _ = TABLE[what]
    a, b = make()
    with compared(*saved(tmp_path, a, b), Alignment(by_name_only=True)) as outcome:
        assert outcome.structure.rules == ()
        assert outcome.counts["same"] == len(a.keys() & b.keys())
        assert outcome.counts["missing"] == len(a.keys() - b.keys())


def test_a_rejected_rule_is_not_used_again(tmp_path: Path) -> None:
    files = saved(tmp_path, *renamed())
    with compared(*files) as outcome:
        rule = outcome.structure.rules[0]
    how = Alignment(rejected=frozenset([rule.identity]))
    with compared(*files, how) as outcome:
        assert rule.identity not in {other.identity for other in outcome.structure.rules}
        assert f"{rule.a} > {rule.b}" not in said(outcome)


def test_another_optimizer(tmp_path: Path) -> None:
    files = saved(tmp_path, optimizer(WEIGHTS), optimizer(WEIGHTS, torch.optim.SGD, momentum=0.9))
    with compared(*files) as outcome:
        found = said(outcome)
    assert found["opt.state.0.exp_avg > None"] == "missing"
    assert found["None > opt.state.0.momentum_buffer"] == "unexpected"
    assert found["opt.param_groups.0.betas"] == ([0.9, 0.999], None)
    assert found["opt.param_groups.0.momentum"] == (None, 0.9)


def write_zip(path: Path) -> None:
    torch.save(model(), path)


def write_legacy(path: Path) -> None:
    torch.save(model(), path, _use_new_zipfile_serialization=False)


def write_safetensors(path: Path) -> None:
    save_file(model(), path, metadata={"format": "pt"})


def write_module(path: Path) -> None:
    """TorchScript of a module with these very names."""
    root = torch.nn.Module()
    for name, tensor in model().items():
        *parts, last = name.split(".")
        here = root
        for part in parts:
            if not hasattr(here, part):
                here.add_module(part, torch.nn.Module())
            here = getattr(here, part)
        here.register_buffer(last, tensor)
    torch.jit.save(torch.jit.script(root), path)


def write_onnx(path: Path) -> None:
    import onnx
    from onnx import helper, numpy_helper

    tensors = [numpy_helper.from_array(t.numpy(), name) for name, t in model().items()]
    onnx.save(helper.make_model(helper.make_graph([], "g", [], [], tensors)), path)


def write_shards(path: Path, first: int = 4) -> None:
    """The index and two shards, each next to the index; `first` tensors in the first."""
    import json

    path.mkdir()
    names = [*model()]
    shards = {"model-1-of-2.safetensors": names[:first], "model-2-of-2.safetensors": names[first:]}
    for file, held in shards.items():
        save_file({name: model()[name] for name in held}, path / file, metadata={"format": "pt"})
    places = {name: file for file, held in shards.items() for name in held}
    index = {"metadata": {"total_size": 1234}, "weight_map": places}
    (path / "model.safetensors.index.json").write_text(json.dumps(index))


WRITERS: dict[str, Callable[[Path], None]] = {
    "a.pt": write_zip,
    "legacy.pt": write_legacy,
    "a.safetensors": write_safetensors,
    "script.pt": write_module,
    "a.onnx": write_onnx,
    "shards": write_shards,
}


@pytest.mark.filterwarnings("ignore:.*torch.jit")
@pytest.mark.parametrize("file", WRITERS)
def test_other_containers_of_the_same_tensors_are_identical(tmp_path: Path, file: str) -> None:
    write_zip(tmp_path / "reference.pt")
    WRITERS[file](tmp_path / file)
    with compared(tmp_path / "reference.pt", tmp_path / file) as outcome:
        assert said(outcome) == {}
        assert outcome.counts["same"] == len(model())
        assert outcome.is_identical


def odd(last: Any = 3, jagged: float = 1.0, meta: int = 3) -> Any:
    """Tensors whose elements are not numbers side by side."""
    return {
        "object": np.array(["a", None, last], dtype=object),
        "jagged": torch.nested.nested_tensor([torch.zeros(2), torch.full((3,), jagged)]),
        "meta": torch.zeros(meta, device="meta"),
        "sparse": torch.eye(3).to_sparse_csr() * jagged,
    }


@pytest.mark.filterwarnings("ignore:.*nested tensors", "ignore:.*Sparse CSR")
@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, {}),
        ({"last": 4}, {"object": "changed: values"}),
        ({"jagged": 2.0}, {"jagged": "changed: values", "sparse": "changed: values"}),
        ({"meta": 4}, {"meta": "mismatched: shape"}),
    ],
    ids=str,
)
def test_tensors_without_numbers_of_their_own(
    tmp_path: Path, other: dict[str, Any], expected: Said
) -> None:
    with compared(*saved(tmp_path, {"x": odd()}, {"x": odd(**other)})) as outcome:
        found = said(outcome)
        assert {name.removeprefix("x."): what for name, what in found.items()} == expected
        assert outcome.is_identical == (not expected)


def test_resharded(tmp_path: Path) -> None:
    """Two sharded sets with the tensors spread differently."""
    write_shards(tmp_path / "a", 4)
    write_shards(tmp_path / "b", 7)
    with compared(tmp_path / "a", tmp_path / "b") as outcome:
        assert said(outcome) == {}
        assert outcome.is_identical


def test_another_device(tmp_path: Path) -> None:
    for name, location in (("a", "cpu"), ("b", "cuda:1")):
        (tmp_path / name).write_bytes(torch_zip({"w": View(floats("0", 6, location), (2, 3))}))
    with compared(tmp_path / "a", tmp_path / "b") as outcome:
        assert said(outcome) == {"w": "mismatched: device"}


def scales(scale: float, last: float) -> Any:
    """The same integers, with a scale of each channel."""
    every = torch.tensor([scale, last], dtype=torch.float64)
    integers = torch.arange(8, dtype=torch.float32).reshape(2, 4)
    whole = torch.quantize_per_channel(
        integers * every[:, None].float(), every, torch.zeros(2), 0, torch.qint8
    )
    return {"w": whole, "v": torch.quantize_per_tensor(integers * scale, scale, 0, torch.qint8)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.parametrize(
    ("b", "expected"),
    [
        ((0.5, 0.25), {}),
        ((0.5, 0.125), {"w": "changed: quantization"}),
        (
            (1.0, 0.25),
            {"w": "changed: quantization", "v": "changed: quantization values"},
        ),
    ],
    ids=str,
)
def test_other_scales(tmp_path: Path, b: tuple[float, float], expected: Said) -> None:
    with compared(*saved(tmp_path, scales(0.5, 0.25), scales(*b))) as outcome:
        assert said(outcome) == expected


def test_two_parts_of_one_file(tmp_path: Path) -> None:
    ema = model() | {"head.weight": model()["head.weight"] * 0.5}
    torch.save(
        {"model": model(), "ema": {f"module.{k}": v for k, v in ema.items()}}, tmp_path / "x"
    )
    files = (tmp_path / "x", tmp_path / "x")
    with compared(*files, parts=("model", "ema")) as outcome:
        assert said(outcome) == {
            "head.weight > module.head.weight": "changed: values",
            "rules": [("prefix", "", "module.")],
        }


def test_names_of_very_many_parts(tmp_path: Path) -> None:
    """Nothing recurses into them, and nothing takes their square."""
    long = [f"{n}.{'x.' * 200_000}w" for n in range(3)]
    a = {name: torch.full((2,), float(n)) for n, name in enumerate(long)}
    with compared(*saved(tmp_path, a, {f"module.{k}": v for k, v in a.items()})) as outcome:
        assert outcome.counts["same"] == 3
        assert [rule.b for rule in outcome.structure.rules] == ["module."]
        assert rolled_up(outcome).is_same
        assert len(report(outcome, "html")) < 1_000_000
