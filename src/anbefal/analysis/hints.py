"""What the data says beside a criterion: evidence for those who assess, never a part of a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from anbefal.analysis.asked_by import asked_by
from anbefal.analysis.followup import is_assessed, is_reported
from anbefal.analysis.values import Level
from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import CriteriaSet

SOON = 183
"""Days within which a deadline is near: half a year."""


@dataclass(frozen=True)
class Repetition:
    """How often the same is asked, by the links that people decided.

    Attributes:
        asks: How many different asks there are; what ``same_as`` or ``repeats`` joins counts once.
        by_several: How many of them more than one body makes.
        again: How many of them a body has made in more than one cycle.
        asked_by: Who makes the ask that the most bodies make, and in which cycles.
        example: Id of a recommendation of the item that makes it.
    """

    kind: ClassVar = "repetition"
    asks: int
    by_several: int
    again: int
    asked_by: tuple[Asking, ...]
    example: str

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the bodies that make it, sorted."""
        return tuple(sorted({asking.body for asking in self.asked_by}))

    @property
    def cycles(self) -> int:
        """In how many cycles they have made it."""
        return len(self.asked_by)


@dataclass(frozen=True)
class Deadline:
    """The committees' own deadlines for answers.

    Attributes:
        picked: How many recommendations a committee picked for its follow-up procedure.
        undated: How many of them have no date.
        passed: How many deadlines have passed.
        near: How many are near: within half a year.
        next: The first deadline that has not passed, ``None`` where there is none.
        last_passed: The last that has, ``None`` where none has.
    """

    kind: ClassVar = "deadline"
    picked: int
    undated: int
    passed: int
    near: int
    next: PartialDate | None
    last_passed: PartialDate | None


@dataclass(frozen=True)
class Progress:
    """On how many recommendations somebody has said anything.

    Attributes:
        total: How many recommendations there are.
        reported: On how many the state has reported anything.
        assessed: How many somebody independent, such as the committee, has assessed.
    """

    kind: ClassVar = "progress"
    total: int
    reported: int
    assessed: int


Hint = Repetition | Deadline | Progress


def hints_for(
    dataset: Dataset, criteria: CriteriaSet, level: Level, item: str
) -> Mapping[str, tuple[Hint, ...]]:
    """Return what the data says of an item, by the criterion that it informs.

    Args:
        dataset: The repository. Deadlines are measured from its reference date.
        criteria: The criteria; each names the hints that inform it.
        level: What the item is.
        item: Id of a theme or recommendation.
    """
    asks = _asks(dataset, level, item)
    if not asks:
        return {}
    found: tuple[Hint, ...] = (
        _repetition(dataset, asks),
        _deadline(asks, dataset.reference_date),
        _progress(asks),
    )
    made = {hint.kind: hint for hint in found}
    return {
        criterion.id: tuple(made[hint] for hint in criterion.hints)
        for criterion in criteria.criteria
        if criterion.hints
    }


def _asks(dataset: Dataset, level: Level, item: str) -> list[Recommendation]:
    """Return what asks for something, in order of ids; concerns do not."""
    if level == "recommendation":
        return [dataset.recommendations[item]]
    on_theme = dataset.recommendations_by_theme.get(item, ())
    return [record for record in on_theme if record.kind == "recommendation"]


def _repetition(dataset: Dataset, asks: Iterable[Recommendation]) -> Repetition:
    first: dict[tuple[str, ...], str] = {}
    for record in asks:
        first.setdefault(dataset.links.family(record.id), record.id)
    askings = {family: asked_by(dataset, family) for family in first}
    bodies = {family: len({one.body for one in found}) for family, found in askings.items()}
    most = max(first, key=lambda family: (bodies[family], len(askings[family])))
    return Repetition(
        asks=len(first),
        by_several=sum(number > 1 for number in bodies.values()),
        again=sum(len(askings[family]) > bodies[family] for family in first),
        asked_by=askings[most],
        example=first[most],
    )


def _deadline(asks: Iterable[Recommendation], today: date | None) -> Deadline:
    picked = [record.follow_up for record in asks if record.follow_up]
    dues = [one.due for one in picked if one.due]
    passed = [due for due in dues if today and due.is_over(today)]
    coming = [due for due in dues if due not in passed]
    return Deadline(
        picked=len(picked),
        undated=len(picked) - len(dues),
        passed=len(passed),
        near=sum(today is not None and (due.last - today).days <= SOON for due in coming),
        next=min(coming, key=lambda due: due.last, default=None),
        last_passed=max(passed, key=lambda due: due.last, default=None),
    )


def _progress(asks: list[Recommendation]) -> Progress:
    return Progress(
        total=len(asks),
        reported=sum(is_reported(record) for record in asks),
        assessed=sum(is_assessed(record) for record in asks),
    )
