"""What the head of a document tells: who, which document, of when and about whom."""

from __future__ import annotations

import pytest

from anbefal.exchange.observations.head import Given, Head, read_head
from anbefal.exchange.word.blocks import Paragraph, TableRow, WordDocument, WordTable
from anbefal.model.dates import parse_date


def head(*lines: str, notes: tuple[str, ...] = (), heads: tuple[str, ...] = ()) -> Head:
    blocks = tuple(Paragraph(at, line) for at, line in enumerate((*lines, "1. It met."), 1))
    return read_head(WordDocument("a.docx", heads, blocks, notes))


@pytest.mark.parametrize(
    ("symbol", "body", "country"),
    [
        ("CAT/C/NOR/CO/12", "CAT", "NO"),
        ("CCPR/C/SWE/CO/9", "CCPR", "SE"),
        ("CEDAW/C/NOR/CO/11", "CEDAW", "NO"),
        ("CERD/C/NOR/CO/27-28", "CERD", "NO"),
        ("CRC/C/NOR/CO/7-8", "CRC", "NO"),
        ("CRPD/C/NOR/CO/2-3", "CRPD", "NO"),
        ("E/C.12/NOR/CO/7", "CESCR", "NO"),
        ("CED/C/NOR/CO/1", "CED", "NO"),
        ("CMW/C/PER/CO/2", "CMW", "PE"),
    ],
)
def test_the_symbol_tells_the_body_and_the_country(symbol: str, body: str, country: str) -> None:
    found = head(symbol)
    assert (found.symbol, found.body, found.country) == (symbol, body, country)


@pytest.mark.parametrize(
    ("line", "body", "symbol"),
    [
        ("GREVIO/Inf(2031)12", "GREVIO", "GREVIO/Inf(2031)12"),
        ("GRETA(2031)04", "GRETA", "GRETA(2031)04"),
        ("CRI(2031)2", "ECRI", "CRI(2031)2"),
        ("CPT/Inf (2031) 9", "CPT", "CPT/Inf (2031) 9"),
    ],
)
def test_reports_of_the_council_of_europe_have_their_own_symbols(
    line: str, body: str, symbol: str
) -> None:
    assert (head(line).body, head(line).symbol) == (body, symbol)


def test_the_symbol_may_stand_in_the_page_header_alone() -> None:
    assert head("Norway", heads=("CRC/C/NOR/CO/7-8",)).symbol == "CRC/C/NOR/CO/7-8"


def test_symbols_of_the_states_report_and_of_the_text_are_not_the_documents_own() -> None:
    found = head("Committee against Torture", "On the report (CAT/C/NOR/12)")
    assert (found.symbol, found.body) == ("", "CAT")


@pytest.mark.parametrize(
    "lines",
    [
        ("Distr.: General", "14 June 2031", "Original: English"),
        ("Distr.: General 14 June 2031",),
        ("Distr. GENERAL 14 June 2031",),
        ("Published on 14 June 2031",),
    ],
)
def test_the_date_is_that_of_the_document(lines: tuple[str, ...]) -> None:
    notes = ("Adopted by the Committee at its 91st session (19 April–14 May 2031).",)  # noqa: RUF001
    found = head("CAT/C/NOR/CO/12", *lines, notes=notes)
    assert (found.date, found.is_date_inferred) == (parse_date("2031-06-14"), False)
    assert found.session == "91st session"


def test_the_head_may_be_a_table() -> None:
    row = TableRow(1, ("CAT/C/NOR/CO/12", "Distr.: General\n14 June 2031"), (1, 1), (False, False))
    made = WordDocument("a.docx", (), (WordTable(1, (row,)), Paragraph(1, "1. It met.")))
    assert read_head(made).date == parse_date("2031-06-14")


@pytest.mark.parametrize(
    ("note", "month"),
    [
        ("Adopted by the Committee at its ninety-first session (19 April–14 May 2031).", "2031-05"),  # noqa: RUF001
        ("It adopted them at its 12th meeting, held on 2 March 2031.", "2031-03"),
    ],
)
def test_without_a_date_of_its_own_only_the_month_of_the_session_is_concluded(
    note: str, month: str
) -> None:
    found = head("CAT/C/NOR/CO/12", notes=(note,))
    assert (found.date, found.is_date_inferred) == (parse_date(month), True)


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Concluding observations on the twelfth periodic report of Norway*", "NO"),
        ("Concluding observations on the combined fifth and sixth reports of New Zealand", "NZ"),
        ("Concluding observations on the report submitted by Sweden under article 29", "SE"),
        ("Concluding observations on Norway", "NO"),
        ("Concluding observations", None),
    ],
)
def test_the_title_tells_the_country(title: str, country: str | None) -> None:
    assert head("Committee against Torture", title).country == country


def test_what_a_person_says_wins() -> None:
    given = Given("cpt", "CPT/Inf (2031) 9", parse_date("2031"), "110th meeting")
    made = WordDocument("a.docx", ("CAT/C/NOR/CO/12",), (Paragraph(1, "Distr.: 14 June 2031"),))
    found = read_head(made, given)
    assert (found.body, found.symbol, found.date, found.session) == (
        given.body, given.document, given.date, given.session,
    )  # fmt: skip
