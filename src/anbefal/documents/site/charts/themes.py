"""How many recommendations there are on each theme, and on how many the state has reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anbefal.analysis.progress import Progress
from anbefal.documents.content.blocks import Run
from anbefal.documents.pictures.fitting import wrapped
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.colours import EMPTY, STRONG
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
from anbefal.documents.site.page import Link
from anbefal.documents.site.tables import SiteTable
from anbefal.documents.site.voice import Voice

_NAME = 172
"""Width of the column of names."""

_BAR = 16.0


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme.

    Attributes:
        name: Its name, which leads to its page.
        found: How far follow-up has come.
    """

    name: Link | Run
    found: Progress


def themes_chart(voice: Voice, rows: Sequence[ThemeRow], name: str) -> Chart:
    """Return how many records there are on each theme, and on how many the state has reported.

    Args:
        voice: The language.
        rows: The themes, in the order in which they are to stand.
        name: Begins the ids in the chart; each chart of a page has its own.
    """
    words = voice.words("site_chart")
    title = words.say("themes_title")
    alternative = counted_words(words, "themes_told", len(rows))
    if rows:
        first = rows[0]
        form = "one" if first.found.total == 1 else "other"
        alternative += " " + words.say(
            f"themes_first_{form}",
            theme=first.name.text,
            n=words.number(first.found.total),
            reported=words.number(first.found.with_report),
        )
    head = ("theme", "records", "has_report", "no_report")
    table = SiteTable(
        name=words.label["records"],
        caption=title,
        head=tuple(words.label[one] for one in head),
        rows=tuple(
            ((row.name,), row.found.total, row.found.with_report, row.found.unreported)
            for row in rows
        ),
        widths=(44, 14, 14, 14),
    )
    svg = draw(_sketch(voice, rows), name, title, alternative, voice.language)
    return Chart(name, alternative, svg, table)


def _sketch(voice: Voice, rows: Sequence[ThemeRow]) -> Sketch:
    words, made = voice.words("site_chart"), Sketch()
    fills = (STRONG, words.label["has_report"]), (EMPTY, words.label["no_report"])
    y = made.legend([*fills], 2) + 0.4 * SIZE
    told = {
        row.name.text: words.say(
            "share", part=words.number(row.found.with_report), total=words.number(row.found.total)
        )
        for row in rows
    }
    most = max((row.found.total for row in rows), default=0)
    needed = max(map(room_for, told.values()), default=0) + 0.5 * SIZE
    unit = (WIDTH - _NAME - needed) / most if most else 0
    for row in rows:
        lines = wrapped(row.name.text, (_NAME - SIZE) / WIDER, SIZE, lines=3)
        height = max(_BAR, LEADING * SIZE * len(lines))
        for number, line in enumerate(lines, start=1):
            made.words.append(Words(line, 0, round(y + (number * LEADING - 0.3) * SIZE, 1)))
        _bar(made, row, unit, round(y + (height - _BAR) / 2, 1), told[row.name.text])
        y += height + 0.5 * SIZE
    made.height = y
    return made


def _bar(made: Sketch, row: ThemeRow, unit: float, y: float, told: str) -> None:
    x = float(_NAME)
    for count, fill in ((row.found.with_report, STRONG), (row.found.unreported, EMPTY)):
        width = round(count * unit, 1)
        if width:
            made.boxes.append(Box(round(x, 1), y, width, _BAR, fill))
        x += width
    made.words.append(Words(told, round(x + 0.4 * SIZE, 1), round(y + 0.85 * SIZE, 1)))
