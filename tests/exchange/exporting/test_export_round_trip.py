"""What ``export`` writes, ``import table`` reads, and it is the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from anbefal.exchange.mapped.mapping import Mapping
from anbefal.exchange.mapped.opening import open_list
from anbefal.exchange.mapped.reading import read_table
from anbefal.exchange.outgoing import FORMATS, ExportFormat
from anbefal.exchange.outgoing.columns import MARK
from anbefal.exchange.wanted import Wanted
from anbefal.model.incoming import Incoming
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import Recommendation
from complete import as_dataset, complete_data
from exchange.exporting.made_records import LINES, TROUBLE, came_back, read, records, written
from repositories import dataset, recommendation, theme


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


def test_a_theme_or_ministry_that_the_repository_has_not_becomes_a_label(tmp_path: Path) -> None:
    made = recommendation("cat-1", themes=["tvang", "boliger"], ministries=["bd"], groups=["barn"])
    path = written(tmp_path, [Recommendation.model_validate(made)], "csv")
    words = Vocabulary(dataset(themes=[theme("tvang")]))
    (found,) = read_table(open_list(path, Mapping()), Mapping(), Wanted(), words)
    assert isinstance(found, Incoming)
    fields = {name: found.fields.get(name) for name in ("themes", "groups", "ministries")}
    assert fields == {"themes": ["tvang"], "groups": ["barn"], "ministries": None}
    assert found.fields["labels.themes"] == ["boliger"]
    assert found.fields["labels.ministries"] == ["bd"]


def test_marks_of_what_is_no_field_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    marks = '"{""internal"": ""table-1"", ""kind"": ""table-2""}"'
    path.write_text(f"text.nb,source.body,provenance.imported,{MARK}\nGjør,cat,{marks},\n")
    (found,) = read(path)
    assert isinstance(found, Incoming)
    assert found.fields["provenance.imported"] == {"kind": "table-2"}
