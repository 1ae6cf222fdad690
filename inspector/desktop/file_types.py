"""The one table of the file types that are ours, for every desktop.

Names and contents are those of `shared-mime-info`: a name pattern decides, content decides where no
pattern matches (so a PyTorch `.bin` is ours and every other `.bin` is not).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Magic:
    """Bytes that must be in the file; `inner` must be there as well.

    Attributes:
        offset: Where they begin: bytes, or a range "first:last" of them.
        value: As shared-mime-info writes byte strings, with C escapes.
    """

    offset: str
    value: str
    inner: Magic | None = None


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file that a double-click shall open here.

    Attributes:
        mime: Its MIME type; its icon has the same name with "-" for "/".
        name, name_zh: What a file manager calls it.
        endings: Of file names, without "*"; a longer one wins over a shorter one of another type.
        magics: Any of these says the same about a file whose name says nothing.
        priority: Of the magics; that of application/zip is 60, and a lower one loses to it.
        uti: What Apple would call it.
        generic: The icon of a theme that has none for it.
    """

    mime: str
    name: str
    name_zh: str
    endings: tuple[str, ...]
    magics: tuple[Magic, ...]
    priority: int
    uti: str
    generic: str = "package-x-generic"

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return self.mime.replace("/", "-")


# A zip record's header is 30 bytes, then comes its name: `NAME/data.pkl` stands first in a
# checkpoint. TorchScript begins with other records, but torch writes the same 14 bytes before each.
_TORCH_ZIP = Magic("0", r"PK\003\004", Magic("30:290", "/data.pkl"))
_TORCH_HEADER = Magic("0", r"PK\003\004\000\000\010\010\000\000\000\000\000\000")
# 0x1950a86a20f9469cfc6c as a pickled long, after PROTO and its argument.
_TORCH_LEGACY = Magic("2", r"\212\012\154\374\234\106\371\040\152\250\120\031\056")
# The high bytes of the header's length, then JSON.
_SAFETENSORS = Magic("4", r"\000\000\000\000{", Magic("9:512", '"dtype"'))
_SAFETENSORS_METADATA = Magic("4", r"\000\000\000\000{", Magic("9:64", "__metadata__"))

FILE_TYPES = (
    FileType(
        "application/x-pytorch",
        "PyTorch checkpoint",
        "PyTorch checkpoint 文件",
        (".pt", ".pth", ".ckpt", ".pt2", ".ptl", ".pth.tar", ".pt.tar", ".ckpt.tar"),
        (_TORCH_ZIP, _TORCH_HEADER, _TORCH_LEGACY),
        65,
        "org.pytorch.checkpoint",
    ),
    FileType(
        "application/x-safetensors",
        "safetensors checkpoint",
        "safetensors checkpoint 文件",
        (".safetensors",),
        (_SAFETENSORS, _SAFETENSORS_METADATA),
        55,
        "co.huggingface.safetensors",
    ),
    FileType(
        "application/x-onnx",
        "ONNX model",
        "ONNX 模型",
        (".onnx",),
        (),  # protobuf begins with nothing of its own
        50,
        "ai.onnx.model",
    ),
)

# Types that belong to others and sometimes hold a checkpoint: ending -> MIME type. We are offered
# for them only where a person asks for it, and never as the default.
ALSO = {
    "tar": "application/x-tar",
    "zip": "application/zip",
    "bin": "application/octet-stream",
}
