"""A table of a document as one of Word, with headings that Word and screen readers know as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from anbefal.documents.formats.word.inlines import plain_run, runs_of
from anbefal.documents.formats.word.styles import Styles
from anbefal.documents.formats.word.xml import Xml, literal, node

STYLE = "Anbefal tabell"
"""The style of tables: what it looks like, headings included, is changed in Word."""

_WHOLE = 5000
"""The whole width, in fiftieths of a per cent."""


def table(block: Mapping[str, Any], styles: Styles, width: int) -> Xml:
    """Return a table.

    Args:
        block: The table as plain data.
        styles: The styles of the template.
        width: How wide the text is, in twentieths of a point.
    """
    widths = _widths(block["widths"], width)
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
    return [
        node("p", node("pPr", node("pStyle", val=named)), *runs_of(line, styles))
        for line in lines or [[]]
    ]


def _widths(parts: Sequence[int], width: int) -> list[int]:
    """Return the widths of columns, which are the table's together."""
    edges = [round(width * sum(parts[:at]) / sum(parts)) for at in range(len(parts) + 1)]
    return [end - start for start, end in pairwise(edges)]
