"""Files of every kind that can be imported, ready to be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.importing.running import Begun, Opened
from anbefal.cli.session import Session
from anbefal.errors import CannotWrite, Misuse
from anbefal.report.importing_notes import UnusedColumns

if TYPE_CHECKING:
    from anbefal.exchange.mapped.mapping import Mapping
    from anbefal.exchange.tables.headings import Known
    from anbefal.exchange.tables.rows import Rows
    from anbefal.exchange.wanted import Wanted
    from anbefal.model.dates import PartialDate
    from anbefal.model.incoming import ImportSource, Reading
    from anbefal.model.labels import Vocabulary

    ReadRows = Callable[[Rows, Wanted, Vocabulary], Iterable[Reading]]

PLAIN_TEXT = ".txt"


def uhri(file: Path, encoding: str | None, sheet: str | None) -> Opened:
    """Return an export of the Universal Human Rights Index."""
    from anbefal.exchange.uhri.columns import HEADINGS, missing, not_read
    from anbefal.exchange.uhri.reading import read_uhri

    def unused(headings: Sequence[str]) -> UnusedColumns:
        return UnusedColumns(not_read(headings), missing(headings))

    opened = _opening(file, HEADINGS, encoding, sheet)
    return _table(file, "uhri", "UHRI", opened, read_uhri, unused)


def upr_info(file: Path, encoding: str | None, sheet: str | None) -> Opened:
    """Return an export of the database of UPR Info."""
    from anbefal.exchange.upr.info import HEADINGS, missing, not_read, read_upr_info

    def unused(headings: Sequence[str]) -> UnusedColumns:
        return UnusedColumns(not_read(headings), missing(headings))

    opened = _opening(file, HEADINGS, encoding, sheet)
    return _table(file, "upr-info", "UPR Info", opened, read_upr_info, unused)


def _opening(
    file: Path, known: Known, encoding: str | None = None, sheet: str | None = None
) -> Callable[[], Rows]:
    """Return what opens a table, at its beginning however often."""
    from anbefal.exchange.tables.opening import open_table

    return lambda: open_table(file, known, sheet=sheet, encoding=encoding)


def upr_matrix(file: Path) -> Opened:
    """Return a matrix of UPR recommendations: in Word, or as a table with rows that were mended."""
    title = "UPR, thematic list of recommendations"
    if file.suffix.lower() in {".xlsx", ".csv", ".json"}:
        from anbefal.exchange.upr.matrix import read_matrix_rows
        from anbefal.exchange.upr.matrix_rows import roles_of

        opened = _opening(file, lambda heading: bool(roles_of([heading])))
        return _table(file, "upr-matrix", title, opened, read_matrix_rows)

    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        from anbefal.exchange.upr.matrix import read_matrix
        from anbefal.exchange.word.reading import read_document

        return Begun(read_matrix(read_document(file), wanted, words))

    return Opened(file, "upr-matrix", title, begin)


@dataclass(frozen=True)
class SaidOfIt:
    """What the user says of a document, as it was written.

    Attributes:
        by: Who wrote it.
        symbol: Its symbol.
        date: Its date.
        session: The session that adopted it.
    """

    by: str | None
    symbol: str | None
    date: str | None
    session: str | None


def observations(session: Session, file: Path, said: SaidOfIt, encoding: str | None) -> Opened:
    """Return a committee's concluding observations, in Word or as plain text.

    Args:
        session: The repository.
        file: The document.
        said: What the user says of it, which wins over what stands in it.
        encoding: How the letters of a plain text are written.

    Raises:
        UnknownName: The repository has no such body.
        Misuse: The date is none.
    """
    from anbefal.cli.naming import body_named
    from anbefal.exchange.observations.head import Given

    given = Given(
        body=body_named(session.loaded.dataset, said.by) if said.by else "",
        document=said.symbol or "",
        date=_date(said.date) if said.date else None,
        session=said.session or "",
    )

    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        from anbefal.exchange.observations.reading import read_observations
        from anbefal.exchange.word.plain import read_plain_text
        from anbefal.exchange.word.reading import read_document

        is_plain = file.suffix.lower() == PLAIN_TEXT
        document = read_plain_text(file, encoding) if is_plain else read_document(file)
        return Begun(read_observations(document, given, wanted, words))

    title = "Concluding observations"
    return Opened(file, "observations", title, begin, mend_with="table", unit="paragraph")


def _date(words: str) -> PartialDate:
    from anbefal.model.dates import parse_date

    try:
        return parse_date(words)
    except ValueError as error:
        raise Misuse(f"{words!r} is not a date: {error}.", "Write it as YYYY-MM-DD.") from None


def mapping_of(maps: Sequence[str] | None, kept: Path | None) -> Mapping:
    """Return which columns are which fields: what a file says, and over it what the user says.

    Args:
        maps: What the user says, ``FIELD=HEADING`` each.
        kept: A file with a mapping.

    Raises:
        Misuse: Something is no mapping.
        Unreadable: The file cannot be read.
    """
    from anbefal.exchange.mapped.mapping import load_mapping, merged, parse_maps

    said = parse_maps(maps or ())
    return merged(load_mapping(kept), said) if kept else said


def kept_in(path: Path, mapping: Mapping) -> Callable[[], None]:
    """Return what keeps a mapping in a file.

    Raises:
        CannotWrite: Something else lies there already.
    """
    from anbefal.exchange.mapped.mapping import mapping_text
    from anbefal.store.changing.files import write_text

    text = mapping_text(mapping)
    if os.path.lexists(path) and not (path.is_file() and path.read_bytes() == text.encode()):
        message = f"{path} is there already, and holds something else."
        raise CannotWrite(message, "Choose another name with --save-mapping.")
    return lambda: write_text(path, text)


def mapped_table(session: Session, file: Path, mapping: Mapping, encoding: str | None) -> Opened:
    """Return any table, with which of its columns are which fields."""
    from anbefal.exchange.mapped.mapping import list_name
    from anbefal.exchange.mapped.opening import open_list
    from anbefal.exchange.mapped.plan import not_read
    from anbefal.exchange.mapped.reading import read_table

    language = session.language

    def read(rows: Rows, wanted: Wanted, words: Vocabulary) -> Iterable[Reading]:
        return read_table(rows, mapping, wanted, words, language=language)

    def opened() -> Rows:
        return open_list(file, mapping, encoding=encoding)

    def unused(headings: Sequence[str]) -> UnusedColumns:
        return UnusedColumns(not_read(headings, mapping, language))

    part = list_name(mapping)
    return replace(_table(file, "table", "List", opened, read, unused), is_ours=True, part=part)


def _must_be_no_document(file: Path) -> None:
    """Make sure that a table is not a Word document, which other commands read.

    Raises:
        Misuse: It is one.
    """
    if file.suffix.lower() in {".docx", ".doc", ".odt", ".pdf"}:
        message = f"{file.name} is a document, and not a table."
        hint = "'anbefal import observations' reads concluding observations in Word, and 'anbefal "
        raise Misuse(message, f"{hint}import upr-matrix' a list of UPR recommendations.")


def _table(
    file: Path,
    source: ImportSource,
    title: str,
    opened: Callable[[], Rows],
    read: ReadRows,
    unused: Callable[[Sequence[str]], UnusedColumns] = lambda _: UnusedColumns(),
) -> Opened:
    def begin(wanted: Wanted, words: Vocabulary) -> Begun:
        _must_be_no_document(file)
        rows = opened()
        share = lambda: rows.share_read  # noqa: E731
        return Begun(read(rows, wanted, words), share, rows.headings, unused(rows.headings))

    return Opened(file, source, title, begin)
