"""Dense transformers are counted from names and shapes; the others say why they are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import Given
from inspector.document import open_document
from inspector.errors import InspectorError
from tests.analysis.flops.shapes import Shapes, cost, llama, tensors

WIDTH, FFN, LAYERS, VOCABULARY = 64, 160, 2, 1000
# L (T (2 d^2 + 2 d d_kv + 3 d f) + 2 T^2 d) + T d V
BODY = LAYERS * (2 * WIDTH**2 + 2 * WIDTH * 32 + 3 * WIDTH * FFN)
HEAD = WIDTH * VOCABULARY


def expected(tokens: int, head: bool = True) -> int:
    """Multiply-adds of one sequence."""
    return tokens * (BODY + head * HEAD) + LAYERS * 2 * tokens**2 * WIDTH


def bert(layers: int = 2) -> Shapes:
    """Hugging Face's BertModel of width 64."""
    found: Shapes = {
        "embeddings.word_embeddings.weight": (VOCABULARY, WIDTH),
        "embeddings.position_embeddings.weight": (48, WIDTH),
        "embeddings.position_ids": (1, 48),
        "pooler.dense.weight": (WIDTH, WIDTH),
    }
    for layer in range(layers):
        at = f"encoder.layer.{layer}"
        for name in ("self.query", "self.key", "self.value", "output.dense"):
            found[f"{at}.attention.{name}.weight"] = (WIDTH, WIDTH)
        found[f"{at}.intermediate.dense.weight"] = (4 * WIDTH, WIDTH)
        found[f"{at}.output.dense.weight"] = (WIDTH, 4 * WIDTH)
    return found


def gpt2() -> Shapes:
    """GPT-2 of width 64: its matrices are stored (in, out), its mask is a buffer."""
    found: Shapes = {"wte.weight": (VOCABULARY, WIDTH), "wpe.weight": (32, WIDTH)}
    for layer in range(LAYERS):
        at = f"h.{layer}"
        found[f"{at}.attn.bias"] = (1, 1, 32, 32)
        found[f"{at}.attn.c_attn.weight"] = (WIDTH, 3 * WIDTH)
        found[f"{at}.attn.c_proj.weight"] = (WIDTH, WIDTH)
        found[f"{at}.mlp.c_fc.weight"] = (WIDTH, 4 * WIDTH)
        found[f"{at}.mlp.c_proj.weight"] = (4 * WIDTH, WIDTH)
    return found


PER_LAYER = 12 * WIDTH**2
CASES = {
    "llama": (llama(), "3,100", 3 * expected(100)),
    "one sequence": (llama(), "7", expected(7)),
    "tied": (llama(head=False), "1,100", expected(100)),
    "prefixed": ({f"module.{k}": s for k, s in llama().items()}, "1,9", expected(9)),
    "bert": (
        bert(),
        "1,20",
        2 * (20 * PER_LAYER + 2 * 400 * WIDTH) + WIDTH**2,
    ),
    "gpt2": (gpt2(), "1,20", 2 * (20 * PER_LAYER + 2 * 400 * WIDTH)),
}


@pytest.mark.parametrize(("shapes", "shape", "macs"), CASES.values(), ids=CASES)
def test_the_formula(tmp_path: Path, shapes: Shapes, shape: str, macs: int) -> None:
    report = cost(tmp_path / "m.pt", tensors(shapes), shape)
    assert (report.source, report.macs, report.exact) == ("formula", macs, True)
    assert sum(layer.macs or 0 for layer in report.layers) == macs


def test_tokens_are_an_example_within_the_learned_positions(tmp_path: Path) -> None:
    report = cost(tmp_path / "m.pt", tensors(bert()))
    assert report.inputs == {"input_ids": (1, 48)}
    assert report.parameters == sum(
        a * b for name, (a, b) in bert().items() if name != "embeddings.position_ids"
    )


def test_an_image_is_no_sequence(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="batch, tokens"):
        cost(tmp_path / "m.pt", tensors(llama()), "1,3,224,224")


