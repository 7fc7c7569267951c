"""Which recommendations of a repository may be the same ask, by what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.candidates import candidates
from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.grouping import grouped
from anbefal.analysis.duplicates.judging import LEAST, judge
from anbefal.analysis.duplicates.pairs import Judgement, Pair, Suggestions
from anbefal.analysis.duplicates.texts import Wording, wordings
from anbefal.analysis.linking import Relation
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation


def suggest(
    dataset: Dataset, *, least: float = LEAST, among: Collection[str] | None = None
) -> Suggestions:
    """Return the pairs that may belong together and that nobody has decided on.

    Recommendations are compared with recommendations, concerns with concerns and requests with
    requests, in English where both have it, else in Norwegian.

    Args:
        dataset: The repository.
        least: The lowest score of a duplicate, 0 to 1.
        among: Ids of which every pair must have one; without it, all.
    """
    decided = Decided.index(dataset)
    judged: dict[tuple[str, str], tuple[Judgement, AskLanguage]] = {}
    compared: set[str] = set()
    for records in _by_kind(dataset).values():
        for language, texts in wordings(dataset, records).items():
            compared |= {one.record for one in texts} if len(texts) > 1 else set()
            for a, b, judgement in _judged(texts, decided, least, among):
                judged.setdefault((a, b), (judgement, language))
    pairs = [
        _pair(dataset, a, b, judgement, language)
        for (a, b), (judgement, language) in judged.items()
        if judgement.relation != "nothing"
    ]
    pairs.sort(key=lambda one: (one.judgement.relation, -one.judgement.score, one.a, one.b))
    return Suggestions(
        pairs=tuple(pairs),
        clusters=grouped(pairs, decided),
        compared=len(compared),
        alone=tuple(one for one in sorted(dataset.recommendations) if one not in compared),
    )


def _by_kind(dataset: Dataset) -> Mapping[str, list[Recommendation]]:
    kinds: dict[str, list[Recommendation]] = {}
    for _, record in sorted(dataset.recommendations.items()):
        kinds.setdefault(record.kind, []).append(record)
    return kinds


def _judged(
    texts: Sequence[Wording], decided: Decided, least: float, among: Collection[str] | None
) -> Iterator[tuple[str, str, Judgement]]:
    """Yield the undecided pairs of records with what is thought of them, smaller id first."""
    reads = [text.read() for text in texts]
    for candidate in candidates([read.text.split() for read in reads]):
        a, b = texts[candidate.a].record, texts[candidate.b].record
        if among is not None and a not in among and b not in among:
            continue
        if not decided.holds(a, b):
            yield a, b, judge(reads[candidate.a], reads[candidate.b], least)


def _pair(
    dataset: Dataset, one: str, other: str, judgement: Judgement, language: AskLanguage
) -> Pair:
    earlier, later = sorted((one, other), key=lambda name: _when(dataset, name))
    return Pair(later, earlier, judgement, language, _link(dataset, later, earlier, judgement))


def _when(dataset: Dataset, name: str) -> tuple[str, str]:
    date = dataset.recommendations[name].source.date
    return (str(date) if date else "", name)


def _link(dataset: Dataset, later: str, earlier: str, judgement: Judgement) -> Relation:
    if judgement.relation == "related":
        return "related"
    return "repeats" if asked_earlier(dataset, later, earlier) else "same_as"


def asked_earlier(dataset: Dataset, later: str, earlier: str) -> bool:
    """Return whether one recommendation is of an earlier cycle of the other's body.

    What a body writes in one year is one cycle; without both years nothing is earlier.
    """
    new, old = (dataset.recommendations[one].source for one in (later, earlier))
    if new.body != old.body or new.date is None or old.date is None:
        return False
    return old.date.year < new.date.year
