from __future__ import annotations

from pathlib import Path

import pytest

from support import edited, found

CAT = "data/recommendations/cat/cat-2018-16.yaml"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("track: reported, by: jd", "track: reported, by: nim", (20, 31)),
        ("track: reported, by: jd", "track: reported, by: juss", (20, 31)),
        ("track: assessed, by: nim", "track: assessed, by: kud", (21, 31)),
        ("track: assessed, by: nim", "track: assessed, by: fengsel", (21, 31)),
    ],
)
def test_an_author_on_the_other_side_of_the_track(
    old: str, new: str, place: tuple[int, int], tmp_path: Path
) -> None:
    assert (CAT, *place, "tracks") in found(tmp_path, edited(CAT, (old, new)))


@pytest.mark.parametrize("author", ["cat", "juss", "forum"])
def test_bodies_organisations_and_networks_may_assess(author: str, tmp_path: Path) -> None:
    text = edited(CAT, ("track: assessed, by: nim", f"track: assessed, by: {author}"))

    assert found(tmp_path, text) == []
