"""Numbers, letters and roman numerals: which item lies where, and what is told when they fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.exchange.observations.dividing import divide
from anbefal.exchange.observations.structure import Item, Loose, Missing, outline_of
from anbefal.exchange.word.blocks import Paragraph
from exchange.importing.observations_texts import automatic, document

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def items(*lines: str) -> list[Item]:
    blocks = tuple(Paragraph(at, line) for at, line in enumerate(lines, 1))
    return [one for one in outline_of(blocks) if isinstance(one, Item)]


def numbers(*lines: str) -> list[str]:
    return [inner.number for item in items(*lines) for inner in item.walk()]


def doubts(*lines: str) -> dict[str, str]:
    walked = [inner for item in items(*lines) for inner in item.walk()]
    return {one.number: one.doubts[0] for one in walked if one.doubts}


def missing(*lines: str) -> list[str]:
    blocks = tuple(Paragraph(at, line) for at, line in enumerate(lines, 1))
    return [one.number for one in outline_of(blocks) if isinstance(one, Missing)]


@pytest.mark.parametrize(
    "line", ["14.\tThe Committee", "14. The Committee", "14.The Committee", "(14) The Committee"]
)
def test_a_number_is_known_however_it_is_typed(line: str) -> None:
    (item,) = items(line)
    assert (item.number, item.words) == ("14", ["The Committee"])


@pytest.mark.parametrize("line", ["(a) Ensure it.", "(a)Ensure it.", "a) Ensure it.", "a. Ensure"])
def test_a_letter_is_known_however_it_is_typed(line: str) -> None:
    assert numbers("14. It should:", line) == ["14", "14(a)"]


@pytest.mark.parametrize("line", ["14.5 per cent were held.", "2018. That year", "(2018) was bad."])
def test_a_figure_or_a_year_at_the_head_of_a_paragraph_is_no_number(line: str) -> None:
    assert numbers("1. The figures were:", line) == ["1"]


def test_i_after_h_is_a_letter() -> None:
    lines = [f"({letter}) Do it;" for letter in "abcdefghij"]
    assert numbers("1. It should:", *lines)[-2:] == ["1(i)", "1(j)"]


def test_i_after_h_with_a_colon_is_a_roman_numeral() -> None:
    lines = [f"({letter}) Do it:" for letter in "abcdefgh"]
    assert numbers("1. It should:", *lines, "(i) One;", "(ii) Two.")[-2:] == ["1(h)(i)", "1(h)(ii)"]


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("abi", "1(b)(i)"),
        ("abcdefghijklmnopqrstuv", "1(v)"),
        ("abcdefghijklmnopqrstuvwx", "1(x)"),
        ("abcd", "1(d)"),
    ],
)
def test_a_letter_that_may_be_a_numeral_is_what_must_follow(letters: str, found: str) -> None:
    assert numbers("1. It should:", *(f"({one}) Do it;" for one in letters))[-1] == found


def test_letters_go_on_after_numerals() -> None:
    lines = ["(a) Do this:", "(i) One;", "(ii) Two;", "(b) Do that;", "(i) Three."]
    assert numbers("1. It should:", *lines) == [
        "1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "1(b)(i)",
    ]  # fmt: skip


def test_numerals_may_lie_right_under_a_paragraph() -> None:
    assert numbers("1. It should:", "(i) One;", "(ii) Two.") == ["1", "1(i)", "1(ii)"]


def test_the_level_of_automatic_numbering_tells_a_letter_from_a_numeral() -> None:
    levels = [("1.", 0), *((f"({one})", 1) for one in "abcdefgh"), ("(i)", 2), ("(i)", 1)]
    blocks = tuple(
        Paragraph(at, "Do it;", mark, level) for at, (mark, level) in enumerate(levels, 1)
    )
    (item,) = [one for one in outline_of(blocks) if isinstance(one, Item)]
    assert [one.number for one in item.walk()][-2:] == ["1(h)(i)", "1(i)"]


def test_a_number_that_is_left_out_is_missing_and_the_next_one_keeps_its_own() -> None:
    lines = ("14. One.", "15. Two.", "17. Four.", "21. Eight.")
    assert numbers(*lines) == ["14", "15", "17", "21"]
    assert missing(*lines) == ["16", "18 to 20"]


def test_a_letter_that_is_left_out_is_missing() -> None:
    assert missing("1. It should:", "(a) One;", "(b) Two;", "(d) Four.") == ["1(c)"]


@pytest.mark.parametrize("second", ["14. Again.", "13. Before."])
def test_a_number_that_stands_twice_or_goes_back_is_uncertain(second: str) -> None:
    lines = ("13. One.", "14. Two.", second, "15. Three.")
    assert len(doubts(*lines)) == 1
    assert not missing(*lines)


def test_a_letter_that_stands_twice_is_uncertain() -> None:
    assert "1(b)" in doubts("1. It should:", "(a) One;", "(b) Two;", "(b) Three.")


def test_a_typed_number_that_contradicts_the_automatic_one_is_uncertain() -> None:
    blocks = (Paragraph(1, "One.", "1.", 0), Paragraph(2, "3. Two.", "2.", 0))
    (_, item) = [one for one in outline_of(blocks) if isinstance(one, Item)]
    assert item.doubts == ["Its number is typed as 3, and Word numbers it 2."]


def test_a_number_both_typed_and_automatic_is_one_number() -> None:
    blocks = (Paragraph(1, "1. One:", "1.", 0), Paragraph(2, "(a)\tTwo.", "(a)", 1))
    (item,) = [one for one in outline_of(blocks) if isinstance(one, Item)]
    assert [(one.number, one.words) for one in item.walk()] == [
        ("1", ["One:"]), ("1(a)", ["Two."]),
    ]  # fmt: skip


def test_automatic_numbers_and_typed_letters_may_stand_in_one_document() -> None:
    blocks = (
        Paragraph(1, "It should:", "7.", 0),
        Paragraph(2, "(a) Act;"),
        Paragraph(3, "(b) Do."),
    )
    (item,) = [one for one in outline_of(blocks) if isinstance(one, Item)]
    assert [one.number for one in item.walk()] == ["7", "7(a)", "7(b)"]


def test_words_without_a_number_go_on_with_what_stands_before_them() -> None:
    (item,) = items("1. It should:", "(a) One;", "Besides, two;", "(b) Three.", "It is also late.")
    assert item.items[0].words == ["One;", "Besides, two;"]
    assert item.after == ["It is also late."]


def test_headings_are_told_by_their_shape_and_place() -> None:
    found = items("C. Concerns", "Police custody", "1. One.", "Isolation (art. 11)", "2. Two.")
    assert [one.heading for one in found] == ["Police custody", "Isolation (art. 11)"]


def test_a_numbered_heading_takes_no_paragraphs_number() -> None:
    found = items("9. One.", "1. General measures (arts. 4 and 42)", "10. Two.")
    assert [(one.number, one.heading) for one in found] == [
        ("9", ""), ("10", "General measures (arts. 4 and 42)"),
    ]  # fmt: skip


def test_a_short_item_in_bold_is_no_heading() -> None:
    blocks = (
        Paragraph(1, "1. It should:"),
        Paragraph(2, "(a) Ratify the Protocol", is_heading=True),
        Paragraph(3, "2. Ratify the Charter", is_heading=True),
    )
    found = [one for one in outline_of(blocks) if isinstance(one, Item)]
    assert [inner.number for one in found for inner in one.walk()] == ["1", "1(a)", "2"]


def test_letters_that_begin_a_second_time_in_a_paragraph_are_uncertain() -> None:
    lines = ("1. It is concerned about:", "(a) One;", "(b) Two.", "It recommends that it:")
    first, second = items(*lines, "(a) Act;", "(b) Do;", "(c) Try.")
    assert [one.number for one in first.walk()] == ["1", "1(a)", "1(b)"]
    assert second.words == ["It recommends that it:"]
    assert second.doubts == ["The letters of paragraph 1 begin a second time."]
    assert [one.number for one in second.walk()] == ["1", "1(a)", "1(b)", "1(c)"]


def test_what_stands_under_a_heading_without_a_number_belongs_to_no_paragraph() -> None:
    blocks = (
        Paragraph(1, "1. One."),
        Paragraph(2, "Annex", is_heading=True),
        Paragraph(3, "More."),
    )
    assert isinstance(outline_of(blocks)[-1], Loose)


@pytest.mark.parametrize(
    "text",
    [
        "It should act (see para. 12 (a)).",
        "In line with article 2 (1) (b) of the Act, it should act.",
        "It should follow paragraphs 12 (a) and (b) and 14 (c).",
        "It should act as (a) and (b) above say.",
        "It should do: what (a) and (b) say.",
        "The Act (2018) should be changed.",
        "It should ratify (a) treaty.",
    ],
)
def test_a_mention_of_an_item_is_none(text: str) -> None:
    assert divide(text).items == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It should: (a) Adopt a law; (b) Train staff.", "ab"),
        ("It should:(a)Adopt a law;(b)Train staff.", "ab"),
        ("It should: (a) adopt a law, (b) train staff, and (c) report.", "abc"),
        ("It should (a) adopt a law; (b) train staff; and (c) report.", "abc"),
        ("(a) Adopt a law (see para. 3 (b)); (b) Train staff.", "ab"),
    ],
)
def test_items_in_one_paragraph_are_divided(text: str, found: str) -> None:
    assert "".join(mark for mark, _ in divide(text).items) == found


def test_items_of_an_item_in_one_paragraph_are_divided() -> None:
    text = "1. It should: (a) Publish: (i) Figures; (ii) Reasons; (b) Train staff."
    assert numbers(text) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]


@st.composite
def outlines(draw: st.DrawFn) -> list[str]:
    """Return the numbers of an outline."""
    found = []
    first = draw(st.integers(1, 80))
    for number in range(first, first + draw(st.integers(1, 4))):
        found.append(f"{number}")
        for letter in LETTERS[: draw(st.integers(0, 26))]:
            found.append(f"{number}({letter})")
            romans = draw(st.sampled_from([0, 0, 0, 2, 3, 12]))
            found += [f"{number}({letter})({roman})" for roman in ROMANS[:romans]]
    return found


@given(outlines(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_an_outline_gives_its_numbers_back(outline: list[str], is_automatic: bool) -> None:  # noqa: FBT001
    lines = []
    for at, number in enumerate(outline):
        leads = any(later.startswith(f"{number}(") for later in outline[at + 1 : at + 2])
        words = "It should:" if leads else "Do it."
        depth = number.count("(")
        mark = f"{number}." if not depth else number[number.rindex("(") :]
        lines.append(f"{'  ' if depth > 1 else ''}{mark} {words}")
    made = (automatic if is_automatic else document)("\n".join(lines), "")
    found = [one for one in outline_of(made.blocks) if isinstance(one, Item)]
    assert [inner.number for item in found for inner in item.walk()] == outline
