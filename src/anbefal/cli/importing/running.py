"""One import: read the file, tell what it changes, write it, and say how the rows add up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from anbefal.cli.changing import change_quietly
from anbefal.cli.document_file import in_out, shown_path
from anbefal.cli.importing.progress import watched
from anbefal.cli.session import Session, day, require, several
from anbefal.errors import ChangeRefused, DataHasErrors, Misuse
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.analysis.importing.gathering import Gathered
    from anbefal.analysis.importing.planning import Plan
    from anbefal.exchange.unread import ToMend
    from anbefal.exchange.wanted import Wanted
    from anbefal.model.dataset import Dataset
    from anbefal.model.dates import PartialDate
    from anbefal.model.edits import Edit
    from anbefal.model.incoming import ImportSource, Reading, Unread
    from anbefal.model.labels import Vocabulary

EVERY_COUNTRY = "all"
LONGEST_CODE = 3
TO_MEND = "-to-mend"
"""What the names of files end with that hold the rows that could not be read."""
MOST_SHOWN = 20
"""How many places are told of that make a whole file unusable."""


@dataclass(frozen=True)
class Asked:
    """What the user asked for, as it was written.

    Attributes:
        country: A country's name or code, or ``all``.
        since: The first day that is wanted.
        bodies: Bodies that are wanted.
        seen: When the file was fetched.
        dry_run: Whether to write nothing.
        form: Form of the output.
        color: When to use colours.
    """

    country: str | None
    since: str | None
    bodies: list[str] | None
    seen: str | None
    dry_run: bool
    form: Format
    color: Color


@dataclass(frozen=True)
class Begun:
    """A file that is being read.

    Attributes:
        readings: What its rows are, as they are read.
        share: How much of it was read by now, 0 to 1.
        headings: The headings of a table.
    """

    readings: Iterable[Reading]
    share: Callable[[], float] = lambda: 0.0
    headings: Sequence[str] = ()


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

    _must_be_readable(session)
    gathered, headings = _gather(session, opened, asked)
    _refuse_what_is_spoilt(gathered.unread, opened.path.name)
    plan = _carried_out(session, gathered, opened, asked)
    mend_with = opened.mend_with or opened.source
    unread_file = None
    try:
        if not asked.dry_run:
            unread_file = _write_unread(session, plan, opened.path, headings)
            opened.afterwards()
    finally:  # the data has changed by now, so that must be told whatever else goes wrong
        told = Told(opened.source, opened.path.name, asked.dry_run, unread_file, mend_with)
        write(import_result(plan, told), asked.form, asked.color)
    if plan.unread:
        raise typer.Exit(ChangeRefused.exit_code)


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


def _gather(session: Session, opened: Opened, asked: Asked) -> tuple[Gathered, Sequence[str]]:
    """Return the rows of a file that are wanted, and its headings.

    Without a country that was asked for, a file of which every row is about one other country is
    taken as it is: who imports the matrix of a country means that country.
    """
    from dataclasses import replace

    from anbefal.exchange.states import name_of

    wanted = _wanted(session, asked, is_ours=opened.is_ours)
    found = _read(session, opened, wanted)
    gathered = found[0]
    if asked.country or gathered.incoming or not gathered.countries:
        return found
    ours = name_of(session.loaded.dataset.settings.country)
    other = gathered.only_country
    if other is None:
        session.say(f"No row that can be taken is about {ours}; --country names another country.")
        return found
    session.say(f"! The file is about {name_of(other)}, and the data about {ours}.")
    return _read(session, opened, replace(wanted, country=other))


def _read(session: Session, opened: Opened, wanted: Wanted) -> tuple[Gathered, Sequence[str]]:
    from anbefal.analysis.importing.gathering import gather
    from anbefal.model.labels import Vocabulary

    begun = opened.begin(wanted, Vocabulary(session.loaded.dataset))
    readings = watched(begun.readings, begun.share, opened.path.name, quiet=session.quiet)
    return gather(readings), begun.headings


def _wanted(session: Session, asked: Asked, *, is_ours: bool) -> Wanted:
    from anbefal.exchange.wanted import Wanted

    dataset = session.loaded.dataset
    bodies = several("--body", asked.bodies)
    otherwise = EVERY_COUNTRY if is_ours else dataset.settings.country
    return Wanted(
        country=_country(asked.country or otherwise),
        since=day(asked.since) if asked.since else None,
        bodies=frozenset(body_named(dataset, one) for one in bodies),
    )


def body_named(dataset: Dataset, name: str) -> str:
    """Return the id of a body that the user names, by its id or by any of its names.

    Raises:
        UnknownName: There is none.
    """
    from anbefal.model.labels import Vocabulary

    found = name if name in dataset.actors else Vocabulary(dataset).body(name)
    return require("actor", found or name, dataset.actors)


def _country(name: str) -> str | None:
    from anbefal.exchange.states import code_of

    if name.casefold() == EVERY_COUNTRY:
        return None
    found = code_of(name) or (code_of(name.upper()) if len(name) <= LONGEST_CODE else None)
    if found is None:
        message = f"There is no country {name!r}."
        raise Misuse(message, "Write its English name, or its two letters, such as NO.")
    return found


def _refuse_what_is_spoilt(unread: list[Unread], name: str) -> None:
    spoilt = [one for one in unread if one.spoils_the_file]
    if not spoilt:
        return
    for one in spoilt[:MOST_SHOWN]:
        typer.echo(f"{name}: {one.place}: {one.message}")
    if spoilt[MOST_SHOWN:]:
        typer.echo(f"… and {len(spoilt) - MOST_SHOWN} more.")
    message = f"{name} cannot be read safely, as told above. Nothing was written."
    raise ChangeRefused(message, next((one.hint for one in spoilt if one.hint), ""))


def _carried_out(session: Session, gathered: Gathered, opened: Opened, asked: Asked) -> Plan:
    from anbefal.analysis.importing.planning import Origin, plan_import

    title = f"{opened.title} ({opened.path.name})"
    origin = Origin(opened.source, title, _seen(asked.seen), opened.part)
    plans: list[Plan] = []

    def compute(dataset: Dataset) -> tuple[Edit, ...]:
        plans.append(plan_import(dataset, gathered, origin))
        return plans[-1].edits

    change_quietly(session, compute, asked.color, dry_run=asked.dry_run)
    return plans[-1]


def _seen(words: str | None) -> PartialDate | None:
    from anbefal.model.dates import PartialDate

    if not words:
        return None
    seen = day(words)
    return PartialDate(seen.year, seen.month, seen.day)


def _free_name(session: Session, stem: str, to_mend: ToMend) -> Path:
    """Return a name in ``out/`` that no file has, or one that holds the same already.

    What somebody is mending is not written over.
    """
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        path = in_out(session.root, f"{stem}{more}{to_mend.ending}")
        if not os.path.lexists(path) or (path.is_file() and path.read_bytes() == to_mend.data):
            return path
    raise AssertionError  # the numbers do not end


def _write_unread(session: Session, plan: Plan, file: Path, headings: Sequence[str]) -> str | None:
    """Write the rows that could not be read into the repository's ``out/``, and return where."""
    from anbefal.exchange.unread import rows_to_mend
    from anbefal.store.changing.files import write_bytes

    if not plan.unread:
        return None
    to_mend = rows_to_mend(plan.unread, headings)
    stem = file.stem.removesuffix(TO_MEND)
    path = _free_name(session, f"{stem}{TO_MEND}", to_mend)
    write_bytes(path, to_mend.data)
    return shown_path(path, None)
