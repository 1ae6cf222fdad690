"""Optimizers: their param_groups, their state, and the names of the parameters they hold.

A state_dict of torch.optim is {"state": {k: {...}}, "param_groups": [{..., "params": [k, ...]}]}.
k is an index (torch >= 1.6), id(param) (before), or the parameter's full name (FSDP). An index says
nothing about names, so they are found by walking the model's parameters in order and comparing
shapes with the state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.state_dict import StateDict, TensorEntry, is_buffer
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path, element_of
from inspector.describe import plural, visible
from inspector.errors import Sentence, say
from inspector.inert import UNSET, Dict, Object, attributes, flat_items, lookup, pairs

Shape = tuple[int, ...]

# State keys (or options, where there is no state yet) -> kind; the first row that fits wins.
_KINDS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("Adafactor", frozenset(["exp_avg_sq_row"]), frozenset()),
    ("Adafactor", frozenset(["row_var"]), frozenset()),
    ("NAdam", frozenset(["exp_avg", "mu_product"]), frozenset()),
    ("Adamax", frozenset(["exp_avg", "exp_inf"]), frozenset()),
    ("LBFGS", frozenset(["func_evals"]), frozenset()),
    ("Rprop", frozenset(["prev", "step_size"]), frozenset()),
    ("Adadelta", frozenset(["square_avg", "acc_delta"]), frozenset()),
    ("RMSprop", frozenset(["square_avg"]), frozenset()),
    ("ASGD", frozenset(["ax", "eta"]), frozenset()),
    ("Adagrad", frozenset(["sum"]), frozenset()),
    ("Adam", frozenset(["exp_avg", "exp_avg_sq"]), frozenset()),
    ("Lion", frozenset(["exp_avg"]), frozenset()),
    ("Muon", frozenset(["momentum_buffer"]), frozenset(["ns_steps"])),
    ("SGD", frozenset(["momentum_buffer"]), frozenset()),
    ("LBFGS", frozenset(), frozenset(["history_size", "line_search_fn"])),
    ("Muon", frozenset(), frozenset(["ns_steps"])),
    ("Adafactor", frozenset(), frozenset(["beta2_decay"])),
    ("Adadelta", frozenset(), frozenset(["rho"])),
    ("RMSprop", frozenset(), frozenset(["alpha", "centered"])),
    ("Adagrad", frozenset(), frozenset(["lr_decay", "initial_accumulator_value"])),
    ("ASGD", frozenset(), frozenset(["lambd", "alpha", "t0"])),
    ("Rprop", frozenset(), frozenset(["etas", "step_sizes"])),
    ("SGD", frozenset(), frozenset(["momentum", "nesterov"])),
    ("Adam", frozenset(), frozenset(["betas", "amsgrad"])),
    ("NAdam", frozenset(), frozenset(["betas", "momentum_decay"])),
    ("RAdam", frozenset(), frozenset(["betas", "decoupled_weight_decay"])),
    ("Adamax", frozenset(), frozenset(["betas", "capturable", "differentiable"])),
    ("Adam", frozenset(), frozenset(["betas"])),
)
_STATE_OF_PARAMETER = ("exp_avg", "momentum_buffer", "square_avg", "sum", "prev", "ax", "exp_inf")


@dataclass(slots=True)
class ParamGroup:
    """One of an optimizer's param_groups.

    Attributes:
        options: (name, value) of everything but `params`, in file order.
        params: The keys of its parameters: indices, ids or names.
        names: The name of each, None where it is not known.
    """

    options: list[tuple[str, Any]]
    params: list[Any]
    names: list[str | None]


@dataclass(slots=True)
class Optimizer:
    """An optimizer's state_dict, or a pickled optimizer.

    Attributes:
        kind: The class its state suggests ("AdamW"), or None.
        state: Parameter key -> what is kept for it, as (key, node) in file order.
        state_nbytes: Bytes of all tensors in the state.
        named_by: "param_names", "keys" or "order": where the names come from; None without names.
        mismatches: Sentences: why names are missing or state does not fit the model.
    """

    path: Path
    kind: str | None
    groups: list[ParamGroup]
    state: list[tuple[Any, Any]]
    state_nbytes: int
    named_by: str | None = None
    mismatches: list[Sentence] = field(default_factory=list)


def optimizer_parts(node: Any) -> tuple[Any, list[Any]] | None:
    """(state, param_groups) where `node` is an optimizer; None otherwise."""
    holder = node
    if isinstance(node, Object) and attributes(node) is not None and not node.flat:
        holder = attributes(node)
    if not isinstance(holder, Dict | Object):
        return None
    groups = lookup(holder, "param_groups")
    state = lookup(holder, "state")
    if not isinstance(groups, list) or (flat_items(state) is None and state != []):
        return None
    if not all(lookup(group, "params") is not UNSET for group in groups):
        return None
    return state, groups


def read_optimizer(path: Path, node: Any) -> Optimizer | None:
    """The optimizer at `path`, without names; None where `node` is none."""
    parts = optimizer_parts(node)
    if parts is None:
        return None
    state, groups = parts
    kept = list(pairs(flat_items(state) or []))
    found = [_group(group) for group in groups]
    nbytes = sum(tensor.nbytes or 0 for _, entry in kept for tensor in _tensors(entry))
    return Optimizer(path, _kind(node, kept, found), found, kept, nbytes)


def _group(node: Any) -> ParamGroup:
    params = lookup(node, "params")
    keys = list(params) if isinstance(params, list | tuple) else []
    options = (
        [
            (str(element_of(key)), value)
            for key, value in pairs(flat_items(node) or [])
            if key != "params"
        ]
        if all(isinstance(key, str) for key, _ in pairs(flat_items(node) or []))
        else []
    )
    return ParamGroup(options, keys, [None] * len(keys))


def _tensors(node: Any) -> Iterator[Tensor]:
    values = [value for _, value in pairs(flat_items(node) or [])]
    values += node if isinstance(node, list) else []
    for value in values:
        if isinstance(value, Tensor):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, Tensor))


def _kind(node: Any, state: list[tuple[Any, Any]], groups: list[ParamGroup]) -> str | None:
    if isinstance(node, Object) and node.class_name.startswith("torch.optim."):
        return node.class_name.rpartition(".")[2]
    names = {
        key
        for _, entry in state[:50]
        for key, _ in pairs(flat_items(entry) or [])
        if isinstance(key, str)
    }
    options = {name for group in groups for name, _ in group.options}
    for kind, of_state, of_options in _KINDS:
        if of_state <= names and of_options <= options and (of_state or not names):
            return _refined(kind, options, groups)
    return None


def _refined(kind: str, options: set[str], groups: list[ParamGroup]) -> str:
    """AdamW differs from Adam only in how it decays: a flag in newer files."""
    if kind != "Adam":
        return kind
    if "decoupled_weight_decay" in options and "amsgrad" not in options:
        return "RAdam"
    decoupled = [value for group in groups for name, value in group.options if "decoupled" in name]
    return "AdamW" if any(value is True for value in decoupled) else "Adam"


# -- names ------------------------------------------------------------------------------------


def name_parameters(optimizer: Optimizer, models: Sequence[StateDict]) -> None:
    """Fill in the names of an optimizer's parameters.

    Args:
        models: The state_dicts it may belong to, likeliest first.
    """
    if (
        _names_in_groups(optimizer)
        or _names_as_keys(optimizer)
        or _tensor_identity(optimizer, models)
    ):
        return
    keys = [key for group in optimizer.groups for key in group.params]
    if not keys or not models:
        return
    shapes = _state_shapes(optimizer)
    for model in models:
        parameters = parameters_of(model)
        order = _order(optimizer, keys, shapes, parameters)
        if order is not None:
            for group in optimizer.groups:
                group.names = [order.get(_identity(key)) for key in group.params]
            optimizer.named_by = "order"
            return
    _explain(optimizer, keys, shapes, parameters_of(models[0]))


def parameters_of(model: StateDict) -> list[TensorEntry]:
    """The entries that an optimizer would be given, in order: no buffers, tied ones once."""
    seen: set[tuple[int, int | None, Shape | None]] = set()
    found = []
    for entry in model.entries:
        tensor = entry.tensor
        if is_buffer(entry) or (tensor.is_parameter is False and model.is_module):
            continue
        if not (tensor.dtype.is_floating or tensor.dtype.kind == "complex"):
            continue
        view = (id(tensor.storage), tensor.storage_offset, tensor.shape)
        if tensor.storage is None or view not in seen:
            found.append(entry)
        seen.add(view)
    return found


def _identity(key: Any) -> Any:
    return key if isinstance(key, int | str) else id(key)


def _names_in_groups(optimizer: Optimizer) -> bool:
    named = False
    for group in optimizer.groups:
        names = dict(group.options).get("param_names")
        if isinstance(names, list | tuple) and len(names) == len(group.params):
            group.names = [name if isinstance(name, str) else None for name in names]
            named = True
    optimizer.named_by = "param_names" if named else None
    return named


def _names_as_keys(optimizer: Optimizer) -> bool:
    keys = [key for group in optimizer.groups for key in group.params]
    if not keys or not all(isinstance(key, str) for key in keys):
        return False
    for group in optimizer.groups:
        group.names = list(group.params)
    optimizer.named_by = "keys"
    return True


def _tensor_identity(optimizer: Optimizer, models: Sequence[StateDict]) -> bool:
    """A pickled optimizer holds its parameters themselves; the model may hold the same ones."""
    keys = [key for group in optimizer.groups for key in group.params]
    if not keys or not all(isinstance(key, Tensor) for key in keys):
        return False
    names = {id(entry.tensor): entry.key for model in models for entry in model.entries}
    for group in optimizer.groups:
        group.names = [names.get(id(key)) for key in group.params]
    optimizer.named_by = "keys"
    return True


def _state_shapes(optimizer: Optimizer) -> dict[Any, Shape]:
    """Parameter key -> shape, as far as the state tells it."""
    shapes: dict[Any, Shape] = {}
    for key, entry in optimizer.state:
        for name in _STATE_OF_PARAMETER:
            value = lookup(entry, name)
            if isinstance(value, Tensor) and value.shape is not None:
                shapes[_identity(key)] = value.shape
                break
    return shapes


def _order(
    optimizer: Optimizer,
    keys: list[Any],
    shapes: dict[Any, Shape],
    parameters: list[TensorEntry],
) -> dict[Any, str | None] | None:
    """Parameter key -> name if exactly one sensible order fits every known shape."""
    for candidate in _candidates(optimizer, parameters):
        if len(candidate) == len(keys) and all(
            shapes.get(_identity(key), entry.tensor.shape) == entry.tensor.shape
            for key, entry in zip(keys, candidate, strict=True)
        ):
            return {_identity(k): e.key for k, e in zip(keys, candidate, strict=True)}
    return _subsequence(keys, shapes, parameters)


def _candidates(optimizer: Optimizer, parameters: list[TensorEntry]) -> Iterator[list[TensorEntry]]:
    """The orders that training scripts use: all, or split into decayed and not decayed."""
    yield parameters
    sizes = [len(group.params) for group in optimizer.groups]
    if len(sizes) != 2:
        return
    for test in _NOT_DECAYED:
        apart = [entry for entry in parameters if test(entry)]
        rest = [entry for entry in parameters if not test(entry)]
        if sizes == [len(rest), len(apart)]:
            yield rest + apart
        if sizes == [len(apart), len(rest)]:
            yield apart + rest


_NOT_DECAYED: tuple[Callable[[TensorEntry], bool], ...] = (
    lambda entry: len(entry.tensor.shape or ()) < 2,
    lambda entry: (entry.key or "").endswith("bias"),
    lambda entry: "norm" in (entry.key or "").lower() or (entry.key or "").endswith("bias"),
)


def _subsequence(
    keys: list[Any], shapes: dict[Any, Shape], parameters: list[TensorEntry]
) -> dict[Any, str | None] | None:
    """Only a part was trained: its names, if the known shapes leave exactly one choice.

    The first fit from the left and from the right agree exactly where there is no other choice.
    """
    if len(keys) > len(parameters) or any(_identity(key) not in shapes for key in keys):
        return None
    wanted = [shapes[_identity(key)] for key in keys]
    left = _first_fit(wanted, [entry.tensor.shape for entry in parameters])
    right = _first_fit(wanted[::-1], [entry.tensor.shape for entry in reversed(parameters)])
    if left is None or right is None:
        return None
    if left != [len(parameters) - 1 - at for at in reversed(right)]:
        return None
    return {_identity(key): parameters[at].key for key, at in zip(keys, left, strict=True)}


def _first_fit(wanted: Sequence[Shape], given: Sequence[Shape | None]) -> list[int] | None:
    found: list[int] = []
    at = 0
    for shape in wanted:
        while at < len(given) and given[at] != shape:
            at += 1
        if at == len(given):
            return None
        found.append(at)
        at += 1
    return found


def _explain(
    optimizer: Optimizer, keys: list[Any], shapes: dict[Any, Shape], parameters: list[TensorEntry]
) -> None:
    if len(keys) != len(parameters):
        optimizer.mismatches.append(
            say(
                "The optimizer has {parameters}, the model {n}; their names cannot be told from "
                "their order.",
                parameters=plural(len(keys), "parameter"),
                n=len(parameters),
            )
        )
        return
    for at, (key, entry) in enumerate(zip(keys, parameters, strict=True)):
        shape = shapes.get(_identity(key), entry.tensor.shape)
        if shape != entry.tensor.shape:
            optimizer.mismatches.append(
                say(
                    "Parameter {at} of the optimizer has the shape {shape}, but '{name}' has "
                    "{other}; the optimizer belongs to another model or order.",
                    at=str(at),
                    shape=str(shape),
                    name=visible(entry.key or "?", 200),
                    other=str(entry.tensor.shape),
                )
            )
            return
