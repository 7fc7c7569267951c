"""The command `template`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session, require
from anbefal.errors import CannotWrite, Misuse
from anbefal.markup import visible
from anbefal.report.output import Color


def _complete_template(incomplete: str) -> list[str]:
    from anbefal.documents.formats.template_files import names_to_copy

    return [name for name in names_to_copy() if name.startswith(incomplete)]


def template(
    name: Annotated[
        str | None,
        typer.Argument(
            help="One template, such as document.docx, or brief.docx for briefs alone; without "
            "it, all are listed.",
            show_default=False,
            autocompletion=_complete_template,
        ),
    ] = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a template of that name that is there.")
    ] = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """List the templates of documents, or copy one into `templates/` to be changed there.

    A copy takes the place of the program's own, and does not change when the program does.
    """
    session = Session(root, quiet=quiet)
    if name is None:
        _list(session)
    else:
        _copy(session, name, force=force)


def _list(session: Session) -> None:
    from anbefal.documents.formats.template_files import (
        names_to_copy,
        template_file,
        template_files,
        told_tags,
    )

    ours = {one.name for one in template_files()}
    for one in filter(None, map(template_file, names_to_copy())):
        own = session.root / "templates" / one.name
        is_own = own.is_file() and not own.samefile(one.source)
        if is_own or one.name in ours:
            mark = f" This repository has its own: templates/{one.name}." if is_own else ""
            typer.echo(f"{one.name:<18} {one.about}{mark}")
    if _is_programs_own(session.root):
        session.say("templates/ of this repository is the program's own: change these files there.")
    else:
        session.say("Copy one with 'anbefal template NAME'; brief.docx, say, is for briefs alone.")
    session.say("In the Word templates:")
    for told in told_tags("document.docx"):
        session.say(f"  {told}")


def _copy(session: Session, name: str, *, force: bool) -> None:
    from anbefal.documents.formats.template_files import names_to_copy, template_file, told_tags
    from anbefal.store.changing.files import write_bytes

    found = template_file(require("template", name, names_to_copy()))
    assert found is not None  # noqa: S101 - every name to copy has a file
    path = _place(session.root, found.name)
    if path.exists() and path.samefile(found.source):
        message = (
            f"templates/ of this repository is the program's own, so {found.name} is not copied."
        )
        raise Misuse(message, "Change it where it lies.")
    if os.path.lexists(path) and not force:
        message = f"templates/{found.name} is there already, and is not replaced."
        raise Misuse(message, "Use --force to replace it; what it holds is lost then.")
    write_bytes(path, found.source.read_bytes())
    typer.echo(visible(f"templates/{found.name}"))
    session.say(found.about)
    for told in told_tags(found.name):
        session.say(told)


def _is_programs_own(root: Path) -> bool:
    """Return whether a repository is the program's checkout, whose templates are those of it."""
    from anbefal.documents.formats.folders import default_templates

    own = root / "templates"
    return own.is_dir() and own.samefile(default_templates())


def _place(root: Path, name: str) -> Path:
    """Return where a repository's own template lies.

    Raises:
        CannotWrite: A link leads from there out of the repository.
    """
    path = root / "templates" / name
    if not Path(os.path.realpath(path)).is_relative_to(Path(os.path.realpath(root))):
        message = f"templates/{name} is a link out of the repository; it is not written through."
        raise CannotWrite(message, "Delete the link.")
    return path
