"""How the letters of a text file are written as bytes, where nothing says it.

Marks at the top, UTF-8 and UTF-16 tell of themselves. Of what is left, each byte means another
letter in each encoding: what it makes of the words around it decides, and where that leaves two
possible, nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from anbefal.errors import Misuse, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 20
_HEAD = 1 << 16
_MOST_PLACES = 3_000
"""Places with letters beyond ASCII that are looked at."""
_BEYOND = re.compile(rb"[\x80-\xff]+")
_NEAR = 30
"""Bytes before and after a letter beyond ASCII that are looked at."""
_WESTERN = ("cp1252", "mac_roman", "cp850")
"""What tables of Western Europe are written in, the likeliest first."""

_ODD_SHARE = 0.1
"""Share of places that may look odd in the right encoding."""
_BETWEEN_WORDS = "–—“„§•"  # noqa: RUF001
_TYPED = "’‘“”„–—…§°«»€£•·©®ºª²³½"  # noqa: RUF001
_APOSTROPHE = re.compile(r"\w’\w|s’(?=[\s.,;:)]|$)", re.IGNORECASE)  # noqa: RUF001
_QUOTE = re.compile(r"(?:^|[\s(,;])[“‘«](?=\w)|[\w.,!?][”»](?=[\s.,;:)]|$)")  # noqa: RUF001
_DASH = re.compile(r"\s[–—]\s|\d–\d|…(?=\s|$)|[§•]\s?\w|\d[°½]")  # noqa: RUF001
_LETTER = re.compile(
    r"[a-zà-öø-ÿ][áàâäãåæçéèêëíìîïñóòôöõøúùûüýšžčđŋ]|(?:^|\W)[ÅÆØÉÖÄÜÇŠŽàåøæéáö](?=[a-z\s])"
)
_HINT = "Say which with --encoding, such as utf-8, cp1252 (Windows) or mac_roman (older Macs)."


def encoding_of(path: Path, given: str | None = None, otherwise: str | None = None) -> str:
    """Return the encoding of a text file, under a name that Python knows.

    Args:
        path: The file.
        given: What a person says it is.
        otherwise: What it is taken for where its top does not tell; where that is not given, all
            of the file is looked at.

    Raises:
        Misuse: There is no such encoding.
        Unreadable: It is no text, or several encodings are possible.
    """
    if given is not None:
        return _looked_up(given)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return _wide(path.name, head)
    return otherwise or ("utf-8" if _is_utf_8(path) else _narrow(path))


def _looked_up(given: str) -> str:
    try:
        found = codecs.lookup(given)
        if found._is_text_encoding:  # noqa: SLF001 - nothing else tells it
            return found.name
    except (LookupError, ValueError):
        pass
    raise Misuse(f"There is no encoding {given!r}.", "Known are utf-8, cp1252, mac_roman and more.")


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(name: str, head: bytes) -> str:
    """Return which kind of UTF-16 without a mark a text is."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = max(even, odd)
    if most * 2 > len(head) // 2 and min(even, odd) * 20 < most:
        return "utf-16-le" if odd > even else "utf-16-be"
    raise Unreadable(f"{name} is no text: it holds bytes that no text has.", "Check the name.")


def _narrow(path: Path) -> str:
    """Return which encoding makes words of what lies around letters beyond ASCII."""
    places = _places(path)
    told = {one: _odd_and_sure(places, one) for one in _WESTERN}
    bearable = {
        one: (-odd, sure) for one, (odd, sure) in told.items() if odd <= len(places) * _ODD_SHARE
    }
    best = [one for one in bearable if bearable[one] == max(bearable.values())]
    if not best:
        return _by_detector(path.name, places)
    if len({_decoded(places, one) for one in best}) == 1:
        return best[0]
    names = " or ".join(best)
    raise Unreadable(f"It cannot be told in which encoding {path.name} is: {names}.", _HINT)


def _by_detector(name: str, places: list[bytes]) -> str:
    """Return what a detector of all languages says, where it makes words of all places."""
    import chardet

    found = chardet.detect(b"\n".join(places))["encoding"]
    if found and _odd_and_sure(places, found)[0] <= len(places) * _ODD_SHARE:
        return found
    raise Unreadable(f"It cannot be told in which encoding {name} is.", _HINT)


def _places(path: Path) -> list[bytes]:
    found: dict[bytes, None] = {}
    for block in _blocks(path):
        for one in _BEYOND.finditer(block):
            near = block[max(0, one.start() - _NEAR) : one.end() + _NEAR]
            found[max(near.splitlines(), key=_is_beyond)] = None
        if len(found) > _MOST_PLACES:
            break
    return list(found)[:_MOST_PLACES]


def _is_beyond(line: bytes) -> int:
    """Return how many letters beyond ASCII a line has."""
    return sum(len(one[0]) for one in _BEYOND.finditer(line))


def _decoded(places: list[bytes], encoding: str) -> str:
    return "\n".join(one.decode(encoding, "replace") for one in places)


def _odd_and_sure(places: list[bytes], encoding: str) -> tuple[int, int]:
    """Return how many places look odd in an encoding, and how much speaks for it."""
    odd = sure = 0
    for one in places:
        words = one.decode(encoding, "replace")
        odd += _is_odd(words)
        sure += 2 * len(_APOSTROPHE.findall(words)) + 2 * len(_QUOTE.findall(words))
        sure += 2 * len(_DASH.findall(words)) + len(_LETTER.findall(words))
    return odd, sure


def _is_odd(words: str) -> bool:
    """Return whether a character stands where it would not in a word of any language."""
    for at, letter in enumerate(words):
        if letter.isascii():
            continue
        before = words[at - 1] if at else " "
        after = words[at + 1] if at + 1 < len(words) else " "
        if _stands_oddly(letter, before, after):
            return True
    return False


def _stands_oddly(letter: str, before: str, after: str) -> bool:
    if letter in "œŒ":
        return after not in "uidUID"
    if letter.isalpha():
        return letter.isupper() and (before.islower() or (before.isalpha() and after.islower()))
    if letter in _BETWEEN_WORDS:
        return before.isalpha() and after.isalpha()
    return letter not in _TYPED and not letter.isspace()
