"""The script that makes the table of architectures: its fitting, and a sample made again."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from inspector.analysis.flops.fingerprint_table import table
from inspector.analysis.flops.fingerprint_terms import value

SCRIPTS = Path(__file__).parents[3] / "resources" / "architectures"
SAMPLE = {
    "torchvision": "resnet18,alexnet,squeezenet1_1,googlenet*,vit_b_32,regnet_y_400mf",
    "timm": "resnet18,vit_tiny_patch16_224,efficientnet_b0,convnext_atto",
}


@pytest.fixture
def scripts() -> Iterator[None]:
    """The scripts can be imported; they lie beside the table, outside the package."""
    sys.path.insert(0, str(SCRIPTS))
    yield
    sys.path.remove(str(SCRIPTS))


def script(name: str) -> ModuleType:
    """One of the scripts."""
    found = importlib.import_module(name)
    assert Path(found.__file__ or "").parent == SCRIPTS
    return found


# (stride, shift) of feature maps: rounded down, up, an unpadded stem, frames with their own.
@pytest.mark.parametrize("axis", [(2, 1), (4, 0), (32, 31), (8, -7), (16, 3), (1, 0)])
def test_a_feature_map_is_told_from_a_few_sizes(scripts: None, axis: tuple[int, int]) -> None:
    fit = script("fit")
    sizes = [224, 257, 319, 256, 237, 264, 240, 248, 249, 263, 239, 252]
    assert fit.fit_axis([(x, fit.size_of(axis, x)) for x in sizes]) == axis


def test_sizes_are_asked_for_until_nothing_is_open(scripts: None) -> None:
    """Each asked-for size halves what the shift can be."""
    fit = script("fit")
    axis = (16, -5)

    def run(x: int) -> object:
        size = fit.size_of(axis, x)
        return fit.Run((x, x), [fit.Op(7 * size * size, (size, size))])

    runs = [run(224), run(301)]
    while asked := fit.unsure(runs):
        runs.append(run(asked[0]))
        assert len(runs) < 9
    assert fit.fit(runs, []) == ([[7, [16, -5]]], [])


def test_tokens_and_attention_are_fitted(scripts: None) -> None:
    """Patches, a class token, attention among them, a head that goes with the classes."""
    fit = script("fit")

    def run(height: int, width: int) -> object:
        patches = (height // 16) * (width // 16)
        ops = [
            fit.Op(patches * 768, (height // 16, width // 16)),
            fit.Op((patches + 1) * 50),
            fit.Op((patches + 1) ** 2 * 9),
            fit.Op(64000),
        ]
        return fit.Run((height, width), ops)

    sizes = [(224, 224), (256, 319), (271, 240), (255, 303), (287, 272)]
    terms, head = fit.fit([run(*pair) for pair in sizes], [3])
    assert head == [[64000]]
    patches = 12 * 13
    expected = patches * 768 + (patches + 1) * 50 + (patches + 1) ** 2 * 9
    assert value(terms, (12 * 16 + 3, 13 * 16)) == expected


def test_what_fits_no_formula_is_left(scripts: None) -> None:
    fit = script("fit")
    runs = [fit.Run((x, x), [fit.Op(x, (x % 7 + 1, x % 5 + 1))]) for x in (224, 257, 300, 311)]
    assert fit.fit(runs, []) is None


def test_numbers_of_classes_are_told(scripts: None) -> None:
    make_table = script("make_table")
    usual = {"fc.weight": (1000, 64), "conv.weight": (64, 3, 3, 3)}
    head = make_table.moved(usual, {**usual, "fc.weight": (7, 64)})
    assert make_table.keys(usual, head)["head"] == {"fc.weight": [-1000, 64]}
    with pytest.raises(ValueError, match="other tensors"):
        make_table.moved(usual, {"fc.weight": (7, 64)})


@pytest.mark.parametrize("library", SAMPLE)
def test_a_sample_comes_out_as_in_the_table(scripts: None, tmp_path: Path, library: str) -> None:
    """The installed library may be another release; what did not change in it must be the same."""
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    make_table = script("make_table")
    work = tmp_path / "work.jsonl"
    arguments = ["make_table", "measure", str(work), "--library", library]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [*arguments, "--only", SAMPLE[library]])
        make_table.main()
        before = work.read_text(encoding="utf-8")
        make_table.main()
    assert work.read_text(encoding="utf-8") == before, "a second start does nothing again"
    rows = [json.loads(line) for line in before.splitlines()]
    assert len(rows) >= 4
    known = {name: k for a in table().all() for k in a.models for name in k.names}
    for row in rows:
        model = known[f"{row['library']} {row['name']}"]
        assert (row["parameters"], row["macs"]) == (model.parameters, model.macs), row["name"]
        assert (row["step"], row["terms"]) == (model.step, model.terms)
