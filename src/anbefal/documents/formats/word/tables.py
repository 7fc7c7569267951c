"""A table of a document as one of Word, with headings that Word and screen readers know as such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from anbefal.documents.formats.word.inlines import plain_run, runs_of
from anbefal.documents.formats.word.styles import Styles
from anbefal.documents.formats.word.xml import Xml, literal, node

STYLE = "Anbefal tabell"
"""The style of tables: what it looks like, headings included, is changed in Word."""

_LETTER = 115
"""Twentieths of a point that a letter in a table takes, in a wide font."""

_PADDING = 170
"""The same of the room beside the words of a cell."""

_WIDEST_WORD = 0.37
"""The part of a table's width that a column may take in order to hold its longest word."""

_BREAKS = re.compile(r"[\s/-]+")
_WHOLE = 5000
"""The whole width, in fiftieths of a per cent."""


def table(block: Mapping[str, Any], styles: Styles, width: int) -> Xml:
    """Return a table.

    Args:
        block: The table as plain data.
        styles: The styles of the template.
        width: How wide the text is, in twentieths of a point.
    """
    widths = _widths(block, width)
    head = [[_words(title, styles)] for title in block["head"]]
    rows = [[_cell(cell, styles) for cell in row] for row in block["rows"]]
    return node(
        "tbl",
        _properties(block["caption"], styles),
        node("tblGrid", *(node("gridCol", w=one) for one in widths)),
        _row(head, widths, is_head=True),
        *(_row(row, widths) for row in rows),
    )


def _properties(caption: str, styles: Styles) -> Xml:
    """Return a table's properties, in the order that Word wants."""
    look = {"firstRow": 1, "firstColumn": 1, "lastRow": 0, "lastColumn": 0, "noHBand": 1}
    said = literal(caption)
    return node(
        "tblPr",
        node("tblStyle", val=styles.of(STYLE)),
        node("tblW", w=_WHOLE, type="pct"),
        node("tblLayout", type="fixed"),
        node("tblLook", val="06A0", **look, noVBand=1),
        node("tblCaption", val=said),
        node("tblDescription", val=said),
    )


def _row(cells: Sequence[Sequence[Xml]], widths: Sequence[int], *, is_head: bool = False) -> Xml:
    marks = [node("cantSplit"), *([node("tblHeader")] if is_head else [])]
    return node(
        "tr",
        node("trPr", *marks),
        *(
            node("tc", node("tcPr", node("tcW", w=wide, type="dxa")), *inside)
            for inside, wide in zip(cells, widths, strict=True)
        ),
    )


def _words(title: str, styles: Styles) -> Xml:
    named = node("pStyle", val=styles.of("Tabellhode"))
    return node("p", node("pPr", named), plain_run(title))


def _cell(lines: Sequence[Any], styles: Styles) -> list[Xml]:
    named = styles.of("Tabelltekst")
    told = [runs_of(line, styles) for line in lines]
    # LibreOffice shows a row without the look of its table if there is no run in its last cell.
    return [
        node("p", node("pPr", node("pStyle", val=named)), *(runs or [node("r")]))
        for runs in told or [[]]
    ]


def _widths(block: Mapping[str, Any], width: int) -> list[int]:
    """Return the widths of columns, which are the table's together.

    A column is a little wider than it should be where a word in it would else be broken, as far
    as the others have room.
    """
    shares = [width * part / sum(block["widths"]) for part in block["widths"]]
    most = _WIDEST_WORD * width
    needed = [min(_LETTER * one + _PADDING, most) for one in _longest_words(block)]
    spare = [max(share - need, 0) for share, need in zip(shares, needed, strict=True)]
    missing = [max(need - share, 0) for share, need in zip(shares, needed, strict=True)]
    moved = min(sum(spare), sum(missing))
    if moved:
        shares = [
            share + moved * lack / sum(missing) - moved * more / sum(spare)
            for share, lack, more in zip(shares, missing, spare, strict=True)
        ]
    edges = [round(sum(shares[:at])) for at in range(len(shares) + 1)]
    return [end - start for start, end in pairwise(edges)]


def _longest_words(block: Mapping[str, Any]) -> list[int]:
    """Return how many letters the longest word of each column has."""
    columns = zip(block["head"], *block["rows"], strict=True)
    return [
        max(len(word) for said in (head, *map(_said, cells)) for word in _BREAKS.split(said))
        for head, *cells in columns
    ]


def _said(cell: Sequence[Any]) -> str:
    return " ".join("".join(run["text"] for run in line) for line in cell)
