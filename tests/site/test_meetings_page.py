"""The page of meetings: what is asked and promised is there, minutes and persons are not."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from anbefal.documents.site.meeting_links import meeting_link
from anbefal.documents.site.page import Link
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
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
    return re.findall(r'<article id="([^"]*)"', html)


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


def test_each_year_is_told_against_the_goal_also_those_without_a_meeting() -> None:
    html = html_of(
        world(
            HELD,
            meeting("2019-z", "frihet", "cancelled", date="2019"),
            meeting("x", "frihet", "planned"),
            as_of=date(2021, 5, 2),
        ),
        "meetings",
    )

    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html.split("<table>")[1].split("</table>")[0])
    assert [cells[n : n + 7] for n in range(0, len(cells), 7)] == [
        ["År", "Mål", "Holdt", "Avtalt", "Bedt om", "Planlagt", "Avlyst"],
        ["2021", "4", "0", "0", "0", "0", "0"],
        ["2020", "4", "0", "0", "0", "0", "0"],
        ["2019", "4", "1", "0", "0", "0", "1"],
        ["uten dato", "–", "0", "0", "0", "1", "0"],  # noqa: RUF001
    ]
    assert "Målet er 4 møter i året med departementene" in words_of(html)
    assert "I 2021: Ingen er holdt. 4 gjenstår." in words_of(html)


def test_what_is_not_held_yet_has_not_taken_anything_up() -> None:
    both = {"recommendations": ["cat-1"], "participants": [{"actor": "nim"}, {"actor": "jd"}]}
    agreed = meeting("2021-y", "frihet", "confirmed", date="2022-03-01", **both)

    html = html_of(world(agreed, as_of=date(2022, 2, 28)), "meetings")

    words = words_of(html)
    assert "Anbefalinger som er satt opp CAT 2018, avsn. 16" in words
    assert "Inviterte NIM (NIM) og JD (JD)" in words
    assert "tatt opp" not in words


def test_what_nobody_verified_is_marked_and_words_in_another_language_name_it() -> None:
    origin = {"source": "Eget referat", "verified": False}

    words = words_of(html_of(world(HELD | {"provenance": origin}), "meetings", language="en"))

    assert "Held 5 March 2019 not checked" in words
    assert "Source: Eget referat (language: Norwegian Bokmål)" in words
    assert "Planen er lagd. (language: Norwegian Bokmål)" in words
    verified = HELD | {"provenance": origin | {"verified": True}}
    assert "ikke kontrollert" not in words_of(html_of(world(verified), "meetings"))


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


def test_the_sheets_hold_all_that_the_page_shows_with_the_tracks_apart() -> None:
    plan = {
        "id": "p",
        "title": text("Plan A"),
        "measures": [promise("a", heading=text("Del én"))],
        "provenance": {"source": "Notat", "seen": "2012"},
    }
    downloads = page_of(world(HELD, plans=[plan]), "meetings").downloads

    assert downloads
    assert downloads.book
    meetings, years, promised, plans, planned = downloads.book.sheets
    row = dict(zip(meetings.headings, meetings.rows[0], strict=True))
    assert (row["Dato"], row["Bedt om"]) == ("2019-03-05", "i oktober 2018")
    assert row["Anbefalinger som er tatt opp"] == "CAT 2018, avsn. 16"
    assert (row["Anbefalinger som er satt opp"], row["Inviterte"]) == ("", "")
    assert row["Spørsmål til myndighetene"] == "Når kommer planen?"
    assert (row["Kilde"], row["Kontrollert"]) == ("ikke registrert", "ikke kontrollert")
    assert years.rows[-1] == ("2019", 4, 1, 0, 0, 0, 0)
    *_, reported, assessed, name = promised.rows[0]
    assert reported == "JD, 2020: gjennomført. Planen er lagd."
    assert assessed == (
        "Undersøkt av NIM, februar 2022: ingen har rapportert at det er gjort; "
        "NIM, 3. februar 2021: ikke påbegynt"
    )
    assert name == "plan"
    assert plans.rows[0][0] == planned.rows[0][0] == "Plan A"
    assert plans.rows[0][-4:] == ("Notat", "2012", "ikke kontrollert", "p")
    assert planned.rows[0][1] == "Del én"


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


@pytest.mark.parametrize(
    ("source", "is_link"),
    [
        ("HTTPS://example.org/a", True),
        ("https://example.org/a b, side 3", False),
        ("javascript:alert(1)//https://example.org", False),
    ],
)
def test_only_an_address_on_the_web_and_nothing_else_is_a_link(
    source: str, *, is_link: bool
) -> None:
    told = HELD | {"provenance": {"source": source}}

    html = html_of(world(told), "meetings")

    assert f"Kilde: {source}" in words_of(html)
    assert (f'<a href="{source}" rel="noopener noreferrer">' in html) == is_link


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"date": "2019-03-05", "requested_on": "2018-10"}, "Møte om Isolasjon, 5. mars 2019"),
        ({"requested_on": "2018-10"}, "Møte om Isolasjon, bedt om i oktober 2018"),
        ({}, "Møte om Isolasjon"),
    ],
)
def test_a_link_to_a_meeting_tells_its_date_but_where_that_stands_beside_it(
    known: Data, told: str
) -> None:
    data = world(meeting("m", "isolasjon", "held", **known))
    voice = Voice(site_data(data), "nb")

    one = data.meetings["m"]

    assert meeting_link(voice, one) == Link(told, "nb/meetings.html#m")
    assert meeting_link(voice, one, is_dated=False).text == "Møte om Isolasjon"
