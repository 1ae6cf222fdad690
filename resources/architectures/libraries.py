"""The models of the installed libraries: how each is built, and its own input size."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch  # noqa: TID253

Shape = tuple[int, ...]
_OPERATORS = (
    ("nms", "Tensor dets, Tensor scores, float iou_threshold"),
    ("qnms", "Tensor dets, Tensor scores, float iou_threshold"),
    *((name, "Tensor x") for name in ("roi_align", "_roi_align_backward", "roi_pool")),
    *((name, "Tensor x") for name in ("_roi_pool_backward", "ps_roi_align", "ps_roi_pool")),
    *((name, "Tensor x") for name in ("_ps_roi_align_backward", "_ps_roi_pool_backward")),
    *((name, "Tensor x") for name in ("deform_conv2d", "_deform_conv2d_backward")),
)
_CLASSES_TO_COMPARE = 7
_FLOW_SIZE = 512


@dataclass(frozen=True)
class Recipe:
    """A model that can be built.

    Attributes:
        make: Called without arguments for the model as the library gives it.
        with_classes: Called with that model, or None, and a number of classes; the model with it.
        inputs: What is known of its input sizes, without batch; None if the model says it.
    """

    library: str
    name: str
    make: Callable[[], Any]
    with_classes: Callable[[Any], Any] | None
    inputs: list[Shape] | None


def import_torchvision() -> Any:
    """torchvision, even where its compiled operators do not fit the installed torch."""
    try:
        import torchvision
    except RuntimeError:
        import sys

        for name in [name for name in sys.modules if name.startswith("torchvision")]:
            del sys.modules[name]
        _define_operators()
        import torchvision
    return torchvision


def _define_operators() -> None:
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name, arguments in _OPERATORS:
        if not hasattr(torch.ops.torchvision, name):
            library.define(f"{name}({arguments}) -> Tensor")
    _KEPT.append(library)


_KEPT: list[Any] = []  # a library that is collected takes its operators with it


def torchvision_recipes() -> Iterator[Recipe]:
    """Every float model of torchvision, those with auxiliary heads also without them."""
    models = import_torchvision().models
    for name in models.list_models():
        if name.startswith("quantized_"):
            continue
        weights = models.get_model_weights(name).DEFAULT
        builder = models.get_model_builder(name)
        kind = builder.__module__.split(".")[2]
        fixed: dict[str, Any] = {"weights": None}
        if kind in ("segmentation", "detection"):
            fixed["weights_backbone"] = None
        for variant, more in _variants(name, kind, models.get_model_weights(name)):
            make = partial(builder, **fixed, **more)
            other = None if kind == "optical_flow" else _rebuilt(make)
            sizes = _input_sizes(kind, weights)
            if "image_size" in more:
                sizes = [(3, more["image_size"], more["image_size"])]
            yield Recipe("torchvision", name + variant, make, other, sizes)


def _rebuilt(make: Callable[..., Any]) -> Callable[[Any], Any]:
    return lambda model: make(num_classes=_CLASSES_TO_COMPARE)


def _variants(name: str, kind: str, weights: Any) -> list[tuple[str, dict[str, Any]]]:
    """(what is added to the name, arguments): the ways in which its weights are published."""
    if kind == "vision_transformer":  # its table of positions is made for one size
        sizes = sorted({224, *(one.transforms.keywords["crop_size"] for one in weights)})
        return [("" if s == 224 else f" at {s}", {"image_size": s}) for s in sizes]
    if name in ("googlenet", "inception_v3"):
        init = {"init_weights": False}
        return [("", {**init, "aux_logits": True}), (" without aux", {**init, "aux_logits": False})]
    if kind == "segmentation" and not name.startswith("lraspp"):
        return [("", {"aux_loss": True}), (" without aux", {"aux_loss": False})]
    return [("", {})]


def _input_sizes(kind: str, weights: Any) -> list[Shape] | None:
    if kind == "detection":
        return []
    if kind == "optical_flow":
        return [(3, _FLOW_SIZE, _FLOW_SIZE)] * 2
    options = getattr(weights.transforms, "keywords", {})
    size = options.get("crop_size") or options.get("resize_size")
    sizes = tuple(size) if isinstance(size, tuple | list) else (size, size)
    return [(3, 16, *sizes)] if kind == "video" else [(3, *sizes)]


def timm_recipes() -> Iterator[Recipe]:
    """Every model of timm."""
    import_torchvision()
    import timm

    for name in timm.list_models():
        make = partial(timm.create_model, name)
        yield Recipe("timm", name, make, partial(_reset, make), None)


def _reset(make: Callable[..., Any], model: Any) -> Any:
    """The model with another number of classes; built again where its head cannot be replaced."""
    other = copy.deepcopy(model)
    if getattr(model, "num_classes", 0):
        with torch.device("meta"):
            other.reset_classifier(_CLASSES_TO_COMPARE)
    if other.state_dict().keys() != model.state_dict().keys():
        return make(num_classes=_CLASSES_TO_COMPARE)
    return other


def timm_inputs(model: Any) -> list[Shape]:
    """The input size a timm model states."""
    return [tuple(model.pretrained_cfg["input_size"])]


LIBRARIES = {"torchvision": torchvision_recipes, "timm": timm_recipes}
