"""`show` finds a record of any kind, and says what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.cli.options import OutputLanguage
from anbefal.wording import wording
from repositories import meeting, recommendation, repository, run, text

PROMISE = {
    "id": "rundskriv",
    "text": text("Sende et rundskriv."),
    "responsible": ["jd"],
    "due": "2022-06",
    "updates": [{"date": "2022-05-01", "track": "reported", "by": "jd", "value": "implemented"}],
    "internal": "Bare muntlig.",
}
MEETING = "data/meetings/2021-isolasjon.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    held = meeting(
        "2021-isolasjon",
        "isolasjon",
        "held",
        date="2021-11-03",
        ministries=["jd"],
        commitments=[PROMISE],
    )
    return repository(tmp_path, {MEETING: held})


def test_a_meeting_is_shown_with_what_was_promised(root: Path) -> None:
    shown = run("show", "2021-isolasjon", root=root).out

    assert "rundskriv: Sende et rundskriv." in shown
    assert "2022-05-01 reported by" in shown
    assert "implemented" in shown


def test_the_internal_note_of_a_promise_is_shown_only_when_asked_for(root: Path) -> None:
    assert "Bare muntlig." not in run("show", "2021-isolasjon", root=root).out
    assert "Bare muntlig." not in run("show", "2021-isolasjon", "-f", "json", root=root).out
    assert "Bare muntlig." in run("show", "2021-isolasjon", "--internal", root=root).out


def test_a_theme_is_shown_with_its_recommendations_and_meetings(root: Path) -> None:
    shown = run("show", "isolasjon", root=root).out

    assert "cat-2018-16" in shown
    assert "2021-isolasjon (held)" in shown


def test_a_ministry_is_shown_with_what_it_answers_for(root: Path) -> None:
    assert "cat-2018-16" in run("show", "jd", root=root).out


def test_a_plan_is_shown_with_its_measures(root: Path) -> None:
    outcome = run("show", "oppfolging-2021", root=root)

    assert outcome.code == 0
    assert "Measure 1" in outcome.out


def test_a_recommendation_comes_before_a_theme_of_the_same_name(root: Path) -> None:
    record = recommendation("isolasjon", "isolasjon")
    repository(root, {"data/recommendations/isolasjon.yaml": record})

    assert "In our words" in run("show", "isolasjon", root=root).out


def test_a_list_for_a_spreadsheet_says_what_was_inferred(root: Path) -> None:
    record = recommendation(
        "cat-2022-1",
        "isolasjon",
        source={"document": "CAT/C/NOR/CO/9", "date": 2022},
        provenance={"inferred": ["document", "date"]},
    )
    repository(root, {"data/recommendations/cat-2022-1.yaml": record})

    listed = run("list", "--year", "2022", "-f", "csv", root=root).out

    assert "document date,false" in listed


def test_a_committees_grade_is_no_independent_status_but_not_nothing(root: Path) -> None:
    grades = [{"date": 2021, "scale": "cat", "value": "B2"}]
    record = recommendation("cat-2022-1", "isolasjon", follow_up={"grades": grades})
    repository(root, {"data/recommendations/cat-2022-1.yaml": record})

    assert "cat-2022-1" in run("list", "--assessed", "graded", root=root).out
    assert "cat-2022-1" not in run("list", "--assessed", "none", root=root).out


def test_made_up_scores_are_said_to_be_made_up(root: Path) -> None:
    scores = {
        "round": "2022",
        "assessor": "juss",
        "date": "2022-06-01",
        "example": True,
        "scores": [{"recommendation": "cat-2018-16", "values": {"alvor": 4}}],
    }
    repository(root, {"data/assessments/2022/juss.yaml": scores})

    assert "EXAMPLE, made up" in run("show", "cat-2018-16", root=root).out
    assert (
        "true,proposal" in run("prioritize", "--explain", "cat-2018-16", "-f", "csv", root=root).out
    )


def test_the_words_of_a_document_exist_for_every_language_that_can_be_asked_for() -> None:
    for language in OutputLanguage:
        assert wording(language.value, "brief").language == language


def test_who_asks_for_the_same_is_shown_with_years_and_states(root: Path) -> None:
    record = recommendation(
        "upr-2019-1",
        "isolasjon",
        body="upr",
        source={"date": 2019, "recommended_by": ["EG", "DK"]},
        links={"same_as": ["cat-2018-16"]},
    )
    repository(root, {"data/recommendations/upr-2019-1.yaml": record})

    outcome = run("show", "upr-2019-1", "-f", "csv", root=root)

    told = "Torturkomiteen 2012 and 2018; Menneskerettskomiteen 2018; UPR 2019 (Denmark and Egypt)"
    assert f"Asked by,{told}" in outcome.out
    found = run("show", "upr-2019-1", "-f", "json", root=root).data["asked_by"]
    assert [(one["body"], one["year"]) for one in found] == [
        ("cat", 2012),
        ("cat", 2018),
        ("ccpr", 2018),
        ("upr", 2019),
    ]
    assert found[-1]["recommendations"] == ["upr-2019-1"]


def test_a_record_that_nothing_is_linked_to_does_not_say_who_asks_twice(root: Path) -> None:
    record = recommendation("cat-2022-1", "isolasjon", source={"date": 2022})
    repository(root, {"data/recommendations/cat-2022-1.yaml": record})

    assert "Asked by" not in run("show", "cat-2022-1", root=root).out
