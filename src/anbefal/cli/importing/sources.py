"""Files of every kind that can be imported, ready to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.importing.running import Begun, Opened
from anbefal.cli.session import Session
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.exchange.mapped.mapping import Mapping
    from anbefal.exchange.tables.rows import Rows
    from anbefal.exchange.wanted import Wanted
    from anbefal.model.dates import PartialDate
    from anbefal.model.incoming import ImportSource, Reading
    from anbefal.model.labels import Vocabulary

    ReadRows = Callable[[Rows, Wanted, Vocabulary], Iterable[Reading]]

PLAIN_TEXT = ".txt"


def uhri(file: Path, encoding: str | None, sheet: str | None) -> Opened:
    """Return an export of the Universal Human Rights Index."""
    from anbefal.exchange.tables.opening import open_table
    from anbefal.exchange.uhri.columns import HEADINGS
    from anbefal.exchange.uhri.reading import read_uhri

    def opened() -> Rows:
        return open_table(file, HEADINGS, sheet=sheet, encoding=encoding)

    return _table(file, "uhri", "UHRI", opened, read_uhri)


def upr_info(file: Path, encoding: str | None, sheet: str | None) -> Opened:
    """Return an export of the database of UPR Info."""
    from anbefal.exchange.tables.opening import open_table
    from anbefal.exchange.upr.info import HEADINGS, read_upr_info

    def opened() -> Rows:
        return open_table(file, HEADINGS, sheet=sheet, encoding=encoding)

    return _table(file, "upr-info", "UPR Info", opened, read_upr_info)


def upr_matrix(file: Path) -> Opened:
    """Return a matrix of UPR recommendations: in Word, or as a table with rows that were mended."""
    title = "UPR, thematic list of recommendations"
    if file.suffix.lower() in {".xlsx", ".csv", ".json"}:
        from anbefal.exchange.tables.opening import open_table
        from anbefal.exchange.upr.matrix import read_matrix_rows
        from anbefal.exchange.upr.matrix_rows import roles_of

        def opened() -> Rows:
            return open_table(file, lambda heading: bool(roles_of([heading])))

        return _table(file, "upr-matrix", title, opened, read_matrix_rows)

    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        from anbefal.exchange.upr.matrix import read_matrix
        from anbefal.exchange.word.reading import read_document

        return Begun(read_matrix(read_document(file), wanted, words))

    return Opened(file, "upr-matrix", title, begin)


def observations(
    session: Session, file: Path, by: str | None, symbol: str | None, date: str | None
) -> Opened:
    """Return a committee's concluding observations, in Word or as plain text.

    Args:
        session: The repository.
        file: The document.
        by: Who wrote it, as the user says.
        symbol: Its symbol, as the user says.
        date: Its date, as the user says.

    Raises:
        UnknownName: The repository has no such body.
        Misuse: The date is none.
    """
    from anbefal.cli.importing.running import body_named
    from anbefal.exchange.observations.head import Given

    given = Given(
        body=body_named(session.loaded.dataset, by) if by else "",
        document=symbol or "",
        date=_date(date) if date else None,
    )

    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        from anbefal.exchange.observations.reading import read_observations
        from anbefal.exchange.word.plain import read_plain_text
        from anbefal.exchange.word.reading import read_document

        is_plain = file.suffix.lower() == PLAIN_TEXT
        document = read_plain_text(file) if is_plain else read_document(file)
        return Begun(read_observations(document, given, wanted, words))

    return Opened(file, "observations", "Concluding observations", begin, mend_with="table")


def _date(words: str) -> PartialDate:
    from anbefal.model.dates import parse_date

    try:
        return parse_date(words)
    except ValueError as error:
        raise Misuse(f"{words!r} is not a date: {error}.", "Write it as YYYY-MM-DD.") from None


def mapping_of(maps: Sequence[str] | None, kept: Path | None, keep: Path | None) -> Mapping:
    """Return which columns are which fields: what a file says, and over it what the user says.

    Args:
        maps: What the user says, ``FIELD=HEADING`` each.
        kept: A file with a mapping.
        keep: Where to keep the mapping.

    Raises:
        Misuse: Something is no mapping.
        CannotWrite: It cannot be kept there.
    """
    from anbefal.exchange.mapped.mapping import load_mapping, merged, parse_maps, save_mapping

    said = parse_maps(maps or ())
    mapping = merged(load_mapping(kept), said) if kept else said
    if keep:
        save_mapping(keep, mapping)
    return mapping


def mapped_table(
    session: Session, file: Path, mapping: Mapping, encoding: str | None, sheet: str | None
) -> Opened:
    """Return any table, with which of its columns are which fields."""
    from anbefal.exchange.mapped.opening import open_list
    from anbefal.exchange.mapped.reading import read_table

    told = mapping.model_copy(update={"sheet": sheet}) if sheet else mapping
    language = session.language

    def read(rows: Rows, wanted: Wanted, words: Vocabulary) -> Iterable[Reading]:
        return read_table(rows, told, wanted, words, language=language)

    def opened() -> Rows:
        return open_list(file, told, encoding=encoding)

    return replace(_table(file, "table", "List", opened, read), is_ours=True)


def _table(
    file: Path, source: ImportSource, title: str, opened: Callable[[], Rows], read: ReadRows
) -> Opened:
    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        rows = opened()
        return Begun(read(rows, wanted, words), lambda: rows.share_read, rows.headings)

    return Opened(file, source, title, begin)
