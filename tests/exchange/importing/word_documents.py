"""Word documents for tests, made of the XML that Word writes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = " ".join(
    (
        f'xmlns:w="{_W}" xmlns:r="{_R}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADING_STYLE = (
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>'
)


def text(words: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(
    words: str = "", *, numbered: tuple[int, int] | None = None, style: str = "", inside: str = ""
) -> str:
    """Return a paragraph.

    Args:
        words: What it says.
        numbered: Its list and its level in it.
        style: Its style.
        inside: Elements after the words.
    """
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        list_id, level = numbered
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{text(words) if words else ''}{inside}</w:p>"


def cell(*lines: str, span: int = 1, merge: str = "") -> str:
    """Return a cell; ``merge`` is ``restart`` or ``continue`` for one over several rows."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(line if line.startswith("<") else paragraph(line) for line in lines or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str) -> str:
    """Return a row of cells, or of words that become cells, a line for a paragraph."""
    made = (one if one.startswith("<w:tc") else cell(*one.split("\n")) for one in cells)
    return f"<w:tr>{''.join(made)}</w:tr>"


def table(*rows: str | Sequence[str]) -> str:
    """Return a table of rows, or of words in columns."""
    made = (one if isinstance(one, str) else row(*one) for one in rows)
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def level(at: int, form: str, shown: str, more: str = "", start: int = 1) -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    """Return what lists are like."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def listed(number: int, of: int, overrides: str = "") -> str:
    """Return one list, which is like a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def begins_at(at: int, start: int) -> str:
    """Return that a list begins anew on a level."""
    override = f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{override}</w:lvlOverride>'


UN_LIST = definition(
    7,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
)
"""The kind of list that United Nations documents have."""


def write_document(
    path: Path,
    *blocks: str,
    headers: Sequence[tuple[str, str]] = (),
    lists: str = "",
    styles: str = "",
    footnotes: str = "",
    more: dict[str, str] | None = None,
) -> Path:
    """Write a Word document.

    Args:
        path: Where to.
        blocks: Paragraphs and tables.
        headers: Kind (``first``, ``default``, ``even``) and paragraphs of each page header.
        lists: The definitions of its lists, and the lists.
        styles: Its styles besides that of a heading.
        footnotes: Its footnotes, as elements.
        more: Further parts, or others in their place.
    """
    parts = {
        "word/document.xml": _document(blocks, headers),
        "word/styles.xml": f"<w:styles {_NAMES}>{_HEADING_STYLE}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NAMES}>{lists}</w:numbering>",
    }
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_NAMES}>{footnotes}</w:footnotes>"
    for at, (_, words) in enumerate(headers):
        parts[f"word/header{at}.xml"] = f"<w:hdr {_NAMES}>{words}</w:hdr>"
    whole = {"[Content_Types].xml": _types(list(parts)), **_relations(list(parts)), **parts}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (whole | (more or {})).items():
            archive.writestr(name, content)
    return path


def _document(blocks: Sequence[str], headers: Sequence[tuple[str, str]]) -> str:
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="word/header{at}.xml"/>'
        for at, (kind, _) in enumerate(headers)
    )
    section = f"<w:sectPr>{references}</w:sectPr>"
    return f"<w:document {_NAMES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def _kind(part: str) -> str:
    return part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def _types(parts: list[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{one}" ContentType="{_MAIN}.'
        f'{_kind(one)}{".main" if one.endswith("document.xml") else ""}+xml"/>'
        for one in parts
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>{overrides}</Types>'
    )


def _relations(parts: list[str]) -> dict[str, str]:
    def relations(*inside: str) -> str:
        names = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
        return f"<Relationships {names}>{''.join(inside)}</Relationships>"

    def relation(kind: str, name: str, target: str) -> str:
        return f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"/>'

    of_document = (relation(_kind(one), one, f"/{one}") for one in parts[1:])
    return {
        "_rels/.rels": relations(relation("officeDocument", "main", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*of_document),
    }
