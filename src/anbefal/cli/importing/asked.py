"""What the user asks of an import."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from anbefal.cli.naming import bodies_named
from anbefal.cli.session import Session, day, several
from anbefal.errors import Misuse
from anbefal.report.output import Color, Format

if TYPE_CHECKING:
    from anbefal.exchange.wanted import Wanted

EVERY_COUNTRY = "all"
LONGEST_CODE = 3
"""Letters of the codes that countries have."""


@dataclass(frozen=True)
class Asked:
    """What the user asked for, as it was written.

    Attributes:
        country: A country's name or code, or ``all``.
        since: The first day that is wanted.
        bodies: Bodies that are wanted.
        seen: When the file was fetched.
        dry_run: Whether to write nothing.
        form: Form of the output.
        color: When to use colours.
    """

    country: str | None
    since: str | None
    bodies: list[str] | None
    seen: str | None
    dry_run: bool
    form: Format
    color: Color


def wanted_of(session: Session, asked: Asked, *, is_ours: bool) -> Wanted:
    """Return which rows are asked for.

    Args:
        session: The repository.
        asked: What the user wrote.
        is_ours: Whether a file is about the repository's country unless it says otherwise.

    Raises:
        Misuse: There is no such country, or a day is none.
        UnknownName: There is no such body.
    """
    from anbefal.exchange.wanted import Wanted

    dataset = session.loaded.dataset
    bodies = several("--body", asked.bodies)
    otherwise = EVERY_COUNTRY if is_ours else dataset.settings.country
    return Wanted(
        country=_country(asked.country or otherwise),
        since=_since(asked.since) if asked.since else None,
        bodies=frozenset(bodies_named(dataset, bodies)),
    )


def _since(words: str) -> date:
    """Return the first day of a date that the user wrote.

    Raises:
        Misuse: It is none.
    """
    from anbefal.model.dates import parse_date

    with suppress(ValueError):
        return parse_date(words).first
    return day(words)


def _country(name: str) -> str | None:
    from anbefal.exchange.states import code_of

    if name.casefold() == EVERY_COUNTRY:
        return None
    found = code_of(name) or (code_of(name.upper()) if len(name) <= LONGEST_CODE else None)
    if found is None:
        message = f"There is no country {name!r}."
        raise Misuse(message, "Write its English name, or its two letters, such as NO.")
    return found
