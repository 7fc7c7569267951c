"""Building a site: its files made, put into its folder, and what is left over removed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.publishing.files import INDEX, Maker
from anbefal.cli.publishing.folder import held
from anbefal.cli.publishing.planned import planned
from anbefal.cli.publishing.tasks import tasks
from anbefal.cli.publishing.working import FEW_PAGES, processes_for, work
from anbefal.documents.site.building import addresses
from anbefal.wording import LANGUAGES

if TYPE_CHECKING:
    from anbefal.cli.publishing.working import Done
    from anbefal.documents.site.site_data import SiteData
    from anbefal.model.base import Language


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to.

    Attributes:
        index: The page that opens first.
        pages: How many pages the site has.
        files: How many files.
        written: How many of them were not as they should be.
        removed: How many files were no longer part of the site.
    """

    index: Path
    pages: int
    files: int
    written: int
    removed: int


def build_site(
    site: SiteData,
    place: Path,
    opening: Language,
    *,
    processes: int | None = None,
    quiet: bool = False,
) -> Built:
    """Write a site into a folder, where only what differs is written.

    Args:
        site: What it is made from.
        place: The folder, which :func:`anbefal.cli.publishing.places.checked_place` has looked at.
        opening: The language of the page that opens first.
        processes: How many other processes make it, 0 being this one alone; without it, as many
            as make it fastest.
        quiet: Whether to show no bar in a terminal.

    Raises:
        CannotWrite: Something cannot be written, and the folder is mended by the next build; or a
            file of others lies where one of the site's belongs, and nothing is written.
        Locked: Somebody else is writing a site there.
        Misuse: A workbook cannot hold what a page shows.
    """
    pages = sum(1 for _ in addresses(site)) * len(LANGUAGES)
    paths: set[str] = set()
    written = 0
    with held(place) as folder:
        folder.require_free(planned(site))
        maker = Maker(site, opening)
        number = processes_for(pages) if processes is None else processes
        made = work(tasks(site, number), maker, folder, number)
        for done in _watched(made, pages, quiet=quiet):
            paths.update(done.paths)
            written += done.written
        removed = folder.finish(paths)
    return Built(place / INDEX, pages, len(paths), written, removed)


def _watched(made: Iterator[Done], pages: int, *, quiet: bool) -> Iterator[Done]:
    """Yield what became of each part, showing on a terminal how far a large site has come."""
    if quiet or pages < FEW_PAGES or not sys.stderr.isatty():
        yield from made
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("site", total=pages)
        for done in made:
            bar.advance(task, done.pages)
            yield done
