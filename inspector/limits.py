"""How much a file may make us do. One frozen value, passed to every reader."""

from __future__ import annotations

from dataclasses import dataclass

MiB = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Budgets that a file cannot raise by lying.

    They scale with the bytes that are really on disk where they can, so that an honest large
    file is never refused while a small file that unfolds into gigabytes is.

    Attributes:
        pickle_bytes: Largest single pickle that is decoded.
        memory_bytes: Estimated memory a pickle's values may take, before `memory_per_byte`.
        memory_per_byte: ... or this much per byte on disk, whichever is more.
        opcodes: Opcodes a pickle may execute, before `opcodes_per_byte`.
        opcodes_per_byte: ... or this many per byte on disk, whichever is more.
        text_bytes: Longest single number or line in a text opcode.
        header_bytes: Largest JSON header or index (safetensors' own limit is 100 MB).
        zip_entries: Most records in one archive.
        tar_members: Most members in one archive.
        inflated_bytes: Largest compressed wrapper or record, once inflated, ...
        inflated_per_byte: ... or this much per compressed byte, whichever is more.
        nesting: Containers in containers (a zip in a zip in a gzip ...).
        depth: Levels of the tree that are walked.
        repeats: Nodes that may be visited again because they are shared.
        protobuf_nodes: Most messages decoded from one ONNX file.
    """

    pickle_bytes: int = 512 * MiB
    memory_bytes: int = 448 * MiB
    memory_per_byte: int = 40
    opcodes: int = 16_000_000
    opcodes_per_byte: int = 2
    text_bytes: int = 1 * MiB
    header_bytes: int = 100_000_000
    zip_entries: int = 4_000_000
    tar_members: int = 1_000_000
    inflated_bytes: int = 256 * MiB
    inflated_per_byte: int = 20
    nesting: int = 4
    depth: int = 400
    repeats: int = 200_000
    protobuf_nodes: int = 3_000_000

    def memory_budget(self, bytes_on_disk: int) -> int:
        """Estimated bytes that values decoded from `bytes_on_disk` may take."""
        return max(self.memory_bytes, self.memory_per_byte * bytes_on_disk)

    def opcode_budget(self, bytes_on_disk: int) -> int:
        """Opcodes that a pickle of `bytes_on_disk` may execute."""
        return max(self.opcodes, self.opcodes_per_byte * bytes_on_disk)

    def inflate_budget(self, bytes_on_disk: int) -> int:
        """Bytes that `bytes_on_disk` compressed bytes may become."""
        return max(self.inflated_bytes, self.inflated_per_byte * bytes_on_disk)


DEFAULT_LIMITS = ReadLimits()
