"""mimeapps.list, as text: added behind the default and taken away again."""

from __future__ import annotations

import pytest

from inspector.desktop import also

TAR, OURS, THEIRS = "application/x-tar", "ours.desktop", "archiver.desktop"
TEXTS = {
    "empty": "",
    "other section": "[Default Applications]\ntext/plain=vi.desktop\n",
    "other type": "[Added Associations]\ntext/plain=vi.desktop;\n",
    "same type": f"[Added Associations]\n{TAR}=x.desktop;\n\n[Removed Associations]\na/b=c;\n",
    "default is there": f"[Added Associations]\n{TAR}={THEIRS};x.desktop;\n",
    "between": "# mine\n[Added Associations]\na/b=c;\n\n[Default Applications]\na/b=c\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_there_and_back(name: str) -> None:
    text = TEXTS[name]
    changed, added = also.add(text, TAR, THEIRS, OURS)
    entries = also.entries(changed, TAR)
    assert entries[0] == THEIRS
    assert entries[-1] == OURS
    assert entries.count(THEIRS) == entries.count(OURS) == 1
    assert set(also.entries(text, TAR)) <= set(entries)
    assert also.remove(changed, TAR, added) == text
    assert also.add(changed, TAR, THEIRS, OURS) == (changed, [])


def test_what_others_add_in_between_stays() -> None:
    changed, added = also.add("", TAR, THEIRS, OURS)
    edited = changed.replace(OURS, f"new.desktop;{OURS}") + "text/plain=vi.desktop;\n"
    rest = also.remove(edited, TAR, added)
    assert also.entries(rest, TAR) == ["new.desktop"]
    assert "text/plain=vi.desktop;" in rest
