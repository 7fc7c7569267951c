"""Charts: what is drawn is what the table beside it says, and nothing else gets into a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from anbefal.analysis.progress import ORDER, Progress
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.colours import REACHED
from anbefal.documents.site.charts.progress import progress_chart
from anbefal.documents.site.charts.sketch import SIZE, room_for
from anbefal.documents.site.charts.themes import ThemeRow, themes_chart
from anbefal.documents.site.charts.years import years_chart
from anbefal.documents.site.lines import plain
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Language
from anbefal.wording import LANGUAGES
from repositories import Data, actor, dataset, recommendation, text, theme, update

HOSTILE = '<script>x</script> {{ 7 }} "&'
ALL = Progress(66, {one: n for n, one in enumerate(ORDER, 1)}, {"nothing": 66}, len(ORDER))
"""Every value a track can reach."""
_ROUNDED = 0.1
"""Places are rounded to so much."""


def record(name: str, day: str | None = "2018", body: str = "cat", **more: Any) -> Data:
    source = {"date": day} if day else {}
    return recommendation(name, "isolasjon", body=body, source=source, **more)


def voice(*records: Data, name: str = "Isolasjon", language: Language = "nb") -> Voice:
    made = dataset(
        settings={"language": "nb"},
        themes=[theme("isolasjon", name=text(name))],
        actors=[actor("cat", "treaty-body"), actor("upr", "mechanism"), actor("jd", "ministry")],
        recommendations=list(records),
    )
    return Voice(site_data(made), language)


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(chart.svg)  # noqa: S314 - the program wrote it


def written(chart: Chart) -> list[str]:
    return [one.text or "" for one in drawn(chart).iter("{http://www.w3.org/2000/svg}text")]


def in_table(chart: Chart) -> list[list[str | int]]:
    return [
        [cell if isinstance(cell, int) else plain(cell) for cell in row] for row in chart.table.rows
    ]


def test_the_two_tracks_are_counted_each_for_itself() -> None:
    speaker = voice(
        record("cat-1", status=[update("reported", "implemented", "2019")]),
        record("cat-2", status=[update("assessed", "contrary", "2019", by="nim")]),
        record("cat-3"),
    )

    chart = progress_chart(speaker, speaker.site.progress(speaker.site.records), "all")

    assert in_table(chart) == [
        ["gjennomført", 1, 0],
        ["tiltak i motsatt retning", 0, 1],
        ["ingenting registrert", 2, 2],
    ]
    assert chart.table.head == ("Siste opplysning", "Rapportert av staten", "Vurdert av andre")


def test_a_segment_has_its_number_where_there_is_room_for_it() -> None:
    many = Progress(5000, {"implemented": 1, "nothing": 4999}, {"nothing": 5000}, 4999)

    chart = progress_chart(voice(), many, "many")

    assert {"4 999", "5 000"} <= set(written(chart))
    assert "1" not in written(chart)
    assert ["gjennomført", 1, 0] in in_table(chart)


def test_the_widths_of_segments_are_those_of_the_numbers() -> None:
    half = Progress(40, {"implemented": 10, "nothing": 30}, {"nothing": 40}, 30)

    widths = re.findall(r'd="M[\d.]+,[\d.]+h([\d.]+)v26', progress_chart(voice(), half, "half").svg)

    assert [round(float(one)) for one in widths] == [100, 299, 399]


def test_every_value_that_occurs_is_explained_in_words_and_looks_its_own_way() -> None:
    chart = progress_chart(voice(), ALL, "all")

    assert set(written(chart)) >= {row[0] for row in in_table(chart)}
    assert len(in_table(chart)) == len(ORDER)
    assert len(set(REACHED.values())) == len(ORDER)


def test_colours_are_variables_of_the_style_sheet() -> None:
    used = set(re.findall(r"var\((--chart-\w+)\)", progress_chart(voice(), ALL, "all").svg))

    style = (default_templates() / "site" / "site.css").read_text("utf-8")
    assert len(used) == 8
    assert all(f"{one}:" in style for one in used)


def test_years_without_any_stand_empty_and_records_without_a_year_are_told() -> None:
    speaker = voice(
        record("cat-1", "2015"),
        record("cat-2", "2018-06-05"),
        record("upr-1", "2018", "upr"),
        record("cat-3", None),
    )

    chart = years_chart(speaker, speaker.site.records, "years")

    assert in_table(chart) == [
        ["2018", 1, 1],
        ["2015", 1, 0],
        ["uten kjent år", 1, 0],
    ]
    assert {"2015", "2016", "2017", "2018"} <= set(written(chart))
    assert "Én anbefaling uten kjent år er ikke tegnet." in chart.alternative
    assert chart.svg.count("v130") == 0
    assert len(re.findall(r"h[\d.]+v65h", chart.svg)) == 3


def test_a_theme_is_told_with_how_many_the_state_has_reported_on() -> None:
    speaker = voice()
    rows = [
        ThemeRow(speaker.theme("isolasjon"), Progress(7, {"nothing": 4, "no-report": 1}, {}, 4))
    ]

    chart = themes_chart(speaker, rows, "themes")

    assert in_table(chart) == [["Isolasjon", 7, 2, 5]]
    assert "2 av 7" in written(chart)
    assert "7 anbefalinger, og staten har rapportert om 2 av dem" in chart.alternative


def test_one_year_and_one_recommendation_are_told_in_words_for_one() -> None:
    speaker = voice(record("cat-1"))
    rows = [ThemeRow(speaker.theme("isolasjon"), Progress(1, {"nothing": 1}, {"nothing": 1}, 1))]

    assert years_chart(speaker, speaker.site.records, "years").alternative.startswith(
        "Diagram over anbefalinger etter år. Alle med kjent år er fra 2018."
    )
    assert themes_chart(speaker, rows, "themes").alternative.endswith(
        "Isolasjon: én anbefaling. Staten har rapportert om 0."
    )


def test_hostile_words_are_text_in_a_chart() -> None:
    speaker = voice(name=HOSTILE)
    rows = [ThemeRow(speaker.theme("isolasjon"), Progress(1, {"nothing": 1}, {"nothing": 1}, 1))]

    chart = themes_chart(speaker, rows, "themes")

    assert '<script>x</script> {{ 7 }} "&' in " ".join(written(chart))
    assert "script" not in {one.tag.rpartition("}")[2] for one in drawn(chart).iter()}


@pytest.mark.parametrize("name", ["front", "other"])
def test_a_chart_is_one_picture_with_ids_of_its_own_and_no_style(name: str) -> None:
    root = drawn(progress_chart(voice(), ALL, name))

    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert ids == [f"{name}-title", f"{name}-desc"]
    assert root.get("role") == "img"
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == tuple(ids)
    assert root.get("lang") == "nb"
    assert root.get("width") is None
    assert not [one for one in root.iter() if one.get("style") or one.get("class")]


def awkward(language: Language = "nb") -> dict[str, Chart]:
    """Return the three charts with many years, big numbers, and words that are hard to fit in."""
    years = [record(f"cat-{n}", str(1980 + n)) for n in range(45)]
    unknown = [record(f"upr-{n}", None, "upr") for n in range(1100)]
    speaker = voice(*years, *unknown, name="Menneskerettighetskonvensjons" * 3, language=language)
    theme_ = speaker.theme("isolasjon")
    rows = [ThemeRow(theme_, Progress(n, {"nothing": n}, {}, n)) for n in (123_456, 1)]
    found = {one: 10**n for n, one in enumerate(ORDER)}
    total = sum(found.values())
    every = Progress(total, found, {"nothing": total}, found["nothing"])
    return {
        "progress": progress_chart(speaker, every, "progress"),
        "themes": themes_chart(speaker, rows, "themes"),
        "years": years_chart(speaker, speaker.site.records, "years"),
    }


def test_charts_are_small() -> None:
    assert {name for name, chart in awkward().items() if len(chart.svg) > 15_000} == set()


def ends_of_boxes(chart: Chart) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, right and bottom of what is filled."""
    shape = r'd="M([\d.-]+),([\d.-]+)h([\d.]+)v([\d.]+)h'
    for x, y, width, height in re.findall(shape, chart.svg):
        yield float(x), float(y), float(x) + float(width), float(y) + float(height)


def ends_of_words(chart: Chart) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, right and bottom of words, in the widest font that there may be."""
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for one in drawn(chart).iter("{http://www.w3.org/2000/svg}text"):
        width = room_for(one.text or "")
        left = float(one.get("x") or 0) - before[one.get("text-anchor", "start")] * width
        y = float(one.get("y") or 0)
        yield left, y - 0.8 * SIZE, left + width, y + 0.2 * SIZE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_chart_reaches_outside_its_frame(language: Language) -> None:
    for name, chart in awkward(language).items():
        _, _, width, height = map(float, (drawn(chart).get("viewBox") or "").split())
        boxes, words = list(ends_of_boxes(chart)), list(ends_of_words(chart))
        assert boxes, name
        assert [
            (name, one)
            for one in (*boxes, *words)
            if one[0] < -_ROUNDED
            or one[1] < -_ROUNDED
            or one[2] > width + _ROUNDED
            or one[3] > height + _ROUNDED
        ] == []
