"""A document in Word: what its readers, their screen readers and their successors need."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest

from anbefal.documents.content.blocks import Document, Run, Section, Table
from anbefal.documents.content.names import SECTIONS
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import render
from anbefal.documents.formats.word.xml import literal
from anbefal.documents.pictures.drawing import WIDE, draw_png
from anbefal.model.base import Language
from documents.sample_document import sample_document, texts_of
from documents.word_files import WORD, made, paragraphs, parts, rendered, shown, words
from support import load_script

PROJECT = Path(__file__).parents[2]
HOSTILE = (
    "{{ 7*7 }} {% for x in y %} {_{ }_} {_% %_} {{p body }} {%tr x %} {#p x #} {{r x }} &#123; "
    '&amp; <script>alert("x")</script> ]]> \\a \\n #read("x") * _ $ @ \\ \u202e \U0001f642'
)


@pytest.fixture(name="text", scope="module")
def _text() -> list[tuple[str, str]]:
    return paragraphs(made())


def with_style(text: list[tuple[str, str]], style: str) -> list[str]:
    return [said for name, said in text if name == style]


def test_every_text_is_shown_as_it_is_written() -> None:
    document = sample_document(hostile=HOSTILE)

    said = shown(render(document, "docx").data)

    assert [text for text in texts_of(document) if literal(text) not in said] == []


def test_what_xml_cannot_hold_is_shown_as_a_sign() -> None:
    hostile = sample_document(hostile="a\x00b\x1b[31m\x07c\x0cd")

    said = shown(rendered(default_templates(), hostile))

    assert "a\ufffdb\ufffd[31m\ufffdc d" in said


def test_the_title_and_the_headings_are_headings_of_word(text: list[tuple[str, str]]) -> None:
    assert with_style(text, "Title") == ["Kjønnslemlestelse og tvang i helsetjenesten"]
    assert "Hva organene ber om" in with_style(text, "Heading 1")
    assert with_style(text, "Heading 2") == ["Siden sist"]


def test_bullets_are_a_list_of_word(text: list[tuple[str, str]]) -> None:
    document = docx.Document(BytesIO(made()))

    assert "Helsetilsynet" in with_style(text, "List Bullet")
    assert document.styles["List Bullet"].element.find(f".//{WORD}numId") is not None


def test_a_point_says_its_number_and_is_where_lines_lead_to(text: list[tuple[str, str]]) -> None:
    body = docx.Document(BytesIO(made())).element.body
    bookmarks = {one.get(f"{WORD}name") for one in body.iter(f"{WORD}bookmarkStart")}
    links = {one.get(f"{WORD}anchor"): words(one) for one in body.iter(f"{WORD}hyperlink")}

    assert "7.\tHva gjenstår?" in with_style(text, "Punkt")
    assert "2.\tNinth report (språk: engelsk)" in with_style(text, "Kilde")
    assert links == {"source-1": "[1]", "source-2": "[2]"}
    assert bookmarks == {"question-1", "question-2", "more-7", "source-1", "source-2"}


def test_a_fact_is_a_label_and_what_stands_at_it(text: list[tuple[str, str]]) -> None:
    start = text.index(("Fakta", "Fra\tSekretariatet"))

    assert text[start + 1 : start + 3] == [
        ("Fakta", "Til\tJustis- og beredskapsdepartementet"),
        ("Fakta videre", "Barne- og familiedepartementet (kopi)"),
    ]


def test_a_table_tells_its_headings_and_what_it_shows() -> None:
    (table,) = docx.Document(BytesIO(made())).tables
    head, *rows = table._tbl.tr_lst  # noqa: SLF001

    assert head.find(f"{WORD}trPr/{WORD}tblHeader") is not None
    assert all(row.find(f"{WORD}trPr/{WORD}tblHeader") is None for row in rows)
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in (head, *rows))
    assert table._tbl.tblPr.find(f"{WORD}tblLook").get(f"{WORD}firstColumn") == "1"  # noqa: SLF001
    assert "Hva som er anbefalt, rapportert og vurdert" in shown(made())


def test_a_column_holds_its_longest_word_where_the_others_have_room() -> None:
    ministry = "Justis- og beredskapsdepartementet"
    cells = tuple(((Run(said),),) for said in ("1", "Frist for lovforslaget.", ministry))
    table = Table("Lovet", ("Nr.", "Hva", "Hvem"), (cells,), (1, 12, 4))
    section = Section("promised", "Lovet", (table,))

    data = render(replace(sample_document(), sections=(section,)), "docx").data

    (made,) = docx.Document(BytesIO(data)).tables
    widths = [column.width.twips for column in made.columns]
    assert widths[2] > 2200 > 9071 * 4 / 17
    assert sum(widths) == 9071


def test_a_cell_with_nothing_in_it_has_a_run_without_which_libreoffice_forgets_the_look() -> None:
    row = ((Run("I alt"),),), ()
    section = Section("promised", "Lovet", (Table("Lovet", ("Hva", "Punkt"), (row,), (1, 1)),))

    data = render(replace(sample_document(), sections=(section,)), "docx").data

    (made,) = docx.Document(BytesIO(data)).tables
    assert len(made.rows[1].cells[1].paragraphs[0].runs) == 1


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    body = docx.Document(BytesIO(made())).element.body
    (picture,) = body.iter("{*}docPr")
    pictures = [data for name, data in parts(made()).items() if name.startswith("word/media/")]

    assert picture.get("descr") == "Seks temaer etter prioritet. Temaet er nummer to."
    assert [data[:8] for data in pictures] == [b"\x89PNG\r\n\x1a\n"]


def test_a_picture_is_drawn_for_paper_and_the_same_each_time() -> None:
    figure = next(
        block for section in sample_document().sections for block in section.blocks
        if hasattr(block, "picture")
    )  # fmt: skip

    drawn = draw_png(figure.picture, WIDE)

    assert int.from_bytes(drawn[16:20], "big") == WIDE * 300 // 96
    assert b64encode(drawn) == b64encode(draw_png(figure.picture, WIDE))


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_the_language_is_told_of_the_document_and_of_words_in_another(
    language: Language, tag: str
) -> None:
    document = docx.Document(BytesIO(made(language)))
    runs = {words(run): run.find(f"{WORD}rPr/{WORD}lang") for run in _runs(document)}
    told = {said: lang.get(f"{WORD}val") for said, lang in runs.items() if lang is not None}
    default = document.styles.element.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")

    assert default.find(f"{WORD}lang").get(f"{WORD}val") == tag
    assert document.core_properties.language == tag
    assert told["Care without consent."] == ("nb-NO" if language == "en" else "en-GB")
    assert told.get("Kjønnslemlestelse og tvang i helsetjenesten") == (
        None if language == "nb" else "nb-NO"
    )


def _runs(document: Any) -> list[Any]:
    heads = [part for one in document.sections for part in (one.header, one.first_page_header)]
    roots = [document.element.body, *(one._element for one in heads)]  # noqa: SLF001
    return [run for root in roots for run in root.iter(f"{WORD}r")]


def test_the_pages_are_numbered_and_marked() -> None:
    (section,) = docx.Document(BytesIO(made())).sections
    foot = section.footer._element  # noqa: SLF001
    fields = [one.text.strip() for one in foot.iter(f"{WORD}instrText")]

    assert fields == ["PAGE", "NUMPAGES"]
    assert words(foot) == "Side 1 av 1"
    for head in (section.first_page_header, section.header):
        assert "INTERN UTGAVE, skal ikke deles ut" in words(head._element)  # noqa: SLF001


def test_a_document_that_is_not_marked_has_no_room_for_it() -> None:
    document = sample_document()
    fields = {name: getattr(document, name) for name in document.__slots__}

    data = render(Document(**{**fields, "marking": "", "subtitle": ""}), "docx").data

    assert "Subtitle" not in {style for style, _ in paragraphs(data)}
    assert "Merking" not in parts(data)["word/header2.xml"].decode()


def test_the_properties_are_those_of_the_document_and_nothing_else() -> None:
    properties = docx.Document(BytesIO(made())).core_properties

    assert properties.title == "Kjønnslemlestelse og tvang i helsetjenesten"
    assert properties.author == properties.last_modified_by == "Sekretariatet for arbeidsgruppen"
    assert properties.created.isoformat() == "2022-12-01T00:00:00+00:00"
    assert properties.modified == properties.created
    assert sorted(name for name in parts(made()) if "docProps" in name) == ["docProps/core.xml"]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render(sample_document(), "docx").data == made()


def test_a_letter_has_its_addressee_above_its_subject() -> None:
    document = sample_document()
    fields = {name: getattr(document, name) for name in document.__slots__}

    letter = paragraphs(render(Document(**{**fields, "kind": "request"}), "docx").data)

    styles = [style for style, _ in letter]
    assert styles.index("Fakta") < styles.index("Title") < styles.index("Heading 1")


def test_the_templates_are_what_their_script_makes() -> None:
    script = load_script(PROJECT / "docs" / "word_templates.py")

    for name, data in script.templates().items():
        assert parts((default_templates() / name).read_bytes()) == parts(data), name


def test_styles_stand_in_the_order_that_word_wants() -> None:
    order = ["keepNext", "keepLines", "numPr", "pBdr", "tabs", "suppressAutoHyphens", "spacing",
             "ind", "contextualSpacing", "jc", "outlineLvl"]  # fmt: skip

    for properties in docx.Document(BytesIO(made())).styles.element.iter(f"{WORD}pPr"):
        places = [order.index(one.tag.removeprefix(WORD)) for one in properties]
        assert all(first < second for first, second in pairwise(places))


def test_every_section_that_a_document_makes_can_be_asked_for() -> None:
    import re

    found: set[str] = set()
    for path in (PROJECT / "src" / "anbefal" / "documents").rglob("*.py"):
        found.update(re.findall(r'\bSection\(\s*"(\w+)"', path.read_text("utf-8")))

    assert found <= {name for names in SECTIONS.values() for name in names}
