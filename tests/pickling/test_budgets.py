"""What a small pickle may make us do: nothing that its bytes do not pay for."""

from __future__ import annotations

import pickle
import struct
from pathlib import Path
from typing import Any

import pytest

from inspector.bytesource import BytesSource
from inspector.cli.facts import document_facts
from inspector.cli.outline import outline
from inspector.document import open_document
from inspector.errors import Cancelled, CorruptFile, LimitExceeded
from inspector.inert import UNSET, BigNumber
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.pickling.machine import Machine
from inspector.progress import Progress
from tests.make.pickles import dict_of, integer, text
from tests.make.pickles import pickle as whole
from tests.make.torch_zip import DEFLATED, Member, records, write_zip, zip_of_pickle
from tests.pickling.plain import decode, plain

SMALL = ReadLimits(memory_bytes=20 << 20, opcodes=300_000, text_bytes=10_000)


def u64(value: int) -> bytes:
    """Eight bytes, little-endian."""
    return struct.pack("<Q", value)


LIES = {
    "BINUNICODE8 of 2**62": (b"\x8d" + u64(1 << 62), "4,611,686,018,427,387,904 bytes are claimed"),
    "BINBYTES8 of 2**62": (b"\x8e" + u64(1 << 62), "4,611,686,018,427,387,904 bytes are claimed"),
    "BYTEARRAY8 of 2**63": (b"\x96" + u64(1 << 63), "9,223,372,036,854,775,808 bytes are claimed"),
    "BINBYTES of 4 GB": (b"B\xff\xff\xff\xff", "4,294,967,295 bytes are claimed and 1 are left"),
    "BINUNICODE of 4 GB": (b"X\xff\xff\xff\xff", "4,294,967,295 bytes are claimed and 1 are left"),
    "SHORT_BINUNICODE": (b"\x8c\xff", "255 bytes are claimed and 1 are left"),
    "LONG4 of -1": (b"\x8b\xff\xff\xff\xff", "a length of -1 is claimed"),
    "BINSTRING of -1": (b"T\xff\xff\xff\xff", "a length of -1 is claimed"),
    "LONG4 of 2 GB": (b"\x8b\xff\xff\xff\x7f", "2,147,483,647 bytes are claimed and 1 are left"),
}


@pytest.mark.parametrize("lie", LIES)
def test_lengths_are_compared_with_what_is_there(lie: str) -> None:
    data, sentence = LIES[lie]
    error = decode(data + b".").error
    assert isinstance(error, CorruptFile)
    assert sentence in error.message
    assert error.where == "test"
    assert error.hint is not None


