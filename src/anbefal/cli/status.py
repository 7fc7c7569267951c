"""The command `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from anbefal.cli.asking import Question, answers
from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_actor, complete_logged, complete_status
from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.cli.targets import find_target, kind_named
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.diagnostics import Steps
    from anbefal.model.dataset import Dataset, Key
    from anbefal.model.edits import Edit

QUESTIONS = (
    Question("date", "When was it said? (YYYY-MM-DD, YYYY-MM or YYYY; 'today')"),
    Question("track", "Reported by the state, or assessed by others?"),
    Question("by", "Who says so? (id of an actor)"),
    Question("value", "How far has it come?"),
    Question("note", "What was said, in a sentence? (may be empty)", needed=False),
)


def status(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A recommendation, or a measure as MEETING/MEASURE or PLAN/MEASURE.",
            autocompletion=complete_logged,
        ),
    ],
    *,
    day: Annotated[
        str | None,
        typer.Option("--date", help="When it was said: YYYY-MM-DD, YYYY-MM, YYYY or today."),
    ] = None,
    track: Annotated[
        str | None,
        typer.Option(
            "--track", help="reported (what the state says) or assessed (what others say)."
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", help="The actor that says so.", autocompletion=complete_actor),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            "--value",
            help="How far it has come, such as in-progress.",
            autocompletion=complete_status,
        ),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="What was said, in a sentence.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", help="Address or title of a document that shows it."),
    ] = None,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Add an entry to the log of a recommendation or a measure: who said what, and when.

    What is not given as an option is asked for, where there is somebody to ask.
    """
    given = {"date": day, "track": track, "by": by, "value": value, "note": note}
    session = Session(root, quiet=quiet)
    _log(session.loaded.dataset, record)
    entry = answers(session, kind_named("recommendation"), QUESTIONS, given, ("status", 0))
    _mind_the_future(session, str(entry["date"]))
    if evidence:
        entry["evidence"] = evidence

    def compute(dataset: Dataset) -> list[Edit]:
        return [_append(dataset, record, entry)]

    change(session, compute, dry_run=dry_run, color=color)


def _mind_the_future(session: Session, day: str) -> None:
    from datetime import date

    from anbefal.model.dates import parse_date

    if parse_date(day).first > date.today():  # noqa: DTZ011 - the calendar on the wall
        session.say(f"{day} lies in the future. Is it right?")


def _append(dataset: Dataset, name: str, entry: dict[str, Any]) -> Edit:
    from anbefal.model.edits import Append

    target, steps = _log(dataset, name)
    return Append(target, steps, entry)


def _log(dataset: Dataset, name: str) -> tuple[Key, Steps]:
    """Return the log of a recommendation, or of a measure of a meeting or plan."""
    holder, _, measure = name.partition("/")
    if not measure:
        target = find_target(dataset, name)
        if target.kind == "recommendation":
            return target, ("status",)
        message = f"{name!r} is a {target.kind}, which has no log of its own."
        raise Misuse(message, f"Name one of its measures: {name}/MEASURE.")
    places = (
        ("meeting", dataset.meetings, "commitments"),
        ("plan", dataset.plans, "measures"),
    )
    for kind, records, key in places:
        if holder in records:
            return find_target(dataset, holder, kind), (key, measure, "updates")
    known = [*dataset.meetings, *dataset.plans]
    return find_target(dataset, require("meeting or plan", holder, known)), ()
