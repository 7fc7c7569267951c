"""Who asks for the same, and in which years, by the links that people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anbefal.model.asking import Asking
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

Cycle = tuple[str, int | None, str | None]
"""Body, year, and the document where no year is known."""


def asked_by(dataset: Dataset, ids: Iterable[str]) -> tuple[Asking, ...]:
    """Return who asks for what some records ask for, one entry a body and cycle.

    What the links ``same_as`` and ``repeats`` join counts, in any chain and either way. Concerns
    and requests for follow-up are passed through and not counted: they do not ask for it.

    Sorted as lawyers list bodies: treaty bodies, then others, each by its short name; of one body
    by year, the oldest first and what has no year last. The order is the same in every language.

    Args:
        dataset: The repository.
        ids: Ids of recommendations of one ask; those that are not there are passed over.
    """
    cycles: defaultdict[Cycle, list[Recommendation]] = defaultdict(list)
    for one in sorted(_joined(dataset, ids)):
        record = dataset.recommendations[one]
        if record.kind == "recommendation":
            cycles[_cycle(record)].append(record)
    askings = (_asking(cycle, records) for cycle, records in cycles.items())
    return tuple(sorted(askings, key=lambda asking: _place(dataset, asking)))


def _joined(dataset: Dataset, ids: Iterable[str]) -> set[str]:
    """Return records with what they repeat, what repeats them and the same asks, by any chain."""
    found: set[str] = set()
    waiting = [*ids]
    while waiting:
        one = waiting.pop()
        if one in found or one not in dataset.recommendations:
            continue
        found.add(one)
        waiting += dataset.links.repeats.get(one, ())
        waiting += dataset.links.repeated_by.get(one, ())
        waiting += dataset.links.same_as(one)
    return found


def _cycle(record: Recommendation) -> Cycle:
    source = record.source
    if source.date:
        return source.body, source.date.year, None
    return source.body, None, source.document


def _asking(cycle: Cycle, records: list[Recommendation]) -> Asking:
    body, year, document = cycle
    told = "document" if year is None else "date"
    is_known = year is not None or document is not None
    inferred = is_known and all(told in record.provenance.inferred for record in records)
    return Asking(body, year, document, inferred, tuple(records))


def _place(dataset: Dataset, asking: Asking) -> tuple[bool, str, str, bool, int, str]:
    actor = dataset.actors.get(asking.body)
    is_other = actor is None or actor.kind != "treaty-body"
    short = (actor.abbreviation if actor else None) or asking.body
    undated = asking.year is None
    return is_other, short.casefold(), asking.body, undated, asking.year or 0, asking.document or ""
