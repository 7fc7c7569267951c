"""Telephone numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anbefal.rules.support.text import GAP, in_address, shape_of

REGION = "NO"

SHAPES = (b"00 00 00 00", b"000 00 000", b"00000000")
_NATIONAL = rf"\d\d{GAP}\d\d{GAP}\d\d{GAP}\d\d|\d{{3}}{GAP}\d\d{GAP}\d{{3}}|\d{{8}}"
_ABROAD = rf"(?:\+|(?<=\s)00)[1-9](?:{GAP}?\(?\d\)?){{6,13}}"
_FORM = re.compile(rf"(?<![\w/%=&@+-])(?<!\d[.,:])(?:{_ABROAD}|{_NATIONAL})(?![\w/%@-]|[.,:]\d)")
_MONEY = re.compile(r"(?:kr\.?|nok|eur|usd|kroner)\s*$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s*(?:kr\b|kroner|nok|eur|usd|million|mrd)", re.IGNORECASE)


def numbers_in(text: str) -> Iterator[int]:
    """Yield where telephone numbers begin in the text."""
    shape = shape_of(text)
    if any(form in shape for form in SHAPES) or "+" in text or " 00" in text:
        for match in _FORM.finditer(text):
            if _is_alone(text, match) and _is_valid(match[0]):
                yield match.start()


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether the digits are no part of a list, a sum of money or a web address."""
    start, end = match.span()
    before, after = text[max(0, start - 10) : start], text[end : end + 10]
    if re.search(r"\d\s$", before) or re.match(r"\s\d", after):
        return False
    if _MONEY.search(before) or _MONEY_AFTER.match(after):
        return False
    return not _counts_upwards(match[0]) and not in_address(text, start, end)


def _counts_upwards(digits: str) -> bool:
    """Return whether pairs of digits follow each other, as in a list of paragraphs: 22 23 24 25."""
    pairs = [int(pair) for pair in re.split(GAP, digits) if len(pair) == len("22")]
    return len(pairs) > 1 and all(second == first + 1 for first, second in pairwise(pairs))


def _is_valid(digits: str) -> bool:
    import phonenumbers

    public = {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
    }
    try:
        number = phonenumbers.parse(digits, REGION)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in public
