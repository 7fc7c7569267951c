"""One assessor's values in one round: what is asked, saved, and told before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anbefal.analysis.open_values import (
    Item,
    Progress,
    begun_last,
    entries_by_item,
    open_criteria,
    progress,
)
from anbefal.analysis.scoring import Given, entry_for, find_assessment, score_edits
from anbefal.cli.changing import change_quietly
from anbefal.cli.session import Session, day
from anbefal.cli.stopping import How
from anbefal.model.dates import PartialDate
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.cli.scoring.screen import Screen
    from anbefal.model.assessment import Assessment, ScoreEntry
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit
    from anbefal.model.vocabulary import CriteriaSet, Criterion


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        item: What it is about.
        criterion: The criterion; ``None`` for a minority view.
    """

    item: Item
    criterion: Criterion | None


@dataclass(frozen=True)
class Task:
    """Who gives values to what.

    Attributes:
        session: The repository.
        screen: Where it is told how things stand.
        criteria: The criteria.
        items: Themes and recommendations, in order.
        round: The round.
        assessor: Id of the assessor.
        date: When the values were given, where an option says so.
        color: When to use colours.
        files: Path to old and new content of what was saved.
    """

    session: Session
    screen: Screen
    criteria: CriteriaSet
    items: Sequence[Item]
    round: str
    assessor: str
    date: PartialDate | None
    color: Color
    files: dict[str, tuple[bytes | None, bytes | None]] = field(default_factory=dict)

    @property
    def assessment(self) -> Assessment | None:
        """What the assessor has given by now, as far as it was read or saved."""
        return find_assessment(self.session.loaded.dataset, self.round, self.assessor)

    @property
    def progress(self) -> Progress:
        """How far the assessor has come."""
        return progress(self.assessment, self.criteria, self.items)

    def stands(self, item: Item) -> ScoreEntry | None:
        """Return what the assessor has given an item by now."""
        return entry_for(self.assessment, item.level, item.id)

    def questions(self, *, again: bool) -> tuple[Question, ...]:
        """Return what is asked, in turn.

        What is open comes in the order of the items, but begins with the item that was begun last:
        who stopped goes on from there, and comes to what was left open before it at the end.

        Args:
            again: Whether what has a value is asked for as well, from the first item on.
        """
        criteria = self.criteria.criteria
        if again:
            return tuple(Question(item, one) for item in self.items for one in (*criteria, None))
        begun = begun_last(self.assessment)
        at = self.items.index(begun) if begun in self.items else 0
        left = open_criteria(self.assessment, self.criteria, self.items)
        viewed = {item for item, one in entries_by_item(self.assessment).items() if one.dissent}
        asked: list[Question] = []
        for item in (*self.items[at:], *self.items[:at]):
            asked += [Question(item, one) for one in criteria if one.id in left[item]]
            if left[item] and item not in viewed:
                asked.append(Question(item, None))
        return tuple(asked)

    def save(self, given: Given) -> None:
        """Save what was given to one item, beside what others changed meanwhile.

        Raises:
            AnbefalError: It cannot be saved; nothing is changed.
        """

        def compute(dataset: Dataset) -> Sequence[Edit]:
            known = find_assessment(dataset, self.round, self.assessor)
            date = self.date if known else self.date or today()
            return score_edits(dataset, self.round, self.assessor, [given], date)

        for one in change_quietly(self.session, compute, self.color):
            old, _ = self.files.get(one.path, (one.old, None))
            self.files[one.path] = (old, one.new)

    def note(self, key: str, style: str = "", **values: object) -> None:
        """Say a sentence, unless we were asked to be quiet."""
        if not self.session.quiet:
            self.screen.say(key, style, **values)

    def begin(self, questions: Sequence[Question]) -> None:
        """Tell how things stand, and what to know before the first answer."""
        self.note("round_and_assessor", "bold", round=self.round, assessor=self._name)
        self._tell_progress()
        self._warn()
        if not questions:
            self.note("nothing_open")
            return
        first = questions[0].item
        left = open_criteria(self.assessment, self.criteria, self.items)
        is_first = first == next((item for item in self.items if left[item]), first)
        name = self.screen.name_of(first)
        self.note("begins_with" if is_first else "goes_on_with", name=name)
        self.note("saved_as_you_go")

    def _warn(self) -> None:
        from anbefal.analysis.values import assessments_in, rounds

        dataset, known = self.session.loaded.dataset, self.assessment
        if not known:
            self._tell_new(rounds(dataset))
        elif self.date and self.date != known.date:
            self.note("dated_anew", date=self.date, old=known.date)
        if self.date and self.date.first > day("today"):
            self.note("in_the_future", "yellow", date=self.date)
        if self.criteria.adopted is None:
            self.note("proposal", "yellow")
        made_up = [one.assessor for one in assessments_in(dataset, self.round) if one.example]
        if known and known.example:
            self.note("made_up_here", "yellow")
        elif made_up:
            listed = self.screen.listed(made_up)
            self.note("made_up_round", "bold yellow", round=self.round, assessors=listed)

    def _tell_new(self, known: Sequence[str]) -> None:
        if self.round not in known and known:
            self.note("new_round", round=self.round, known=self.screen.listed(known))
        elif not known:
            self.note("new_round_first")
        self.note("dated", date=self.date or today())

    def end(self, how: How, *, to_rank: Sequence[str], to_go_on: Sequence[str]) -> None:
        """Tell what was saved, how far it has come, and how to go on.

        Args:
            how: How the questions ended.
            to_rank: The options with which the round is ranked.
            to_go_on: The options with which the rest is asked.
        """
        if self.session.quiet:
            return
        now = self.progress
        if how is not How.FINISHED:
            self.note("stopped_saved" if self.files else "stopped_unchanged", "bold")
        elif now.given < now.values:
            self.note("finished", "bold")
        else:
            self.note("everything_done", "bold")
        self._tell_progress()
        if how is How.FINISHED or now.given == now.values:
            self.note("see_ranking")
            self.screen.command("prioritize", *to_rank)
        else:
            self.note("go_on")
            self.screen.command("score", *to_go_on)

    def _tell_progress(self) -> None:
        now = self.progress
        only_themes = all(item.level == "theme" for item in self.items)
        self.note(
            "progress_themes" if only_themes else "progress_items",
            items=now.items,
            done=now.done,
            values=now.values,
            given=now.given,
        )

    @property
    def _name(self) -> str:
        return self.screen.actor(self.assessor)


def today() -> PartialDate:
    """Return the day on the calendar: who types values now gives them now."""
    return PartialDate.of(day("today"))
