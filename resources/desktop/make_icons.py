"""Makes the icons beside this file: the application's, and a page for each file type.

Run it after a change: `QT_QPA_PLATFORM=offscreen python resources/desktop/make_icons.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent / "icons"
SIZES = (48, 128)

PAGE = """<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
  <path d="M60 12 H156 L212 68 V228 A16 16 0 0 1 196 244 H60 A16 16 0 0 1 44 228 V28 A16 16 0 0 1 60 12 Z"
        fill="#fcfdff" stroke="#8a97a8" stroke-width="6" stroke-linejoin="round"/>
  <path d="M156 12 V52 A16 16 0 0 0 172 68 H212 Z" fill="#d9e1ec" stroke="#8a97a8" stroke-width="6"
        stroke-linejoin="round"/>
  <g fill="none" stroke="{colour}" stroke-width="13" stroke-linejoin="round" stroke-linecap="round">
{glyph}
  </g>
</svg>
"""  # noqa: E501

# What is drawn on the page: layers of weights, a padlock, a graph.
GLYPHS = {
    "application-x-pytorch": (
        "#d2471f",
        """    <path d="M128 94 L180 120 L128 146 L76 120 Z" fill="{colour}"/>
    <path d="M76 150 L128 176 L180 150"/>
    <path d="M76 180 L128 206 L180 180"/>""",
    ),
    "application-x-safetensors": (
        "#1f7a4d",
        """    <rect x="80" y="140" width="96" height="68" rx="10" fill="{colour}"/>
    <path d="M98 140 V120 A30 30 0 0 1 158 120 V140"/>""",
    ),
    "application-x-onnx": (
        "#2563b0",
        """    <path d="M92 114 L164 114 M92 114 L128 186 M164 114 L128 186"/>
    <circle cx="92" cy="114" r="14" fill="{colour}"/>
    <circle cx="164" cy="114" r="14" fill="{colour}"/>
    <circle cx="128" cy="190" r="14" fill="{colour}"/>""",
    ),
}


def paint(source: Path, target: Path, size: int) -> None:
    """Write `source` as a square PNG of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(target), "PNG")


def main() -> None:
    """Write every icon."""
    app = QGuiApplication([])
    scalable = HERE / "scalable"
    scalable.mkdir(parents=True, exist_ok=True)
    own = HERE.parents[1] / "icons" / "inspector.svg"
    shutil.copyfile(own, scalable / "checkpoint-inspector.svg")
    for name, (colour, glyph) in GLYPHS.items():
        text = PAGE.format(colour=colour, glyph=glyph.format(colour=colour))
        (scalable / f"{name}.svg").write_text(text, encoding="utf-8")
    for source in scalable.glob("*.svg"):
        for size in SIZES:
            paint(source, HERE / f"{size}x{size}" / f"{source.stem}.png", size)
    app.quit()


if __name__ == "__main__":
    main()
