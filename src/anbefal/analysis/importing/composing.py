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
from anbefal.model.recommendation import Recommendation
from anbefal.model.symbols import example_of, fits

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
        unmapped: What of ``themes``, ``groups`` and ``ministries`` nothing stands for, with labels.
    """

    incoming: Incoming
    fields: Fields
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
    unmapped = {}
    for name in LABELLED:
        ids, rest = _mapped(name, getattr(incoming.labels, name), words)
        given = [*fields.get(name, ()), *ids]
        _put(fields, name, list(dict.fromkeys(given)))
        _put(fields, f"labels.{name}", [*fields.get(f"labels.{name}", ()), *rest])
        unmapped[name] = tuple(rest)
    _must_be_a_record(fields)
    return Composed(incoming, fields, unmapped)


def _put(fields: Fields, name: str, value: list[str]) -> None:
    if value:
        fields[name] = list(dict.fromkeys(value))


def _mapped(name: str, labels: Iterable[str], words: Vocabulary) -> tuple[list[str], list[str]]:
    """Return the words that stand for labels, and the labels that nothing stands for."""
    find = {"themes": words.theme, "groups": words.group, "ministries": words.ministry}[name]
    mapped: list[str] = []
    rest: list[str] = []
    for label in labels:
        found = find(label)
        (mapped if found else rest).append(found or tidy(label))
    return mapped, rest


def tidy(label: str) -> str:
    """Return a label without the dash of a list and with single spaces."""
    return " ".join(label.split()).removeprefix("- ")


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
        message = f"{symbol!r} is not a document symbol of {body}."
        raise NotFit(message, f"It looks like {example_of(body)}.")
    try:
        Recommendation.model_validate(nested({"id": "new", **fields}))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = _place(first["loc"])
        reason = first["msg"].removeprefix("Value error, ")
        raise NotFit(f"{place}: {reason}." if place else f"{reason}.") from None


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
