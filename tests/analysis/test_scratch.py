"""Arrays that are used again and again."""

from __future__ import annotations

import pytest

from inspector.analysis.scratch import scratch


@pytest.mark.parametrize("dtype", ["u1", "<u2", "<f4"])
def test_they_begin_with_a_cache_line_and_are_used_again(dtype: str) -> None:
    first = scratch("test", 5000, dtype)
    smaller, larger = scratch("test", 70, dtype), scratch("test", 5001, dtype)
    assert [array.size for array in (first, smaller, larger)] == [5000, 70, 5001]
    assert [array.ctypes.data % 64 for array in (first, larger)] == [0, 0]
    assert smaller.ctypes.data == first.ctypes.data