BROKEN = {
    "empty": (b"", 0, "ends before its STOP"),
    "no STOP": (b"K\x01", 2, "ends before its STOP"),
    "unknown opcode": (b"K\x01\xff.", 2, "there is no opcode 0xff"),
    "POP from nothing": (b"0.", 1, "a mark is missing"),
    "TUPLE without MARK": (b"K\x01t" + b"N" * 20 + b".", 2, "more values than there are"),
    "SETITEM on nothing": (b"K\x01K\x02s" + b"N" * 20 + b".", 4, "more values than there are"),
    "a key without value": (b"}(K\x01u.", 4, "a key has no value"),
    "OBJ without a class": (b"(o.", 2, "a class is missing"),
    "memo slot never set": (b"h\x05.", 0, "memo slot 5 is used and was never set"),
    "LONG_BINGET never set": (b"j\xff\xff\xff\xff.", 0, "memo slot 4294967295 is used"),
    "memo slot of text": (b"gx\n.", 3, "a memo slot is not a plain number"),
    "negative memo slot": (b"Np-1\n.", 5, "a memo slot is not a plain number"),
    "a line without end": (b"Vabc", 1, "a line has no end"),
    "STRING without quotes": (b"Sabc\n.", 5, "a STRING has no quotes"),
    "STRING with half an escape": (b"S'\\x1'\n.", 7, "an escape that is cut off"),
    "bad UTF-8": (b"X\x01\x00\x00\x00\xff.", 5, "a text is not valid UTF-8"),
    "bad escape in UNICODE": (b"V\\u12\n.", 6, "a text is not valid UTF-8"),
    "STACK_GLOBAL of a number": (b"K\x01K\x02\x93.", 5, "named by something that is no text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_errors_say_what_and_where(name: str) -> None:
    data, position, sentence = BROKEN[name]
    found = decode(data)
    assert isinstance(found.error, CorruptFile)
    assert f"at byte {position:,} " in found.error.message
    assert sentence in found.error.message
    assert found.error.message.startswith("test is not a valid pickle: ")


def test_positions_count_from_the_start_of_the_file() -> None:
    source = BytesSource(b"xxxxx" + b"K\x01\xff.", "file")
    error = Machine(source, "object", start=5).run().error
    assert error is not None
    assert "at byte 7 there is no opcode 0xff" in error.message


PARTIAL: dict[str, tuple[bytes, Any]] = {
    "dict": (b"}(X\x01\0\0\0aK\x01X\x01\0\0\0bK\x02X\x01\0\0\0c", {"a": 1, "b": 2}),
    "list": (b"](K\x01K\x02", [1, 2]),
    "nested": (b"}(X\x01\0\0\0a}(X\x01\0\0\0bK\x01", {"a": {"b": 1}}),
    "dict in progress": (b"}X\x01\0\0\0aK\x01s\xff", {"a": 1}),
    "first of several": (b"K\x01K\x02", 1),
}


@pytest.mark.parametrize("name", PARTIAL)
def test_what_a_broken_pickle_had_built_is_kept(name: str) -> None:
    data, expected = PARTIAL[name]
    found = decode(data)
    assert found.error is not None
    assert plain(found.value) == expected


@pytest.mark.parametrize("data", [b"", b"\x80\x02", b"\xff"])
def test_nothing_built_is_unset(data: bytes) -> None:
    assert decode(data).value is UNSET


BOMBS = {
    "EMPTY_SET": b"\x8f" * 400_000,
    "EMPTY_DICT": b"}" * 400_000,
    "MARK": b"(" * 400_000,
    "EMPTY_LIST and TUPLE1": b"]\x85" * 200_000,
    "calls": b"ca\nb\nq\x00" + b"h\x00)R" * 150_000,
    "NONE": b"N" * 400_000,
    "FRAMEs": (b"\x95" + u64(0)) * 400_000,
    "PROTOs": b"\x80\x02" * 400_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_memory_and_steps_are_budgeted(name: str) -> None:
    """Counted against the bytes on disk, which for a deflated record are few."""
    data = BOMBS[name]
    source = BytesSource(data + b".", "bomb")
    found = Machine(source, "bomb", bytes_on_disk=1000, limits=SMALL).run()
    assert isinstance(found.error, LimitExceeded)
    assert "though it takes 1,000 bytes in the file." in found.error.message


def test_a_deflated_bomb_in_a_zip_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pt"
    bomb = b"\x80\x02" + b"\x8f" * 2_000_000 + b"."
    path.write_bytes(write_zip([Member(m.name, m.data, DEFLATED) for m in records(bomb)]))
    assert path.stat().st_size < 5000
    document = open_document(path, limits=SMALL)
    document.close()
    assert document.verdict == "unreadable"
    assert "of memory, though it takes 1,9" in document.findings[0].what


def test_honest_files_are_paid_for_by_their_size() -> None:
    """The same many values are fine where the file is as large as they are."""
    data = pickle.dumps([{} for _ in range(200_000)], 2)
    limits = ReadLimits(memory_bytes=1, opcodes=1, memory_per_byte=400, opcodes_per_byte=2)
    assert decode(data, limits).error is None


def test_long_names_are_budgeted_at_once() -> None:
    """A few thousand names of half a megabyte each, out of one text in the memo."""
    head = text("a" * (1 << 19)) + b"q\x00"
    names = b"".join(b"h\x00" + text(f"{at:04}") + b"\x930" for at in range(3000))
    found = decode(head + names + b".")
    assert isinstance(found.error, LimitExceeded)


@pytest.mark.parametrize("opcode", [b"V", b"I", b"L", b"F", b"S", b"c", b"g", b"P"])
def test_lines_are_bounded(opcode: bytes) -> None:
    found = decode(opcode + b"9" * 20_000 + b"\n.", SMALL)
    assert isinstance(found.error, LimitExceeded)
    assert found.error.message == "test has a line of more than 10,000 bytes at byte 1."


def test_a_pickle_larger_than_any_structure_is_refused() -> None:
    limits = ReadLimits(pickle_bytes=100_000)
    found = decode(b"N" * 200_000 + b".", limits)
    assert isinstance(found.error, LimitExceeded)
    assert found.error.message == "test is larger than 100,000 bytes."


HUGE_NUMBERS = {
    "a million digits of LONG": (b"L" + b"9" * 1_000_000 + b"L\n.", 1_000_000, True),
    "a million digits of INT": (b"I" + b"9" * 1_000_000 + b"\n.", 1_000_000, True),
    "two megabytes of LONG4": (
        b"\x8b" + struct.pack("<I", 2 << 20) + b"\x7f" * (2 << 20) + b".",
        2 << 20,
        False,
    ),
}


@pytest.mark.parametrize("name", HUGE_NUMBERS)
def test_huge_numbers_are_kept_as_written(name: str) -> None:
    data, size, is_text = HUGE_NUMBERS[name]
    value = decode(data).value
    assert isinstance(value, BigNumber)
    assert (len(value.raw), value.is_text) == (size, is_text)


@pytest.mark.parametrize(
    "data",
    [
        b"]" * 100_000 + b"a" * 99_999 + b".",
        b"(" * 100_000 + b"t" * 100_000 + b".",
        b")" + b"\x85" * 100_000 + b".",
        b"}" + b"K\x00}" * 100_000 + b"s" * 100_000 + b".",
        b"ca\nb\nq\x00" + b"h\x00" * 100_000 + b")" + b"R\x85" * 100_000 + b".",
    ],
    ids=["lists", "tuples", "tuples of one", "dicts", "calls"],
)
def test_deep_nesting(tmp_path: Path, data: bytes) -> None:
    """100,000 levels: decoded, listed to a sane depth, and freed."""
    found = decode(data)
    assert found.error is None
    path = tmp_path / "deep.pt"
    path.write_bytes(zip_of_pickle(b"\x80\x02" + data))
    check_views(path)


def check_views(path: Path, limits: ReadLimits = DEFAULT_LIMITS) -> None:
    """Every way of showing a file ends, with a bounded amount of text."""
    document = open_document(path, limits=limits)
    try:
        facts = document_facts(document)
        lines = list(outline(document, 100, flat=False, with_hash=False))
    finally:
        document.close()
    assert facts["path"] == str(path)
    assert sum(map(len, lines)) < 30_000_000


LAUGHS = {
    "lists by DUP": b"]" + b"(lq\x00" + b"".join(b"](h\x00h\x00eq\x00" for _ in range(60)),
    "tuples by memo": b"K\x01q\x00" + b"".join(b"h\x00h\x00\x86q\x00" for _ in range(60)),
    "dicts": b"}q\x00" + b"".join(b"}(K\x00h\x00K\x01h\x00uq\x00" for _ in range(60)),
    "objects": b"ca\nb\nq\x01)Rq\x00"
    + b"".join(b"h\x01)R(K\x00h\x00K\x01h\x00uq\x00" for _ in range(60)),
    "sets": b"\x8fq\x00" + b"".join(b"\x8f(h\x00h\x00\x90q\x00" for _ in range(60)),
}


@pytest.mark.parametrize("name", LAUGHS)
def test_billion_laughs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """2**60 leaves by sharing: every node is shown, none expanded for ever."""
    monkeypatch.setattr("inspector.analysis.plain_values._NODES_SHOWN", 10_000)
    path = tmp_path / "laughs.pt"
    path.write_bytes(zip_of_pickle(b"\x80\x02" + LAUGHS[name] + b"h\x00."))
    check_views(path, ReadLimits(repeats=5_000))


def test_billion_laughs_with_the_limits_of_every_day(tmp_path: Path) -> None:
    path = tmp_path / "laughs.pt"
    path.write_bytes(zip_of_pickle(b"\x80\x02" + LAUGHS["tuples by memo"] + b"h\x00."))
    check_views(path)


def test_a_long_text_shared_many_times(tmp_path: Path) -> None:
    path = tmp_path / "texts.pt"
    long = text("x" * (1 << 20))
    path.write_bytes(zip_of_pickle(whole(b"](" + long + b"q\x00" + b"h\x00" * 20_000 + b"e")))
    check_views(path)


CYCLES = {
    "list": b"]q\x00h\x00a",
    "dict": b"}q\x00K\x01h\x00s",
    "object": b"ca\nb\n)Rq\x00}K\x01h\x00sb",
    "tuple in a list": b"]q\x00h\x00\x85q\x01a0h\x01",
}


@pytest.mark.parametrize("name", CYCLES)
def test_cycles(tmp_path: Path, name: str) -> None:
    path = tmp_path / "cycle.pt"
    path.write_bytes(zip_of_pickle(b"\x80\x02" + CYCLES[name] + b"."))
    check_views(path)


HASHES = {
    "deep tuple": b"})" + b"\x85" * 100_000 + b"K\x01s",
    "doubling tuple": b"})" + b"2\x86" * 60 + b"K\x01s",
    "colliding integers": whole(
        dict_of(*((integer(at * (2**61 - 1)), b"N") for at in range(20_000)))
    )[2:-1],
}


@pytest.mark.parametrize("name", HASHES)
def test_keys_are_never_hashed(tmp_path: Path, name: str) -> None:
    """CPython crashes, hangs or takes quadratic time on these."""
    path = tmp_path / "keys.pt"
    path.write_bytes(zip_of_pickle(b"\x80\x02" + HASHES[name] + b"."))
    check_views(path)


@pytest.mark.parametrize("slot", [1 << 26, 1 << 31, (1 << 32) - 1])
def test_memo_slots_cost_nothing(slot: int) -> None:
    """CPython allocates 16 bytes for each slot up to the highest."""
    found = decode(b"K\x01r" + struct.pack("<I", slot) + b"0j" + struct.pack("<I", slot) + b".")
    assert found.error is None
    assert found.value == 1


def test_cancel_stops_between_two_looks_at_the_budget() -> None:
    reports: list[tuple[int, int, str]] = []

    def stop(done: int, total: int, what: str) -> None:
        reports.append((done, total, what))
        if len(reports) == 2:
            raise Cancelled

    data = b"N" * 1_000_000 + b"."
    with pytest.raises(Cancelled):
        Machine(BytesSource(data, "long"), "long", progress=Progress(stop)).run()
    assert [what for _, _, what in reports] == ["long", "long"]
    assert reports[0][0] < reports[1][0] < reports[1][1] == len(data)
