"""What a memo is made of: a plan and one of its reports, seen on a day, in a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from anbefal.analysis.past import as_it_stood
from anbefal.documents.citations import Citer
from anbefal.errors import Misuse
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Plan, Report
from anbefal.wording import Wording, wording


@dataclass(frozen=True)
class Basis:
    """What a memo tells of.

    Attributes:
        dataset: What was recorded by the day that it speaks of.
        plan: The plan.
        report: The report that it has its head from, or ``None`` where the plan has none.
        then: The day that it was asked for as of, ``None`` for all that is recorded.
        words: The memo's words.
        statuses: The words for how far something has come.
        citer: Cites recommendations and numbers sources.
    """

    dataset: Dataset
    plan: Plan
    report: Report | None
    then: date | None
    words: Wording
    statuses: Wording
    citer: Citer

    @property
    def today(self) -> date | None:
        """The day that deadlines are measured from: the one it speaks of, else its own date."""
        return self.dataset.as_of or (self.date.last if self.date else None)

    @property
    def date(self) -> PartialDate | None:
        """The memo's date: the report's, else the one that it speaks of, as exact as recorded."""
        if self.report:
            return self.report.date
        return self.dataset.told_date


def basis_of(dataset: Dataset, plan: str, report: str | None, language: Language) -> Basis:
    """Return what a memo is made of.

    Args:
        dataset: The repository, or its public part; where it has a day of its own, what was
            recorded later is left out.
        plan: Id of the plan.
        report: Id of a report of the plan, as of whose day the memo then speaks, unless the
            dataset has a day of its own; without it, the newest.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The plan was not there on that day, or the report was not.
    """
    then = dataset.as_of
    if report and then is None:
        then = next(one for one in dataset.plans[plan].reports if one.id == report).date.last
    known = as_it_stood(replace(dataset, as_of=then), then) if then else dataset
    if plan not in known.plans:
        decided = dataset.plans[plan].decided
        message = f"The plan {plan!r} was not there yet on {then}: it was decided {decided}."
        raise Misuse(message, "Name a later day.")
    found = known.plans[plan]
    return Basis(
        dataset=known,
        plan=found,
        report=_report(found, report, then),
        then=dataset.as_of,
        words=wording(language, "memo"),
        statuses=wording(language, "status"),
        citer=Citer(known, language),
    )


def _report(plan: Plan, named: str | None, then: date | None) -> Report | None:
    """Return the report of an id, else the newest; of those of one day the last in the file."""
    if named is None:
        return max(reversed(plan.reports), key=lambda one: one.date.last, default=None)
    report = next((one for one in plan.reports if one.id == named), None)
    if report is None:
        message = f"The report {named!r} was not there yet on {then}."
        raise Misuse(message, "Name a later day, or leave --report out.")
    return report
