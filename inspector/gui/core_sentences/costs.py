"""What is said of the cost of a model."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    # ONNX graphs.
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
    QT_TRANSLATE_NOOP("Core", "The file is incomplete; what is missing was not counted."),
    QT_TRANSLATE_NOOP("Core", "The file says {shape} for '{name}'."),
    QT_TRANSLATE_NOOP("Core", "Not given, so counted as 1: {dimensions}."),
    QT_TRANSLATE_NOOP("Core", "'{name}' has {n} dimensions, but {shape} has {other}."),
    QT_TRANSLATE_NOOP("Core", "The file says {shape}."),
    QT_TRANSLATE_NOOP("Core", "The dimension '{name}' cannot be {a} and {b}."),
    QT_TRANSLATE_NOOP("Core", "Inputs that share a dimension need the same size there."),
    QT_TRANSLATE_NOOP("Core", "The model has no input called '{name}'."),
    QT_TRANSLATE_NOOP(
        "Core",
        "At these shapes {n} of the nodes cannot run: the model was not made for them, or is damaged.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "its shapes are not known: they depend on data, or on a node before it"
    ),
    QT_TRANSLATE_NOOP("Core", "its inputs do not fit each other at these shapes"),
    QT_TRANSLATE_NOOP("Core", "not an operator of ONNX or of its usual runtime"),
    QT_TRANSLATE_NOOP("Core", "Subgraphs and functions call each other more than {n} deep."),
    QT_TRANSLATE_NOOP("Core", "No runtime could run this model; be careful with this file."),
    QT_TRANSLATE_NOOP("Core", "Counting this model would take more than {n} steps."),
    QT_TRANSLATE_NOOP(
        "Core", "Its loops and functions unfold without end; be careful with this file."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{op} has as many results as the data says; the most there can be were counted."
    ),
    # Programs of torch.export.
    QT_TRANSLATE_NOOP("Core", "a power that no size has"),
    QT_TRANSLATE_NOOP("Core", "it is too long"),
    QT_TRANSLATE_NOOP("Core", "it is no whole number"),
    QT_TRANSLATE_NOOP("Core", "The size '{text}' cannot be worked out: {why}."),
    QT_TRANSLATE_NOOP("Core", "Count at the shapes that the program was exported with."),
    QT_TRANSLATE_NOOP("Core", "character {at} is not understood"),
    QT_TRANSLATE_NOOP("Core", "it is nested too deeply"),
    QT_TRANSLATE_NOOP("Core", "it is larger than any size"),
    QT_TRANSLATE_NOOP("Core", "'{text}' is no number"),
    QT_TRANSLATE_NOOP("Core", "the function {name} is not known"),
    QT_TRANSLATE_NOOP("Core", "the symbol {name} has no value"),
    QT_TRANSLATE_NOOP("Core", "'{mark}' is missing"),
    QT_TRANSLATE_NOOP("Core", "Counted at the sizes of the export: {sizes}."),
    QT_TRANSLATE_NOOP("Core", "The program has no input called '{name}'."),
    QT_TRANSLATE_NOOP("Core", "Its inputs are: {names}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{symbol} = {size} is outside the range that the program accepts ({least} to {most}).",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The program was exported for '{name}' of shape {wanted}; {shape} does not fit."
    ),
    QT_TRANSLATE_NOOP("Core", "Export it with dynamic_shapes to count at other shapes."),
    QT_TRANSLATE_NOOP("Core", "The exported program does not say the shape of '{name}'."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged. Export or download it again."),
    QT_TRANSLATE_NOOP("Core", "The exported program has a tensor of size {size}."),
    QT_TRANSLATE_NOOP("Core", "no rule counts it"),
    QT_TRANSLATE_NOOP("Core", "its shapes are not in the file"),
    QT_TRANSLATE_NOOP("Core", "how often it runs is not in the file; counted once"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Which branch of a cond runs depends on the data; the one that costs more was counted.",
    ),
    QT_TRANSLATE_NOOP("Core", "Graphs are nested more than {n} deep."),
    QT_TRANSLATE_NOOP("Core", "The file was made to confuse its reader."),
    QT_TRANSLATE_NOOP("Core", "counting"),
    # Names and shapes, parameters, memory.
    QT_TRANSLATE_NOOP("Core", "bias of convolutions"),
    QT_TRANSLATE_NOOP("Core", "BatchNorm, 2 per element"),
    QT_TRANSLATE_NOOP("Core", "BatchNorm, 4 per element"),
    QT_TRANSLATE_NOOP("Core", "average pooling"),
    QT_TRANSLATE_NOOP("Core", "{name} holds no model whose cost can be told without running code."),
    QT_TRANSLATE_NOOP("Core", "Name the model's class with --model, if you have its code."),
    QT_TRANSLATE_NOOP("Core", "{name} does not take {shape}."),
    QT_TRANSLATE_NOOP("Core", "{name} takes N × {shape}: batch, channels, then sizes."),
    QT_TRANSLATE_NOOP("Core", "{name} takes sizes that are multiples of {step}."),
    QT_TRANSLATE_NOOP("Core", "{name} is known at {shape} only."),
    QT_TRANSLATE_NOOP("Core", "{name} takes N × {shape}."),
    QT_TRANSLATE_NOOP("Core", "Its table of positions is made for {size} and has to be resampled."),
    QT_TRANSLATE_NOOP("Core", "not part of the known architecture"),
    QT_TRANSLATE_NOOP(
        "Core",
        "{n} of {tensors} agree in name and shape with {name}; this is its cost if it is used unmodified.",
    ),
    QT_TRANSLATE_NOOP("Core", "Its names are behind '{prefix}'."),
    QT_TRANSLATE_NOOP("Core", "What is beside it is not counted: {keys}."),
    QT_TRANSLATE_NOOP(
        "Core", "Its head has another number of classes than usual and is counted as it is."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Stride, dilation, windows and anti-aliasing leave no trace in a state_dict. With the same names and shapes, but other costs: {twins}.",
    ),
    QT_TRANSLATE_NOOP("Core", "Counted at the model's own input size, {size}."),
    QT_TRANSLATE_NOOP("Core", "'{text}' is no shape."),
    QT_TRANSLATE_NOOP("Core", "Write sizes with commas, like 1,3,224,224."),
    QT_TRANSLATE_NOOP("Core", "{path} is one of {n} models in the file."),
    QT_TRANSLATE_NOOP("Core", "SGD with momentum"),
    QT_TRANSLATE_NOOP("Core", "unknown optimizer"),
    QT_TRANSLATE_NOOP("Core", "{kind}, {n} bits"),
    QT_TRANSLATE_NOOP("Core", "float8 with scales"),
    QT_TRANSLATE_NOOP("Core", "float8 with block scales"),
    QT_TRANSLATE_NOOP(
        "Core", "Names and shapes match {name}; its cost depends on what is in the image."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The file has names and shapes but no graph, and they match no known architecture."
    ),
    QT_TRANSLATE_NOOP("Core", "how often it is used is not in the file"),
    QT_TRANSLATE_NOOP(
        "Core",
        "A convolution costs its weight's elements at each position of its own output; the sum is what one position in every convolution costs.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "A matrix costs its elements for each token, or each row that goes through it."
    ),
    QT_TRANSLATE_NOOP("Core", "The recurrent layers cost {n} MACs for each step."),
    QT_TRANSLATE_NOOP("Core", "{kind} (packed)"),
    QT_TRANSLATE_NOOP("Core", "{kind}, depthwise or of 1 channel"),
    QT_TRANSLATE_NOOP("Core", "{a} or {b}"),
    QT_TRANSLATE_NOOP("Core", "(top level)"),
    QT_TRANSLATE_NOOP("Core", "{n} layers"),
    QT_TRANSLATE_NOOP("Core", "It is one shard of several; their index counts them all."),
    QT_TRANSLATE_NOOP("Core", "A transformer takes (batch, tokens), not {shape}."),
    QT_TRANSLATE_NOOP("Core", "Write --input input_ids=1,512."),
    QT_TRANSLATE_NOOP(
        "Core", "A vision transformer takes (batch, channels, height, width), not {shape}."
    ),
    QT_TRANSLATE_NOOP("Core", "It was made for N × {shape}."),
    QT_TRANSLATE_NOOP("Core", "{kind} (tied)"),
    QT_TRANSLATE_NOOP(
        "Core",
        "From names and shapes: {n} blocks of attention in full (a causal mask saves nothing here), every matrix once for each token.",
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
    QT_TRANSLATE_NOOP("Core", "An encoder with a decoder takes (batch, tokens) twice."),
    QT_TRANSLATE_NOOP("Core", "Write --input input_ids=1,512 --input decoder_input_ids=1,128."),
    QT_TRANSLATE_NOOP("Core", "An encoder with a decoder: its cost depends on the tokens of both."),
    QT_TRANSLATE_NOOP("Core", "Its attention is sparse, in a way that is not in the tensors."),
    QT_TRANSLATE_NOOP("Core", "It is an encoder with a decoder: its cost depends on two lengths."),
    QT_TRANSLATE_NOOP(
        "Core", "It has several stacks of blocks, whose lengths need not be the same."
    ),
    QT_TRANSLATE_NOOP("Core", "The attention of some blocks is of an unknown kind."),
    QT_TRANSLATE_NOOP(
        "Core", "It is a mixture of experts: how many of them a token meets is not in the tensors."
    ),
    QT_TRANSLATE_NOOP("Core", "It has recurrent layers beside attention."),
    QT_TRANSLATE_NOOP(
        "Core", "It has convolutions, and how many positions they turn into tokens is not known."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Its attention compares positions as well, with tables of their own."
    ),
    QT_TRANSLATE_NOOP("Core", "It attends within windows, whose size is not in the tensors."),
    QT_TRANSLATE_NOOP(
        "Core", "Its blocks share weights; how often they run is not in the tensors."
    ),
    QT_TRANSLATE_NOOP("Core", "It has state-space or recurrent blocks beside attention."),
)
