"""The internal edition: what can be said, where assessors differ, and what may embarrass."""

from __future__ import annotations

from datetime import date
from typing import Any

from documents.briefs import ask, brief_on, made, said
from repositories import Data, meeting, scores, text, theme, update


def internal(name: str, *records: Data, **more: Any) -> list[str]:
    return said(brief_on(made(*records, **more), audience="internal"), name)


def test_a_talking_point_gathers_what_is_known_of_an_ask_with_its_sources() -> None:
    log = [update("reported", "in-progress", "2020-01-02", evidence=["https://example.org/svar"])]
    promise = {"id": "kurs", "text": text("Holde kurs."), "addresses": ["cat-1"]}
    held = meeting("m", "isolasjon", "held", date="2019-01-01", commitments=[promise])
    records = [ask("cat-1", status=log), ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]})]

    assert internal("talking", *records, meetings=[held]) == [
        (
            "Anbefaling\u00a01: Gitt av CAT 2018 og CCPR 2018. CAT 2018 [1]†. "
            "Lovet: Holde kurs (Møtet 1. januar 2019). "
            "Rapportert av staten: JD, 2. januar 2020: i gang [3]. "
            "Ingen vurdering fra andre er registrert."
        )
    ]


def test_values_that_differ_and_dissent_are_told_the_furthest_apart_first() -> None:
    first = scores("juss", {"isolasjon": {"alvor": 4, "hast": 2}})
    first["scores"][0]["dissent"] = "Noen ser det annerledes."
    second = scores("nim", {"isolasjon": {"alvor": 3, "hast": 0}})
    criteria = {
        "title": text("Kriterier"),
        "scale": {"min": 0, "max": 4},
        "criteria": [{"id": c, "weight": 1, "name": text(c)} for c in ("alvor", "hast")],
    }

    found = internal("disagreement", ask("cat-1"), criteria=criteria, assessments=[first, second])

    assert found == [
        "hast: JUSS 2, NIM 0",
        "alvor: JUSS 4, NIM 3",
        "Mindretallssyn, JUSS: Noen ser det annerledes.",
    ]


def test_what_may_embarrass_is_named_by_number() -> None:
    records = [
        ask("cat-1", status=[update("reported", "implemented", "2015-01-01")]),
        ask("upr-2", "upr", state_position={"value": "not-supported"}),
        ask("upr-3", "upr", provenance={"verified": True, "inferred": ["date"]}),
    ]

    assert internal("risks", *records, as_of=date(2020, 1, 1)) == [
        "Staten oppgir selv at dette er gjennomført: nr.\u00a01.",
        (
            "Staten har ikke sluttet seg til dette, eller rapporterer at det ikke blir fulgt opp: "
            "nr.\u00a02."
        ),
        (
            "Den siste opplysningen er mer enn 730 dager gammel. "
            "Undersøk om noe har skjedd siden: nr.\u00a01."
        ),
        (
            "Gjengivelsen er ikke kontrollert mot det offisielle dokumentet og bør ikke siteres "
            "som ordlyd: nr.\u00a01 og 2."
        ),
        "Minst én dato er utledet og kan være feil: nr.\u00a03.",
        (
            "Anbefalingene 2 og 3: At ingenting er registrert, er ikke det samme som at ingenting "
            "er gjort. Undersøk før møtet."
        ),
    ]


def test_a_promise_that_is_overdue_and_a_meeting_that_nobody_answered_are_risks() -> None:
    promise = {"id": "kurs", "text": text("Holde kurs."), "due": "2019-01-01"}
    meetings = [
        meeting("a", "isolasjon", "held", date="2018-01-01", commitments=[promise]),
        meeting("b", "isolasjon", "requested", requested_on="2019-06-01"),
    ]

    assert internal("risks", meetings=meetings, as_of=date(2020, 1, 1)) == [
        (
            "Det ble bedt om et møte for 7 måneder siden, og det er ikke registrert noe svar. "
            "Undersøk om det likevel er kommet."
        ),
        "«Holde kurs»: Fristen gikk ut 1. januar 2019, og ingen rapport er registrert.",
    ]


def test_gaps_name_asks_by_number_and_records_by_id() -> None:
    source = {"document": "CAT/C/NOR/CO/8", "paragraph": "16"}
    records = [ask("cat-1", source=source, ministries=["jd"]), ask("upr-2", "upr")]

    assert internal("gaps", *records) == [
        "Dokumentsymbolet er ikke kjent: nr.\u00a02.",
        "Avsnittet er ikke kjent: nr.\u00a02.",
        (
            "For minst én av kildene er det ikke registrert hvilket departement som svarer: "
            "nr.\u00a02."
        ),
        "I registeret: 1: cat-1; 2: upr-2.",
    ]


def test_notes_on_the_theme_the_meeting_and_the_records_are_told() -> None:
    data: dict[str, Any] = {
        "themes": [theme("isolasjon", internal="Om temaet.")],
        "meetings": [meeting("m", "isolasjon", internal=["Om møtet."])],
    }

    assert internal("notes", ask("cat-1", internal="Om kravet."), **data) == [
        "isolasjon: Om temaet.",
        "m: Om møtet.",
        "cat-1: Om kravet.",
    ]


def test_nothing_of_it_is_in_a_public_brief() -> None:
    names = {one.name for one in brief_on(made(ask("cat-1", internal="Hysj."))).sections}

    assert not names & {"talking", "disagreement", "risks", "notes", "gaps"}
