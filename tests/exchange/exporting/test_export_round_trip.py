"""What ``export`` writes, ``import table`` reads, and it is the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from anbefal.exchange.outgoing import FORMATS, ExportFormat
from anbefal.model.recommendation import Recommendation
from complete import as_dataset, complete_data
from exchange.exporting.made_records import LINES, TROUBLE, came_back, records, written
from repositories import recommendation


@pytest.mark.parametrize("to", FORMATS)
def test_every_field_comes_back(tmp_path: Path, to: ExportFormat) -> None:
    made = list(as_dataset(complete_data()).recommendations.values())
    assert came_back(written(tmp_path, made, to), here=True) == made


@pytest.mark.parametrize("to", FORMATS)
def test_words_that_trouble_spreadsheets_come_back(tmp_path: Path, to: ExportFormat) -> None:
    made = [
        Recommendation.model_validate(recommendation(f"cat-{number}", text={"en": words}))
        for number, words in enumerate((*TROUBLE, *LINES))
    ]
    assert came_back(written(tmp_path, made, to), here=True) == made


def assert_comes_back(made: list[Recommendation], to: ExportFormat) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), made, to, internal=True)
        assert came_back(path, here=True) == made


@pytest.mark.parametrize("to", [one for one in FORMATS if one != "xlsx"])
@settings(max_examples=15, deadline=None)
@given(made=records())
def test_anything_that_a_record_can_say_comes_back(
    to: ExportFormat, made: list[Recommendation]
) -> None:
    assert_comes_back(made, to)


@settings(max_examples=6, deadline=None)  # workbooks take longest to write and to read
@given(made=records())
def test_anything_that_a_record_can_say_comes_back_from_a_workbook(
    made: list[Recommendation],
) -> None:
    assert_comes_back(made, "xlsx")
