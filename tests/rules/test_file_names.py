from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from support import edited, found, hints

RECORD = "id: cat-2020-4\nsource: {body: cat}\nsummary: {nb: Gi alle fellesskap}\n"
ASSESSMENT = "data/assessments/2022/juss.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "data/recommendations/cat-2020-4.yaml",
        "data/recommendations/cat/2020/cat-2020-4.yaml",
        "data/recommendations/Sjette høring/cat-2020-4.yaml",
    ],
)
def test_any_subfolder_is_right(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, {name: RECORD}) == []


@pytest.mark.parametrize("wrong", ["cat-2020-5", "cat-2020-4 (kopi)", "CAT-2020-4"])
def test_a_file_with_another_name(wrong: str, tmp_path: Path) -> None:
    name = f"data/recommendations/{wrong}.yaml"

    assert found(tmp_path, {name: RECORD}) == [(name, 1, 5, "file-names")]


def test_the_hint_gives_both_ways_out(tmp_path: Path) -> None:
    assert hints(tmp_path, {"data/recommendations/cat-2020-5.yaml": RECORD}) == [
        "Rename the file to cat-2020-4.yaml, or write id: cat-2020-5."
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_with_norwegian_letters_is_never_an_id(form: str, tmp_path: Path) -> None:
    name = normalize(form, "data/recommendations/råd-2020.yaml")

    assert hints(tmp_path, {name: RECORD}) == [
        "Rename the file to cat-2020-4.yaml, or write id: rad-2020."
    ]


def test_meetings_and_plans_too(tmp_path: Path) -> None:
    meeting = edited("data/meetings/2022-isolasjon.yaml", ("id: 2022-isolasjon", "id: 2022-annet"))
    plan = edited("data/plans/oppfolging-2021.yaml", ("id: oppfolging-2021", "id: plan"))

    assert found(tmp_path, meeting | plan) == [
        ("data/meetings/2022-isolasjon.yaml", 1, 5, "file-names"),
        ("data/plans/oppfolging-2021.yaml", 1, 5, "file-names"),
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_round_is_compared_in_composed_unicode(form: str, tmp_path: Path) -> None:
    text = edited(ASSESSMENT, ('"2022"', normalize("NFC", "Høsten på nytt")))[ASSESSMENT]
    name = normalize(form, "data/assessments/Høsten på nytt/juss.yaml")

    assert found(tmp_path, {name: text}) == []


def test_an_assessment_in_another_rounds_folder(tmp_path: Path) -> None:
    name = "data/assessments/2021/juss.yaml"
    files = {name: edited(ASSESSMENT)[ASSESSMENT], ASSESSMENT: None}

    assert found(tmp_path, files) == [(name, 1, 8, "file-names")]


def test_an_assessment_in_no_rounds_folder(tmp_path: Path) -> None:
    name = "data/assessments/juss.yaml"
    files = {name: edited(ASSESSMENT)[ASSESSMENT], ASSESSMENT: None}

    assert hints(tmp_path, files) == [
        "Move the file to data/assessments/2022/juss.yaml, or mend the round."
    ]


def test_an_assessment_under_another_assessors_name(tmp_path: Path) -> None:
    assert found(tmp_path, edited(ASSESSMENT, ("assessor: juss", "assessor: forum"))) == [
        (ASSESSMENT, 2, 11, "file-names")
    ]
