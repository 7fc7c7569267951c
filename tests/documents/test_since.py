"""What is new since the last meeting on the theme is what is dated after it."""

from __future__ import annotations

from typing import Any

from documents.briefs import ask, brief_on, made, said
from repositories import Data, meeting, text, update


def new(*records: Data, day: str = "2020-03-10", **more: Any) -> list[str]:
    held = meeting("m", "isolasjon", "held", date=day, **more.pop("meeting", {}))
    return said(brief_on(made(*records, meetings=[held], **more)), "since")


def test_without_a_meeting_that_was_held_nothing_is_counted_from_one() -> None:
    asked = meeting("m", "isolasjon", "requested", requested_on="2020-01-01")

    assert said(brief_on(made(ask("cat-1"), meetings=[asked])), "since") == []


def test_nothing_new_is_said_to_be_so() -> None:
    assert new(ask("cat-1")) == ["Ingenting nytt er registrert siden møtet 10. mars 2020."]


def test_new_asks_are_named_by_body_and_year() -> None:
    records = [ask("cat-1"), *(ask(f"ccpr-{n}", "ccpr", 2024) for n in (1, 2, 3))]

    assert new(*records)[1:] == ["Nye uttalelser fra CCPR 2024: nr.\u00a02\u20134"]


def test_what_was_said_of_an_ask_before_the_meeting_is_not_new() -> None:
    log = [
        update("reported", "in-progress", "2019-01-01"),
        update("reported", "implemented", "2021-01-01"),
        update("assessed", "contrary", "2021-02-01", by="nim"),
    ]

    assert new(ask("cat-1", status=log))[1:] == [
        "Anbefaling\u00a01: JD, 1. januar 2021: gjennomført",
        "Anbefaling\u00a01: NIM, 1. februar 2021: tiltak i motsatt retning",
    ]


def test_grades_and_answers_of_the_state_are_new_where_they_came_later() -> None:
    graded = ask(
        "cat-1",
        follow_up={"grades": [{"date": "2021-01", "scale": "cat", "value": "B2"}]},
        state_position={"value": "supported", "date": 2022},
    )

    assert new(graded)[1:] == [
        "Anbefaling\u00a01: CAT (januar 2021): «B2» (organets egne ord)",
        "Anbefaling\u00a01: Statens svar: støttet (2022)",
    ]


def test_what_was_said_of_a_promise_since_is_new() -> None:
    log = [update("reported", "implemented", "2021-01-01")]
    promise = {"id": "kurs", "text": text("Holde kurs."), "updates": log}

    assert new(ask("cat-1"), meeting={"commitments": [promise]})[1:] == [
        "«Holde kurs»: JD, 1. januar 2021: gjennomført"
    ]


def test_a_plan_that_was_decided_since_is_new() -> None:
    measure = {"id": "a", "text": text("Bygge."), "addresses": ["cat-1"]}
    plan = {"id": "p", "title": text("Planen"), "decided": "2021-01-01", "measures": [measure]}

    assert new(ask("cat-1"), plans=[plan])[1:] == ["Ny plan: Planen"]


def test_a_meeting_of_which_only_the_month_is_known_is_said_to_be_so() -> None:
    log = [update("reported", "implemented", "2020-03-20")]

    assert new(ask("cat-1", status=log), day="2020-03") == [
        (
            "Dagen for møtet er ikke registrert, bare mars 2020. "
            "Etter dette tidsrommet er ingenting nytt registrert."
        )
    ]


def test_a_brief_for_a_meeting_that_was_held_counts_from_the_one_before() -> None:
    meetings = [
        meeting("a", "isolasjon", "held", date="2019-01-01"),
        meeting("b", "isolasjon", "held", date="2021-01-01"),
    ]
    log = [update("reported", "in-progress", "2020-01-01")]
    data = made(ask("cat-1", status=log), meetings=meetings)

    assert said(brief_on(data, meeting="b"), "since")[0] == "Regnet fra møtet 1. januar 2019:"
    assert said(brief_on(data, meeting="a"), "since") == []
