"""In which years recommendations were made, as a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from anbefal.documents.content.blocks import Run
from anbefal.documents.pictures.fitting import wrapped
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.colours import MIDDLE, STRONG, Fill
from anbefal.documents.site.charts.drawing import draw
from anbefal.documents.site.charts.sketch import (
    LEADING,
    SIZE,
    WIDER,
    WIDTH,
    Box,
    Sketch,
    Words,
    room_for,
)
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.tables import SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording

Kind = Literal["treaty", "other"]
Counts = Mapping[tuple[int | None, Kind], int]
"""Year and kind of body to how many records; the year is ``None`` where it is not known."""

_FILLS: dict[Kind, Fill] = {"treaty": STRONG, "other": MIDDLE}
_HEIGHT = 130
_WIDEST = 34.0
_MOST_LINES = 4
_ROUND = (1, 2, 5)


def years_chart(voice: Voice, records: Iterable[Recommendation], name: str) -> Chart:
    """Return in which years records were made, by treaty bodies and by others.

    Years without any stand empty between the others; records of no known year are told, not drawn.

    Args:
        voice: The language.
        records: The records.
        name: Begins the ids in the chart; each chart of a page has its own.
    """
    words, counts = voice.words("site_chart"), _counted(voice, records)
    title = words.say("years_title")
    alternative = " ".join(_told(voice, counts))
    svg = draw(_sketch(voice, counts), name, title, alternative, voice.language)
    return Chart(name, alternative, svg, _table(voice, counts))


def years_table(voice: Voice, records: Iterable[Recommendation]) -> SiteTable:
    """Return the numbers of the chart, for those who need no picture."""
    return _table(voice, _counted(voice, records))


def _table(voice: Voice, counts: Counts) -> SiteTable:
    words = voice.words("site_chart")
    return SiteTable(
        name=words.label["years"],
        caption=words.say("years_title"),
        head=(words.label["year"], words.label["treaty"], words.label["other"]),
        rows=tuple(((Run(year),), *numbers) for year, *numbers in _rows(voice, counts)),
        widths=(16, 16, 28),
    )


def _counted(voice: Voice, records: Iterable[Recommendation]) -> Counts:
    actors = voice.site.dataset.actors
    treaty = {one.id for one in actors.values() if one.kind == "treaty-body"}
    return Counter(
        (
            one.source.date.year if one.source.date else None,
            "treaty" if one.source.body in treaty else "other",
        )
        for one in records
    )


def _rows(voice: Voice, counts: Counts) -> Iterator[tuple[str, int, int]]:
    """Yield years with their numbers, the newest first, then what is of no known year."""
    label = voice.words("site_chart").label
    years: list[int | None] = [*sorted(_totals(counts), reverse=True)]
    for year in [*years, None] if _undated(counts) else years:
        told = label["no_year"] if year is None else str(year)
        yield told, counts.get((year, "treaty"), 0), counts.get((year, "other"), 0)


def _totals(counts: Counts) -> dict[int, int]:
    """Return years to how many records they have, those of no year left out."""
    totals: Counter[int] = Counter()
    for (year, _), count in counts.items():
        if year is not None:
            totals[year] += count
    return totals


def _undated(counts: Counts) -> int:
    return sum(counts.get((None, kind), 0) for kind in _FILLS)


def _told(voice: Voice, counts: Counts) -> list[str]:
    words, totals = voice.words("site_chart"), _totals(counts)
    told = []
    if totals:
        told.append(_told_years(words, totals))
        for kind in _FILLS:
            drawn = sum(n for (year, one), n in counts.items() if one == kind and year is not None)
            said = words.say("told", words=words.label[kind], n=words.number(drawn))
            told.append(f"{said}.")
    return told + _told_undated(voice, counts)


def _told_years(words: Wording, totals: Mapping[int, int]) -> str:
    first, last, most = min(totals), max(totals), max(totals.values())
    if first == last:
        return words.say("years_same", year=first)
    years = words.listed([str(year) for year in sorted(totals) if totals[year] == most])
    return words.say("years_told", first=first, last=last, most=words.number(most), years=years)


def _told_undated(voice: Voice, counts: Counts) -> list[str]:
    undated = _undated(counts)
    return [counted_words(voice.words("site_chart"), "years_undated", undated)] if undated else []


def _sketch(voice: Voice, counts: Counts) -> Sketch:
    words, made = voice.words("site_chart"), Sketch()
    bottom = 1.6 * SIZE + _HEIGHT
    if _totals(counts):
        _columns(made, voice, counts, bottom)
    kinds = [kind for kind in _FILLS if any(kind == one for _, one in counts)]
    entries = [(_FILLS[kind], words.label[kind]) for kind in kinds]
    made.height = made.legend(entries, round(bottom + 2.2 * SIZE, 1))
    for told in _told_undated(voice, counts):
        for line in wrapped(told, WIDTH / WIDER, SIZE, lines=2):
            made.words.append(Words(line, 0, round(made.height + 0.9 * SIZE, 1)))
            made.height += LEADING * SIZE
        made.height += (1.5 - LEADING) * SIZE
    return made


def _columns(made: Sketch, voice: Voice, counts: Counts, bottom: float) -> None:
    """Put a column for each year, from the first to the last, and lines that help to read them."""
    totals = _totals(counts)
    years, most = range(min(totals), max(totals) + 1), max(totals.values())
    number = voice.words("site_chart").number
    left, unit = room_for(number(most)) + 0.4 * SIZE, _HEIGHT / most
    for tick in range(0, most + 1, _distance(most)):
        y = round(bottom - tick * unit, 1)
        made.lines.append((round(left, 1), y, WIDTH, y, 0.2 if tick else 1))
        x, y = round(left - 0.4 * SIZE, 1), round(y + 0.35 * SIZE, 1)
        made.words.append(Words(number(tick), x, y, "end"))
    room = (WIDTH - left) / len(years)
    width = min(0.72 * room, _WIDEST)
    for place, year in enumerate(years):
        x, y = left + (place + 0.5) * room - width / 2, bottom
        for kind, fill in _FILLS.items():
            height = counts.get((year, kind), 0) * unit
            y -= height
            if height:
                made.boxes.append(_box(x, y, width, height, fill))
    _name_years(made, years, left, bottom)


def _box(x: float, y: float, width: float, height: float, fill: Fill) -> Box:
    return Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1), fill)


def _name_years(made: Sketch, years: range, left: float, bottom: float) -> None:
    """Write years below their columns, as many as there is room for, at round distances."""
    room, needed = (WIDTH - left) / len(years), room_for("0000") + 0.4 * SIZE
    step = _distance(len(years), int((WIDTH - left) / needed))
    for place, year in enumerate(years):
        middle = round(left + (place + 0.5) * room, 1)
        if year % step == 0 and middle + room_for("0000") / 2 <= WIDTH:
            made.words.append(Words(str(year), middle, round(bottom + 1.3 * SIZE, 1), "middle"))
            made.lines.append((middle, round(bottom, 1), middle, round(bottom + 5, 1), 1))


def _distance(reach: int, most: int = _MOST_LINES) -> int:
    """Return a round distance of which at most so many fit a reach."""
    power = 1
    while True:
        for one in _ROUND:
            if reach <= one * power * most:
                return one * power
        power *= 10
