"""The command `search`."""

from __future__ import annotations

from typing import Annotated

import typer

from anbefal.cli.options import ColorOption, FormatOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.report.output import Color, Format, write


def search(
    words: Annotated[list[str], typer.Argument(help="Every one of them must occur.")],
    *,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find recommendations by words, the best first; parts of words and near spellings count."""
    from anbefal.analysis.search import search as find
    from anbefal.report.listing import listing

    session = Session(root, quiet=quiet)
    dataset = session.readable()
    hits = find(dataset, " ".join(words))
    write(listing(dataset, [hit.record for hit in hits], session.language), form, color)
