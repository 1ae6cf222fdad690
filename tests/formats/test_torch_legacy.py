"""torch.save's legacy stream, honest: the promises, protocols, views and class sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import HUGE, MANY, VIEWS, WEIGHT
from tests.make.pickles import build, dict_of, newobj, persistent, pickle, text
from tests.make.tensors import View, floats, rebuild, torch_pickle
from tests.make.torch_legacy import (
    legacy_stream,
    module_pid,
    several_streams,
    torch_legacy,
    view_pid,
)


class TestTorchLegacy(FormatTests):
    format = "torch-legacy"
    container = "torch legacy"
    file_name = "model.pth"

    def sample(self) -> bytes:
        return torch_legacy(VIEWS)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return torch_legacy({"w": HUGE})

    def long(self) -> bytes:
        return torch_legacy(MANY)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_protocols(tmp_path: Path, protocol: int) -> None:
    path = tmp_path / "m.pth"
    path.write_bytes(torch_legacy(VIEWS, protocol))
    with opened(path) as document:
        assert document.checkpoint.format == "torch-legacy"
        assert document.checkpoint.facts["pickle_protocol"] == protocol
        assert list(named_tensors(document)) == list(VIEWS)


def test_storages_follow_in_the_order_of_their_keys_as_text(tmp_path: Path) -> None:
    value = {f"t{at}": View(floats(str(at), at + 1), (at + 1,)) for at in (9, 10, 2, 100)}
    path = tmp_path / "m.pth"
    path.write_bytes(torch_legacy(value))
    with opened(path) as document:
        for key, tensor in named_tensors(document).items():
            assert b"".join(tensor.row_major()) == value[key].content()


def test_views_of_storages(tmp_path: Path) -> None:
    """torch 0.1: a storage may be a part of another; a tensor's offset counts from that part."""
    root = floats("7", 10)
    inner = View(root, (2,), offset=1)
    body = pickle(
        dict_of(
            (text("whole"), rebuild(View(root, (10,)), view_pid("7", 0, 10))),
            (text("part"), rebuild(inner, view_pid("8", 4, 3))),
        )
    )
    path = tmp_path / "m.pth"
    path.write_bytes(legacy_stream(body, [root]))
    with opened(path) as document:
        tensors = named_tensors(document)
        assert tensors["whole"].read().tolist() == list(range(10))
        assert tensors["part"].read().tolist() == [5.0, 6.0]
        assert tensors["part"].storage is not None
        assert tensors["part"].storage.nbytes == 12


def test_source_of_module_classes_is_a_text(tmp_path: Path) -> None:
    source = "class Net(Module):\n    pass\n"
    cls = persistent(module_pid("net", "Net", source))
    state = dict_of((text("_parameters"), dict_of()), (text("_modules"), dict_of()))
    path = tmp_path / "m.pth"
    path.write_bytes(legacy_stream(pickle(build(newobj(cls), state))))
    with opened(path) as document:
        (name,) = document.checkpoint.texts
        found = document.checkpoint.texts[name]
        assert name == "net.Net.py"
        assert found.read(0, found.size).decode() == source
        assert document.checkpoint.root.class_name == "net.Net"


def test_a_second_save_into_the_same_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "m.pth"
    path.write_bytes(several_streams([{"first": WEIGHT}, {"second": WEIGHT}, {"third": WEIGHT}]))
    with opened(path) as document:
        assert list(named_tensors(document)) == ["first"]
        assert [finding.what for finding in document.findings] == [
            "A second torch.save follows in the same file; torch.load reads only the first."
        ]
        assert document.verdict == "unknown"


def test_python_2_location_and_list_of_pairs(tmp_path: Path) -> None:
    """Python 2 wrote str as SHORT_BINSTRING; ours reads them as text where they are ASCII."""
    body = torch_pickle({"w": WEIGHT}).replace(text("cpu"), b"U\x03cpu")
    path = tmp_path / "m.pth"
    path.write_bytes(torch_legacy({"w": WEIGHT}).replace(torch_pickle({"w": WEIGHT}), body))
    with opened(path) as document:
        assert named_tensors(document)["w"].device == "cpu"
