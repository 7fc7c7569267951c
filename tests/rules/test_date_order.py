from __future__ import annotations

from pathlib import Path

import pytest

from support import added, edited, found

CAT = "data/recommendations/cat/cat-2018-16.yaml"
UPR = "data/recommendations/upr/upr-2019-140-10.yaml"
MEETING = "data/meetings/2022-isolasjon.yaml"
PLAN = "data/plans/oppfolging-2021.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "column"),
    [
        (CAT, "date: 2019-02-04", "date: 2018-06-04", 20, 12),
        (CAT, "date: 2019-02-04", "date: 2018-05", 20, 12),
        (CAT, "date: 2019-02-04", "date: 2017", 20, 12),
        (CAT, "due: 2019-05", "due: 2018-05", 16, 8),
        (CAT, "date: 2020-01-10", "date: 2010-01-10", 18, 14),
        (CAT, "seen: 2021-03-02", "seen: 2012-03-02", 25, 55),
        (UPR, "date: 2019-09", "date: 2017-09", 12, 42),
        (MEETING, "requested_on: 2022-01", "requested_on: 2022-04", 5, 7),
        (MEETING, "due: 2022-09", "due: 2022-02", 18, 10),
        (MEETING, "date: 2022-10-01", "date: 2022-03-09", 21, 16),
        (PLAN, "due: 2025", "due: 2020", 9, 10),
        (PLAN, "date: 2021-12-15", "date: 2020-12-15", 13, 11),
    ],
)
def test_a_date_that_comes_too_early(
    name: str, old: str, new: str, line: int, column: int, tmp_path: Path
) -> None:
    changed = edited(name, (old, new))

    assert (name, line, column, "date-order") in found(tmp_path, changed)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (CAT, "date: 2019-02-04", "date: 2018"),
        (CAT, "date: 2019-02-04", "date: 2018-06"),
        (CAT, "date: 2019-02-04", "date: 2018-06-05"),
        (UPR, "date: 2019-09", "date: 2018-12"),
        (MEETING, "requested_on: 2022-01", "requested_on: 2022"),
        (MEETING, "requested_on: 2022-01", "requested_on: 2022-03-10"),
        (PLAN, "decided: 2021-02-01", "decided: null"),
    ],
)
def test_dates_that_may_be_in_order(name: str, old: str, new: str, tmp_path: Path) -> None:
    assert found(tmp_path, edited(name, (old, new))) == []


def test_an_update_before_the_plan(tmp_path: Path) -> None:
    update = "    updates:\n      - {date: 2020, track: reported, by: jd, value: in-progress}\n"
    changed = edited(PLAN, ("reports:", f"{update}reports:"))

    assert found(tmp_path, changed) == [(PLAN, 12, 16, "date-order")]


def test_a_record_without_a_date_has_no_before(tmp_path: Path) -> None:
    undated = edited(CAT, ("  date: 2018-06-05\n", "")) | added(
        "data/meetings/2022-isolasjon.yaml", ""
    )
    assert found(tmp_path, undated) == []
