from __future__ import annotations

from pathlib import Path

import pytest

from support import added, edited, found, hints

CAT = "data/recommendations/cat/cat-2018-16.yaml"
MEETING = "data/meetings/2022-isolasjon.yaml"
PLAN = "data/plans/oppfolging-2021.yaml"
ASSESSMENT = "data/assessments/2022/juss.yaml"
THEMES = "data/themes.yaml"
ACTORS = "data/actors.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "column"),
    [
        (CAT, "body: cat", "body: unknown", 4, 9),
        (CAT, "[isolasjon, frihet]", "[isolasjon, unknown]", 12, 21),
        (CAT, "ministries: [jd]", "ministries: [unknown]", 13, 14),
        (CAT, "by: nim", "by: unknown", 21, 45),
        (CAT, "same_as: [ccpr-2018-15b]", "same_as: [unknown]", 23, 13),
        (CAT, "repeats: [cat-2012-9]", "related: [unknown]", 24, 13),
        (MEETING, "theme: isolasjon", "theme: unknown", 2, 8),
        (MEETING, "- {actor: juss", "- {actor: unknown", 8, 13),
        (MEETING, "responsible: [jd]", "responsible: [unknown]", 17, 19),
        (MEETING, "by: jd", "by: unknown", 21, 49),
        (PLAN, "owner: jd", "owner: unknown", 3, 8),
        (PLAN, "addresses: [cat-2018-16]", "addresses: [unknown]", 10, 17),
        (ASSESSMENT, "theme: isolasjon", "theme: unknown", 6, 12),
        (ASSESSMENT, "recommendation: cat-2018-16", "recommendation: unknown", 9, 21),
        (THEMES, "parent: frihet", "parent: unknown", 5, 11),
        (THEMES, "[kud, jd]", "[kud, unknown]", 9, 21),
        (ACTORS, "coordinated_by: kud", "coordinated_by: unknown", 11, 19),
        (ACTORS, "members: [juss]", "members: [unknown]", 37, 13),
        (ACTORS, "[cat, ccpr]", "[cat, unknown]", 38, 21),
    ],
)
def test_a_name_that_no_record_has(
    name: str, old: str, new: str, line: int, column: int, tmp_path: Path
) -> None:
    assert (name, line, column, "references") in found(tmp_path, edited(name, (old, new)))


def test_the_nearest_name_is_suggested(tmp_path: Path) -> None:
    assert hints(tmp_path, edited(CAT, ("[isolasjon", "[isolation"))) == [
        "Did you mean 'isolasjon'?"
    ]


def test_a_record_with_a_mistake_of_its_own_is_not_missing_as_well(tmp_path: Path) -> None:
    broken = edited("data/recommendations/cat/cat-2012-9.yaml", ("themes", "thmes"))

    assert [code for *_, code in found(tmp_path, broken)] == ["unknown-key"]


def test_a_theme_with_a_mistake_of_its_own_is_not_missing_as_well(tmp_path: Path) -> None:
    broken = edited(THEMES, ("name: {nb: Frihetsberøvelse}", "nam: {nb: Frihetsberøvelse}"))

    assert {code for *_, code in found(tmp_path, broken)} == {"unknown-key", "missing-key"}


def test_a_list_that_cannot_be_decoded_hides_no_names(tmp_path: Path) -> None:
    broken = edited(THEMES)[THEMES].encode("utf-16")

    assert [code for *_, code in found(tmp_path, {THEMES: broken})] == ["encoding"]


def test_a_name_in_a_comment_is_no_record(tmp_path: Path) -> None:
    files = added(THEMES, "# - id: unknown\n") | edited(CAT, ("frihet]", "unknown]"))

    assert found(tmp_path, files) == [(CAT, 12, 21, "references")]
