"""Suggested questions are true of the data that they are made of."""

from __future__ import annotations

from datetime import date
from typing import Any

from documents.briefs import ask, brief_on, everything, made, points, said
from repositories import Data, meeting, text, update

GRADE = {"date": "2020-01-10", "scale": "cat", "value": "B2"}


def questions(*records: Data, **more: Any) -> list[str]:
    found = points(brief_on(made(*records, **more)), "questions")
    return [line for lines in found.values() for line in lines]


def test_questions_that_were_agreed_replace_the_suggested_ones() -> None:
    agreed = [meeting("m", "isolasjon", questions=[text("Når?")])]

    assert questions(ask("cat-1"), meetings=agreed) == ["Når?"]


def test_the_internal_edition_has_the_suggested_questions_beside_the_agreed_ones() -> None:
    agreed = [meeting("m", "isolasjon", questions=[text("Når?")])]
    brief = brief_on(made(ask("cat-1"), meetings=agreed), audience="internal")

    assert [lines[0][:12] for lines in points(brief, "questions").values()] == [
        "Når?",
        "Om anbefalin",
    ]


def test_a_report_on_what_was_promised_on_an_ask_is_asked_about() -> None:
    log = [update("reported", "implemented", "2022-06-01")]
    promised = {"id": "brev", "text": text("Sende brev."), "addresses": ["cat-1"], "updates": log}
    held = meeting("m", "isolasjon", "held", date="2022-01-01", commitments=[promised])
    brief = brief_on(made(ask("cat-1"), meetings=[held]), audience="internal")

    assert said(brief, "questions")[1].startswith(
        "Anbefaling 1: Om det som er lovet eller planlagt, ble det rapportert 1. juni 2022"
    )
    assert "ingen rapport" not in " ".join(everything(brief)).lower()
    assert "verken registrert" not in " ".join(said(brief, "tracks"))


def test_a_grade_is_the_word_of_the_body_that_gave_it() -> None:
    graded = ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]}, follow_up={"grades": [GRADE]})

    (question,) = questions(ask("cat-1"), graded)

    assert "CCPR skrev «B2»" in question


def test_the_newest_report_on_an_ask_is_asked_about() -> None:
    (question,) = questions(
        ask("cat-1", status=[update("reported", "in-progress", "2019-01-01")]),
        ask(
            "ccpr-1",
            "ccpr",
            links={"same_as": ["cat-1"]},
            status=[update("reported", "implemented", "2021-01-01")],
        ),
    )

    assert "«gjennomført»" in question
    assert "virkninger" in question


def test_that_nobody_reports_is_no_report() -> None:
    record = ask("cat-1", status=[update("reported", "no-report", "2019-01-01", by="nim")])

    (question,) = questions(record)

    assert "Staten rapporterte" not in question
    assert "Rapport fra staten" not in " ".join(said(brief_on(made(record)), "why"))


def test_an_ask_that_others_assessed_is_not_said_to_lack_every_status() -> None:
    record = ask("cat-1", status=[update("assessed", "contrary", "2019-01-01", by="nim")])

    (question,) = questions(record)

    assert "ingen status" not in question
    assert "komiteens egen oppfølging" not in question


def test_an_ask_that_a_committee_picked_is_said_to_be_picked() -> None:
    (question,) = questions(ask("cat-1", follow_up={}))

    assert "valgt ut til komiteens egen oppfølging" in question


def test_only_a_deadline_that_has_passed_is_spoken_of_as_past() -> None:
    record = ask("cat-1", follow_up={"due": 2030})

    assert "frist var" not in questions(record, as_of=date(2030, 12, 31))[0]
    assert "frist var i 2030" in questions(record, as_of=date(2031, 1, 1))[0]


def test_asks_that_nobody_reported_on_are_named_together() -> None:
    (question,) = questions(*(ask(f"cat-{number}") for number in (1, 2, 3)))

    assert question.startswith("Om anbefalingene 1\u20133 er ingen rapport")


def test_two_asks_in_a_row_are_joined_by_and() -> None:
    (question,) = questions(ask("cat-1"), ask("cat-2"))

    assert question.startswith("Om anbefalingene 1 og 2 er ingen rapport")


def test_an_ask_is_asked_about_once() -> None:
    asked = questions(
        ask("cat-1", follow_up={"grades": [GRADE]}),
        ask("cat-2", status=[update("reported", "in-progress", "2019-01-01")]),
        ask("cat-3"),
    )

    assert ["nbefaling 1" in one for one in asked] == [True, False, False]
    assert ["nbefaling 2" in one for one in asked] == [False, True, False]
    assert ["nbefaling 3" in one for one in asked] == [False, False, True]


def test_a_refusal_is_asked_the_reason_of_and_not_when_it_will_be_done() -> None:
    (question,) = questions(ask("cat-1", status=[update("reported", "not-accepted", "2021-02-01")]))

    assert "begrunnelsen" in question
    assert "når skal det skje" not in question


def test_an_ask_that_is_repeated_in_vain_is_asked_about_once() -> None:
    again = ask("cat-2", year=2024, links={"repeats": ["cat-1"]})

    (question,) = questions(ask("cat-1"), again)

    assert "Anbefaling 1 er gitt flere ganger (CAT 2018 og 2024)" in question


def test_a_grade_of_an_earlier_ask_is_asked_about_where_it_is_repeated() -> None:
    again = ask("cat-2", year=2024, links={"repeats": ["cat-1"]})

    (question,) = questions(ask("cat-1", follow_up={"grades": [GRADE]}), again)

    assert "Anbefaling 1: CAT skrev «B2»" in question


def test_of_several_deadlines_the_last_tells_whether_they_have_passed() -> None:
    def asked(due: str) -> str:
        again = ask("cat-2", links={"repeats": ["cat-1"]}, follow_up={"due": due})
        earlier = ask("cat-1", follow_up={"due": "2013-01-01"})
        (question,) = questions(earlier, again, as_of=date(2020, 1, 1))
        return question

    assert "svarfrist var 1. mai 2019" in asked("2019-05-01")
    assert "valgt ut til komiteens egen oppfølging" in asked("2020-05-01")


def test_an_ask_is_not_repeated_in_vain_where_the_earlier_one_was_reported_on() -> None:
    log = [update("reported", "in-progress", "2019-01-01")]
    again = ask("cat-2", year=2024, links={"repeats": ["cat-1"]})

    assert "flere ganger" not in " ".join(questions(ask("cat-1", status=log), again))
