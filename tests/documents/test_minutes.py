"""Minutes tell who met, what was promised and what is open, and name what nobody recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.documents.content.blocks import Document, Points
from anbefal.documents.content.lines import plain_text
from anbefal.documents.minutes.minutes import build_minutes
from anbefal.errors import Misuse
from documents.made_up import asked, full, meetings, said
from documents.told import facts, names, rows, section, told
from repositories import text, update


def promise(*updates: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "veileder",
        "text": text("Vi lager en veileder før sommeren."),
        "responsible": ["jd", "bfd"],
        "due": "2023-06",
        "addresses": ["ccpr-2018-9"],
        "updates": list(updates),
        **more,
    }


def held(*promises: dict[str, Any], **more: Any) -> Document:
    recorded = {"date": "2022-11-08", "commitments": list(promises), **more}
    return build_minutes(meetings(full("held", **recorded)), "mote")


def open_points(made: Document) -> dict[int, list[str]]:
    """Return the promises that are open, by number, each with its lines."""
    blocks = section(made, "open").blocks
    points = [one for block in blocks if isinstance(block, Points) for one in block.points]
    return {one.number: [plain_text(line) for line in one.lines] for one in points}


def test_the_head_says_who_met_when_on_what() -> None:
    made = held(case="22/19")

    assert made.title == "Referat fra møte om temaet «Isolasjon»"
    assert facts(made) == {
        "Tema": ["Isolasjon"],
        "Dato": ["8. november 2022"],
        "Status": ["holdt"],
        "Departementer": ["JD (JD), hovedansvarlig", "BFD"],
        "Deltakere": ["JUSS, innleder"],
        "Saksnr.": ["22/19"],
        "Sekretariat": ["Sekretariatet"],
    }


def test_what_is_not_recorded_is_named_and_has_no_section() -> None:
    made = build_minutes(meetings(asked("held", date="2022-11-08")), "mote")

    assert told(made.head).splitlines()[-1] == (
        "Dette er ikke registrert: deltakere, saksliste, spørsmål, hva som ble sagt og hva som "
        "ble lovet."
    )
    assert names(made) == []


@pytest.mark.parametrize("state", ["planned", "requested", "confirmed", "cancelled"])
def test_a_meeting_that_was_not_held_has_no_minutes(state: str) -> None:
    with pytest.raises(Misuse, match=f"has no minutes: its state is '{state}'") as refused:
        build_minutes(meetings(full(state)), "mote")

    assert "anbefal meetings close mote" in refused.value.hint


def test_agenda_words_and_questions_are_told() -> None:
    made = held(
        agenda=[{"title": text("Status"), "actor": "juss", "minutes": 10}, {"title": text("Svar")}],
        minutes=text("Alle var enige.\n\nMøtet sluttet tidlig."),
        questions=[text("Når kommer loven?")],
    )

    assert rows(section(made, "agenda")) == [["Status", "JUSS", "10"], ["Svar", "", ""]]
    assert "Alle var enige.\nMøtet sluttet tidlig." in told(section(made, "said"))
    assert "Når kommer loven?" in told(section(made, "questions"))


def test_a_promise_is_a_row_in_its_own_words() -> None:
    assert rows(section(held(promise()), "promised")) == [
        [
            "1",
            "Vi lager en veileder før sommeren.",
            "JD (JD)\nBFD",
            "juni 2023",
            "CCPR 2018, avsn.\u00a09 [1]†",
        ]
    ]


def test_what_a_promise_lacks_is_named_as_that() -> None:
    bare = promise(responsible=[], due=None, addresses=[])

    assert rows(section(held(bare), "promised"))[0][2:] == [
        "ikke registrert",
        "ikke registrert",
        "",
    ]


def test_what_is_open_says_what_was_said_since_on_each_track() -> None:
    since = said("in-progress", "jd", "2023-08-01")
    judged = update("assessed", "contrary", "2023-09-01", "juss")
    made = held(promise(since, judged), promise(id="brev"), promise(said("implemented", "jd")))

    assert open_points(made) == {
        1: [
            "Vi lager en veileder før sommeren.",
            "Frist: juni 2023 (fristen er ute)",
            "Rapportert av JD, 1. august 2023: i gang.",
            "Vurdert av JUSS, 1. september 2023: tiltak i motsatt retning.",
        ],
        2: [
            "Vi lager en veileder før sommeren.",
            "Frist: juni 2023 (fristen er ute)",
            "Rapportert: ingenting er registrert.",
        ],
    }


def test_what_was_said_of_a_promise_is_told_with_its_note_and_evidence() -> None:
    note = "Utkastet er ferdig.\nDet er på høring."
    since = said("in-progress", "jd", note=note, evidence=["https://example.org/utkast"])
    made = held(promise(since, addresses=[]))

    assert open_points(made)[1][2:] == [
        "Rapportert av JD, 1. desember 2020: i gang. Utkastet er ferdig.",
        "Det er på høring. [1]",
    ]
    assert "JD, 1. desember 2020: https://example.org/utkast" in told(section(made, "sources"))


def test_as_of_a_day_what_came_later_is_left_out() -> None:
    later = said("implemented", "jd", "2023-05-01")
    record = full("held", date="2022-11-08", commitments=[promise(later)])
    made = build_minutes(meetings(record, as_of=date(2023, 4, 1)), "mote")

    assert "registrert til og med 1. april 2023:" in told(section(made, "open"))
    assert open_points(made)[1][1:] == ["Frist: juni 2023", "Rapportert: ingenting er registrert."]


def test_as_of_a_day_before_the_meeting_there_are_no_minutes() -> None:
    record = full("held", date="2022-11-08")

    with pytest.raises(Misuse, match="was not held yet on 2022-11-01"):
        build_minutes(meetings(record, as_of=date(2022, 11, 1)), "mote")


def test_where_all_is_done_the_minutes_say_so() -> None:
    made = held(promise(said("implemented", "jd", "2023-05-01")))

    assert "Alt som ble lovet, er rapportert som gjennomført" in told(section(made, "open"))


def test_recommendations_taken_up_are_listed_and_those_without_a_promise_named() -> None:
    made = held(promise(), recommendations=["cat-2018-16", "ccpr-2018-9"])

    assert "CCPR 2018, avsn.\u00a09 [2]†: Gjør ccpr-2018-9." in told(
        section(made, "recommendations")
    )
    assert "som også var satt opp: CAT 2018 [1]†." in told(section(made, "open"))


def test_nothing_internal_is_in_it() -> None:
    assert "hemmelig" not in told(held(promise(internal="hemmelig"), internal="hemmelig"))


def test_what_is_reported_done_and_assessed_otherwise_is_named() -> None:
    judged = update("assessed", "not-started", "2023-09-01", "juss")
    made = held(promise(said("implemented", "jd", "2023-05-01"), judged))

    assert "men noe annet er også registrert:" in told(section(made, "open"))
    assert open_points(made)[1][-2:] == [
        "Rapportert av JD, 1. mai 2023: gjennomført.",
        "Vurdert av JUSS, 1. september 2023: ikke påbegynt.",
    ]
