"""Files of ranks as FSDP leaves them: `python dtensors.py FOLDER RANK`, a process for each rank.

torch's fake process group needs no other ranks; a process that had one remembers its meshes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WORLDS = (4, 2)


def make(folder: Path) -> None:
    """FOLDER/of4-0.pt, of4-1.pt, of2-0.pt, of2-1.pt, and plain.pt, which holds all of it."""
    silent = subprocess.DEVNULL
    started = [
        subprocess.Popen([sys.executable, __file__, str(folder), rank], stderr=silent)
        for rank in "01"
    ]
    assert [process.wait() for process in started] == [0, 0]


def _main(folder: Path, rank: int) -> None:
    import torch
    import torch.distributed as dist
    from torch.distributed.device_mesh import init_device_mesh
    from torch.distributed.tensor import DTensor, Partial, Replicate, Shard
    from torch.testing._internal.distributed.fake_pg import FakeStore

    whole = torch.arange(30.0).reshape(10, 3)
    square = torch.arange(32.0).reshape(8, 4)
    for world in WORLDS:
        dist.init_process_group("fake", rank=rank, world_size=world, store=FakeStore())
        mesh = init_device_mesh("cpu", (world,), mesh_dim_names=("dp",))
        grid = init_device_mesh("cpu", (world // 2, 2), mesh_dim_names=("dp", "tp"))
        rows = -(-10 // world)
        mine = whole[rows * rank : rows * (rank + 1)].clone()
        corner = square.chunk(world // 2)[rank // 2].chunk(2, 1)[rank % 2].clone()
        cut = {"shape": whole.shape, "stride": (3, 1)}
        state = {
            "sharded": DTensor.from_local(mine, mesh, [Shard(0)], **cut),
            "plain": whole,
            "replicated": DTensor.from_local(whole.clone(), mesh, [Replicate()]),
            "partial": DTensor.from_local(whole.clone(), mesh, [Partial()]),
            "grid": DTensor.from_local(corner, grid, [Shard(0), Shard(1)]),
            "param": torch.nn.Parameter(DTensor.from_local(mine + 1, mesh, [Shard(0)], **cut)),
        }
        torch.save(state, folder / f"of{world}-{rank}.pt")
        dist.destroy_process_group()
    plain = {"sharded": whole, "plain": whole, "replicated": whole, "partial": whole}
    torch.save(
        {name: tensor.clone() for name, tensor in plain.items()}
        | {"grid": square, "param": whole + 1},
        folder / "plain.pt",
    )


if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]))
