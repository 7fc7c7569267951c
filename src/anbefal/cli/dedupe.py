"""The command `dedupe`."""

from __future__ import annotations

import os
from dataclasses import replace

import typer

from anbefal.cli.deduping import options as own
from anbefal.cli.deduping.asked import LEAST, Asked, require_all_readable
from anbefal.cli.options import ColorOption, LanguageOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.findings import FindingsFormat
from anbefal.report.output import Color, Format

_OF_CHECK = [one.value for one in FindingsFormat]
_OF_LIST = [one.value for one in Format]


def dedupe(
    ids: own.Ids = None,
    *,
    theme: own.Themes = None,
    body: own.Bodies = None,
    since: own.Since = None,
    new_since: own.NewSince = None,
    least: own.Least = LEAST,
    relation: own.Relation = None,
    limit: own.Limit = 20,
    apply: own.Apply = False,
    dry_run: own.DryRun = False,
    check: own.Check = False,
    form: own.FormatOption = None,
    language: LanguageOption = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Suggest recommendations that ask for the same, side by side, and decide on them.

    Suggestions are a program's; only people decide. What is decided is a link in a record's file,
    and the pair is never suggested again.
    """
    from anbefal.cli.deduping.listing import suggested

    _must_fit(form, apply=apply, check=check, dry_run=dry_run, relation=relation)
    session = Session(root, quiet=quiet)
    asked = Asked(ids, theme, body, since, new_since)
    if check:
        _check(session, asked, least, form, color)
        return
    if apply:
        session.read_often()
        require_all_readable(session)
    wanted = relation or (own.Shown.duplicate if apply else own.Shown.all)
    again = asked.again(least, relation, {"--root": root, "--lang": language})
    words = session.words(language, "dedupe")
    shown = replace(suggested(session, asked, least, wanted, words, limit), again=again)
    if apply:
        from anbefal.cli.deduping.applying import decide

        decide(session, shown, least, color, again, dry_run=dry_run)
        return
    from anbefal.report.duplicates.result import duplicates_result
    from anbefal.report.output import write

    chosen = Format(form.value) if form else Format.text
    write(duplicates_result(shown, chosen), chosen, color)


def _must_fit(
    form: own.DedupeFormat | None,
    *,
    apply: bool,
    check: bool,
    dry_run: bool,
    relation: own.Shown | None,
) -> None:
    """Make sure that options go together.

    Raises:
        Misuse: They do not.
    """
    if apply and check:
        raise Misuse("--apply decides and --check only looks.", "Choose one of them.")
    if dry_run and not apply:
        raise Misuse("Without --apply nothing is written anyway.", "Leave out --dry-run.")
    if check and relation is own.Shown.related:
        raise Misuse("--check is about likely duplicates.", "Leave out --relation.")
    if apply and form not in {None, own.DedupeFormat.text}:
        raise Misuse("--apply asks, and has no other form.", "Leave out --format.")
    known = _OF_CHECK if check else _OF_LIST
    if form and form.value not in known:
        what = "what --check finds" if check else "suggestions"
        message = f"{form.value!r} is no form of {what}."
        raise Misuse(message, f"Choose one of: {', '.join(known)}.")


def _check(
    session: Session, asked: Asked, least: float, form: own.DedupeFormat | None, color: Color
) -> None:
    from anbefal.cli.deduping.check import undecided_among_new
    from anbefal.report.findings import write_findings

    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    usual = FindingsFormat.github if on_github else FindingsFormat.text
    findings = undecided_among_new(session, asked, least)
    write_findings(findings, FindingsFormat(form.value) if form else usual, color)
    if findings.found:
        raise typer.Exit(1)
