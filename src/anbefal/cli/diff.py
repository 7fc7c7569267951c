"""The command `diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.options import ColorOption, FormatOption, Internal, Quiet, Root
from anbefal.cli.session import Session
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.report.changes import Moment
    from anbefal.store.history.points import Point


def diff(
    since: Annotated[
        str | None,
        typer.Argument(
            metavar="REV",
            help="A date or a meeting's id (the state before that day), a commit, branch or tag; "
            "two of them, A..B; or nothing with --theme: since the last meeting held on it.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Argument(metavar="REV2", help="Until when; without it, the folder now.")
    ] = None,
    *,
    theme: Annotated[
        str | None, typer.Option("--theme", help="Only what is on it, addresses it or scores it.")
    ] = None,
    internal: Internal = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show what changed, in the data's own terms: what is new, promised, reported, assessed.

    A name is a date first, then a meeting, then a branch: heads/NAME is always the branch.
    """
    from anbefal.analysis.comparison import compare, shown
    from anbefal.report.changes import Differences, differences_result
    from anbefal.report.changes_words import Names
    from anbefal.store.history.commits import GitFolder
    from anbefal.store.history.points import span
    from anbefal.store.history.sides import sides

    asked = span(GitFolder.at(Session(root, quiet=quiet).root), since, until, theme)
    read = sides(asked.before, asked.after)
    old, new = (one if internal else one.without_internal() for one in (read.old, read.new))
    found = Differences(
        since=_moment(asked.old),
        until=_moment(asked.new),
        changes=shown(compare(old, new), theme, internal=internal),
        theme=theme,
        unread_since=read.unread_old,
        unread_until=read.unread_new,
    )
    names = Names(old, new, asked.names.settings.language)
    write(differences_result(found, names, form), form, color)


def _moment(point: Point) -> Moment:
    from anbefal.report.changes import Moment

    commit, meeting = point.commit, point.meeting
    return Moment(
        commit=commit.name if commit else None,
        date=commit.day if commit else None,
        working_folder=point.is_now,
        before=str(point.before) if point.before else None,
        meeting=meeting.id if meeting else None,
        meeting_date=str(meeting.date) if meeting else None,
    )
