"""The few style sheets: bars and links are flatter than Fusion draws them.

Colours are written out, because Qt does not look up `palette(...)` again when the theme changes;
whoever uses a style sets it again on ApplicationPaletteChange.
"""

from __future__ import annotations

from inspector.gui.theme import colours


def tool_bar_style() -> str:
    """A toolbar with room around its buttons."""
    now = colours()
    return f"""
        QToolBar {{
            border: none; border-bottom: 1px solid {now.line}; padding: 4px 8px; spacing: 4px;
            background: {now.window};
        }}
        QToolBar::separator {{ width: 1px; margin: 4px 8px; background: {now.line}; }}
    """


def menu_bar_style() -> str:
    """Menu titles that light up without a frame."""
    now = colours()
    return f"""
        QMenuBar {{ border: none; background: {now.window}; color: {now.text}; padding: 2px 4px; }}
        QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 3px; }}
        QMenuBar::item:selected {{ background: {now.line}; }}
    """


def link_style() -> str:
    """A name that leads somewhere, in line with plain labels."""
    now = colours()
    return f"""
        QPushButton {{
            border: none; padding: 2px 0; margin: 0; text-align: left; color: {now.accent};
            background: transparent;
        }}
        QPushButton:hover, QPushButton:focus {{ text-decoration: underline; }}
    """


def drop_target_style(is_over: bool = False) -> str:
    """A place where files can be dropped, and while some are carried over it."""
    now = colours()
    line = f"2px solid {now.accent}" if is_over else f"1px dashed {now.dim}"
    ground = now.selection if is_over else now.raised
    return f"""
        QFrame#target {{
            border: {line}; border-radius: 6px; background: {ground};
        }}
    """


def popup_style(name: str) -> str:
    """The dialog called `name`, which no window manager frames."""
    now = colours()
    return f"QDialog#{name} {{ border: 1px solid {now.dim}; background: {now.window}; }}"
