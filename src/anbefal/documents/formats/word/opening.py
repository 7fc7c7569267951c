"""A template opened as what it may be: a file from anybody, which may be meant to do harm.

The library that reads it sees only the parts that documents are made of, each looked through.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from anbefal.documents.formats.failing import ANEW, failed
from anbefal.documents.formats.word.relations import few_relations

LARGEST = 20_000_000
"""Bytes of a template, of which letterheads with pictures need the most."""

UNPACKED = 60_000_000
"""Bytes of all its parts."""

MOST_PARTS = 500
MOST_ELEMENTS = 300_000
DEEPEST = 200
"""Elements inside each other, fewer than the library that reads them takes."""

_SMALLER = "Make its pictures smaller, or begin anew with 'anbefal template'."
_XML = (".xml", ".rels")


def opened(path: Path) -> dict[str, bytes]:
    """Return the parts of a template by their names, without those that no document needs.

    Raises:
        TemplateFailed: It is no Word document, too big, or holds what a template may not hold.
    """
    parts = _unpacked(path)
    for name, data in parts.items():
        if name.lower().endswith(_XML):
            _look_through(path.name, name, data)
    return few_relations(path.name, parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a file, the same bytes at any time on any machine."""
    made = BytesIO()
    first = "[Content_Types].xml"
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda one: (one != first, one)):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return made.getvalue()


def _unpacked(path: Path) -> dict[str, bytes]:
    if os.path.getsize(path) > LARGEST:
        raise failed(path.name, f"is larger than {LARGEST // 1_000_000} MB", _SMALLER)
    try:
        with ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            _check(path.name, entries)
            return {one.filename: archive.read(one) for one in entries}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise failed(path.name, "is no Word document, or is damaged", ANEW) from error


def _check(name: str, entries: list[ZipInfo]) -> None:
    """Refuse an archive before anything in it is unpacked."""
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > UNPACKED:
        raise failed(name, "unpacks to more than a template needs", _SMALLER)
    names = {one.filename.lower() for one in entries}
    if len(names) < len(entries):
        raise failed(name, "holds a part twice", ANEW)
    plain = all(one.compress_type in {ZIP_STORED, ZIP_DEFLATED} for one in entries)
    if not plain or any(one.flag_bits & 1 for one in entries):
        raise failed(name, "is packed or encrypted in a way that Word does not use", ANEW)
    if "[content_types].xml" not in names:
        raise failed(name, "is no Word document", ANEW)


def _look_through(name: str, part: str, data: bytes) -> None:
    """Refuse a part that declares entities, or is too much for the library that reads it."""
    from xml.parsers.expat import ExpatError, ParserCreate

    try:
        parser = ParserCreate()
        depths = _Depths(name, part)
        parser.StartDoctypeDeclHandler = depths.refuse
        parser.StartElementHandler = depths.begin
        parser.EndElementHandler = depths.end
        parser.Parse(data, True)
    except ExpatError as error:
        raise failed(name, f"is damaged in line {error.lineno} of {part}", ANEW) from error
    except ValueError as error:  # what it is written in is no encoding that is read
        raise failed(name, f"is damaged in {part}", ANEW) from error


class _Depths:
    """Counts the elements of a part, and how deep they stand in each other."""

    def __init__(self, name: str, part: str) -> None:
        self._name = name
        self._part = part
        self._elements = self._depth = 0

    def refuse(self, *_: object) -> None:
        raise failed(self._name, f"declares entities in {self._part}, as no document does", ANEW)

    def begin(self, *_: object) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS or self._depth > DEEPEST:
            raise failed(self._name, f"holds more in {self._part} than a template needs", _SMALLER)

    def end(self, _: str) -> None:
        self._depth -= 1


def unpacked_again(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a file that the program itself has made."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
