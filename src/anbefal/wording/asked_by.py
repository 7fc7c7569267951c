"""Who asks for something, in words: CAT 2018, CCPR 2018, CEDAW 2017 and GREVIO 2022."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.model.asking import Asking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.wording import Wording, wording


def bodies_and_years(
    dataset: Dataset,
    askings: Iterable[Asking],
    language: Language,
    *,
    named_in: Language | None = None,
    mark: str | None = None,
    states: bool = False,
) -> str:
    """Return bodies with their years as a list.

    A body stands once with all its years, and semicolons then tell bodies from years: CAT 2012 and
    2018; CCPR 2018.

    Args:
        dataset: The repository, for the names of bodies.
        askings: Who asks, in the order of the list; a body's cycles stand together.
        language: The language of the words.
        named_in: The language of the bodies' names, where it is another.
        mark: What a document puts to what is inferred; without it, words say so.
        states: Whether to name the states that recommend it in the UPR.
    """
    words = wording(language, "asked_by")
    cycles: dict[str, list[Asking]] = {}
    for asking in askings:
        cycles.setdefault(asking.body, []).append(asking)
    listed = [
        f"{dataset.name_of_actor(body, named_in or language)} "
        f"{_cycles(found, words, mark, states=states)}"
        for body, found in cycles.items()
    ]
    has_lists = any(len(found) > 1 for found in cycles.values()) or any("," in p for p in listed)
    return "; ".join(listed) if has_lists else words.listed(listed)


def states_in_words(codes: Iterable[str], language: Language) -> str:
    """Return states as a list of their names, sorted by name; a name stands as it is.

    Args:
        codes: ISO 3166 codes of states, or names.
        language: The language of the names.
    """
    words = wording(language, "asked_by")
    return words.listed(sorted({words.country(code) for code in codes}))


def _cycles(askings: Sequence[Asking], words: Wording, mark: str | None, *, states: bool) -> str:
    """Return the cycles of a body: its years, and in brackets what has none."""
    unknown = words.say("year_unknown" if len(askings) == 1 else "an_unknown_year")
    told = [(one.year, _cycle(one, words, unknown, mark, states=states)) for one in askings]
    years = words.listed([cycle for year, cycle in told if year is not None])
    others = words.listed([cycle for year, cycle in told if year is None])
    if years and others:
        return words.say("years_and_others", years=years, others=others)
    return years or words.say("in_brackets", told=others)


def _cycle(asking: Asking, words: Wording, unknown: str, mark: str | None, *, states: bool) -> str:
    told = asking.document or unknown if asking.year is None else str(asking.year)
    if asking.inferred:
        place = wording(words.language, "place")
        told = place.say("inferred", told=told) if mark is None else told + mark
    if states and asking.states:
        named = states_in_words(asking.states, words.language)
        told = words.say("by_states", told=told, states=named)
    return told
