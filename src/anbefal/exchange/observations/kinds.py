"""What a paragraph does: whether it recommends, is concerned, asks for follow-up, or none of them.

The committee's own verb decides, which stands at the head of a sentence: ``The Committee
recommends``, ``The State party should``, ``In the light of …, the Committee urges``. What others
recommend, or what the committee tells that the state should do or does not, is nothing it asks for.

A request to hand in the next report or to make the observations known is no recommendation, unless
the committee recommends it or says that the state should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from anbefal.exchange.observations.follow_up import asks_for_follow_up
from anbefal.exchange.observations.sentences import sentences_of
from anbefal.exchange.observations.verbs import (
    ADVERBS,
    ASKS_WHOM,
    COMMITTEE,
    CONCERN,
    IMPERSONAL_CONCERN,
    IS_ASKED,
    JOINED,
    OWES,
    PRONOUN,
    STRONG,
    WEAK,
    WELCOMES,
    is_about_dissemination,
    is_about_reporting,
)
from anbefal.model.recommendation import RecommendationKind

Aside = Literal["", "dissemination", "reporting", "positive aspects"]

_IN_INTRODUCTIONS = """
in while as to with for where when given pursuant further furthermore moreover also additionally
accordingly therefore consequently finally at through until taking bearing recalling noting
reiterating drawing considering following under within on by if notwithstanding despite
specifically particularly nevertheless nonetheless however although though likewise similarly
alternatively emphasizing emphasising stressing underlining welcoming acknowledging recognizing
recognising referring reminding guided regarding concerning aware mindful alarmed concerned
convinced reaffirming highlighting having whilst since because based like thus hence lastly
"""
_INTRODUCES = re.compile(rf"(?:{'|'.join(_IN_INTRODUCTIONS.split())})\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+|^\w+\s+(?:(?:this|that|these) \w+\s+)?")
_LONGEST = 10_000
"""Letters of a sentence that are looked at; the longest real ones have some two thousand."""
_SHORTEST = 8
"""Letters of the shortest sentence that may say anything."""
_MOST = 30
"""How many verbs and clauses of a sentence are looked at."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What words do.

    Attributes:
        kind: The kind of record that they are; ``None`` where they are none.
        aside: What they are instead, as far as it is known.
    """

    kind: RecommendationKind | None = None
    aside: Aside = ""


NOTHING = Judgement()
_RECOMMENDS = Judgement("recommendation")
_CONCERNED = Judgement("concern")
_FOLLOWS_UP = Judgement("follow-up-request")
_WELCOMING = Judgement(None, "positive aspects")
_ORDER = ("follow-up-request", "recommendation", "concern", None)


@lru_cache(maxsize=64)  # a sentence that leads in items is asked for once for each of them
def kind_of(text: str) -> Judgement:
    """Return what a paragraph does; one that is concerned and recommends, recommends."""
    sentences = (one for one in sentences_of(text) if len(one) >= _SHORTEST)
    return strongest([_judged(sentence[:_LONGEST]) for sentence in sentences])


def strongest(found: list[Judgement]) -> Judgement:
    """Return what several sentences do together."""
    ranked = sorted(found, key=lambda one: (_ORDER.index(one.kind), not one.aside))
    return ranked[0] if ranked else NOTHING


def _judged(sentence: str) -> Judgement:
    if asks_for_follow_up(sentence):
        return _FOLLOWS_UP
    return strongest([_weighed(one, sentence) for one in _verdicts(sentence)])


def _weighed(one: Judgement | Literal["weak"], sentence: str) -> Judgement:
    """Return a verdict; a weak verb recommends unless it is about reports or dissemination."""
    if one != "weak":
        return one
    if is_about_dissemination(sentence):
        return Judgement(None, "dissemination")
    return Judgement(None, "reporting") if is_about_reporting(sentence) else _RECOMMENDS


def _verdicts(sentence: str) -> Iterator[Judgement | Literal["weak"]]:
    """Yield what the verbs of the committee, and of what the state owes, do."""
    if IMPERSONAL_CONCERN.match(sentence):
        yield _CONCERNED
    speaker = COMMITTEE.match(sentence) or PRONOUN.match(sentence)
    if speaker:
        yield from _spoken(sentence[speaker.end() :])
    elif found := _by_verb_alone(sentence[:1].lower() + sentence[1:]):
        yield found  # "(a) Recommends that …" under "The Committee:"
    else:
        for other in islice(COMMITTEE.finditer(sentence), _MOST):
            yield from _spoken(sentence[other.end() :])
    if not COMMITTEE.match(sentence):
        yield from _owed(sentence, may_be_introduced=not speaker)


def _spoken(said: str) -> Iterator[Judgement | Literal["weak"]]:
    """Yield what the verbs do that follow the name of the one who speaks."""
    starts = [found.end() for found in (ADVERBS.match(said),) if found]
    if said.startswith(","):  # "The Committee, while welcoming …, is concerned"
        starts += [found.end() for found in islice(re.finditer(r",\s+", said), _MOST)]
    for start in starts:
        if found := _by_verb(said[start:]):
            yield found
            break
    for joined in islice(JOINED.finditer(said), _MOST):
        words = joined["verb"].strip(" ,")
        is_of_another = re.search(r"\b(?:who|which|whose)\b[^,]*$", said[: joined.start()])
        if (found := _by_verb_alone(_without_adverbs(words))) and not is_of_another:
            yield found


def _without_adverbs(words: str) -> str:
    found = ADVERBS.match(f" {words}")
    return f" {words}"[found.end() :] if found else words


def _by_verb(words: str) -> Judgement | Literal["weak"] | None:
    """Return what words do that begin with a verb."""
    if CONCERN.match(words):
        return _CONCERNED
    if STRONG.match(words):
        return _RECOMMENDS
    if WEAK.match(words):
        return "weak"
    return _WELCOMING if WELCOMES.match(words) else None


def _by_verb_alone(words: str) -> Judgement | Literal["weak"] | None:
    """Return the same of a verb without the one who speaks before it: it must say whom it asks."""
    found = _by_verb(words)
    is_asking = found in {_RECOMMENDS, "weak"} and not CONCERN.match(words)
    return None if is_asking and not ASKS_WHOM.match(words) else found


def _owed(sentence: str, *, may_be_introduced: bool) -> Iterator[Judgement | Literal["weak"]]:
    """Yield what the state should do, where a sentence or its main clause says so."""
    starts = [0]
    if may_be_introduced and _INTRODUCES.match(sentence):
        starts += [found.end() for found in _COMMA.finditer(sentence)]
        yield from _said_by_it(sentence, starts[1:])
    for start in starts:
        if OWES.match(sentence, start):
            yield _RECOMMENDS
            return
        if asked := IS_ASKED.match(sentence, start):
            yield _RECOMMENDS if asked["verb"].lower() in {"recommended", "urged"} else "weak"
            return


def _said_by_it(sentence: str, starts: list[int]) -> Iterator[Judgement | Literal["weak"]]:
    """Yield what ``it`` does in the main clause behind an introduction."""
    speakers = (found for start in starts if (found := PRONOUN.match(sentence, start)))
    for speaker in islice(speakers, _MOST):
        yield from _spoken(sentence[speaker.end() :])
