"""The files that pages offer: what they show as a workbook, as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from anbefal.documents.site.addresses import record_stem
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.documents.site.addresses import Address
    from anbefal.documents.site.page import Page
    from anbefal.documents.site.site_data import SiteData
    from anbefal.exchange.outgoing.values import Plain
    from anbefal.model.recommendation import Recommendation
    from anbefal.sheets import Content, Workbook


class Offers:
    """Makes the files that pages offer.

    Args:
        site: What the site is made from.
    """

    def __init__(self, site: SiteData) -> None:
        self._site = site
        self._as_json: dict[str, str] = {}

    def of_record(self, record: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a recommendation by itself, which are the same in every language."""
        from anbefal.exchange.outgoing import public_values
        from anbefal.exchange.outgoing.as_csv import csv_of
        from anbefal.exchange.outgoing.as_json import joined_json
        from anbefal.exchange.outgoing.as_xlsx import xlsx_of
        from anbefal.exchange.outgoing.columns import export_columns
        from anbefal.exchange.outgoing.text_sheet import cut_to_cell
        from anbefal.exchange.outgoing.values import texts_of

        found = self._site.dataset.recommendations[record]
        stem, values, columns = record_stem(record), public_values(found), export_columns()
        rows = [texts_of(columns, values)]
        try:
            book = xlsx_of(columns, rows)
        except Misuse:  # the other two hold texts of any length
            book = xlsx_of(columns, [[cut_to_cell(one) for one in row] for row in rows])
        yield f"{stem}.xlsx", book
        yield f"{stem}.csv", csv_of(columns, rows)
        yield f"{stem}.json", joined_json([self._json_of(found, values)])

    def of_group(self, address: Address) -> tuple[str, bytes]:
        """Return the file of the records of a theme, a ministry or a body, by id, in no language.

        It is what ``anbefal export`` writes of them as JSON.
        """
        from anbefal.exchange.outgoing.as_json import joined_json

        site = self._site
        groups = {"theme": site.by_theme, "ministry": site.by_ministry, "body": site.by_body}
        records = groups[address.kind].get(address.key, ())
        return f"{address.data_stem()}.json", joined_json([self._json_of(one) for one in records])

    def of_page(self, page: Page) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a page that shows several things, as far as its language matters."""
        offered = page.downloads
        if offered is None or offered.book is None:
            return
        from anbefal.exchange.outgoing.page_sheets import write_page_book
        from anbefal.exchange.outgoing.page_tables import write_book_csv, write_book_json

        try:
            book = write_page_book(offered.book)
        except Misuse:  # the other two hold texts of any length
            book = write_page_book(_cut(offered.book))
        yield f"{offered.stem}.xlsx", book
        yield f"{offered.stem}.csv", write_book_csv(offered.book)
        if not page.address.is_group:
            yield f"{offered.stem}.json", write_book_json(offered.book)

    def _json_of(self, record: Recommendation, values: Plain | None = None) -> str:
        """Return a record as JSON; in however many files it may stand, it is made once."""
        from anbefal.exchange.outgoing import public_values
        from anbefal.exchange.outgoing.as_json import json_of_record

        if record.id not in self._as_json:
            self._as_json[record.id] = json_of_record(values or public_values(record))
        return self._as_json[record.id]


def _cut(book: Workbook) -> Workbook:
    """Return a workbook whose long texts are cut, which says so by how they end."""
    from anbefal.exchange.outgoing.text_sheet import cut_to_cell

    def cell(content: Content) -> Content:
        return cut_to_cell(content) if isinstance(content, str) else content

    sheets = (
        replace(sheet, rows=tuple(tuple(map(cell, row)) for row in sheet.rows))
        for sheet in book.sheets
    )
    return replace(book, sheets=tuple(sheets))
