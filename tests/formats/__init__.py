"""Formats: a conformance class every format passes, and what is special about each."""

import pytest

pytest.register_assert_rewrite("tests.formats.conformance")
