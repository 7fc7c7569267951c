"""What the pages of a site are made from: the public records, and who refers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from anbefal.analysis.asks import Ask, asks
from anbefal.analysis.happenings import Happening, happenings
from anbefal.analysis.measures import HeldMeasure, held_measures
from anbefal.analysis.overview import overview
from anbefal.analysis.owed import DeadlineState, Overview
from anbefal.analysis.past import as_it_stood
from anbefal.analysis.progress import Progress, Reached, progress_of, reached_on_both
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import Actor

_BODIES = frozenset({"treaty-body", "mechanism"})


@dataclass(frozen=True, eq=False)
class SiteData:
    """The public part of a repository, with what several pages ask of it.

    Attributes:
        dataset: The repository without anything internal, as it stood on the day that was asked
            for.
        since: The day from which on the page of what is new tells; ``None`` where the data has no
            date.
    """

    dataset: Dataset
    since: date | None

    @cached_property
    def records(self) -> tuple[Recommendation, ...]:
        """Every record, by id."""
        return tuple(self.dataset.recommendations.values())

    @cached_property
    def unverified(self) -> int:
        """How many records nobody has compared with the official documents."""
        return sum(not one.provenance.verified for one in self.records)

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask once."""
        return asks(self.dataset)

    @cached_property
    def bodies(self) -> tuple[Actor, ...]:
        """The bodies that recommend, by id."""
        return tuple(one for one in self.dataset.actors.values() if one.kind in _BODIES)

    @cached_property
    def ministries(self) -> tuple[Actor, ...]:
        """The ministries, by id."""
        return tuple(one for one in self.dataset.actors.values() if one.kind == "ministry")

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """Id of a body to its records, by id."""
        return _grouped((one.source.body, one) for one in self.records)

    @cached_property
    def by_ministry(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """Id of a ministry to the records that it answers for, alone or with others, by id."""
        return _grouped((who, one) for one in self.records for who in one.ministries)

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """Id of a theme to the records on it, as main theme or another, by id."""
        return _grouped((theme, one) for one in self.records for theme in one.themes)

    @cached_property
    def measures(self) -> tuple[HeldMeasure, ...]:
        """Every measure that was promised at a meeting or stands in a plan."""
        return tuple(held_measures(self.dataset))

    @cached_property
    def measures_on(self) -> Mapping[str, tuple[HeldMeasure, ...]]:
        """Id of a record to the measures that address it."""
        found: defaultdict[str, list[HeldMeasure]] = defaultdict(list)
        for one in self.measures:
            for addressed in dict.fromkeys(one.measure.addresses):
                found[addressed].append(one)
        return {key: tuple(held) for key, held in found.items()}

    @cached_property
    def reached(self) -> Mapping[str, tuple[Reached, Reached]]:
        """Id of a record to what the state says last of it, and to what others find."""
        return {one.id: reached_on_both(one) for one in self.records}

    def progress(self, records: Iterable[Recommendation]) -> Progress:
        """Return how far the follow-up of some of the records has come."""
        return progress_of(self.reached[one.id] for one in records)

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Everything that happened, the newest first."""
        return happenings(self.dataset)

    @cached_property
    def owed(self) -> Overview:
        """Who owes what."""
        return overview(self.dataset)

    @cached_property
    def happenings_by_year(self) -> Mapping[int, tuple[Happening, ...]]:
        """Year to what happened in it, the newest first."""
        groups = groupby(self.happenings, key=lambda one: one.date.year)
        return {year: tuple(group) for year, group in groups}

    @cached_property
    def deadlines(self) -> Mapping[str, DeadlineState]:
        """Id of a record to how its committee's deadline stands, where it is near or has passed."""
        return {one.record.id: one.state for one in self.owed.deadlines}

    @cached_property
    def meetings_on(self) -> Mapping[str, tuple[Meeting, ...]]:
        """Id of a record to the meetings that take it up."""
        found: defaultdict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.dataset.meetings.values():
            for taken_up in dict.fromkeys(meeting.recommendations):
                found[taken_up].append(meeting)
        return {key: tuple(held) for key, held in found.items()}


def site_data(dataset: Dataset, since: date | None = None) -> SiteData:
    """Return what a site is made from.

    Args:
        dataset: The repository; whatever it holds, only its public part is taken.
        since: The day from which on it is told what is new; without one, a year before the
            dataset's reference date.
    """
    public = dataset.without_internal()
    if public.as_of:
        public = as_it_stood(public, public.as_of)
    return SiteData(public, since or _a_year_before(public.reference_date))


def _a_year_before(day: date | None) -> date | None:
    if day is None:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def _grouped(
    pairs: Iterable[tuple[str, Recommendation]],
) -> Mapping[str, tuple[Recommendation, ...]]:
    found: defaultdict[str, dict[str, Recommendation]] = defaultdict(dict)
    for key, record in pairs:
        found[key][record.id] = record
    return {key: tuple(records.values()) for key, records in found.items()}
