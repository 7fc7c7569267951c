"""What the word lists find in a text, by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anbefal.analysis.ask.asks import SIGNS
from anbefal.analysis.ask.instrument_book import CONVENTION, OPTIONAL, parents
from anbefal.analysis.ask.instruments import instruments_in
from anbefal.analysis.ask.phrases import Found, line_of, phrases, places
from anbefal.analysis.ask.words import AskLanguage, Words

_EFFORTS_WITHIN = 4
"""Within how many words after a verb that weakens `efforts` must stand."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The phrases of a text, each kind in the order of the text.

    Attributes:
        words: The words of the text.
        language: Their language.
        masked: Their lemmas, empty where an instrument stands, so that nothing else is found there.
        instruments: Treaties and bodies.
        subjects: What it is about.
        groups: Whom it concerns.
        actions: Kinds of thing to be done.
        verbs: Verbs with which something may be asked.
        strengths: What weakens an ask.
        weakened: The places of that.
        efforts: What is made on the way to a thing.
        marked: Places of instruments, subjects and groups.
        begun: These, as they stand among the words of an ask, by their first place.
    """

    words: Words
    language: AskLanguage
    masked: tuple[str, ...]
    instruments: Sequence[Found]
    subjects: Sequence[Found]
    groups: Sequence[Found]
    actions: Sequence[Found]
    verbs: Sequence[Found]
    strengths: Sequence[Found]
    weakened: frozenset[int]
    efforts: Sequence[Found]
    marked: frozenset[int]
    begun: Mapping[int, Sequence[str]]


def marks_of(words: Words, language: AskLanguage, treaty: str | None) -> Marks:
    """Return what the word lists find in a text.

    Args:
        words: The words of the text.
        language: Their language.
        treaty: The treaty that "the Convention" stands for, where the text names none.
    """
    instruments = tuple(
        Found(one.start, one.end, _meant(one.id, treaty)) for one in instruments_in(words, language)
    )
    taken = places(instruments)
    masked = tuple(["" if n in taken else one for n, one in enumerate(words.lemmas)])
    line = line_of(masked)
    subjects = phrases("subjects", language).find_in(line)
    groups = phrases("groups", language).find_in(line)
    efforts = phrases("efforts", language).find_in(line)
    strengths = phrases("strengths", language).find_in(line)
    weakening = phrases("strengths", language, "_before_efforts").find_in(line)
    weak = tuple(sorted((*strengths, *_before_efforts(weakening, efforts))))
    return Marks(
        words,
        language,
        masked,
        instruments,
        subjects,
        groups,
        actions=phrases("actions", language).find_in(line),
        verbs=phrases("verbs", language).find_in(line),
        strengths=weak,
        weakened=places(weak),
        efforts=efforts,
        marked=taken | places(subjects) | places(groups),
        begun=_begun({"instruments": instruments, "subjects": subjects, "groups": groups}),
    )


def _meant(instrument: str, treaty: str | None) -> str:
    """Return which treaty or protocol is meant where a text names none and its body has one."""
    if treaty is None or instrument not in {CONVENTION, OPTIONAL}:
        return instrument
    if instrument == CONVENTION:
        return treaty
    protocols = [one for one, parent in parents().items() if parent == treaty]
    return protocols[0] if len(protocols) == 1 else instrument


def _before_efforts(weakening: Iterable[Found], efforts: Iterable[Found]) -> Iterator[Found]:
    """Yield the verbs that weaken what is asked where efforts follow closely."""
    begins = {one.start for one in efforts}
    for one in weakening:
        if not begins.isdisjoint(range(one.end, one.end + _EFFORTS_WITHIN)):
            yield one


def _begun(kinds: Mapping[str, Iterable[Found]]) -> Mapping[int, Sequence[str]]:
    """Return phrases with the signs of their kinds, by their first place."""
    begun: dict[int, list[str]] = {}
    for kind, found in kinds.items():
        for one in found:
            begun.setdefault(one.start, []).append(f"{SIGNS[kind]}{one.id}")
    return begun
