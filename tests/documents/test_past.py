"""A brief as of a day tells nothing that came later."""

from __future__ import annotations

from datetime import date

from documents.briefs import ask, brief_on, everything, made, points, rows, said
from repositories import meeting, text, update

LATER = {"date": "2022-03-10", "ministries": ["jd"]}
PROMISE = {"id": "rundskriv", "text": text("Sende et rundskriv.")}


def test_what_was_said_later_is_left_out() -> None:
    log = [
        update("reported", "in-progress", "2020-01-01"),
        update("reported", "implemented", "2022-01-01"),
    ]

    brief = brief_on(made(ask("cat-1", status=log), as_of=date(2021, 1, 1)))

    assert [row[2] for row in rows(brief, "tracks")] == ["JD, 1. januar 2020: i gang"]


def test_a_meeting_that_was_held_later_had_only_been_requested() -> None:
    held = meeting("m", "isolasjon", "held", requested_on=2020, commitments=[PROMISE], **LATER)

    brief = brief_on(made(ask("cat-1"), meetings=[held], as_of=date(2021, 1, 1)))

    assert said(brief, "attendance")[0].startswith("Det ble bedt om et møte i 2020.")
    assert "2022" not in " ".join(everything(brief))
    assert rows(brief, "tracks") == []


def test_a_meeting_that_nobody_had_asked_for_yet_does_not_exist() -> None:
    held = meeting("m", "isolasjon", "held", **LATER)

    brief = brief_on(made(ask("cat-1"), meetings=[held], as_of=date(2021, 1, 1)))

    assert said(brief, "attendance")[0] == "Ikke noe møte om temaet er registrert."


def test_recommendations_and_grades_that_came_later_are_left_out() -> None:
    grades = [{"date": 2022, "scale": "cat", "value": "A"}]
    graded = ask("cat-1", follow_up={"grades": grades})

    brief = brief_on(made(graded, ask("cat-2", year=2022), as_of=date(2021, 1, 1)))

    assert [lines[0] for lines in points(brief, "asks").values()] == ["Gjør cat-1."]
    assert rows(brief, "tracks") == []
