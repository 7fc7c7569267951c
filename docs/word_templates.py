"""Makes the program's own Word templates: ``python docs/word_templates.py``.

They are ordinary files that Word opens and changes. They are made here so that each style, margin
and tag of them can be read and compared, and so that they hold nothing else.
"""  # noqa: INP001 - a script beside the pages that speak of it

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from anbefal.documents.formats.word.opening import packed

TEMPLATES = Path(__file__).parents[1] / "templates"

INK = "1F3550"
"""Headings and lines: a dark blue, which stands at 12 to 1 on white."""
QUIET = "505A66"
"""What only explains: a grey, which stands at 7 to 1 on white."""
ALARM = "8A1C1C"
"""Markings and notices: a dark red, which stands at 9 to 1 on white."""
PALE = "EEF2F6"
"""Behind the heads of tables."""
LINE = "B8C2CC"

_FONT = "Calibri"
_HEAD_FONT = "Cambria"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT_WIDTH = 9071
"""Twentieths of a point between the margins: 16 cm."""


def document_template() -> bytes:
    """Return ``document.docx``, which every kind of document uses that has none of its own."""
    body = [
        _paragraph("Title", "{{p title }}"),
        _paragraph("Subtitle", "{{p subtitle }}"),
        _paragraph("", "{{p head }}"),
        _paragraph("", "{{p body }}"),
    ]
    return _file(body, _letterhead(), _running_head(), _foot())


def request_template() -> bytes:
    """Return ``request.docx``: a letter, with whom it goes to above and its subject below that."""
    body = [
        _paragraph("", "{{p head }}"),
        _paragraph("Title", "{{p title }}"),
        _paragraph("", "{{p body }}"),
    ]
    return _file(body, _letterhead(), _running_head(), _foot(), subject=True)


def templates() -> Mapping[str, bytes]:
    """Return the templates by the names of their files."""
    return {"document.docx": document_template(), "request.docx": request_template()}


def _letterhead() -> str:
    return _paragraph("Brevhode", "{{ document.author }}") + _paragraph("Merking", "{{p marking }}")


def _running_head() -> str:
    return _paragraph("Header", "{{ document.title }}") + _paragraph("Merking", "{{p marking }}")


def _foot() -> str:
    page, pages = _field("PAGE"), _field("NUMPAGES")
    label = _run("{{ document.labels.page }} "), _run(" {{ document.labels.of }} ")
    return _paragraph_of("Footer", label[0] + page + label[1] + pages)


def _styles(*, subject: bool) -> Iterator[str]:
    """Yield the styles.

    Args:
        subject: Whether the title is the subject of a letter, which is no larger than a heading.
    """
    title = _letters(29, INK, _HEAD_FONT, bold=True) if subject else _letters(44, INK, _HEAD_FONT)
    room = _space(360, 160, 250) if subject else _space(0, 140, 240)
    heading = _letters(24 if subject else 28, INK, _HEAD_FONT, bold=True)
    yield _defaults()
    yield _style("Normal", "Normal", "", _space(0, 120, 264), "", "<w:qFormat/>", default=True)
    yield _style("Title", "Title", "Normal", _KEPT + _WHOLE_WORDS + room, title, _next("Subtitle"))
    yield _style("Subtitle", "Subtitle", "Normal", _KEPT + _space(0, 200, 252),
                 _letters(24, QUIET), _next("Normal"))  # fmt: skip
    yield _style("Heading1", "heading 1", "Normal",
                 _KEPT + _WHOLE_WORDS + _space(280, 80, 240) + _level(0),
                 heading, _next("Normal"))  # fmt: skip
    yield _style("Heading2", "heading 2", "Normal",
                 _KEPT + _WHOLE_WORDS + _space(180, 60, 240) + _level(1),
                 _letters(23, INK, bold=True), _next("Normal"))  # fmt: skip
    yield from _small_styles()
    yield from _list_styles()
    yield from _fact_styles()
    yield from _table_styles()
    yield from _page_styles()
    yield from _letter_styles()