# What config.json says beside a model without an output matrix -> (whose it is, is one counted).
CONFIGS: dict[str, tuple[Any, str | None, bool | None]] = {
    "tied": (
        {"architectures": ["Qwen2ForCausalLM"], "tie_word_embeddings": True},
        "Hugging Face Qwen2ForCausalLM",
        True,
    ),
    "no head": ({"architectures": ["LlamaModel"]}, "Hugging Face LlamaModel", False),
    "not tied": (
        {"architectures": ["LlamaForCausalLM"], "tie_word_embeddings": False},
        "Hugging Face LlamaForCausalLM",
        False,
    ),
    "sparse": ({"model_type": "big_bird", "attention_type": "block_sparse"}, None, None),
    "of something else": ({"name": "app", "version": 3}, None, True),
    "no object": ([1, 2], None, True),
}


@pytest.mark.parametrize(("config", "name", "has_head"), CONFIGS.values(), ids=CONFIGS)
def test_config_json(tmp_path: Path, config: Any, name: str | None, has_head: bool | None) -> None:
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    report = cost(tmp_path / "model.bin", tensors(llama(head=False)), "1,10")
    macs = None if has_head is None else expected(10, has_head)
    assert (report.match, report.macs) == (name, macs)


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '"\\ud800"', ""])
def test_a_broken_config_is_no_obstacle(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.json").write_text(text, encoding="utf-8")
    report = cost(tmp_path / "model.bin", tensors(llama()), "1,10")
    assert report.macs == expected(10)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({"num_hidden_layers": 32}, "It says num_hidden_layers = 32, but the file has 2."),
        ({"vocab_size": 32000}, "It says vocab_size = 32,000, but the file has 1,000."),
        ({"hidden_size": 4096}, "It says hidden_size = 4,096, but the file has 64."),
        ({"num_hidden_layers": 2, "vocab_size": 990, "hidden_size": 64}, None),
    ],
)
def test_a_config_that_contradicts_the_tensors(
    tmp_path: Path, said: dict[str, int], note: str | None
) -> None:
    """It is no match, and the tensors are believed; tables may be padded."""
    config = {"architectures": ["LlamaForCausalLM"], **said}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    report = cost(tmp_path / "model.bin", tensors(llama()), "1,10")
    assert report.macs == expected(10)
    assert (report.match is None) == (note is not None)
    assert note is None or note in report.notes


def vit(positions: int = 197) -> Shapes:
    """A vision transformer of width 64 over 224 x 224 images in patches of 16."""
    found: Shapes = {
        "cls_token": (1, 1, WIDTH),
        "pos_embed": (1, positions, WIDTH),
        "patch_embed.proj.weight": (WIDTH, 3, 16, 16),
        "head.weight": (10, WIDTH),
    }
    for layer in range(LAYERS):
        found[f"blocks.{layer}.attn.qkv.weight"] = (3 * WIDTH, WIDTH)
        found[f"blocks.{layer}.attn.proj.weight"] = (WIDTH, WIDTH)
        found[f"blocks.{layer}.mlp.fc1.weight"] = (4 * WIDTH, WIDTH)
        found[f"blocks.{layer}.mlp.fc2.weight"] = (WIDTH, 4 * WIDTH)
    return found


def images(patches: int) -> int:
    """Multiply-adds of one image."""
    tokens = patches + 1
    body = LAYERS * (tokens * 12 * WIDTH**2 + 2 * tokens**2 * WIDTH)
    return patches * 3 * 256 * WIDTH + body + 10 * WIDTH


@pytest.mark.parametrize("positions", [197, 196])
@pytest.mark.parametrize(("shape", "patches"), [(None, 196), ("1,3,384,320", 24 * 20)])
def test_images(tmp_path: Path, positions: int, shape: str | None, patches: int) -> None:
    """The table of positions may or may not hold the class token, which runs all the same."""
    report = cost(tmp_path / "m.pt", tensors(vit(positions)), shape)
    assert (report.source, report.macs) == ("formula", images(patches))
    with pytest.raises(InspectorError, match="channels, height, width"):
        cost(tmp_path / "m.pt", tensors(vit(positions)), "1,197")


