"""What stands in a text for want of a column."""

from __future__ import annotations

import pytest

from anbefal.exchange.finding import paragraph_in, split_number, symbols_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("16. The Committee notes.", ("", "16", "The Committee notes.")),
        ("16.The Committee notes.", ("", "16", "The Committee notes.")),
        ("Prisons 16.The Committee notes.", ("Prisons", "16", "The Committee notes.")),
        ("Prisons\n16.The Committee notes.", ("Prisons", "16", "The Committee notes.")),
        (
            "Prisons and police 16. The Committee notes.",
            ("Prisons and police", "16", "The Committee notes."),
        ),
        ("C.Concerns\nPrisons\n16.The Committee", ("Concerns / Prisons", "16", "The Committee")),
        ("140.25 Train judges", ("", "140.25", "Train judges")),
        ("140.25. train judges", ("", "140.25", "train judges")),
        ("para. 96: 21 Train judges", ("", "96.21", "Train judges")),
        ("Para. 22 (a): Train judges", ("", "22(a)", "Train judges")),
        ("22 (a) (ii) Train judges", ("", "22(a)(ii)", "Train judges")),
        ("[22]. Train judges", ("", "22", "Train judges")),
        ("(r) train judges", ("", "(r)", "train judges")),
        ("22. It should:\n(b) Train judges.", ("", "22(b)", "It should:\n(b) Train judges.")),
        ("22. (a) Train judges.", ("", "22(a)", "Train judges.")),
        ("22. (a) Follow article 7 (b).", ("", "22(a)", "Follow article 7 (b).")),
        ("B. Positive aspects\n4. The Committee", ("Positive aspects", "4", "The Committee")),
        ("\N{BULLET} 59. The State party", ("", "59", "The State party")),
        ("- 58. The State party", ("", "58", "The State party")),
    ],
)
def test_number_and_heading_are_parted_from_a_text(text: str, parts: tuple[str, str, str]) -> None:
    assert split_number(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "2030 Agenda targets should guide it.",
        "3.5 million people were reached.",
        "12 months of leave",
        "Ratify ILO Convention 169. Amend the law.",
        "Act in line with general comment No. 27. Train judges.",
        "The Committee recalls 12. The State party should act.",
        "140. 7 states agreed.",
        "5 7. The State party should act.",
        "Reduce it to 30. The State party should act.",
        "(a) train judges;\n(b) report",
        "16",
        "",
    ],
)
def test_a_number_that_belongs_to_the_sentence_stays(text: str) -> None:
    assert split_number(text) == ("", "", text)


@pytest.mark.parametrize(
    "rest",
    [
        "(a) Train judges;\n(b) Report.",
        "(a) Train judges; (b) Report.",
        "It should: (a) train judges; (b) report.",
        "It should:(a)train judges;(b)report.",
        "It should: (i) train judges; (ii) report.",
        "It should: (e) train judges; and(f) report.",
    ],
)
def test_the_items_of_a_paragraph_stay_in_its_text(rest: str) -> None:
    assert split_number(f"22. {rest}") == ("", "22", rest)


def test_symbols_are_found_without_what_ends_a_sentence() -> None:
    text = "See CAT/C/NOR/CO/8, A/HRC/42/3/Add.1. And CAT/C/NOR/CO/8 and/or A/RES/50."
    assert symbols_in(text) == ("CAT/C/NOR/CO/8", "A/HRC/42/3/Add.1")


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("see para. 22 (a)", "22(a)"),
        ("avsnitt 22 (a) (i)", "22(a)(i)"),
        ("para. 96: 21", "96.21"),
        ("paragraph 140.7, and again paragraph 140.7", "140.7"),
        ("paras. 22 and 23", None),
        ("para. 22, para. 24", None),
        ("twenty-two", None),
    ],
)
def test_a_paragraph_is_found_where_only_one_is_mentioned(text: str, paragraph: str | None) -> None:
    assert paragraph_in(text) == paragraph
