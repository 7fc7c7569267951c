"""The command `memo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.completing import complete_plan
from anbefal.cli.document_file import (
    DocumentForce,
    DocumentFormat,
    DocumentFormatOption,
    DocumentOutput,
    format_of,
    write_document,
)
from anbefal.cli.options import AsOfPast, ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.errors import UnknownName
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.meeting import Plan


def memo(
    plan: Annotated[
        str,
        typer.Argument(metavar="PLAN", help="The plan.", autocompletion=complete_plan),
    ],
    *,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            help="The report of the plan to have the head from, as of whose day the memo then "
            "speaks; without it, the head of the newest, and all that is recorded.",
        ),
    ] = None,
    language: LanguageOption = None,
    form: DocumentFormatOption = None,
    output: DocumentOutput = None,
    force: DocumentForce = False,
    as_of: AsOfPast = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make the memo on how a plan is followed up, point by point; Word without -o or -f."""
    from anbefal.documents.memos.memo import build_memo

    session = Session(root, quiet=quiet, as_of=as_of)
    chosen = format_of(form, output, DocumentFormat.docx)
    dataset = session.checked()
    plan = require("plan", plan, dataset.plans)
    document = build_memo(
        dataset,
        plan,
        report=_report(dataset.plans[plan], report) if report else None,
        language=session.words(language, "memo").language,
    )
    write_document(session, document, f"{plan}-notat", chosen, output, force=force)


def _report(plan: Plan, named: str) -> str:
    ids = [one.id for one in plan.reports]
    if not ids:
        raise UnknownName("report", named, None, [])
    return require("report", named, ids)
