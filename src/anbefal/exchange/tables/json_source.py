"""JSON files as the library reads them, without what would take it minutes or gigabytes."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

MOST_RECORDS = 1_000_000
"""All of UHRI is 267,500."""
LARGEST_RECORD = 20_000_000
"""Bytes of a record. A real one has some thousand."""
MOST_COLONS = 10_000
"""Colons in a record, of which each key has one: each key takes time and space."""
MOST_DIGITS = 100
"""Digits of a number: those of more take the library the longer the more they are."""
_DEEPEST = 300

_STEP = 33
_SOME_DIGITS = re.compile(rb"[0-9]{3}")
"""Every so many digits looked at: what a long number leaves of itself, and hardly anything else."""
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
        self._end = b""

    def read(self, size: int) -> bytes:
        """Return the next bytes; none at the end.

        Raises:
            TooMuch: There is more of something than any such file has.
            ValueError: It lies too deep in itself, or is not of its encoding.
        """
        block = self._file.read(size)
        while self._decoder and block:
            words = self._decoder.decode(block)
            if words:
                block = words.encode()
                break
            block = self._file.read(size)
        self.position += len(block)
        self._watch_numbers(block)
        if self.records > self._before:
            self._before = self.records
            self._depth = self._size = self._colons = 0
            if self.records > MOST_RECORDS:
                msg = f"has more than {MOST_RECORDS:,} records"
                raise TooMuch(msg)
        else:
            self._watch_record(block)
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

    def _watch_numbers(self, block: bytes) -> None:
        near = self._end + block
        self._end = near[-MOST_DIGITS - 1 :]
        if _SOME_DIGITS.search(near[::_STEP]) and _LONG_NUMBER.search(near):
            digits = f"a number of more than {MOST_DIGITS} digits"
            msg = f"holds {digits}, in record {self.records + 1} or one soon after it"
            raise TooMuch(msg)
