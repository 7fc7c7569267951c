"""Other records that have to do with one: the same ask, what it repeats, what is related."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anbefal.analysis.asked_by import asked_by
from anbefal.documents.site.records.telling import Item, Telling
from anbefal.documents.site.voice import Voice
from anbefal.model.asking import Asking
from anbefal.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Linked:
    """Other records under the heading that says how they are linked."""

    heading: str
    items: tuple[Item, ...]


def linked(telling: Telling, record: Recommendation) -> tuple[Linked, ...]:
    """Return the records that links lead to from one, each under one heading."""
    links, one = telling.dataset.links, record.id
    repeats, repeated_by = links.repeats.get(one, ()), links.repeated_by.get(one, ())
    known = {one, *repeats, *repeated_by}
    family = [*links.family(one), *_unknown(telling, record)]
    same = [other for other in dict.fromkeys(family) if other not in known]
    related = [other for other in links.related.get(one, ()) if other not in known]
    found: tuple[tuple[str, Sequence[str]], ...] = (
        (telling.label["same"], same),
        (telling.label["repeats"], repeats),
        (telling.label["repeated_by"], repeated_by),
        (telling.label["related"], [other for other in related if other not in same]),
    )
    if telling.dataset.as_of:  # what was made later was not there on that day
        there = telling.dataset.recommendations.keys()
        found = tuple((heading, [one for one in ids if one in there]) for heading, ids in found)
    return tuple(_linked(telling, heading, ids) for heading, ids in found if ids)


def asked_by_told(telling: Telling, record: Recommendation) -> str:
    """Return who asks for the same and in which cycles; empty where it is the record alone."""
    family = telling.dataset.links.families.get(record.id)
    if family is None:
        return ""
    told, askings = telling.voice.kept(_AskedBy).of(family)
    if record.kind != "recommendation":
        return telling.words.say("asked_by_besides", bodies=told) if askings else ""
    return telling.words.say("asked_by", bodies=told) if _is_others(record, askings) else ""


def _is_others(record: Recommendation, askings: tuple[Asking, ...]) -> bool:
    """Return whether others ask, the body itself in another cycle, or other states in the UPR."""
    own_states = set(record.source.recommended_by)
    return len(askings) > 1 or any(not own_states.issuperset(one.states) for one in askings)


class _AskedBy:
    """Keeps who makes an ask: every record of it tells the same."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._told: dict[str, tuple[str, tuple[Asking, ...]]] = {}

    def of(self, family: tuple[str, ...]) -> tuple[str, tuple[Asking, ...]]:
        """Return who asks, in words and as bodies in their cycles."""
        if family[0] not in self._told:
            askings = asked_by(self._voice.site.dataset, family[:1])
            told = self._voice.places.asked_by(askings, states=True) if askings else ""
            self._told[family[0]] = (told, askings)
        return self._told[family[0]]


def _unknown(telling: Telling, record: Recommendation) -> list[str]:
    """Return what a record names as the same that is not there, and so joins nothing."""
    known = telling.dataset.recommendations
    return [one for one in record.links.same_as if one not in known]


def _linked(telling: Telling, heading: str, ids: Iterable[str]) -> Linked:
    return Linked(heading, tuple(map(telling.item, ids)))
