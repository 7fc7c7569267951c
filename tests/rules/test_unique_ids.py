from __future__ import annotations

from pathlib import Path

from support import added, diagnose, edited, found, write

THEMES = "data/themes.yaml"
PLAN = "data/plans/oppfolging-2021.yaml"
MEETING = "data/meetings/2022-isolasjon.yaml"
CRITERIA = "data/criteria.yaml"
SECOND = """\
id: cat-2012-9
source: {body: cat}
summary: {nb: Noe annet}
"""


def test_the_second_in_order_of_files_is_reported_and_names_the_first(tmp_path: Path) -> None:
    findings = diagnose(write(tmp_path, {"data/recommendations/upr/cat-2012-9.yaml": SECOND}))

    assert [(f.code, f.file) for f in findings] == [
        ("unique-ids", "data/recommendations/upr/cat-2012-9.yaml")
    ]
    assert "data/recommendations/cat/cat-2012-9.yaml" in findings[0].message


def test_the_same_id_in_two_kinds_is_right(tmp_path: Path) -> None:
    assert found(tmp_path, added(THEMES, "- id: jd\n  name: {nb: Rettsvesen}\n")) == []


def test_two_themes(tmp_path: Path) -> None:
    more = added(THEMES, "- id: frihet\n  name: {nb: Frihet}\n")

    assert found(tmp_path, more) == [(THEMES, 10, 7, "unique-ids")]


def test_two_actors(tmp_path: Path) -> None:
    more = added("data/actors.yaml", "- {id: jd, kind: ministry, name: {nb: Departementet}}\n")

    assert found(tmp_path, more) == [("data/actors.yaml", 39, 8, "unique-ids")]


def test_two_criteria(tmp_path: Path) -> None:
    twice = edited(CRITERIA, ("id: dialog", "id: hast"))

    assert found(tmp_path, twice) == [(CRITERIA, 36, 9, "unique-ids")]


def test_two_measures_of_one_meeting(tmp_path: Path) -> None:
    twice = added(MEETING, "  - {id: veileder, text: {nb: Trykke veilederen}}\n")

    assert found(tmp_path, twice) == [(MEETING, 22, 10, "unique-ids")]


def test_the_same_measure_id_in_two_files_is_right(tmp_path: Path) -> None:
    assert found(tmp_path, edited(PLAN, ("id: opplaering", "id: veileder"))) == []


def test_two_reports_of_one_plan(tmp_path: Path) -> None:
    twice = added(PLAN, "  - {id: forste, date: 2022-01-10}\n")

    assert found(tmp_path, twice) == [(PLAN, 16, 10, "unique-ids")]


def test_two_assessments_by_one_assessor_in_one_round(tmp_path: Path) -> None:
    name = "data/assessments/2022/sub/juss.yaml"
    copy = edited("data/assessments/2022/juss.yaml")["data/assessments/2022/juss.yaml"]

    assert (name, 2, 11, "unique-ids") in found(tmp_path, {name: copy})
