"""Plain text that was pasted from a document, as the paragraphs that it was.

Lines are joined where a paragraph was broken over them. What stood on every page, such as symbols
and page numbers, is left out, and so are footnotes, which are kept apart.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from anbefal.errors import Unreadable
from anbefal.exchange.limits import MEGABYTE
from anbefal.exchange.tables.encodings import encoding_of
from anbefal.exchange.word.blocks import Paragraph, WordDocument
from anbefal.exchange.word.lines import Follows, follows
from anbefal.exchange.word.pages import parted

LARGEST = 5 * MEGABYTE
"""Bytes of the largest text; the longest of these documents have less than one megabyte."""
MOST_LINES = 150_000
"""Lines of the longest text: 3,000 paragraphs are some 20,000 lines."""

_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MOST_OF_LINE = 160
"""Letters in the longest line of a text that is broken over lines; longer ones are paragraphs."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being put together."""

    at: int
    lines: list[str] = field(default_factory=list)


def read_plain_text(path: Path, encoding: str | None = None) -> WordDocument:
    """Return what a plain text holds.

    Args:
        path: The file.
        encoding: How its letters are written, where a person says so.

    Raises:
        Unreadable: It cannot be read, is no text or is too big.
        Misuse: There is no such encoding.
    """
    split = _LINE_ENDS.split(_text(path, encoding))
    if len(split) > MOST_LINES:
        message = f"{path} has more than {MOST_LINES:,} lines."
        raise Unreadable(message, "A document's text is far shorter. Is it the right file?")
    page = parted(split)
    lengths = [len(line.text) for line in page.lines]
    longest = max(lengths, default=0)
    width = longest if longest <= _MOST_OF_LINE else 0
    paragraphs: list[_Open] = []
    for index, line in enumerate(page.lines):
        before = paragraphs[-1] if paragraphs else None
        following = page.lines[index + 1].text if index + 1 < len(page.lines) else ""
        if before and follows(Follows(before.lines, line, following, width)):
            before.lines.append(line.text)
        else:
            paragraphs.append(_Open(line.at, [line.text]))
    blocks = tuple(Paragraph(one.at, " ".join(one.lines)) for one in paragraphs)
    return WordDocument(path.name, page.heads, blocks, page.notes, "line")


def _text(path: Path, encoding: str | None) -> str:
    try:
        found = os.stat(path)
        if not S_ISREG(found.st_mode):
            raise Unreadable(f"{path} is not a file.", "Name the text itself.")
        if found.st_size > LARGEST:
            message = f"{path} is larger than {LARGEST // MEGABYTE} MB."
            raise Unreadable(message, "A document's text is far smaller. Is it the right file?")
        data = path.read_bytes()
        used = encoding_of(path, encoding)
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.", "Check the name.") from None
    try:
        return data.decode(used)
    except UnicodeDecodeError:
        message = f"{path.name} is not written in {used}."
        raise Unreadable(message, "Say in which it is, with --encoding, such as cp1252.") from None
