"""Which recommendations `dedupe` is asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anbefal.cli.naming import bodies_named
from anbefal.cli.session import Session, require, require_all, require_readable
from anbefal.errors import DataHasErrors, Misuse

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.dates import PartialDate

Words = Sequence[str] | None
LEAST = 0.5
"""The lowest score of what is called a duplicate, where the user does not say."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user filters by, as it was written.

    Attributes:
        ids: Recommendations.
        themes: Themes.
        bodies: Bodies.
        since: The first date of a recommendation.
        new_since: The moment since which a record is new.
    """

    ids: Words = None
    themes: Words = None
    bodies: Words = None
    since: str | None = None
    new_since: str | None = None

    def among(self, session: Session, dataset: Dataset) -> frozenset[str] | None:
        """Return the ids of which every pair must have one; ``None`` for all.

        Raises:
            UnknownName: A name is not known.
            Misuse: A date is none.
            GitFailed: It is asked what is new, and history does not tell.
        """
        words = (self.since, self.new_since)
        if not any((self.ids, self.themes, self.bodies)) and words == (None, None):
            return None
        found = self._filtered(dataset)
        if self.new_since is not None:
            from anbefal.cli.deduping.base import new_since

            found &= new_since(session.root, self.new_since)
        return found

    def again(self, least: float, relation: str | None, more: Mapping[str, object]) -> list[str]:
        """Return the words after `anbefal` that ask the same again, as they are typed.

        Args:
            least: The lowest score of a duplicate.
            relation: Which pairs, where the user said so.
            more: Other options with their values; those without one are left out.
        """
        options: list[tuple[str, str | None]] = [("--theme", one) for one in self.themes or ()]
        options += [("--body", one) for one in self.bodies or ()]
        options += [("--since", self.since), ("--new-since", self.new_since)]
        options += [("--min", None if least == LEAST else f"{least:g}")]
        options += [("--relation", relation and str(relation))]
        options += [(name, str(value) if value else None) for name, value in more.items()]
        given = [word for name, value in options if value for word in (name, value)]
        return ["dedupe", "--apply", *given, *(self.ids or ())]

    def _filtered(self, dataset: Dataset) -> frozenset[str]:
        from anbefal.analysis.selection import Selection, select

        for one in self.ids or ():
            require_readable(dataset, "recommendation", one)
        wanted = {require("recommendation", one, dataset.recommendations) for one in self.ids or ()}
        since = None if self.since is None else date_of(self.since)
        selection = Selection(
            bodies=bodies_named(dataset, self.bodies),
            themes=require_all("theme", self.themes, dataset.themes),
        )
        return frozenset(
            record.id
            for record in select(dataset, selection)
            if (not wanted or record.id in wanted) and _is_from(record.source.date, since)
        )


def _is_from(date: PartialDate | None, since: PartialDate | None) -> bool:
    return since is None or (date is not None and not date.surely_before(since))


def require_all_readable(session: Session) -> None:
    """Make sure that every recommendation can be read, and so what its links say.

    Raises:
        DataHasErrors: One cannot; it may be what is looked for, or say what was decided on others.
    """
    from anbefal.model.kinds import RECOMMENDATION

    loaded = session.loaded
    if not any(kind == RECOMMENDATION.name for kind, _ in loaded.dataset.unread):
        return
    folder = RECOMMENDATION.path
    errors = [one.file for one in loaded.findings if one.severity == "error"]
    files = {file for file in errors if f"{file}/".startswith(folder)}
    told = f"{', '.join(sorted(files)[:3])}{' …' if len(files) > 3 else ''}"  # noqa: PLR2004
    raise DataHasErrors(
        f"Not every recommendation can be read, so nobody can tell what is decided: {told}.",
        "Run 'anbefal validate', mend what it shows, and run this again.",
    )


def date_of(words: str) -> PartialDate:
    """Return a date that the user wrote.

    Raises:
        Misuse: It is none.
    """
    from anbefal.model.dates import parse_date

    try:
        return parse_date(words)
    except ValueError:
        raise Misuse(
            f"{words!r} is not a date.", "Write it as YYYY, YYYY-MM or YYYY-MM-DD."
        ) from None
