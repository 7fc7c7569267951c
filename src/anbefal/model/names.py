"""Comparing names, in composed or decomposed Unicode, spelt right or nearly."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from unicodedata import is_normalized, normalize

_DIGITS = re.compile(r"\d+")

NEAR_ENOUGH = 65.0
"""The least likeness, in per cent, of a name that is worth suggesting."""

TRANSLITERATION = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})


def composed(name: str) -> str:
    """Return the name in composed Unicode (NFC), as names are compared and shown."""
    return name if is_normalized("NFC", name) else normalize("NFC", name)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or ``None`` where none is like it.

    Of equally like names the one that fewer slips of the hand make of it is returned (swapped
    letters are one slip), then the first in alphabetical order. Numbers are not guessed: where
    names that differ in their digits are equally like, none is returned.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    plain = composed(name).casefold().translate(TRANSLITERATION)
    likest = process.extract(
        plain, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=None
    )
    best = [word for word, score, _ in likest if score == likest[0][1]]
    slips = {word: OSA.distance(plain, word) for word in best}
    closest = [word for word in best if slips[word] == min(slips.values())]
    differ_in_digits = len({_DIGITS.sub("", word) for word in closest}) < len(closest)
    return None if not closest or differ_in_digits else min(closest)


def as_id(name: str) -> str:
    """Return ``name`` as an id: transliterated, in small letters, joined by hyphens."""
    plain = normalize("NFKD", composed(name).translate(TRANSLITERATION)).encode("ascii", "ignore")
    words = "".join(c if c.isalnum() else " " for c in plain.decode().casefold()).split()
    return "-".join(words)


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return an id that nobody has: the one that is wanted, with a number where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
