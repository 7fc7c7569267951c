"""What the cells of a matrix of recommendations say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from anbefal.exchange.cleaning import clean
from anbefal.exchange.goals import goals_of
from anbefal.model.labels import plain_label

_NUMBER = re.compile(r"\s*([0-9]{1,4}\.[0-9]{1,3})(?![0-9])[.:)]?\s*")
_SOURCE = re.compile(r"\bsource of position\s*:?[ \t]*", re.IGNORECASE)
_TOLD = re.compile(
    r"(?P<symbol>A/HRC/[0-9]+/[0-9]+(?:/(?:Add|Corr|Rev)\.[0-9]+)*)"
    r"(?:\s*,?\s*para\.?\s*(?P<first>[0-9]+))?"
    r"(?:\s*[-–,]?\s*para(?:graph)?s?\.?\s*(?P<last>[0-9][0-9,\s–-]*[0-9]|[0-9]))?[\s.;]*",  # noqa: RUF001
    re.IGNORECASE,
)
_REPORT = re.compile(r"A/HRC/[0-9]+/[0-9]+", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:[-–•]\s*)?(?P<name>sdgs?|affected persons|groups? of persons|(?:human rights )?themes?)"  # noqa: RUF001
    r"\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\s*(?:[-–—•*·▪◦]\s+|[-–•·▪◦](?=\S))")  # noqa: RUF001
_CODE = re.compile(r"^[A-Z][0-9]{1,2}\s+(?=\S)")
_NOTHING = frozenset({"", "n a", "none", "not applicable", "no sdg", "no sdgs"})


class Ask(NamedTuple):
    """A recommendation's cell.

    Attributes:
        number: The paragraph, ``140.7``; empty where there is none.
        text: The words, with the states that recommend.
        source: Where the position stands: ``A/HRC/28/15/Add.1, para. 3``; empty where not told.
        report: The symbol of the report that the paragraph is in; ``None`` where not told.
    """

    number: str
    text: str
    source: str
    report: str | None


class Labels(NamedTuple):
    """A cell of themes, and one of goals.

    Attributes:
        themes: The themes, without the letter and number that some years have before them.
        groups: The groups of people.
        sdgs: The codes of goals and targets.
        unknown: Lines that should be goals and have no code of one.
    """

    themes: tuple[str, ...]
    groups: tuple[str, ...]
    sdgs: tuple[str, ...]
    unknown: tuple[str, ...]


def ask_in(cell: str) -> Ask:
    """Return what a recommendation's cell holds."""
    words, *sources = _SOURCE.split(cell, maxsplit=1)
    found = _NUMBER.match(words)
    text = clean(words[found.end() :] if found else words)
    source, report = _source(clean("".join(sources)))
    return Ask(found[1] if found else "", text, source, report)


def labels_in(themes: str, sdgs: str) -> Labels:
    """Return the themes, groups and goals that two cells name, whichever of them names which."""
    found: dict[str, list[str]] = {"themes": [], "groups": [], "sdgs": []}
    for kind, line in (*_items(themes, "themes"), *_items(sdgs, "sdgs")):
        found[kind].append(line)
    codes = {line: goals_of(line) for line in found["sdgs"]}
    return Labels(
        tuple(dict.fromkeys(_CODE.sub("", one) for one in found["themes"])),
        tuple(dict.fromkeys(found["groups"])),
        tuple(dict.fromkeys(code for line in codes.values() for code in line)),
        tuple(line for line, its in codes.items() if not its),
    )


def starts_item(line: str) -> bool:
    """Return whether a line begins with the mark of an item in a list."""
    return bool(_MARK.match(line))


def _source(words: str) -> tuple[str, str | None]:
    """Return where a position stands, in one form, and the report that it answers."""
    plain = " ".join(words.split())
    report = _REPORT.search(plain)
    found = _TOLD.fullmatch(plain)
    if found:
        paragraph = found["last"] or found["first"]
        symbol = found["symbol"]
        plain = f"{symbol}, para. {paragraph}" if paragraph else symbol
    return plain, report[0].upper() if report else None


def _items(cell: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield every item of a cell and what it is; headings in the cell tell what follows them."""
    for section, lines in _sections(cell, kind):
        marked = any(_MARK.match(line) for line in lines)
        items: list[list[str]] = []
        for line in lines:
            if items and marked and not _MARK.match(line):
                items[-1].append(line.strip())  # a line that was broken
            else:
                items.append([_MARK.sub("", line).strip()])
        whole = dict.fromkeys(map(" ".join, items))
        yield from ((section, clean(item)) for item in whole if plain_label(item) not in _NOTHING)


def _sections(cell: str, kind: str) -> Iterator[tuple[str, list[str]]]:
    lines: list[str] = []
    for line in cell.split("\n"):
        found = _SECTION.fullmatch(line.strip())
        if found:
            yield kind, lines
            kind, lines = _kind_of(found["name"]), [found["rest"]] if found["rest"] else []
        elif line.strip():
            lines.append(line)
    yield kind, lines


def _kind_of(name: str) -> str:
    if "theme" in name.lower():
        return "themes"
    return "sdgs" if name.lower().startswith("sdg") else "groups"
