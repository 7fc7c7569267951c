"""What kind of file something is by its first bytes and its parts, and what messages call it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from anbefal.errors import Unreadable

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office of before 2007 begin, and those with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_PARTS = {
    "xl/workbook.xml": "an Excel workbook",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
}
_STREAMS = {
    "WordDocument".encode("utf-16-le"): "a Word document of the old kind (.doc)",
    "Workbook".encode("utf-16-le"): "a workbook of the old kind (.xls)",
}
"""What the parts of files of before 2007 are called."""
_BEGINNINGS = {
    b"{\\rtf": "a text of the kind RTF (.rtf)",
    b"%pdf": "a PDF",
    b"<?xml": "XML",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What messages call a kind of file.

    Attributes:
        what: What it is: ``an Excel workbook``.
        save: What to do with a file of another kind.
        again: What to do with a damaged one.
        smaller: What to think of when one is too large.
        programs: What writes them.
        holds: What in it holds a text.
        main: Its main part, that tells it from other archives.
        old: What it is if it is in the form of before 2007.
    """

    what: str
    save: str
    again: str
    smaller: str
    programs: str
    holds: str
    main: str
    old: str


WORKBOOK = Kind(
    what="an Excel workbook",
    save="Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).",
    again="Ask for the file again, or open it in Excel or LibreOffice and save it anew.",
    smaller="A score sheet or a list is far smaller. Is it the right file?",
    programs="spreadsheet program",
    holds="cell",
    main="xl/workbook.xml",
    old="a workbook of the old kind (.xls)",
)
WORD = Kind(
    what="a Word document",
    save="Open it in Word or LibreOffice and save it as a Word document (.docx).",
    again="Ask for the file again, or open it in Word or LibreOffice and save it anew.",
    smaller="A report is far smaller. Delete the pictures in it. Is it the right file?",
    programs="word processor",
    holds="paragraph",
    main="word/document.xml",
    old="a Word document of the old kind (.doc)",
)


def refuse_other_kinds(name: str, data: bytes, kind: Kind) -> None:
    """Refuse what by its first bytes is neither an archive nor a text with a table.

    Args:
        name: What the file is called, for messages.
        data: Its content.
        kind: What it is to be.

    Raises:
        Unreadable: It is something else, and the message says what.
    """
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(OLE) and _ENCRYPTED in data:
        message = f"{name} is protected by a password."
        raise Unreadable(message, "Open it with the password, and save it without one.")
    if not data:
        raise Unreadable(f"{name} is empty.", kind.again)
    is_page = head.startswith((b"<!doctype html", b"<html", b"<table"))
    if is_page or (head.startswith(b"<") and b"<html" in head):
        raise Unreadable(f"{name} is a web page under the name of {kind.what}.", kind.save)
    if data.startswith(OLE):
        old = (words for sign, words in _STREAMS.items() if sign in data)
        raise Unreadable(f"{name} is {next(old, kind.old)}.", kind.save)
    begun = (words for sign, words in _BEGINNINGS.items() if head.startswith(sign))
    if found := next(begun, None):
        raise Unreadable(f"{name} is {found}, not {kind.what}.", kind.save)


def refuse_other_parts(name: str, parts: Collection[str], kind: Kind) -> None:
    """Refuse an archive that by the names of its parts is of another kind.

    Args:
        name: What the file is called, for messages.
        parts: The names of its parts.
        kind: What it is to be.

    Raises:
        Unreadable: It is something else, and the message says what.
    """
    if "mimetype" in parts:
        raise Unreadable(f"{name} is a document of LibreOffice or another program.", kind.save)
    others = (words for part, words in _MAIN_PARTS.items() if part in parts)
    if kind.main not in parts and (found := next(others, None)):
        raise Unreadable(f"{name} is {found}, not {kind.what}.", kind.save)
