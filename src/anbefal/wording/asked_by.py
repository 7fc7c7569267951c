"""Who asks for something, in words: CAT 2018, CCPR 2018, CEDAW 2017 and GREVIO 2022."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from babel.lists import format_list

from anbefal.model.asking import Asking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.wording import Wording, wording

_LISTS: dict[Language, str] = {"en": "en_GB"}
"""Whose lists a language has: where commas tell bodies apart, none stands before the last "and"."""


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
    cycles: dict[str, list[str]] = {}
    for asking in askings:
        cycles.setdefault(asking.body, []).append(_cycle(asking, words, mark, states=states))
    listed = [
        f"{dataset.name_of_actor(body, named_in or language)} {_listed(words, found)}"
        for body, found in cycles.items()
    ]
    has_lists = any(len(found) > 1 for found in cycles.values()) or any("," in p for p in listed)
    return "; ".join(listed) if has_lists else _listed(words, listed)


def _cycle(asking: Asking, words: Wording, mark: str | None, *, states: bool) -> str:
    """Return a year, or the document without one, with what must be said of it."""
    told = asking.document or words.say("year_unknown") if asking.year is None else str(asking.year)
    if asking.inferred:
        told = words.say("inferred", told=told) if mark is None else told + mark
    if asking.year is None:
        told = words.say("in_brackets", told=told)
    names = _states(asking, words) if states else []
    return words.say("by_states", told=told, states=_listed(words, names)) if names else told


def _states(asking: Asking, words: Wording) -> list[str]:
    found = {state for record in asking.records for state in record.source.recommended_by}
    return sorted(words.country(state) for state in found)


def _listed(words: Wording, found: Sequence[str]) -> str:
    return format_list(found, locale=_LISTS.get(words.language, words.language))
