"""torch's tar of 2016, honest."""

from __future__ import annotations

from pathlib import Path

from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import HUGE, MANY, VIEWS, WEIGHT
from tests.make.archives import tar
from tests.make.pickles import dict_of, persistent, pickle, text
from tests.make.tensors import View, floats
from tests.make.torch_tar import storages_member, tensors_member, torch_tar


class TestTorchTar(FormatTests):
    format = "torch-tar"
    container = "tar archive"
    file_name = "model.tar"
    padding = 512  # the first block of zeros ends a tar, the second only follows it

    def sample(self) -> bytes:
        return torch_tar(VIEWS)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return torch_tar({"w": HUGE})

    def long(self) -> bytes:
        return torch_tar(MANY)


def test_a_storage_may_be_a_part_of_another(tmp_path: Path) -> None:
    root = floats("1", 6)
    part = View(floats("2", 2), (2,))
    members = [
        ("sys_info", pickle(dict_of())),
        ("pickle", pickle(dict_of((text("w"), persistent(text("100")))))),
        ("tensors", tensors_member([part], 100)),
        ("storages", storages_member([root], [(2, 1, 3, 2)])),
    ]
    path = tmp_path / "m.tar"
    path.write_bytes(tar(members))
    with opened(path) as document:
        assert named_tensors(document)["w"].read().tolist() == [3.0, 4.0]


def test_members_may_have_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "m.tar"
    data = torch_tar({"w": WEIGHT})
    plain = tmp_path / "plain.tar"
    plain.write_bytes(data)
    with opened(plain) as document:
        assert document.checkpoint.format_version == "1000"
        assert document.checkpoint.facts["pickle_protocol"] == 2
    path.write_bytes(data)
    with opened(path) as document:
        assert list(named_tensors(document)) == ["w"]
