"""The command `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from anbefal.cli import options
from anbefal.cli.session import Session, day, require_all
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset


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
    from anbefal.analysis.selection import Selection, select
    from anbefal.report.listing import listing

    session = Session(root, quiet=quiet)
    dataset = session.readable()
    selection = Selection(
        bodies=require_all("actor", body, dataset.actors),
        themes=require_all("theme", theme, dataset.themes),
        ministries=require_all("actor", ministry, dataset.actors),
        groups=require_all("group", group, _groups(dataset)),
        kinds=require_all("kind", kind, _kinds()),
        reported=require_all("status", reported, _statuses()),
        assessed=require_all("status", assessed, ("graded", *_statuses())),
        years=tuple(year or ()),
        due_before=day(due_before) if due_before else None,
        meetings=require_all("meeting", meeting, dataset.meetings),
        verified=verified,
    )
    write(listing(dataset, select(dataset, selection), session.language), form, color)


def _groups(dataset: Dataset) -> set[str]:
    from anbefal.model.names import composed

    records = dataset.recommendations.values()
    return {composed(group) for record in records for group in record.groups}


def _kinds() -> tuple[str, ...]:
    from anbefal.model.recommendation import RecommendationKind

    return get_args(RecommendationKind)


def _statuses() -> tuple[str, ...]:
    from anbefal.model.recommendation import StatusValue

    return ("none", *get_args(StatusValue))
