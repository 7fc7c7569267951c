"""The form of a text, apart from what it says: line ends, last line end, mark, composed letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from anbefal.model.names import composed

_MARK = "\ufeff"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Form:
    """What two programs may write differently in the same text.

    Attributes:
        crlf: Whether most lines end as on Windows.
        last_line_ends: Whether the last line has an end.
        mark: Whether a byte-order mark stands first.
        decomposed: Whether letters and their accents are apart.
    """

    crlf: bool
    last_line_ends: bool
    mark: bool
    decomposed: bool

    def apply(self, text: str) -> bytes:
        """Return a text of the common form in this form."""
        if not self.last_line_ends:
            text = text.removesuffix("\n")
        if self.decomposed:
            text = normalize("NFD", text)
        if self.crlf:
            text = text.replace("\n", "\r\n")
        return (f"{_MARK if self.mark else ''}{text}").encode()


def form_of(text: str) -> Form:
    """Return the form that a text has."""
    windows = text.count("\r\n")
    return Form(
        crlf=windows > text.count("\n") - windows,
        last_line_ends=not text or text.endswith("\n"),
        mark=text.startswith(_MARK),
        decomposed=not is_normalized("NFC", text) and is_normalized("NFD", text),
    )


def common_form(text: str) -> str:
    """Return the text with composed letters, a line feed after each line, and no mark."""
    text = composed(text.removeprefix(_MARK).replace("\r\n", "\n"))
    return f"{text}\n" if text and not text.endswith("\n") else text


def comments(text: str) -> list[tuple[str, int]]:
    """Return what may be comments, each with its place in the text; a text may hold such too."""
    return [(match[0].rstrip(), match.start()) for match in _COMMENT.finditer(text)]
