"""What changed between two moments, in every form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from anbefal.analysis.changes import Change
from anbefal.report.changes_words import (
    COLUMNS,
    Names,
    Page,
    line,
    notes_on,
    row_cells,
    row_data,
)
from anbefal.report.output import Format, Result
from anbefal.report.tables import Column, Table

if TYPE_CHECKING:
    from rich.console import Console

SECTIONS = (
    *("New recommendations", "Promised", "Reported by the state", "Assessed by others"),
    *("Graded by committees", "The state's positions", "Committees' follow-up"),
    *("Meetings", "Plans", "Scores", "Other changes", "Removed"),
)
"""In the order of what a meeting is prepared from."""

_OF_WHAT = {
    "promise": "Promised",
    "grade": "Graded by committees",
    "state-position": "The state's positions",
    "follow-up": "Committees' follow-up",
    "meeting-state": "Meetings",
    "measure": "Plans",
    "report": "Plans",
    "score": "Scores",
}
_OF_TRACK = {"reported": "Reported by the state", "assessed": "Assessed by others"}
_OF_RECORD = {"recommendation": "New recommendations", "meeting": "Meetings", "plan": "Plans"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One side of what is compared.

    Attributes:
        commit: The commit's object id; ``None`` before the first commit, and now.
        date: The commit's own day.
        working_folder: Whether it is the folder as it lies now, committed or not.
        before: The day that the commit is the last one before, where a day was asked for.
        meeting: The meeting on that day, where a meeting was asked for.
        meeting_date: Its date as it is written: a day, or only a month or a year.
    """

    commit: str | None = None
    date: str | None = None
    working_folder: bool = False
    before: str | None = None
    meeting: str | None = None
    meeting_date: str | None = None

    def words(self) -> str:
        """Return the moment in words."""
        if self.working_folder:
            return "the folder as it lies now"
        when = f"before {self.before}" if self.before else ""
        if self.meeting:
            when += f", the meeting {self.meeting}"
        if self.commit is None:
            return f"the time before the first commit ({when})" if when else "nothing"
        return f"commit {self.commit[:10]} of {self.date}{f' ({when})' if when else ''}"


@dataclass(frozen=True, slots=True)
class Differences:
    """What `diff` found.

    Attributes:
        since: The older moment.
        until: The newer one.
        changes: What changed in between.
        theme: The theme that it was narrowed to, if it was.
        unread_since: Files that differ and cannot be read in full on the older side.
        unread_until: The same on the newer side.
    """

    since: Moment
    until: Moment
    changes: tuple[Change, ...]
    theme: str | None = None
    unread_since: tuple[str, ...] = ()
    unread_until: tuple[str, ...] = ()


def differences_result(found: Differences, names: Names, form: Format) -> Result:
    """Return what changed, grouped for people and in flat rows for programs."""
    told = tuple(_sections(found.changes))
    rows = [row_data(change) for change in found.changes] if form is Format.json else []
    return Result(
        data={
            "since": asdict(found.since),
            "until": asdict(found.until),
            "theme": found.theme,
            "unread": {"since": list(found.unread_since), "until": list(found.unread_until)},
            "changes": rows,
        },
        table=_table(found, told, names, form),
        title=_title(found),
        notes=tuple(_notes(found)),
        show=lambda out: _show(told, found, names, out),
    )


def _title(found: Differences) -> str:
    on = f" on the theme {found.theme}" if found.theme else ""
    return f"What changed{on}\nsince {found.since.words()}\nuntil {found.until.words()}"


def _notes(found: Differences) -> Iterator[str]:
    if found.since.commit is None and not found.since.working_folder:
        yield "No commit is as old as that: everything counts as new."
    for moment in (found.since, found.until):
        if moment.meeting and moment.meeting_date != moment.before:
            yield (
                f"Of the meeting {moment.meeting} only {moment.meeting_date} is known: what "
                f"changed on {moment.before} or later counts as after it."
            )
    for moment, files in ((found.since, found.unread_since), (found.until, found.unread_until)):
        if files:
            yield (
                f"In {moment.words()} these files cannot be read in full, and what changed in "
                f"what cannot be read is not told: {', '.join(files)}"
            )
    yield from notes_on(found.changes)


def _section(change: Change) -> str:
    if change.what == "record":
        if change.how == "removed":
            return "Removed"
        return _OF_RECORD.get(change.record.kind, "Other changes")
    if change.what == "status":
        return _OF_TRACK.get(change.track or "", "Other changes")
    return _OF_WHAT.get(change.what, "Other changes")


def _sections(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    groups: dict[str, list[Change]] = {name: [] for name in SECTIONS}
    for change in changes:
        groups[_section(change)].append(change)
    yield from ((name, group) for name, group in groups.items() if group)


def _table(
    found: Differences, told: Sequence[tuple[str, list[Change]]], names: Names, form: Format
) -> Table:
    """Return the rows of the forms that have rows; making all forms takes a while."""
    if form is Format.csv:
        return Table(COLUMNS, tuple(row_cells(change) for change in found.changes))
    return _reading(told if form is Format.md else (), names)


def _reading(told: Sequence[tuple[str, list[Change]]], names: Names) -> Table:
    """Return the changes as a table for a page."""
    columns = (Column("what"), Column("record"), Column("about", wrap=True), Column("change"))
    return Table(
        columns,
        tuple(
            (section, change.record.name, names.about(change.record), line(change, names))
            for section, changes in told
            for change in changes
        ),
    )


def _show(
    told: Sequence[tuple[str, list[Change]]], found: Differences, names: Names, out: Console
) -> None:
    page = Page(out)
    for section, changes in told:
        page.add(f"{section} ({len(changes)})", style="bold underline")
        for key, group in groupby(changes, key=lambda change: change.record):
            page.add(f"{key.name}  {names.about(key)}", 2, bold=len(key.name))
            for change in group:
                if change.what != "record":
                    page.add(line(change, names), 6)
        page.add("")
    records = len({change.record for change in found.changes})
    page.add(f"{len(found.changes)} changes in {records} records" if told else "Nothing changed.")
    page.write()
