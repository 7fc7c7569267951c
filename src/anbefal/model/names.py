"""Comparing names, in composed or decomposed Unicode, spelt right or nearly."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import is_normalized, normalize

NEAR_ENOUGH = 65.0
"""The least likeness, in per cent, of a name that is worth suggesting."""

TRANSLITERATION = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})


def composed(name: str) -> str:
    """Return the name in composed Unicode (NFC), as names are compared and shown."""
    return name if is_normalized("NFC", name) else normalize("NFC", name)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or ``None`` where none is like it.

    Of equally like names the first in alphabetical order is returned.
    """
    from rapidfuzz import fuzz, process

    match = process.extractOne(
        composed(name).casefold().translate(TRANSLITERATION),
        sorted(known),
        scorer=fuzz.ratio,
        score_cutoff=NEAR_ENOUGH,
    )
    return match[0] if match else None


def as_id(name: str) -> str:
    """Return ``name`` as an id: transliterated, in small letters, joined by hyphens."""
    plain = normalize("NFKD", composed(name).translate(TRANSLITERATION)).encode("ascii", "ignore")
    words = "".join(c if c.isalnum() else " " for c in plain.decode().casefold()).split()
    return "-".join(words)
