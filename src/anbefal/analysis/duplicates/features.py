"""What two asks have in common and in what they differ, as numbers that the weights are for.

Every feature has the same value whichever of the two asks comes first.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from itertools import product

from anbefal.analysis.ask.reading import DO, SIGNS, Ask, Part
from anbefal.analysis.duplicates.likeness import Bag, bag, missing, overlap, shared, unshared
from anbefal.analysis.duplicates.obligations import Obligation, are_protocols_of

Features = dict[str, float]

CONSIDER = "consider"

STANDING = frozenset(
    {"ratify", "withdraw", "create", "abolish", "invite", "incorporate", "submit", "prohibit"}
    | {"adopt", "suspend"}
)
"""Deeds that are done or not done, so that to consider or continue them is another ask."""

BROAD = frozenset({"", "strengthen", "ensure", "combat", "implement", "amend"})
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


@dataclass(frozen=True, slots=True)
class Read:
    """An ask with the words that are compared, made once for each text.

    Attributes:
        ask: The ask.
        whole: All its words.
        parts: The words of each part.
        cores: Those of each part without details.
        text: All its words in the order of the text, joined.
    """

    ask: Ask
    whole: Bag
    parts: tuple[Bag, ...]
    cores: tuple[Bag, ...]
    text: str


def prepared(ask: Ask) -> Read:
    """Return an ask ready for comparison."""
    tokens = (token for part in ask.parts for token in (*part.core, *part.details))
    return Read(
        ask=ask,
        whole=bag(ask.parts, ask.language),
        parts=tuple(bag([part], ask.language) for part in ask.parts),
        cores=tuple(bag([part], ask.language, details=False) for part in ask.parts),
        text=" ".join(tokens),
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
    rests = sorted(
        min(sum(bag(x.others, r.ask.language).values()), MOST) for x, r in ((one, a), (other, b))
    )
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
    core, best_core = overlap(a.cores[0], b.cores[0]), overlap(a.cores[i], b.cores[j])
    all_a, all_b = _actions(a.ask), _actions(b.ask)
    return {
        "words of the main asks, same strength": alike.dice * _same(main, "strength"),
        "words of the main asks": alike.dice,
        "words of the main ask contained": core.contained,
        "words of the closest asks contained": best_core.contained,
        "words of the whole": overlap(a.whole, b.whole).dice,
        "weight of what the main asks share": min(shared(a.parts[0], b.parts[0]), MOST),
        "words as a set": _token_set(a.text, b.text),
        "subjects shared": _jaccard(main[0].subjects, main[1].subjects),
        "no subject shared": float(_apart(main[0].subjects, main[1].subjects)),
        "no subject shared, closest asks": float(_apart(best[0].subjects, best[1].subjects)),
        "subjects that one lacks": _missing(a.parts[0], b.parts[0], "subjects"),
        "groups that one lacks": _missing(a.parts[i], b.parts[j], "groups"),
        **_but_for(a, b),
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
        "only one a treaty act": float(_only_one_binds(main)),
        **{
            f"only one: {action}": float((action in all_a) != (action in all_b))
            for action in TOLD_APART
        },
        "length differs": abs(len(a.ask.parts) - len(b.ask.parts)) / 4,
    }


def subject_features(a: Read, b: Read) -> Features:
    """Return the features that tell whether two asks are about the same subject at all."""
    whole = overlap(a.whole, b.whole)
    return {
        "words of the whole": whole.dice,
        "words contained": whole.contained,
        "weight shared": min(shared(a.whole, b.whole), MOST),
        "words as a set": _token_set(a.text, b.text),
        "subjects shared": _jaccard(_all(a, "subjects"), _all(b, "subjects")),
        "no subject shared": float(_apart(_all(a, "subjects"), _all(b, "subjects"))),
        "a treaty or body shared": float(bool(_all(a, "instruments") & _all(b, "instruments"))),
        "groups shared": float(bool(_all(a, "groups") & _all(b, "groups"))),
    }


def _but_for(a: Read, b: Read) -> Features:
    """Return how alike two texts are where each has what the other lacks: one put for another.

    Much alike but for one word is mostly another ask; little alike in all words mostly is not.
    """
    whole = bag(a.ask.parts, a.ask.language, details=False)
    other = bag(b.ask.parts, b.ask.language, details=False)
    alike = overlap(whole, other).dice
    lacking = sorted((unshared(whole, other), unshared(other, whole)))
    deeds = a.ask.main.deed, b.ask.main.deed
    return {
        **{
            f"alike but for the {name}": alike * bool(_exchanged(whole, other, lexicon))
            for name, lexicon in (
                ("group", "groups"),
                ("subject", "subjects"),
                ("treaty or body", "instruments"),
            )
        },
        "alike but for a group more": alike * bool(_missing(whole, other, "groups")),
        "alike but for the deed": alike * (deeds[0] != deeds[1] and all(deeds)),
        "alike but for other words": alike * min(lacking[0], MOST),
        "alike but for more words": alike * min(lacking[1], MOST),
    }


def _lead(one: Obligation) -> str | None:
    return one.treaties[0] if one.treaties else None


def _jaccard(one: frozenset[str], other: frozenset[str], *, both_empty: bool = False) -> float:
    return len(one & other) / len(one | other) if one | other else float(both_empty)


def _apart(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one and other) and not set(one) & set(other)


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


def _only_one_binds(parts: tuple[Part, Part]) -> bool:
    binding = {"ratify", "withdraw"}
    return (parts[0].deed in binding) != (parts[1].deed in binding)


def _missing(one: Bag, other: Bag, lexicon: str) -> float:
    sign = SIGNS[lexicon]
    return min(max(missing(one, other, sign), missing(other, one, sign)), MOST)


def _exchanged(one: Bag, other: Bag, lexicon: str) -> float:
    sign = SIGNS[lexicon]
    return min(missing(one, other, sign), missing(other, one, sign), MOST)


def _all(read: Read, name: str) -> frozenset[str]:
    return frozenset(one for part in read.ask.parts for one in getattr(part, name))


def _actions(ask: Ask) -> frozenset[Hashable]:
    return frozenset(action for part in ask.parts for action in part.actions)


def closest(a: Read, b: Read) -> tuple[int, int]:
    """Return the places of the two parts that are most alike, the earliest of several."""
    places = product(range(len(a.parts)), range(len(b.parts)))
    return max(places, key=lambda at: (overlap(a.parts[at[0]], b.parts[at[1]]).dice, -sum(at)))


def _token_set(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(one, other) / 100
