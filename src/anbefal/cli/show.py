"""The command `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.completing import complete_shown
from anbefal.cli.options import ColorOption, FormatOption, Internal, Quiet, Root
from anbefal.cli.session import Session, require, require_readable
from anbefal.report.output import Color, Format, Result, write

if TYPE_CHECKING:
    from anbefal.model.base import Language
    from anbefal.model.dataset import Dataset
    from anbefal.report.other_records import OtherRecord


def show(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A recommendation; also a meeting, a plan, a theme or an actor.",
            autocompletion=complete_shown,
        ),
    ],
    *,
    internal: Internal = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show one record with all that touches it: links, meetings, measures, assessments.

    Where records of several kinds have the id, the first of the kinds above is shown.
    """
    session = Session(root, quiet=quiet)
    dataset = session.readable(internal=internal)
    write(_result(dataset, record, session.language), form, color)


def _result(dataset: Dataset, wanted: str, language: Language) -> Result:
    from anbefal.model.names import composed
    from anbefal.report.other_records import other_result
    from anbefal.report.record import record_result

    name = composed(wanted)
    if name in dataset.recommendations:
        return record_result(dataset, dataset.recommendations[name], language)
    others: dict[str, OtherRecord] = {
        **dataset.actors,
        **dataset.themes,
        **dataset.plans,
        **dataset.meetings,
    }
    if name not in others:
        for kind in ("recommendation", "meeting", "plan", "theme", "actor"):
            require_readable(dataset, kind, name)
    known = [*dataset.recommendations, *others]
    return other_result(dataset, others[require("record", name, known)], language)
