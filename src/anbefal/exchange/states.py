"""States by the names and codes that others write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any
from unicodedata import combining, normalize

from anbefal.model.labels import plain_label

_LONGEST = 200
"""Letters that no name of a state has."""
_LANGUAGES = ("en", "nb", "nn")
_TURNED = re.compile(r"\s*([^(),]+?)\s*(?:\(([^()]+)\)|,([^(),]+))\s*")
_ARTICLES = re.compile(r"^(?:the|den|det) | the$")
_SHORT_SAINT = re.compile(r"\bst\b")
_FORMER = frozenset({"DDR", "YMD"})
"""Codes of states that became part of another."""
_NO_TERRITORIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "ZZ"}
)
"""What the locale data has besides the territories of ISO 3166; so are XA to XZ."""


def code_of(name: str) -> str | None:
    """Return the two letters of ISO 3166 of a state or territory.

    Args:
        name: A usual name in English or Norwegian, one of the United Nations, or its code of two
            or three capital letters; a list's ``-`` may stand before it.

    Returns:
        The code; ``None`` where the name is not known or stands for several states.
    """
    word = name.strip().removeprefix("-").strip()
    return code_of_name(word) or _code_of_code(word)


def code_of_name(name: str) -> str | None:
    """Return the same of a name, while two or three letters are no code.

    For words that may be anything, such as those in parentheses: ``(AI)`` is no Anguilla. Short
    forms that are usual as names are names: ``UK``, ``USA``, ``DRC``.
    """
    known = _codes()
    if len(name) > _LONGEST:
        return None
    if found := known.get(_plain(name)):
        return found
    turned = _TURNED.fullmatch(name)
    return known.get(_plain(f"{turned[2] or turned[3]} {turned[1]}")) if turned else None


def code_of_symbol(symbol: str) -> str | None:
    """Return the state whose three letters stand in a document's symbol: ``CRC/C/PER/CO/4-5``.

    Where it names a territory of a state, such as ``CHN-HKG``, it is the territory.
    """
    letters = [part.rpartition("-")[2] for part in symbol.upper().split("/")[1:]]
    found = {code for part in letters if (code := _long_codes().get(part))}
    return found.pop() if len(found) == 1 else None


def name_of(code: str) -> str:
    """Return what the United Nations calls a state in English; a code that is none, as it is."""
    told = _told().get(code)
    return told[0] if told else _territories("en").get(code, code)


def _code_of_code(word: str) -> str | None:
    return word if word in _territories("en") else _long_codes().get(word)


def _plain(name: str) -> str:
    """Return a name as names are compared."""
    letters = normalize("NFD", plain_label(name))
    words = "".join(letter for letter in letters if not combining(letter))
    return _ARTICLES.sub("", _SHORT_SAINT.sub("saint", words))


@cache
def _codes() -> Mapping[str, str]:
    """Return plain name to code; the names that are told win over those of the locale data."""
    known: dict[str, str] = {}
    for name, code in (*_all_told(), *_all_in_locales()):
        known.setdefault(_plain(name), code)
    for name in _table()["several"]:
        known.pop(_plain(name), None)
    return MappingProxyType(known)


def _all_told() -> Iterator[tuple[str, str]]:
    for code, names in _told().items():
        for name in names:
            yield name, code
            if turned := _TURNED.fullmatch(name):
                yield f"{turned[2] or turned[3]} {turned[1]}", code


def _all_in_locales() -> Iterator[tuple[str, str]]:
    for language in _LANGUAGES:
        for code, name in _territories(language).items():
            yield name, code


def _told() -> Mapping[str, list[str]]:
    return _table()["names"]  # type: ignore[no-any-return]


@cache
def _table() -> Mapping[str, Any]:
    text = files("anbefal.exchange").joinpath("states.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Return code to name of the territories of ISO 3166."""
    from babel import Locale

    return {
        code: name
        for code, name in sorted(Locale(language).territories.items())
        if re.fullmatch("[A-WYZ][A-Z]", code) and code not in _NO_TERRITORIES
    }


@cache
def _long_codes() -> Mapping[str, str]:
    """Return code of three letters to code of two, of the states of today."""
    from babel.core import get_global

    return {
        long: short[0]
        for long, short in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", long)
        and long not in _FORMER
        and len(short) == 1
        and short[0] in _territories("en")
    }
