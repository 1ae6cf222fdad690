"""What the core says, in the language of the window.

The core knows no translations. Its sentences (`inspector.errors.Sentence`) carry the template they
were made of; the templates that people see most are listed here, where lupdate finds them.
"""

from __future__ import annotations

from inspector.errors import Sentence
from inspector.gui.text import QT_TRANSLATE_NOOP, translate

TEMPLATES = (
    # Why a framework is thought of.
    QT_TRANSLATE_NOOP("Core", "has {key}"),
    QT_TRANSLATE_NOOP("Core", "has {keys} and {last}"),
    QT_TRANSLATE_NOOP("Core", "has {key} in {place}"),
    QT_TRANSLATE_NOOP("Core", "refers to {name}"),
    QT_TRANSLATE_NOOP("Core", "has the tensor {key}"),
    QT_TRANSLATE_NOOP("Core", "is called {name}"),
    QT_TRANSLATE_NOOP("Core", "its metadata says {key}: {value}"),
    QT_TRANSLATE_NOOP("Core", "is of the format {name}"),
    QT_TRANSLATE_NOOP("Core", "its producer is {name}"),
    # What is noticed about the values of a tensor.
    QT_TRANSLATE_NOOP("Core", "{n} NaN"),
    QT_TRANSLATE_NOOP("Core", "{n} Inf"),
    QT_TRANSLATE_NOOP("Core", "all zero"),
    QT_TRANSLATE_NOOP("Core", "constant {value}"),
    QT_TRANSLATE_NOOP("Core", "{n} of {all} rows dead"),
    QT_TRANSLATE_NOOP("Core", "{n} % denormal"),
    QT_TRANSLATE_NOOP("Core", "up to {value}"),
    QT_TRANSLATE_NOOP("Core", "{tensors} checked: nothing unusual"),
    QT_TRANSLATE_NOOP("Core", "{tensors} checked: {found}"),
    QT_TRANSLATE_NOOP("Core", "{n} with NaN"),
    QT_TRANSLATE_NOOP("Core", "{n} with Inf"),
    QT_TRANSLATE_NOOP("Core", "{n} all zero"),
    QT_TRANSLATE_NOOP("Core", "{n} constant"),
    QT_TRANSLATE_NOOP("Core", "{n} with dead rows"),
    QT_TRANSLATE_NOOP("Core", "{n} mostly denormal"),
    QT_TRANSLATE_NOOP("Core", "{n} with huge values"),
    QT_TRANSLATE_NOOP("Core", "{n} unreadable"),
    QT_TRANSLATE_NOOP("Core", "{n} without numbers"),
    # What registering on a desktop changed.
    QT_TRANSLATE_NOOP("Core", "wrote {path}"),
    QT_TRANSLATE_NOOP("Core", "removed {path}"),
    QT_TRANSLATE_NOOP("Core", "restored {path}"),
    QT_TRANSLATE_NOOP("Core", "updated {path}"),
    QT_TRANSLATE_NOOP("Core", "{path} was gone already"),
    QT_TRANSLATE_NOOP("Core", "left {path}: somebody changed it since"),
    QT_TRANSLATE_NOOP("Core", "{tool} failed"),
    QT_TRANSLATE_NOOP("Core", "{tool} is missing; install {package} and register again"),
    QT_TRANSLATE_NOOP("Core", "offered for {mime}, behind {default}"),
    QT_TRANSLATE_NOOP("Core", "no longer offered for {mime}"),
    QT_TRANSLATE_NOOP(
        "Core", "nothing opens {mime} yet, and Inspector must not be first: left as it is"
    ),
    # What is noticed while counting multiply-adds.
    QT_TRANSLATE_NOOP("Core", "Not given, so counted as 1: {dimensions}."),
    QT_TRANSLATE_NOOP("Core", "The file says {shape} for '{name}'."),
    QT_TRANSLATE_NOOP(
        "Core",
        "At these shapes {n} of the nodes cannot run: the model was not made for them, or is "
        "damaged.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{op} has as many results as the data says; the most there can be were counted."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Which branch of an If runs depends on the data; the one that costs more was counted.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A Loop may stop early, which depends on the data; all its iterations were counted."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A Loop makes a tensor larger each time; it was not followed to its end."
    ),
    QT_TRANSLATE_NOOP("Core", "how often it runs depends on the data; counted once"),
    QT_TRANSLATE_NOOP(
        "Core", "its shapes are not known: they depend on data, or on a node before it"
    ),
    QT_TRANSLATE_NOOP("Core", "its inputs do not fit each other at these shapes"),
    QT_TRANSLATE_NOOP("Core", "not an operator of ONNX or of its usual runtime"),
    QT_TRANSLATE_NOOP("Core", "no rule counts it"),
    QT_TRANSLATE_NOOP("Core", "The file is incomplete; what is missing was not counted."),
    QT_TRANSLATE_NOOP("Core", "its shapes are not in the file"),
    QT_TRANSLATE_NOOP("Core", "how often it runs is not in the file; counted once"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Which branch of a cond runs depends on the data; the one that costs more was counted.",
    ),
    QT_TRANSLATE_NOOP("Core", "Counted at the sizes of the export: {sizes}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{symbol} = {size} is outside the range that the program accepts ({least} to {most}).",
    ),
    QT_TRANSLATE_NOOP("Core", "bias of convolutions"),
    QT_TRANSLATE_NOOP("Core", "BatchNorm, 2 per element"),
    QT_TRANSLATE_NOOP("Core", "BatchNorm, 4 per element"),
    QT_TRANSLATE_NOOP("Core", "average pooling"),
    QT_TRANSLATE_NOOP("Core", "{n} layers"),
    QT_TRANSLATE_NOOP("Core", "(top level)"),
    # What is said of counting bare weights.
    QT_TRANSLATE_NOOP("Core", "Its table of positions is made for {size} and has to be resampled."),
    QT_TRANSLATE_NOOP("Core", "not part of the known architecture"),
    QT_TRANSLATE_NOOP(
        "Core",
        "{n} of {tensors} agree in name and shape with {name}; this is its cost if it is "
        "used unmodified.",
    ),
    QT_TRANSLATE_NOOP("Core", "Its names are behind '{prefix}'."),
    QT_TRANSLATE_NOOP("Core", "What is beside it is not counted: {keys}."),
    QT_TRANSLATE_NOOP(
        "Core", "Its head has another number of classes than usual and is counted as it is."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Stride, dilation, windows and anti-aliasing leave no trace in a state_dict. With "
        "the same names and shapes, but other costs: {twins}.",
    ),
    QT_TRANSLATE_NOOP("Core", "Counted at the model's own input size, {size}."),
    QT_TRANSLATE_NOOP("Core", "{path} is one of {n} models in the file."),
    QT_TRANSLATE_NOOP(
        "Core", "Names and shapes match {name}; its cost depends on what is in the image."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The file has names and shapes but no graph, and they match no known architecture."
    ),
    QT_TRANSLATE_NOOP("Core", "how often it is used is not in the file"),
    QT_TRANSLATE_NOOP(
        "Core",
        "A convolution costs its weight's elements at each position of its own output; the "
        "sum is what one position in every convolution costs.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A matrix costs its elements for each token, or each row that goes through it."
    ),
    QT_TRANSLATE_NOOP("Core", "The recurrent layers cost {n} MACs for each step."),
    QT_TRANSLATE_NOOP(
        "Core",
        "From names and shapes: {n} blocks of attention in full (a causal mask saves nothing "
        "here), every matrix once for each token.",
    ),
    QT_TRANSLATE_NOOP("Core", "config.json beside the file says {name}."),
    QT_TRANSLATE_NOOP("Core", "It says {what} = {n}, but the file has {found}."),
    QT_TRANSLATE_NOOP(
        "Core", "It attends within a sliding window, which saves work on longer inputs."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The output matrix is not in the file; it is taken to be the embedding."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The file has no output matrix to the vocabulary, so none is counted."
    ),
    QT_TRANSLATE_NOOP("Core", "Of its experts a token meets {n}, as config.json says."),
    QT_TRANSLATE_NOOP(
        "Core", "Images are cut into patches of {side} × {side}, with {tokens} beside them."
    ),
    QT_TRANSLATE_NOOP("Core", "The number of tokens is an example; give another if yours differs."),
    QT_TRANSLATE_NOOP(
        "Core", "It is a mixture of experts: how many of them a token meets is not in the tensors."
    ),
    QT_TRANSLATE_NOOP("Core", "It has recurrent layers beside attention."),
    QT_TRANSLATE_NOOP(
        "Core", "It has convolutions, and how many positions they turn into tokens is not known."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It has several stacks of blocks, whose lengths need not be the same."
    ),
    QT_TRANSLATE_NOOP("Core", "The attention of some blocks is of an unknown kind."),
    QT_TRANSLATE_NOOP("Core", "Its attention is sparse, in a way that is not in the tensors."),
    QT_TRANSLATE_NOOP("Core", "It is an encoder with a decoder: its cost depends on two lengths."),
    QT_TRANSLATE_NOOP(
        "Core", "Its attention compares positions as well, with tables of their own."
    ),
    QT_TRANSLATE_NOOP("Core", "It attends within windows, whose size is not in the tensors."),
    QT_TRANSLATE_NOOP(
        "Core", "Its blocks share weights; how often they run is not in the tensors."
    ),
    QT_TRANSLATE_NOOP("Core", "It has state-space or recurrent blocks beside attention."),
    # What is said of counting by running.
    QT_TRANSLATE_NOOP("Core", "Running this took longer than {seconds} s ({at}) and was stopped."),
    QT_TRANSLATE_NOOP("Core", "Running this took more than {size} GiB of memory and was stopped."),
    QT_TRANSLATE_NOOP("Core", "Running the model needs more memory than it was allowed."),
    QT_TRANSLATE_NOOP("Core", "The model does not run at these inputs: {why}."),
    QT_TRANSLATE_NOOP("Core", "The model cannot be built: {why}."),
    QT_TRANSLATE_NOOP("Core", "The factory gave a {type}, not a torch.nn.Module."),
    QT_TRANSLATE_NOOP("Core", "{model} cannot be imported: {why}."),
    QT_TRANSLATE_NOOP("Core", "The config.json is not understood: {why}."),
    QT_TRANSLATE_NOOP("Core", "A config.json needs transformers, which this Python does not have."),
    QT_TRANSLATE_NOOP("Core", "There is no file {name} in {folder}."),
    QT_TRANSLATE_NOOP("Core", "The model has no input called {name}; it has {names}."),
    QT_TRANSLATE_NOOP("Core", "The shape of the model's input is not in the file."),
    QT_TRANSLATE_NOOP("Core", "torch cannot load this program: {why}."),
    QT_TRANSLATE_NOOP("Core", "This Python cannot import torch: {why}."),
    QT_TRANSLATE_NOOP("Core", "Counting this needs torch, which this Python does not have."),
    QT_TRANSLATE_NOOP("Core", "This is not the model in the file: {found}"),
    QT_TRANSLATE_NOOP("Core", "The module cannot be rebuilt as it is in the file: {found}"),
    QT_TRANSLATE_NOOP("Core", "{n}/{total} tensors match {model}."),
    QT_TRANSLATE_NOOP("Core", "{n}/{total} tensors match {model}; {other} differ ({which})."),
    QT_TRANSLATE_NOOP("Core", "{tensors} only in the model: {which}."),
    QT_TRANSLATE_NOOP("Core", "{tensors} only in the file: {which}."),
    QT_TRANSLATE_NOOP("Core", "The file holds no weights to compare {model} with."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The head is counted as the factory makes it; give the factory the number of outputs "
        "to count the file's own.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The input is assumed to be {shapes}; give another if yours differs."
    ),
    QT_TRANSLATE_NOOP("Core", "The input is counted as integers, which the model wants."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Rebuilt by torch.nn's own constructors from the numbers in the file; nothing of the "
        "file ran.",
    ),
    QT_TRANSLATE_NOOP("Core", "Hooks in the file were left out."),
    QT_TRANSLATE_NOOP("Core", "Counted by torch {version} on {tensors}."),
    QT_TRANSLATE_NOOP("Core", "fake tensors"),
    QT_TRANSLATE_NOOP("Core", "fake tensors again"),
    QT_TRANSLATE_NOOP("Core", "meta tensors"),
    QT_TRANSLATE_NOOP("Core", "meta tensors throughout"),
    QT_TRANSLATE_NOOP("Core", "the CPU"),
    QT_TRANSLATE_NOOP("Core", "There is no formula for it."),
    QT_TRANSLATE_NOOP("Core", "starting"),
    QT_TRANSLATE_NOOP("Core", "loading torch"),
    QT_TRANSLATE_NOOP("Core", "loading the program"),
    QT_TRANSLATE_NOOP("Core", "building the model"),
    QT_TRANSLATE_NOOP("Core", "{where} is a {kind}, whose code is not in the file."),
    QT_TRANSLATE_NOOP("Core", "{text} is no JSON object."),
)


def said(text: str) -> str:
    """A text of the core in the window's language; as it is where it is not a known sentence."""
    if not isinstance(text, Sentence):
        return text
    found = translate("Core", text.template)
    if found == text.template:
        found = translate("Counts", text.template)  # what `describe.plural` counts
    for name, value in text.values.items():
        shown = said(value) if isinstance(value, str) else ", ".join(map(said, value))
        found = found.replace(f"{{{name}}}", shown)
    return found
