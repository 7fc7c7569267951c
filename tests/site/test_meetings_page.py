"""The page of meetings: what is asked and promised is there, minutes and persons are not."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from anbefal.model.dataset import Dataset
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update
from site_pages import below, html_of, links_in, main_of, page_of, words_of

HOSTILE = "<i>&lt; {% raw %}</i>"


def promise(name: str, words: str = "Lage en plan", **more: Any) -> Data:
    return {"id": name, "text": text(words), "responsible": ["jd"], **more}


HELD = meeting(
    "2019-isolasjon",
    "isolasjon",
    "held",
    date="2019-03-05",
    requested_on="2018-10",
    case="19/77",
    ministries=["jd"],
    participants=[{"actor": "nim", "role": "innleder", "person": "Kari Hemmelig"}],
    recommendations=["cat-1"],
    agenda=[{"title": text("Hemmelig punkt")}],
    questions=[text("Når kommer planen?")],
    commitments=[
        promise(
            "plan",
            due="2019-12-31",
            addresses=["cat-1"],
            updates=[
                update("reported", "implemented", "2020", note="Planen er lagd."),
                update("assessed", "not-started", "2021-02-03", by="nim"),
                update("assessed", "no-report", "2022-02", by="nim"),
            ],
        )
    ],
    minutes=text("Hemmelig referat"),
    internal="Hemmelig merknad",
)


def world(*meetings: Data, as_of: date | None = None, **more: Any) -> Dataset:
    return dataset(
        as_of=as_of,
        settings={"language": "nb", "meetings_per_year": 4},
        themes=[theme("isolasjon"), theme("frihet")],
        actors=[
            actor("cat", "treaty-body", abbreviation="CAT"),
            actor("jd", "ministry", abbreviation="JD"),
            actor("nim", "ombud", abbreviation="NIM"),
        ],
        recommendations=[
            recommendation("cat-1", "isolasjon", source={"date": "2018", "paragraph": "16"})
        ],
        meetings=list(meetings),
        **more,
    )


def order(html: str) -> list[str]:
    return re.findall(r'<article class="\w+" id="([^"]*)"', html)


def test_meetings_to_come_stand_before_those_of_the_years() -> None:
    html = html_of(
        world(
            HELD,
            meeting("2020-x", "frihet", "held", date="2020"),
            meeting("2021-y", "frihet", "confirmed", date="2022-03-01"),
            meeting("2021-z", "frihet", "requested", requested_on="2021-11"),
            as_of=date(2022, 2, 28),
        ),
        "meetings",
    )

    assert order(html) == ["2021-z", "2021-y", "2020-x", "2019-isolasjon"]
    assert re.findall("<h2 id.*?>(.*?)</h2>", main_of(html)) == [
        "Planlagt, bedt om eller avtalt",
        "2020",
        "2019",
    ]
    assert "Avtalt til 1. mars 2022" in words_of(html)


def test_an_agreed_meeting_whose_day_has_passed_is_told_as_not_recorded() -> None:
    agreed = meeting("2021-y", "frihet", "confirmed", date="2021-03-01")

    words = below(html_of(world(agreed, as_of=date(2022, 2, 28)), "meetings"), "2021")

    assert "Avtalt til 1. mars 2021, men det er ikke registrert om det ble holdt" in words


def test_each_year_is_told_against_the_goal() -> None:
    html = html_of(world(HELD, meeting("2019-z", "frihet", "cancelled", date="2019")), "meetings")

    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html.split("<tbody>")[1].split("</tbody>")[0])
    assert cells == ["2019", "4", "1", "0", "0", "0", "1"]
    assert "Målet er 4 møter i året med departementene" in words_of(html)


def test_what_was_promised_is_told_on_both_tracks_each_for_itself() -> None:
    html = html_of(world(HELD), "meetings")

    reported, assessed = re.findall(r"<h6>(.*?)</section>", html, re.DOTALL)
    assert "JD" in reported
    assert "Planen er lagd." in reported
    assert "NIM" not in reported
    assert assessed.index("Undersøkt av NIM, februar 2022") < assessed.index("3. februar 2021")
    assert "31. desember 2019" in words_of(html)
    assert links_in(html)["CAT 2018, avsn. 16"] == "../nb/recommendations/cat-1.html"


def test_nobody_waits_for_what_was_not_promised_at_a_meeting_that_was_held() -> None:
    open_meeting = meeting("2021-z", "frihet", "planned", commitments=[promise("plan")])

    assert "Lage en plan" not in html_of(world(open_meeting), "meetings")


def test_what_is_not_recorded_of_a_held_meeting_is_said() -> None:
    words = words_of(html_of(world(meeting("2020-x", "frihet", "held", date="2020")), "meetings"))

    assert "Ikke registrert: deltakere, anbefalinger, spørsmål og løfter." in words


def test_persons_minutes_cases_agendas_and_notes_are_nowhere() -> None:
    page = page_of(world(HELD), "meetings")

    shown = html_of(world(HELD), "meetings") + repr(page)
    assert "emmelig" not in shown
    assert "19/77" not in shown
    assert "innleder" not in shown


def test_a_plan_has_a_section_of_its_own_that_can_be_led_to() -> None:
    plan = {
        "id": "opp",
        "title": text("Oppfølging"),
        "owner": "jd",
        "case": "11/22",
        "decided": "2011-08-25",
        "measures": [promise("a", "Skrive brev", heading=text("Første del"))],
        "provenance": {"source": "javascript:alert(1)", "seen": "2012-01"},
    }

    html = html_of(world(plans=[plan]), "meetings")

    words = below(html, "Planer for oppfølging")
    assert order(html) == ["plan-opp"]
    assert "JD (JD). Vedtatt: 25. august 2011. ikke kontrollert" in words
    assert "Første del Skrive brev Ansvar: JD (JD)" in words
    assert "Ingenting er registrert." in words
    assert "Kilde: javascript:alert(1), sett januar 2012" in words
    assert 'href="javascript' not in html
    assert "11/22" not in html


def test_the_sheets_hold_meetings_years_and_promises_with_the_tracks_apart() -> None:
    downloads = page_of(world(HELD), "meetings").downloads

    assert downloads
    assert downloads.book
    meetings, years, promised = downloads.book.sheets
    assert meetings.rows[0][:4] == ("Isolasjon", "holdt 5. mars 2019", "2019-03-05", "2018-10")
    assert years.rows == (("2019", 4, 1, 0, 0, 0, 0),)
    *_, reported, assessed = promised.rows[0]
    assert reported == "JD, 2020: gjennomført"
    assert assessed == (
        "Undersøkt av NIM, februar 2022: ingen har rapportert at det er gjort; "
        "NIM, 3. februar 2021: ikke påbegynt"
    )


def test_hostile_words_are_shown_as_they_are() -> None:
    hostile = HELD | {
        "questions": [text(HOSTILE)],
        "commitments": [
            promise("a", HOSTILE, updates=[update("reported", "contrary", "2020", note=HOSTILE)])
        ],
    }

    html = html_of(world(hostile), "meetings")

    assert HOSTILE not in html
    assert words_of(html).count(HOSTILE) == 3
