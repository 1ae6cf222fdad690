"""Hostile and broken files, small ones made here and the shared ones where they are at hand."""

import pytest

pytest.register_assert_rewrite("tests.hostile.opening")
