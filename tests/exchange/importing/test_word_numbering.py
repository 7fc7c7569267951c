"""The numbers that Word shows before paragraphs and does not write into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.exchange.word.formats import written
from anbefal.exchange.word.reading import read_document
from exchange.importing.word_documents import (
    UN_LIST,
    begins_at,
    definition,
    level,
    listed,
    paragraph,
    write_document,
)


def numbers(folder: Path, *paragraphs: str, lists: str, styles: str = "") -> list[str]:
    """Return the number of every paragraph."""
    path = write_document(folder / "b.docx", *paragraphs, lists=lists, styles=styles)
    return [one.number for one in read_document(path).paragraphs]


def items(*levels: int, of: int = 1) -> list[str]:
    """Return paragraphs on levels of a list."""
    return [paragraph("Et punkt", numbered=(of, at)) for at in levels]


UN = UN_LIST + listed(1, of=7)


def test_paragraphs_letters_and_roman_numbers_count_as_in_a_document_of_the_un(
    tmp_path: Path,
) -> None:
    found = numbers(tmp_path, *items(0, 1, 1, 2, 2, 1, 0, 1), lists=UN)

    assert found == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]


def test_the_depth_of_a_number_is_told(tmp_path: Path) -> None:
    path = write_document(tmp_path / "b.docx", *items(0, 2), paragraph("Tekst"), lists=UN)

    assert [one.level for one in read_document(path).paragraphs] == [0, 2, None]


def test_counting_goes_on_after_headings_and_tables(tmp_path: Path) -> None:
    heading = paragraph("Bolig", style="Overskrift1")

    found = numbers(tmp_path, *items(0), heading, *items(0), lists=UN)

    assert found == ["1.", "", "2."]


def test_an_empty_paragraph_is_counted_as_word_does(tmp_path: Path) -> None:
    found = numbers(tmp_path, *items(0), paragraph(numbered=(1, 0)), *items(0), lists=UN)

    assert found == ["1.", "3."]


def test_a_list_can_begin_at_another_number(tmp_path: Path) -> None:
    lists = UN_LIST + listed(1, of=7, overrides=begins_at(0, 14))

    assert numbers(tmp_path, *items(0, 1, 0), lists=lists) == ["14.", "(a)", "15."]


def test_two_lists_of_one_kind_count_on_unless_the_second_begins_anew(tmp_path: Path) -> None:
    lists = UN_LIST + listed(1, of=7) + listed(2, of=7) + listed(3, of=7, overrides=begins_at(0, 1))
    paragraphs = [*items(0), *items(0, of=2), *items(0, 0, of=3), *items(0)]

    assert numbers(tmp_path, *paragraphs, lists=lists) == ["1.", "2.", "1.", "2.", "3."]


def test_the_number_can_come_from_the_style(tmp_path: Path) -> None:
    kind = definition(
        7,
        level(0, "decimal", "%1.", '<w:pStyle w:val="Avsnitt"/>'),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Bokstav"/>'),
    )
    numbering = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'
        for name, more in (
            ("Avsnitt", numbering),
            ("Bokstav", numbering),
            ("Under", '<w:basedOn w:val="Bokstav"/>'),
        )
    )
    paragraphs = [paragraph("Ord", style=name) for name in ("Avsnitt", "Bokstav", "Under")]

    found = numbers(tmp_path, *paragraphs, lists=kind + listed(1, of=7), styles=styles)

    assert found == ["1.", "(a)", "(b)"]


def test_a_paragraph_can_switch_the_numbering_of_its_style_off(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Avsnitt"><w:name w:val="Avsnitt"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    paragraphs = [
        paragraph("Ord", style="Avsnitt"),
        paragraph("Ord", style="Avsnitt", numbered=(0, 0)),
        paragraph("Ord", style="Avsnitt"),
    ]

    assert numbers(tmp_path, *paragraphs, lists=UN, styles=style) == ["1.", "", "2."]


def test_a_list_can_follow_the_definition_of_a_style(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = UN_LIST + definition(8, more='<w:numStyleLink w:val="Liste"/>')
    lists += listed(1, of=7) + listed(2, of=8)

    assert numbers(tmp_path, *items(0, 1, of=2), lists=lists, styles=style) == ["1.", "(a)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["(a)", "(a)", "(a)"]), ("0", ["(a)", "(b)", "(c)"]), ("1", ["(a)", "(b)", "(a)"])],
    ids=["after every level above", "never", "after the first level only"],
)
def test_a_level_begins_anew_when_it_says_so(
    tmp_path: Path, restart: str, expected: list[str]
) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    kind = definition(
        7,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "(%3)", more),
    )

    found = numbers(tmp_path, *items(0, 1, 2, 1, 2, 0, 2), lists=kind + listed(1, of=7))

    assert [one for one in found if one.startswith("(")] == expected


def test_a_legal_level_shows_every_number_in_digits(tmp_path: Path) -> None:
    kind = definition(7, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))

    assert numbers(tmp_path, *items(0, 0, 1), lists=kind + listed(1, of=7)) == ["I.", "II.", "2.1"]


def test_a_bullet_is_no_number(tmp_path: Path) -> None:
    kind = definition(7, level(0, "bullet", "•"))

    assert numbers(tmp_path, *items(0), lists=kind + listed(1, of=7)) == [""]


def test_a_paragraph_that_was_taken_away_is_not_counted(tmp_path: Path) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Bort</w:delText></w:r></w:del></w:p>"
    )

    assert numbers(tmp_path, *items(0), gone, *items(0), lists=UN) == ["1.", "2."]


@pytest.mark.parametrize("lists", [listed(1, of=99), "", UN_LIST.replace("decimal", "klingon")])
def test_a_list_that_is_not_defined_shows_no_number(tmp_path: Path, lists: str) -> None:
    assert numbers(tmp_path, *items(0), lists=lists) == [""]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (7, "decimalZero", "07"),
        (13, "ordinal", "13th"),
        (22, "ordinal", "22nd"),
        (30_000, "lowerLetter", ""),
        (1, "hindiVowels", ""),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected
