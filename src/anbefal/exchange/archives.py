"""Files from others that are zip archives of XML, opened safely: Excel workbooks, Word documents.

Whoever sends one may send anything under its name, so nothing here trusts what a file says
of itself: sizes are limited before anything is unpacked, and every part is read once, whole, before
a library sees it. What the library gets is a copy that holds nothing but the parts looked at.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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

BLOCK = 1 << 18
"""Bytes that are looked at together."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office of before 2007 begin, and those with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_ENTRY = b"PK\x01\x02"
_LEFT_OUT = "customxml/"
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


def read_file(path: Path, limits: Limits, kind: Kind = WORKBOOK) -> bytes:
    """Return the content of a file of bearable size.

    Raises:
        Unreadable: There is no such file, it is no plain file, it cannot be read or is too big.
    """
    try:
        found = os.stat(path)
        if not S_ISREG(found.st_mode):
            raise Unreadable(f"{path} is not a file.", "Name the file itself.")
        if found.st_size > limits.file:
            raise Unreadable(f"{path} is larger than {_megabytes(limits.file)}.", kind.smaller)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(f"{path} cannot be read: {reason}.", "Check the name.") from None


def parts_of(name: str, data: bytes, limits: Limits, kind: Kind = WORKBOOK) -> dict[str, bytes]:
    """Return the XML parts of an archive, name to content.

    Other parts, such as images, are left, and so is the XML of add-ins, which may hold anything.

    Args:
        name: What the file is called, for messages.
        data: Its content.
        limits: How much it may hold.
        kind: What it is to be.

    Raises:
        Unreadable: It is no such archive, is damaged, protected by a password, or too big.
    """
    return {one: b"".join(blocks) for one, blocks in blocks_of(name, data, limits, kind)}


def blocks_of(
    name: str, data: bytes, limits: Limits, kind: Kind = WORKBOOK
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield what :func:`parts_of` returns, each part as the blocks of its content.

    Args:
        name: What the file is called, for messages.
        data: Its content.
        limits: How much it may hold.
        kind: What it is to be.

    Raises:
        Unreadable: It is no such archive, is damaged, protected by a password, or too big.
    """
    refuse_other_kinds(name, data, kind)
    if not data.startswith(b"PK"):
        raise Unreadable(f"{name} is not {kind.what}.", kind.save)
    if data.count(_ENTRY) > limits.parts:  # before the list of parts is read, however long it is
        raise Unreadable(f"{name} has more than {limits.parts:,} parts.", kind.smaller)
    with _telling_damage(name, kind), ZipFile(BytesIO(data)) as archive:
        for one in _wanted(name, archive.infolist(), limits, kind):
            yield one.filename, _blocks(name, archive, one, kind)


def _blocks(name: str, archive: ZipFile, part: ZipInfo, kind: Kind) -> Iterator[bytes]:
    with _telling_damage(name, kind), archive.open(part) as file:
        while block := file.read(BLOCK):
            yield block


@contextmanager
def _telling_damage(name: str, kind: Kind) -> Iterator[None]:
    try:
        yield
    # ZipFile calls a way of packing that it does not know "not implemented".
    except (BadZipFile, EOFError, zlib.error, ValueError, NotImplementedError, OSError):
        message = f"{name} is damaged: a part of it is missing or broken."
        raise Unreadable(message, kind.again) from None


def look_through(name: str, part: bytes, watch: Watch, kind: Kind = WORKBOOK) -> None:
    """Show every element of an XML part to ``watch``.

    Raises:
        Unreadable: It is no XML, holds a document type, with which entities are declared, or lies
            deeper or holds longer texts than a program that writes such files does.
    """
    look = Look(name, watch, kind)
    for at in range(0, len(part), BLOCK):
        look.at(part[at : at + BLOCK])
    look.end()


class Look:
    """Shows every element of an XML part, which comes in blocks, to ``watch``.

    Args:
        name: What the file is called, for messages.
        watch: Is called for every element.
        kind: What the file is to be.
    """

    def __init__(self, name: str, watch: Watch, kind: Kind = WORKBOOK) -> None:
        self._name, self._watch, self._kind = name, watch, kind
        self._depth = self._stretch = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._close

    def at(self, block: bytes) -> None:
        """Look at the next block of the part.

        Raises:
            Unreadable: See :func:`look_through`.
        """
        self._measure(block)
        self._parse(block, is_last=False)

    def end(self) -> None:
        """Tell that the part is at its end.

        Raises:
            Unreadable: It has no end.
        """
        self._parse(b"", is_last=True)

    def _parse(self, block: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(block, is_last)
        except (expat.ExpatError, ValueError, LookupError):
            message = f"{self._name} is damaged: its XML cannot be read."
            raise Unreadable(message, self._kind.again) from None

    def _refuse(self, *_: object) -> None:
        told = f"{self._name} declares entities, as no {self._kind.programs} does."
        raise Unreadable(f"{told} It is not read.", "Ask whoever sent it what made it.")

    def _begin(self, tag: str, found: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"{self._name} is damaged: its elements lie too deep in each other."
            raise Unreadable(message, self._kind.again)
        local = tag.rpartition(":")[2] if ":" in tag else tag
        self._watch(local, found, self._depth, self._parser.CurrentByteIndex)

    def _close(self, _: str) -> None:
        self._depth -= 1

    def _measure(self, block: bytes) -> None:
        """Refuse a text, or a tag with all its attributes, that is longer than is bearable."""
        first = block.find(b"<")
        self._stretch += len(block) if first < 0 else first
        if self._stretch > LONGEST_STRETCH:
            message = (
                f"{self._name} holds a text that is longer than a {self._kind.holds} can hold."
            )
            raise Unreadable(message, self._kind.smaller)
        if first >= 0:
            self._stretch = len(block) - block.rfind(b"<")


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Return parts as an archive again, for a library to read."""
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_STORED) as archive:
        for one, content in parts.items():
            archive.writestr(ZipInfo(one), content)
    copy.seek(0)
    return copy


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


def _wanted(name: str, parts: list[ZipInfo], limits: Limits, kind: Kind) -> Iterable[ZipInfo]:
    """Return the parts that are read, their sizes and kinds of packing looked at."""
    names = {one.filename for one in parts}
    if "mimetype" in names:
        raise Unreadable(f"{name} is a document of LibreOffice or another program.", kind.save)
    others = (words for part, words in _MAIN_PARTS.items() if part in names)
    if kind.main not in names and (found := next(others, None)):
        raise Unreadable(f"{name} is {found}, not {kind.what}.", kind.save)
    if sum(one.file_size for one in parts) > limits.unpacked:
        message = f"{name} would be larger than {_megabytes(limits.unpacked)} when it is unpacked."
        raise Unreadable(message, kind.smaller)
    if any(one.flag_bits & _ENCRYPTED_FLAG for one in parts):
        message = f"{name} is protected by a password."
        raise Unreadable(message, "Save it without a password.")
    if any(one.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for one in parts):
        raise Unreadable(f"{name} is packed as no {kind.programs} does.", kind.save)
    return [
        one
        for one in parts
        if one.filename.lower().endswith((".xml", ".rels"))
        and not one.filename.lower().startswith(_LEFT_OUT)
    ]


def _megabytes(number: int) -> str:
    return f"{number // MEGABYTE} MB"
