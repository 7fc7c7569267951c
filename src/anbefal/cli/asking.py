"""Asking for the fields of a record in turn, where there is somebody to ask."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from anbefal.cli.assignments import shape_of, steps_of, value_of
from anbefal.cli.session import Session, day, require
from anbefal.errors import AnbefalError, Misuse
from anbefal.markup import visible

if TYPE_CHECKING:
    from anbefal.diagnostics import Steps
    from anbefal.model.dataset import Dataset
    from anbefal.model.fields import Shape
    from anbefal.model.kinds import Kind

Answers = dict[str, Any]
"""Field, as it is named in an assignment, to plain value."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field that is asked for.

    Attributes:
        field: The field, as it is named in an assignment.
        words: What the user reads.
        needed: Whether the record must have it.
        propose: What stands there if the user just presses Enter, from the answers so far.
        unless: Fields of which one makes the question needless.
    """

    field: str
    words: str
    needed: bool = True
    propose: Callable[[Dataset, Answers], str] | None = None
    unless: tuple[str, ...] = ()


def answers(
    session: Session,
    kind: Kind,
    questions: Sequence[Question],
    given: Mapping[str, str | None],
    base: Steps = (),
) -> Answers:
    """Return the given values, and those that the user answers with where some are missing.

    Nobody is asked where every needed value is given, or where input is no terminal.

    Args:
        session: The repository, for the ids that it knows.
        kind: The kind of record.
        questions: What is asked, in turn.
        given: Field to the words that the user gave as an option.
        base: Steps to the mapping that the fields stand in.

    Raises:
        Misuse: A value does not fit, or a needed one is missing and there is nobody to ask.
    """
    dataset = session.loaded.dataset
    found = understood(session, kind, given, base)
    missing = [one for one in questions if one.needed and _is_open(one, found)]
    if not missing:
        return found
    if not sys.stdin.isatty():
        return found | _proposed(dataset, missing, found)
    session.say("Press Enter to leave a question open; Ctrl-C stops, and nothing is written.")
    for question in questions:
        if _is_open(question, found):
            answer = _ask(dataset, kind, base, question, found)
            if answer not in (None, []):
                found[question.field] = answer
    return found


def understood(
    session: Session, kind: Kind, given: Mapping[str, str | None], base: Steps = ()
) -> Answers:
    """Return given words as plain values; see :func:`answers`."""
    dataset = session.loaded.dataset
    return {
        field: _understood(dataset, kind, (*base, *steps_of(field)), words)
        for field, words in given.items()
        if words
    }


def _is_open(question: Question, found: Answers) -> bool:
    steps = question.field.split(".")
    above = {".".join(steps[: number + 1]) for number in range(len(steps))}
    return not found.keys() & {*above, *question.unless}


def _proposed(dataset: Dataset, missing: Sequence[Question], found: Answers) -> Answers:
    """Return what can be proposed for missing fields where nobody can be asked."""
    nameless = [one.field for one in missing if one.propose is None]
    if nameless:
        message = f"Missing: {', '.join(nameless)}."
        raise Misuse(message, "Give them as options, or run the command in a terminal to be asked.")
    proposals = {one.field: one.propose(dataset, found) for one in missing if one.propose}
    if empty := [field for field, proposal in proposals.items() if not proposal]:
        raise Misuse(f"Missing: {', '.join(empty)}.", "Give it as an option.")
    return proposals


def _ask(dataset: Dataset, kind: Kind, base: Steps, question: Question, found: Answers) -> Any:
    steps = (*base, *steps_of(question.field))
    default = question.propose(dataset, found) if question.propose else ""
    while True:
        words = typer.prompt(
            _prompt(shape_of(kind, steps), question),
            default=default,
            show_default=bool(default),
            err=True,
        ).strip()
        if not words and not question.needed:
            return None
        try:
            if words:
                return _understood(dataset, kind, steps, words)
            typer.echo("  This one is needed.", err=True)
        except AnbefalError as error:
            told = " ".join(part for part in (error.message, error.hint) if part)
            typer.echo(f"  {visible(told)}", err=True)


def _prompt(shape: Shape, question: Question) -> str:
    words = (shape.item or shape).words
    known = f" [{', '.join(words)}]" if words else ""
    return f"{question.words}{known}"


def _understood(dataset: Dataset, kind: Kind, steps: Steps, words: str) -> Any:
    """Return words as a plain value that the field can hold.

    Raises:
        Misuse: They are none.
    """
    shape = shape_of(kind, steps)
    if shape.form == "date":
        return _date(words)
    value = value_of(shape, steps, words)
    inner = shape.item or shape
    if isinstance(value, list):
        return [_known(dataset, inner, one) for one in value]
    return _known(dataset, inner, value)


def _known(dataset: Dataset, shape: Shape, word: Any) -> Any:
    """Return a word that the field can hold: an id also by its capitals or abbreviation.

    Raises:
        Misuse: It is none.
    """
    if shape.words:
        return require("word", str(word), shape.words)
    if shape.refers_to is None:
        return word
    known, wanted = _ids(dataset, shape.refers_to), str(word).casefold()
    if word in known:
        return word
    named = [
        one
        for one, record in known.items()
        if wanted in (one.casefold(), (getattr(record, "abbreviation", None) or "").casefold())
    ]
    if len(named) > 1:
        message = f"{word!r} may be any of {', '.join(named)}."
        raise Misuse(message, "Name one of them by its id.")
    return require(shape.refers_to, named[0] if named else str(word), known)


def _date(words: str) -> str | int:
    from anbefal.model.dates import parse_date

    words = day(words).isoformat() if words == "today" else words
    try:
        written = parse_date(words)
    except ValueError as error:
        raise Misuse(f"{words!r}: {error}.", "") from None
    return written.year if written.month is None else words


def _ids(dataset: Dataset, kind: str) -> Mapping[str, Any]:
    return {
        "theme": dataset.themes,
        "actor": dataset.actors,
        "recommendation": dataset.recommendations,
    }[kind]
