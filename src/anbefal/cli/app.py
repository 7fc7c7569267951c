"""The program: its commands, and the one place where errors become words and exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EPIPE
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from anbefal.cli import (
    add,
    brief,
    dedupe,
    diff,
    edit,
    export,
    fmt,
    init,
    link,
    listing,
    log,
    meetings,
    memo,
    merge_driver,
    minutes,
    overview,
    prioritize,
    remove,
    request,
    schema,
    score,
    scoresheet,
    search,
    show,
    site,
    status,
    template,
    validate,
)
from anbefal.cli.importing.app import app as importing
from anbefal.cli.stopping import INTERRUPTED_EXIT_CODE
from anbefal.errors import AnbefalError
from anbefal.markup import visible

BUG_EXIT_CODE = 70
LONGEST_NAME = 200
"""Characters of a file's name that a message shows."""


class Boundary(TyperGroup):
    """Runs a command; whatever goes wrong ends in a sentence and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that the user named."""
        try:
            return self._invoke_and_flush(ctx)
        except AnbefalError as error:
            print(f"anbefal: {visible(error.message)}", file=sys.stderr)  # noqa: T201
            if error.hint:
                print(f"  → {visible(error.hint)}", file=sys.stderr)  # noqa: T201
            raise typer.Exit(error.exit_code) from error
        except typer.Abort as error:
            print("\nanbefal: Interrupted. Nothing was written.", file=sys.stderr)  # noqa: T201
            raise typer.Exit(INTERRUPTED_EXIT_CODE) from error
        except (typer.Exit, typer.BadParameter, typer.TyperException):
            raise
        except OSError as error:
            if error.errno == EPIPE:  # the reader of our output has gone
                raise
            place = f" ({visible(str(error.filename))[:LONGEST_NAME]})" if error.filename else ""
            print(f"anbefal: {error.strerror or error}{place}.", file=sys.stderr)  # noqa: T201
            _drop_output()
            raise typer.Exit(AnbefalError.exit_code) from error
        except Exception as error:
            _report_bug(error)
            raise typer.Exit(BUG_EXIT_CODE) from error

    def _invoke_and_flush(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()  # while a full disk can still be told of


def _drop_output() -> None:
    """Throw away what is left to write, or Python would fail again on it when it ends."""
    with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _report_bug(error: Exception) -> None:
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}, line {last.lineno}, in {last.name}"
    lines = (
        f"anbefal: a bug of ours: {type(error).__name__} in {place}.",
        "  → Please report it, with the command that you ran. No file is half-written.",
    )
    print(*lines, sep="\n", file=sys.stderr)  # noqa: T201


app = typer.Typer(
    cls=Boundary,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Follow up human-rights recommendations kept as plain text under version control.",
)
app.command()(validate.validate)
app.command("list")(listing.list_recommendations)
app.command()(show.show)
app.command()(search.search)
app.command()(prioritize.prioritize)
app.command()(score.score)
app.add_typer(scoresheet.app, name="scoresheet")
app.command()(overview.overview)
app.command()(brief.brief)
app.command()(request.request)
app.command()(minutes.minutes)
app.command()(memo.memo)
app.command()(site.site)
app.add_typer(meetings.app, name="meetings")
app.add_typer(importing, name="import")
app.command("export")(export.export_recommendations)
app.command()(add.add)
app.command()(edit.edit)
app.command()(status.status)
app.command()(link.link)
app.command()(dedupe.dedupe)
app.command()(remove.remove)
app.command()(diff.diff)
app.command()(log.log)
app.command()(fmt.fmt)
app.command()(template.template)
app.command()(schema.schema)
app.command()(init.init)
app.command("merge-driver")(merge_driver.merge_driver)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        from anbefal import __version__

        typer.echo(f"anbefal {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Follow up human-rights recommendations kept as plain text under version control."""
