"""The head of a letter: who writes to whom and when. What is not known is left to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.documents.content.blocks import Fact, Facts, Line, Run
from anbefal.documents.content.lines import line, strong
from anbefal.documents.letters.occasion import Occasion


def blank(occasion: Occasion, key: str) -> Run:
    """Return what stands where something has to be filled in, by its key among the labels."""
    return strong(occasion.words.label[key])


def sender(occasion: Occasion) -> str:
    """Return the name of the secretariat, or an empty text."""
    return occasion.dataset.name_of_secretariat(occasion.words.language)


def names_of_ministries(occasion: Occasion) -> list[str]:
    """Return the names of the ministries that are asked, the one that leads first."""
    dataset, language = occasion.dataset, occasion.words.language
    return [dataset.full_name_of_actor(one, language) for one in occasion.meeting.ministries]


def head_of(occasion: Occasion) -> Facts:
    """Return the head of the letter."""
    return Facts(tuple(_facts(occasion)))


def _facts(occasion: Occasion) -> Iterator[Fact]:
    label, secretariat = occasion.words.label, occasion.dataset.settings.secretariat
    first, *others = names_of_ministries(occasion) or [""]
    yield Fact(label["to"], (line(first or blank(occasion, "blank_to")),))
    if others:
        yield Fact(label["copy"], tuple(map(line, others)))
    name = sender(occasion)
    address = secretariat.address.splitlines() if secretariat and secretariat.address else []
    place = [line(part.strip()) for part in address if part.strip()]
    yield Fact(label["from"], (line(name or blank(occasion, "blank_from")), *place))
    yield Fact(label["date"], (_date(occasion),))
    if secretariat and secretariat.reference:
        yield Fact(label["ours"], (line(secretariat.reference),))
    if occasion.meeting.case:
        yield Fact(label["theirs"], (line(occasion.meeting.case),))


def _date(occasion: Occasion) -> Line:
    sent = occasion.meeting.requested_on
    if sent is None:
        return line(blank(occasion, "blank_date"))
    date = occasion.words.date(sent)
    return line(date) if sent.day else line(blank(occasion, "blank_day"), " ", date)
