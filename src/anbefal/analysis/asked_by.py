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

    What the links ``same_as`` and ``repeats`` join counts, in any chain and either way
    (:attr:`anbefal.model.links.LinkIndex.families`). Concerns
    and requests for follow-up are passed through and not counted: they do not ask for it.

    Sorted as lawyers list bodies: treaty bodies, then others, each by its short name; of one body
    by year, the oldest first, then by document, and what has neither last. The order is the same
    in every language.

    Args:
        dataset: The repository.
        ids: Ids of recommendations of one ask; those that are not there are passed over.
    """
    cycles: defaultdict[Cycle, list[Recommendation]] = defaultdict(list)
    families = {member for one in ids for member in dataset.links.family(one)}
    for one in sorted(families & dataset.recommendations.keys()):
        record = dataset.recommendations[one]
        if record.kind == "recommendation":
            cycles[_cycle(record)].append(record)
    askings = (_asking(cycle, records) for cycle, records in cycles.items())
    return tuple(sorted(askings, key=lambda asking: _place(dataset, asking)))


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


def _place(dataset: Dataset, asking: Asking) -> tuple[bool, str, str, bool, int, bool, str]:
    actor = dataset.actors.get(asking.body)
    is_other = actor is None or actor.kind != "treaty-body"
    short = ((actor.abbreviation if actor else None) or asking.body).casefold()
    year, document = asking.year, asking.document
    when = (year is None, year or 0, document is None, document or "")
    return is_other, short, asking.body, *when
