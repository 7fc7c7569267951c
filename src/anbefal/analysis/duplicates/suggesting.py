"""Which recommendations of a repository may be the same ask, by what they say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from anbefal.analysis.ask.asks import Ask
from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.candidates import candidates
from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.grouping import grouped
from anbefal.analysis.duplicates.judging import LEAST, judge
from anbefal.analysis.duplicates.likeness import overlap
from anbefal.analysis.duplicates.pairs import Judgement, Pair, Suggestions
from anbefal.analysis.duplicates.reads import Read
from anbefal.analysis.duplicates.texts import Wording, wordings
from anbefal.analysis.duplicates.weights import DECIMALS
from anbefal.analysis.linking import Relation
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

EVERY = 1_000
"""Up to so many different texts every pair of neighbours is judged."""

ALIKE = 0.25
"""What the words of two texts must have in common, 0 to 1, to be judged among more texts.

Measured on 7,913 texts to 62 states in one: half of the pairs need no judging. Of labelled
duplicates 92.1 % are still judged, of 94.0; of labelled related pairs 59.2, of 72.1.
"""

SAME = 100
"""How many records that ask in the very same words are compared, the first by id; each of the rest
is paired with the first alone."""


def suggest(
    dataset: Dataset, *, least: float = LEAST, among: Collection[str] | None = None
) -> Suggestions:
    """Return the pairs that may belong together and that nobody has decided on.

    Recommendations are compared with recommendations, concerns with concerns and requests with
    requests, in English where both have it, else in Norwegian. Each pair of different asks is
    judged once. Among more than :data:`EVERY` texts, those are left out that have
    few words in common, and of more than :data:`SAME` records with the same words, the most.

    Args:
        dataset: The repository.
        least: The lowest score of a duplicate, 0 to 1.
        among: Ids of which every pair must have one; without it, all.
    """
    decided = Decided.index(dataset)
    judged: dict[tuple[str, str], tuple[Judgement, AskLanguage]] = {}
    compared: set[str] = set()
    for records in _by_kind(dataset).values():
        read = wordings(dataset, records)
        for language, texts in read.items():
            worded = {one.record for one in texts if one.read().text}
            compared |= worded if len(worded) > 1 else set()
            for a, b, judgement in _judged(texts, decided, least, among):
                # What is nothing in one language is not asked again in another.
                if judgement.relation != "nothing" or len(read) > 1:
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
    texts: Sequence[Wording], decided: Decided, least: float, wanted: Collection[str] | None
) -> Iterator[tuple[str, str, Judgement]]:
    """Yield the undecided pairs of records with what is thought of them, smaller id first."""
    reads: dict[Ask, Read] = {}
    asking: dict[Ask, list[str]] = {}
    for text in texts:
        read = text.read()
        reads.setdefault(read.ask, read)
        asking.setdefault(read.ask, []).append(text.record)
    yield from _between(list(reads.values()), list(asking.values()), decided, least, wanted)


def _between(
    reads: Sequence[Read],
    same: Sequence[Sequence[str]],
    decided: Decided,
    least: float,
    wanted: Collection[str] | None,
) -> Iterator[tuple[str, str, Judgement]]:
    for a, b in _worth_judging(reads, same):
        pairs = [
            pair
            for pair in (_within(same[a]) if a == b else product(same[a][:SAME], same[b][:SAME]))
            if (wanted is None or pair[0] in wanted or pair[1] in wanted)
            and not decided.holds(*pair)
        ]
        if pairs:
            judgement = judge(reads[a], reads[b], least)
            yield from ((min(pair), max(pair), judgement) for pair in pairs)


def _worth_judging(
    reads: Sequence[Read], same: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Yield the places of two texts to be judged, twice the same where several records have it."""
    for place, read in enumerate(reads):
        if read.text and len(same[place]) > 1:
            yield place, place
    for a, b, _ in candidates([read.text.split() for read in reads]):
        if len(reads) <= EVERY or _have_in_common(reads[a], reads[b]) >= ALIKE:
            yield a, b


def _have_in_common(a: Read, b: Read) -> float:
    return round(overlap(a.whole, b.whole).dice, DECIMALS)


def _within(records: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from combinations(records[:SAME], 2)
    yield from ((records[0], other) for other in records[SAME:])


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
