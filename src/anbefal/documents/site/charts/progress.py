"""How far follow-up has come, as a chart: what the state says, and what others find."""

from __future__ import annotations

from collections.abc import Mapping

from anbefal.analysis.progress import ORDER, Progress, Reached
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.charts.chart import Chart
from anbefal.documents.site.charts.colours import REACHED
from anbefal.documents.site.charts.drawing import draw
from anbefal.documents.site.charts.sketch import SIZE, WIDTH, Box, Sketch, Words, room_for
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.tables import SiteTable
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Track

_WIDE, _NARROW = 44, 14
"""Widths of the columns of a sheet, in characters."""

_BAR = 26
_LEAST = 4.0
"""Width of the narrowest segment, so that one of thousands is seen."""


def progress_chart(voice: Voice, found: Progress, name: str) -> Chart:
    """Return how far the follow-up of some records has come.

    Two bars that are never mixed: what the state has reported, and what others have assessed.

    Args:
        voice: The language.
        found: The counts.
        name: Begins the ids in the chart; each chart of a page has its own.
    """
    words, tracks = voice.words("site_chart"), _tracks(found)
    told = [_told(voice, track, counts) for track, counts in tracks.items()]
    total = counted_words(words, "progress_total", found.total)
    alternative = " ".join([total, *told, words.say("progress_nothing")])
    table = progress_table(voice, found)
    svg = draw(_sketch(voice, found), name, table.caption, alternative, voice.language)
    return Chart(name, alternative, svg, table)


def progress_table(voice: Voice, found: Progress) -> SiteTable:
    """Return the numbers of the chart, for those who need no picture."""
    words, tracks = voice.words("site_chart"), _tracks(found)
    return SiteTable(
        name=words.label["followup"],
        caption=words.say("progress_title"),
        head=(words.label["reached"], *(_name(voice, track) for track in tracks)),
        rows=tuple(
            (
                (Run(reached_words(voice, one)),),
                *(counts.get(one, 0) for counts in tracks.values()),
            )
            for one in _occurring(found)
        ),
        widths=(_WIDE, _NARROW, _NARROW),
    )


def _tracks(found: Progress) -> Mapping[Track, Mapping[Reached, int]]:
    return {"reported": found.reported, "assessed": found.assessed}


def _occurring(found: Progress) -> list[Reached]:
    return [one for one in ORDER if one in found.reported or one in found.assessed]


def reached_words(voice: Voice, value: Reached) -> str:
    """Return what a track says last of a record, in words."""
    status = voice.words("status").status
    return status[value] if value in status else voice.words("site_chart").label[value]


def _name(voice: Voice, track: Track) -> str:
    return voice.words("site_entry").label[track]


def _told(voice: Voice, track: Track, counts: Mapping[Reached, int]) -> str:
    words = voice.words("site_chart")
    listed = "; ".join(
        words.say("told", words=reached_words(voice, one), n=words.number(counts[one]))
        for one in ORDER
        if one in counts
    )
    return words.say("told_track", track=_name(voice, track), listed=listed) if listed else ""


def _sketch(voice: Voice, found: Progress) -> Sketch:
    made, y = Sketch(), 1.1 * SIZE
    for track, counts in _tracks(found).items():
        made.words.append(Words(_name(voice, track), 0, round(y, 1), bold=True))
        y += 1.4 * SIZE
        _bar(made, voice, counts, round(y, 1))
        y += _BAR + 2.0 * SIZE
    entries = [(REACHED[one], reached_words(voice, one)) for one in _occurring(found)]
    made.height = made.legend(entries, round(y - 0.7 * SIZE, 1))
    return made


def _bar(made: Sketch, voice: Voice, counts: Mapping[Reached, int], y: float) -> None:
    """Put a bar with its numbers above it, each where its segment has room for it."""
    x = 0.5
    for one, width in _widths(counts).items():
        made.boxes.append(Box(round(x, 1), y + 4, round(width, 1), _BAR, REACHED[one]))
        number = voice.words("site_chart").number(counts[one])
        if room_for(number) <= width - 1:
            made.words.append(Words(number, round(x + width / 2, 1), y, "middle"))
        x += width


def _widths(counts: Mapping[Reached, int]) -> dict[Reached, float]:
    """Return how wide segments are: in proportion, but none too narrow to be seen."""
    room, total = WIDTH - 1.0, sum(counts.values())
    narrow = [one for one in counts if counts[one] * room < _LEAST * total]
    wide = sum(counts[one] for one in counts if one not in narrow)
    rest = room - _LEAST * len(narrow)
    return {one: _LEAST if one in narrow else rest * counts[one] / wide for one in counts}
