"""What must be known of the tables of the front page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anbefal.documents.site.front.owed import Owed
from anbefal.documents.site.front.tables import ThemeCount
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.voice import Voice

DRAWN = 25
"""How many themes the chart draws; the table has all."""


def notes_of(voice: Voice, themes: Sequence[ThemeCount], owed: Owed) -> dict[str, tuple[str, ...]]:
    """Return what must be known of each table.

    Args:
        voice: The language.
        themes: The themes with their counts.
        owed: The measures that are not reported to be done.
    """
    return {
        "themes": tuple(_themes(voice, themes)),
        "ministries": tuple(_ministries(voice, owed)),
        "bodies": tuple(_bodies(voice)),
    }


def _themes(voice: Voice, themes: Sequence[ThemeCount]) -> Iterator[str]:
    words = voice.words("site_front")
    if sum(found.total > 0 for _, found in themes) > DRAWN:
        yield words.say("drawn", n=DRAWN)
    yield words.say("each_theme")
    without = sum(not one.themes for one in voice.site.records)
    if without:
        yield counted_words(words, "without_theme", without)


def _ministries(voice: Voice, owed: Owed) -> Iterator[str]:
    words, records = voice.words("site_front"), voice.site.records
    if any(len(one.ministries) > 1 for one in records):
        yield words.say("shared")
    nobody = sum(not one.ministries for one in records)
    if nobody:
        yield counted_words(words, "without_ministry", nobody)
    inferred = sum("ministries" in one.provenance.inferred for one in records)
    if inferred:
        yield counted_words(words, "inferred_ministry", inferred)
    if owed.is_shared:
        yield words.say("each_measure")
    if owed.others:
        yield words.say("other_actors", names=words.listed([one.text for one in owed.others]))
    if owed.nobody:
        yield counted_words(words, "without_responsible", owed.nobody)


def _bodies(voice: Voice) -> Iterator[str]:
    undated = sum("date" in one.provenance.inferred for one in voice.site.records)
    if undated:
        yield counted_words(voice.words("site_front"), "inferred_date", undated)
