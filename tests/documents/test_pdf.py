"""A PDF that everyone can read: its tags, languages, bookmarks, pages and characters."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from functools import cache

import pytest

from anbefal.documents.content.blocks import (
    Document,
    Paragraph,
    Point,
    Points,
    Run,
    Section,
    Subheading,
    Table,
)
from anbefal.documents.formats.rendering import render
from anbefal.errors import TooLarge
from documents.pdf_reading import (
    bookmarks,
    elements,
    headings,
    opened,
    pieces,
    squeezed,
    tags,
    words_of,
)
from documents.sample_document import sample_document, texts_of

HOSTILE = '#read("x") #{1+1} * _ $x$ @a \\ ]]> <l> {{ 7*7 }} -- "q" // `c` = h'


@cache
def sample() -> bytes:
    return render(sample_document(), "pdf").data


def in_order(text: str, *parts: str) -> bool:
    """Return whether parts stand in a text one after the other."""
    return re.search(".*".join(map(re.escape, parts)), text, re.DOTALL) is not None


def letter(*blocks: Paragraph | Points | Table | Subheading, title: str = "") -> Document:
    section = Section("one", title, blocks)
    return replace(sample_document(), kind="request", head=(), sections=(section,), pages=None)


def made(*lines: str) -> bytes:
    return render(letter(*(Paragraph((Run(line),)) for line in lines)), "pdf").data


def test_is_declared_to_be_readable_by_everyone() -> None:
    pdf = opened(sample())

    assert pdf.open_metadata()["pdfuaid:part"] == "1"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_properties_tell_title_author_language_and_day() -> None:
    pdf = opened(sample())

    assert str(pdf.Root.Lang) == "nb-NO"
    assert str(pdf.docinfo.Title) == "Kjønnslemlestelse og tvang i helsetjenesten"
    assert str(pdf.docinfo.Author) == "Sekretariatet for arbeidsgruppen"
    assert str(pdf.docinfo.CreationDate).startswith("D:20221201")


def test_headings_are_headings_and_bookmarks() -> None:
    said = headings(opened(sample()))

    assert said == [
        "H1 Kort om temaet",
        "H2 Siden sist",
        "H1 Hvem som deltar",
        "H1 Hva organene ber om",
        "H1 Spørsmål til departementene",
        "H1 Kilder",
    ]
    assert bookmarks(opened(sample())) == [heading[3:] for heading in said]


def test_tables_have_header_rows_and_lists_are_lists() -> None:
    order = tags(opened(sample()))

    assert order.count("TH") == 4
    assert order.index("THead") < order.index("TH") < order.index("TBody") < order.index("TD")
    assert order.count("L") == 5
    assert order.count("LI") == order.count("Lbl") == order.count("LBody") == 10


def test_structure_is_in_the_order_of_the_text_on_each_page() -> None:
    pdf = opened(sample())
    read = pieces(pdf)
    second = read.index(0, 1)
    picture = [at for at in range(1, second) if read[at] < read[at - 1]]

    assert len(picture) == 1  # its caption is told before it and stands below it
    assert sorted(read[:second]) == [*range(second)]
    assert read[second:] == [*range(len(read) - second)]
    assert in_order(
        words_of(sample()),
        *(
            "Temaetgjelder",
            "Oversiktenkom",
            "Helsetilsynet",
            "Førtall",
            "Nårkommer",
            "avsnitt25(b)",
        ),
    )


def test_picture_has_its_alternative() -> None:
    pdf = opened(sample())
    (figure,) = (one for one in elements(pdf) if str(one.S) == "/Figure")

    assert str(figure.Alt) == "Seks temaer etter prioritet. Temaet er nummer to."


def test_words_of_another_language_say_so() -> None:
    pdf = opened(sample())
    languages = {str(one.Lang) for one in elements(pdf) if "/Lang" in one}

    assert "en-GB" in languages


def test_number_of_a_source_leads_to_it() -> None:
    pdf = opened(sample())
    links = [one for page in pdf.pages for one in page.get("/Annots", [])]

    assert len(links) == 2
    assert all(str(one.Subtype) == "/Link" and "/Contents" in one for one in links)


def test_target_that_is_nowhere_is_plain_words() -> None:
    pdf = render(letter(Paragraph((Run("[9]", target="source-9"),))), "pdf").data

    assert "[9]" in words_of(pdf)
    assert "Link" not in tags(opened(pdf))


def test_marking_is_told_once_in_the_text_and_shown_on_every_page() -> None:
    pages = words_of(sample()).split("Side")

    assert pages[0].startswith("INTERNUTGAVE")
    assert words_of(sample()).count("INTERNUTGAVE") == len(opened(sample()).pages)


def test_same_document_is_the_same_bytes() -> None:
    assert render(sample_document(), "pdf").data == sample()


def test_every_text_is_there_whatever_its_characters() -> None:
    document = sample_document("nb", HOSTILE)
    shown = words_of(render(document, "pdf").data)

    unseen = {text for text in texts_of(document) if squeezed(text) not in shown}
    hidden = ("Seks temaer etter", "Hva som er anbefalt", "Sekretariatet for arbeidsgruppen")
    assert [text for text in unseen if not any(words in text for words in hidden)] == []


def test_letters_of_norwegian_and_sami_are_shown() -> None:
    letters = "Æø Å Čč Đđ Ŋŋ Šš Ŧŧ Žž † \u2013 «» é ü ß Ж"

    assert squeezed(letters) in words_of(made(letters))


def test_characters_without_a_font_are_written_out() -> None:
    shown = words_of(made("漢a 😀 \x07 \U00012345", "\u202esnu"))

    assert "[U+6F22]a[U+1F600][U+0007][U+12345]" in shown
    assert "[U+202E]snu" in shown


def test_letter_without_a_font_is_written_out_with_what_stands_on_it() -> None:
    assert "x[U+6F22][U+0301]y" in words_of(made("x漢\u0301y"))


def test_accent_that_only_another_font_has_is_written_out() -> None:
    assert "\u0915[U+0301]" in words_of(made("\u0915\u0301"))


def test_number_of_a_character_is_not_turned_about_beside_hebrew() -> None:
    shown = words_of(made("\u05d0\u05d1 \U0001f468 5 \U0001f469 \u05d2"))

    assert "[U+1F468]" in shown
    assert "[U+1F469]" in shown


def test_many_characters_without_a_font_are_all_written_out() -> None:
    many = "".join(f"{chr(0x4E00 + n)}\u0301" for n in range(1000))

    assert words_of(made(many)).count("[U+0301]") == 1000


def test_many_long_words_are_all_there() -> None:
    shown = words_of(made(" ".join(["a" * 40] * 400)))

    assert shown.count("a" * 40) >= 400 - 20  # but for those that stand on two lines or pages


def test_long_brief_stands_on_two_pages() -> None:
    points = tuple(Point(n, ((Run("Norge bør styrke vernet. " * 8),),)) for n in range(1, 49))
    asked = Section("asks", "Hva Norge er bedt om", (Points(points, "ask"),))
    document = replace(sample_document(), sections=(asked,))

    assert len(opened(render(document, "pdf").data).pages) == 2
    assert len(opened(render(replace(document, pages=None), "pdf").data).pages) > 2


def test_what_cannot_stand_on_two_pages_is_longer_and_whole() -> None:
    text = "Norge bør styrke vernet. " * 900
    document = replace(letter(Paragraph((Run(text + "Slutt."),))), kind="brief", pages=2)
    pdf = render(document, "pdf").data

    assert len(opened(pdf).pages) > 2
    assert "Slutt." in words_of(pdf)


def test_long_list_does_not_take_longer_for_each_point_the_more_there_are() -> None:
    lines = ((Run("Norge bør styrke vernet. " * 4),), (Run("[1]", target="source-1"),))
    asks = Points(tuple(Point(n, lines) for n in range(1, 901)), "ask")
    sources = Points((Point(1, lines[:1]),), "source", small=True)
    document = replace(letter(asks, sources), kind="brief", pages=2)
    began = time.perf_counter()
    render(document, "pdf")

    assert time.perf_counter() - began < 10


def test_document_beyond_measure_is_refused_in_a_sentence() -> None:
    with pytest.raises(TooLarge, match="too large for PDF"):
        made("Norge bør styrke vernet. " * 400_000)


def test_row_taller_than_a_page_is_whole() -> None:
    cell = ((Run("Norge bør styrke vernet. " * 400 + "Slutt."),),)
    pdf = render(letter(Table("", ("Nr.", "Krav"), ((((Run("1"),),), cell),), (1, 3))), "pdf").data

    assert "Slutt." in words_of(pdf)
    assert len(opened(pdf).pages) > 2


def test_word_wider_than_its_column_breaks() -> None:
    cell = ((Run("x" * 200),),)
    pdf = render(letter(Table("", ("A", "B"), ((cell, cell),), (1, 1))), "pdf").data

    assert words_of(pdf).count("x") == 400
    assert "x" * 100 not in words_of(pdf).split("Side")[1]


def test_subheading_without_a_heading_above_is_a_heading() -> None:
    pdf = render(letter(Subheading("Bakgrunn")), "pdf").data

    assert headings(opened(pdf)) == ["H1 Bakgrunn"]
