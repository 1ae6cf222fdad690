"""Parity: what we read equals what torch, safetensors and numpy load."""

import pytest

pytest.register_assert_rewrite("tests.parity.comparing")
