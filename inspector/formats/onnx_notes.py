"""The findings of one ONNX file, as many as a person can use."""

from __future__ import annotations

from collections import Counter

from inspector.errors import (
    Finding,
    InspectorError,
    LimitExceeded,
    Severity,
    finding_of,
    say,
)
from inspector.formats.reading import Reading

MAX_FINDINGS = 100


class Notes:
    """The findings of one file: at most 100 of each severity, and how many more there were."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._counts: Counter[Severity] = Counter()
        self._is_over_limit = False
        self.first_error: InspectorError | None = None

    def add(self, finding: Finding) -> None:
        """Take in one more."""
        self._counts[finding.severity] += 1
        if self._counts[finding.severity] <= MAX_FINDINGS:
            self._reading.find(finding)

    def broke(self, error: InspectorError) -> None:
        """A part could not be followed; what is around it still can."""
        error.__traceback__ = None  # it may be kept as a problem, and would keep its frames
        self.first_error = self.first_error or error
        if not (self._is_over_limit and isinstance(error, LimitExceeded)):
            self.add(finding_of(error))
        self._is_over_limit |= isinstance(error, LimitExceeded)

    def finish(self) -> None:
        """Say how many were left out."""
        for severity, count in self._counts.items():
            if count > MAX_FINDINGS:
                more = say("{n} more findings like these are not listed.", n=count - MAX_FINDINGS)
                self._reading.find(Finding(severity, None, more))
