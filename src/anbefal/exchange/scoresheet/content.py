"""What a score sheet says: from the records of a repository to rows of words and numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from anbefal.exchange.scoresheet.layout import Level, words_in
from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.base import Language, Text
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import CriteriaSet
from anbefal.wording import Wording

HintsOf = Callable[[Level, str], str]
"""From an item to what the repository says of it."""


@dataclass(frozen=True)
class Item:
    """One row.

    Attributes:
        level: What it is.
        id: Id of the theme or recommendation.
        name: What people read.
        hints: What the repository says of it.
        values: Criterion to the value that the assessor gave.
        reasons: Criterion to the reason that the assessor gave.
        dissent: A minority view, or an empty text.
    """

    level: Level
    id: str
    name: str
    hints: str
    values: Mapping[str, float]
    reasons: Mapping[str, str]
    dissent: str


@dataclass(frozen=True)
class ScoreSheet:
    """A whole sheet.

    Attributes:
        language: The language that it is asked for in.
        round: The round.
        assessor: Id of the assessor.
        assessor_name: The assessor's name.
        date: When the values were given, where there are some.
        example: Whether the values were made up.
        criteria: The criteria.
        items: The rows.
    """

    language: Language
    round: str
    assessor: str
    assessor_name: str
    date: PartialDate | None
    example: bool
    criteria: CriteriaSet
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Which sheet is asked for.

    Attributes:
        language: The language that it is written in.
        round: The round.
        assessor: Id of the assessor.
        items: What has a row, in the order of the rows.
    """

    language: Language
    round: str
    assessor: str
    items: Sequence[tuple[Level, str]]


def score_sheet(
    dataset: Dataset,
    criteria: CriteriaSet,
    order: Order,
    known: Assessment | None,
    hints_of: HintsOf,
) -> ScoreSheet:
    """Return the sheet that is asked for, with what the assessor already gave.

    Args:
        dataset: The repository.
        criteria: Its criteria.
        order: Which sheet.
        known: The assessor's assessment in that round, if there is one.
        hints_of: What the repository says of an item.
    """
    actor = dataset.actors[order.assessor]
    words = words_in(order.language)
    given = {(e.theme, e.recommendation): e for e in reversed(known.scores if known else ())}

    def item(level: Level, one: str) -> Item:
        entry = given.get((one, None) if level == "theme" else (None, one))
        name = name_of(dataset, level, one, words)
        return _item(level, one, name, hints_of(level, one), entry)

    return ScoreSheet(
        language=order.language,
        round=order.round,
        assessor=order.assessor,
        assessor_name=actor.name.within(words.language),
        date=known.date if known else None,
        example=bool(known and known.example),
        criteria=criteria,
        items=tuple(item(*one) for one in order.items),
    )


def name_of(dataset: Dataset, level: Level, one: str, words: Wording) -> str:
    """Return what people read of a theme or a recommendation, in the language of the words."""
    if level == "theme":
        return _theme_name(dataset, one, words)
    return _ask_name(dataset, dataset.recommendations[one], words)


def _item(level: Level, one: str, name: str, hints: str, entry: ScoreEntry | None) -> Item:
    values = entry.values if entry else {}
    return Item(
        level=level,
        id=one,
        name=name,
        hints=hints,
        values={criterion: value for criterion, value in values.items() if value is not None},
        reasons=entry.reasons if entry else {},
        dissent=(entry.dissent or "") if entry else "",
    )


def _theme_name(dataset: Dataset, theme: str, words: Wording) -> str:
    record = dataset.themes[theme]
    told = [record.name, record.description] if record.description else [record.name]
    return "\n".join(_chosen(text, words) for text in told)


def _ask_name(dataset: Dataset, record: Recommendation, words: Wording) -> str:
    if record.summary:
        told = _chosen(record.summary, words)
    else:
        assert record.text is not None  # noqa: S101 - the model demands one of them
        told = words.say("official", text=_chosen(record.text, words))
    return f"{told}\n{_citation(dataset, record, words)}"


def _chosen(text: Text, words: Wording) -> str:
    found, said = text.choose(words.language)
    return said if found == words.language else f"[{found}] {said}"


def _citation(dataset: Dataset, record: Recommendation, words: Wording) -> str:
    """Return body, symbol, paragraph and date of a record; what was inferred is marked."""
    source, inferred = record.source, set(record.provenance.inferred)

    def marked(field: str, told: str) -> str:
        return f"{told} ({words.label['inferred']})" if field in inferred else told

    parts = [dataset.name_of_actor(source.body, words.language)]
    if source.document:
        parts.append(marked("document", source.document))
    if source.paragraph:
        parts.append(marked("paragraph", words.say("paragraph", paragraph=source.paragraph)))
    elif source.proposal:
        parts.append(words.say("proposal_number", number=source.proposal))
    else:
        parts.append(words.say("unknown_place"))
    if source.date:
        parts.append(marked("date", words.date(source.date)))
    return ", ".join(parts)
