from __future__ import annotations

from pathlib import Path

import pytest

from support import BASE, edited, found

MEETING = "data/meetings/2022-isolasjon.yaml"


def _promises() -> str:
    """Return what the meeting's file says of promises, to its end."""
    whole = (BASE / MEETING).read_text(encoding="utf-8")
    return whole[whole.index("commitments:") :]


def test_held_without_a_date(tmp_path: Path) -> None:
    changed = edited(MEETING, ("\ndate: 2022-03-10", "\ndate: null"))

    assert found(tmp_path, changed) == [(MEETING, 3, 8, "held-meetings")]


def test_held_without_ministries(tmp_path: Path) -> None:
    changed = edited(MEETING, ("ministries: [jd]\n", ""))

    assert found(tmp_path, changed) == [(MEETING, 3, 8, "held-meetings")]


@pytest.mark.parametrize("state", ["planned", "requested", "confirmed", "cancelled"])
def test_a_meeting_that_was_not_held_needs_neither(state: str, tmp_path: Path) -> None:
    changed = edited(
        MEETING,
        ("state: held", f"state: {state}"),
        ("\ndate: 2022-03-10", "\ndate: null"),
        ("ministries: [jd]\n", ""),
        (_promises(), ""),
    )
    assert found(tmp_path, changed) == []


@pytest.mark.parametrize("state", ["planned", "requested", "confirmed", "cancelled"])
def test_a_meeting_that_was_not_held_brought_no_promises_and_no_minutes(
    state: str, tmp_path: Path
) -> None:
    changed = edited(MEETING, ("state: held", f"minutes: {{nb: Enige.}}\nstate: {state}"))

    assert found(tmp_path, changed) == [
        (MEETING, 3, 1, "held-meetings"),
        (MEETING, 15, 1, "held-meetings"),
    ]


@pytest.mark.parametrize("day", ["2022", "2022-03"])
def test_a_month_or_a_year_will_do(day: str, tmp_path: Path) -> None:
    assert found(tmp_path, edited(MEETING, ("date: 2022-03-10", f"date: {day}"))) == []
