"""What counts as promised, as done, as overdue and as contested."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.analysis.followup import silence_since, standing
from anbefal.analysis.measures import held_measures, is_contested, is_done, is_overdue
from anbefal.model.meeting import Measure
from repositories import Data, dataset, meeting, text, theme, update


def measure(*updates: Data, **more: Any) -> Measure:
    given = {"id": "brev", "text": text("Sende brev."), "due": "2022-03", "updates": updates}
    return Measure.model_validate({**given, **more})


def said(value: str, day: str, track: str = "reported") -> Data:
    return update(track, value, day)


@pytest.mark.parametrize("state", ["planned", "requested", "confirmed", "cancelled"])
def test_only_a_meeting_that_was_held_brought_promises(state: str) -> None:
    promised = [{"id": "brev", "text": text("Sende brev.")}]
    given = (meeting(f"m-{one}", "a", one, commitments=promised) for one in (state, "held"))
    found = held_measures(dataset(themes=[theme("a")], meetings=list(given)))

    assert [one.id for one in found] == ["m-held/brev"]


def test_a_year_is_not_surely_newer_than_a_day_in_it() -> None:
    unsure = measure(said("implemented", "2022-05-03"), said("in-progress", "2022"))

    assert not is_overdue(unsure, date(2023, 1, 1))
    assert not is_done(unsure)
    assert len(standing(unsure.updates, "reported")) == 2


def test_a_later_report_that_it_is_not_done_makes_it_overdue_again() -> None:
    undone = measure(said("implemented", "2022-05-03"), said("in-progress", "2022-06"))

    assert is_overdue(undone, date(2023, 1, 1))


@pytest.mark.parametrize(
    ("more", "contested"),
    [
        ([], False),
        ([said("partly-implemented", "2022-04", "assessed")], True),
        ([said("implemented", "2022-06", "assessed")], False),
        ([said("no-report", "2022-09", "assessed")], True),
        ([said("no-report", "2022-04", "assessed")], False),
    ],
)
def test_what_is_reported_done_is_contested_by_others_and_by_later_silence(
    more: list[Data], *, contested: bool
) -> None:
    assert is_contested(measure(said("implemented", "2022-05-03"), *more)) is contested


def test_what_is_said_on_one_day_is_no_silence_since() -> None:
    log = measure(said("in-progress", "2022-05-03"), said("no-report", "2022-05-03")).updates

    assert silence_since(log) is None
