"""Every file of the shared hostile corpus, where it is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.opening import REFUSED, answer

HOSTILE = Path(__file__).parents[2].parent / "shared" / "hostile"


def listed(folder: str) -> list[Any]:
    """The manifest's entries whose files are there, as test parameters."""
    manifest = HOSTILE / folder / "manifest.json"
    entries = json.loads(manifest.read_text()) if manifest.is_file() else []
    found = [entry for entry in entries if (HOSTILE / folder / entry["file"]).is_file()]
    return [pytest.param(entry, id=entry["file"]) for entry in found]


@pytest.mark.parametrize("entry", listed("malicious"))
def test_malicious(entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A live payload is never called clean, and never runs."""
    monkeypatch.setenv("PT_CANARY_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    found = answer(HOSTILE / "malicious" / entry["file"])
    assert list(tmp_path.iterdir()) == []
    assert found.verdict != "clean" or not (entry.get("expected_live") or entry.get("live"))


@pytest.mark.parametrize("entry", listed("benign"))
def test_benign(entry: dict[str, Any]) -> None:
    found = answer(HOSTILE / "benign" / entry["file"])
    assert found.verdict in (("clean",) if entry["expected"] == "clean" else ("clean", "unknown"))
    assert not {"error", "danger"} & found.severities


@pytest.mark.parametrize("entry", listed("broken"))
def test_broken(entry: dict[str, Any]) -> None:
    """Whatever the damage: an answer; the intact base opens whole."""
    found = answer(HOSTILE / "broken" / entry["file"])
    if entry["damage"].startswith("none"):
        assert found.verdict in ("clean", "unknown")
    if found.verdict == REFUSED:
        assert found.error is not None
        assert found.error.hint is not None


@pytest.mark.parametrize("entry", listed("dos"))
def test_dos(entry: dict[str, Any]) -> None:
    """Opened or refused with a sentence; the views of such files are tested with small ones."""
    found = answer(HOSTILE / "dos" / entry["file"], views=False)
    assert found.error is None or found.error.message
