"""The commands `import uhri`, `import upr-info`, `import upr-matrix` and so on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli.importing import options
from anbefal.cli.importing.asked import Asked
from anbefal.cli.importing.running import run_import
from anbefal.cli.options import ColorOption, FormatOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.report.output import Color, Format

app = typer.Typer(
    no_args_is_help=True,
    help="Bring recommendations in from others' files. Nothing that people wrote is written over.",
)

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file.", show_default=False)]


@app.command("uhri")
def import_uhri(
    file: File,
    *,
    country: options.Country = None,
    since: options.Since = None,
    body: options.OnlyBodies = None,
    seen: options.Seen = None,
    encoding: options.Encoding = None,
    sheet: options.SheetOption = None,
    dry_run: options.JustTell = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Import an export of the Universal Human Rights Index: xlsx, csv or json, of any size."""
    from anbefal.cli.importing.sources import uhri

    session = Session(root, quiet=quiet)
    asked = Asked(country, since, body, seen, dry_run, form, color)
    run_import(session, uhri(file, encoding, sheet), asked)


@app.command("upr-info")
def import_upr_info(
    file: File,
    *,
    country: options.Country = None,
    since: options.Since = None,
    body: options.OnlyBodies = None,
    seen: options.Seen = None,
    encoding: options.Encoding = None,
    sheet: options.SheetOption = None,
    dry_run: options.JustTell = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Import an export of the database of UPR Info (CSV, also the old ones)."""
    from anbefal.cli.importing.sources import upr_info

    session = Session(root, quiet=quiet)
    asked = Asked(country, since, body, seen, dry_run, form, color)
    run_import(session, upr_info(file, encoding, sheet), asked)


@app.command("upr-matrix")
def import_upr_matrix(
    file: File,
    *,
    country: options.Country = None,
    since: options.Since = None,
    body: options.OnlyBodies = None,
    seen: options.Seen = None,
    dry_run: options.JustTell = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Import a thematic list of UPR recommendations, as OHCHR publishes it in Word."""
    from anbefal.cli.importing.sources import upr_matrix

    session = Session(root, quiet=quiet)
    asked = Asked(country, since, body, seen, dry_run, form, color)
    run_import(session, upr_matrix(file), asked)


@app.command("observations")
def import_observations(
    file: File,
    *,
    by: Annotated[
        str | None,
        typer.Option("--by", help="The body, where the document does not say it, such as cat."),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document", help="The document's symbol, where it does not stand in the document."
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="The document's date, where it does not stand there."),
    ] = None,
    adopted_at: Annotated[
        str | None,
        typer.Option(
            "--session", help="The session that adopted it, where the document does not say it."
        ),
    ] = None,
    country: options.Country = None,
    since: options.Since = None,
    body: options.OnlyBodies = None,
    seen: options.Seen = None,
    encoding: options.Encoding = None,
    dry_run: options.JustTell = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Import a committee's concluding observations: the document itself, in Word or as plain text.

    Every paragraph and lettered sub-paragraph that recommends or is a concern becomes a record.
    """
    from anbefal.cli.importing.sources import SaidOfIt, observations

    session = Session(root, quiet=quiet)
    asked = Asked(country, since, body, seen, dry_run, form, color)
    said = SaidOfIt(by, document, date, adopted_at)
    run_import(session, observations(session, file, said, encoding), asked)


@app.command("table")
def import_table(
    file: File,
    *,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=HEADING",
            help="Which column is which field, such as text=Tekst; FIELD==VALUE for what is the "
            "same in every row. Repeat it.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="FILE", help="A file that holds such a mapping (YAML)."),
    ] = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option(
            "--save-mapping", metavar="FILE", help="Keep the mapping in a file for the next time."
        ),
    ] = None,
    country: options.Country = None,
    since: options.Since = None,
    body: options.OnlyBodies = None,
    seen: options.Seen = None,
    encoding: options.Encoding = None,
    sheet: options.SheetOption = None,
    dry_run: options.JustTell = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Import any list of recommendations, csv or xlsx, and what `anbefal export` wrote.

    Columns that are called what a field is called need no mapping.
    """
    from anbefal.cli.importing.sources import kept_in, mapped_table, mapping_of

    session = Session(root, quiet=quiet)
    asked = Asked(country, since, body, seen, dry_run, form, color)
    columns = mapping_of([*(maps or ()), *([f"sheet=={sheet}"] if sheet else ())], mapping)
    opened = mapped_table(session, file, columns, encoding)
    told = [*(("--mapping", str(mapping)) if mapping else ())]
    told += [word for one in maps or () for word in ("--map", one)]
    if save_mapping:
        opened = replace(opened, afterwards=kept_in(save_mapping, columns))
        told = ["--mapping", str(save_mapping)]
    opened = replace(opened, again=tuple(told))
    if dry_run and save_mapping:
        session.say("The mapping is not kept in a dry run.")
    run_import(session, opened, asked)
