"""A repository's own Word templates: what they may change, and what they may not do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml

from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import render
from anbefal.documents.formats.word import render_word
from anbefal.documents.formats.word.tag_failures import reason
from anbefal.errors import TemplateFailed
from documents.sample_document import sample_document
from documents.word_files import (
    RELATIONS,
    WORD,
    own_template,
    paragraphs,
    parts,
    rendered,
    shown,
    with_parts,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def headings(data: bytes) -> list[str]:
    return [said for style, said in paragraphs(data) if style == "Heading 1"]


def field(*instructions: str) -> Callable[[Any], object]:
    """Return what puts a field into the text, told in so many pieces."""
    told = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in instructions)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    return put(f"{begin}{told}{end}")


def put(xml: str) -> Callable[[Any], object]:
    """Return what puts a paragraph with XML into the text."""
    return lambda document: document.element.body.insert(0, parse_xml(f"<w:p {W}>{xml}</w:p>"))


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> dict[str, Any]:
    """Return the change of parts that relates the text to something."""
    entry = f'<Relationship Id="rId77" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
    end = b"</Relationships>"
    return {"word/_rels/document.xml.rels": lambda data: data.replace(end, entry.encode() + end)}


def with_part(name: str, data: bytes) -> dict[str, Any]:
    """Return the change of parts that adds one to those of the text."""
    return {f"word/{name}": lambda _: data}


def picture(name: str, data: bytes, kind: str = "application/octet-stream") -> dict[str, Any]:
    """Return the change of parts that relates the text to a picture."""
    entry = f'<Override PartName="/word/media/{name}" ContentType="{kind}"/></Types>'
    return {
        "[Content_Types].xml": lambda data: data.replace(b"</Types>", entry.encode()),
        **related("image", f"media/{name}", ""),
        **with_part(f"media/{name}", data),
    }


def fetching(root: str, attribute: str) -> Callable[[bytes], bytes]:
    """Return what puts into a part, before its end, what fetches a picture."""
    end = f"</w:{root}>".encode()
    put_in = f'<w:pict xmlns:o="urn:o" {attribute}="https://spor.example/"/>'.encode()
    return lambda data: data.replace(end, put_in + end)


def test_sections_stand_where_the_template_asks_for_them(tmp_path: Path) -> None:
    lines = ("{{p section.questions }}", "Våre ord: {{ document.title }}", "{{p rest }}")

    data = rendered(own_template(tmp_path, *lines))

    assert headings(data)[:2] == ["Spørsmål til departementene", "Kort om temaet"]
    assert headings(data).count("Spørsmål til departementene") == 1
    assert "Våre ord: Kjønnslemlestelse og tvang i helsetjenesten" in shown(data)


def test_links_to_points_that_the_template_leaves_out_are_words(tmp_path: Path) -> None:
    data = rendered(own_template(tmp_path, "{{p section.asks }}"))

    assert "CEDAW-komiteen, 2017, avsnitt 25 (b) [1]" in shown(data)
    assert b"w:hyperlink" not in parts(data)["word/document.xml"]


def test_a_section_that_the_document_lacks_is_nothing(tmp_path: Path) -> None:
    lines = ("Før", "{{p marking }}", "{{p section.talking }}", "Etter")

    data = rendered(own_template(tmp_path, *lines))

    assert [said for _, said in paragraphs(data)] == [
        "Før", "INTERN UTGAVE, skal ikke deles ut", "Etter",
    ]  # fmt: skip


MARKED = ("Merking", "INTERN UTGAVE, skal ikke deles ut")


def unmarked(document: Any) -> None:
    """Take the tag of the marking out of the page headers."""
    section = document.sections[0]
    for head in (section.first_page_header, section.header):
        for one in head.paragraphs:
            if "marking" in one.text:
                one._element.getparent().remove(one._element)  # noqa: SLF001


def test_a_marking_that_the_template_leaves_out_is_put_above_the_text(tmp_path: Path) -> None:
    data = rendered(own_template(tmp_path, "Vårt brev", "{{p body }}", change=unmarked))

    assert paragraphs(data)[:2] == [MARKED, ("Normal", "Vårt brev")]
    for name in ("word/header1.xml", "word/header2.xml"):
        assert MARKED[1] in parts(data)[name].decode()


@pytest.mark.parametrize("tag", ["{{p marking }}", "Obs: {{ document.marking }}"])
def test_a_marking_that_the_template_shows_is_not_put_there_again(tmp_path: Path, tag: str) -> None:
    data = rendered(own_template(tmp_path, "Vårt brev", "{{p body }}", tag, change=unmarked))

    assert paragraphs(data)[0] == ("Normal", "Vårt brev")
    assert [MARKED[1] in said for _, said in paragraphs(data)].count(True) == 1


@pytest.mark.parametrize(
    "line", ["{{p section.asks }", "{p body }}", "{{ p body }", "Les {% if x", "{{p section."]
)
def test_braces_that_are_no_whole_tag_are_refused_with_their_paragraph(
    tmp_path: Path, line: str
) -> None:
    own_template(tmp_path, "{{p body }}", line, "asks }}")

    with pytest.raises(
        TemplateFailed, match=r"failed in paragraph 2 .* is part of no whole tag\.$"
    ):
        rendered(tmp_path)


def test_a_template_without_a_tag_for_what_is_said_is_refused(tmp_path: Path) -> None:
    own_template(tmp_path, "Brevhode", "{{p title }}", "{# body #}", "{p body }")

    with pytest.raises(TemplateFailed, match="has no tag for what a document says") as refused:
        rendered(tmp_path)

    assert "{{p body }}" in refused.value.hint


@pytest.mark.parametrize(
    ("lines", "left_out"),
    [
        (("{{p body }}",), ()),
        (("{{p section.asks }}", "{{p rest }}"), ()),
        (
            ("{{p section.asks }}", "{{p section.talking }}", "{{p section.about }}"),
            ("attendance", "questions", "closing", "sources"),
        ),
        (("{% for one in document.sections %}{{ one.title }} {% endfor %}",), ("closing",)),
    ],
)
def test_sections_that_a_template_leaves_out_are_told(
    tmp_path: Path, lines: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    folders = [own_template(tmp_path, *lines), default_templates()]

    assert render_word(plain_document(sample_document()), folders).left_out == left_out


@pytest.mark.parametrize(
    "changed",
    [
        related("attachedTemplate", "file:///C:/Users/Kari/Maler/brev.dotx"),
        related("customXmlProps", "../customXml/itemProps1.xml", ""),
    ],
)
def test_what_word_leaves_in_a_template_is_left_out(
    tmp_path: Path, changed: dict[str, Any]
) -> None:
    with_parts(tmp_path, changed)

    assert parts(rendered(tmp_path)) == parts(rendered(default_templates()))


def test_a_template_may_use_the_plain_data(tmp_path: Path) -> None:
    def add_table(document: Any) -> None:
        table = document.add_table(rows=3, cols=1)
        loop = (
            "{%tr for one in document.sections if one.title %}",
            "{{ one.title }}",
            "{%tr endfor %}",
        )
        for row, tag in zip(table.rows, loop, strict=True):
            row.cells[0].text = tag

    data = rendered(own_template(tmp_path, "{{p title }}", change=add_table))

    assert ("Normal", "Kilder") in paragraphs(data)


def test_a_text_box_holds_tags_of_its_own(tmp_path: Path) -> None:
    box = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in ("{{p author }}", "Oslo"))
    change = put(f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>")

    data = rendered(own_template(tmp_path, "{{p body }}", change=change))

    assert ("Avsender", "Sekretariatet for arbeidsgruppen") in paragraphs(data)


def test_styles_that_a_template_lacks_come_from_the_programs_own(tmp_path: Path) -> None:
    def forget(document: Any) -> None:
        styles = document.styles.element
        for style in list(styles.findall(f"{WORD}style")):
            if style.get(f"{WORD}styleId") != "Normal":
                styles.remove(style)

    data = rendered(own_template(tmp_path, "{{p body }}", change=forget))

    assert "Kort om temaet" in headings(data)
    assert ("List Bullet", "Helsetilsynet") in paragraphs(data)


def test_a_style_is_known_by_its_name_in_any_language_of_word(tmp_path: Path) -> None:
    def norwegian(document: Any) -> None:
        heading = document.styles.element.find(f"{WORD}style[@{WORD}styleId='Heading1']")
        heading.set(f"{WORD}styleId", "Overskrift1")

    data = rendered(own_template(tmp_path, "{{p body }}", change=norwegian))

    assert b'w:pStyle w:val="Overskrift1"' in parts(data)["word/document.xml"]


def test_nothing_that_people_left_in_a_template_is_in_a_document(tmp_path: Path) -> None:
    def leave(document: Any) -> None:
        document.core_properties.author = "HEMMELIG navn"
        document.core_properties.comments = "HEMMELIG merknad"
        paragraph = document.paragraphs[0]
        document.add_comment(paragraph.runs, text="HEMMELIG kommentar", author="HEMMELIG")
        paragraph._element.set(f"{WORD}rsidR", "00HEMMEL")  # noqa: SLF001

    data = rendered(own_template(tmp_path, "Brevhode", "{{p body }}", change=leave))

    assert [name for name, part in parts(data).items() if b"HEMMEL" in part] == []
    assert "word/comments.xml" not in parts(data)


def test_a_link_to_a_page_may_stay(tmp_path: Path) -> None:
    with_parts(tmp_path, related("hyperlink", "https://www.nhri.example/"))

    assert b"https://www.nhri.example/" in parts(rendered(tmp_path))["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (related("image", "https://spor.example/x.png"), "shows a picture that lies elsewhere"),
        (related("oleObject", "embeddings/x.bin", ""), "embedded or linked object"),
        (related("hyperlink", "file:///etc/passwd"), "something that is not allowed in it"),
        (related("vbaProject", "vbaProject.bin", ""), "holds macros"),
        (related("aFChunk", "x.html", ""), "another document in it"),
        (related("ukjent", "x.xml", ""), "something that is not allowed in it (ukjent)"),
        (
            {"[Content_Types].xml": lambda data: data.replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main",
                b"ms-word.document.macroEnabled.main")},
            "holds macros",
        ),
        (
            {"word/styles.xml": lambda data: data.replace(
                b"?>", b'?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1)},
            "declares entities in word/styles.xml",
        ),
        (picture("x.exe", b"MZ"), "a picture of a kind that is not allowed (exe)"),
        (picture("x.png", b"<html/>", "image/png"), "of a kind that is not allowed (png)"),
        (related("image", "media/no.png", ""), "names word/media/no.png, which is not in it"),
        (related("theme", "media/x.exe", "") | with_part("media/x.exe", b"MZ"), "it (theme)"),
        ({"word/numbering.xml": fetching("numbering", "src")}, "in its lists: it fetches a pic"),
        ({"word/styles.xml": fetching("styles", "o:href")}, "in its styles: it fetches a pic"),
        ({"word/x.xml": lambda _: b"<a>" * 250 + b"</a>" * 250}, "more in word/x.xml"),
        ({"word/x.xml": lambda _: b"<a>"}, "is damaged in line 1 of word/x.xml"),
        ({"word/media/x.png": lambda _: bytes(61_000_000)}, "unpacks to more"),
    ],
)  # fmt: skip
def test_a_template_that_reaches_out_is_refused(
    tmp_path: Path, changed: dict[str, Any], told: str
) -> None:
    with_parts(tmp_path, changed)

    with pytest.raises(TemplateFailed, match=r"The template document\.docx") as refused:
        rendered(tmp_path)

    assert told in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (field("DDEAUTO c:\\x.exe"), "the field DDEAUTO"),
        (field("INCLUDE", "PICTURE https://spor.example/"), "the field INCLUDEPICTURE"),
        (put('<w:fldSimple w:instr="INCLUDETEXT x"/>'), "the field INCLUDETEXT"),
        (put('<w:ins w:author="Kari"><w:r><w:t>nytt</w:t></w:r></w:ins>'), "tracked changes"),
        (put("<w:r><w:object/></w:r>"), "an embedded object"),
        (put('<w:r><w:pict><x src="https://spor.example/"/></w:pict></w:r>'), "fetches a picture"),
        (put(f'<w:r><w:x xmlns:r="{RELATIONS}" r:link="rId99"/></w:r>'), "fetches a picture"),
        (field('HYPERLINK "file:////spor.example/x"'), "no page on the web"),
        (field("HYPERLINK ", "javascript:alert(1)"), "no page on the web"),
        (field(r'HYPERLINK \l "punkt" \\spor\x'), "no page on the web"),
    ],
)
def test_what_fetches_or_runs_something_is_refused_with_its_place(
    tmp_path: Path, change: Callable[[Any], object], told: str
) -> None:
    own_template(tmp_path, "{{p body }}", change=change)

    with pytest.raises(TemplateFailed, match="failed in paragraph 1") as refused:
        rendered(tmp_path)

    assert told in refused.value.message


def test_a_field_may_lead_to_a_page_or_a_place_in_the_document(tmp_path: Path) -> None:
    told = r'HYPERLINK "https://www.nhri.example/" \o "Se file:x" \h', r'HYPERLINK \l "punkt"'
    own_template(tmp_path, "{{p body }}", change=lambda made: [field(one)(made) for one in told])

    assert b"nhri.example" in parts(rendered(tmp_path))["word/document.xml"]


def test_a_picture_in_svg_is_left_out_beside_the_one_that_word_keeps_with_it(
    tmp_path: Path,
) -> None:
    second = (
        f'<w:r><a:blip xmlns:a="a" xmlns:r="{RELATIONS}"><a:extLst><a:ext>'
        '<a:svgBlip r:embed="rId77"/></a:ext></a:extLst></a:blip></w:r>'
    )
    change = picture("x.svg", b'<svg><image href="https://spor.example/"/></svg>', "image/svg+xml")
    change["word/document.xml"] = lambda data: data.replace(
        b"</w:body>", f"<w:p>{second}</w:p></w:body>".encode()
    )

    made = parts(rendered(with_parts(tmp_path, change)))

    assert "word/media/x.svg" not in made
    assert b"svgBlip" not in made["word/document.xml"]


def test_a_picture_that_is_only_in_svg_is_refused(tmp_path: Path) -> None:
    change = picture("x.svg", b"<svg/>", "image/svg+xml")
    shown = f'<w:p><w:r><a:blip xmlns:a="a" xmlns:r="{RELATIONS}" r:embed="rId77"/></w:r></w:p>'
    change["word/document.xml"] = lambda data: data.replace(
        b"</w:body>", f"{shown}</w:body>".encode()
    )

    with pytest.raises(TemplateFailed, match=r"that is not allowed \(svg\)"):
        rendered(with_parts(tmp_path, change))


def test_a_field_that_another_field_works_out_is_refused(tmp_path: Path) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = mark("begin") + "<w:r><w:instrText>=1</w:instrText></w:r>" + mark("end")
    own_template(tmp_path, change=put(mark("begin") + inner + mark("end")))

    with pytest.raises(TemplateFailed, match="the field \\?"):
        rendered(tmp_path)


XML_FROM_TAGS = (
    "<w:r><w:t>{% set x %}</w:t></w:r><w:r><w:t>{% endset %}{% set b, s, e = x[0], x[:2], x[-1] %}"
    "{{ s }}w:t{{ e }}{{ b }}w:instrText{{ e }}DDEAUTO x{{ s }}w:instrText{{ e }}{{ b }}w:t{{ e }}"
    "</w:t></w:r>"
)
"""What takes the brackets of XML from between its own runs, and writes a field with them."""

NOTE = '<w:footnote w:id="2"><w:p>{}</w:p></w:footnote>'


def notes(inside: str) -> dict[str, Any]:
    """Return the change of parts that gives a template footnotes, as Word writes them."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    entry = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return {
        "word/footnotes.xml": lambda _: f"{head}<w:footnotes {W}>{inside}</w:footnotes>".encode(),
        "[Content_Types].xml": lambda data: data.replace(b"</Types>", entry.encode()),
        **related("footnotes", "footnotes.xml", ""),
    }


