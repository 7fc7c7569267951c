"""From the text of a recommendation to what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from anbefal.analysis.ask.instruments import instruments_in
from anbefal.analysis.ask.leads import without_lead
from anbefal.analysis.ask.phrases import Found, phrases, table
from anbefal.analysis.ask.words import AskLanguage, Words, root, spoken, words_of

DO = "do"
"""The strength of what is asked for without a word that weakens it."""

UNNAMED = "the-convention"
"""What "the Convention" is where nothing says which."""

LIGHT = "light"
BINDING = frozenset({"ratify", "withdraw"})
"""Deeds by which a state binds itself more."""
REFERENCE = "reference"
"""Turns behind which never stands what is asked."""

_OBJECT = 0.5
"""The least weight of a word that may be what is asked for."""

_NEAR = 4
"""Within how many words after such a verb `efforts` must stand."""

_AND = frozenset({"and", "og", "or", "eller", "samt"})
_BETWEEN = frozenset({"to", "å", "also", "også", "òg", "further", "then", "not", "ikke", "ikkje"})

SIGNS = {"instruments": "@", "subjects": "#", "groups": "&"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One ask of a text.

    Attributes:
        strength: How strongly it is asked: an id of the word list ``strengths``, or ``do``.
        deed: What is to be done: an id of the word list ``verbs``, or an empty text.
        actions: What kinds of thing are to be done, in the order of the text, each once.
        instruments: Treaties and bodies that it is about, in the order of the text, each once.
        references: Treaties and bodies that it only refers to.
        groups: Whom it concerns.
        subjects: What it is about.
        core: What is asked for, as words: phrases made into their ids, with a sign in front
            (``@`` instrument, ``#`` subject, ``&`` group), and stems of other words.
        details: Why, how or for instance, as words of the same kind.
    """

    strength: str
    deed: str
    actions: tuple[str, ...]
    instruments: tuple[str, ...]
    references: tuple[str, ...]
    groups: frozenset[str]
    subjects: frozenset[str]
    core: tuple[str, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a text asks.

    Attributes:
        parts: Its asks, the main one first; at least one.
        numbers: Numbers and years that stand in it.
        language: The language that it was read in.
    """

    parts: tuple[Part, ...]
    numbers: frozenset[str]
    language: AskLanguage

    @property
    def main(self) -> Part:
        """The main ask: the first."""
        return self.parts[0]


def read_ask(text: str, language: AskLanguage, *, treaty: str | None = None) -> Ask:
    """Return what a text asks.

    Args:
        text: The words of a recommendation.
        language: Their language.
        treaty: The treaty that "the Convention" stands for, where the text names none.
    """
    words = words_of(without_lead(text, language), language)
    reading = _Reading(words, language, treaty)
    parts = _from_first_deed([reading.part(span) for span in reading.spans()])
    numbers = frozenset(word for word in words.plain if word.isdigit())
    return Ask(parts or (reading.part((0, len(words.stems))),), numbers, language)


def _from_first_deed(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts without what stands before the first that asks to do anything."""
    first = next((number for number, part in enumerate(parts) if part.deed), 0)
    return tuple(parts[first:])


class _Reading:
    """The phrases of a text by where they stand."""

    def __init__(self, words: Words, language: AskLanguage, treaty: str | None) -> None:
        self._words = words
        self._language = language
        self._instruments = tuple(
            Found(one.start, one.end, treaty or one.id) if one.id == UNNAMED else one
            for one in instruments_in(words, language)
        )
        taken = {place for one in self._instruments for place in range(one.start, one.end)}
        self._masked = tuple("" if n in taken else s for n, s in enumerate(words.stems))
        self._subjects = phrases("subjects", language).find(self._masked)
        self._groups = phrases("groups", language).find(self._masked)
        self._actions = phrases("actions", language).find(self._masked)
        self._verbs = phrases("verbs", language).find(self._masked)
        self._efforts = phrases("efforts", language).find(self._masked)
        self._turns = phrases("turns", language).find(words.stems)
        self._strengths = (
            *phrases("strengths", language).find(self._masked),
            *self._before_efforts(),
        )
        named = ((SIGNS["instruments"], one) for one in self._instruments)
        about = ((SIGNS["subjects"], one) for one in self._subjects)
        whom = ((SIGNS["groups"], one) for one in self._groups)
        self._marked: set[int] = set()
        self._begun: dict[int, list[str]] = {}
        for sign, one in (*named, *about, *whom):
            self._marked.update(range(one.start, one.end))
            self._begun.setdefault(one.start, []).append(f"{sign}{one.id}")
        self._details = self._detailed()

    def _detailed(self) -> frozenset[int]:
        """Return the places that turns make details, each up to the next break or joined verb.

        Where nothing is asked before it, a purpose or an example is the thing itself: "efforts
        aimed at ending ..."
        """
        verbs = {one.start for one in self._verbs} - {one.start for one in self._turns}
        ends = self._words.breaks | {place for place in self._words.commas if place in verbs}
        found: set[int] = set()
        for turn in self._turns:
            begin = max((place for place in ends if place <= turn.start), default=0)
            before = (p for p in range(begin, turn.start) if p not in found)
            if turn.id == REFERENCE or any(self._is_object(place) for place in before):
                end = min((e for e in ends if e > turn.start), default=len(self._masked))
                found.update(range(turn.start, end))
        return frozenset(found)

    def _before_efforts(self) -> Iterator[Found]:
        """Yield the verbs that weaken what is asked where efforts follow closely."""
        efforts = {one.start for one in self._efforts}
        for one in phrases("strengths", self._language, "_before_efforts").find(self._masked):
            if any(one.end <= place < one.end + _NEAR for place in efforts):
                yield one

    def spans(self) -> list[Span]:
        """Return where each ask of the text begins and ends."""
        begins = [0]
        begins += [
            place
            for place in sorted({one.start for one in self._verbs} - {0})
            if place not in self._details and self._is_joined(place)
        ]
        ends = [*begins[1:], len(self._masked)]
        return self._with_object(list(zip(begins, ends, strict=True)))

    def _is_joined(self, place: int) -> bool:
        """Return whether a verb follows ``and``, a comma or a break, or these and ``to``."""
        while place:
            if place in self._words.breaks or place in self._words.commas:
                return True
            place -= 1
            if self._words.plain[place] in _AND:
                return True
            if self._words.plain[place] not in _BETWEEN:
                return False
        return False

    def _with_object(self, spans: Sequence[Span]) -> list[Span]:
        """Join what has no object of its own to what follows: ``sign and`` to ``ratify …``.

        It stands alone, and is left out, where a break parts it from what follows.
        """
        found: list[Span] = []
        start: int | None = None
        for begin, end in spans:
            if start is None or any(start < place <= begin for place in self._words.breaks):
                start = begin
            if any(self._counts(place) for place in range(start, end)):
                found.append((start, end))
                start = None
        if start is not None and found:
            found[-1] = (found[-1][0], spans[-1][1])
        return found

    def _counts(self, place: int) -> bool:
        return place not in self._details and self._is_object(place)

    def _is_object(self, place: int) -> bool:
        """Return whether a word may be what is asked for."""
        if place in self._marked:
            return True
        asking = (*self._verbs, *self._strengths, *self._efforts)
        if not self._masked[place] or any(one.start <= place < one.end for one in asking):
            return False
        token = root(self._words.plain[place], spoken(self._language))
        return weight(token, self._language) >= _OBJECT

    def part(self, span: Span) -> Part:
        """Return the ask that stands in a span."""
        instruments = _within(self._instruments, span)
        core = tuple(one for one in instruments if one.start not in self._details)
        return Part(
            strength=self._strength(span),
            deed=self._deed(span),
            actions=_ids(_within(self._actions, span)),
            instruments=_ids(core),
            references=_ids(one for one in instruments if one.start in self._details),
            groups=frozenset(_ids(_within(self._groups, span))),
            subjects=frozenset(_ids(_within(self._subjects, span))),
            core=tuple(self._tokens(span, details=False)),
            details=tuple(self._tokens(span, details=True)),
        )

    def _strength(self, span: Span) -> str:
        """Return the strength that is told before the thing itself.

        That is the act by which a treaty binds, where one is named, else the first treaty, subject
        or group.
        """
        acts = [one.start for one in _within(self._verbs, span) if one.id in BINDING]
        objects = [place for place in self._marked if span[0] <= place < span[1]]
        head = min(acts or objects, default=span[1])
        found = {
            one.id
            for one in self._strengths
            if span[0] <= one.start < head and (acts or one.start not in self._details)
        }
        return next((one for one in table("strengths") if one in found), DO)

    def _deed(self, span: Span) -> str:
        taken = {p for one in self._strengths for p in range(one.start, one.end)}
        found = [one for one in _within(self._verbs, span) if one.start not in taken]
        binding = [one.id for one in found if one.id in BINDING]
        heavy = [one.id for one in found if one.id != LIGHT and one.start not in self._details]
        return next(iter((*binding, *heavy)), "")

    def _tokens(self, span: Span, *, details: bool) -> Iterator[str]:
        for place in range(*span):
            if (place in self._details) is not details:
                continue
            yield from self._begun.get(place, ())
            if place not in self._marked and self._masked[place]:
                token = root(self._words.plain[place], spoken(self._language))
                if weight(token, self._language) > 0:
                    yield token


def _within(found: Iterable[Found], span: Span) -> tuple[Found, ...]:
    return tuple(one for one in found if span[0] <= one.start < span[1])


def _ids(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in found))


def weight(stem: str, language: AskLanguage) -> float:
    """Return how much a word tells of what is asked: 0, 0.25, 0.5 or 1."""
    return _weights("en" if language == "en" else "nb").get(stem, 1.0)


_WEIGHTS = {"empty": 0.0, "slight": 0.25, "some": 0.5}


@cache
def _weights(language: AskLanguage) -> dict[str, float]:
    found: dict[str, float] = {}
    for one, number in _WEIGHTS.items():
        for phrase in table("plain").get(one, {}).get(language, ()):
            for word in words_of(phrase, language).plain:
                stem = root(word, language)
                found[stem] = min(number, found.get(stem, 1.0))
    return found
