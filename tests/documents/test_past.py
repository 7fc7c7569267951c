"""A brief as of a day tells nothing that came later."""

from __future__ import annotations

from datetime import date

from documents.pages import brief_on, page, shown_text
from documents.test_brief_content import ask, made
from repositories import meeting, text, update

LATER = {"date": "2022-03-10", "ministries": ["jd"]}
PROMISE = {"id": "rundskriv", "text": text("Sende et rundskriv.")}


def test_what_was_said_later_is_left_out() -> None:
    log = [
        update("reported", "in-progress", "2020-01-01"),
        update("reported", "implemented", "2022-01-01"),
    ]

    (shown,) = brief_on(made(ask("cat-1", status=log), as_of=date(2021, 1, 1))).asks

    assert shown.reported == ("JD, 1. januar 2020: i gang",)


def test_a_meeting_that_was_held_later_had_only_been_requested() -> None:
    held = meeting("m", "isolasjon", "held", requested_on=2020, commitments=[PROMISE], **LATER)

    data = made(ask("cat-1"), meetings=[held], as_of=date(2021, 1, 1))

    assert "bedt om et møte" in shown_text(page(data, "md"), "md")
    assert "2022" not in shown_text(page(data, "md"), "md")
    assert brief_on(data).promises == ()


def test_a_meeting_that_nobody_had_asked_for_yet_does_not_exist() -> None:
    held = meeting("m", "isolasjon", "held", **LATER)

    data = made(ask("cat-1"), meetings=[held], as_of=date(2021, 1, 1))

    assert not brief_on(data).invited


def test_recommendations_and_grades_that_came_later_are_left_out() -> None:
    grades = [{"date": 2022, "scale": "cat", "value": "A"}]
    graded = ask("cat-1", follow_up={"grades": grades})

    shown = brief_on(made(graded, ask("cat-2", year=2022), as_of=date(2021, 1, 1)))

    assert [one.citation.id for one in shown.asks] == ["cat-1"]
    assert shown.asks[0].assessed == ()
