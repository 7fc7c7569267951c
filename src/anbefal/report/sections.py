"""Paragraphs under headings, which stand below the rows of a result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anbefal.markup import legible, markdown_literal

if TYPE_CHECKING:
    from rich.console import Console

INDENT = 4
"""Columns that a line which belongs to the one above is moved in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section.

    Attributes:
        words: What it says.
        inner: Whether it belongs to the line above.
    """

    words: str
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


def show_sections(sections: Iterable[Section], out: Console) -> None:
    """Write sections to a terminal, an empty line before each; no line is lost, long ones fold."""
    from rich.padding import Padding
    from rich.text import Text

    for section in sections:
        out.print()
        out.print(Text(legible(section.heading), style="bold"))
        for line in section.lines:
            indent = INDENT if line.inner else INDENT // 2
            out.print(Padding(Text(legible(line.words)), (0, 0, 0, indent), expand=False))


def sections_to_markdown(sections: Iterable[Section]) -> str:
    """Return sections as headings with lists; the words stand literally."""
    parts = []
    for section in sections:
        lines = [f"{'  ' * line.inner}- {markdown_literal(line.words)}" for line in section.lines]
        parts.append("\n".join([f"## {markdown_literal(section.heading)}", "", *lines, ""]))
    return "\n".join(parts)
