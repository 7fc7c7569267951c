"""What makes two texts different asks however alike they are otherwise."""

from __future__ import annotations

from anbefal.analysis.ask.asks import Ask, Part
from anbefal.analysis.ask.instrument_grammar import is_year
from anbefal.analysis.duplicates.kinds import are_of_other_kinds
from anbefal.analysis.duplicates.likeness import Lacked, lacked
from anbefal.analysis.duplicates.pairs import Aspect
from anbefal.analysis.duplicates.reads import Read, closest

CEILING = 0.4
"""The score that such a pair does not exceed: it is likelier another ask than the same."""

REST = 0.75
"""What else may be in one text and not in the other, as weight, where one word decides: less than
a word that tells what is asked."""

FEW = REST + 1
"""The same where two asks are near or the numbers differ: one word that tells what is asked beside
that."""

LIST = 3
"""From so many asks on a text is a list of which a later one is a side point. Of 54 such pairs
among the labelled ones to fit, one is a duplicate."""

_OPPOSED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        frozenset({"prohibit", "abolish", "suspend", "repeal"}),
        frozenset({"reduce", "collect", "train", "submit", "cooperate"}),
    ),
    (frozenset({"create"}), frozenset({"ensure", "amend", "strengthen"})),
    (frozenset({"prohibit"}), frozenset({"repeal"})),
    (frozenset({"allow"}), frozenset({"prohibit", "abolish", "suspend"})),
    (frozenset({"adopt"}), frozenset({"abolish", "repeal", "collect"})),
    (frozenset({"strengthen"}), frozenset({"reduce"})),
)
"""Deeds that are never the same: to end a thing, or to have less of it, count it, teach about it;
to set it up, or to better what is there; to make it a crime, or no crime any more; to allow or to
end it; to adopt it, or to repeal or evaluate it; to have more of it, or less."""


def decisive_difference(a: Read, b: Read) -> Aspect | None:
    """Return what makes two texts different asks, whatever their likeness.

    Only one would bind the state by the treaty that both name. Or they are alike but for one thing
    that is put for another: the group, the subject, the treaty or body, a number (an age, a share,
    an article), the kind of action, the deed; or one says "not", "only" or "except". Or one is a
    side point of the other. Weights can hardly learn that from labelled pairs: few of these differ
    in one word alone.
    """
    lacks = lacked(a.core, b.core)
    rules: tuple[tuple[Aspect, bool], ...] = (
        ("action", _only_one_binds(a, b)),
        ("instrument", not (a.obligation and b.obligation) and _is_all(lacks, lacks.instruments)),
        ("group", min(lacks.groups) > 0 and _is_all(lacks, _about_and_whom(lacks))),
        ("subject", _is_all(lacks, lacks.subjects) or _other_numbers(a, b, lacks)),
        ("part-of", _is_aside(a, b) or _is_aside(b, a)),
        ("subject", _is_near(lacks) and a.limits != b.limits),
        ("action", _is_near(lacks) and _is_another_deed(a.ask.main, b.ask.main)),
    )
    return next((aspect for aspect, holds in rules if holds), None)


def _only_one_binds(a: Read, b: Read) -> bool:
    """Return whether only one would bind the state by a treaty that both main asks name."""
    named = set(a.ask.main.instruments) & set(b.ask.main.instruments)
    return bool(a.obligation) != bool(b.obligation) and bool(named)


def _is_aside(one: Read, other: Read) -> bool:
    """Return whether a single ask is most like one that stands later in a long list."""
    is_single = len(one.ask.parts) == 1
    return is_single and len(other.ask.parts) >= LIST and closest(one, other)[1] > 0


def _is_near(lacks: Lacked) -> bool:
    """Return whether little more than a word or two differ."""
    return max(lacks.words) <= FEW


def _about_and_whom(lacks: Lacked) -> tuple[float, float]:
    """Return what each lacks of subjects and groups: violence against women is one phrase."""
    one, other = zip(lacks.subjects, lacks.groups, strict=True)
    return sum(one), sum(other)


def _is_all(lacks: Lacked, kind: tuple[float, float]) -> bool:
    """Return whether each has something of a kind that the other lacks, and little else."""
    return min(kind) > 0 and max(n - k for n, k in zip(lacks.words, kind, strict=True)) <= REST


def _other_numbers(a: Read, b: Read, lacks: Lacked) -> bool:
    """Return whether they name other numbers, and hardly anything else differs."""
    if not _name_other_numbers(a.ask, b.ask):
        return False
    counted = [sum(read.core.get(number, 0.0) for number in read.ask.numbers) for read in (a, b)]
    return max(n - k for n, k in zip(lacks.words, counted, strict=True)) <= FEW


def _name_other_numbers(a: Ask, b: Ask) -> bool:
    """Return whether each names a number that the other does not.

    Years count only where one of them names nothing else, and then only where none is the same:
    "10 shelters by 2027".
    """
    ages = [{number for number in ask.numbers if not is_year(number)} for ask in (a, b)]
    if all(ages):
        return bool(ages[0] - ages[1] and ages[1] - ages[0])
    return bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)


def _is_another_deed(one: Part, other: Part) -> bool:
    return _opposed(one, other) or are_of_other_kinds(one, other)


def _opposed(one: Part, other: Part) -> bool:
    deeds = one.deed, other.deed
    return any(
        first in some and second in others
        for some, others in _OPPOSED
        for first, second in (deeds, deeds[::-1])
    )
