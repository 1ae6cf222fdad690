"""The desktop entry: how menus, docks and file managers start the program.

https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

from __future__ import annotations

from collections.abc import Sequence

from inspector.desktop.file_types import FILE_TYPES
from inspector.desktop.names import ID

# Our three types and no other: listing a type here makes us its default where nobody else is, and
# a user's own entry even wins over the archiver of the system.
_MIME_TYPES = "".join(f"{each.mime};" for each in FILE_TYPES)

_ENTRY = """[Desktop Entry]
Type=Application
Version=1.4
Name=Inspector
GenericName=Checkpoint Viewer
GenericName[zh_CN]=checkpoint 查看器
Comment=Open, understand, compare and repair model checkpoints without executing them
Comment[zh_CN]=打开、理解、比较和修复模型 checkpoint，不执行其中的任何代码
Keywords=PyTorch;ONNX;safetensors;state_dict;model;weights;
Keywords[zh_CN]=PyTorch;ONNX;safetensors;state_dict;模型;权重;
Exec={command} %F
TryExec={program}
Icon={id}
Terminal=false
StartupNotify=true
StartupWMClass={id}
Categories=Development;
MimeType={mime_types}
Actions={actions};

"""
# name -> (English, Chinese, what follows the command)
_ACTIONS = {
    "compare": ("Compare Two Files", "比较两个文件", "open --diff %F"),
    "new-window": ("New Window", "新建窗口", "open --new-window %F"),
}
_ACTION = """[Desktop Action {name}]
Name={text}
Name[zh_CN]={text_zh}
Exec={command} {arguments}

"""


def desktop_entry(command: Sequence[str]) -> str:
    """The text of `applications/ID.desktop` for a program started by `command` (absolute)."""
    shown = " ".join(_quoted(word) for word in command)
    text = _ENTRY.format(
        command=shown,
        program=command[0].replace("\\", "\\\\"),
        id=ID,
        mime_types=_MIME_TYPES,
        actions=";".join(_ACTIONS),
    )
    for name, (english, chinese, arguments) in _ACTIONS.items():
        text += _ACTION.format(
            name=name, text=english, text_zh=chinese, command=shown, arguments=arguments
        )
    return text.rstrip("\n") + "\n"


def _quoted(word: str) -> str:
    """`word` as one argument of Exec: quoted where it must be, `%` doubled.

    The value is unescaped twice: as a string of the file, then as a quoted argument.
    """
    word = word.replace("%", "%%")
    if not any(letter in word for letter in " \t\n\"'\\><~|&;$*?#()`"):
        return word
    for letter in '\\"`$':
        word = word.replace(letter, "\\" + letter)
    return '"' + word.replace("\\", "\\\\") + '"'
