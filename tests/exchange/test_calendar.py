"""Meetings in a calendar file: read back by the library as they were meant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from anbefal.exchange.calendar import CalendarFile, calendar
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.wording import wording
from repositories import Data, actor, dataset, meeting, recommendation, theme

HOSTILE = 'Vold, makt; "avmakt"\\n\nBEGIN:VEVENT\nSUMMARY:Falsk, ø 🙂' + " svært langt" * 20


def made(known: Dataset, language: Language = "nb") -> CalendarFile:
    records = [one for one in known.recommendations.values() if one.follow_up]
    return calendar(known, list(known.meetings.values()), records, wording(language, "meetings"))


def of(*meetings: Data, name: str = "Isolasjon", **more: Any) -> Dataset:
    themes = [theme("a", name={"nb": name})]
    actors = [actor("jd", "ministry", abbreviation="JD"), actor("cat", "treaty-body")]
    return dataset(themes=themes, actors=actors, meetings=meetings, **more)


def events(found: CalendarFile) -> list[Event]:
    return list(Calendar.from_ical(found.data).walk("VEVENT"))


@pytest.mark.parametrize(
    ("state", "status", "summary"),
    [
        ("confirmed", "CONFIRMED", "Møte om Isolasjon"),
        ("requested", "TENTATIVE", "Bedt om: møte om Isolasjon"),
        ("planned", "TENTATIVE", "Planlagt: møte om Isolasjon"),
        ("cancelled", "CANCELLED", "Avlyst: møte om Isolasjon"),
    ],
)
def test_a_meeting_is_an_entry_for_its_day(state: str, status: str, summary: str) -> None:
    known = of(meeting("m1", "a", state, date="2022-11-30", ministries=["jd"]))
    (event,) = events(made(known))

    assert (event["status"], event["summary"]) == (status, summary)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2022, 11, 30),
        date(2022, 12, 1),
    )
    assert "Departementer: JD" in event["description"]


def test_no_day_is_invented_where_only_the_month_is_known() -> None:
    found = made(of(meeting("m1", "a", "held", date="2022-03", ministries=["jd"])))

    assert (found.entries, found.left_out) == (0, ("m1",))


def test_every_proposed_day_is_kept_free_for_now() -> None:
    days = ["2022-11-30", "2022-12-02", "2023"]
    known = of(meeting("m1", "a", "requested", proposed_dates=days))
    found = events(made(known))

    assert [event.decoded("dtstart") for event in found] == [date(2022, 11, 30), date(2022, 12, 2)]
    assert len({event["uid"] for event in found}) == 2


def test_the_same_data_gives_the_same_bytes_and_the_stamp_is_of_the_data() -> None:
    known = of(meeting("m1", "a", "confirmed", requested_on="2022-10-03", date="2022-11-30"))

    assert made(known) == made(known)
    assert events(made(known))[0].decoded("dtstamp") == datetime(2022, 10, 3, tzinfo=UTC)


def test_an_entry_keeps_its_name_when_the_day_moves() -> None:
    first, later = (
        events(made(of(meeting("m1", "a", "confirmed", date=day))))[0]["uid"]
        for day in ("2022-11-30", "2022-12-02")
    )

    assert first == later


def test_text_from_others_is_only_text() -> None:
    known = of(meeting("m1", "a", "confirmed", date="2022-11-30"), name=HOSTILE)
    found = made(known)
    (event,) = events(found)

    assert event["summary"] == f"Møte om {HOSTILE}"
    assert HOSTILE in [str(one) for one in event["categories"].cats]
    lines = found.data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_deadlines_of_one_document_are_one_entry() -> None:
    def picked(number: str, due: str) -> Data:
        source = {"document": "CAT/C/NOR/CO/8", "paragraph": number}
        return recommendation(f"cat-{number}", "a", source=source, follow_up={"due": due})

    records = [picked("16", "2019-05-18"), picked("20", "2019-05-18"), picked("22", "2019")]
    found = made(of(recommendations=records))
    (event,) = events(found)

    assert event["summary"] == "Svarfrist til CAT"
    assert "avsn.\u00a016, avsn.\u00a020" in event["description"]
    assert found.left_out == ("cat-22",)


@pytest.mark.parametrize(
    ("where", "inferred", "told"),
    [
        ({"proposal": "38"}, [], "Anbefalinger: forslag nr.\u00a038\n"),
        ({}, [], "Anbefalinger: avsnitt ikke kjent (cat-1)\n"),
        ({"paragraph": "16"}, ["paragraph"], "Anbefalinger: avsn.\u00a016 (utledet)\n"),
    ],
)
def test_a_deadline_says_where_the_ask_stands(where: Data, inferred: list[str], told: str) -> None:
    provenance = {"inferred": inferred}
    follow_up = {"due": "2019-05-18"}
    record = recommendation("cat-1", "a", source=where, follow_up=follow_up, provenance=provenance)
    (event,) = events(made(of(recommendations=[record])))

    assert told in str(event["description"]) + "\n"


def test_persons_are_not_named() -> None:
    who = [{"actor": "jd", "person": "Kari Nordmann"}]
    known = of(meeting("m1", "a", "confirmed", date="2022-11-30", participants=who))

    assert b"Nordmann" not in made(known).data


def test_the_words_are_those_of_the_reader() -> None:
    known = of(meeting("m1", "a", "confirmed", date="2022-11-30"))

    assert events(made(known, "en"))[0]["summary"] == "Meeting on Isolasjon"
