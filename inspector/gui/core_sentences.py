"""What the core says, in the language of the window.

The core knows no translations. Its sentences (`inspector.errors.Sentence`) carry the template they
were made of; the templates that people see most are listed here, where lupdate finds them, and
remedies, which say the same each time.
"""

# ruff: noqa: E501 lupdate wants each template whole

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
    # What is no checkpoint, or cannot be read, and what to do about it.
    QT_TRANSLATE_NOOP("Core", "{name} is {what}, not a checkpoint."),
    QT_TRANSLATE_NOOP("Core", "{name} is a Git LFS pointer, not the file it points to."),
    QT_TRANSLATE_NOOP("Core", "{name} begins with zeros, so it is not a checkpoint."),
    QT_TRANSLATE_NOOP("Core", "an HTML page"),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is not a checkpoint of any known format; it begins with the bytes {bytes}."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{name} is a Git LFS pointer, not the file it points to. The file has {n} bytes and the id {id}….",
    ),
    QT_TRANSLATE_NOOP("Core", "the program of a torch.export archive"),
    QT_TRANSLATE_NOOP("Core", "a JSON file"),
    QT_TRANSLATE_NOOP("Core", "{name} contains nothing but zeros, so it is not a checkpoint."),
    QT_TRANSLATE_NOOP("Core", "{name} is empty."),
    QT_TRANSLATE_NOOP("Core", '{name} is a text file that begins "{text}", not a checkpoint.'),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is an error message of a web server, not a checkpoint: {text}"
    ),
    QT_TRANSLATE_NOOP("Core", "{name} is an office document."),
    QT_TRANSLATE_NOOP("Core", "{name} is a program archive."),
    QT_TRANSLATE_NOOP("Core", "{name} cannot be opened: {why}."),
    QT_TRANSLATE_NOOP("Core", "{name} does not exist."),
    QT_TRANSLATE_NOOP("Core", "{name} may not be read by this user."),
    QT_TRANSLATE_NOOP("Core", "{name} is {what}."),
    QT_TRANSLATE_NOOP("Core", "'{text}' is not a regular expression: {why}."),
    QT_TRANSLATE_NOOP("Core", "'{a}' and '{b}' would both be called '{c}'."),
    QT_TRANSLATE_NOOP(
        "Core", "{name} is a zip archive without its directory: the end of the file is missing."
    ),
    QT_TRANSLATE_NOOP("Core", "a GGUF model (llama.cpp)"),
    QT_TRANSLATE_NOOP("Core", "an old GGML model"),
    QT_TRANSLATE_NOOP("Core", "a GGML adapter"),
    QT_TRANSLATE_NOOP("Core", "an HDF5 file (Keras weights, MATLAB, NetCDF)"),
    QT_TRANSLATE_NOOP("Core", "a TensorFlow Lite model"),
    QT_TRANSLATE_NOOP("Core", "an ONNX Runtime model"),
    QT_TRANSLATE_NOOP("Core", "an ExecuTorch program"),
    QT_TRANSLATE_NOOP("Core", "a 7z archive"),
    QT_TRANSLATE_NOOP("Core", "a RAR archive"),
    QT_TRANSLATE_NOOP("Core", "a PNG image"),
    QT_TRANSLATE_NOOP("Core", "a JPEG image"),
    QT_TRANSLATE_NOOP("Core", "a GIF image"),
    QT_TRANSLATE_NOOP("Core", "a PDF document"),
    QT_TRANSLATE_NOOP("Core", "a program or library"),
    QT_TRANSLATE_NOOP("Core", "a Windows program"),
    QT_TRANSLATE_NOOP("Core", "an SQLite database"),
    QT_TRANSLATE_NOOP("Core", "a Keras file"),
    QT_TRANSLATE_NOOP("Core", "a Keras v3 model"),
    QT_TRANSLATE_NOOP("Core", "a folder"),
    QT_TRANSLATE_NOOP("Core", "not a regular file"),
    QT_TRANSLATE_NOOP(
        "Core", "Check that the download is complete and that this is the right file."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It may be part of a TensorFlow checkpoint; open it with TensorFlow."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It may be a TensorFlow or MindSpore checkpoint; open it with those, or fetch it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "It may be raw numbers (ncnn, llama2.c); only the program that wrote it can tell."
    ),
    QT_TRANSLATE_NOOP("Core", "It is probably a Caffe model; open it with Netron."),
    QT_TRANSLATE_NOOP("Core", "Open it with llama.cpp's tools."),
    QT_TRANSLATE_NOOP("Core", "Convert it to GGUF with llama.cpp's tools."),
    QT_TRANSLATE_NOOP("Core", "Open it with h5py."),
    QT_TRANSLATE_NOOP("Core", "Open it with Netron or TensorFlow."),
    QT_TRANSLATE_NOOP("Core", "Open the .onnx file it was made from."),
    QT_TRANSLATE_NOOP("Core", "Open the checkpoint it was exported from."),
    QT_TRANSLATE_NOOP("Core", "Unpack it with 7z and open the file inside."),
    QT_TRANSLATE_NOOP("Core", "Unpack it and open the file inside."),
    QT_TRANSLATE_NOOP("Core", "Choose the checkpoint file."),
    QT_TRANSLATE_NOOP("Core", "Do not run it; ask for the checkpoint."),
    QT_TRANSLATE_NOOP("Core", "Open it with Keras."),
    QT_TRANSLATE_NOOP(
        "Core", "Run `git lfs pull` in its repository, or download the file from its web page."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "Open the model file beside it, or the *.index.json of a sharded model."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The disk or the download failed while it was written; fetch the file again."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The download or copy failed, or the disk was full; fetch the file again."
    ),
    QT_TRANSLATE_NOOP("Core", "Open it in a text editor."),
    QT_TRANSLATE_NOOP(
        "Core", "Download it again; it may need a login or a licence to be accepted."
    ),
    QT_TRANSLATE_NOOP("Core", "Download the file itself: the link led to a page about it."),
    QT_TRANSLATE_NOOP("Core", "Check the path."),
    QT_TRANSLATE_NOOP("Core", "Ask its owner for read permission."),
    QT_TRANSLATE_NOOP("Core", "The file is incomplete. Download or copy it again."),
    QT_TRANSLATE_NOOP("Core", "Wait until whatever writes it has finished, then open it again."),
    QT_TRANSLATE_NOOP("Core", "Choose a checkpoint file."),
    QT_TRANSLATE_NOOP("Core", "Check the disk or the network share the file is on."),
    QT_TRANSLATE_NOOP(
        "Core", "`inspector show --flat` lists the keys; those of pickled modules are fixed."
    ),
    QT_TRANSLATE_NOOP("Core", "Name one, such as 'module.'."),
    QT_TRANSLATE_NOOP(
        "Core", "A glob matches a key or a dotted path: 'optimizer', '*.num_batches_tracked'."
    ),
    QT_TRANSLATE_NOOP("Core", "Entries of pickled modules and of tuples stay."),
    QT_TRANSLATE_NOOP("Core", "Escape the dots of plain names: 'layer1\\.0'."),
    QT_TRANSLATE_NOOP("Core", "Drop or rename one of them first."),
    QT_TRANSLATE_NOOP("Core", "The file is damaged. Download it again."),
    QT_TRANSLATE_NOOP("Core", "Unpack the archive with the program that made it."),
    QT_TRANSLATE_NOOP("Core", "The download or copy is incomplete; fetch the file again."),
    QT_TRANSLATE_NOOP("Core", "No program writes so many; do not load this file."),
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
    QT_TRANSLATE_NOOP("Core", "It is one shard of several; their index counts them all."),
    QT_TRANSLATE_NOOP("Core", "Its attention is sparse, in a way that is not in the tensors."),
    QT_TRANSLATE_NOOP("Core", "An encoder with a decoder: its cost depends on the tokens of both."),
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


def remedy(text: str) -> str:
    """As `said`; most remedies say the same each time."""
    return said(text) if isinstance(text, Sentence) else translate("Core", text)
