"""All records of a repository, with the indexes that questions need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from anbefal.model.assessment import Assessment
from anbefal.model.base import Language, Record
from anbefal.model.dates import PartialDate
from anbefal.model.internal import without_internal
from anbefal.model.kinds import Kind
from anbefal.model.links import LinkIndex, index_links
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.recommendation import Recommendation
from anbefal.model.references import Reference, references
from anbefal.model.vocabulary import Actor, CriteriaSet, Settings, Theme

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Key:
    """Which record it is.

    Attributes:
        kind: The name of its kind, such as ``recommendation``.
        name: Its id; of an assessment round and assessor, as ``2022/jurk``; of criteria and
            settings, the kind's name.
    """

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and where it stands.

    Attributes:
        kind: What kind of record it is.
        record: The record.
        file: Path relative to the repository.
        base: Steps from the top of the file to the record; empty where a file is one record.
    """

    kind: Kind
    record: R
    file: str
    base: tuple[str | int, ...] = ()

    @property
    def key(self) -> Key:
        """Which record it is."""
        record: Any = self.record
        if isinstance(record, Assessment):
            return Key(self.kind.name, f"{record.round}/{record.assessor}")
        return Key(self.kind.name, getattr(record, "id", self.kind.name))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of one data file.

    Attributes:
        path: Relative to the repository, forward slashes, composed Unicode.
        text: The whole text, its letters composed (NFC), as values are read from it.
    """

    path: str
    text: str


@dataclass(frozen=True, eq=False)
class Dataset:
    """The records of a repository, or of one revision of it.

    Attributes:
        entries: Every record that could be read, in order of files. Where two records of a kind
            have the same id, both are here and the indexes hold the first.
        files: The text of every data file, also of those that could not be read as records;
            empty in a public dataset.
        unread: Kind and id of records that stand in the repository and could not be read, so that
            a reference to them is no second mistake; the id is ``None`` where it is not known.
        as_of: The day that "overdue" and "soon" are measured from, where one was asked for.
    """

    entries: tuple[Entry[Record], ...] = ()
    files: tuple[SourceFile, ...] = ()
    as_of: date | None = None
    unread: frozenset[tuple[str, str | None]] = frozenset()

    @cached_property
    def _by_model(self) -> dict[type[Record], tuple[Entry[Record], ...]]:
        groups: defaultdict[type[Record], list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries:
            groups[type(entry.record)].append(entry)
        return {model: tuple(group) for model, group in groups.items()}

    def entries_of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Return the records that follow ``model`` with their files, in order of files."""
        return cast("tuple[Entry[R], ...]", self._by_model.get(model, ()))

    @cached_property
    def by_key(self) -> Mapping[Key, Entry[Record]]:
        """Every record by what it is; where two are the same, the first in order of files."""
        return {entry.key: entry for entry in reversed(self.entries)}

    def may_hold(self, kind: str, name: str) -> bool:
        """Return whether a record that could not be read may be the one of this kind and id."""
        return (kind, name) in self.unread or (kind, None) in self.unread

    @cached_property
    def recommendations(self) -> Mapping[str, Recommendation]:
        """Recommendations by id, sorted by id."""
        return _index(self.entries_of(Recommendation))

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """Themes by id, sorted by id."""
        return _index(self.entries_of(Theme))

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id, sorted by id."""
        return _index(self.entries_of(Actor))

    @cached_property
    def meetings(self) -> Mapping[str, Meeting]:
        """Meetings by id, sorted by id."""
        return _index(self.entries_of(Meeting))

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by id, sorted by id."""
        return _index(self.entries_of(Plan))

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """Assessments, sorted by round and assessor."""
        records = (entry.record for entry in self.entries_of(Assessment))
        return tuple(sorted(records, key=lambda a: (a.round, a.assessor)))

    @cached_property
    def criteria(self) -> CriteriaSet | None:
        """The criteria, or ``None`` where their file could not be read."""
        return next((entry.record for entry in self.entries_of(CriteriaSet)), None)

    @cached_property
    def settings(self) -> Settings:
        """The settings; those that no file gives have their defaults."""
        return next((entry.record for entry in self.entries_of(Settings)), Settings())

    @cached_property
    def recommendations_by_theme(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """Theme to the recommendations that name it, as their main theme or another."""
        groups: defaultdict[str, list[Recommendation]] = defaultdict(list)
        for recommendation in self.recommendations.values():
            for theme in dict.fromkeys(recommendation.themes):
                groups[theme].append(recommendation)
        return {theme: tuple(group) for theme, group in sorted(groups.items())}

    @cached_property
    def links(self) -> LinkIndex:
        """What the links say, read from both sides."""
        return index_links(self.recommendations)

    @cached_property
    def references(self) -> Mapping[tuple[str, str], tuple[tuple[Entry[Record], Reference], ...]]:
        """Kind and id to every place that names such a record; both in order of files.

        The record itself need not exist. One walk over all records serves every rule.
        """
        groups: defaultdict[tuple[str, str], list[tuple[Entry[Record], Reference]]]
        groups = defaultdict(list)
        for entry in self.entries:
            for reference in references(entry.record):
                groups[reference.kind, reference.name].append((entry, reference))
        return {target: tuple(group) for target, group in groups.items()}

    @cached_property
    def newest_date(self) -> PartialDate | None:
        """The newest date that somebody recorded, as exact as it was written; ``None`` without."""
        return max(_recorded_dates(self), key=lambda d: (d.first, d.last), default=None)

    @property
    def reference_date(self) -> date | None:
        """The day to measure "overdue" from: the one asked for, else the newest recorded.

        Results do not depend on the clock. Of a month or a year it is the first day, on which
        fewest deadlines have passed; people are told :attr:`told_date`. ``None`` where the data
        holds no date.
        """
        return self.as_of or (self.newest_date.first if self.newest_date else None)

    @property
    def told_date(self) -> PartialDate | None:
        """The reference date as it is told: no more exact than what was asked for or recorded."""
        return PartialDate.of(self.as_of) if self.as_of else self.newest_date

    def name_of_actor(self, actor: str, language: Language) -> str:
        """Return an actor's abbreviation, its name without one, or the id where it is unknown."""
        record = self.actors.get(actor)
        if record is None:
            return actor
        return record.abbreviation or record.name.within(language)

    def full_name_of_actor(self, actor: str, language: Language) -> str:
        """Return an actor's name with its abbreviation, or the id where it is unknown."""
        record = self.actors.get(actor)
        if record is None:
            return actor
        name = record.name.within(language)
        return f"{name} ({record.abbreviation})" if record.abbreviation else name

    def name_of_secretariat(self, language: Language) -> str:
        """Return what the secretariat is called, or an empty text where the settings do not say."""
        secretariat = self.settings.secretariat
        return secretariat.name.within(language) if secretariat else ""

    def name_of_word(self, word: str, language: Language) -> tuple[Language, str]:
        """Return what readers are shown for a group or a kind of measure, and in which language.

        A word that the settings name nothing for is shown as it stands in the records, which are
        in the repository's language.
        """
        name = self.settings.names.get(word)
        return name.choose(language) if name else (self.settings.language, word)

    def name_of_theme(self, theme: str, language: Language) -> str:
        """Return a theme's name, or the id where it is unknown."""
        record = self.themes.get(theme)
        return record.name.within(language) if record else theme

    def without_internal(self) -> Dataset:
        """Return the dataset that public outputs are made from: nothing internal is in it."""
        entries = tuple(replace(e, record=without_internal(e.record)) for e in self.entries)
        return replace(self, entries=entries, files=())


def summary_of(recommendation: Recommendation, language: Language) -> tuple[Language, str]:
    """Return our own words for a recommendation, or the official ones where we have none."""
    return recommendation.our_words.choose(language)


def _index(entries: Iterable[Entry[Any]]) -> dict[str, Any]:
    index: dict[str, Any] = {}
    for entry in entries:
        index.setdefault(entry.record.id, entry.record)
    return dict(sorted(index.items()))


def _recorded_dates(dataset: Dataset) -> set[PartialDate]:
    dates: set[PartialDate | None] = {a.date for a in dataset.assessments}
    for recommendation in dataset.recommendations.values():
        dates |= {recommendation.source.date, recommendation.provenance.seen}
        dates |= {update.date for update in recommendation.status}
        if recommendation.state_position:
            dates.add(recommendation.state_position.date)
        if recommendation.follow_up:
            dates |= {grade.date for grade in recommendation.follow_up.grades}
    for meeting in dataset.meetings.values():
        dates |= {meeting.requested_on, meeting.provenance.seen}
        dates |= {update.date for measure in meeting.commitments for update in measure.updates}
        dates |= {meeting.date} if meeting.state == "held" else set()
    for plan in dataset.plans.values():
        dates |= {plan.decided, plan.provenance.seen} | {report.date for report in plan.reports}
        dates |= {update.date for measure in plan.measures for update in measure.updates}
    return {value for value in dates if value is not None}
