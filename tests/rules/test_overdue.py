from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from anbefal.diagnostics import Severity
from support import added, diagnose, edited, found, places, write

OLD = "data/recommendations/cat/cat-2012-9.yaml"
PLAN = "data/plans/oppfolging-2021.yaml"


def test_a_measure_without_any_update(tmp_path: Path) -> None:
    changed = edited(PLAN, ("due: 2025", "due: 2022-06"))

    assert found(tmp_path, changed) == [(PLAN, 9, 10, "overdue")]


def test_it_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, edited(PLAN, ("due: 2025", "due: 2022-06")))

    assert [finding.severity for finding in diagnose(tmp_path)] == [Severity.WARNING]


@pytest.mark.parametrize("value", ["no-report", "not-started", "implemented"])
def test_any_update_will_do(value: str, tmp_path: Path) -> None:
    update = f"    updates:\n      - {{date: 2021-06, track: assessed, by: nim, value: {value}}}\n"
    changed = edited(PLAN, ("due: 2025", "due: 2022-06"), ("reports:", f"{update}reports:"))

    assert found(tmp_path, changed) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 12, 31), []), (date(2026, 1, 1), [(PLAN, 9, 10, "overdue")])],
)
def test_a_year_has_passed_when_its_last_day_has(
    day: date, expected: list[tuple[str, int, int, str]], tmp_path: Path
) -> None:
    write(tmp_path, {})

    assert places(diagnose(tmp_path, as_of=day)) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [("2022-10-01", []), ("2022-09-30", [(PLAN, 9, 10, "overdue")])],
)
def test_without_a_day_the_newest_date_in_the_data_counts(
    due: str, expected: list[tuple[str, int, int, str]], tmp_path: Path
) -> None:
    assert found(tmp_path, edited(PLAN, ("due: 2025", f"due: {due}"))) == expected


def test_a_follow_up_that_nobody_wrote_about(tmp_path: Path) -> None:
    silent = added(OLD, "follow_up:\n  due: 2013-11\n")

    assert found(tmp_path, silent) == [(OLD, 12, 8, "overdue")]


@pytest.mark.parametrize(
    "answer",
    [
        "  grades: [{scale: cat, value: B1}]\n",
        "status:\n  - {date: 2014, track: assessed, by: nim, value: no-report}\n",
    ],
)
def test_a_grade_or_a_status_will_do(answer: str, tmp_path: Path) -> None:
    assert found(tmp_path, added(OLD, f"follow_up:\n  due: 2013-11\n{answer}")) == []
