"""Ids of recommendations: body, year and paragraph where they are known."""

from __future__ import annotations

import re
from collections.abc import Container

from anbefal.analysis.importing.values import DIGITS, Fields, mark
from anbefal.model.names import as_id, free_id

LONGEST = 110
"""Characters of an id, with room for a number where it is taken."""


def place_id(body: str, year: str, paragraph: str) -> str:
    """Return the id of a recommendation by where it stands: ``ccpr-2018-15b``."""
    return as_id(" ".join((body, year, re.sub(r"[\s()]", "", paragraph))))


def new_id(fields: Fields, taken: Container[str]) -> str:
    """Return an id for a new record that nobody has yet.

    Args:
        fields: The record's fields.
        taken: Ids that are taken.
    """
    return free_id(_id(fields)[:LONGEST].strip("-"), taken)


def _id(fields: Fields) -> str:
    body, paragraph = fields["source.body"], fields.get("source.paragraph")
    year = str(fields.get("source.date", ""))[:4]
    if paragraph and (year or fields.get("source.document")):
        when = year or str(fields["source.document"]).removeprefix(f"{body.upper()}/")
        return place_id(body, when, paragraph)
    annotation = fields.get("source.annotation_id")
    if annotation:
        return as_id(f"{body} {year} {annotation[:DIGITS]}")
    states = " ".join(fields.get("source.recommended_by", ())[:1])
    words = [value for field, value in sorted(fields.items()) if field.startswith(_WORDS)]
    return as_id(f"{body} {year} {states} {_fingerprint(words)}")


_WORDS = ("text.", "summary.")


def _fingerprint(words: list[str]) -> str:
    return mark("table", words).rpartition("-")[2][:6]