def test_tags_cannot_make_what_a_template_may_not_hold(tmp_path: Path) -> None:
    own_template(tmp_path, "{{p body }}", change=put(XML_FROM_TAGS))

    with pytest.raises(TemplateFailed, match="DDEAUTO"):
        rendered(tmp_path)


def test_notes_hold_tags_and_what_word_itself_keeps_there(tmp_path: Path) -> None:
    told = "<w:r><w:t>{{ document.title }}</w:t></w:r>"
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p>'
    with_parts(tmp_path, notes(f"{separator}</w:footnote>{NOTE.format(told)}"))

    made = parts(rendered(tmp_path))["word/footnotes.xml"].decode()

    assert "<w:separator/>" in made
    assert "Kjønnslemlestelse og tvang i helsetjenesten" in made


def test_notes_cannot_make_what_a_template_may_not_hold(tmp_path: Path) -> None:
    with_parts(tmp_path, notes(NOTE.format(XML_FROM_TAGS)))

    with pytest.raises(TemplateFailed, match=r"of the footnotes.* the field DDEAUTO"):
        rendered(tmp_path)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ document.titel }}", "titel"),
        ("{{p section.aks }}", "aks"),
        ("{% if document.title %}", "Unexpected end of template"),
        ("{{ document.title | finnesikke }}", "finnesikke"),
        ("{{ document.__class__ }}", "unsafe"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ document.sections }}", "is no text"),
        ("Les: {{p body }} her", "must stand alone in its paragraph"),
        ("Les: {{ body }} her", "must stand alone in its paragraph"),
        ("{{ body | upper }}", "can only be put in whole"),
        ("{{ body[1:] }}", "can only be put in whole"),
        ("{{ body.replace('a', 'b') }}", "can only be put in whole"),
        ("{{ '<w:br/>' | safe }}", "the filter safe is not for Word"),
        ("{% include 'brev.docx' %}", "a Word template takes in no other file"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_a_tag_that_fails_is_told_with_the_file_and_the_paragraph(
    tmp_path: Path, tag: str, told: str
) -> None:
    own_template(tmp_path, "Først", "{{p head }}", tag)

    with pytest.raises(TemplateFailed, match=r"The template document\.docx failed in") as failed:
        rendered(tmp_path)

    assert told in failed.value.message
    assert "paragraph 3" in failed.value.message


def test_two_tags_for_blocks_in_one_paragraph_are_refused(tmp_path: Path) -> None:
    own_template(tmp_path, "{% set x = body %}{{ x }}{{ x }}")

    with pytest.raises(TemplateFailed, match="tag of body must stand alone in a paragraph"):
        rendered(tmp_path)


def test_what_needs_too_much_is_told_in_words() -> None:
    assert reason(MemoryError()) == "it needs more memory than a template may use"


def test_an_error_in_a_page_header_is_told_as_that(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ document.titel }}"

    own_template(tmp_path, "{{p body }}", change=change)

    with pytest.raises(TemplateFailed, match=r"paragraph 1 of a page header \({{ document.titel"):
        rendered(tmp_path)


def test_a_template_runs_in_a_process_that_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    own_template(tmp_path / "templates", "{{p title }}", "{{p section.sources }}")

    made = render(sample_document(), "docx", tmp_path)

    assert paragraphs(made.data)[0] == ("Title", "Kjønnslemlestelse og tvang i helsetjenesten")
    assert (made.template, made.left_out) == (
        "document.docx",
        ("about", "attendance", "asks", "questions", "closing"),
    )


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "document.docx").write_bytes(b"no archive")

    with pytest.raises(TemplateFailed, match="is no Word document, or is damaged"):
        rendered(tmp_path)


def test_the_programs_own_templates_are_used_without_others(tmp_path: Path) -> None:
    assert rendered(tmp_path) == rendered(default_templates())
