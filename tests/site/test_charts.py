"""Charts: what is drawn is what the table beside it says, and nothing else gets into a page."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from anbefal.analysis.progress import ORDER, Progress, progress
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.colours import REACHED
from anbefal.documents.site.charts.progress import progress_chart
from anbefal.documents.site.charts.themes import ThemeRow, themes_chart
from anbefal.documents.site.charts.years import years_chart
from anbefal.documents.site.lines import plain
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from repositories import Data, actor, dataset, recommendation, text, theme, update

HOSTILE = '<script>x</script> {{ 7 }} "&'
ALL = Progress(66, {one: n for n, one in enumerate(ORDER, 1)}, {"nothing": 66})
"""Every value a track can reach."""


def record(name: str, day: str | None = "2018", body: str = "cat", **more: Any) -> Data:
    source = {"date": day} if day else {}
    return recommendation(name, "isolasjon", body=body, source=source, **more)


def voice(*records: Data, name: str = "Isolasjon") -> Voice:
    made = dataset(
        settings={"language": "nb"},
        themes=[theme("isolasjon", name=text(name))],
        actors=[actor("cat", "treaty-body"), actor("upr", "mechanism"), actor("jd", "ministry")],
        recommendations=list(records),
    )
    return Voice(site_data(made), "nb")


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(chart.svg)  # noqa: S314 - the program wrote it


def written(chart: Chart) -> list[str]:
    return [one.text or "" for one in drawn(chart).iter("{http://www.w3.org/2000/svg}text")]


def in_table(chart: Chart) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in chart.rows]


def test_the_two_tracks_are_counted_each_for_itself() -> None:
    speaker = voice(
        record("cat-1", status=[update("reported", "implemented", "2019")]),
        record("cat-2", status=[update("assessed", "contrary", "2019", by="nim")]),
        record("cat-3"),
    )

    chart = progress_chart(speaker, progress(speaker.site.records), "all")

    assert in_table(chart) == [
        ["gjennomført", "1", "0"],
        ["tiltak i motsatt retning", "0", "1"],
        ["ingenting registrert", "2", "2"],
    ]
    assert chart.head == ("Siste opplysning", "Rapportert av staten", "Vurdert av andre")


def test_a_segment_has_its_number_where_there_is_room_for_it() -> None:
    many = Progress(5000, {"implemented": 1, "nothing": 4999}, {"nothing": 5000})

    chart = progress_chart(voice(), many, "many")

    assert {"4 999", "5 000"} <= set(written(chart))
    assert "1" not in written(chart)
    assert ["gjennomført", "1", "0"] in in_table(chart)


def test_the_widths_of_segments_are_those_of_the_numbers() -> None:
    half = Progress(40, {"implemented": 10, "nothing": 30}, {"nothing": 40})

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
        ["2018", "1", "1"],
        ["2015", "1", "0"],
        ["uten kjent år", "1", "0"],
    ]
    assert {"2015", "2016", "2017", "2018"} <= set(written(chart))
    assert "Én anbefaling uten kjent år er ikke tegnet." in chart.alternative
    assert chart.svg.count("v130") == 0
    assert len(re.findall(r"h[\d.]+v65h", chart.svg)) == 3


def test_a_theme_is_told_with_how_many_the_state_has_reported_on() -> None:
    speaker = voice()
    rows = [ThemeRow(speaker.theme("isolasjon"), Progress(7, {"nothing": 4, "no-report": 1}, {}))]

    chart = themes_chart(speaker, rows, "themes")

    assert in_table(chart) == [["Isolasjon", "7", "2", "5"]]
    assert "2 av 7" in written(chart)
    assert "7 anbefalinger, og staten har rapportert om 2 av dem" in chart.alternative


def test_hostile_words_are_text_in_a_chart() -> None:
    speaker = voice(name=HOSTILE)
    rows = [ThemeRow(speaker.theme("isolasjon"), Progress(1, {"nothing": 1}, {"nothing": 1}))]

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


def test_charts_are_small_and_the_same_each_time() -> None:
    many = [record(f"cat-{n}", str(1980 + n)) for n in range(40)]
    speaker = voice(*many)

    made = [years_chart(speaker, speaker.site.records, "years").svg for _ in range(2)]

    assert made[0] == made[1]
    assert len(made[0]) < 15_000
    assert len(progress_chart(speaker, ALL, "all").svg) < 15_000


def test_no_chart_is_drawn_outside_its_frame() -> None:
    chart = progress_chart(voice(), ALL, "all")

    _, _, width, height = map(float, (drawn(chart).get("viewBox") or "").split())
    places = [
        (float(one.get("x") or 0), float(one.get("y") or 0))
        for one in drawn(chart).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places)
