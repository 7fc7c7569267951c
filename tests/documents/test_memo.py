"""A memo tells every point of a plan with who said what, and never guesses."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.documents.content.blocks import Points, Subheading
from anbefal.documents.memos.memo import build_memo
from anbefal.errors import Misuse
from documents.made_up import plan, said, world
from documents.told import facts, names, rows, section, told
from repositories import update

POINTS = "points"


def point(number: int, **more: object) -> str:
    """Return the text of one point of the memo on the made-up plan."""
    blocks = section(build_memo(world(**more), "varmestue"), POINTS).blocks
    points = [one for block in blocks if isinstance(block, Points) for one in block.points]
    return told(points[number - 1].lines)


def test_the_head_is_that_of_the_newest_report() -> None:
    memo = build_memo(world(), "varmestue")

    assert (memo.title, memo.subtitle, memo.author) == ("Varmestuene i høst", "Notat", "JD (JD)")
    assert facts(memo) == {
        "Til": ["Statsråden"],
        "Via": ["Avdelingen", "NORD"],
        "Kopi til": ["Arkivet"],
        "Fra": ["JD (JD)"],
        "Saksbehandler": ["Sekretæren"],
        "Dato": ["1. desember 2020"],
        "Saksnr.": ["20/7-9"],
    }


def test_what_the_head_of_a_report_lacks_is_left_out() -> None:
    memo = build_memo(world(), "varmestue", report="varen")

    assert facts(memo) == {"Fra": ["Vårkontoret"], "Dato": ["1. april 2020"]}


def test_a_named_report_tells_what_was_recorded_by_its_day() -> None:
    memo = build_memo(world(), "varmestue", report="varen")

    assert "Vi har ingen dør" not in told(memo)
    assert rows(section(memo, "summary")) == [
        ["Ingenting er registrert", "6", "1\u20136"],
        ["I alt", "6", ""],
    ]


def test_a_plan_without_reports_is_a_memo_from_its_owner_on_the_day_of_reference() -> None:
    memo = build_memo(world(reports=[]), "varmestue")

    assert facts(memo) == {"Fra": ["JD (JD)"], "Dato": ["1. januar 2021"], "Saksnr.": ["20/7"]}
    assert memo.title == "Plan for varmestuer"
    assert "Ingen rapport om planen er registrert." in told(memo.head)


def test_as_of_a_day_is_the_plan_as_it_stood_and_says_so() -> None:
    memo = build_memo(world(date(2020, 3, 1)), "varmestue")

    assert facts(memo)["Dato"] == ["1. mars 2020"]
    assert "slik den sto 1. mars 2020" in told(memo.head)
    assert "ikke registrert noen rapport om planen på denne datoen" in told(memo.head)


def test_as_of_a_day_before_the_plan_is_misuse() -> None:
    with pytest.raises(Misuse, match="not there yet on 2019-12-31: it was decided 2020-02-01"):
        build_memo(world(date(2019, 12, 31)), "varmestue")


def test_a_report_later_than_the_day_is_misuse() -> None:
    with pytest.raises(Misuse, match="'hosten' was not there yet on 2020-05-01"):
        build_memo(world(date(2020, 5, 1)), "varmestue", report="hosten")


def test_what_came_after_the_report_is_announced() -> None:
    assert "også med og står med egen dato" in told(build_memo(world(), "varmestue").head)
    assert "også med" not in told(build_memo(world(measures=[]), "varmestue").head)


def test_occasion_mandate_and_plan_come_first() -> None:
    occasion = told(section(build_memo(world(), "varmestue"), "occasion"))

    assert "Statsråden spurte i oktober." in occasion
    assert "Mandat: Tinget ba om det." in occasion
    assert "Planen hører under JD (JD) og er fra 1. februar 2020." in occasion


def test_each_point_is_counted_once_by_what_was_reported_last() -> None:
    assert rows(section(build_memo(world(), "varmestue"), "summary")) == [
        ["Ingen har rapportert at det er gjort", "1", "3"],
        ["I gang", "2", "2 og 5"],
        ["Gjennomført", "2", "1 og 6"],
        ["Ingenting er registrert", "1", "4"],
        ["I alt", "6", ""],
    ]


def test_the_summary_tells_of_several_answers_deadlines_and_assessments() -> None:
    summary = told(section(build_memo(world(), "varmestue"), "summary"))

    assert "Om punkt 2 er det gitt ulike svar." in summary
    assert "Fristen er ute for punkt 5." in summary
    assert "Andre enn dem som rapporterer, har vurdert punkt 6." in summary


def test_a_point_shows_every_answer_with_unit_day_words_and_evidence() -> None:
    assert point(2).splitlines() == [
        "Dele ut nøkler.",
        "Ansvar: JD (JD)",
        "Rapportert av NORD, 1. desember 2020: ikke påbegynt. Vi har ingen dør.",
        "Og ingen nøkkel.",
        "Rapportert av SOR, 1. desember 2020: i gang.",
        "Dokumentasjon: https://example.org/nokler",
    ]


def test_that_nobody_reports_is_another_thing_than_that_nothing_is_recorded() -> None:
    assert (
        "Rapportert av JD (JD), 1. desember 2020: ingen har rapportert at det er gjort." in point(3)
    )
    assert "Rapportert: ingenting er registrert." in point(4)


def test_a_deadline_that_has_passed_is_told_unless_the_measure_is_done() -> None:
    done = [{**plan()["measures"][4], "updates": [said("implemented", "sor")]}]

    assert "Frist: juni 2020 (fristen er ute)" in point(5)
    assert "Frist: juni 2020\n" in point(1, measures=done)


def test_deadlines_are_measured_from_the_day_of_the_memo() -> None:
    by_christmas = [{**plan()["measures"][4], "due": "2020-12-24"}]

    assert world().reference_date == date(2021, 1, 1)
    assert "Frist: 24. desember 2020\n" in point(1, measures=by_christmas)


def test_what_others_assessed_is_a_track_of_its_own() -> None:
    assert "Rapportert av SOR, 1. desember 2020: gjennomført." in point(6)
    assert "Vurdert av JUSS, 2. desember 2020: tiltak i motsatt retning. Ingen ble" in point(6)


def test_points_stand_under_the_headings_of_the_plan_and_are_numbered_through() -> None:
    blocks = section(build_memo(world(), "varmestue"), POINTS).blocks

    assert [one.text for one in blocks if isinstance(one, Subheading)] == ["Hos oss", "Hos andre"]
    points = [block for block in blocks if isinstance(block, Points)]
    assert [[one.number for one in block.points] for block in points] == [[1, 2, 3], [4, 5, 6]]


def test_a_remark_stands_under_its_heading_with_who_makes_it_and_the_rest_apart() -> None:
    memo = build_memo(world(), "varmestue")

    assert "Hos andre\nSOR: Det går framover." in told(section(memo, POINTS))
    assert "Vi trenger flere hender." in told(section(memo, "remarks"))


def test_enclosures_and_sources_close_the_memo() -> None:
    memo = build_memo(world(), "varmestue")

    assert names(memo)[-2:] == ["enclosures", "sources"]
    assert "Brev fra oktober" in told(section(memo, "enclosures"))
    sources = told(section(memo, "sources"))
    assert "hentet fra: Innsyn (sett 1. januar 2021)" in sources
    assert "Gjengivelsen er ikke kontrollert mot kilden." in sources
    assert "Verdiene er våre." in sources


def test_a_plan_without_measures_says_so() -> None:
    memo = build_memo(world(measures=[]), "varmestue")

    assert "summary" not in names(memo)
    assert "Planen har ingen registrerte punkter." in told(section(memo, POINTS))


def test_words_of_the_records_name_their_language_where_it_is_another() -> None:
    memo = build_memo(world(), "varmestue", language="en")

    assert memo.title == "The warming rooms this autumn"
    assert "implemented. Ni. (language: Norwegian Bokmål)" in told(section(memo, POINTS))


def test_nothing_internal_is_in_it() -> None:
    memo = build_memo(world(internal="hemmelig"), "varmestue")

    assert "hemmelig" not in told(memo)


def test_a_later_finding_that_nobody_reports_takes_no_report_away() -> None:
    log = [said("implemented", "sor", "2020-05-01"), said("no-report", "jd", "2020-09-01")]
    ovens, *_, silent = plan()["measures"][:4]
    measures = [{**ovens, "updates": log}, silent]
    summary = section(build_memo(world(measures=measures), "varmestue"), "summary")

    assert [row[0] for row in rows(summary)][:2] == ["Gjennomført", "Ingenting er registrert"]
    assert "Etter den siste rapporten om punkt 1 er det registrert at ingen har" in told(summary)
    assert "ulike svar" not in told(summary)


def test_that_somebody_found_silence_is_neither_an_assessment_nor_an_empty_log() -> None:
    found = update("assessed", "no-report", "2020-09-01", "juss")
    judged = update("assessed", "not-started", "2020-09-01", "juss")
    ovens, keys, *_ = plan()["measures"]
    measures = [{**ovens, "updates": [found]}, {**keys, "updates": [judged]}]
    memo = build_memo(world(measures=measures), "varmestue")

    assert [row[0] for row in rows(section(memo, "summary"))][:2] == [
        "Ingen har rapportert at det er gjort",
        "Ingen rapport er registrert, bare vurdering fra andre",
    ]
    assert "rapporterer, har vurdert punkt 2." in told(section(memo, "summary"))
    assert point(1, measures=measures).splitlines()[2:] == [
        "Undersøkt av JUSS, 1. september 2020: ingen har rapportert at det er gjort."
    ]


@pytest.mark.parametrize(
    ("more", "told_of"),
    [
        ({}, "Avsender og saksnummer er derfor hentet"),
        ({"case": None}, "Avsenderen er derfor hentet"),
        ({"owner": None}, "Saksnummeret er derfor hentet"),
        ({"owner": None, "case": None}, "er registrert."),
    ],
)
def test_the_memo_says_what_its_head_has_from_the_plan(more: dict[str, None], told_of: str) -> None:
    head = told(build_memo(world(reports=[], **more), "varmestue").head)

    assert told_of in head
    assert more.keys() == {"owner", "case"} or "fra planen" in head


def test_a_day_that_nobody_recorded_is_not_its_date() -> None:
    bare = world(reports=[], measures=[], decided=None, provenance={"seen": 2022})

    assert facts(build_memo(bare, "varmestue"))["Dato"] == ["2022"]
