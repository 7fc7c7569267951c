from __future__ import annotations

from pathlib import Path

import pytest

from support import edited, found

CAT = "data/recommendations/cat/cat-2018-16.yaml"
MEETING = "data/meetings/2022-isolasjon.yaml"
THEMES = "data/themes.yaml"
ACTORS = "data/actors.yaml"
ASSESSMENT = "data/assessments/2022/juss.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "column"),
    [
        (CAT, "body: cat", "body: nim", 4, 9),
        (CAT, "ministries: [jd]", "ministries: [jd, fengsel]", 13, 18),
        (MEETING, "ministries: [jd]", "ministries: [nim]", 6, 14),
        (THEMES, "[kud, jd]", "[kud, juss]", 9, 21),
        (ACTORS, "coordinated_by: kud", "coordinated_by: nim", 11, 19),
        (ACTORS, "[cat, ccpr]", "[cat, jd]", 38, 21),
        (ASSESSMENT, "assessor: juss", "assessor: jd", 2, 11),
    ],
)
def test_an_actor_in_the_wrong_place(
    name: str, old: str, new: str, line: int, column: int, tmp_path: Path
) -> None:
    assert (name, line, column, "actor-kinds") in found(tmp_path, edited(name, (old, new)))


@pytest.mark.parametrize("assessor", ["juss", "forum", "nim"])
def test_organisations_networks_and_ombuds_assess(assessor: str, tmp_path: Path) -> None:
    text = edited(ASSESSMENT, ("assessor: juss", f"assessor: {assessor}"))[ASSESSMENT]

    assert found(tmp_path, {f"data/assessments/2022/{assessor}.yaml": text}) == []


def test_an_actor_that_does_not_exist_is_reported_once(tmp_path: Path) -> None:
    unknown = edited(CAT, ("ministries: [jd]", "ministries: [dj]"))

    assert found(tmp_path, unknown) == [(CAT, 13, 14, "references")]
