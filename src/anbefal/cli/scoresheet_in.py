"""Parts of `scoresheet import`: whose values they are, what they change, and telling of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anbefal.cli.scoring.choices import (
    mind_the_round,
    must_be_readable,
    named_assessor,
    round_of,
)
from anbefal.cli.session import Session, require
from anbefal.errors import ChangeRefused, Misuse
from anbefal.report.output import Color, console
from anbefal.report.scores import date_line, show_conflicts, show_score_changes, tally_lines

if TYPE_CHECKING:
    from rich.console import Console

    from anbefal.analysis.filling import Filling
    from anbefal.analysis.scoring import ScoreChange
    from anbefal.exchange.scoresheet.reading import FilledSheet
    from anbefal.exchange.workbooks import Workbook
    from anbefal.model.assessment import Assessment
    from anbefal.model.dataset import Dataset
    from anbefal.model.dates import PartialDate
    from anbefal.model.edits import Edit

MOST_SHOWN = 100
"""How many findings are shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says beside the workbook.

    Attributes:
        round: The round, where it is named.
        assessor: Whose values they are, where it is named.
        date: When they were given, where it is said.
        clear: Whether an empty cell takes away what the assessment has.
        overwrite: Whether the workbook counts where both have changed since it was exported.
    """

    round: str | None
    assessor: str | None
    date: PartialDate | None
    clear: bool
    overwrite: bool


def take(
    session: Session, dataset: Dataset, workbook: Workbook, asked: Asked, color: Color
) -> tuple[Edit, ...]:
    """Return the change that a workbook makes of an assessment, and tell what it is.

    Args:
        session: The repository.
        dataset: Its records as they lie there now.
        workbook: What came back.
        asked: What the user says beside it.
        color: When to use colours.

    Raises:
        ChangeRefused: Something in the workbook is wrong, or the assessment has changed in the same
            places; it is told.
        Misuse: It is not clear whose values they are, or of when; or the user says otherwise than
            the workbook.
    """
    from anbefal.analysis.filling import fill
    from anbefal.analysis.scoring import Given, find_assessment, score_changes, score_edits
    from anbefal.exchange.scoresheet.reading import read_score_sheet

    sheet = read_score_sheet(workbook, dataset, session.criteria(dataset))
    _stop_at_findings(sheet, color)
    where, who = _whose(session, dataset, sheet, asked)
    known = find_assessment(dataset, where, who)
    offered = (Given(i.level, i.item, i.values, i.reasons, i.dissent) for i in sheet.items)
    exported = sheet.exported.places if sheet.exported else None
    filling = fill(known, offered, exported, clear=asked.clear, overwrite=asked.overwrite)
    _stop_at_conflicts(session, dataset, filling, color)
    changes = score_changes(known, filling.given)
    date = _date(session, sheet, known, asked.date)
    if changes and known is None and date is None:
        message = "The assessment is new, and its date is not said."
        raise Misuse(message, "Write it in the workbook's first sheet, or give it with --date.")
    out = console(color)
    name = dataset.name_of_actor(who, session.language)
    out.print(f"{name} ({who}), round {where}", style="bold", soft_wrap=True)
    _show(session, dataset, known, changes, date, out)
    for line in tally_lines(len(sheet.items), filling.tally):
        out.print(line, soft_wrap=True)
    for note in (*sheet.notes, _later(filling.count("later")), _kept(filling.count("kept"))):
        session.say(note)
    if known and known.example and changes:
        session.say("The assessment is marked as made up (example: true), and stays so.")
    return score_edits(dataset, where, who, filling.given, date)


def _show(
    session: Session,
    dataset: Dataset,
    known: Assessment | None,
    changes: Sequence[ScoreChange],
    date: PartialDate | None,
    out: Console,
) -> None:
    from anbefal.analysis.filling import reasons_that_stay

    staying = reasons_that_stay(known, changes)
    show_score_changes(dataset, changes, staying, session.language, out)
    if changes and known and date and date != known.date:
        out.print(date_line(known.date, date), soft_wrap=True)


def _stop_at_conflicts(session: Session, dataset: Dataset, filling: Filling, color: Color) -> None:
    if not filling.conflicts:
        return
    show_conflicts(dataset, filling.conflicts, session.language, console(color))
    number = len(filling.conflicts)
    places = "1 place" if number == 1 else f"{number} places"
    message = (
        f"{places} changed both in the workbook and in the assessment since the workbook was "
        "exported. Nothing was written."
    )
    hint = (
        "If the workbook is to count there, as where it corrects one imported before: --overwrite."
    )
    raise ChangeRefused(message, hint)


def _stop_at_findings(sheet: FilledSheet, color: Color) -> None:
    from anbefal.report.findings import show_findings

    if not sheet.findings:
        return
    out = console(color)
    show_findings(sheet.findings[:MOST_SHOWN], {}, out)
    if sheet.findings[MOST_SHOWN:]:
        out.print(f"… and {len(sheet.findings) - MOST_SHOWN} more.")
    number = len(sheet.findings)
    message = f"The workbook has {number} error{'' if number == 1 else 's'}. Nothing was written."
    raise ChangeRefused(message, "Mend the cells that are told of, and import it again.")


def _whose(session: Session, dataset: Dataset, sheet: FilledSheet, asked: Asked) -> tuple[str, str]:
    """Return round and assessor of a sheet.

    Raises:
        UnknownName: The repository has no such assessor, by id, as the workbook says.
        Misuse: Neither the workbook nor the user says it, or they say two things.
    """
    told = None
    if sheet.assessor:  # by id only: by now it may be the abbreviation of somebody else
        told = named_assessor(session, require("actor", sheet.assessor, dataset.actors))
    said = named_assessor(session, asked.assessor) if asked.assessor else None
    who = _agreed("assessor", told, said)
    where = _agreed(
        "round",
        round_of(dataset, sheet.round, who) if sheet.round else None,
        round_of(dataset, asked.round, who) if asked.round else None,
    )
    must_be_readable(session, where, who)
    mind_the_round(session, where)
    return where, who


def _agreed(what: str, told: str | None, said: str | None) -> str:
    if told and said and told != said:
        message = f"The workbook was made for the {what} {told!r}, not for {said!r}."
        raise Misuse(message, f"Leave out --{what}, or import the workbook of {said!r}.")
    found = told or said
    if not found:
        message = f"The workbook does not say the {what} any more."
        raise Misuse(message, f"Name it with --{what}.")
    return found


def _date(
    session: Session, sheet: FilledSheet, known: Assessment | None, said: PartialDate | None
) -> PartialDate | None:
    """Return when the values were given, ``None`` where that is not said or stays as it is.

    A date that only stands in the workbook because the assessment has it, or had it at export, does
    not count; one that is older than that of the assessment is not taken unless the user gives it.

    Raises:
        Misuse: The workbook and the user say two things.
    """
    told = sheet.date
    if known and (told == known.date or (sheet.exported and told == sheet.exported.date)):
        told = None
    if said and told and told != said:
        message = f"The workbook says that the values were given {told}, not {said}."
        raise Misuse(message, "Leave out --date, or change it in the workbook's first sheet.")
    if known and told and not said and told.first < known.date.first:
        session.say(
            f"The workbook's date, {told}, is older than that of the assessment, {known.date}, "
            "which stays; --date sets another."
        )
        return None
    return said or told


def _later(number: int) -> str:
    if not number:
        return ""
    places = "1 place has" if number == 1 else f"{number} places have"
    return f"{places} changed since the workbook was exported, and nobody wrote there; kept."


def _kept(number: int) -> str:
    if not number:
        return ""
    places = "1 place is" if number == 1 else f"{number} places are"
    return (
        f"{places} empty in the workbook and kept as the assessment has them; "
        "--clear takes them away."
    )
