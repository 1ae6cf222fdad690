"""Known architectures are recognised behind any prefix, with any head, and counted at any size."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
import torch

from inspector.analysis.flops.fingerprint_keys import name_key, shape_key, total
from inspector.analysis.flops.fingerprint_match import match
from inspector.analysis.flops.fingerprint_table import Known, Table, table
from inspector.analysis.flops.fingerprint_terms import value
from inspector.errors import InspectorError
from tests.analysis.flops.shapes import Shapes, cost, resnet50, tensors

ROOT = Path(__file__).parents[3]
PUBLISHED = ROOT.parent / "shared" / "flops" / "torchvision.csv"
RESNET50 = 4_089_184_256
HEAD = 2_048_000
BODY = {name: shape for name, shape in resnet50().items() if not name.startswith("fc.")}


def prefixed(shapes: Shapes, prefix: str) -> Shapes:
    """Every name behind `prefix`."""
    return {prefix + name: shape for name, shape in shapes.items()}


# What the file holds -> (prefix, classes against the usual number, keys that are beside it).
FOUND = {
    "plain": (resnet50(), "", Fraction(1), 0),
    "7 classes": (resnet50(7), "", Fraction(7, 1000), 0),
    "DataParallel": (prefixed(resnet50(), "module."), "module.", Fraction(1), 0),
    "compiled": (
        prefixed(resnet50(751), "_orig_mod.module."),
        "_orig_mod.module.",
        Fraction(751, 1000),
        0,
    ),
    "before torch 0.4.1": (resnet50(counters=False), "", Fraction(1), 0),
    "after thop": ({**resnet50(), "total_ops": (1,), "fc.total_params": (1,)}, "", Fraction(1), 0),
    "no head": (prefixed(BODY, "backbone.body."), "backbone.body.", None, 0),
    "a head of its own": (
        {**prefixed(BODY, "encoder."), "bnneck.weight": (2048,), "cls.weight": (751, 2048)},
        "encoder.",
        None,
        2,
    ),
    "two layers for one": (
        {**BODY, "fc.0.weight": (512, 2048), "fc.2.weight": (7, 512)},
        "",
        None,
        2,
    ),
}


@pytest.mark.parametrize(("shapes", "prefix", "classes", "others"), FOUND.values(), ids=FOUND)
def test_it_is_found(shapes: Shapes, prefix: str, classes: Fraction | None, others: int) -> None:
    found = match(shapes, table())
    assert found is not None
    names = [name for a in found.architectures for known in a.models for name in known.names]
    assert names[0] == "torchvision resnet50"
    assert (found.prefix, found.classes[0], len(found.others)) == (prefix, classes, others)


# Names or shapes that are those of no known model.
NOT_FOUND = {
    "four channels": {**resnet50(), "conv1.weight": (64, 4, 7, 7)},
    "a wider layer": {**resnet50(), "layer4.2.conv2.weight": (512, 512, 5, 5)},
    "a layer more": {**resnet50(), "layer4.3.conv1.weight": (512, 2048, 1, 1)}
    | prefixed(BODY, "b"),
    "renumbered": {name.replace("layer", "9."): shape for name, shape in resnet50().items()},
    "one layer": {"fc.weight": (1000, 2048), "fc.bias": (1000,)},
}


@pytest.mark.parametrize("shapes", NOT_FOUND.values(), ids=NOT_FOUND)
def test_it_is_not_found(shapes: Shapes) -> None:
    assert match(shapes, table()) is None


@pytest.mark.parametrize(
    ("shapes", "shape", "macs", "exact"),
    [
        (resnet50(), None, RESNET50, True),
        (resnet50(), "4,3,256,128", 10_684_792_832, True),
        (resnet50(7), "1,3,224,224", RESNET50 - HEAD + 7 * 2048, True),
        (BODY, None, RESNET50 - HEAD, True),
        ({**BODY, "last.weight": (7, 2048)}, None, RESNET50 - HEAD, False),
    ],
)
def test_its_cost(
    tmp_path: Path, shapes: Shapes, shape: str | None, macs: int, exact: bool
) -> None:
    report = cost(tmp_path / "m.pth", {"epoch": 3, "state_dict": tensors(shapes)}, shape)
    assert (report.source, report.match) == ("fingerprint", "torchvision resnet50")
    assert (report.macs, report.exact) == (macs, exact)
    assert bool(report.not_counted) is not exact


def test_its_parameters_and_twins(tmp_path: Path) -> None:
    report = cost(tmp_path / "m.pth", tensors(resnet50()))
    assert report.parameters == 25_557_032
    assert "if it is used unmodified" in report.notes[0]
    assert "267 of 267 tensors" in report.notes[0]
    assert "timm resnet50" in report.twins
    assert any("timm resnetaa50 5.13 G MACs" in note for note in report.notes)


def line_of(shapes: Shapes, head: str, classes: int) -> str:
    """A line of a table: `shapes` with a head for so many classes."""
    body = [name for name in shapes if name != head]
    names = total([name_key(name) for name in shapes])
    about = {
        "shapes": f"{total([shape_key(name, shapes[name]) for name in body]):016x}",
        "head": {head: [-classes, *shapes[head][1:]]},
        "buffers": [],
        "tensors": len(shapes),
        "models": [[[f"made for {classes}"], [[3, 8, 8]], 1, 1, 1, [], []]],
    }
    return f"{names:016x} {total([name_key(name) for name in body]):016x} {json.dumps(about)}"


def test_each_twin_has_its_own_usual_head() -> None:
    """The same body, made for 1,000 and for 21,841 classes: 5 is another share of each."""
    shapes: Shapes = {"a.weight": (4, 3, 3, 3), "b.weight": (8, 4, 3, 3), "fc.weight": (5, 8)}
    lines = [line_of(shapes, "fc.weight", classes) for classes in (21_841, 1_000)]
    two = Table("\n".join(["{}", *lines]))
    found = match(shapes, two)
    assert found is not None
    assert found.classes == (Fraction(5, 21_841), Fraction(5, 1_000))
    usual = match({**shapes, "fc.weight": (1_000, 8)}, two)
    assert usual is not None
    assert usual.classes[0] == 1
    assert usual.architectures[0].models[0].names == ("made for 1000",)


def test_the_name_of_the_file_chooses_among_twins(tmp_path: Path) -> None:
    report = cost(tmp_path / "resnetaa50-a1h.pth", tensors(resnet50()))
    assert (report.match, report.macs) == ("timm resnetaa50", 5_129_633_792)


@pytest.mark.parametrize("shape", ["3,224,224", "1,4,224,224", "0,3,224,224", "1,3,224"])
def test_shapes_it_does_not_take(tmp_path: Path, shape: str) -> None:
    with pytest.raises(InspectorError, match="does not take"):
        cost(tmp_path / "m.pth", tensors(resnet50()), shape)


def test_opening_does_not_read_the_table(tmp_path: Path) -> None:
    torch.save(tensors(resnet50()), tmp_path / "m.pth")
    code = (
        "import sys; from pathlib import Path; from inspector.document import open_document;"
        "open_document(Path(sys.argv[1]));"
        "print([name for name in sys.modules if 'fingerprint' in name])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "m.pth")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- the table ------------------------------------------------------------------------------------

MODELS = {name: known for a in table().all() for known in a.models for name in known.names}


def test_formulas_give_the_cost_that_was_counted() -> None:
    """At the default size they must agree with the count that does not come from them."""
    counted = {name: known for name, known in MODELS.items() if known.macs is not None}
    assert len(counted) > 1400
    wrong = {name for name, known in counted.items() if _own_size(known) != known.macs}
    assert wrong == set()


def _own_size(known: Known) -> int:
    sizes = known.inputs[0][1:]
    return value(known.terms, sizes) + value(known.head_terms, sizes)


# From the papers and torchvision's own documentation, in units it prints (GMACs, parameters).
@pytest.mark.parametrize(
    ("name", "gmacs", "parameters"),
    [
        ("torchvision alexnet", 0.714, 61_100_840),
        ("torchvision vgg16", 15.470, 138_357_544),
        ("torchvision mobilenet_v2", 0.301, 3_504_872),
        ("torchvision vit_b_16", 17.564, 86_567_656),
        ("torchvision swin_t", 4.491, 28_288_354),
        ("torchvision r3d_18", 40.697, 33_371_472),
        ("torchvision raft_large", 211.007, 5_257_536),
        ("torchvision fcn_resnet50", 152.717, 35_322_218),
    ],
)
def test_published_figures(name: str, gmacs: float, parameters: int) -> None:
    known = MODELS[name]
    assert (round((known.macs or 0) / 1e9, 3), known.parameters) == (gmacs, parameters)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the list of figures is not at hand")
def test_every_figure_of_the_list() -> None:
    with PUBLISHED.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 50
    for row in rows:
        known = MODELS[f"torchvision {row['model']}"]
        assert [[1, *sizes] for sizes in known.inputs] == json.loads(row["input"])
        assert (known.macs, known.parameters) == (int(row["macs"]), int(row["params"])), row


# MACs of a forward pass on the meta device at sizes that no formula was fitted to.
@pytest.mark.parametrize(
    ("name", "sizes", "macs"),
    [
        ("torchvision resnet50", (333, 517), 14_544_563_136),
        ("torchvision densenet121", (333, 517), 9_804_843_968),
        ("torchvision inception_v3", (333, 517), 11_236_371_584),
        ("torchvision swin_t", (271, 489), 13_782_335_232),
        ("torchvision convnext_tiny", (333, 517), 14_722_116_960),
        ("torchvision squeezenet1_1", (333, 517), 1_285_100_800),
        ("torchvision fcn_resnet50", (333, 517), 98_674_344_384),
        ("torchvision swin_v2_t", (333, 517), 18_487_300_608),
    ],
)
def test_other_sizes(name: str, sizes: tuple[int, int], macs: int) -> None:
    known = MODELS[name]
    assert value(known.terms, sizes) + value(known.head_terms, sizes) == macs
