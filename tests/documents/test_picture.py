"""A picture of a ranking: what stands where, and in words for those who do not see it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.prioritisation import rank_themes
from anbefal.documents.content.blocks import Document, Figure
from anbefal.documents.formats.rendering import render
from anbefal.documents.pictures.drawing import COMPACT, WIDE, draw
from anbefal.documents.pictures.fitting import ELLIPSIS, one_line, width_of, wrapped
from anbefal.documents.pictures.layout import layout
from anbefal.documents.pictures.ranking import RankingPicture, ranking_picture
from anbefal.model.base import Language
from documents.briefs import brief_on
from documents.sample_document import sample_document
from repositories import criteria_data, dataset, scores, text

SVG = "{http://www.w3.org/2000/svg}"
TESTS = str(Path(__file__).parents[1])
ADOPTED = {"date": "2021-05-01", "by": "gruppen"}


def picture(
    values: Mapping[str, float | None],
    *,
    names: Mapping[str, str] | None = None,
    language: Language = "nb",
    adopted: Any = ADOPTED,
    example: bool = False,
    **more: Any,
) -> RankingPicture:
    """Return a picture of themes with these values for one of two criteria, on 0 to 4.

    Nobody gave any for the other, so that every score has a range. What `more` names is handed to
    `ranking_picture`.
    """
    given = {theme: {"alvor": value} for theme, value in values.items() if value is not None}
    known = names or {}
    data = dataset(
        criteria={**criteria_data({"alvor": 3, "omfang": 1}), "adopted": adopted},
        themes=[{"id": one, "name": text(known.get(one, one.capitalize()))} for one in values],
        assessments=[scores("juss", given, example=example)] if given else [],
    )
    assert data.criteria is not None
    ranking = rank_themes(data, data.criteria, language)
    return ranking_picture(data, ranking, language, **{"bands": {}, "shortlist": (), **more})


THREE = {"barn": 2, "arrest": 4, "isolasjon": 3}
BANDS = {"arrest": (1, 1), "isolasjon": (2, 3), "barn": (2, 3)}


def drawn(made: RankingPicture, width: int = WIDE) -> ET.Element:
    return ET.fromstring(draw(made, width))  # noqa: S314 - the program wrote it


@cache
def three() -> ET.Element:
    return drawn(picture(THREE, bands=BANDS, shortlist=["arrest"]))


def shown(root: ET.Element) -> list[str]:
    """Return the texts that are drawn, lines of one text joined by a space."""
    texts = []
    for element in root.iter(f"{SVG}text"):
        lines = [line.text or "" for line in element.iter(f"{SVG}tspan")]
        texts.append(" ".join(lines) or "".join(c.tail or "" for c in element) or element.text)
    return [one or "" for one in texts]


def numbers(*values: str | None) -> list[float]:
    return [float(one) for value in values for one in re.findall(r"-?[\d.]+", value or "")]


def dots(root: ET.Element) -> list[tuple[float, float, str]]:
    """Return the dots in the panels: from the left, from the top, and their filling."""
    found = []
    for group in root.iter(f"{SVG}g"):
        if "mark-symbol" in group.get("class", ""):
            for path in group:
                x, y = numbers(path.get("transform"))
                found.append((x, y, path.get("fill", "")))
    return found


def test_rows_stand_best_first_with_their_numbers() -> None:
    rows = picture(THREE, bands=BANDS).rows

    assert [(r.rank, r.name, r.score, r.low, r.high, r.rank_best, r.rank_worst) for r in rows] == [
        (1, "Arrest", 100, 75, 100, 1, 1),
        (2, "Isolasjon", 75, 56.25, 81.25, 2, 3),
        (3, "Barn", 50, 37.5, 62.5, 2, 3),
    ]


def test_a_dot_stands_at_its_score_and_the_best_at_the_top() -> None:
    of_arrest, of_isolasjon, of_barn = sorted(dots(drawn(picture(THREE))), key=lambda d: d[1])

    assert of_arrest[0] > of_isolasjon[0] > of_barn[0]
    assert of_arrest[0] - of_isolasjon[0] == pytest.approx(of_isolasjon[0] - of_barn[0], abs=0.02)


def test_the_first_rank_stands_to_the_left() -> None:
    axis = layout(picture(THREE, bands=BANDS), WIDE).rank
    assert axis is not None

    of_rank = sorted((d for d in dots(three()) if d[0] > axis[0]), key=lambda d: d[1])

    assert [d[0] for d in of_rank] == sorted(d[0] for d in of_rank)


def test_a_line_runs_from_the_lowest_score_to_the_highest_and_a_field_over_the_band() -> None:
    made = picture(THREE, bands=BANDS)
    axes = layout(made, WIDE)
    assert axes.rank is not None

    def on(axis: tuple[float, float], share: float) -> float:
        return axis[0] + share * (axis[1] - axis[0])

    lines = [numbers(e.get("transform"), e.get("x2")) for e in three().iter(f"{SVG}line")]
    fields = [numbers(e.get("d")) for e in three().iter(f"{SVG}path")]
    for row in made.rows:
        low, high = (on(axes.score, score / 100) for score in (row.low, row.high))
        assert any(one[::2] == pytest.approx([low, high - low], abs=0.02) for one in lines)
        assert row.rank_best
        assert row.rank_worst
        best, worst = (on(axes.rank, n / 3) for n in (row.rank_best - 1, row.rank_worst))
        ends = pytest.approx([best, worst - best], abs=0.02)
        assert any([one[0], one[2]] == ends for one in fields if len(one) == 5)


def test_without_bands_there_is_one_axis() -> None:
    assert "Plass" in shown(three())
    assert "Plass" not in shown(drawn(picture(THREE)))


def test_the_shortlist_is_filled_the_rest_hollow_and_a_line_with_words_between() -> None:
    arrest, isolasjon, barn = sorted({(y, fill) for x, y, fill in dots(three()) if x > 50})

    assert (arrest[1], isolasjon[1], barn[1]) == ("currentColor", "#fff", "#fff")
    assert {"Kortlisten slutter her", "på kortlisten", "ikke på kortlisten"} <= set(shown(three()))


def test_a_shortlist_that_is_not_the_top_has_no_line() -> None:
    scattered = drawn(picture(THREE, shortlist=["arrest", "barn"]))

    assert "Kortlisten slutter her" not in shown(scattered)
    assert "på kortlisten" in shown(scattered)


def test_there_is_no_colour() -> None:
    colours = {e.get(name) for e in three().iter() for name in ("fill", "stroke", "color")}

    assert colours <= {None, "none", "currentColor", "#000", "#fff"}


def test_what_was_not_assessed_is_counted_and_not_drawn() -> None:
    made = picture({**THREE, "rasisme": None})

    assert "Rasisme" not in {row.name for row in made.rows}
    assert "Ikke vurdert og ikke tegnet: 1." in shown(drawn(made))


def test_only_so_many_rows_are_drawn_and_the_highlighted_one_always() -> None:
    many = {f"tema-{n:02}": 4 - n / 20 for n in range(60)}
    made = picture(many, highlight="tema-55")

    assert [row.rank for row in made.rows] == [*range(1, 41), 56]
    assert [row.after_gap for row in made.rows] == [False] * 40 + [True]
    assert made.notes[-1] == "Vurdert, men ikke tegnet: 19."


def test_as_many_rows_as_are_drawn_fit_a_page_with_long_names() -> None:
    long = "Statens plikt til å forebygge og etterforske vold mot alle som er utsatt for den"
    many = {f"tema-{n:02}": 4 - n / 20 for n in range(60)}
    made = picture(many, names=dict.fromkeys(many, long), bands=dict.fromkeys(many, (1, 60)))

    assert layout(made, WIDE).height / WIDE < 277 / 180


@pytest.mark.parametrize("width", [WIDE, COMPACT])
def test_examples_and_proposals_say_so_in_the_picture_itself(width: int) -> None:
    made = picture(THREE, adopted=None, example=True, caveats=["UTKAST"])
    words = [one.split(":")[0] for one in shown(drawn(made, width))]

    assert {"EKSEMPEL", "FORSLAG", "UTKAST"} <= set(words)
    assert "EKSEMPEL" in made.alternative
    assert not {"EKSEMPEL", "FORSLAG"} & set(" ".join(shown(three())).split())


def test_whoever_does_not_see_it_is_told_what_it_shows() -> None:
    root = three()
    by_id = {e.get("id"): e.text or "" for e in root.iter()}

    assert root.get("role") == "img"
    assert by_id[root.get("aria-labelledby")] == "Temaer etter prioritet"
    told = by_id[root.get("aria-describedby")]
    assert "2. Isolasjon: 75,0 av 100 poeng (mellom 56 og 81), plass mellom 2 og 3." in told
    assert "På kortlisten: Arrest." in told


def test_a_name_that_is_too_long_is_whole_in_the_text_of_its_row() -> None:
    name = "Vern mot vilkårlig frihetsberøvelse " * 5
    root = drawn(picture({"arrest": 4}, names={"arrest": name}), COMPACT)
    short = [one for one in shown(root) if one.endswith(ELLIPSIS)]
    told = [e.text or "" for e in root.iter(f"{SVG}title")]

    assert len(short) == 1
    assert any(" ".join(name.split()) in one for one in told)


HOSTILE = [
    "<script>alert(1)</script>",
    "&amp; ]]> &#35;",
    "{{ 7*7 }} {0} {name}",
    "$x^2$ \\alpha",
    '{"signal": "1+1"}',
    "\"a\" 'b' onclick=x",
    "datum.y + 'x'",
    "שלום עולם",
    "æøå Ææ",
]


def test_names_are_shown_literally_and_never_act() -> None:
    names = {f"tema-{n}": name for n, name in enumerate(HOSTILE)}
    made = picture({one: 4 - n / 10 for n, one in enumerate(names)}, names=names)
    root = drawn(made)

    assert [one for one in shown(root) if one in HOSTILE] == HOSTILE
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "g", "title", "desc", "rect", "path", "line", "text", "tspan")
    }
    assert not [name for e in root.iter() for name in e.attrib if name.startswith("on")]


def test_invisible_characters_are_written_out() -> None:
    made = picture({"arrest": 4}, caveats=["\u202evendt\x00\x1b[31m"])

    assert r"\u202evendt\x00\x1b[31m" in shown(drawn(made))


def test_it_takes_nothing_from_elsewhere() -> None:
    svg = draw(picture(THREE, bands=BANDS))

    assert re.findall(r"https?:[^\"]*", svg) == [SVG.strip("{}")]
    assert not re.search(r"<script|<style|href|url\(|@import|<image|<!", svg)


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "from documents.test_picture import *; print(draw(picture(THREE, bands=BANDS)), end='')"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": TESTS, "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=env)

    assert done.stdout.decode() == draw(picture(THREE, bands=BANDS))


def test_two_pictures_on_a_page_have_ids_of_their_own() -> None:
    svgs = [draw(picture(THREE), prefix=prefix) for prefix in ("a", "b")]
    ids = [set(re.findall(r' id="([^"]*)"', svg)) for svg in svgs]

    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nb", "Temaer etter prioritet"),
        ("nn", "Tema etter prioritet"),
        ("en", "Themes by priority"),
    ],
)
def test_the_words_are_in_the_language_asked_for(language: Language, title: str) -> None:
    root = drawn(picture(THREE, language=language))

    assert (root.get("lang"), title in shown(root)) == (language, True)


def test_nothing_assessed_gives_a_picture_that_says_so() -> None:
    assert "Ingenting er vurdert, så ingenting er tegnet." in " ".join(
        shown(drawn(picture({"arrest": None})))
    )


def figures(document: Document) -> list[Figure]:
    blocks = [block for section in document.sections for block in section.blocks]
    return [block for block in blocks if isinstance(block, Figure)]


def test_the_html_brief_shows_its_theme_among_the_others() -> None:
    data = dataset(
        criteria=criteria_data({"alvor": 1}),
        themes=[{"id": one, "name": text(one.capitalize())} for one in THREE],
        assessments=[scores("juss", {one: {"alvor": v} for one, v in THREE.items()})],
    )
    brief = brief_on(data, "barn")

    (figure,) = figures(brief)
    assert [row.name for row in figure.picture.rows if row.highlighted] == ["Barn"]
    assert render(brief, "html").data.count(b'<svg xmlns="http://www.w3.org/2000/svg"') == 1
    assert b"svg" not in render(brief, "md").data


def test_each_picture_of_a_page_has_ids_of_its_own() -> None:
    document = sample_document()
    twice = replace(document, sections=document.sections * 2)

    ids = re.findall(rb'id="(ranking[^"]*)"', render(twice, "html").data)

    assert ids == [b"ranking-title", b"ranking-desc", b"ranking-2-title", b"ranking-2-desc"]


def test_what_steers_a_machine_in_the_words_of_an_axis_is_written_out() -> None:
    assert "\\x00Poeng" in draw(replace(picture(THREE), score_axis="\x00Poeng"))


def test_a_brief_on_a_theme_without_a_rank_has_no_picture() -> None:
    data = dataset(
        criteria=criteria_data({"alvor": 1}), themes=[{"id": "barn", "name": text("Barn")}]
    )

    assert figures(brief_on(data, "barn")) == []


@settings(max_examples=40)
@given(st.text(max_size=80), st.integers(20, 300), st.integers(1, 4))
def test_wrapped_text_fits_and_loses_nothing_but_what_it_says(
    words: str, width: int, lines: int
) -> None:
    done = wrapped(words, width, 10, lines)

    assert len(done) <= lines
    assert all(width_of(line, 10) <= width for line in done)
    if not any(line.endswith(ELLIPSIS) for line in done):
        assert "".join(done).replace(" ", "") == one_line(words).replace(" ", "")
