"""The records of a group under headings: of a theme by body, of a body by document, and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from anbefal.analysis.paragraphs import Numbering, numbering
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.entries import Entry, entry_of
from anbefal.documents.site.lines import capital
from anbefal.documents.site.page import Link
from anbefal.documents.site.tracks import Fact
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import Recommendation

_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9]+")

Key = TypeVar("Key")
Order = tuple[bool, int, str, bool, Numbering, str]


@dataclass(frozen=True, slots=True)
class Section:
    """Records under one heading.

    Attributes:
        anchor: The id of the heading.
        heading: The heading; a link where it has a page of its own.
        count: How many records there are.
        entries: The records.
    """

    anchor: str
    heading: Link | Run
    count: str
    entries: tuple[Entry, ...]


def sections_of(
    voice: Voice, address: Address, records: Sequence[Recommendation]
) -> tuple[Section, ...]:
    """Return the records of a group under headings, none of which is empty.

    Those of a theme stand by body, those of a ministry by their main theme, and those of a body by
    document, the newest first.
    """
    make = {"theme": _by_body, "ministry": _by_theme, "body": _by_document}[address.kind]
    entry = _as_answering(voice, address.key) if address.kind == "ministry" else None
    anchors: set[str] = set()
    return tuple(
        Section(
            anchor=_anchor(name, anchors),
            heading=heading,
            count=voice.words("site_group").number(len(found)),
            entries=tuple(
                entry(one) if entry else entry_of(voice, one) for one in sorted(found, key=_order)
            ),
        )
        for name, heading, found in make(voice, records)
    )


Grouped = Iterable[tuple[str, Link | Run, list[Recommendation]]]


def _by_body(voice: Voice, records: Sequence[Recommendation]) -> Grouped:
    """Return records by body, treaty bodies first, each by its short name."""
    groups = _grouped(records, lambda one: one.source.body)
    actors = voice.site.dataset.actors

    def place(body: str) -> tuple[bool, str, str]:
        actor = actors.get(body)
        is_other = actor is None or actor.kind != "treaty-body"
        return is_other, ((actor.abbreviation if actor else None) or body).casefold(), body

    return [(f"body-{one}", voice.actor(one), groups[one]) for one in sorted(groups, key=place)]


def _by_theme(voice: Voice, records: Sequence[Recommendation]) -> Grouped:
    """Return records by main theme, by name; those without one come last."""
    groups = _grouped(records, lambda one: one.main_theme or "")
    none = Run(voice.words("site_group").label["no_theme"])
    headings = {one: voice.theme(one) if one else none for one in groups}

    def place(theme: str) -> tuple[bool, str, str]:
        return not theme, headings[theme].text.casefold(), theme

    return [
        (f"theme-{one or 'none'}", headings[one], groups[one]) for one in sorted(groups, key=place)
    ]


def _by_document(voice: Voice, records: Sequence[Recommendation]) -> Grouped:
    """Return records by year and document, the newest first; those without a date come last."""
    groups = _grouped(records, _cycle)
    found = []
    for (year, symbol), held in sorted(groups.items(), key=lambda item: _newest_first(item[0])):
        name = f"document-{year or ''}-{symbol}"
        heading = _document(voice, held)
        if heading == voice.words("place").say("unknown_document"):
            heading = capital(heading)
        found.append((name, Run(heading), held))
    return found


def _cycle(record: Recommendation) -> tuple[int, str]:
    source = record.source
    return source.date.year if source.date else 0, source.document or ""


def _newest_first(cycle: tuple[int, str]) -> tuple[int, bool, str]:
    year, symbol = cycle
    return -year, not symbol, symbol


def _document(voice: Voice, records: Sequence[Recommendation]) -> str:
    """Return the document and its date, or its year where its records have different dates.

    It is marked as inferred where it is in all of them.
    """
    sure = [one for one in records if not {"document", "date"} & {*one.provenance.inferred}]
    first, places = (sure or list(records))[0], voice.places
    symbol, when = first.source.document, first.source.date
    if when is None or (symbol and len({one.source.date for one in records}) == 1):
        return places.document(first)
    year = places.marked(first, "date", str(when.year))
    if symbol is None:
        return f"{year}, {voice.words('place').say('unknown_document')}"
    return f"{places.marked(first, 'document', symbol)}, {year}"


def _as_answering(voice: Voice, ministry: str) -> Callable[[Recommendation], Entry]:
    """Return what makes entries that say whether a ministry leads or answers with others."""
    words = voice.words("site_group")
    inferred = voice.words("place").say("inferred", told="")
    label = words.label["role"]

    def told(record: Recommendation) -> str:
        lead, *rest = record.ministries
        others = words.listed(
            [voice.short(one).text for one in record.ministries if one != ministry]
        )
        if not others:
            return words.say("role_alone")
        if lead == ministry:
            return words.say("role_leads", others=others)
        if len(rest) == 1:
            return words.say("role_with_lead", lead=voice.short(lead).text)
        return words.say("role_with", others=others, lead=voice.short(lead).text)

    def entry(record: Recommendation) -> Entry:
        mark = inferred if "ministries" in record.provenance.inferred else ""
        made = entry_of(voice, record)
        return replace(made, facts=(Fact(label, told(record) + mark), *made.facts[1:]))

    return entry


def _grouped(
    records: Iterable[Recommendation], key: Callable[[Recommendation], Key]
) -> dict[Key, list[Recommendation]]:
    groups: dict[Key, list[Recommendation]] = {}
    for one in records:
        groups.setdefault(key(one), []).append(one)
    return groups


def _order(record: Recommendation) -> Order:
    """Return what sorts records: by body, the newest first, in the order of paragraphs.

    Within a theme or a body it is one body anyway. What has no date, or no place in its document,
    comes after what has one.
    """
    source = record.source
    place = source.paragraph or source.proposal or ""
    year = source.date.year if source.date else 0
    return not year, -year, source.body, not place, numbering(place), record.id


def _anchor(name: str, taken: set[str]) -> str:
    """Return an id for a heading, which no other heading of the page has."""
    base = _NOT_IN_ANCHORS.sub("-", name.casefold()).strip("-")
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    taken.add(anchor)
    return anchor
