"""The values of a row as one recommendation, with what its text tells besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from anbefal.exchange.cells import NotFit
from anbefal.exchange.mapped.known import COUNTRY, STATUS_PARTS, TEXTS, Known
from anbefal.exchange.mapped.numbers import Reference, document_from, reference_in
from anbefal.exchange.mapped.plan import Plan
from anbefal.exchange.outgoing.columns import export_columns
from anbefal.model.incoming import Incoming, Place, SourceLabels
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import InferredField
from anbefal.model.symbols import bodies_of

_LABELLED = ("themes", "groups", "ministries")
_MARKS = "provenance.imported"
_ENGLISH = frozenset(
    {"the", "of", "and", "that", "with", "its", "should", "be", "are", "is", "which", "from", "to"}
)
_NORWEGIAN = frozenset(
    {"og", "av", "som", "til", "det", "på", "med", "ikke", "ikkje", "en", "ein", "er", "å", "bør"}
)
_ENOUGH, _TIMES = 2, 4
"""How many little words of one language, and how many for each of the other, tell which it is."""

Values = Mapping[Known, Any]


def composed_row(
    place: Place, values: Values, plan: Plan, vocabulary: Vocabulary, raw: Mapping[str, str]
) -> Incoming:
    """Return a row as one recommendation.

    Args:
        place: Where it stands.
        values: Field to value.
        plan: How the file is read.
        vocabulary: The words of the repository.
        raw: The row as the file has it.

    Raises:
        NotFit: It has no text, nobody who recommends, or half an entry of a log.
    """
    fields = {known.name: value for known, value in values.items() if not _is_empty(value)}
    fields.pop(COUNTRY, None)
    texts = [name for name in fields if name.partition(".")[0] in TEXTS]
    if not texts:
        raise NotFit("The row holds no text of a recommendation.", "Fill it in, or delete the row.")
    inferred: set[InferredField] = set()
    if plan.is_exported:
        labels = SourceLabels(body=fields.pop("source.body", ""))
        _without_strangers(fields, vocabulary)
    else:
        labels = _labels(fields)
        _take_apart(fields)
        inferred = _found_in_text(fields, labels, vocabulary)
        _tell_language(fields, plan)
    _gather_status(fields)
    _gather_position(fields)
    if fields.get("provenance.verified") is False:
        del fields["provenance.verified"]
    _note_presence(fields)
    if not labels.body and "source.document" not in fields:
        hint = "Add a column for it, or say --map body==ID where all rows are of one body."
        raise NotFit("The row does not say who recommends.", hint)
    return Incoming(place, fields, labels, frozenset(inferred), raw)


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _labels(fields: dict[str, Any]) -> SourceLabels:
    """Take what a repository has words for out of the fields."""
    found = {name: tuple(fields.pop(name, ())) for name in _LABELLED}
    return SourceLabels(body=fields.pop("source.body", ""), **found)


def _without_strangers(fields: dict[str, Any], vocabulary: Vocabulary) -> None:
    """Keep what refers to nothing in this repository as labels, and no marks of what is no field.

    Of an export of ours all else is taken to the letter.
    """
    knows = {"themes": vocabulary.has_theme, "ministries": vocabulary.has_ministry}
    for name, is_known in knows.items():
        given = fields.pop(name, [])
        labels = [*fields.pop(f"labels.{name}", []), *(one for one in given if not is_known(one))]
        told = {name: [one for one in given if is_known(one)], f"labels.{name}": labels}
        fields |= {key: its for key, its in told.items() if its}
    marks = fields.pop(_MARKS, None)
    if isinstance(marks, dict):  # else it is told of later that it must be one
        marks = {name: mark for name, mark in marks.items() if name in _marked_fields()}
    fields |= {_MARKS: marks} if marks else {}


@cache
def _marked_fields() -> frozenset[str]:
    return frozenset(column.name for column in export_columns())


def _take_apart(fields: dict[str, Any]) -> None:
    """Part a symbol from the paragraph that stands with it in one cell."""
    if document := fields.get("source.document"):
        fields["source.document"], paragraph = document_from(document)
        if paragraph:
            fields.setdefault("source.paragraph", paragraph)


def _found_in_text(
    fields: dict[str, Any], labels: SourceLabels, vocabulary: Vocabulary
) -> set[InferredField]:
    """Add what no column has and the official wording tells; return what was added."""
    texts = {name: reference_in(fields[name]) for name in fields if name.startswith("text.")}
    if not texts:
        return set()
    found = next(iter(texts.values()))
    number = fields.get("source.paragraph", found.paragraph)
    for name, one in texts.items():
        if number and one.paragraph == number and one.rest:
            fields[name] = one.rest
            if one.heading:
                fields.setdefault("source.heading", one.heading)
    return _added(fields, found, _is_of_body(found.document, labels.body, vocabulary))


def _added(fields: dict[str, Any], found: Reference, is_own: bool) -> set[InferredField]:  # noqa: FBT001
    added: set[InferredField] = set()
    if found.paragraph and "source.paragraph" not in fields:
        fields["source.paragraph"] = found.paragraph
        added.add("paragraph")
    if not is_own:
        return added
    if found.document and "source.document" not in fields:
        fields["source.document"] = found.document
        added.add("document")
    if found.date and "source.date" not in fields:
        fields["source.date"] = found.date
        added.add("date")
    return added


def _is_of_body(symbol: str | None, label: str, vocabulary: Vocabulary) -> bool:
    """Return whether a symbol may be that of the row's own document: no other body's is."""
    if symbol is None:
        return False
    body = vocabulary.body(label) if label else None
    return body is None or not bodies_of(symbol) or body in bodies_of(symbol)


def _tell_language(fields: dict[str, Any], plan: Plan) -> None:
    """Put texts under English where nobody said their language and they are clearly in it."""
    for name in plan.unsaid:
        other = f"{name.partition('.')[0]}.en"
        if name in fields and other not in fields and _is_english(fields[name]):
            fields[other] = fields.pop(name)


def _is_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    english, norwegian = sum(w in _ENGLISH for w in words), sum(w in _NORWEGIAN for w in words)
    return english >= _ENOUGH and english > _TIMES * norwegian


def _gather_status(fields: dict[str, Any]) -> None:
    """Make one entry of a log of the columns that a list has for its parts.

    Raises:
        NotFit: Some of them are missing.
    """
    parts = {name: fields.pop(name) for name in STATUS_PARTS if name in fields}
    if not parts:
        return
    missing = [one for one in STATUS_PARTS[:4] if one not in parts]
    if missing:
        hint = "A status needs its day, its track (reported or assessed), who says so, and a value."
        raise NotFit(f"The status lacks {', '.join(missing)}.", hint)
    entry = {name.removeprefix("status."): value for name, value in parts.items()}
    fields["status"] = [*fields.get("status", ()), entry]


def _gather_position(fields: dict[str, Any]) -> None:
    parts = {name: fields.pop(name) for name in list(fields) if name.startswith("state_position.")}
    if parts:
        if "state_position.value" not in parts:
            raise NotFit("The state's answer has no value.", "Write supported, noted or another.")
        fields["state_position"] = {name.partition(".")[2]: one for name, one in parts.items()}


def _note_presence(fields: dict[str, Any]) -> None:
    """Keep that a committee picked a record, where nothing more is said of it."""
    picked = fields.pop("follow_up", None)
    if picked and not any(name.startswith("follow_up.") for name in fields):
        fields["follow_up"] = {}
