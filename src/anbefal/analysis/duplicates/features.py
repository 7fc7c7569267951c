"""What two asks have in common and in what they differ, as numbers that the weights are for.

Every feature has the same value whichever of the two asks comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from anbefal.analysis.ask.reading import BINDING, DO, Ask, Part
from anbefal.analysis.duplicates.likeness import (
    Bag,
    Overlap,
    bag,
    lacking,
    overlap,
)
from anbefal.analysis.duplicates.obligations import Obligation, are_protocols_of, obligation_of

Features = dict[str, float]

CONSIDER = "consider"

STANDING = frozenset(
    {"ratify", "withdraw", "create", "abolish", "invite", "incorporate", "submit", "prohibit"}
    | {"adopt", "suspend"}
)
"""Deeds that are done or not done, so that to consider or continue them is another ask."""

BROAD = frozenset({"", "strengthen", "ensure", "combat", "reduce", "implement", "amend"})
"""Deeds in which one ask shades into another."""

TOLD_APART = (
    "plan",
    "data",
    "awareness",
    "train",
    "resources",
    "prohibit",
    "institution",
    "legislate",
    "services",
    "remedy",
    "prosecute",
    "consult",
)
"""Kinds of action that make another ask where only one text has them."""

MOST = 8.0
"""What a count of words is cut off at, so that long texts do not decide alone."""


COMPARED = 40
"""How many parts of a text are compared with those of another, from the first on. No real text that
was looked at has so many; who hands in a book gets an answer all the same."""

LONGEST = 20_000
"""How many characters rapidfuzz compares, whose work grows with the square of the length. No real
text that was looked at has a third of it."""


@dataclass(frozen=True, slots=True)
class Read:
    """An ask with the words that are compared, made once for each text.

    Attributes:
        ask: The ask.
        whole: All its words.
        core: Those without details.
        parts: The words of each of the first :data:`COMPARED` parts.
        cores: Those of each part without details.
        text: All its words in the order of the text, joined, at most :data:`LONGEST` characters.
        obligation: What it wants a state to be bound by, if it does.
        actions: Kinds of action that any part asks for.
        instruments: Treaties and bodies that any part is about.
        groups: Whom any part concerns.
        subjects: What any part is about.
        rest: The weight of what it asks for besides the obligation.
    """

    ask: Ask
    whole: Bag
    core: Bag
    parts: tuple[Bag, ...]
    cores: tuple[Bag, ...]
    text: str
    obligation: Obligation | None
    rest: float
    actions: frozenset[str]
    instruments: frozenset[str]
    groups: frozenset[str]
    subjects: frozenset[str]


def prepared(ask: Ask) -> Read:
    """Return an ask ready for comparison."""
    parts, language = ask.parts, ask.language
    tokens = [token for part in parts for token in (*part.core, *part.details)]
    obligation = obligation_of(ask)
    bags = tuple([bag([part], language) for part in parts[:COMPARED]])
    cores = tuple(
        [
            bag([part], language, details=False) if part.details else each
            for part, each in zip(parts, bags, strict=False)
        ]
    )
    alone = len(parts) == 1
    return Read(
        ask=ask,
        whole=bags[0] if alone else bag(parts, language),
        core=cores[0] if alone else bag(parts, language, details=False),
        parts=bags,
        cores=cores,
        text=" ".join(tokens)[:LONGEST],
        obligation=obligation,
        rest=sum(bag(obligation.others, language).values()) if obligation else 0.0,
        actions=frozenset([one for part in parts for one in part.actions]),
        instruments=frozenset([one for part in parts for one in part.instruments]),
        groups=frozenset().union(*[part.groups for part in parts]),
        subjects=frozenset().union(*[part.subjects for part in parts]),
    )


def treaty_features(a: Read, b: Read, one: Obligation, other: Obligation) -> Features:
    """Return the features of two asks that would bind the state."""
    first, second = frozenset(one.treaties), frozenset(other.treaties)
    small, large = sorted((first, second), key=len)
    within = bool(small) and small <= large
    leads = _lead(one) == _lead(other) is not None
    same = first == second and (bool(first) or (one.general and other.general))
    alike = one.strength == other.strength and one.act == other.act
    jaccard = _jaccard(first, second, both_empty=one.general and other.general)
    rests = sorted((min(a.rest, MOST), min(b.rest, MOST)))
    return {
        "same treaties, act and strength": float(same and alike),
        "same treaties": float(same),
        "treaties shared": jaccard,
        "treaties shared, same act and strength": jaccard * alike,
        "same first treaty, act and strength": float(leads and alike),
        "same first treaty": float(leads),
        "no treaty shared": float(bool(first and second) and not first & second),
        "extra are protocols, same act and strength": float(
            alike and within and are_protocols_of(large - small, small)
        ),
        "both general": float(one.general and other.general),
        "both general, one with examples": float(
            one.general and other.general and bool(first) != bool(second)
        ),
        "one general": float(one.general != other.general),
        "one only considered": float(_only_one(one.strength, other.strength, CONSIDER)),
        "both only considered": float(one.strength == other.strength == CONSIDER),
        "one only continued": float(_only_one(one.strength, other.strength, "continue")),
        "other acts": float(one.act != other.act),
        "one comes later in its text": float(bool(one.place) != bool(other.place)),
        "words of the main ask": overlap(a.parts[one.place], b.parts[other.place]).dice,
        "other asks beside it, fewer": rests[0],
        "other asks beside it, more": rests[1],
    }


def other_features(a: Read, b: Read) -> Features:
    """Return the features of two asks of which one or both ask for no treaty."""
    i, j = closest(a, b)
    main, best = (a.ask.main, b.ask.main), (a.ask.parts[i], b.ask.parts[j])
    alike = overlap(a.parts[0], b.parts[0])
    core, lacks = overlap(a.cores[0], b.cores[0]), lacked(a.parts[0], b.parts[0])
    others = i or j
    best_core = overlap(a.cores[i], b.cores[j]) if others else core
    best_lacks = lacked(a.parts[i], b.parts[j]) if others else lacks
    single = len(a.ask.parts) == len(b.ask.parts) == 1
    whole = alike if single else overlap(a.whole, b.whole)
    return {
        "words of the main asks, same strength": alike.dice * _same(main, "strength"),
        "words of the main asks": alike.dice,
        "words of the main ask contained": core.contained,
        "words of the closest asks contained": best_core.contained,
        "words of the whole": whole.dice,
        "weight of what the main asks share": min(alike.both, MOST),
        "words as a set": _token_set(a.text, b.text),
        "subjects shared": _jaccard(main[0].subjects, main[1].subjects),
        "no subject shared": float(_apart(main[0].subjects, main[1].subjects)),
        "no subject shared, closest asks": float(_apart(best[0].subjects, best[1].subjects)),
        "subjects that one lacks": min(max(lacks.subjects), MOST),
        "groups that one lacks": min(max(best_lacks.groups), MOST),
        **_but_for(a, b, core if single else overlap(a.core, b.core)),
        "closest asks are not the main ones": float(bool(i)) + float(bool(j)),
        "one only considered": float(_one_considers(main)),
        "one only considered, closest asks": float(_one_considers(best)),
        "one only considered, done or not done": float(
            _one_considers(best) and best[0].deed == best[1].deed and best[0].deed in STANDING
        ),
        "one only continued, done or not done": float(
            _only_one(best[0].strength, best[1].strength, "continue")
            and DO in {best[0].strength, best[1].strength}
            and best[0].deed == best[1].deed
            and best[0].deed in STANDING
        ),
        "same deed": float(_same(main, "deed") and main[0].deed != ""),
        "only one creates": float((main[0].deed == "create") != (main[1].deed == "create")),
        "only one implements": float(
            (main[0].deed == "implement") != (main[1].deed == "implement")
        ),
        "both create": float(main[0].deed == main[1].deed == "create"),
        "a broad and another deed": float(_broad_and_other(best)),
        "other deeds": float(_other_deeds(main)),
        "only one a treaty act": float(_only_one_binds(a, b)),
        **{
            f"only one: {action}": float((action in a.actions) != (action in b.actions))
            for action in TOLD_APART
        },
        "actions shared": _jaccard(a.actions, b.actions, both_empty=True),
        "subjects of the whole shared": _jaccard(a.subjects, b.subjects),
        "one only works towards, done or not done": float(
            _only_one(best[0].strength, best[1].strength, "work-towards")
            and DO in {best[0].strength, best[1].strength}
            and best[0].deed == best[1].deed
            and best[0].deed in STANDING
        ),
        "length differs": abs(len(a.ask.parts) - len(b.ask.parts)) / 4,
    }


def subject_features(a: Read, b: Read) -> Features:
    """Return the features that tell whether two asks are about the same subject at all."""
    whole = overlap(a.whole, b.whole)
    return {
        "words of the whole": whole.dice,
        "words contained": whole.contained,
        "weight shared": min(whole.both, MOST),
        "words as a set": _token_set(a.text, b.text),
        "subjects shared": _jaccard(a.subjects, b.subjects),
        "no subject shared": float(_apart(a.subjects, b.subjects)),
        "a treaty or body shared": float(not a.instruments.isdisjoint(b.instruments)),
        "groups shared": float(not a.groups.isdisjoint(b.groups)),
    }


def _but_for(a: Read, b: Read, cores: Overlap) -> Features:
    """Return how alike two texts are where each has what the other lacks: one put for another.

    Much alike but for one word is mostly another ask; little alike in all words mostly is not.
    """
    alike = cores.dice
    lacks = lacked(a.core, b.core)
    deeds = a.ask.main.deed, b.ask.main.deed
    return {
        "alike but for the group": alike * bool(min(lacks.groups)),
        "alike but for the subject": alike * bool(min(lacks.subjects)),
        "alike but for the treaty or body": alike * bool(min(lacks.instruments)),
        "alike but for a group more": alike * bool(max(lacks.groups)),
        "alike but for the deed": alike * (deeds[0] != deeds[1] and all(deeds)),
        "alike but for other words": alike * min(*lacks.words, MOST),
        "alike but for more words": alike * min(max(lacks.words), MOST),
    }


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


def _one_considers(parts: tuple[Part, Part]) -> bool:
    return _only_one(parts[0].strength, parts[1].strength, CONSIDER)


def _broad_and_other(parts: tuple[Part, Part]) -> bool:
    return (parts[0].deed in BROAD) != (parts[1].deed in BROAD)


def _other_deeds(parts: tuple[Part, Part]) -> bool:
    return not _same(parts, "deed") and not {parts[0].deed, parts[1].deed} & BROAD


def _only_one_binds(a: Read, b: Read) -> bool:
    """Return whether the main ask of only one is an act by which a treaty binds the state."""
    return (a.ask.main.deed in BINDING) != (b.ask.main.deed in BINDING)


class Lacked(NamedTuple):
    """What each of two has and the other lacks: the weight of all of it, and of each kind."""

    words: tuple[float, float]
    instruments: tuple[float, float]
    subjects: tuple[float, float]
    groups: tuple[float, float]


def lacked(one: Bag, other: Bag) -> Lacked:
    """Return what each of two bags has and the other lacks."""
    kinds = (lacking(one, other), lacking(other, one))
    return Lacked(*zip(*kinds, strict=True))


def closest(a: Read, b: Read) -> tuple[int, int]:
    """Return the places of the two parts that are most alike, the earliest of several."""
    if len(a.parts) == len(b.parts) == 1:
        return 0, 0
    places = product(range(len(a.parts)), range(len(b.parts)))
    return max(places, key=lambda at: (overlap(a.parts[at[0]], b.parts[at[1]]).dice, -sum(at)))


@lru_cache(maxsize=1)  # both tables of a pair ask
def _token_set(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(one, other) / 100
