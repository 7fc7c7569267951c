"""Parts of XML in files from others, looked through before a library reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from anbefal.errors import Unreadable
from anbefal.exchange.file_kinds import WORKBOOK, Kind
from anbefal.exchange.limits import BLOCK, DEEPEST, LONGEST_STRETCH

Watch = Callable[[str, Mapping[str, str], int, int], None]
"""Is called with the local name, the attributes, the depth (the topmost is 1) and the first byte of
every element of a part, from its top."""
Hear = Callable[[str], object]
"""Is called with the texts of a part, piece by piece."""


def look_through(
    name: str, part: bytes, watch: Watch, kind: Kind = WORKBOOK, hear: Hear | None = None
) -> None:
    """Show every element of an XML part to ``watch``, and its texts to ``hear``.

    Raises:
        Unreadable: It is no XML, holds a document type, with which entities are declared, or lies
            deeper or holds longer texts than a program that writes such files does.
    """
    look = Look(name, watch, kind, hear)
    for at in range(0, len(part), BLOCK):
        look.at(part[at : at + BLOCK])
    look.end()


class Look:
    """Shows every element of an XML part, which comes in blocks, to ``watch``.

    Args:
        name: What the file is called, for messages.
        watch: Is called for every element.
        kind: What the file is to be.
        hear: Is called for every text.
    """

    def __init__(
        self, name: str, watch: Watch, kind: Kind = WORKBOOK, hear: Hear | None = None
    ) -> None:
        self._name, self._watch, self._kind = name, watch, kind
        self._depth = self._stretch = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._close
        if hear:
            self._parser.CharacterDataHandler = hear

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
