from __future__ import annotations

from pathlib import Path

import pytest

from support import added, edited, found, hints

ASSESSMENT = "data/assessments/2022/juss.yaml"


@pytest.mark.parametrize("value", ["4.1", "5", "-1"])
def test_a_value_beside_the_scale(value: str, tmp_path: Path) -> None:
    changed = edited(ASSESSMENT, ("omfang: 1.5", f"omfang: {value}"))

    assert found(tmp_path, changed) == [(ASSESSMENT, 7, 32, "scores")]


@pytest.mark.parametrize("value", ["0", "4", "2.25", "null"])
def test_both_ends_halves_and_nothing_are_right(value: str, tmp_path: Path) -> None:
    assert found(tmp_path, edited(ASSESSMENT, ("omfang: 1.5", f"omfang: {value}"))) == []


def test_a_criterion_that_does_not_exist(tmp_path: Path) -> None:
    changed = edited(ASSESSMENT, ("omfang: 1.5", "omfangg: 1.5"))

    assert found(tmp_path, changed) == [(ASSESSMENT, 7, 24, "scores")]
    assert hints(tmp_path, changed) == ["Did you mean 'omfang'?"]


def test_a_reason_for_a_criterion_that_does_not_exist(tmp_path: Path) -> None:
    changed = edited(ASSESSMENT, ("reasons: {alvor:", "reasons: {alvoor:"))

    assert found(tmp_path, changed) == [(ASSESSMENT, 8, 15, "scores")]


def test_a_theme_scored_twice(tmp_path: Path) -> None:
    twice = added(ASSESSMENT, "  - theme: isolasjon\n    values: {hast: 2}\n")

    assert found(tmp_path, twice) == [(ASSESSMENT, 11, 12, "scores")]


def test_a_recommendation_scored_twice(tmp_path: Path) -> None:
    twice = added(ASSESSMENT, "  - recommendation: cat-2018-16\n    values: {hast: 2}\n")

    assert found(tmp_path, twice) == [(ASSESSMENT, 11, 21, "scores")]


def test_scores_wait_for_criteria_that_can_be_read(tmp_path: Path) -> None:
    broken = edited("data/criteria.yaml", ("scale:", "scal:"))
    unknown = edited(ASSESSMENT, ("omfang: 1.5", "omfangg: 9"))

    codes = {code for *_, code in found(tmp_path, broken | unknown)}
    assert codes == {"unknown-key", "missing-key"}
