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
from anbefal.exchange.limits import DEEPEST, LONGEST_STRETCH, MEGABYTE, Limits

Watch = Callable[[str, Mapping[str, str], int, int], None]
"""Is called with the local name, the attributes, the depth (the topmost is 1) and the first byte of
every element of a part, from its top."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_ENTRY = b"PK\x01\x02"
_LEFT_OUT = "customxml/"
_AS_XLSX = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx)."
_FAR_SMALLER = "A score sheet or a list is far smaller. Is it the right file?"
_AGAIN = "Ask for the file again, or open it in Excel or LibreOffice and save it anew."


def read_file(path: Path, limits: Limits) -> bytes:
    """Return the content of a file of bearable size.

    Raises:
        Unreadable: There is no such file, it is no plain file, it cannot be read or is too big.
    """
    try:
        found = os.stat(path)
        if not S_ISREG(found.st_mode):
            raise Unreadable(f"{path} is not a file.", "Name the workbook itself.")
        if found.st_size > limits.file:
            raise Unreadable(f"{path} is larger than {_megabytes(limits.file)}.", _FAR_SMALLER)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{path} cannot be read: {reason}.", "Check the name.") from None


def parts_of(name: str, data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the XML parts of an archive, name to content.

    Other parts, such as images, are left, and so is the XML of add-ins, which may hold anything.

    Args:
        name: What the file is called, for messages.
        data: Its content.
        limits: How much it may hold.

    Raises:
        Unreadable: It is no such archive, is damaged, protected by a password, or too big.
    """
    _refuse_what_is_something_else(name, data)
    if data.count(_ENTRY) > limits.parts:  # before the list of parts is read, however long it is
        raise Unreadable(f"{name} has more than {limits.parts:,} parts.", _FAR_SMALLER)
    try:
        with ZipFile(BytesIO(data)) as archive:
            wanted = _wanted(name, archive.infolist(), limits)
            return {one.filename: archive.read(one) for one in wanted}
    # ZipFile calls a way of packing that it does not know "not implemented".
    except (BadZipFile, EOFError, zlib.error, ValueError, NotImplementedError, OSError):
        raise Unreadable(f"{name} is damaged: a part of it is missing or broken.", _AGAIN) from None


def look_through(name: str, part: bytes, watch: Watch) -> None:
    """Show every element of an XML part to ``watch``.

    Raises:
        Unreadable: It is no XML, holds a document type, with which entities are declared, or lies
            deeper or holds longer texts than a spreadsheet program writes.
    """
    if _has_long_stretch(part):
        message = f"{name} holds a text that is longer than a cell can hold."
        raise Unreadable(message, _FAR_SMALLER)
    depth = 0

    def refuse(*_: object) -> None:
        message = f"{name} declares entities, as no spreadsheet program does. It is not read."
        raise Unreadable(message, "Ask whoever sent it what made it.")

    def begin(tag: str, found: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            message = f"{name} is damaged: its elements lie too deep in each other."
            raise Unreadable(message, _AGAIN)
        watch(tag.rpartition(":")[2], found, depth, parser.CurrentByteIndex)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
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


def _has_long_stretch(part: bytes) -> bool:
    """Return whether a text, or a tag with all its attributes, is longer than is bearable."""
    at = 0
    while at + LONGEST_STRETCH < len(part):
        following = part.rfind(b"<", at + 1, at + 1 + LONGEST_STRETCH)
        if following < 0:
            return True
        at = following
    return False


def _wanted(name: str, parts: list[ZipInfo], limits: Limits) -> Iterable[ZipInfo]:
    """Return the parts that are read, their sizes and kinds of packing looked at."""
    names = {one.filename for one in parts}
    if "mimetype" in names:
        raise Unreadable(f"{name} is a document of LibreOffice or another program.", _AS_XLSX)
    if "xl/workbook.bin" in names:
        raise Unreadable(f"{name} is a binary workbook (.xlsb).", _AS_XLSX)
    if sum(one.file_size for one in parts) > limits.unpacked:
        message = f"{name} would be larger than {_megabytes(limits.unpacked)} when it is unpacked."
        raise Unreadable(message, _FAR_SMALLER)
    if any(one.flag_bits & _ENCRYPTED_FLAG for one in parts):
        message = f"{name} is protected by a password."
        raise Unreadable(message, "Save it without a password.")
    if any(one.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for one in parts):
        raise Unreadable(f"{name} is packed as no spreadsheet program does.", _AS_XLSX)
    return [
        one
        for one in parts
        if one.filename.lower().endswith((".xml", ".rels"))
        and not one.filename.lower().startswith(_LEFT_OUT)
    ]


def _megabytes(number: int) -> str:
    return f"{number // MEGABYTE} MB"
