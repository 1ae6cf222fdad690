"""What is said of counting by running, and of torch."""

# ruff: noqa: E501 lupdate wants each template whole

from __future__ import annotations

from inspector.gui.text import QT_TRANSLATE_NOOP

TEMPLATES = (
    # The worker.
    QT_TRANSLATE_NOOP("Core", "The model cannot be built: {why}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is no network here. Where it wants to download weights, turn that off: --kwargs '{\"weights\": null}'.",
    ),
    QT_TRANSLATE_NOOP("Core", "Give what its factory needs with --kwargs '{\"name\": value}'."),
    QT_TRANSLATE_NOOP("Core", "The factory gave a {type}, not a torch.nn.Module."),
    QT_TRANSLATE_NOOP("Core", "Name a class or a function that returns the model itself."),
    QT_TRANSLATE_NOOP("Core", "Its formula does not fit these operands."),
    QT_TRANSLATE_NOOP("Core", "What it runs inside is not seen."),
    QT_TRANSLATE_NOOP("Core", "building the model"),
    QT_TRANSLATE_NOOP("Core", "fake tensors"),
    QT_TRANSLATE_NOOP("Core", "meta tensors"),
    QT_TRANSLATE_NOOP("Core", "fake tensors again"),
    QT_TRANSLATE_NOOP("Core", "the CPU"),
    QT_TRANSLATE_NOOP("Core", "{model} cannot be imported: {why}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Write --model package.module:factory or --model path.py:Class, and name with --python the Python that has its packages.",
    ),
    QT_TRANSLATE_NOOP("Core", "{model} is a {type}, which cannot be called."),
    QT_TRANSLATE_NOOP("Core", "There is no file {name} in {folder}."),
    QT_TRANSLATE_NOOP("Core", "A config.json needs transformers, which this Python does not have."),
    QT_TRANSLATE_NOOP("Core", "The config.json is not understood: {why}."),
    QT_TRANSLATE_NOOP(
        "Core", "A model whose code is beside its config needs --model path.py:Class."
    ),
    QT_TRANSLATE_NOOP("Core", "An operator of {space}, whose cost is not known."),
    QT_TRANSLATE_NOOP("Core", "There is no formula for it."),
    QT_TRANSLATE_NOOP("Core", "An input of shape {shape} cannot be made."),
    QT_TRANSLATE_NOOP("Core", "Give smaller sizes with --input."),
    QT_TRANSLATE_NOOP("Core", "torch has no dtype called {name}."),
    QT_TRANSLATE_NOOP("Core", "The model has no input called {name}; it has {names}."),
    QT_TRANSLATE_NOOP(
        "Core", "The input is assumed to be {shapes}; give another if yours differs."
    ),
    QT_TRANSLATE_NOOP("Core", "The shape of the model's input is not in the file."),
    QT_TRANSLATE_NOOP(
        "Core", "Give it with --input 1,3,224,224, or --input NAME=1,3,224,224 for each input."
    ),
    QT_TRANSLATE_NOOP("Core", "counting on {rung}"),
    QT_TRANSLATE_NOOP("Core", "Running the model needs more memory than it was allowed."),
    QT_TRANSLATE_NOOP("Core", "The model does not run at these inputs: {why}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the shapes, names and order given with --input; where values decide what runs, add --on-cpu.",
    ),
    QT_TRANSLATE_NOOP("Core", "The input is counted as integers, which the model wants."),
    QT_TRANSLATE_NOOP("Core", "Its modules are nested deeper than {most}."),
    QT_TRANSLATE_NOOP("Core", "{name} cannot be built from the file's numbers: {why}."),
    QT_TRANSLATE_NOOP("Core", "{name} is not rebuilt."),
    QT_TRANSLATE_NOOP("Core", "torch.nn.{name} would have more than {most} layers."),
    QT_TRANSLATE_NOOP("Core", "loading the program"),
    QT_TRANSLATE_NOOP("Core", "meta tensors throughout"),
    QT_TRANSLATE_NOOP("Core", "torch cannot load this program: {why}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "It may need a newer torch, or operators of a library that this Python does not load.",
    ),
    QT_TRANSLATE_NOOP("Core", "Counting failed: {why}."),
    QT_TRANSLATE_NOOP("Core", "loading torch"),
    QT_TRANSLATE_NOOP("Core", "This Python cannot import torch: {why}."),
    QT_TRANSLATE_NOOP("Core", "Name with --python a Python that has torch."),
    QT_TRANSLATE_NOOP("Core", "it does not answer"),
    QT_TRANSLATE_NOOP("Core", "{python}: {why}"),
    QT_TRANSLATE_NOOP("Core", "Python {version} has none installed"),
    QT_TRANSLATE_NOOP("Core", "{python} is no Python"),
    QT_TRANSLATE_NOOP("Core", "{text} is no JSON object."),
    QT_TRANSLATE_NOOP("Core", 'Write arguments like {"num_classes": 10}.'),
    QT_TRANSLATE_NOOP("Core", "Counting this needs torch, which this Python does not have."),
    QT_TRANSLATE_NOOP("Core", "Name with --python a Python that has it."),
    QT_TRANSLATE_NOOP("Core", "{name} is a TorchScript program; its cost shows only when it runs."),
    QT_TRANSLATE_NOOP(
        "Core",
        "If you trust where it comes from, add --run: it then runs in a process of its own without network, which can change no file and start no program.",
    ),
    QT_TRANSLATE_NOOP("Core", "The module cannot be rebuilt as it is in the file: {found}"),
    QT_TRANSLATE_NOOP("Core", "what torch.nn makes"),
    QT_TRANSLATE_NOOP("Core", "Name its class or factory with --model."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Rebuilt by torch.nn's own constructors from the numbers in the file; nothing of the file ran.",
    ),
    QT_TRANSLATE_NOOP("Core", "'{model}' names no factory."),
    QT_TRANSLATE_NOOP(
        "Core", "Write --model package.module:factory, path.py:Class or path/config.json."
    ),
    QT_TRANSLATE_NOOP("Core", "the model of {name}"),
    QT_TRANSLATE_NOOP("Core", "This is not the model in the file: {found}"),
    QT_TRANSLATE_NOOP("Core", "Give what it was made with: --kwargs '{\"num_classes\": 10}'."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The head is counted as the factory makes it; give the factory the number of outputs to count the file's own.",
    ),
    QT_TRANSLATE_NOOP("Core", "The file holds no weights to compare {model} with."),
    QT_TRANSLATE_NOOP("Core", "The worker's answer makes no sense."),
    QT_TRANSLATE_NOOP("Core", "Counted by torch {version} on {tensors}."),
    QT_TRANSLATE_NOOP("Core", "{n}/{total} tensors match {model}; {other} differ ({which})."),
    QT_TRANSLATE_NOOP("Core", "{n}/{total} tensors match {model}."),
    QT_TRANSLATE_NOOP("Core", "{tensors} only in the model: {which}."),
    QT_TRANSLATE_NOOP("Core", "{tensors} only in the file: {which}."),
    QT_TRANSLATE_NOOP("Core", "Hooks in the file were left out."),
    QT_TRANSLATE_NOOP("Core", "The modules at '{path}' are nested too deeply or in themselves."),
    QT_TRANSLATE_NOOP("Core", "What the file calls the module '{path}' is none."),
    QT_TRANSLATE_NOOP("Core", "{where} is a {kind}, whose code is not in the file."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Name its class or factory with --model package.module:factory, and with --python a Python that has it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{where} replaces its own forward; what that does is not in the file."
    ),
    QT_TRANSLATE_NOOP("Core", "'{path}' is no plain number."),
    QT_TRANSLATE_NOOP("Core", "The Python {python} cannot be started: {why}."),
    QT_TRANSLATE_NOOP("Core", "Name with --python the program of a Python that has torch."),
    QT_TRANSLATE_NOOP("Core", "starting"),
    QT_TRANSLATE_NOOP("Core", "The worker's answer does not end."),
    QT_TRANSLATE_NOOP("Core", "Running this took longer than {seconds} s ({at}) and was stopped."),
    QT_TRANSLATE_NOOP("Core", "Allow more with --time-limit SECONDS, or give smaller inputs."),
    QT_TRANSLATE_NOOP("Core", "Running this took more than {size} GiB of memory and was stopped."),
    QT_TRANSLATE_NOOP("Core", "Give a smaller batch or smaller inputs with --input."),
    QT_TRANSLATE_NOOP("Core", "signal {n}"),
    QT_TRANSLATE_NOOP("Core", "The process that ran it ended without an answer: {why}."),
    QT_TRANSLATE_NOOP("Core", "exit status {n}"),
    QT_TRANSLATE_NOOP(
        "Core", "torch itself may have crashed on this file. The window and the file are unharmed."
    ),
    QT_TRANSLATE_NOOP("Core", "torch is not installed"),
    QT_TRANSLATE_NOOP("Core", "torch is loading it"),
)
