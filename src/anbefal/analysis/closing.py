"""What becomes of a meeting's record when it is closed: the meeting was held, this was promised."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from anbefal.analysis.asks import Ask, asks_made_by
from anbefal.analysis.asks_in_order import asks_in_order, ranked_for
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Append, Edit, SetValue
from anbefal.model.meeting import Meeting
from anbefal.model.names import as_id, free_id

LONGEST_ID = 40
"""Characters of an id that is made of words."""
_WORDS_OF_ID = 5
_SMALL = (
    "at av de deg dei den det ein eit en er et for fra har i innan innen jeg kan med og om pa se "
    "skal som til ved vi vil a an and be by for in is of on shall that the to we will with"
)
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words, as they stand in an id, that tell nothing of what was promised."""


@dataclass
class Commitment:
    """Something that was promised at a meeting.

    Attributes:
        words: What was promised, in the words that were said.
        language: The language that it was said in.
        responsible: Ids of those who promised it.
        due: By when, as it stands in a file; ``None`` where no date was given.
        addresses: Ids of the recommendations that it follows up.
        id: Its id, unique in the meeting.
    """

    words: str
    language: Language
    responsible: tuple[str, ...] = ()
    due: str | int | None = None
    addresses: tuple[str, ...] = ()
    id: str = ""


@dataclass
class Closing:
    """What is known once a meeting has been held, and is not in its record yet.

    Attributes:
        date: When it was held, as it stands in a file, where the record does not say.
        ministries: Ids of the ministries that were there, where the record does not say.
        promises: What was promised, in the order in which it was written down.
        minutes: What was said and the language it is written in, where the record does not say.
    """

    date: str | int | None = None
    ministries: tuple[str, ...] = ()
    promises: list[Commitment] = field(default_factory=list)
    minutes: tuple[Language, str] | None = None


def closing_edits(dataset: Dataset, meeting_id: str, closing: Closing) -> list[Edit]:
    """Return the changes that close a meeting; they only add to what its record says.

    What somebody else wrote meanwhile stands: a date, ministries or minutes that are there are
    kept, and a promise whose id is taken gets another.

    Args:
        dataset: The records, as they lie there now.
        meeting_id: The meeting.
        closing: What is added.
    """
    meeting = dataset.meetings[meeting_id]
    return list(_edits(meeting, Key("meeting", meeting_id), closing))


def _edits(meeting: Meeting, key: Key, closing: Closing) -> Iterator[Edit]:
    if meeting.state != "held":
        yield SetValue(key, ("state",), "held")
    if meeting.date is None and closing.date is not None:
        yield SetValue(key, ("date",), closing.date)
    if not meeting.ministries and closing.ministries:
        yield SetValue(key, ("ministries",), list(closing.ministries))
    taken = {one.id for one in meeting.commitments}
    for promise in closing.promises:
        name = free_id(promise.id, taken)
        taken.add(name)
        yield Append(key, ("commitments",), _plain(promise, name))
    if meeting.minutes is None and closing.minutes:
        language, words = closing.minutes
        yield SetValue(key, ("minutes",), {language: words})


def _plain(promise: Commitment, name: str) -> dict[str, Any]:
    """Return a promise as it stands in a file, without what is not known."""
    value: dict[str, Any] = {"id": name, "text": {promise.language: promise.words}}
    if promise.responsible:
        value["responsible"] = list(promise.responsible)
    if promise.due is not None:
        value["due"] = promise.due
    if promise.addresses:
        value["addresses"] = list(promise.addresses)
    return value


def is_known(meeting: Meeting, promises: Iterable[Commitment], words: str) -> bool:
    """Return whether the same words are on record already, in whatever language."""
    said = {str(text) for one in meeting.commitments for text in _texts(one.text.model_dump())}
    return words in said | {one.words for one in promises}


def _texts(text: dict[str, str | None]) -> list[str]:
    return [words for words in text.values() if words]


def proposed_id(words: str, taken: Container[str]) -> str:
    """Return an id for a promise, made of the first words that tell something."""
    parts = as_id(words).split("-")
    telling = [part for part in parts if part not in _SMALL_WORDS] or parts
    name = "-".join(telling[:_WORDS_OF_ID])
    if len(name) > LONGEST_ID:
        name = name[:LONGEST_ID].rpartition("-")[0] or name[:LONGEST_ID]
    return free_id(name or "lofte", taken)


def asks_of(dataset: Dataset, meeting: Meeting) -> tuple[Ask, ...]:
    """Return the asks that a promise may follow up, as the brief of the meeting numbers them.

    They are those that the meeting names, else all on its theme. Where the criteria cannot be
    read there is no brief, and they stand in order of ids. Concerns ask for nothing and are not
    among them.
    """
    chosen = frozenset(meeting.recommendations)
    if dataset.criteria:
        language = dataset.settings.language
        ranking = ranked_for(dataset, dataset.criteria, language, meeting.theme, chosen)
        return asks_in_order(dataset, ranking)
    on_theme = [one.id for one in dataset.recommendations_by_theme.get(meeting.theme, ())]
    known = dataset.recommendations
    found = (known[one] for one in sorted(chosen or on_theme) if one in known)
    return asks_made_by(dataset, (one for one in found if one.kind == "recommendation"))
