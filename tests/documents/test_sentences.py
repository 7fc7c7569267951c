"""Sentences with links in them, lists of numbers, and how long it is to a day."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.documents.content.blocks import Run
from anbefal.documents.content.lines import plain_text
from anbefal.documents.content.sentences import numbers_line, sentence
from anbefal.documents.updates import time_to
from anbefal.model.base import Language
from anbefal.wording import wording

WORDS = wording("nb", "brief")


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([3], "3"),
        ([2, 3], "2 og 3"),
        ([1, 2, 3], "1\u20133"),
        ([9, 1, 2, 3, 5, 6], "1\u20133, 5, 6 og 9"),
    ],
)
def test_three_numbers_or_more_in_a_row_are_joined(numbers: list[int], shown: str) -> None:
    assert plain_text(numbers_line(numbers, "ask", WORDS)) == shown


def test_every_number_leads_to_its_point() -> None:
    assert [run.target for run in numbers_line([1, 2, 3, 7], "ask", WORDS)] == [
        "ask-1",
        None,
        "ask-7",
    ]


def test_what_is_filled_into_a_sentence_means_nothing_to_it() -> None:
    filled = sentence(WORDS, "attributed", who="{said}", said=(Run("{who}", target="ask-1"),))

    assert plain_text(filled) == "{said}: {who}"
    assert filled[-1].target == "ask-1"


@pytest.mark.parametrize(
    ("day", "language", "told"),
    [
        (date(2026, 11, 22), "nb", "i dag"),
        (date(2026, 11, 23), "nb", "om én dag"),
        (date(2026, 10, 23), "nn", "for 30 dagar sidan"),
        (date(2027, 2, 21), "nb", "om 2 måneder"),
        (date(2028, 11, 21), "en", "in 23 months"),
        (date(2024, 11, 22), "en", "2 years ago"),
    ],
)
def test_a_span_is_told_in_whole_days_months_or_years(
    day: date, language: Language, told: str
) -> None:
    assert time_to(day, date(2026, 11, 22), language) == told
