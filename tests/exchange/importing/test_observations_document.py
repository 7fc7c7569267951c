"""A whole document: in Word with typed and with automatic numbers, and as plain text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.observations.head import Given
from anbefal.exchange.observations.reading import read_observations
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word.blocks import Paragraph, TableRow, WordDocument, WordTable
from anbefal.exchange.word.plain import read_plain_text
from anbefal.exchange.word.reading import read_document
from anbefal.model.dataset import Dataset
from anbefal.model.dates import parse_date
from anbefal.model.incoming import Incoming, Reading, Skipped, Unread
from anbefal.model.labels import Vocabulary
from anbefal.store.reading.repository import load
from exchange.importing.observations_texts import (
    BODY,
    HEAD,
    NOTE,
    automatic,
    document,
    save_automatic,
    save_plain,
    save_typed,
)
from support import BASE

Told = tuple[str, str, str]
"""Number, kind and the first words of a record; of one with a lead-in, the words of its item."""

GOLDEN: list[Told] = [
    ("5", "concern", "The Committee is concerned that the State"),
    ("6(a)", "recommendation", "Count every hour of isolation in a"),
    ("6(b)(i)", "recommendation", "The number of persons isolated;"),
    ("6(b)(ii)", "recommendation", "The length of each stay;"),
    ("6(c)", "recommendation", "See to it that everyone who is"),
    ("7", "recommendation", "While noting the reform of 2024, the"),
    ("8", "recommendation", "The Committee also invites the State party"),
    ("8(a)", "recommendation", "Replace cells without daylight;"),
    ("8(b)", "recommendation", "Provide a doctor within two hours; and"),
    ("8(c)", "recommendation", "Record every refusal."),
    ("10", "concern", "It is also concerned that posts stand"),
    ("11(a)", "concern", "Restraint beds that are used without a"),
    ("11(b)", "concern", "Electroconvulsive treatment without consent;"),
    ("11(c)", "concern", "Patients who should have been discharged, and"),
    ("12", "recommendation", "The State party should also pay redress"),
    ("12(a)", "recommendation", "Repeal the exception of necessity;"),
    ("12(b)", "recommendation", "Tell patients of their rights in a"),
    ("12(c)", "recommendation", "Let an independent body look into complaints."),
    ("13", "concern", "The Committee takes note of the explanations"),
    ("14(a)", "recommendation", "End the detention of children;"),
    ("14(b)", "recommendation", "Appoint guardians within a day;"),
    ("14(c)", "recommendation", "Train interviewers;"),
    ("14(d)", "recommendation", "Give legal aid from the first interview;"),
    ("14(e)", "recommendation", "Translate every decision;"),
    ("14(f)", "recommendation", "Stay returns while a complaint is pending;"),
    ("14(g)", "recommendation", "Publish figures;"),
    ("14(h)", "recommendation", "Review earlier refusals;"),
    ("14(i)", "recommendation", "Keep families together;"),
    ("14(j)", "recommendation", "Visit those who were returned."),
    ("15", "recommendation", "The Committee encourages the State party to"),
    ("16", "recommendation", "The Committee reiterates its recommendation that the"),
    ("17", "recommendation", "The State party must not use spit"),
    ("18", "recommendation", "The Committee is of the view that"),
    ("19", "follow-up-request", "The Committee requests the State party to"),
]


@cache
def dataset() -> Dataset:
    return load(BASE).dataset


def read(
    made: WordDocument, given: Given | None = None, wanted: Wanted | None = None
) -> list[Reading]:
    words = Vocabulary(dataset())
    return list(read_observations(made, given or Given(), wanted or Wanted(), words))


def incoming(made: WordDocument, given: Given | None = None) -> list[Incoming]:
    return [one for one in read(made, given) if isinstance(one, Incoming)]


def told(made: WordDocument) -> list[Told]:
    return [
        (
            one.fields["source.paragraph"],
            one.fields["kind"],
            " ".join(one.fields["text.en"].split("\n")[-1].split()[:7]),
        )
        for one in incoming(made)
    ]


def by_number(made: WordDocument) -> dict[str, Any]:
    return {one.fields["source.paragraph"]: one.fields for one in incoming(made)}


def test_every_paragraph_and_sub_paragraph_has_its_number_and_kind() -> None:
    assert told(document()) == GOLDEN


@pytest.mark.parametrize("form", ["typed", "automatic", "pasted", "broken over lines"])
def test_typed_automatic_and_pasted_numbers_give_the_same_fields(tmp_path: Path, form: str) -> None:
    save = {
        "typed": lambda: read_document(save_typed(tmp_path / "a.docx")),
        "automatic": lambda: read_document(save_automatic(tmp_path / "b.docx")),
        "pasted": lambda: read_plain_text(save_plain(tmp_path / "c.txt")),
        "broken over lines": lambda: read_plain_text(save_plain(tmp_path / "d.txt", width=80)),
    }
    given = Given(session="ninety-first session")
    expected = [one.fields for one in incoming(document(), given)]
    assert [one.fields for one in incoming(save[form](), given)] == expected


def test_automatic_numbers_as_a_reader_gives_them_are_the_same_as_typed_ones() -> None:
    assert told(automatic()) == GOLDEN


def test_every_record_says_whose_document_of_when_and_under_which_heading_it_is() -> None:
    first = incoming(document(notes=(NOTE,)))[1]
    assert first.labels.body == "CAT"
    assert first.fields == {
        "kind": "recommendation",
        "source.document": "CAT/C/NOR/CO/12",
        "source.paragraph": "6(a)",
        "source.date": "2027-06-14",
        "source.session": "ninety-first session",
        "source.heading": "Isolation in remand",
        "text.en": "The State party should:\nCount every hour of isolation in a national register, "
        "as was asked for in the previous concluding observations (see CAT/C/NOR/CO/11, para. 12 "
        "(a));",
        "follow_up.due": "2028-05-14",
    }
    assert not first.inferred


def test_an_item_in_an_item_is_led_in_by_both_sentences() -> None:
    fields = by_number(document())["6(b)(ii)"]
    lines = ["The State party should:", "Publish the figures each year, including:"]
    assert fields["text.en"].split("\n") == [*lines, "The length of each stay;"]


def test_what_a_paragraph_says_besides_its_items_is_a_record_of_its_own() -> None:
    fields = by_number(document())
    before, after = fields["12"]["text.en"].split("\n")
    assert before.endswith("the State party should end treatment without consent.")
    assert after == "The State party should also pay redress to those who were harmed."
    assert fields["12(a)"]["text.en"].startswith("To that end, it should:\n")


def test_what_is_neither_recommendation_nor_concern_is_skipped_with_what_it_is() -> None:
    skipped = [one for one in read(document()) if isinstance(one, Skipped)]
    assert {one.place.column: one.detail for one in skipped if one.place.column} == {
        "1": "introduction",
        "2": "introduction",
        "3(a)": "positive aspects",
        "3(b)": "positive aspects",
        "4": "positive aspects",
        "9": "neither recommends nor is concerned",
        "20": "asks for wide dissemination",
        "21": "asks for the next report",
    }


def test_the_committees_choice_for_follow_up_is_marked_with_its_day() -> None:
    due = {
        number: fields["follow_up.due"]
        for number, fields in by_number(document()).items()
        if "follow_up.due" in fields
    }
    assert list(due) == ["6(a)", "6(c)", "8(a)", "8(b)", "14(i)", "16"]
    assert set(due.values()) == {"2028-05-14"}


def test_a_paragraph_that_was_picked_and_is_not_there_is_told_of() -> None:
    (unread,) = [one for one in read(document()) if isinstance(one, Unread)]
    assert unread.message == "Paragraph 19 asks for information on 40, which was not found."
    assert unread.place.column == "40"


def test_places_name_paragraphs_of_word_and_lines_of_text(tmp_path: Path) -> None:
    pasted = incoming(read_plain_text(save_plain(tmp_path / "a.txt")))
    lines = (tmp_path / "a.txt").read_text(encoding="utf-8").splitlines()
    assert (
        str(pasted[1].place)
        == f"paragraph 6(a) (line {lines.index(paragraph_6a()) + 1} in the file)"
    )
    assert str(incoming(document())[1].place) == "paragraph 6(a) (no. 20 in the file)"


def paragraph_6a() -> str:
    return next(line for line in BODY.splitlines() if line.startswith("(a) Count"))


def test_what_a_person_says_of_a_document_wins_over_what_stands_in_it() -> None:
    given = Given("cedaw", "CEDAW/C/NOR/CO/12", parse_date("2027-07"), "96th session", "nb")
    one = incoming(document(), given)[0]
    assert one.labels.body == "cedaw"
    assert one.fields["source.document"] == "CEDAW/C/NOR/CO/12"
    assert one.fields["source.date"] == "2027-07"
    assert one.fields["source.session"] == "96th session"
    assert "text.nb" in one.fields


def test_without_its_own_date_the_month_of_its_session_is_concluded() -> None:
    head = HEAD.replace("Distr.: General\n14 June 2027\n", "Advance unedited version\n")
    one = incoming(document(head=head))[0]
    assert (one.fields["source.date"], one.inferred) == ("2027-05", {"date"})


@pytest.mark.parametrize(
    ("wanted", "reason", "detail"),
    [
        (Wanted(country="SE"), "another country", "NO"),
        (Wanted(bodies=frozenset({"crc"})), "another body", "cat"),
        (Wanted(since=parse_date("2028").first), "an earlier date", "2027-06-14"),
    ],
)
def test_a_document_that_is_not_wanted_is_skipped_paragraph_by_paragraph(
    wanted: Wanted, reason: str, detail: str
) -> None:
    readings = read(document(), wanted=wanted)
    assert len(readings) == len(read(document()))
    assert {(one.reason, one.detail) for one in readings if isinstance(one, Skipped)} == {
        (reason, detail)
    }


def test_a_document_that_does_not_say_who_wrote_it_asks_for_that() -> None:
    with pytest.raises(Unreadable) as refused:
        read(document(head="Concluding observations"))
    assert "--by" in refused.value.hint


def test_a_document_whose_numbers_were_lost_is_refused() -> None:
    lost = WordDocument("limt.txt", (), (Paragraph(1, "The State party should act."),))
    with pytest.raises(Unreadable, match="no numbered paragraphs"):
        read(lost)


def test_a_document_in_another_language_is_refused() -> None:
    french = WordDocument(
        "a.docx",
        ("CAT/C/NOR/CO/12",),
        (Paragraph(1, "1. L’État partie devrait agir."),),  # noqa: RUF001
    )
    with pytest.raises(Unreadable) as refused:
        read(french)
    assert "English" in refused.value.hint


def test_uncertain_and_missing_numbers_are_told_of_and_not_imported() -> None:
    lines = ("1. It should act.", "2. It should be told.", "2. It should do it.", "4. It must end.")
    readings = read(document("\n".join(lines)))
    assert [(one.place.column, one.message) for one in readings if isinstance(one, Unread)] == [
        ("2", "The number 2 stands a second time."),
        ("3", "Paragraph 3 was not found: the numbers go past it."),
    ]
    numbers = [one.place.column for one in readings if isinstance(one, Incoming)]
    assert numbers == ["1", "2", "4"]


def test_a_recommendation_without_a_number_is_told_of() -> None:
    blocks = (
        Paragraph(1, "1. The Committee met."),
        Paragraph(2, "Last words", is_heading=True),
        Paragraph(3, "The State party should act."),
    )
    made = WordDocument("a.docx", ("CAT/C/NOR/CO/12",), blocks)
    (unread,) = [one for one in read(made) if isinstance(one, Unread)]
    assert (unread.place.row, unread.raw["text.en"]) == (3, "The State party should act.")


@pytest.mark.parametrize(
    ("words", "outcome"), [("Norway 2031", Skipped), ("The State party should act.", Unread)]
)
def test_a_table_is_left_out_unless_it_may_recommend(words: str, outcome: type) -> None:
    table = WordTable(2, (TableRow(1, (words,), (1,), (False,)),))
    made = WordDocument("a.docx", (), (*document().blocks, table))
    (found,) = [one for one in read(made) if one.place.unit == "table"]
    assert isinstance(found, outcome)
