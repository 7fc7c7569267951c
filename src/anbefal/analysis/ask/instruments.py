"""Which treaties, declarations and bodies a text names."""

from __future__ import annotations

from anbefal.analysis.ask.instrument_book import book_of
from anbefal.analysis.ask.instrument_lists import read_conventions
from anbefal.analysis.ask.instrument_protocols import read_protocols
from anbefal.analysis.ask.instrument_reading import Reading
from anbefal.analysis.ask.phrases import Found
from anbefal.analysis.ask.words import AskLanguage, Words, spoken, words_of


def instruments_in(words: Words, language: AskLanguage) -> tuple[Found, ...]:
    """Return the treaties, declarations and bodies that a text names, in the order of the text.

    One may be named several times, and one place may name several: "both Covenants" is found once
    as each. A treaty inside the name of its protocol is no name of the treaty. Ids are those of
    ``lexicon/instruments.toml`` and ``ilo-NNN`` for any labour convention by number.
    """
    book = book_of(spoken(language))
    reading = Reading(words, book)
    found = reading.names_from(0)
    if not found:
        return ()
    found = _spelled_out(read_conventions(found, reading), reading)
    if any(one.id in book.protocol_words for one in found):
        found = read_protocols(found, reading)
    found = _committees(found, reading)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _spelled_out(found: list[Found], reading: Reading) -> list[Found]:
    """Give each its own place where one name means several: "the Palermo Protocols"."""
    result: list[Found] = []
    for one in found:
        entry = reading.book.entries.get(one.id, {})
        ids = entry.get("names", [one.id])
        if "plural" in entry and reading.is_plural(one.end - 1):
            ids = entry["plural"]
        result += [Found(one.start, one.end, each) for each in ids]
    return result


def _committees(found: list[Found], reading: Reading) -> list[Found]:
    """Read a treaty's short name as its committee where something says so.

    "CEDAW" is the convention, but for "the CEDAW Committee", "recommendations of CEDAW and CRC",
    "CEDAW's observations" and "the Committee on ... Women (CEDAW)".
    """
    result: list[Found] = []
    for one in found:
        committee = reading.book.watchers.get(one.id)
        last = result[-1] if result else None
        if committee and one.end - one.start == 1 and _speaks(one, committee, last, reading):
            result.append(Found(one.start, one.end, committee))
        else:
            result.append(one)
    return result


def _speaks(one: Found, committee: str, last: Found | None, reading: Reading) -> bool:
    """Tell whether a short name stands as one who says something."""
    grammar, plain = reading.grammar, reading.plain
    if not grammar.says.isdisjoint(plain[one.end : one.end + 1]):
        return True
    if last and reading.back(one.start, grammar.joiners) == last.end:
        return last.id == committee or last.id in reading.book.watchers.values()
    place = reading.back(one.start, grammar.by | grammar.before | {grammar.to})
    said, between = plain[max(0, place - 2) : place], plain[place : one.start]
    if grammar.to in between:
        return not grammar.report.isdisjoint(said)
    return not grammar.by.isdisjoint(between) and not grammar.said.isdisjoint(said)


def instrument_named(name: str) -> str | None:
    """Return the id of the treaty or body that a name stands for by itself, if it does."""
    found = instruments_in(words_of(name, "en"), "en")
    return found[0].id if len(found) == 1 else None
