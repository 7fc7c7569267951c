"""The command `list`."""

from __future__ import annotations

from anbefal.cli import options
from anbefal.cli.selecting import Filters, selection_of
from anbefal.cli.session import Session
from anbefal.report.output import Color, Format, write


def list_recommendations(
    *,
    body: options.Bodies = None,
    theme: options.Themes = None,
    ministry: options.Ministries = None,
    group: options.Groups = None,
    kind: options.Kinds = None,
    reported: options.Reported = None,
    assessed: options.Assessed = None,
    year: options.Years = None,
    due_before: options.DueBefore = None,
    meeting: options.Meetings = None,
    verified: options.Verified = None,
    form: options.FormatOption = Format.text,
    root: options.Root = None,
    quiet: options.Quiet = False,
    color: options.ColorOption = Color.auto,
) -> None:
    """List recommendations; filters combine, and a repeated filter widens.

    --body cat --body ccpr --theme isolasjon: from CAT or CCPR, and on isolation.
    """
    from anbefal.analysis.selection import select
    from anbefal.report.listing import listing

    session = Session(root, quiet=quiet)
    dataset = session.readable()
    filters = Filters(
        *(body, theme, ministry, group, kind, reported, assessed, year),
        *(due_before, meeting, verified),
    )
    found = select(dataset, selection_of(dataset, filters))
    write(listing(dataset, found, session.language), form, color)
