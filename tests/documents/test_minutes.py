"""Minutes tell who met, what was promised and what is open, and name what nobody recorded."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.documents.content.blocks import Document
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
    }


def test_what_is_not_recorded_is_named_and_has_no_section() -> None:
    made = build_minutes(meetings(asked("held", date="2022-11-08")), "mote")

    assert told(made.head).splitlines()[-1] == (
        "Dette er ikke registrert: deltakere, saksliste, spørsmål, hva som ble sagt og hva som "
        "ble lovet."
    )
    assert names(made) == ["sources"]


@pytest.mark.parametrize("state", ["planned", "requested", "confirmed", "cancelled"])
def test_a_meeting_that_was_not_held_has_no_minutes(state: str) -> None:
    with pytest.raises(Misuse, match=f"has no minutes: its state is '{state}'") as refused:
        build_minutes(meetings(full(state)), "mote")

    assert "anbefal edit mote state=held" in refused.value.hint


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
            "CCPR 2018, avsn. 9 [1]†",
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

    told_open = told(section(made, "open")).splitlines()
    assert [one for one in told_open if one.startswith("Løfte")] == [
        (
            "Løfte 1: Frist juni 2023 (fristen er ute). Rapportert: i gang (JD, 1. august 2023). "
            "Vurdert av andre: tiltak i motsatt retning (JUSS, 1. september 2023)."
        ),
        "Løfte 2: Frist juni 2023 (fristen er ute). Rapportert: ingenting er registrert.",
    ]


def test_where_all_is_done_the_minutes_say_so() -> None:
    made = held(promise(said("implemented", "jd", "2023-05-01")))

    assert "Alt som ble lovet, er rapportert gjennomført" in told(section(made, "open"))


def test_recommendations_taken_up_are_listed_and_those_without_a_promise_named() -> None:
    made = held(promise(), recommendations=["cat-2018-16", "ccpr-2018-9"])

    assert "CCPR 2018, avsn. 9 [2]†: Gjør ccpr-2018-9." in told(section(made, "recommendations"))
    assert "som også ble tatt opp: CAT 2018 [1]†." in told(section(made, "open"))


def test_nothing_internal_is_in_it() -> None:
    assert "hemmelig" not in told(held(promise(internal="hemmelig"), internal="hemmelig"))
