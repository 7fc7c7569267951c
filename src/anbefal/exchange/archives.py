"""Files from others that are zip archives of XML, opened safely.

Whoever sends a workbook may send anything under its name, so nothing here trusts what a file says
of itself: sizes are limited before anything is unpacked, and every part is read once, whole, before
a library sees it. What the library gets is a copy that holds nothing but the parts looked at.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from anbefal.errors import Unreadable

MOST_BYTES = 100 * 1024 * 1024
"""How large a file may be, and what is in it when it is unpacked."""
MOST_PARTS = 5_000
"""How many parts an archive may have."""

Watch = Callable[[str, Mapping[str, str]], None]
"""Is called with the local name and attributes of every element of a part, from its top."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_AS_XLSX = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."
_AGAIN = "Ask for the file again, or open it in Excel or LibreOffice and save it anew."


def read_file(path: Path) -> bytes:
    """Return the content of a file of bearable size.

    Raises:
        Unreadable: There is no such file, it is no plain file, it cannot be read or is too big.
    """
    try:
        found = os.stat(path)
        if not S_ISREG(found.st_mode):
            raise Unreadable(f"{path} is not a file.", "Name the workbook itself.")
        if found.st_size > MOST_BYTES:
            raise Unreadable(f"{path} is larger than {_megabytes(MOST_BYTES)}.", _AGAIN)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{path} cannot be read: {reason}.", "Check the name.") from None


def parts_of(name: str, data: bytes) -> dict[str, bytes]:
    """Return the XML parts of an archive, name to content; other parts, such as images, are left.

    Args:
        name: What the file is called, for messages.
        data: Its content.

    Raises:
        Unreadable: It is no such archive, is damaged, protected by a password, or too big.
    """
    _refuse_what_is_something_else(name, data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            wanted = _wanted(name, archive.infolist())
            return {one.filename: archive.read(one) for one in wanted}
    except (BadZipFile, EOFError, zlib.error, ValueError, NotImplementedError, OSError):
        raise Unreadable(f"{name} is damaged: a part of it is missing or broken.", _AGAIN) from None


def look_through(name: str, part: bytes, watch: Watch) -> None:
    """Show every element of an XML part to ``watch``.

    Raises:
        Unreadable: It is no XML, or holds a document type, with which entities are declared.
    """

    def refuse(*_: object) -> None:
        message = f"{name} declares entities, as no spreadsheet program does. It is not read."
        raise Unreadable(message, "Ask whoever sent it what made it.")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, found: watch(tag.rpartition(":")[2], found)
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Unreadable(f"{name} is damaged: its XML cannot be read.", _AGAIN) from None


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Return parts as an archive again, for a library to read."""
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_STORED) as archive:
        for one, content in parts.items():
            archive.writestr(ZipInfo(one), content)
    copy.seek(0)
    return copy


def _refuse_what_is_something_else(name: str, data: bytes) -> None:
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLE) and _ENCRYPTED in data:
        message = f"{name} is protected by a password."
        raise Unreadable(message, "Open it with the password, and save it without one.")
    if data.startswith(_OLE):
        raise Unreadable(f"{name} is a workbook of the old kind (.xls).", _AS_XLSX)
    if head.startswith((b"<!doctype html", b"<html", b"<table")) or b"<html" in head:
        raise Unreadable(f"{name} is a web page under the name of a workbook.", _AS_XLSX)
    if head.startswith(b"<?xml"):
        raise Unreadable(f"{name} is XML, not an Excel workbook.", _AS_XLSX)
    if not data:
        raise Unreadable(f"{name} is empty.", _AGAIN)
    if not data.startswith(b"PK"):
        raise Unreadable(f"{name} is not an Excel workbook.", _AS_XLSX)


def _wanted(name: str, parts: list[ZipInfo]) -> Iterable[ZipInfo]:
    """Return the parts that are read, their sizes and kinds of packing looked at."""
    names = {one.filename for one in parts}
    if "mimetype" in names:
        raise Unreadable(f"{name} is a document of LibreOffice or another program.", _AS_XLSX)
    if "xl/workbook.bin" in names:
        raise Unreadable(f"{name} is a binary workbook (.xlsb).", _AS_XLSX)
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_BYTES:
        message = f"{name} would be larger than {_megabytes(MOST_BYTES)} when it is unpacked."
        raise Unreadable(message, "A score sheet or a list is far smaller. Is it the right file?")
    if any(one.flag_bits & _ENCRYPTED_FLAG for one in parts):
        message = f"{name} is protected by a password."
        raise Unreadable(message, "Save it without a password.")
    if any(one.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for one in parts):
        raise Unreadable(f"{name} is packed as no spreadsheet program does.", _AS_XLSX)
    return [one for one in parts if one.filename.lower().endswith((".xml", ".rels"))]


def _megabytes(number: int) -> str:
    return f"{number // (1024 * 1024)} MB"
