"""Optimizers: which kind, how large, and the names of the parameters they hold."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.checkpoint.optimizer import Optimizer, optimizer_parts
from inspector.inert import Dict
from tests.checkpoint.trees import call, contents_of, mapping, module, ordered, tensor

SHAPES = {
    "conv.weight": (4, 3),
    "conv.bias": (4,),
    "norm.weight": (4,),
    "norm.bias": (4,),
    "fc.weight": (2, 4),
    "fc.bias": (2,),
}
BUFFERS = {"norm.running_mean": (4,), "norm.num_batches_tracked": ()}


def model(names: dict[str, tuple[int, ...]] = SHAPES, prefix: str = "") -> Any:
    """A state_dict; batch norm's buffers are in the middle of it."""
    values: dict[str, Any] = {}
    for name, shape in names.items():
        values[prefix + name] = tensor(*shape)
        if name == "norm.bias":
            values |= {prefix + key: tensor(*size) for key, size in BUFFERS.items()}
    return ordered(values)


def adam(shapes: list[tuple[int, ...] | None], *sizes: int, **options: Any) -> Dict:
    """Adam's state_dict. A shape of None has no state; `sizes` cuts the parameters into groups."""
    state = {
        at: {"step": tensor(), "exp_avg": tensor(*shape), "exp_avg_sq": tensor(*shape)}
        for at, shape in enumerate(shapes)
        if shape is not None
    }
    groups, start = [], 0
    for size in sizes or (len(shapes),):
        params = list(range(start, start + size))
        groups.append(
            mapping(
                {"lr": 0.1, "betas": (0.9, 0.999), "amsgrad": False, **options, "params": params}
            )
        )
        start += size
    return mapping({"state": state, "param_groups": groups})


def optimizer_of(optimizer: Any, *models: Any) -> Optimizer:
    """The one optimizer found beside the models."""
    names = ["model", "ema", "other"]
    root = mapping({**dict(zip(names, models, strict=False)), "optimizer": optimizer})
    (found,) = contents_of(root).optimizers
    return found


def names_of(found: Optimizer) -> list[list[str | None]]:
    """The names, by group."""
    return [group.names for group in found.groups]


ALL = list(SHAPES.values())


def test_the_order_of_the_model_without_its_buffers() -> None:
    found = optimizer_of(adam(ALL), model())
    assert found.named_by == "order"
    assert names_of(found) == [list(SHAPES)]
    assert found.mismatches == []
    assert found.kind == "Adam"


def test_state_nbytes() -> None:
    found = optimizer_of(adam([(2,), (3,)]), model())
    assert found.state_nbytes == 4 * (1 + 2 + 2 + 1 + 3 + 3)


def test_before_the_first_step_the_count_decides() -> None:
    found = optimizer_of(adam([None] * 6), model())
    assert names_of(found) == [list(SHAPES)]


DECAYED = ["conv.weight", "fc.weight"]
REST = [name for name in SHAPES if name not in DECAYED]
BIASES = [name for name in SHAPES if name.endswith("bias")]
WEIGHTS = [name for name in SHAPES if not name.endswith("bias")]


@pytest.mark.parametrize(
    ("first", "second"),
    [(DECAYED, REST), (REST, DECAYED), (WEIGHTS, BIASES), (BIASES, WEIGHTS)],
    ids=["decay first", "decay last", "biases last", "biases first"],
)
def test_two_groups(first: list[str], second: list[str]) -> None:
    shapes = [SHAPES[name] for name in (*first, *second)]
    found = optimizer_of(adam(shapes, len(first), len(second)), model())
    assert names_of(found) == [first, second]
    assert found.named_by == "order"


def test_param_names_are_believed() -> None:
    groups = [mapping({"params": [0, 1], "param_names": ["b", "a"]})]
    found = optimizer_of(mapping({"state": {}, "param_groups": groups}), model())
    assert found.named_by == "param_names"
    assert names_of(found) == [["b", "a"]]


def test_param_names_of_another_length_are_not() -> None:
    groups = [mapping({"params": [0, 1], "param_names": ["b"]})]
    found = optimizer_of(mapping({"state": {}, "param_groups": groups}), model())
    assert found.named_by != "param_names"


def test_full_names_as_keys() -> None:
    groups = [mapping({"params": ["fc.weight", "fc.bias"]})]
    state = {"fc.weight": {"momentum_buffer": tensor(2, 4)}}
    found = optimizer_of(mapping({"state": state, "param_groups": groups}))
    assert found.named_by == "keys"
    assert names_of(found) == [["fc.weight", "fc.bias"]]
    assert found.kind == "SGD"


def test_ids_as_keys_of_old_torch() -> None:
    """Before 1.6 the keys were addresses; their order in the group counts, not their value."""
    ids = [140_000_000_000_000 - at * 72 for at in range(6)]
    state = {key: {"momentum_buffer": tensor(*shape)} for key, shape in zip(ids, ALL, strict=True)}
    groups = [mapping({"momentum": 0.9, "params": ids})]
    found = optimizer_of(mapping({"state": state, "param_groups": groups}), model())
    assert names_of(found) == [list(SHAPES)]


def test_a_part_that_was_trained_if_there_is_no_choice() -> None:
    found = optimizer_of(adam([(2, 4), (2,)]), model())
    assert names_of(found) == [["fc.weight", "fc.bias"]]


def test_a_part_that_may_be_several_has_no_names() -> None:
    found = optimizer_of(adam([(4,)]), model())
    assert names_of(found) == [[None]]
    assert found.named_by is None


