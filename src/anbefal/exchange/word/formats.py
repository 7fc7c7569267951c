"""How a list's numbers are written."""

from __future__ import annotations

from anbefal.exchange.word.elements import LARGEST

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 780
"""The largest number that Word writes in letters."""


def written(number: int, form: str) -> str:
    """Return a number in one of Word's forms; nothing in one that is not known here.

    Letters are doubled after z, as Word does: z, aa, bb.
    """
    if form == "decimal":
        return str(number)
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        return _ordinal(number)
    word = _letters(number) if form.endswith("Letter") else ""
    word = _roman(number) if form.endswith("Roman") else word
    return word.upper() if form.startswith("upper") else word


def _letters(number: int) -> str:
    if not 0 < number <= _MOST_LETTERS:
        return ""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if not 0 < number <= LARGEST:
        return ""
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
