"""The letter that asks for a meeting says what is known, and leaves blanks where nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.documents.content.blocks import Document
from anbefal.documents.letters.request import build_request
from anbefal.errors import Misuse
from anbefal.model.base import Language
from documents.made_up import asked, full, meetings
from documents.told import facts, names, section, told
from repositories import criteria_data, meeting, recommendation, scores, text, update


def letter(made: dict[str, Any], language: Language = "nb", **more: Any) -> Document:
    return build_request(meetings(made, **more), "mote", language=language)


def background(made: dict[str, Any], **more: Any) -> str:
    return told(section(letter(made, **more), "background"))


def test_it_goes_to_the_ministry_that_leads_with_copies_to_the_others() -> None:
    assert facts(letter(full(case="22/19"))) == {
        "Til": ["JD (JD)"],
        "Kopi til": ["BFD"],
        "Fra": ["Sekretariatet", "Storgata 1", "0155 Oslo"],
        "Dato": ["3. oktober 2022"],
        "Vår ref.": ["7"],
        "Deres ref.": ["22/19"],
    }


def test_it_asks_for_a_meeting_on_the_theme() -> None:
    made = letter(full())

    assert made.title == "Anmodning om møte om temaet «Isolasjon»"
    assert told(section(made, "opening")).splitlines()[-1] == (
        "Vi ber om et møte med JD (JD) om temaet «Isolasjon». "
        "Vi ber også BFD om å delta, og sender kopi av brevet dit."
    )


def test_with_all_that_it_needs_it_is_no_draft() -> None:
    made = letter(full())

    assert made.marking == ""
    said = [told(section(made, name)) for name in ("opening", "proposal", "closing")]
    assert "[" not in "".join(said)


@pytest.mark.parametrize(
    ("lacking", "blank"),
    [
        ({"proposed_dates": []}, "Vi foreslår [datoer] som tidspunkt for møtet."),
        ({"participants": []}, "Disse vil delta fra vår side: [deltakere]."),
        ({"requested_on": "2022-10"}, "[dag] oktober 2022"),
        ({"requested_on": None}, "[dato]"),
        ({"ministries": []}, "[departement]"),
    ],
)
def test_what_is_not_recorded_is_a_blank_in_a_draft(lacking: dict[str, Any], blank: str) -> None:
    made = letter({**full(), **lacking})

    assert blank in told(made)
    assert made.marking.startswith("UTKAST")


def test_without_a_secretariat_the_sender_is_a_blank() -> None:
    assert facts(letter(full(), settings={}))["Fra"] == ["[avsender]"]


def test_dates_and_participants_are_told() -> None:
    proposal = told(section(letter(full()), "proposal"))

    assert "Vi foreslår 1. november 2022 eller 8. november 2022 som tidspunkt" in proposal
    assert "JUSS, innleder" in proposal


def test_the_meetings_own_reason_comes_before_what_the_data_tells() -> None:
    told_first = background(full(reason=text("Saken haster."))).splitlines()

    assert told_first.index("Saken haster.") < next(
        place for place, one in enumerate(told_first) if one.startswith("Vi har registrert")
    )


def test_it_tells_nothing_that_is_dated_after_it() -> None:
    assert (
        "Vi har registrert 2 anbefalinger til Norge om temaet fra 2 overvåkingsmekanismer "
        "(CAT og CCPR) i 2018." in (background(full()))
    )
    assert "3 anbefalinger" in background({**full(), "requested_on": None})


def test_asks_that_several_bodies_make_are_quoted_with_who_makes_them() -> None:
    made = background(full())

    assert "Når like anbefalinger regnes som én, er det én anbefaling." in made
    assert "Én av anbefalingene er gitt av flere overvåkingsmekanismer:" in made
    assert "CAT 2018 og CCPR 2018 (her med våre ord etter CAT 2018 [1]†): Gjør cat" in made


def test_what_the_meeting_names_is_a_part_of_what_is_counted_on_the_theme() -> None:
    made = background(full(recommendations=["cat-2024-2"], requested_on="2024-06-01"))

    assert "Vi har registrert 3 anbefalinger til Norge om temaet" in made
    assert "I møtet ønsker vi å ta opp én av anbefalingene:\nCAT 2024" in made


def test_an_earlier_request_without_an_answer_is_told() -> None:
    earlier = meeting("for", "isolasjon", "requested", requested_on="2021-05")
    known = meetings(full(), earlier)

    made = told(section(build_request(known, "mote"), "background"))

    assert "Vi ba om et møte om temaet også i mai 2021" in made


def test_that_nothing_is_reported_and_what_is_due_is_told() -> None:
    picked = recommendation(
        "cat-2018-16", "isolasjon", source={"date": "2018-06-05"}, follow_up={"due": "2019-06-05"}
    )
    made = background(full(), recommendations=[picked])

    assert "Vi har ikke registrert noen rapport fra staten om oppfølgingen." in made
    assert "svarfristen (5. juni 2019) er ute." in made


@pytest.mark.parametrize("example", [True, False])
def test_the_ranking_counts_only_where_somebody_really_assessed(*, example: bool) -> None:
    given = scores("juss", {"isolasjon": {"a": 4}, "frihet": {"a": 1}}, example=example)
    made = background(full(), criteria=criteria_data({"a": 1}), assessments=[given])

    sentence = "Av de 2 temaene vi har vurdert etter kriteriene våre, er dette nummer 1."
    assert (sentence in made) is not example


def test_agenda_and_questions_stand_in_it_only_where_they_are_agreed() -> None:
    agreed = full(
        agenda=[{"title": text("Status"), "actor": "juss", "minutes": 10}],
        questions=[text("Når kommer loven?")],
    )

    assert {"agenda", "questions"}.isdisjoint(names(letter(full())))
    assert "Status (JUSS, 10\u00a0minutter)" in told(section(letter(agreed), "agenda"))
    assert "Når kommer loven?" in told(section(letter(agreed), "questions"))


def test_it_closes_with_thanks_sender_enclosure_and_sources() -> None:
    made = letter(full())

    assert names(made)[-3:] == ["closing", "enclosures", "sources"]
    assert told(section(made, "closing")).splitlines()[-2:] == [
        "Med vennlig hilsen",
        "Sekretariatet",
    ]
    assert "Notat om temaet «Isolasjon»" in told(section(made, "enclosures"))
    assert "† betyr at gjengivelsen ikke er kontrollert" in told(section(made, "sources"))


def test_a_theme_without_recommendations_gives_a_letter_without_a_background() -> None:
    assert "background" not in names(letter(full(), recommendations=[]))


def test_nothing_internal_is_in_it() -> None:
    assert "hemmelig" not in told(letter(asked(internal="hemmelig")))


def test_what_may_be_later_than_the_letter_is_said_to_be() -> None:
    records = [
        recommendation("cat-1", "isolasjon", source={"date": 2022}),
        recommendation("cat-2", "isolasjon", source={"date": "2022-09"}),
        recommendation("cat-3", "isolasjon"),
    ]
    records[1]["status"] = [update("reported", "in-progress", "2022-10")]
    made = background(full(), recommendations=records)

    assert "Én av dem er datert 2022 og kan være nyere enn dette brevet." in made
    assert "For én av dem er datoen ikke kjent." in made
    assert "Én av disse rapportene er datert oktober 2022 og kan være nyere" in made


def test_no_source_is_said_to_be_seen_after_the_day_of_the_letter() -> None:
    known = {"source": "Samlingen", "seen": "2026-01-02"}
    record = recommendation("cat-1", "isolasjon", source={"date": 2018}, provenance=known)
    made = letter(full(recommendations=["cat-1"]), recommendations=[record])

    assert "Gjengitt etter Samlingen" in told(section(made, "sources"))
    assert "2026" not in told(made)


def test_how_much_of_what_is_counted_was_not_verified_is_said() -> None:
    assert "Ingen av gjengivelsene er kontrollert mot de offisielle" in background(full())


def test_the_official_wording_in_the_readers_language_comes_before_ours_in_another() -> None:
    wording = {"text": {"en": "Be kind."}, "summary": {"nb": "Vær snill."}}
    record = recommendation("cat-1", "isolasjon", source={"date": 2018}, **wording)
    made = letter(full(recommendations=["cat-1"]), "en", recommendations=[record])

    assert "“Be kind.”" in told(section(made, "background"))
    assert "Vær snill" not in told(made)


def test_there_is_no_letter_for_a_meeting_that_was_cancelled() -> None:
    with pytest.raises(Misuse, match="'mote' was cancelled, so there is no letter"):
        letter(full("cancelled"))
