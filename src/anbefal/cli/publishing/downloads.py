"""The files that pages offer: what they show as a workbook, as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from anbefal.documents.site.addresses import record_stem

if TYPE_CHECKING:
    from anbefal.documents.site.page import Downloads
    from anbefal.exchange.outgoing.values import Plain
    from anbefal.model.dataset import Dataset


class Offers:
    """Makes the files that pages offer.

    Args:
        dataset: The public records.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._as_json: dict[str, str] = {}

    def of_record(self, record: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a recommendation by itself, which are the same in every language.

        Raises:
            Misuse: A workbook cannot hold it.
        """
        from anbefal.exchange.outgoing import export_plain
        from anbefal.exchange.outgoing.as_json import joined_json, json_of_record

        stem, values = record_stem(record), [self._values(record)]
        yield f"{stem}.xlsx", export_plain(values, "xlsx")
        yield f"{stem}.csv", export_plain(values, "csv")
        self._as_json[record] = json_of_record(*values)
        yield f"{stem}.json", joined_json([self._as_json[record]])

    def of_page(self, offered: Downloads) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a page that shows several things.

        Raises:
            Misuse: A workbook cannot hold what the page shows.
        """
        if offered.book is None:
            return  # the files of single recommendations are made once for all languages
        from anbefal.exchange.outgoing.page_sheets import write_page_book
        from anbefal.exchange.outgoing.page_tables import write_book_csv, write_book_json

        yield f"{offered.stem}.xlsx", write_page_book(offered.book)
        yield f"{offered.stem}.csv", write_book_csv(offered.book)
        as_json = self._together(offered.records) or write_book_json(offered.book)
        yield f"{offered.stem}.json", as_json

    def _together(self, records: Sequence[str]) -> bytes:
        """Return records as ``anbefal export`` writes them as JSON; without any, nothing."""
        from anbefal.exchange.outgoing.as_json import joined_json

        return joined_json([self._json_of(one) for one in records]) if records else b""

    def _json_of(self, record: str) -> str:
        """Return a record as JSON; on how many pages it may stand, it is made once."""
        from anbefal.exchange.outgoing.as_json import json_of_record

        if record not in self._as_json:
            self._as_json[record] = json_of_record(self._values(record))
        return self._as_json[record]

    def _values(self, record: str) -> Plain:
        from anbefal.exchange.outgoing import public_values

        return public_values(self._dataset.recommendations[record])