def test_a_recognised_vision_transformer_at_another_size(tmp_path: Path) -> None:
    """The table knows vit_b_16 at 224 only; the formula, right there, is used elsewhere."""
    found: Shapes = {
        "class_token": (1, 1, 768),
        "conv_proj.weight": (768, 3, 16, 16),
        "conv_proj.bias": (768,),
        "encoder.pos_embedding": (1, 197, 768),
    }
    for layer in range(12):
        at = f"encoder.layers.encoder_layer_{layer}"
        for name, rows, columns in (
            ("self_attention.in_proj_", 2304, 768),
            ("self_attention.out_proj.", 768, 768),
            ("mlp.0.", 3072, 768),
            ("mlp.3.", 768, 3072),
        ):
            found |= {f"{at}.{name}weight": (rows, columns), f"{at}.{name}bias": (rows,)}
        for norm in ("ln_1", "ln_2"):
            found |= {f"{at}.{norm}.weight": (768,), f"{at}.{norm}.bias": (768,)}
    found |= {"encoder.ln.weight": (768,), "encoder.ln.bias": (768,)}
    found |= {"heads.head.weight": (1000, 768), "heads.head.bias": (1000,)}
    usual = cost(tmp_path / "m.pt", tensors(found))
    assert (usual.source, usual.match) == ("fingerprint", "torchvision vit_b_16")
    assert (usual.macs, usual.parameters) == (17_563_828_224, 86_567_656)
    larger = cost(tmp_path / "m.pt", tensors(found), "2,3,384,384")
    assert (larger.source, larger.match) == ("formula", "torchvision vit_b_16")
    assert larger.macs == 2 * 55_484_350_464
    assert "resampled" in larger.notes[0]


@pytest.mark.parametrize("stacked", [False, True])
def test_experts_with_a_config(tmp_path: Path, stacked: bool) -> None:
    """Two of four experts for each token: numbered as on the hub, or in one tensor."""
    shapes = llama(experts=4)
    if stacked:
        shapes = {name: shape for name, shape in shapes.items() if ".experts." not in name}
        for layer in range(LAYERS):
            at = f"model.layers.{layer}.mlp.experts"
            shapes |= {f"{at}.gate_up_proj": (4, 320, 64), f"{at}.down_proj": (4, 64, 160)}
    config = {"architectures": ["MixtralForCausalLM"], "num_experts_per_tok": 2}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    report = cost(tmp_path / "model.bin", tensors(shapes), "1,10")
    more = 10 * LAYERS * 3 * WIDTH * FFN  # the second expert
    assert (report.source, report.macs) == ("formula", expected(10) + more)


