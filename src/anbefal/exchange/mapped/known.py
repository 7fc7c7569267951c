"""The fields that a column of a table can be, and their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from anbefal.exchange.fixed_words import WordKind
from anbefal.exchange.outgoing.columns import export_columns
from anbefal.model.base import Language

ValueKind = Literal[
    "words", "name", "number", "document", "date", "word", "truth", "names", "words of a list",
    "codes", "states", "json", "notes", "presence", "id",
]  # fmt: skip

SHORT_NAMES: Mapping[str, str] = {
    "body": "source.body",
    "document": "source.document",
    "symbol": "source.document",
    "paragraph": "source.paragraph",
    "proposal": "source.proposal",
    "session": "source.session",
    "heading": "source.heading",
    "date": "source.date",
    "url": "source.url",
    "states": "source.recommended_by",
    "annotation_id": "source.annotation_id",
    "position": "state_position.value",
}
"""Short name of a field to its name with points."""

TEXTS = ("text", "summary")
"""Fields that need a language: it is said with them, ``text.nb``, or for the whole file."""
COUNTRY = "country"
"""The state that is recommended to; it is no field of a record, but may be asked for."""
STATUS_PARTS = ("status.date", "status.track", "status.by", "status.value", "status.note")
"""One entry of the log, where a list has a column for each part of it."""

_EXPLICIT = frozenset({"id", "internal", "status", *STATUS_PARTS})
"""Fields that are not taken from columns of others by their heading alone: an ``ID`` of theirs is
none of ours."""

_WORDS: Mapping[str, WordKind] = {
    "kind": "kind",
    "state_position.value": "position",
    "status.track": "track",
    "status.value": "status",
    "levels": "level",
}
_KINDS: Mapping[str, ValueKind] = {
    "id": "id",
    "source.document": "document",
    "source.paragraph": "number",
    "source.proposal": "number",
    "source.recommended_by": "states",
    "state_position.source": "words",
    "source.url": "words",
    "follow_up.note": "words",
    "provenance.note": "words",
    "provenance.source": "words",
    "sdgs": "codes",
    "levels": "words of a list",
    "status.date": "date",
    "status.note": "words",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A field that a column can be.

    Attributes:
        name: With points.
        kind: How what stands in a cell becomes its value.
        words: Which fixed words it takes, if it takes only those.
    """

    name: str
    kind: ValueKind
    words: WordKind | None = None


@cache
def known_fields() -> Mapping[str, Known]:
    """Return all fields by their names with points, in the order of an export."""
    names = [column.name for column in export_columns(internal=True)]
    return {name: _known(name) for name in (*names, *STATUS_PARTS, COUNTRY)}


def field_named(name: str, language: Language) -> str | None:
    """Return the field that a name, short or with points, stands for.

    Args:
        name: The name.
        language: The language of a text whose name does not say it.
    """
    if name in TEXTS:
        return f"{name}.{language}"
    full = SHORT_NAMES.get(name, name)
    return full if full in known_fields() else None


def all_names() -> tuple[str, ...]:
    """Return every name that a field can be called, the short ones first."""
    return tuple(dict.fromkeys((*TEXTS, *SHORT_NAMES, *known_fields())))


def may_be_taken(field: str) -> bool:
    """Return whether a heading alone makes a column of others this field."""
    return field not in _EXPLICIT and not field.startswith(("links.", "provenance.", "labels."))


def _known(name: str) -> Known:
    words = _WORDS.get(name)
    if kind := _KINDS.get(name):
        return Known(name, kind, words)
    if words:
        return Known(name, "word", words)
    if name.partition(".")[0] in TEXTS:
        return Known(name, "words")
    column = next((one for one in export_columns(internal=True) if one.name == name), None)
    kinds: dict[str, ValueKind] = {
        "date": "date",
        "boolean": "truth",
        "list": "names",
        "json": "json",
        "notes": "notes",
        "presence": "presence",
    }
    return Known(name, kinds.get(column.kind, "name") if column else "name")
