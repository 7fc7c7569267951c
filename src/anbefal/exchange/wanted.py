"""Which rows of a file are asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from anbefal.model.dates import PartialDate
from anbefal.model.incoming import Place, Skipped


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an import was asked for; without anything, everything.

    Attributes:
        country: The country that is recommended to: two letters of ISO 3166.
        since: The first day of documents that are wanted.
        bodies: Ids of the bodies that are wanted; empty for all.
    """

    country: str | None = None
    since: date | None = None
    bodies: frozenset[str] = frozenset()

    def unwanted(
        self,
        place: Place,
        countries: Collection[str],
        body: str | None,
        label: str,
        day: PartialDate | None,
    ) -> Skipped | None:
        """Return that a row is left out, if it is: for its country, its body or its date.

        Args:
            place: Where the row stands.
            countries: Codes of the countries that it is about, or names where there is no code;
                empty where that is not told, or was looked at before the rest of the row.
            body: The id of the body; ``None`` where it is not in the repository.
            label: What the file calls the body.
            day: The date of the document.
        """
        return (
            (self.unwanted_country(place, countries) if countries else None)
            or self.unwanted_body(place, body, label)
            or self.unwanted_date(place, day)
        )

    def unwanted_country(self, place: Place, countries: Collection[str]) -> Skipped | None:
        """Return that a row is left out if it is about other countries only.

        Args:
            place: Where the row stands.
            countries: Codes of the countries that it is about, or names where there is no code.
        """
        if self.country is None or self.country in countries:
            return None
        return Skipped(place, "another country", ", ".join(sorted(countries)))

    def unwanted_body(self, place: Place, body: str | None, label: str) -> Skipped | None:
        """Return that a row is left out if it is of a body that is not wanted.

        Args:
            place: Where the row stands.
            body: The id of the body; ``None`` where it is not in the repository.
            label: What the file calls it.
        """
        if not self.bodies or body in self.bodies:
            return None
        return Skipped(place, "another body", body or label)

    def unwanted_date(self, place: Place, day: PartialDate | None) -> Skipped | None:
        """Return that a row is left out if its document is surely older than asked for."""
        if self.since is None:
            return None
        if day is None:
            return Skipped(place, "no date")
        return Skipped(place, "an earlier date", str(day)) if day.last < self.since else None
