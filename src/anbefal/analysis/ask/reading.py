"""From the text of a recommendation to what it asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from anbefal.analysis.ask.asks import DO, SIGNS, Ask, Part
from anbefal.analysis.ask.instrument_book import is_treaty
from anbefal.analysis.ask.instruments import instruments_in
from anbefal.analysis.ask.joining import BINDING, Joining
from anbefal.analysis.ask.leads import opens_with_preamble, without_lead
from anbefal.analysis.ask.phrases import Found, line_of, phrases, table
from anbefal.analysis.ask.plain import token_of
from anbefal.analysis.ask.words import AskLanguage, Words, words_of

UNNAMED, UNNAMED_PROTOCOL = "the-convention", "optional-protocol"
"""What "the Convention" and "the Optional Protocol" are where nothing says which."""

LIGHT = "light"
REFERENCE = "reference"
"""Turns behind which never stands what is asked."""

ASIDE = "aside"
"""What a comma and "which" or a participle begin."""

_OBJECT = 0.5
"""The least weight of a word that may be what is asked for."""

_NEAR = 4
"""Within how many words after such a verb `efforts` must stand."""

Span = tuple[int, int]


def read_ask(text: str, language: AskLanguage, *, treaty: str | None = None) -> Ask:
    """Return what a text asks.

    Args:
        text: The words of a recommendation.
        language: Their language.
        treaty: The treaty that "the Convention" stands for, where the text names none.
    """
    asked = without_lead(text, language)
    words = words_of(asked, language)
    reading = _Reading(words, language, treaty)
    opens = opens_with_preamble(asked, language)
    spans = reading.without_preamble() if opens else reading.spans
    parts = _from_first_deed([reading.part(span) for span in spans], opens=opens)
    numbers = frozenset(word for word in words.plain if word.isdigit())
    return Ask(parts or (reading.part((0, len(words.lemmas))),), words.plain, numbers, language)


def _from_first_deed(parts: Sequence[Part], *, opens: bool) -> tuple[Part, ...]:
    """Return parts without what stands before the first that asks to do anything.

    Args:
        parts: The parts of a text.
        opens: Whether the text opens with what is only noted, a time or an occasion.
    """
    asking = (bool(part.deed or part.strength != DO or (part.core and not opens)) for part in parts)
    first = next((number for number, asks in enumerate(asking) if asks), 0)
    return tuple(parts[first:])


class _Reading:
    """The phrases of a text by where they stand.

    Attributes:
        spans: Where each ask of the text begins and ends.
    """

    def __init__(self, words: Words, language: AskLanguage, treaty: str | None) -> None:
        self._words = words
        self._language = language
        self._instruments = tuple(
            Found(one.start, one.end, _meant(one.id, treaty))
            for one in instruments_in(words, language)
        )
        taken = _places(self._instruments)
        self._masked = tuple("" if n in taken else s for n, s in enumerate(words.lemmas))
        line = line_of(self._masked)
        self._subjects = phrases("subjects", language).find_in(line)
        self._groups = phrases("groups", language).find_in(line)
        self._actions = phrases("actions", language).find_in(line)
        self._joining = Joining(words, language, phrases("verbs", language).find_in(line))
        self._verbs = self._joining.verbs
        asides = (Found(place, place + 1, ASIDE) for place in self._joining.asides())
        self._turns = tuple(
            one
            for one in sorted((*phrases("turns", language).find(words.lemmas), *asides))
            if one.start not in self._joining.firsts or self._joining.form(one.start)
        )
        efforts = phrases("efforts", language).find_in(line)
        weakening = phrases("strengths", language, "_before_efforts").find_in(line)
        self._strengths = tuple(
            sorted(
                (
                    *phrases("strengths", language).find_in(line),
                    *_before_efforts(weakening, efforts),
                )
            )
        )
        self._weakened = _places(self._strengths)
        self._asking = self._weakened | _places(self._verbs) | _places(efforts)
        self._breaks = sorted(words.breaks)
        named = ((SIGNS["instruments"], one) for one in self._instruments)
        about = ((SIGNS["subjects"], one) for one in self._subjects)
        whom = ((SIGNS["groups"], one) for one in self._groups)
        self._named = (*self._instruments, *self._subjects, *self._groups)
        self._marked: set[int] = set()
        self._begun: dict[int, list[str]] = {}
        for sign, one in (*named, *about, *whom):
            self._marked.update(range(one.start, one.end))
            self._begun.setdefault(one.start, []).append(f"{sign}{one.id}")
        self._details = self._detailed()
        self.spans = self._divided()
        self._shared = self._shared_strengths()

    def _detailed(self) -> frozenset[int]:
        """Return the places that turns make details, each up to the next break or joined verb.

        Where nothing is asked before it, a purpose or an example is the thing itself, as in
        "efforts aimed at ending"; but not where it opens the sentence. Between commas it ends with
        the second, as what is asked follows: "adopt, in line with CEDAW, a law". A comma between
        two treaties does not end it.
        """
        turned = {one.start for one in self._turns}
        verbs = [one for one in self._verbs if one.start not in turned]
        joined = {
            one.start
            for one in verbs
            if self._joining.asks(one) and self._joining.after_comma(one, turned)
        }
        fixed = {0, *self._breaks, len(self._masked)}
        ends = sorted(fixed | joined)
        aside = sorted(fixed | joined | (self._words.commas & {one.start for one in verbs}))
        commas = sorted(fixed | joined | (self._words.commas - self._between_treaties()))
        found: set[int] = set()
        looked = 0
        for turn in self._turns:
            if turn.start in found:
                continue
            after = bisect_right(ends, turn.start)
            before = range(max(ends[after - 1], looked), turn.start)
            opens = turn.start == ends[after - 1] and ends[after] in joined
            follows = any(map(self._is_object, before))
            if turn.id == REFERENCE or opens or follows:
                between = commas if turn.start in self._words.commas else aside
                stops = ends if follows else between
                end = stops[bisect_right(stops, turn.start)]
                found.update(range(turn.start, end))
            looked = turn.start
        return frozenset(found)

    def _between_treaties(self) -> set[int]:
        """Return where a treaty begins right after another, in a list."""
        pairs = pairwise(self._instruments)
        return {two.start for one, two in pairs if one.end == two.start and is_treaty(one.id)}

    def _divided(self) -> list[Span]:
        """Return where each ask of the text begins and ends."""
        inside = {place for one in self._named for place in range(one.start + 1, one.end)}
        inside |= self._details
        asking = [one for one in self._verbs if one.start not in inside]
        begun = [self._joining.begin(one) for one in asking]
        begins = sorted({0, *[place for place in begun if place is not None]})
        ends = [*begins[1:], len(self._masked)]
        return self._with_object(list(zip(begins, ends, strict=True)))

    def without_preamble(self) -> list[Span]:
        """Return where asks begin and end, without a first clause that a comma parts from them."""
        spans = self.spans
        if not spans[1:] or spans[1][0] not in self._words.commas:
            return spans
        verbs = _within(self._verbs, spans[0])
        binds = any(one.id in BINDING and not self._joining.form(one.start) for one in verbs)
        asks = any(self._joining.begin(one) is not None for one in verbs)
        return spans if binds or asks else spans[1:]

    def _with_object(self, spans: Sequence[Span]) -> list[Span]:
        """Join what has no object of its own to what follows: ``sign and`` to ``ratify …``.

        It stands alone, and is left out, where a break parts it from what follows.
        """
        found: list[Span] = []
        start: int | None = None
        for begin, end in spans:
            if start is None or self._is_parted(start, begin):
                start = begin
            if any(map(self._counts, range(begin, end))):
                found.append((start, end))
                start = None
        if start is not None and found:
            found[-1] = (found[-1][0], spans[-1][1])
        return found

    def _is_parted(self, start: int, begin: int) -> bool:
        """Return whether a sentence or clause ends between two places."""
        return bisect_right(self._breaks, begin) > bisect_right(self._breaks, start)

    def _counts(self, place: int) -> bool:
        return place not in self._details and self._is_object(place)

    def _is_object(self, place: int) -> bool:
        """Return whether a word may be what is asked for."""
        if place in self._marked:
            return True
        if not self._masked[place] or place in self._asking:
            return False
        return token_of(self._words.plain[place], self._language)[1] >= _OBJECT

    def part(self, span: Span) -> Part:
        """Return the ask that stands in a span."""
        instruments = _within(self._instruments, span)
        asked = [one for one in instruments if one.start not in self._details]
        told = [one for one in instruments if one.start in self._details]
        core, details = self._tokens(span)
        return Part(
            strength=self._shared.get(span) or self._strength(span),
            deed=self._deed(span),
            actions=_ids(_within(self._actions, span)),
            instruments=_ids(asked),
            references=_ids(told),
            groups=frozenset(_ids(_within(self._groups, span))),
            subjects=frozenset(_ids(_within(self._subjects, span))),
            core=core,
            details=details,
        )

    def _shared_strengths(self) -> dict[Span, str]:
        """Return the strength of each ask, which it may share with the one before it.

        It does where both are put alike: "efforts to end torture and to train guards".
        """
        found: dict[Span, str] = {}
        before: Span | None = None
        for span in self.spans:
            found[span] = self._strength(span)
            put = self._joining.put(span[0])
            if found[span] == DO and before and put and put == self._governed(before):
                found[span] = found[before]
            before = span
        return found

    def _governed(self, span: Span) -> str:
        """Return how the first verb is put that a strength governs, or with which an ask opens."""
        weak = _within(self._strengths, span)
        return self._joining.put(weak[0].end if weak else span[0])

    def _strength(self, span: Span) -> str:
        """Return the strength that is told before the thing itself.

        That is the act by which a treaty binds, where one is named, else the first treaty, subject
        or group.
        """
        acts = [one.start for one in _within(self._verbs, span) if one.id in BINDING]
        objects = (place for place in range(*span) if place in self._marked)
        head = acts[0] if acts else next(objects, span[1])
        found = {
            one.id
            for one in _within(self._strengths, (span[0], head))
            if acts or one.start not in self._details
        }
        return next((one for one in table("strengths") if one in found), DO) if found else DO

    def _deed(self, span: Span) -> str:
        found = [one for one in _within(self._verbs, span) if one.start not in self._weakened]
        binding = [one.id for one in found if one.id in BINDING]
        heavy = [one.id for one in found if one.id != LIGHT and one.start not in self._details]
        return next(iter((*binding, *heavy)), "")

    def _tokens(self, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words of what is asked for, and of what only says why or how."""
        core: list[str] = []
        details: list[str] = []
        for place in range(*span):
            tokens = details if place in self._details else core
            tokens += self._begun.get(place, ())
            if place not in self._marked and self._masked[place]:
                token, weighs = token_of(self._words.plain[place], self._language)
                if weighs:
                    tokens.append(token)
        return tuple(core), tuple(details)


def _meant(instrument: str, treaty: str | None) -> str:
    """Return which treaty or protocol is meant where a text names none and its body has one."""
    if treaty is None or instrument not in {UNNAMED, UNNAMED_PROTOCOL}:
        return instrument
    if instrument == UNNAMED:
        return treaty
    protocols = [one for one, entry in table("instruments").items() if entry.get("of") == treaty]
    return protocols[0] if len(protocols) == 1 else instrument


def _before_efforts(weakening: Iterable[Found], efforts: Iterable[Found]) -> Iterator[Found]:
    """Yield the verbs that weaken what is asked where efforts follow closely."""
    places = {one.start for one in efforts}
    for one in weakening:
        if not places.isdisjoint(range(one.end, one.end + _NEAR)):
            yield one


def _places(found: Iterable[Found]) -> set[int]:
    return {place for one in found for place in range(one.start, one.end)}


def _within(found: Sequence[Found], span: Span) -> Sequence[Found]:
    """Return those of what was found, in the order of the text, that begin in a span."""
    begin, end = span
    return found[bisect_left(found, (begin,)) : bisect_left(found, (end,))]


def _ids(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([one.id for one in found]))
