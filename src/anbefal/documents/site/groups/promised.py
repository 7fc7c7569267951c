"""What was promised or planned on a theme or by a ministry, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anbefal.analysis.measures import HeldMeasure
from anbefal.analysis.owed import Filters
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.meeting_links import plan_link
from anbefal.documents.site.page import SiteLine
from anbefal.documents.site.records.promises import where_of
from anbefal.documents.site.records.telling import Telling
from anbefal.documents.site.tracks import Tracks
from anbefal.documents.site.voice import Voice


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """A measure as a group tells it.

    Attributes:
        text: What is to be done.
        facts: Labels, and what stands at them: where it was promised or planned, who is to do it,
            by when, and what was said of it last on each track.
        looked: What others found when they looked for reports; may be empty.
    """

    text: Run
    facts: tuple[tuple[str, SiteLine], ...]
    looked: str


@dataclass(frozen=True, slots=True)
class MeasuresUnder:
    """Measures under one heading.

    Attributes:
        heading: How far they have come.
        count: How many there are.
        measures: The measures.
    """

    heading: str
    count: str
    measures: tuple[MeasureShown, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised or planned.

    Attributes:
        plans: The plans of a ministry.
        groups: What is overdue, then what is open, then what is reported to be done.
    """

    plans: tuple[SiteLine, ...]
    groups: tuple[MeasuresUnder, ...]

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return bool(self.plans or self.groups)


def promised(telling: Telling, address: Address) -> Promised:
    """Return what a ministry is to do, or what is to be done about a theme; nothing of bodies."""
    if address.kind == "body":
        return Promised((), ())
    return Promised(tuple(_plans(telling, address)), tuple(_groups(telling, address)))


def _plans(telling: Telling, address: Address) -> Iterator[SiteLine]:
    words = telling.voice.words("site_group")
    for plan in telling.dataset.plans.values():
        if address.kind == "ministry" and plan.owner == address.key:
            number = counted_words(words, "measures", len(plan.measures))
            yield plan_link(telling.voice, plan), Run(f" ({number})")


def _groups(telling: Telling, address: Address) -> Iterator[MeasuresUnder]:
    """Yield the measures that an overview narrowed to the group holds, and those that are done."""
    site, key = telling.voice.site, (address.key,)
    is_theme = address.kind == "theme"
    filters = Filters(themes=key) if is_theme else Filters(ministries=key)
    found = [one for one in site.measures if filters.let_through(one.reach)]
    if not found:
        return
    wanted = {one.id for one in found}
    overdue = [one.held for one in site.owed.overdue if one.held.id in wanted]
    waiting = [one.held for one in site.owed.open_measures if one.held.id in wanted]
    owed = {one.id for one in (*overdue, *waiting)}
    done = [one for one in found if one.id not in owed]
    for heading, measures in (("overdue", overdue), ("open", waiting), ("done", done)):
        if measures:
            yield _under(telling, heading, measures)


def _under(telling: Telling, heading: str, measures: Iterable[HeldMeasure]) -> MeasuresUnder:
    words = telling.voice.words("site_group")
    shown = tuple(map(telling.voice.kept(_Measures).of, measures))
    return MeasuresUnder(words.label[heading], words.number(len(shown)), shown)


class _Measures:
    """Keeps measures as they are told: one stands on the pages of several groups."""

    def __init__(self, voice: Voice) -> None:
        self._telling = voice.kept(Telling)
        self._tracks = voice.kept(Tracks)
        self._made: dict[str, MeasureShown] = {}

    def of(self, held: HeldMeasure) -> MeasureShown:
        """Return a measure as it is told."""
        if held.id not in self._made:
            self._made[held.id] = MeasureShown(
                text=self._telling.voice.said(held.measure.text),
                facts=(*where_of(self._telling, held), *self._said(held)),
                looked=self._tracks.looked_told(held.measure.updates),
            )
        return self._made[held.id]

    def _said(self, held: HeldMeasure) -> Iterator[tuple[str, SiteLine]]:
        log, label = held.measure.updates, self._telling.label
        nothing = self._telling.status.say("nothing")
        yield label["reported_on"], (Run(self._tracks.said(log, "reported") or nothing),)
        yield label["assessed"], (Run(self._tracks.said(log, "assessed") or nothing),)
