"""How a score sheet is laid out: its columns, and the words by which they are known again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Literal, get_args

from anbefal.model.base import Language
from anbefal.model.names import composed
from anbefal.model.vocabulary import CriteriaSet, Scale
from anbefal.wording import LANGUAGES, Wording, wording

Level = Literal["theme", "recommendation"]
LEVELS: tuple[Level, ...] = get_args(Level)

ColumnKind = Literal["kind", "id", "name", "hints", "value", "reason", "dissent", "check"]

KEY = "anbefal:"
"""What the keys of the technical rows begin with; they are found by it wherever they stand."""
VERSION = "1"
LONGEST_HEADING = 200
"""Characters of a criterion's name in a heading; Excel bears 255 in all."""
MOST_STEPS = 21
"""How many numbers a drop-down list may offer."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet that is filled in.

    Attributes:
        kind: What stands in it.
        criterion: The id of the criterion, for values and reasons.
    """

    kind: ColumnKind
    criterion: str | None = None


def words_in(language: Language) -> Wording:
    """Return the words of score sheets in a language, or in the next best that has them."""
    return wording(language, "scoresheet")


def columns(criteria: CriteriaSet, words: Wording) -> dict[Column, str]:
    """Return the columns from left to right, each with its heading; no two headings are equal."""
    label = words.label
    found: dict[Column, str] = {
        Column("kind"): label["kind"],
        Column("id"): label["id"],
        Column("name"): label["name"],
        Column("hints"): label["hints"],
    }
    names = dict(_names(criteria, words, _own_labels()))
    found |= {Column("value", one): name for one, name in names.items()}
    found |= {Column("reason", one): words.say("reason", name=name) for one, name in names.items()}
    return found | {Column("dissent"): label["dissent"], Column("check"): label["check"]}


def _own_labels() -> set[str]:
    """Return the labels of all sheets in all languages: no criterion is headed by one of them."""
    return {plain(label) for one in LANGUAGES for label in words_in(one).label.values()}


def _names(
    criteria: CriteriaSet, words: Wording, taken: Iterable[str]
) -> Iterator[tuple[str, str]]:
    used = set(taken)
    for criterion in criteria.criteria:
        name = " ".join(criterion.name.within(words.language).split())[:LONGEST_HEADING]
        longer = f"{name[: LONGEST_HEADING // 3]} ({criterion.id})"
        choices = chain([name, longer], (f"{longer} {number}" for number in count(2)))
        for choice in choices:
            both = {plain(choice), plain(words.say("reason", name=choice))}
            if not both & used:
                used |= both
                yield criterion.id, choice
                break


def known_headings(criteria: CriteriaSet, exported: Mapping[str, str]) -> dict[str, Column]:
    """Return every heading that a column may be recognised by, as :func:`plain` writes it.

    Args:
        criteria: The criteria as they are now.
        exported: Criterion to the heading that it had when the sheet was made.
    """
    found: dict[str, Column] = {}

    def learn(column: Column, heading: str) -> None:
        found.setdefault(plain(heading), column)

    own = _own_labels()
    ids = {one.id: one.id for one in criteria.criteria if plain(one.id) not in own}
    for headings in (exported, ids):
        for one, heading in headings.items():  # first all of these: a reason may be headed like one
            learn(Column("value", one), heading)
        for one, heading in headings.items():
            for language in LANGUAGES:
                learn(Column("reason", one), words_in(language).say("reason", name=heading))
    for language in LANGUAGES:
        for column, heading in columns(criteria, words_in(language)).items():
            learn(column, heading)
    return found


def known_levels() -> dict[str, Level]:
    """Return every word for a theme or a recommendation, as :func:`plain` writes it."""
    levels: dict[str, Level] = {plain(level): level for level in LEVELS}
    for language in LANGUAGES:
        levels |= {plain(words_in(language).label[level]): level for level in LEVELS}
    return levels


def known_id_labels() -> set[str]:
    """Return every heading of the column with ids, as :func:`plain` writes it."""
    return {plain(words_in(language).label["id"]) for language in LANGUAGES}


def known_date_labels() -> set[str]:
    """Return every label of the cell with the date, as :func:`plain` writes it."""
    return {plain(words_in(language).label["date"]) for language in LANGUAGES}


def plain(heading: str) -> str:
    """Return a heading as headings are compared: without regard to case, spaces and form."""
    return " ".join(composed(heading).casefold().split())


def steps_of(scale: Scale) -> tuple[int, ...]:
    """Return the whole numbers of a scale, for a list to pick from; none where it has no such."""
    low, high = scale.min, scale.max
    if not (low.is_integer() and high.is_integer() and 0 <= high - low < MOST_STEPS):
        return ()
    return tuple(range(int(low), int(high) + 1))


def scale_words(scale: Scale, words: Wording) -> str:
    """Return a scale as people read it: 0 to 4."""
    return words.say("scale", low=words.plain(scale.min), high=words.plain(scale.max))


def number_words(number: float) -> str:
    """Return a number as the technical rows hold it."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))
