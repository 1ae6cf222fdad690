"""What program or library a checkpoint comes from, with the reason in words: one table of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import Attribute, children
from inspector.describe import visible
from inspector.errors import Sentence, say
from inspector.inert import UNSET, Set, attributes, lookup

_KEYS_LOOKED_AT = 200_000
_SHOWN = 120
# Keys that differ in their numbers alone are looked at once.
_DIGITS = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, slots=True)
class Guess:
    """A framework and why it is thought of: ("PyTorch Lightning", ["has '...'"])."""

    framework: str
    reasons: tuple[Sentence, ...]


# (framework, kind of evidence, pattern). Kinds:
#   key        a top-level key                    keys    all of these top-level keys
#   inside     a path of keys, from the top       global  what a global begins with
#   tensor     a regex in a tensor's key          file    a regex in the file's name
#   metadata   a key or key=value in a safetensors header
#   format     the container                      producer  what an ONNX file says wrote it
RULES: tuple[tuple[str, str, str], ...] = (
    ("PyTorch Lightning", "key", "pytorch-lightning_version"),
    ("PyTorch Lightning", "global", "pytorch_lightning."),
    ("PyTorch Lightning", "global", "lightning."),
    ("PyTorch Lightning", "keys", "global_step callbacks optimizer_states lr_schedulers"),
    ("DeepSpeed", "key", "ds_config"),
    ("DeepSpeed", "key", "ds_version"),
    ("DeepSpeed", "global", "deepspeed."),
    ("DeepSpeed", "file", r"^(bf16_)?(zero_pp_rank|mp_rank)_\d+"),
    ("torch.distributed.checkpoint", "format", "dcp"),
    ("torch.distributed (DTensor)", "global", "torch.distributed.tensor."),
    ("torch.distributed (DTensor)", "global", "torch.distributed._tensor."),
    ("torch.distributed (ShardedTensor)", "global", "torch.distributed._shard."),
    ("Megatron-LM", "keys", "args checkpoint_version model"),
    ("Megatron-LM", "global", "megatron."),
    ("NVIDIA NeMo", "global", "nemo."),
    ("MosaicML Composer", "global", "composer."),
    ("Ultralytics", "global", "ultralytics."),
    ("Ultralytics", "keys", "train_args train_metrics best_fitness"),
    ("YOLOv5 or YOLOv7", "global", "models.yolo."),
    ("YOLOv5 or YOLOv7", "global", "models.common."),
    ("mmengine", "key", "message_hub"),
    ("mmengine", "inside", "meta mmengine_version"),
    ("mmengine", "global", "mmengine."),
    ("mmcv", "inside", "meta mmcv_version"),
    ("mmcv", "inside", "meta mmdet_version"),
    ("mmcv", "inside", "meta hook_msgs"),
    ("mmcv", "global", "mmcv."),
    ("detectron2", "key", "matching_heuristics"),
    ("detectron2", "keys", "model optimizer scheduler iteration"),
    ("detectron2", "tensor", r"^(backbone\.bottom_up|proposal_generator|roi_heads)\."),
    ("fairseq", "keys", "optimizer_history extra_state last_optimizer_state"),
    ("fairseq", "global", "fairseq."),
    ("ESPnet", "global", "espnet"),
    ("SpeechBrain", "global", "speechbrain."),
    ("OpenAI Whisper", "keys", "dims model_state_dict"),
    ("nanoGPT", "keys", "model_args iter_num best_val_loss"),
    ("timm", "keys", "arch state_dict version args"),
    ("timm", "keys", "arch state_dict amp_scaler"),
    ("timm", "keys", "arch state_dict state_dict_ema"),
    ("timm", "global", "timm."),
    ("PyTorch's ImageNet example", "keys", "arch state_dict best_acc1"),
    ("PyTorch's ImageNet example", "keys", "arch state_dict best_prec1"),
    ("fastai", "global", "fastai."),
    ("fastai", "keys", "model opt"),
    ("StyleGAN", "global", "torch_utils.persistence."),
    ("StyleGAN", "keys", "G D G_ema"),
    ("BasicSR", "key", "params_ema"),
    ("DINO", "keys", "student teacher"),
    ("torch.optim.swa_utils", "tensor", r"^n_averaged$"),
    ("Hugging Face PEFT", "tensor", r"\.lora_[AB]\."),
    ("Hugging Face PEFT", "tensor", r"^base_model\.model\."),
    ("Hugging Face PEFT", "file", r"^adapter_model\."),
    ("Hugging Face PEFT", "global", "peft."),
    ("kohya-ss LoRA", "tensor", r"^lora_(unet|te\d?)_\S*\.lora_(down|up)\."),
    ("Hugging Face diffusers", "file", r"^diffusion_pytorch_model"),
    ("Hugging Face diffusers", "tensor", r"^(down_blocks|up_blocks|mid_block)\.\S*\.resnets\."),
    ("Hugging Face diffusers", "tensor", r"^transformer_blocks\.\d+\.attn\.(to_q|add_q_proj)\."),
    ("Stable Diffusion (CompVis)", "tensor", r"^model\.diffusion_model\."),
    ("Stable Diffusion (CompVis)", "tensor", r"^first_stage_model\."),
    ("Segment Anything", "tensor", r"^mask_decoder\.output_hypernetworks_mlps\."),
    ("CLIP", "tensor", r"^visual\.(transformer\.resblocks|trunk)\."),
    ("GPTQ or AWQ", "tensor", r"\.qzeros$"),
    ("bitsandbytes", "tensor", r"\.(SCB|quant_state\.bitsandbytes\S*)$"),
    ("torchao", "global", "torchao."),
    ("Hugging Face transformers", "global", "transformers."),
    (
        "Hugging Face transformers",
        "file",
        r"^(pytorch_)?model(-\d+-of-\d+)?\.(bin|safetensors)(\.index\.json)?$",
    ),
    ("Hugging Face transformers", "tensor", r"(^|\.)layers\.\d+\.self_attn\.[qkv]_proj\."),
    ("Hugging Face transformers", "tensor", r"encoder\.layer\.\d+\.attention\.self\.query\."),
    ("Hugging Face transformers", "tensor", r"^(transformer\.)?h\.\d+\.attn\.c_attn\."),
    ("Hugging Face transformers", "tensor", r"\.layer\.\d+\.SelfAttention\.q\."),
    ("Hugging Face transformers", "metadata", "format=pt"),
    ("MLX", "metadata", "format=mlx"),
    ("PaddlePaddle", "key", "StructuredToParameterName@@"),
    ("Ray RLlib", "global", "ray."),
    ("scikit-learn", "global", "sklearn."),
    ("PyTorch (torch.onnx)", "producer", "pytorch"),
    ("PyTorch (torch.export)", "format", "torch-export"),
    ("PyTorch (torch.jit)", "format", "torchscript"),
    ("PyTorch (torch.package)", "format", "torch-package"),
)


@dataclass(slots=True)
class _Evidence:
    """What rules look at."""

    root: Any
    keys: frozenset[str]
    globals: list[str]
    tensor_keys: dict[str, str]
    tensor_text: str
    metadata: dict[str, Any]
    file: str
    format: str
    producer: str


def guess_frameworks(checkpoint: Checkpoint, contents: Contents) -> list[Guess]:
    """What may have written the checkpoint: most reasons first, then in the order of the table."""
    evidence = _gather(checkpoint, contents)
    found: dict[str, list[Sentence]] = {}
    for framework, kind, pattern in RULES:
        reason = _TESTS[kind](evidence, pattern)
        if reason is not None and reason not in found.get(framework, []):
            found.setdefault(framework, []).append(reason)
    order = sorted(found, key=lambda framework: -len(found[framework]))
    return [Guess(framework, tuple(found[framework])) for framework in order]


def _gather(checkpoint: Checkpoint, contents: Contents) -> _Evidence:
    is_mapping = not isinstance(checkpoint.root, list | tuple | Set)
    top = children(checkpoint.root)[:_KEYS_LOOKED_AT] if is_mapping else []
    keys = [entry.key for entry in contents.tensors + contents.arrays if entry.key is not None]
    examples = _examples(keys[:_KEYS_LOOKED_AT])
    metadata: dict[str, Any] = {}
    for element, node in top:
        if element == "__metadata__":
            metadata = {str(key): value for key, value in children(node)}
    return _Evidence(
        checkpoint.root,
        frozenset(str(name) for name, _ in top if not isinstance(name, Attribute)),
        [used.name for used in checkpoint.globals],
        examples,
        "\n".join(examples),
        metadata,
        checkpoint.path.name,
        checkpoint.format,
        str(checkpoint.facts.get("producer") or ""),
    )


def _examples(keys: list[str]) -> dict[str, str]:
    """Key with every digit a zero -> the first of the keys that is so."""
    text = "\n".join(key.replace("\n", " ") for key in keys)
    alike = text.translate(_DIGITS).split("\n")
    return dict(zip(reversed(alike), reversed(text.split("\n")), strict=True))


def _quoted(text: str) -> str:
    return f"'{visible(text, _SHOWN)}'"


def _key(evidence: _Evidence, pattern: str) -> Sentence | None:
    return say("has {key}", key=_quoted(pattern)) if pattern in evidence.keys else None


def _all_keys(evidence: _Evidence, pattern: str) -> Sentence | None:
    names = pattern.split()
    if not evidence.keys.issuperset(names):
        return None
    listed = tuple(_quoted(name) for name in names[:-1])
    return say("has {keys} and {last}", keys=listed, last=_quoted(names[-1]))


def _inside(evidence: _Evidence, pattern: str) -> Sentence | None:
    node = evidence.root
    for name in pattern.split():
        found = lookup(node, name)
        node = lookup(attributes(node), name) if found is UNSET else found
        if node is UNSET:
            return None
    *above, last = pattern.split()
    return say("has {key} in {place}", key=_quoted(last), place=_quoted(" / ".join(above)))


def _global(evidence: _Evidence, pattern: str) -> Sentence | None:
    found = next((name for name in evidence.globals if name.startswith(pattern)), None)
    return None if found is None else say("refers to {name}", name=visible(found, _SHOWN))


def _tensor(evidence: _Evidence, pattern: str) -> Sentence | None:
    text = evidence.tensor_text
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        return None
    start = text.rfind("\n", 0, found.start() + 1) + 1
    end = text.find("\n", found.end())
    key = evidence.tensor_keys[text[start : end if end >= 0 else len(text)]]
    return say("has the tensor {key}", key=_quoted(key))


def _file(evidence: _Evidence, pattern: str) -> Sentence | None:
    if not re.search(pattern, evidence.file):
        return None
    return say("is called {name}", name=_quoted(evidence.file))


def _metadata(evidence: _Evidence, pattern: str) -> Sentence | None:
    key, _, value = pattern.partition("=")
    if key not in evidence.metadata or (value and evidence.metadata[key] != value):
        return None
    shown = visible(str(evidence.metadata[key]), _SHOWN)
    return say("its metadata says {key}: {value}", key=key, value=shown)


def _format(evidence: _Evidence, pattern: str) -> Sentence | None:
    return say("is of the format {name}", name=pattern) if evidence.format == pattern else None


def _producer(evidence: _Evidence, pattern: str) -> Sentence | None:
    if not evidence.producer.lower().startswith(pattern):
        return None
    return say("its producer is {name}", name=_quoted(evidence.producer))


_TESTS: dict[str, Callable[[_Evidence, str], Sentence | None]] = {
    "key": _key,
    "keys": _all_keys,
    "inside": _inside,
    "global": _global,
    "tensor": _tensor,
    "file": _file,
    "metadata": _metadata,
    "format": _format,
    "producer": _producer,
}
