"""Every readable file of the shared corpus is identical with itself."""

from __future__ import annotations

import pytest

from tests.analysis.diff.comparing import compared
from tests.parity.test_corpus import CORPUS, READABLE


@pytest.mark.parametrize("name", READABLE)
def test_a_file_is_identical_with_itself(name: str) -> None:
    path = CORPUS / "files" / name
    with compared(path, path) as outcome:
        said = {reason for verdict in outcome.verdicts for reason in verdict.reasons}
        assert outcome.structure.values == ()
        assert outcome.structure.rules == ()
        assert outcome.is_identical or said == {"unreadable"}
        assert not outcome.is_identical or outcome.counts["same"] == len(outcome.verdicts)