def _small_styles() -> Iterator[str]:
    yield _style("LitenTekst", "Liten tekst", "Normal", _space(0, 100, 252), _letters(19, QUIET))
    border = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{ALARM}"/>'
        for side, size, space in (("top", 4, 5), ("left", 24, 8), ("bottom", 4, 5), ("right", 4, 8))
    )
    yield _style("Varsel", "Varsel", "Normal",
                 f"<w:keepLines/><w:pBdr>{border}</w:pBdr>" + _space(120, 120, 264)
                 + _indent(left=170, right=170) + "<w:contextualSpacing/>",
                 _letters(21, ALARM))  # fmt: skip
    yield _style("Figur", "Figur", "Normal", _space(80, 60, 240))
    yield _style("Caption", "caption", "Normal", "<w:keepLines/>" + _space(0, 160, 252),
                 _letters(19, QUIET))  # fmt: skip


def _list_styles() -> Iterator[str]:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    yield _style("ListBullet", "List Bullet", "Normal",
                 number + _space(0, 60, 264) + _indent(left=340, hanging=340))  # fmt: skip
    for name, left, size, before in (("Punkt", 454, 21, 120), ("Kilde", 454, 18, 30)):
        letters = _letters(size, QUIET if name == "Kilde" else None)
        yield _style(name, name, "Normal",
                     "<w:keepLines/>" + _tab(left) + _space(before, 20, 257)
                     + _indent(left=left, hanging=left), letters)  # fmt: skip
        yield _style(f"{name}Videre", f"{name} videre", name,
                     _space(0, 50 if name == "Punkt" else 20, 257)
                     + _indent(left=left, hanging=0))  # fmt: skip


def _fact_styles() -> Iterator[str]:
    left = 1985
    yield _style("Fakta", "Fakta", "Normal",
                 _tab(left) + _space(0, 40, 257) + _indent(left=left, hanging=left))  # fmt: skip
    yield _style("FaktaVidere", "Fakta videre", "Fakta", _indent(left=left, hanging=0))


def _table_styles() -> Iterator[str]:
    yield _style("Tabelltekst", "Tabelltekst", "Normal", _space(20, 40, 247), _letters(19))
    yield _style("Tabellhode", "Tabellhode", "Tabelltekst", _WHOLE_WORDS,
                 _letters(19, INK, bold=True))  # fmt: skip
    yield _style("EtterTabell", "Etter tabell", "Normal", _space(0, 0, 160, "exact"), _letters(8))
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'
        for side, size, color in (("top", 8, INK), ("bottom", 8, INK), ("insideH", 4, LINE))
    )
    sides = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    head = (
        f'<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr>'
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="AnbefalTabell"><w:name '
        'w:val="Anbefal tabell"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{sides}</w:tblCellMar>"
        f'</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>{head}</w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def _page_styles() -> Iterator[str]:
    rule = f'<w:bottom w:val="single" w:sz="8" w:space="6" w:color="{INK}"/>'
    yield _style("Header", "header", "Normal", _space(0, 0, 240), _letters(18, QUIET))
    yield _style("Brevhode", "Brevhode", "Header",
                 f"<w:pBdr>{rule}</w:pBdr>" + _space(0, 80, 240),
                 _letters(22, INK, _HEAD_FONT, bold=True))  # fmt: skip
    yield _style("Merking", "Merking", "Header", _space(40, 160, 240),
                 _letters(19, ALARM, bold=True))  # fmt: skip
    yield _style("Avsender", "Avsender", "Normal", _space(0, 40, 240), _letters(21, INK))
    yield _style("Footer", "footer", "Normal", _space(0, 0, 240) + '<w:jc w:val="right"/>',
                 _letters(18, QUIET))  # fmt: skip


def _letter_styles() -> Iterator[str]:
    """Yield the styles of words inside a paragraph."""
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
    )
    for style, name, look in (
        ("Strong", "Strong", "<w:b/>"),
        ("Hyperlink", "Hyperlink", f'<w:color w:val="{INK}"/><w:u w:val="single"/>'),
        ("FaktaEtikett", "Fakta etikett", f'<w:b/><w:color w:val="{INK}"/>'),
    ):
        own = ' w:customStyle="1"' if style == "FaktaEtikett" else ""
        yield (
            f'<w:style w:type="character"{own} w:styleId="{style}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        )


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_FONT)}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="nb-NO" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


_BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "caption", "List Bullet", "header",
     "footer"}
)  # fmt: skip


def _style(  # noqa: PLR0913 - what a style is made of
    style: str,
    name: str,
    base: str,
    paragraph: str,
    letters: str = "",
    more: str = "",
    *,
    default: bool = False,
) -> str:
    kind = ' w:default="1"' if default else "" if name in _BUILT_IN else ' w:customStyle="1"'
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    mark = more if "qFormat" in more else f"{more}<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style}"><w:name w:val="{name}"/>{based}'
        f"{mark}<w:pPr>{paragraph}</w:pPr>{look}</w:style>"
    )


_KEPT = "<w:keepNext/><w:keepLines/>"
_WHOLE_WORDS = "<w:suppressAutoHyphens/>"


def _next(style: str) -> str:
    return f'<w:next w:val="{style}"/>'


def _space(before: int, after: int, line: int, rule: str = "auto") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'


def _indent(**sides: int) -> str:
    said = " ".join(f'w:{side}="{wide}"' for side, wide in sides.items())
    return f"<w:ind {said}/>"


def _tab(at: int) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{at}"/></w:tabs>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def _letters(size: int, color: str | None = None, font: str = "", *, bold: bool = False) -> str:
    """Return the look of letters, in the order that Word wants; sizes are half points."""
    return (
        f"{_fonts(font) if font else ''}{'<w:b/>' if bold else ''}"
        f"{f'<w:color w:val={quoteattr(color)}/>' if color else ''}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _fonts(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'


def _numbering() -> str:
    return _root(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(left=340, hanging=340)}</w:pPr>"
        f'<w:rPr>{_fonts(_FONT)}<w:color w:val="{INK}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )


def _settings() -> str:
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return _root(
        "settings",
        '<w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        '<w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="nb-NO"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def _file(
    body: list[str], first_head: str, head: str, foot: str, *, subject: bool = False
) -> bytes:
    texts = {"header1": first_head, "header2": head, "footer1": foot, "footer2": foot}
    parts = {
        "word/document.xml": _root("document", f"<w:body>{''.join(body)}{_page()}</w:body>"),
        "word/styles.xml": _root("styles", "".join(_styles(subject=subject))),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        **{
            f"word/{name}.xml": _root("hdr" if name.startswith("header") else "ftr", text)
            for name, text in texts.items()
        },
    }
    kinds = {name: _kind(name) for name in parts}
    parts["[Content_Types].xml"] = _kinds(kinds)
    parts["_rels/.rels"] = _relations({"rId1": ("officeDocument", "word/document.xml")})
    own = ["styles", "numbering", "settings", *texts]
    parts["word/_rels/document.xml.rels"] = _relations(
        {f"rId{n}": (name.rstrip("12"), f"{name}.xml") for n, name in enumerate(own, start=1)}
    )
    return packed({name: text.encode() for name, text in parts.items()})


def _page() -> str:
    """Return the page: A4, headers and footers of the first page and of the others."""
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1417" w:bottom="1304" '
        'w:left="1418" w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _kind(name: str) -> str:
    part = name.removeprefix("word/").removesuffix(".xml").rstrip("12")
    return f"{_KIND}.{'document.main' if part == 'document' else part}+xml"


def _kinds(kinds: Mapping[str, str]) -> str:
    told = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{told}</Types>"
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in relations.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _root(name: str, inside: str) -> str:
    return f'{_XML}<w:{name} xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">{inside}</w:{name}>'


def _paragraph(style: str, words: str) -> str:
    return _paragraph_of(style, _run(words))


def _paragraph_of(style: str, runs: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{runs}</w:p>"


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _field(name: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return mark("begin") + told + mark("separate") + _run("1") + mark("end")


if __name__ == "__main__":
    for name, data in templates().items():
        (TEMPLATES / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data)} bytes\n")
