"""From what a file gives to the fields of a record, in the words of a repository."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from anbefal.analysis.importing.bodies import Bodies
from anbefal.analysis.importing.values import Fields, flat, nested
from anbefal.model.fields import shape_of_model
from anbefal.model.incoming import Incoming
from anbefal.model.labels import Vocabulary
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation
from anbefal.model.symbols import bodies_of, example_of, fits

LABELLED = ("themes", "groups", "ministries")
"""Fields that a source has labels of its own for."""


class NotFit(ValueError):
    """A row cannot become a record; its words say why, and what to do.

    Args:
        message: What is wrong, one sentence.
        hint: What to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Composed:
    """A row as a record would hold it.

    Attributes:
        incoming: The row.
        fields: Its fields, all but the id and the provenance of a new record.
        mapped: ``themes``, ``groups`` and ``ministries`` to the labels that words stand for.
        unmapped: The same to the labels that nothing stands for.
    """

    incoming: Incoming
    fields: Fields
    mapped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unmapped: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_named(self) -> bool:
        """Whether the row gives the record's id, as a list does that was exported from here."""
        return "id" in self.fields


def compose(incoming: Incoming, words: Vocabulary, bodies: Bodies) -> Composed:
    """Return a row in the words of a repository.

    Args:
        incoming: The row.
        words: The words of the repository.
        bodies: Finds who recommends, and notes bodies that the repository has not.

    Raises:
        NotFit: Who recommends is not known, or a record may not hold what the row gives.
    """
    fields = flat(nested(incoming.fields))
    fields["source.body"] = _body(incoming, fields, bodies)
    mapped, unmapped = {}, {}
    for name in LABELLED:
        found = _found(name, getattr(incoming.labels, name), words)
        mapped[name] = tuple(label for label, one in found.items() if one)
        unmapped[name] = tuple(label for label, one in found.items() if not one)
        _put(fields, name, [one for one in found.values() if one])
        _put(fields, f"labels.{name}", list(unmapped[name]))
    _must_be_a_record(fields)
    return Composed(incoming, fields, mapped, unmapped)


def _put(fields: Fields, name: str, more: list[str]) -> None:
    value = [*fields.get(name, ()), *more]
    if value:
        fields[name] = list(dict.fromkeys(value))


def _found(name: str, labels: Iterable[str], words: Vocabulary) -> dict[str, str | None]:
    """Return label to the word that stands for it, if one does."""
    find = {"themes": words.theme, "groups": words.group, "ministries": words.ministry}[name]
    return {plain_name(label): find(label) for label in labels if plain_name(label)}


def plain_name(label: str) -> str:
    """Return a label without the dash of a list and with single spaces."""
    return composed(" ".join(label.split())).removeprefix("- ")


def _body(incoming: Incoming, fields: Fields, bodies: Bodies) -> str:
    label = str(fields.get("source.body") or incoming.labels.body)
    found = bodies.find(label, fields.get("source.document"))
    if found.problem:
        raise NotFit(found.problem, found.hint)
    return found.body


def _must_be_a_record(fields: Fields) -> None:
    """Make sure that a record may hold the fields.

    Raises:
        NotFit: It may not.
    """
    symbol, body = fields.get("source.document"), fields["source.body"]
    if isinstance(symbol, str) and not fits(symbol, body):
        raise _foreign(symbol, body)
    try:
        Recommendation.model_validate(nested({"id": "new", **fields}))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = _place(first["loc"])
        reason = first["msg"].removeprefix("Value error, ")
        if first["type"] == "string_pattern_mismatch":
            reason = "it is empty, or holds a line break or a character that cannot be seen"
        raise NotFit(f"{place}: {reason}." if place else f"{reason}.") from None


def _foreign(symbol: str, body: str) -> NotFit:
    """Return that a document's symbol is none of the body's."""
    others = bodies_of(symbol)
    if others:
        message = f"{symbol!r} is a document of {' or '.join(others)}, and the row says {body}."
        return NotFit(message, "See which is right; a column for the body tells it row by row.")
    message = f"{symbol!r} is not a document symbol of {body}."
    return NotFit(message, f"Its symbols look like {example_of(body)}.")


def _place(location: tuple[Any, ...]) -> str:
    """Return the steps of a validation error that a record has too."""
    steps: list[str] = []
    shape = shape_of_model(Recommendation)
    for step in location:
        inside = shape.inside(step)
        if inside is None:
            break
        shape = inside
        steps.append(str(step + 1 if isinstance(step, int) else step))
    return ".".join(steps)
