"""One import: read the file, tell what it changes, write it, and say how the rows add up."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from anbefal.cli.changing import change_quietly
from anbefal.cli.importing.asked import Asked, wanted_of
from anbefal.cli.importing.mending import rows_to_be_mended
from anbefal.cli.importing.progress import watched
from anbefal.cli.output_file import shown_path
from anbefal.cli.session import Session, day
from anbefal.errors import ChangeRefused, DataHasErrors
from anbefal.markup import visible
from anbefal.report.output import write

if TYPE_CHECKING:
    from anbefal.analysis.importing.gathering import Gathered
    from anbefal.analysis.importing.plan import Plan
    from anbefal.exchange.wanted import Wanted
    from anbefal.model.dataset import Dataset
    from anbefal.model.dates import PartialDate
    from anbefal.model.edits import Edit
    from anbefal.model.incoming import ImportSource, Reading, Unread
    from anbefal.model.labels import Vocabulary
    from anbefal.report.importing_notes import UnusedColumns

MOST_SHOWN = 20
"""How many places are told of that make a whole file unusable."""


@dataclass(frozen=True)
class Outcome:
    """What an import does.

    Attributes:
        plan: What it changes.
        to_mend: Where the rows belong that could not be read, and the file's content; ``None``
            where there are none, or nothing is written.
    """

    plan: Plan
    to_mend: tuple[Path, bytes] | None


@dataclass(frozen=True)
class Begun:
    """A file that is being read.

    Attributes:
        readings: What its rows are, as they are read.
        share: How much of it was read by now, 0 to 1.
        headings: The headings of a table.
        columns: Its columns that are not read, or not there; ``None`` where it has none.
    """

    readings: Iterable[Reading]
    share: Callable[[], float] = lambda: 0.0
    headings: Sequence[str] = ()
    columns: UnusedColumns | None = None


@dataclass(frozen=True)
class Opened:
    """A file from others, ready to be read.

    Attributes:
        path: Where it lies.
        source: The kind of import.
        title: What the source is, for the provenance of new records.
        begin: Begins to read it, at its beginning however often.
        mend_with: The kind of import that reads the rows that could not be read, once they are
            mended; empty for the same.
        again: The options that it needs then.
        unit: What the file is made of: rows, or paragraphs.
        part: Which of several lists it is, so that one does not count another's values as its own.
        afterwards: What is to be done once the file was imported.
        is_ours: Whether the file is about the repository's country unless it says otherwise, so
            that rows are left out for their country only where one was asked for.
    """

    path: Path
    source: ImportSource
    title: str
    begin: Callable[[Wanted, Vocabulary], Begun]
    mend_with: str = ""
    again: tuple[str, ...] = ()
    unit: str = "row"
    is_ours: bool = False
    part: str = ""
    afterwards: Callable[[], None] = lambda: None


def run_import(session: Session, opened: Opened, asked: Asked) -> None:
    """Import a file, print what it did, and end with 1 where some rows could not be read.

    Raises:
        ChangeRefused: Nothing of the file may be taken, or the data would be wrong.
        Misuse: The user asked for what does not exist.
    """
    from anbefal.report.importing import Told, import_result
    from anbefal.report.importing_notes import UnusedColumns

    _must_be_readable(session)
    gathered, begun = _gather(session, opened, asked)
    _refuse_what_is_spoilt(gathered.unread, opened.path.name)
    outcome = _carried_out(session, gathered, begun.headings, opened, asked)
    unread_file = None
    try:
        if not asked.dry_run:
            unread_file = _write_unread(outcome)
            opened.afterwards()
    finally:  # the data has changed by now, so that must be told whatever else goes wrong
        told = Told(
            opened.source,
            opened.path.name,
            asked.dry_run,
            unread_file,
            _command(opened, unread_file),
            opened.unit,
            begun.columns or UnusedColumns(),
        )
        write(import_result(outcome.plan, told), asked.form, asked.color)
    if outcome.plan.unread:
        raise typer.Exit(ChangeRefused.exit_code)


def _command(opened: Opened, unread_file: str | None) -> str:
    """Return the command that imports the rows that could not be read, once they are mended."""
    kind = opened.mend_with or opened.source
    return shlex.join(["anbefal", "import", kind, unread_file or "", *opened.again])


def _must_be_readable(session: Session) -> None:
    """Make sure that every record is known, or rows would become records that are there already.

    Raises:
        DataHasErrors: A file of the repository cannot be read.
    """
    files = sorted({one.file for one in session.loaded.findings if one.severity == "error"})
    if files:
        message = f"{', '.join(files[:3])}{' …' if files[3:] else ''} cannot be read in full."
        hint = "Mend the data first ('anbefal validate'): a row may be a record that stands there."
        raise DataHasErrors(message, hint)


def _gather(session: Session, opened: Opened, asked: Asked) -> tuple[Gathered, Begun]:
    """Return the rows of a file that are wanted, and what is known of the file.

    Without a country that was asked for, a file of which every row is about one other country is
    taken as it is: who imports the matrix of a country means that country.
    """
    from dataclasses import replace

    from anbefal.exchange.states import name_of

    wanted = wanted_of(session, asked, is_ours=opened.is_ours)
    found = _read(session, opened, wanted)
    gathered = found[0]
    ours = name_of(session.loaded.dataset.settings.country)
    other = None if asked.country else gathered.only_country
    if other is None:
        if not asked.country and gathered.is_elsewhere:
            session.say(f"No row is about {ours}; --country names another country.")
        return found
    session.say(f"! The file is about {name_of(other)}, and the data about {ours}.")
    return _read(session, opened, replace(wanted, country=other))


def _read(session: Session, opened: Opened, wanted: Wanted) -> tuple[Gathered, Begun]:
    from anbefal.analysis.importing.gathering import gather
    from anbefal.model.labels import Vocabulary

    begun = opened.begin(wanted, Vocabulary(session.loaded.dataset))
    readings = watched(begun.readings, begun.share, opened.path.name, quiet=session.quiet)
    return gather(readings), begun


def _refuse_what_is_spoilt(unread: list[Unread], name: str) -> None:
    spoilt = [one for one in unread if one.spoils_the_file]
    if not spoilt:
        return
    for one in spoilt[:MOST_SHOWN]:
        typer.echo(visible(f"{name}: {one.place}: {one.message}"))
    if spoilt[MOST_SHOWN:]:
        typer.echo(f"… and {len(spoilt) - MOST_SHOWN} more.")
    message = f"{name} cannot be read safely, as told above. Nothing was written."
    raise ChangeRefused(message, next((one.hint for one in spoilt if one.hint), ""))


def _carried_out(
    session: Session, gathered: Gathered, headings: Sequence[str], opened: Opened, asked: Asked
) -> Outcome:
    """Change the data, once it is known that the rows to be mended have a place."""
    from anbefal.analysis.importing.plan import Origin
    from anbefal.analysis.importing.planning import plan_import

    title = f"{opened.title} ({visible(opened.path.name)})"
    origin = Origin(opened.source, title, _seen(asked.seen), opened.part)
    outcomes: list[Outcome] = []

    def compute(dataset: Dataset) -> tuple[Edit, ...]:
        plan = plan_import(dataset, gathered, origin)
        is_kept = plan.unread and not asked.dry_run
        to_mend = rows_to_be_mended(session, plan, opened.path, headings) if is_kept else None
        outcomes.append(Outcome(plan, to_mend))
        return plan.edits

    change_quietly(session, compute, asked.color, dry_run=asked.dry_run)
    return outcomes[-1]


def _seen(words: str | None) -> PartialDate | None:
    from anbefal.model.dates import PartialDate

    if not words:
        return None
    return PartialDate.of(day(words))


def _write_unread(outcome: Outcome) -> str | None:
    """Write the rows that could not be read, and return where."""
    from anbefal.store.changing.files import write_bytes

    if outcome.to_mend is None:
        return None
    path, data = outcome.to_mend
    write_bytes(path, data)
    return shown_path(path, None)
