"""Who probably wrote a file and why one may think so; what its storages share and waste."""

from __future__ import annotations

import re
from collections.abc import Collection

from inspector import describe
from inspector.checkpoint.contents import Contents
from inspector.gui.detail.fact import Fact
from inspector.gui.detail.facts import exact_size
from inspector.gui.document.opening import Opened
from inspector.gui.text import counted, translate
from inspector.inert import flat_items, lookup, pairs

# Framework -> sets of top-level keys; all of one set must be there. The first that fits wins.
_BY_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Lightning", ("pytorch-lightning_version",)),
    ("ultralytics", ("train_args", "model", "ema")),
    ("DeepSpeed", ("ds_version",)),
    ("DeepSpeed", ("dp_world_size", "param_shapes")),
    ("fairseq", ("extra_state", "optimizer_history")),
    ("mmengine", ("meta", "message_hub")),
    ("mmcv", ("meta", "state_dict")),
    ("timm", ("arch", "state_dict", "metric")),
    ("detectron2", ("model", "__author__")),
    ("Megatron-LM", ("checkpoint_version", "iteration", "model")),
)
# Framework -> the beginning of a global's name.
_BY_GLOBALS = (
    ("ultralytics", "ultralytics."),
    ("DeepSpeed", "deepspeed."),
    ("mmengine", "mmengine."),
    ("fairseq", "fairseq."),
    ("Hugging Face Transformers", "transformers."),
    ("Lightning", "pytorch_lightning."),
    ("Lightning", "lightning."),
)
# Framework -> what keys of its tensors look like.
_BY_NAMES = (
    ("Hugging Face PEFT", re.compile(r"^base_model\.model\..*\.lora_[AB]\.")),
    ("Hugging Face Transformers", re.compile(r"^(transformer\.h|model\.layers)\.\d+\.")),
    ("Hugging Face Transformers", re.compile(r"^\w+\.encoder\.layer\.\d+\.attention\.self\.")),
    ("timm", re.compile(r"^blocks\.\d+\.attn\.qkv\.weight$")),
    ("torchvision", re.compile(r"^layer[1-4]\.\d+\.conv1\.weight$")),
)
_VERSIONS = ("pytorch-lightning_version", "ds_version", "version")
_NAMES_LOOKED_AT = 2000
_WASTE_LIMIT = 50_000  # tensors whose storages are looked at while a page is built


def origin_facts(opened: Opened) -> list[Fact]:
    """The framework that probably wrote the file, with the reason; none where nothing says so."""
    found = framework_of(opened)
    if found is None:
        return []
    name, why = found
    label = translate("Summary", "Framework")
    text = translate("Summary", "probably {name}: {why}")
    return [Fact(label, text.replace("{name}", name).replace("{why}", why), is_prose=True)]


def framework_of(opened: Opened) -> tuple[str, str] | None:
    """(name with its version, why one may think so)."""
    checkpoint = opened.document.checkpoint
    root = checkpoint.root
    keys = {key for key, _ in pairs(flat_items(root) or []) if isinstance(key, str)}
    for name, wanted in _BY_KEYS:
        if keys.issuperset(wanted):
            text = translate("Summary", "it has the keys {keys}")
            if len(wanted) == 1:
                text = translate("Summary", "it has the key {keys}")
            return f"{name}{_version(root, keys)}", text.replace("{keys}", ", ".join(wanted))
    for name, start in _BY_GLOBALS:
        used = next((fact.name for fact in checkpoint.globals if fact.name.startswith(start)), None)
        if used is not None:
            text = translate("Summary", "its pickle names {name}")
            return name, text.replace("{name}", describe.visible(used, 100))
    return _by_names(opened.document.contents)


def _by_names(contents: Contents) -> tuple[str, str] | None:
    entries = [entry for found in contents.state_dicts[:4] for entry in found.entries]
    for name, pattern in _BY_NAMES:
        for entry in entries[:_NAMES_LOOKED_AT]:
            if pattern.match(entry.key or ""):
                text = translate("Summary", "a tensor is named {name}")
                return name, text.replace("{name}", describe.visible(entry.key or "", 100))
    return None


def _version(root: object, keys: Collection[str]) -> str:
    for key in _VERSIONS:
        value = lookup(root, key) if key in keys else None
        if isinstance(value, str):
            return f" {describe.visible(value, 40)}"
    return ""


def storage_facts(opened: Opened) -> list[Fact]:
    """What is stored once for several tensors, and what no tensor reaches."""
    facts = []
    if opened.sharing:
        tensors = sum(len(entries) for entries in opened.sharing.values())
        saved = 0
        for entries in opened.sharing.values():
            held = sum(entry.tensor.nbytes or 0 for entry in entries)
            storage = entries[0].tensor.storage
            saved += max(0, held - (storage.nbytes if storage is not None else 0))
        text = translate("Summary", "{tensors} on {n} shared storages")
        text = text.replace("{tensors}", counted(tensors, "tensor"))
        text = text.replace("{n}", f"{len(opened.sharing):,}")
        if saved:
            spared = translate("Summary", "{size} not stored twice")
            text += " · " + spared.replace("{size}", describe.size(saved))
        facts.append(Fact(translate("Summary", "Tied tensors"), text, is_prose=True))
    contents = opened.document.contents
    if len(contents.tensors) <= _WASTE_LIMIT:
        wasted = contents.wasted_bytes()
        if wasted > 0:
            label = translate("Summary", "Wasted bytes")
            text = translate("Summary", "{size} of the storages are reached by no tensor")
            text = text.replace("{size}", exact_size(wasted))
            facts.append(Fact(label, text, is_prose=True))
    return facts
