"""The rules about data/criteria.yaml: their number, weights, scale and levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import added, edited, found

CRITERIA = "data/criteria.yaml"
LAST = "  - id: dialog\n    weight: 5\n    name: {nb: Nytte av dialog}\n"


def test_nine(tmp_path: Path) -> None:
    assert found(tmp_path, edited(CRITERIA, (LAST, ""))) == [(CRITERIA, 4, 1, "criteria-count")]


def test_eleven(tmp_path: Path) -> None:
    eleven = added(CRITERIA, LAST.replace("dialog", "ellevte"))

    assert found(tmp_path, eleven) == [(CRITERIA, 4, 1, "criteria-count")]


@pytest.mark.parametrize("weight", ["0", "-5", "0.0"])
def test_a_weight_that_is_not_positive(weight: str, tmp_path: Path) -> None:
    changed = edited(CRITERIA, ("weight: 20", f"weight: {weight}"))

    assert found(tmp_path, changed) == [(CRITERIA, 6, 13, "weights")]


@pytest.mark.parametrize("weight", ["0.5", "1000"])
def test_any_positive_weight_is_right(weight: str, tmp_path: Path) -> None:
    assert found(tmp_path, edited(CRITERIA, ("weight: 20", f"weight: {weight}"))) == []


@pytest.mark.parametrize("scale", ["{min: 4, max: 0}", "{min: 4, max: 4}"])
def test_a_scale_without_width_is_told_once(scale: str, tmp_path: Path) -> None:
    changed = edited(CRITERIA, ("{min: 0, max: 4}", scale))

    assert found(tmp_path, changed) == [(CRITERIA, 3, 22, "scale")]


def test_a_level_beside_the_scale(tmp_path: Path) -> None:
    changed = edited(CRITERIA, ("{0: {nb: Ubetydelig}", "{-1: {nb: Ubetydelig}"))

    assert found(tmp_path, changed) == [(CRITERIA, 8, 14, "scale")]
