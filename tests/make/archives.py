"""tar, gzip, bzip2 and xz around other files, and numpy's own files."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
from collections.abc import Sequence

from tests.make.torch_zip import Member, write_zip

BLOCK = 512


def tar_header(
    name: str,
    size: int,
    kind: bytes = b"0",
    *,
    link: str = "",
    size_field: bytes | None = None,
    checksum: int | None = None,
) -> bytes:
    """A ustar header. `size_field` and `checksum` override what is true."""
    field = f"{size:011o}\0".encode() if size_field is None else size_field
    head = struct.pack(
        "100s8s8s8s12s12s8s1s100s8s32s32s8s8s155s12x",
        *(name.encode(), b"0000644\0", b"0000000\0", b"0000000\0", field, b"00000000000\0"),
        *(b" " * 8, kind, link.encode(), b"ustar\x0000", b"", b"", b"0000000\0", b"0000000\0", b""),
    )
    total = sum(head) if checksum is None else checksum
    return head[:148] + f"{total:06o}\0 ".encode() + head[156:]


def tar_member(name: str, data: bytes, kind: bytes = b"0") -> bytes:
    """A member: header, data, zeros up to the next block."""
    return tar_header(name, len(data), kind) + data + b"\0" * (-len(data) % BLOCK)


def tar(members: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive of regular members with its two blocks of zeros at the end."""
    return b"".join(tar_member(name, data) for name, data in members) + b"\0" * 2 * BLOCK


COMPRESSORS = {
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "bzip2": bz2.compress,
    "xz": lzma.compress,
}


def npy(descr: str, shape: tuple[int, ...], data: bytes, fortran: bool = False) -> bytes:
    """numpy's format 1.0: magic, version, header length, a dict literal padded to 64, the data."""
    text = f"{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}"
    text += " " * (-(len(text) + 11) % 64) + "\n"
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(text)) + text.encode() + data


def npz(arrays: dict[str, bytes]) -> bytes:
    """A zip of .npy files, as np.savez writes it (stored)."""
    return write_zip([Member(f"{name}.npy", data) for name, data in arrays.items()], alignment=1)
