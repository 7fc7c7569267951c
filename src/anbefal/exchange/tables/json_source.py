"""JSON files as the library reads them, without what would take it minutes or gigabytes."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from anbefal.exchange.tables.json_halves import halves_told, whole_escapes

MOST_RECORDS = 1_000_000
"""All of UHRI is 267,500."""
LARGEST_RECORD = 10_000_000
"""Bytes of a record. A real one has some thousand."""
MOST_COLONS = 10_000
"""Colons in a record, of which each key has one: each key takes time and space."""
MOST_DIGITS = 100
"""Digits of a number: those of more take the library the longer the more they are."""
_DEEPEST = 300
_MOST_HELD = 10_000

_CHUNK = 1 << 18
"""Bytes that are looked at together."""
_STEP = 20
_DIGITS = bytes(ord("0") if chr(byte).isdecimal() else ord(" ") for byte in range(128)) + b" " * 128
_TRACE = b"0" * (MOST_DIGITS // _STEP)
"""What a long number leaves where only every so many bytes are looked at, which takes no time."""
_LONG_NUMBER = re.compile(rb"(?<=[\s:,\[.eE+\-])[0-9]{%d}" % (MOST_DIGITS + 1))
"""Only what is no text: the digits of a text stand after other things."""


class TooMuch(ValueError):
    """A file holds what no such file has; its words say what and where."""


class JsonSource:
    """A file that reads as UTF-8, as the library takes it, and holds no more than real ones do.

    The library keeps the names of all that it is inside of at each depth, so that a small file can
    take gigabytes. So brackets and colons are counted, also those in texts, until a record is at
    its end.

    Attributes:
        position: How many bytes were read.
        records: How many records were made of them; whoever takes them counts.

    Args:
        file: The file.
        encoding: Its encoding.
    """

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._decoder = None
        if encoding not in {"utf-8", "utf-8-sig"}:
            self._decoder = codecs.getincrementaldecoder(encoding)()
        self.position = self.records = 0
        self._before = -1
        self._depth = self._size = self._colons = 0
        self._end = self._held = self._chunk = b""
        self._at = 0
        self._number_at: int | None = None

    def read(self, size: int) -> bytes:
        """Return the next bytes; none at the end.

        Raises:
            TooMuch: There is more of something than any such file has.
            ValueError: It lies too deep in itself, or is not of its encoding.
        """
        if self._at >= len(self._chunk):
            self._chunk, self._at = self._whole(), 0
            self._number_at = self._long_number()
        block = self._chunk[self._at : self._at + size]
        self._at += len(block)
        self.position += len(block)
        if self._number_at is not None and self._number_at < self._at:
            what = f"a number of more than {MOST_DIGITS} digits"
            msg = f"holds {what}, in record {self.records + 1} or one soon after it"
            raise TooMuch(msg)
        if self.records > self._before:
            self._before = self.records
            self._depth = self._size = self._colons = 0
            if self.records > MOST_RECORDS:
                msg = f"has more than {MOST_RECORDS:,} records"
                raise TooMuch(msg)
        else:
            self._watch_record(block)
        return block

    def _whole(self) -> bytes:
        """Return the next bytes without the beginning of an escape that goes on after them."""
        while block := self._decoded():
            block = self._held + block
            end = whole_escapes(block)
            block, self._held = block[:end], block[end:]
            if len(self._held) > _MOST_HELD:
                msg = f"holds nothing but backslashes in record {self.records + 1}"
                raise TooMuch(msg)
            if block:
                return halves_told(block)
        block, self._held = self._held, b""
        return halves_told(block)

    def _decoded(self) -> bytes:
        block = self._file.read(_CHUNK)
        while self._decoder and block:
            if words := self._decoder.decode(block):
                return words.encode()
            block = self._file.read(_CHUNK)
        return block

    def _watch_record(self, block: bytes) -> None:
        """Count what belongs to a record that was begun in an earlier block."""
        self._depth += block.count(b"[") + block.count(b"{")
        self._depth -= block.count(b"]") + block.count(b"}")
        if self._depth > _DEEPEST:
            msg = "it lies too deep in itself"
            raise ValueError(msg)
        self._size += len(block)
        self._colons += block.count(b":")
        if self._size > LARGEST_RECORD or self._colons > MOST_COLONS:
            what = "is larger" if self._size > LARGEST_RECORD else "has more keys"
            msg = f"holds a record that {what} than any can be: record {self.records + 1}"
            raise TooMuch(msg)

    def _long_number(self) -> int | None:
        """Return where the chunk has a number of too many digits; it may have begun before it."""
        near = self._end + self._chunk
        before = len(self._end)
        self._end = near[-MOST_DIGITS - 1 :]
        if _TRACE not in near[::_STEP].translate(_DIGITS):
            return None
        found = _LONG_NUMBER.search(near)
        return max(found.start() - before, 0) if found else None