def test_packed_matrices_cost_what_they_stand_for(tmp_path: Path) -> None:
    """A Llama whose matrices were packed by GPTQ, 4 bits each."""
    value: dict[str, Any] = {}
    for name, shape in llama().items():
        if not name.endswith("_proj.weight"):
            value |= tensors({name: shape})
            continue
        (out, into), module = shape, name.removesuffix(".weight")
        words = {f"{module}.qweight": (into // 8, out), f"{module}.qzeros": (2, out // 8)}
        value |= tensors(words, torch.int32)
        value |= tensors({f"{module}.scales": (2, out)}, torch.float16)
    report = cost(tmp_path / "m.pt", value, "1,100")
    assert (report.source, report.macs) == ("formula", expected(100))


def t5() -> Shapes:
    """T5 of width 64: one block each, tables of relative positions, a matrix to the vocabulary."""
    found: Shapes = {"shared.weight": (VOCABULARY, WIDTH), "lm_head.weight": (VOCABULARY, WIDTH)}
    kinds = {"encoder": ["SelfAttention"], "decoder": ["SelfAttention", "EncDecAttention"]}
    for side, attentions in kinds.items():
        at = f"{side}.block.0.layer"
        for layer, attention in enumerate(attentions):
            for name in "qkvo":
                found[f"{at}.{layer}.{attention}.{name}.weight"] = (WIDTH, WIDTH)
        found[f"{at}.0.SelfAttention.relative_attention_bias.weight"] = (32, 4)
        found[f"{at}.2.DenseReluDense.wi.weight"] = (4 * WIDTH, WIDTH)
        found[f"{at}.2.DenseReluDense.wo.weight"] = (WIDTH, 4 * WIDTH)
    return found


def seq2seq() -> Shapes:
    """torch.nn.Transformer of width 64 with one layer each."""
    found: Shapes = {}
    for side, attentions in (
        ("encoder", ["self_attn"]),
        ("decoder", ["self_attn", "multihead_attn"]),
    ):
        at = f"{side}.layers.0"
        for attention in attentions:
            found[f"{at}.{attention}.in_proj_weight"] = (3 * WIDTH, WIDTH)
            found[f"{at}.{attention}.out_proj.weight"] = (WIDTH, WIDTH)
        found[f"{at}.linear1.weight"] = (4 * WIDTH, WIDTH)
        found[f"{at}.linear2.weight"] = (WIDTH, 4 * WIDTH)
    return found


@pytest.mark.parametrize(("shapes", "head"), [(t5(), HEAD), (seq2seq(), 0)], ids=["t5", "torch.nn"])
@pytest.mark.parametrize("target", [None, 7])
def test_an_encoder_with_a_decoder(
    tmp_path: Path, shapes: Shapes, head: int, target: int | None
) -> None:
    """Keys and values of the encoder's output are paid by its length."""
    path = tmp_path / "m.pt"
    source = 20
    torch.save(tensors(shapes), path)
    document = open_document(path)
    given = {"": (3, source)} | ({"decoder_input_ids": (3, target)} if target else {})
    report = count(document.checkpoint, document.contents, Given(given))
    document.close()
    t = target or source
    encoder = source * 12 * WIDTH**2 + 2 * source**2 * WIDTH
    decoder = t * (14 * WIDTH**2 + head) + source * 2 * WIDTH**2 + 2 * WIDTH * (t * t + t * source)
    assert (report.source, report.macs) == ("formula", 3 * (encoder + decoder))
    assert report.inputs == {"input_ids": (3, source), "decoder_input_ids": (3, t)}


def test_an_encoder_with_a_decoder_takes_two_lengths(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="twice"):
        cost(tmp_path / "m.pt", tensors(t5()), "1,3,224,224")


def test_a_shard_is_not_the_model(tmp_path: Path) -> None:
    path = tmp_path / "pytorch_model-00001-of-00002.bin"
    for shapes in (llama(), t5()):
        report = cost(path, tensors(shapes))
        assert (report.source, report.macs) == ("per-layer", None)
    assert "one shard of several" in report.notes[0]


DECODER = {"decoder.block.0.layer.1.EncDecAttention.q.weight": (WIDTH, WIDTH)}
OBSTACLES = {
    "mixture of experts": (llama(experts=4), "experts"),
    "two attentions in a block": (
        {**bert(), "encoder.layer.0.attention.2.output.dense.weight": (WIDTH, WIDTH)},
        "unknown kind",
    ),
    "two stacks": (
        {**bert(), **{f"text.{name}": shape for name, shape in bert().items()}},
        "several stacks",
    ),
    "decoder": ({**bert(), **DECODER}, "two lengths"),
    "a decoder with convolutions": ({**t5(), "conv.weight": (64, 64, 3)}, "two lengths"),
    "convolutions": ({**bert(), "conv.weight": (64, 64, 3)}, "convolutions"),
    "windows": ({**bert(), "a.relative_position_bias_table": (169, 3)}, "windows"),
    "recurrent": ({**bert(), "rnn.weight_ih_l0": (256, 64)}, "recurrent"),
    "relative positions": ({**bert(), "encoder.rel_embeddings.weight": (512, 64)}, "positions"),
}


@pytest.mark.parametrize(("shapes", "word"), OBSTACLES.values(), ids=OBSTACLES)
def test_no_total_where_the_formula_does_not_hold(
    tmp_path: Path, shapes: Shapes, word: str
) -> None:
    report = cost(tmp_path / "m.pt", tensors(shapes))
    assert (report.source, report.macs, report.exact) == ("per-layer", None, False)
    assert word in report.notes[0]
    assert report.per_unit is not None
    assert report.not_counted
