"""What stands below or between the paragraphs of a document is no official wording of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.exchange.observations.head import Given
from anbefal.exchange.observations.reading import read_observations
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.plain import read_plain_text
from anbefal.model.incoming import Incoming, Reading, Skipped, Unread
from anbefal.model.labels import Vocabulary
from repositories import actor, dataset

VOCABULARY = Vocabulary(dataset(actors=[actor("cat", "treaty-body")]))
ASKED = ("7. The State party should count.", "8. The State party should act.")
NOTE = "Adopted by the Committee at its ninety-first session (19 April–14 May 2027)."  # noqa: RUF001
ENDINGS = (
    f"* {NOTE}",
    f"** {NOTE}",
    f"*{NOTE}",
    f"– {NOTE}",  # noqa: RUF001
    f"- {NOTE}",
    NOTE,
    "GE.31-01234 (E)",
    "_______________",
    "___",
    "CAT/C/NOR/CO/12",
    "12",
)


def word(*lines: str) -> WordDocument:
    return WordDocument("a.docx", (), tuple(Paragraph(at, one) for at, one in enumerate(lines, 1)))


def read(made: WordDocument, wanted: Wanted | None = None) -> list[Reading]:
    return list(read_observations(made, Given("cat"), wanted or Wanted(), VOCABULARY))


def texts(readings: list[Reading]) -> list[str]:
    return [one.fields["text.en"] for one in readings if isinstance(one, Incoming)]


EXPECTED = ["The State party should count.", "The State party should act."]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_note_or_what_belongs_to_the_page_is_left_out_and_told(ending: str) -> None:
    found = read(word(*ASKED, ending))
    assert texts(found) == EXPECTED
    assert [one.detail for one in found if isinstance(one, Skipped)] == [
        "a note, or what belongs to the page"
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_is_left_out_of_plain_text_as_well(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join((*ASKED, ending)), encoding="utf-8")
    assert texts(read(read_plain_text(path))) == EXPECTED


def test_a_paragraph_goes_on_behind_a_page() -> None:
    between = ("7. The State party should count the hours", "GE.31-01234 (E)", "and the days.")
    (text,) = texts(read(word(*between)))
    assert " ".join(text.split()) == "The State party should count the hours and the days."


@pytest.mark.parametrize("heading", ["Annex", "ANNEX I", "Annexes", "Appendix: The register"])
def test_an_annex_ends_the_last_paragraph(tmp_path: Path, heading: str) -> None:
    lines = (*ASKED, heading, "Figures of 2030", "The State party should also publish these.")
    path = tmp_path / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    for made in (word(*lines), read_plain_text(path)):
        found = read(made)
        assert texts(found) == EXPECTED
        assert [type(one) for one in found[-2:]] == [Skipped, Unread]


def test_a_list_with_stars_stays_in_its_paragraph() -> None:
    found = texts(read(word("7. The State party should:", "* Issue a register;", "* See to it.")))
    assert found[0].count("\n") == 2


def test_a_document_of_which_nobody_knows_the_country_is_wanted() -> None:
    assert texts(read(word(*ASKED), Wanted(country="NO"))) == EXPECTED


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        (
            "The State party is requested to disseminate widely the present document.",
            "asks for wide dissemination",
        ),
        ("The State party is requested to disseminate it widely.", "asks for wide dissemination"),
        (
            "The Committee invites the State party to submit its next periodic report by 2035.",
            "asks for the next report",
        ),
        ("The Committee takes note of the law.", "neither recommends nor is concerned"),
    ],
)
def test_what_is_left_out_is_called_what_it_is(words: str, detail: str) -> None:
    found = read(word(*ASKED, f"9. {words}"))
    assert [one.detail for one in found if isinstance(one, Skipped)] == [detail]


def test_to_make_something_else_known_is_a_recommendation() -> None:
    words = "The Committee invites the State party to disseminate widely how to complain."
    assert words in texts(read(word(f"9. {words}")))


def test_a_gap_leaves_nothing_to_mend() -> None:
    found = read(word(ASKED[0], "9. The State party should rest."))
    assert [one.raw for one in found if isinstance(one, Unread)] == [{}]