def test_a_tied_tensor_counts_once() -> None:
    weight = tensor(4, 3)
    tied = ordered({"embedding.weight": weight, "fc.bias": tensor(4), "head.weight": weight})
    found = optimizer_of(adam([(4, 3), (4,)]), tied)
    assert names_of(found) == [["embedding.weight", "fc.bias"]]


def test_integers_are_no_parameters() -> None:
    with_ids = ordered({"ids": tensor(4, dtype="int64"), "weight": tensor(4)})
    assert names_of(optimizer_of(adam([(4,)]), with_ids)) == [["weight"]]


def test_a_mismatch_in_number_is_explained() -> None:
    found = optimizer_of(adam([(9,), (9,)]), model())
    assert found.named_by is None
    assert found.mismatches == [
        "The optimizer has 2 parameters, the model 6; their names cannot be told from their order."
    ]


def test_a_mismatch_in_shape_is_explained() -> None:
    found = optimizer_of(adam([*ALL[:5], (9, 9)]), model())
    assert found.mismatches == [
        "Parameter 5 of the optimizer has the shape (9, 9), but 'fc.bias' has (2,); the optimizer "
        "belongs to another model or order."
    ]


def test_the_model_is_likelier_than_its_average() -> None:
    found = optimizer_of(adam(ALL), model(prefix="module."), model(prefix="average."))
    assert names_of(found)[0][0] == "module.conv.weight"


def test_another_model_that_fits_is_taken() -> None:
    found = optimizer_of(adam(ALL), model({"x": (1,)}), model())
    assert names_of(found) == [list(SHAPES)]


def test_without_a_model_there_are_no_names() -> None:
    found = optimizer_of(adam(ALL))
    assert names_of(found) == [[None] * 6]
    assert (found.named_by, found.mismatches) == (None, [])


def test_a_pickled_optimizer_holds_its_parameters() -> None:
    weight, bias = tensor(2, 2), tensor(2)
    net = module(parameters={"weight": weight, "bias": bias})
    sgd = call("torch.optim.sgd.SGD", op="newobj")
    groups = [mapping({"lr": 0.1, "params": [weight, bias]})]
    sgd.state = mapping({"defaults": {}, "state": {}, "param_groups": groups})
    found = optimizer_of(sgd, net)
    assert (found.kind, found.named_by) == ("SGD", "keys")
    assert names_of(found) == [["weight", "bias"]]


KINDS: dict[str, tuple[dict[str, Any], dict[str, Any], str | None]] = {
    "SGD": ({"momentum_buffer": tensor(2)}, {"momentum": 0.9, "nesterov": False}, "SGD"),
    "SGD without momentum": ({}, {"momentum": 0, "nesterov": False}, "SGD"),
    "Adam": ({"exp_avg": tensor(2), "exp_avg_sq": tensor(2)}, {"betas": (0, 0)}, "Adam"),
    "AdamW of torch 2.9": (
        {"exp_avg": tensor(2), "exp_avg_sq": tensor(2)},
        {"betas": (0, 0), "amsgrad": False, "decoupled_weight_decay": True},
        "AdamW",
    ),
    "RAdam": (
        {"exp_avg": tensor(2), "exp_avg_sq": tensor(2)},
        {"betas": (0, 0), "decoupled_weight_decay": False},
        "RAdam",
    ),
    "Lion": ({"exp_avg": tensor(2)}, {"betas": (0, 0)}, "Lion"),
    "Adagrad": ({"sum": tensor(2), "step": tensor()}, {"lr_decay": 0}, "Adagrad"),
    "RMSprop": ({"square_avg": tensor(2)}, {"alpha": 0.99, "centered": False}, "RMSprop"),
    "Adadelta": ({"square_avg": tensor(2), "acc_delta": tensor(2)}, {"rho": 0.9}, "Adadelta"),
    "Adafactor of transformers": ({"exp_avg_sq_row": tensor(2)}, {}, "Adafactor"),
    "nobody's": ({"wiggle": tensor(2)}, {"wobble": 1}, None),
    "nothing known": ({}, {"lr": 0.1}, None),
}


@pytest.mark.parametrize("what", KINDS)
def test_kinds(what: str) -> None:
    state, options, expected = KINDS[what]
    groups = [mapping({"lr": 0.1, **options, "params": [0]})]
    found = optimizer_of(mapping({"state": {0: state} if state else {}, "param_groups": groups}))
    assert found.kind == expected


NOT_OPTIMIZERS: dict[str, Any] = {
    "no state": mapping({"param_groups": []}),
    "no groups": mapping({"state": {}}),
    "groups that are no list": mapping({"state": {}, "param_groups": {}}),
    "a group without params": mapping({"state": {}, "param_groups": [mapping({"lr": 1})]}),
    "a list": [1, 2],
    "a tensor": tensor(2),
}


@pytest.mark.parametrize("what", NOT_OPTIMIZERS)
def test_what_is_no_optimizer(what: str) -> None:
    assert optimizer_parts(NOT_OPTIMIZERS[what]) is None


def test_tensors_of_the_state_are_no_state_dicts() -> None:
    root = mapping({"model": model(), "optimizer": adam(ALL)})
    assert [found.path for found in contents_of(root).state_dicts] == [("model",)]


def test_options_are_in_file_order_without_params() -> None:
    found = optimizer_of(adam([(2,)], weight_decay=0.01))
    assert [name for name, _ in found.groups[0].options] == [
        "lr",
        "betas",
        "amsgrad",
        "weight_decay",
    ]
