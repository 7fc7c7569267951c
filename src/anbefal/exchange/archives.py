"""Files from others that are zip archives of XML, opened safely: Excel workbooks, Word documents.

Whoever sends one may send anything under its name, so nothing here trusts what a file says
of itself: sizes are limited before anything is unpacked, and every part is read once, whole, before
a library sees it. What the library gets is a copy that holds nothing but the parts looked at.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from anbefal.errors import Unreadable
from anbefal.exchange.file_kinds import WORKBOOK, Kind, refuse_other_kinds, refuse_other_parts
from anbefal.exchange.limits import BLOCK, MEGABYTE, Limits

_ENCRYPTED_FLAG = 0x1
_ENTRY = b"PK\x01\x02"
_LEFT_OUT = "customxml/"


def read_file(path: Path, limits: Limits, kind: Kind = WORKBOOK) -> bytes:
    """Return the content of a file of bearable size.

    Raises:
        Unreadable: There is no such file, it is no plain file, it cannot be read or is too big.
    """
    if size_of_file(path) > limits.file:
        raise Unreadable(f"{path} is larger than {_megabytes(limits.file)}.", kind.smaller)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _cannot_be_read(path, error) from None


def size_of_file(path: Path) -> int:
    """Return the size of a file in bytes, without opening it: a pipe would be waited for.

    Raises:
        Unreadable: There is no such file, or it is no plain file.
    """
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        raise _cannot_be_read(path, error) from None
    if not S_ISREG(found.st_mode):
        raise Unreadable(f"{path} is not a file.", "Name the file itself.")
    return found.st_size


def _cannot_be_read(path: Path, error: Exception) -> Unreadable:
    reason = getattr(error, "strerror", None) or error
    return Unreadable(f"{path} cannot be read: {reason}.", "Check the name.")


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


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Return parts as an archive again, for a library to read."""
    copy = BytesIO()
    with ZipFile(copy, "w", ZIP_STORED) as archive:
        for one, content in parts.items():
            archive.writestr(ZipInfo(one), content)
    copy.seek(0)
    return copy


def _wanted(name: str, parts: list[ZipInfo], limits: Limits, kind: Kind) -> Iterable[ZipInfo]:
    """Return the parts that are read, their sizes and kinds of packing looked at."""
    refuse_other_parts(name, {one.filename for one in parts}, kind)
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
