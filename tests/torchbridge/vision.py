"""torchvision's factories, also where its compiled operators do not fit this torch.

A person's file as `--model` names it; it runs in the worker.
"""

from __future__ import annotations

import contextlib
from typing import Any

import torch

_OPERATORS = (
    "nms qnms roi_align _roi_align_backward ps_roi_align _ps_roi_align_backward roi_pool "
    "_roi_pool_backward ps_roi_pool _ps_roi_pool_backward qroi_align deform_conv2d "
    "_deform_conv2d_backward"
).split()
LIBRARY = torch.library.Library("torchvision", "FRAGMENT")
for operator in _OPERATORS:
    with contextlib.suppress(RuntimeError):  # it is there
        LIBRARY.define(f"{operator}(Tensor a, Tensor b, float c) -> Tensor")


def __getattr__(name: str) -> Any:
    import torchvision.models as models
    from torchvision.models import optical_flow, segmentation, video

    for place in (models, segmentation, video, optical_flow):
        if hasattr(place, name):
            return getattr(place, name)
    raise AttributeError(name)
