"""The command `validate`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.options import AsOf, ColorOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.errors import Misuse
from anbefal.report.findings import Findings, FindingsFormat, write_findings
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.diagnostics import Diagnostic

Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Only findings in these files and folders.", show_default=False),
]
FormatOption = Annotated[
    FindingsFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the output; text, or github where GitHub Actions runs it.",
        show_default=False,
    ),
]


def validate(
    *,
    paths: Paths = None,
    form: FormatOption = None,
    as_of: AsOf = None,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find every error in the data, with file, line and column.

    Exit code 1 where there is an error. Warnings alone leave it at 0.
    """
    from anbefal import __version__
    from anbefal.rules import RULES
    from anbefal.store.reading.findings import READING

    session = Session(root, quiet=quiet, as_of=as_of)
    findings = Findings(
        found=_within(session, paths or ()),
        records=len(session.loaded.dataset.entries),
        texts={file.path: file.text for file in session.loaded.dataset.files},
        pages=(*READING, *(rule.doc for rule in RULES)),
        version=__version__,
        quiet=quiet,
    )
    write_findings(findings, form or _default_format(), color)
    if any(one.severity == "error" for one in findings.found):
        raise typer.Exit(1)


def _default_format() -> FindingsFormat:
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return FindingsFormat.github if on_github else FindingsFormat.text


def _within(session: Session, paths: Sequence[Path]) -> Sequence[Diagnostic]:
    from anbefal.model.names import composed

    top = Path(os.path.realpath(session.root))
    chosen = []
    for path in paths:
        place = Path(os.path.realpath(path))
        if not place.exists():
            message = f"There is no file or folder {str(path)!r}."
            raise Misuse(message, "Check the spelling.")
        if not place.is_relative_to(top):
            message = f"{str(path)!r} lies outside the repository."
            raise Misuse(message, "Name files and folders of the repository.")
        chosen.append(composed(place.relative_to(top).as_posix()))
    if not chosen or "." in chosen:
        return session.findings
    return [
        one
        for one in session.findings
        if any(one.file == path or one.file.startswith(f"{path}/") for path in chosen)
    ]
