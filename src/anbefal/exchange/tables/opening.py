"""Tables from others, opened by what they hold and not by what they are called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.archives import read_file
from anbefal.exchange.file_kinds import OLE, WORKBOOK, refuse_other_kinds
from anbefal.exchange.limits import HUGE
from anbefal.exchange.tables.encodings import encoding_of
from anbefal.exchange.tables.headings import Known, teller
from anbefal.exchange.tables.records import RecordRows
from anbefal.exchange.tables.rows import Rows
from anbefal.exchange.tables.separated import SeparatedRows
from anbefal.exchange.tables.sheets import SheetRows

_HEAD = 1 << 16
_NEAR = 2_000
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".xlsb")
_TABLE = replace(WORKBOOK, what="a table")


def open_table(
    path: Path, known: Known, *, sheet: str | None = None, encoding: str | None = None
) -> Rows:
    """Return the rows of a workbook (.xlsx), of a text file with delimiters or of a JSON file.

    The headings that are known tell which sheet, which row and which delimiter it is.

    Args:
        path: The file.
        known: The headings that the reader knows, in any spelling.
        sheet: The name of the sheet, for workbooks.
        encoding: The encoding, for texts; without one, it is found out.

    Raises:
        Misuse: There is no such sheet or encoding, or a sheet of several must be named.
        Unreadable: It is none of these, is damaged, or has no heading that is known.
    """
    head = _head(path)
    is_known = teller(known)
    if head.startswith(b"PK"):
        return SheetRows(path, is_known, sheet)
    if sheet is not None:
        raise Misuse(f"{path.name} is no workbook, so it has no sheets.", "Leave out --sheet.")
    _refuse_web_page(path.name, head)
    refuse_other_kinds(path.name, read_file(path, HUGE) if head.startswith(OLE) else head, _TABLE)
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"["):
        return RecordRows(path, is_known, encoding)
    return SeparatedRows(path, encoding_of(path, encoding), is_known)


def _refuse_web_page(name: str, head: bytes) -> None:
    """Refuse a web page under the name of a text, such as the one on which one must log in.

    Excel opens one under the name of a workbook, so that is told there.

    Raises:
        Unreadable: It is one.
    """
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = begin.startswith((b"<!doctype html", b"<html", b"<table")) or (
        begin.startswith(b"<") and b"<html" in begin[:_NEAR]
    )
    if is_page and not name.lower().endswith(_WORKBOOKS):
        message = f"{name} is a web page, and not the file itself."
        hint = "Download it again: log in where the page asks for it, and see what was saved."
        raise Unreadable(message, hint)


def _head(path: Path) -> bytes:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{path} is not a file.", "Name the file itself.")
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{path} cannot be read: {reason}.", "Check the name.") from None
