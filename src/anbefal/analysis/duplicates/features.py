"""What two asks have in common and in what they differ, as numbers that the weights are for.

Every feature has the same value whichever of the two asks comes first.
"""

from __future__ import annotations

from anbefal.analysis.ask.asks import DO, Part
from anbefal.analysis.duplicates.kinds import BROAD, CONSIDER, STANDING, are_of_other_kinds
from anbefal.analysis.duplicates.likeness import lacked, overlap
from anbefal.analysis.duplicates.obligations import Obligation, are_tied_to
from anbefal.analysis.duplicates.reads import Read, closest

Features = dict[str, float]

MANY = 3
"""How many treaties two lists must share to be much the same, though one more stands in one."""

MOST = 8.0
"""What a count of words is cut off at, so that long texts do not decide alone."""


def treaty_features(a: Read, b: Read, one: Obligation, other: Obligation) -> Features:
    """Return the features of two asks that would bind the state."""
    first, second = frozenset(one.treaties), frozenset(other.treaties)
    small, large = sorted((first, second), key=len)
    within = bool(small) and small <= large
    leads = _lead(one) == _lead(other) is not None
    general = one.general and other.general
    same = first == second and (bool(first) or general)
    alike = one.strength == other.strength and one.act == other.act
    jaccard = _jaccard(first, second, both_empty=general)
    return {
        "same treaties, act and strength": float(same and alike),
        "treaties shared": jaccard,
        "treaties shared, same act and strength": jaccard * alike,
        "many treaties shared, same act and strength": jaccard
        * (alike and len(first & second) >= MANY),
        "same first treaty, act and strength": float(leads and alike),
        "extra are protocols, same act and strength": float(
            alike and within and are_tied_to(large - small, small)
        ),
        "both general, same act and strength": float(general and alike),
        "both general, one with examples, same act and strength": float(
            general and alike and bool(first) != bool(second)
        ),
        "one only considered": float(_only_one(one.strength, other.strength, CONSIDER)),
        "both only considered": float(one.strength == other.strength == CONSIDER),
        "one comes later in its text": float(bool(one.place) != bool(other.place)),
        "words of the main ask": overlap(a.parts[one.place], b.parts[other.place]).dice,
        "other asks beside it": min(max(a.rest, b.rest), MOST),
    }


def other_features(a: Read, b: Read) -> Features:
    """Return the features of two asks of which one or both ask for no treaty."""
    i, j = closest(a, b)
    main, best = (a.ask.main, b.ask.main), (a.ask.parts[i], b.ask.parts[j])
    alike = overlap(a.parts[0], b.parts[0])
    closeness = overlap(a.parts[i], b.parts[j]).dice
    lacks, best_lacks = lacked(a.parts[0], b.parts[0]), lacked(a.parts[i], b.parts[j])
    return {
        "words of the main asks, same strength": alike.dice * _same(main, "strength"),
        "words of the main ask contained": overlap(a.cores[0], b.cores[0]).contained,
        "words of the closest asks contained": overlap(a.cores[i], b.cores[j]).contained,
        "words of the whole": overlap(a.whole, b.whole).dice,
        "weight of what the main asks share": min(alike.both, MOST),
        "words as a set": _token_set(a.text, b.text),
        "no subject shared": float(_apart(main[0].subjects, main[1].subjects)),
        "no subject shared, closest asks": float(_apart(best[0].subjects, best[1].subjects)),
        "subjects that one lacks": min(max(lacks.subjects), MOST),
        "groups that one lacks": min(max(best_lacks.groups), MOST),
        "alike but for the subject": _alike_but_for_the_subject(a, b),
        **_strengths(main, best),
        "same deed": float(_same(main, "deed") and main[0].deed != ""),
        "both create": float(main[0].deed == main[1].deed == "create"),
        "a broad and another deed": float((best[0].deed in BROAD) != (best[1].deed in BROAD)),
        **{
            f"only one: {action}": float((action in a.actions) != (action in b.actions))
            for action in ("plan", "train", "prohibit")
        },
        "other kinds of action, alike otherwise": closeness * are_of_other_kinds(*best),
        "actions shared": _jaccard(a.actions, b.actions, both_empty=True),
        "subjects of the whole shared": _jaccard(a.subjects, b.subjects),
    }


def subject_features(a: Read, b: Read) -> Features:
    """Return the features that tell whether two asks are about the same subject at all."""
    whole = overlap(a.whole, b.whole)
    return {
        "words of the whole": whole.dice,
        "weight shared": min(whole.both, MOST),
        "subjects shared": _jaccard(a.subjects, b.subjects),
        "no subject shared": float(_apart(a.subjects, b.subjects)),
        "a treaty or body shared": float(not a.instruments.isdisjoint(b.instruments)),
        "groups shared": float(not a.groups.isdisjoint(b.groups)),
        "both would bind the state": float(bool(a.obligation and b.obligation)),
        "only one would bind the state": float(bool(a.obligation) != bool(b.obligation)),
    }


def _strengths(main: tuple[Part, Part], best: tuple[Part, Part]) -> Features:
    """Return in what the strength of the main and of the closest asks differs."""
    strengths = best[0].strength, best[1].strength
    done_or_not = best[0].deed == best[1].deed and best[0].deed in STANDING
    continued = _only_one(*strengths, "continue") and DO in strengths
    considered = _only_one(*strengths, CONSIDER)
    return {
        "one only considered": float(_only_one(main[0].strength, main[1].strength, CONSIDER)),
        "one only considered, closest asks": float(considered),
        "one only considered, done or not done": float(considered and done_or_not),
        "one only continued, done or not done": float(continued and done_or_not),
    }


def _alike_but_for_the_subject(a: Read, b: Read) -> float:
    """Return how alike two texts are where each has a subject that the other lacks, else 0.

    Much alike but for the subject is mostly another ask; little alike in all words mostly is not.
    """
    return overlap(a.core, b.core).dice * bool(min(lacked(a.core, b.core).subjects))


def _lead(one: Obligation) -> str | None:
    return one.treaties[0] if one.treaties else None


def _jaccard(one: frozenset[str], other: frozenset[str], *, both_empty: bool = False) -> float:
    return len(one & other) / len(one | other) if one | other else float(both_empty)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _only_one(one: str, other: str, word: str) -> bool:
    return (one == word) != (other == word)


def _same(parts: tuple[Part, Part], name: str) -> bool:
    return bool(getattr(parts[0], name) == getattr(parts[1], name))


def _token_set(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(one, other) / 100
