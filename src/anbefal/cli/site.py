"""The command `site`."""

from __future__ import annotations

from typing import Annotated

import typer

from anbefal.cli import options
from anbefal.cli.output_file import shown_path
from anbefal.cli.session import Session, day
from anbefal.cli.stopping import INTERRUPTED_EXIT_CODE
from anbefal.report.output import Color


def site(
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="The site's folder; without it, out/site of the repository.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE",
            help="Tell what is new since this day (YYYY-MM-DD or today); without it, since a year "
            "before the newest date in the data, or before --as-of.",
        ),
    ] = None,
    language: Annotated[
        options.OutputLanguage | None,
        typer.Option(
            "--lang",
            help="Language of the page that opens first; without it, that of data/settings.yaml. "
            "Every page is there in all of them.",
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Write into a folder that holds other things as well."),
    ] = False,
    as_of: options.AsOfPast = None,
    root: options.Root = None,
    quiet: options.Quiet = False,
    color: options.ColorOption = Color.auto,  # noqa: ARG001 - every command takes it
) -> None:
    """Make a public site: pages that need no server, in all languages, without anything internal.

    A build only writes what differs from what lies in the folder, and removes what an earlier build
    made and this one does not. Files of others are left alone.
    """
    from anbefal.cli.publishing.building import build_site
    from anbefal.cli.publishing.places import checked_place
    from anbefal.documents.site.site_data import site_data

    session = Session(root, quiet=quiet, as_of=as_of)
    from_day = day(since) if since else None
    place = checked_place(output, session.root, force=force)
    data = site_data(session.as_it_stood(), from_day)
    if data.since and data.dataset.reference_date and data.since > data.dataset.reference_date:
        session.say(f"Nothing is dated after {data.since}, so the page of what is new is empty.")
    opening = session.words(language, "site").language
    try:
        built = build_site(data, place, opening, quiet=quiet)
    except KeyboardInterrupt:
        session.say("Interrupted. Every file is whole, old or new; the next build does the rest.")
        raise typer.Exit(INTERRUPTED_EXIT_CODE) from None
    typer.echo(shown_path(built.index, str(built.index) if output else None))
    session.say(
        f"{built.pages:,} pages, {built.files:,} files: {built.written:,} written, "
        f"{built.files - built.written:,} unchanged, {built.removed:,} removed."
    )
