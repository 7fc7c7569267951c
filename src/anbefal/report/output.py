"""One result in every form, and the one place that writes it out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TextIO

from anbefal.markup import legible, markdown_literal
from anbefal.report.sections import Section, sections_to_markdown, show_sections
from anbefal.report.tables import Table, to_csv, to_markdown, to_rich

if TYPE_CHECKING:
    from rich.console import Console

FORMAT_VERSION = 1
WIDTH = 100
"""Columns where the output is no terminal, so that it is the same everywhere."""


class Format(StrEnum):
    """The forms that most results have."""

    text = "text"
    json = "json"
    csv = "csv"
    md = "md"


class Color(StrEnum):
    """When to use colours."""

    auto = "auto"
    always = "always"
    never = "never"


@dataclass(frozen=True)
class Result:
    """What a command found, in every form it can take.

    Attributes:
        data: Keys and values of the JSON object, without ``format_version``.
        table: The rows.
        title: A line above the rows.
        notes: What the reader must know; said in every form that has room for words.
        sections: Paragraphs below the rows.
        show: Writes what stands between title and sections to a terminal, where that is not the
            table.
    """

    data: dict[str, Any]
    table: Table
    title: str = ""
    notes: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    show: Callable[[Console], None] | None = None


def console(color: Color, file: TextIO | None = None) -> Console:
    """Return a console that honours ``NO_COLOR`` and the ``--color`` option."""
    from rich.console import Console

    stream = file or sys.stdout
    return Console(
        file=stream,
        force_terminal=None if color is Color.auto else color is Color.always,
        no_color=color is Color.never or (color is Color.auto and bool(os.environ.get("NO_COLOR"))),
        width=None if stream.isatty() else WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )


def to_json(data: dict[str, Any]) -> str:
    """Return a JSON object with its format version first."""
    return json.dumps({"format_version": FORMAT_VERSION, **data}, ensure_ascii=False, indent=2)


def write(result: Result, form: Format, color: Color, file: TextIO | None = None) -> None:
    """Write a result in one of its forms, to standard output or to an open file."""
    _WRITERS[form](result, console(color, file))


def _write_json(result: Result, out: Console) -> None:
    out.file.write(to_json(result.data) + "\n")


def _write_csv(result: Result, out: Console) -> None:
    out.file.write(to_csv(result.table))


def _write_markdown(result: Result, out: Console) -> None:
    parts = [f"**{markdown_literal(line)}**" for line in result.title.splitlines()]
    parts += [f"> {markdown_literal(note)}" for note in result.notes]
    parts.append(to_markdown(result.table).rstrip("\n"))
    if result.sections:
        parts.append(sections_to_markdown(result.sections).rstrip("\n"))
    out.file.write("\n\n".join(parts) + "\n")


def _write_text(result: Result, out: Console) -> None:
    if result.title:
        out.print("\n".join(map(legible, result.title.splitlines())), style="bold", soft_wrap=True)
    for note in result.notes:
        out.print(f"! {legible(note)}", style="yellow", soft_wrap=True)
    if result.title or result.notes:
        out.print()
    if result.show:
        result.show(out)
    else:
        out.print(to_rich(result.table))
    show_sections(result.sections, out)


_WRITERS: dict[Format, Callable[[Result, Console], None]] = {
    Format.text: _write_text,
    Format.json: _write_json,
    Format.csv: _write_csv,
    Format.md: _write_markdown,
}
