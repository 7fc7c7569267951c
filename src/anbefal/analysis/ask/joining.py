"""How the verbs of a text are put and joined: where an ask begins, and where one is only told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from anbefal.analysis.ask.marks import Marks
from anbefal.analysis.ask.phrases import Found, places
from anbefal.analysis.ask.plain import token_of
from anbefal.analysis.ask.words import form_of, spoken

BINDING = frozenset({"ratify", "withdraw"})
"""Deeds by which a state binds itself more."""

PARTICIPLE, CLAUSE = "participle", "clause"
"""What a comma and a participle, or a comma and "which", begin."""

_OBJECT = 0.5
"""The least weight of a word that may be what is asked for."""

_BE_WITHIN = 3
"""Within how many words before a participle "be" must stand for it to ask."""

_AS_WELL = ("as", "well", "as")
_NO_ADVERBS = frozenset({"family", "assembly", "supply", "apply", "comply", "reply", "july"})
_BE, _IS = frozenset({"be", "being", "is", "are"}), frozenset({"is", "are", "was", "were"})


class _SmallWords(NamedTuple):
    """The words of a language that join verbs, in small letters.

    Attributes:
        joiners: Between the members of a list.
        to: Before a verb in its bare form.
        between: What else may stand between these and a verb.
        which: Behind a comma, before what tells more of what is asked.
    """

    joiners: frozenset[str]
    to: str
    between: frozenset[str]
    which: frozenset[str]


_SMALL_WORDS = {
    "en": _SmallWords(
        joiners=frozenset({"and", "or"}),
        to="to",
        between=frozenset({"to", "also", "further", "then", "not"}),
        which=frozenset({"which", "who", "whose", "whereby", "with"}),
    ),
    "nb": _SmallWords(
        joiners=frozenset({"og", "eller", "samt"}),
        to="å",
        between=frozenset({"å", "også", "òg", "ikke", "ikkje"}),
        which=frozenset({"med"}),
    ),
}


class Joining:
    """The verbs of a text, with what stands around them.

    Args:
        marks: What was found in the text.

    Attributes:
        verbs: Those that are verbs of asking.
        firsts: Where they begin.
        objects: Places of words that may be what is asked for.
    """

    def __init__(self, marks: Marks) -> None:
        self._words = marks.words
        self._plain = marks.words.plain
        self._language = marks.language
        self._small = _SMALL_WORDS[spoken(marks.language)]
        self.verbs: Sequence[Found] = [one for one in marks.verbs if not self._is_told(one.start)]
        self.firsts = frozenset([one.start for one in self.verbs])
        self.objects = self._objects(marks)

    def _objects(self, marks: Marks) -> frozenset[int]:
        asking = marks.weakened | places(self.verbs) | places(marks.efforts)
        weighty = [
            place
            for place, lemma in enumerate(marks.masked)
            if lemma
            and place not in asking
            and token_of(self._plain[place], self._language)[1] >= _OBJECT
        ]
        return marks.marked.union(weighty)

    def _is_told(self, place: int) -> bool:
        """Return whether a verb tells what is or was done.

        That is where it begins with "is" or "was", as in "are party to OPCAT", and in the past:
        "has ratified", not "be ratified".
        """
        if self._plain[place] in _IS:
            return True
        before = self._plain[max(0, place - _BE_WITHIN) : place]
        return self.form(place) == "ed" and _BE.isdisjoint(before)

    def form(self, place: int) -> str:
        """Return the ending of a word that makes it no verb that asks, or an empty text."""
        return form_of(self._plain[place], self._language)

    def asks(self, verb: Found) -> bool:
        """Return whether a verb has a form in which something is asked.

        That is the form in which the text begins, or a bare one.
        """
        form = self.form(verb.start)
        usual = {"", self.form(self.verbs[0].start)}
        binds = verb.id in BINDING and form != "ed"
        return form in usual or binds or verb.start in self._words.breaks

    def begin(self, verb: Found) -> int | None:
        """Return where an ask begins with a verb, its adverb included, if one does."""
        if not (self.asks(verb) and self._is_joined(verb.start)):
            return None
        place = verb.start
        while place > 1 and self._is_adverb(place - 1):
            place -= 1
        return place

    def _is_joined(self, verb: int) -> bool:
        """Return whether a verb follows ``and``, a comma or a break, or these and ``to``.

        Not where it shares its object with the verb before it, as in "promote and protect".
        """
        for place in range(verb, 0, -1):
            if place in self._words.breaks:
                return True
            before = place - 1
            if place in self._words.commas:
                return not self._shares(before, verb)
            if self._plain[before] in self._small.joiners:
                return not self._shares(before - 1, verb)
            if self._plain[max(0, place - 3) : place] == _AS_WELL:
                return not self._shares(place - 4, verb)
            if not self._may_stand_between(before):
                return False
        return False

    def _shares(self, place: int, verb: int) -> bool:
        """Return whether a verb stands at a place where one may begin an ask, put like another."""
        if place not in self.firsts:
            return False
        form = self.form(place)
        if form:
            return form == self.form(verb)
        opens = place in self._words.breaks or place in self._words.commas or place == 0
        return (
            opens
            or self._plain[place - 1] in self._small.joiners
            or self._may_stand_between(place - 1)
        )

    def _may_stand_between(self, place: int) -> bool:
        return self._plain[place] in self._small.between or self._is_adverb(place)

    def _is_adverb(self, place: int) -> bool:
        word = self._plain[place]
        return self._language == "en" and word.endswith("ly") and word not in _NO_ADVERBS

    def after_comma(self, verb: Found, turned: Container[int]) -> bool:
        """Return whether a comma stands before a verb, or before the ``to`` that leads to it.

        Args:
            verb: The verb.
            turned: Where turns begin, which must not stand between.
        """
        for place in range(verb.start, 0, -1):
            if place in self._words.commas:
                return True
            leads = (
                self._may_stand_between(place - 1) or self._plain[place - 1] in self._small.joiners
            )
            if not leads or place - 1 in turned:
                return False
        return False

    def asides(self) -> Iterator[Found]:
        """Yield where a comma and "which" or a participle begin to tell more of what is asked.

        Only the first participle does, as one after another may be the next of a list; and not
        where it is the first verb, and so what is asked: "in prisons, training guards".
        """
        first = next((one.start for one in self.verbs if self.form(one.start) == "ing"), 0)
        for place in sorted(self._words.commas):
            if place in self.firsts and place == first and place != self.verbs[0].start:
                yield Found(place, place + 1, PARTICIPLE)
            elif self._plain[place] in self._small.which:
                yield Found(place, place + 1, CLAUSE)

    def put(self, place: int) -> str:
        """Return how the first verb from a place on is put: ``to``, its ending, or nothing."""
        at = bisect_left(self.verbs, (place,))
        if at == len(self.verbs):
            return ""
        verb = self.verbs[at].start
        before = self._plain[verb - 1] if verb else ""
        return before if before == self._small.to else self.form(verb)
