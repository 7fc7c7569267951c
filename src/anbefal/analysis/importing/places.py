"""Which record holds a place, while an import adds and moves records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from anbefal.analysis.importing.values import Fields
from anbefal.model.places import PlaceKey, may_be_one, place_key

DOCUMENT, PARAGRAPH, ANNOTATION = "source.document", "source.paragraph", "source.annotation_id"


def place_of(fields: Fields) -> PlaceKey | None:
    """Return document and paragraph as they are compared; ``None`` where one is not known."""
    return place_key(fields.get(DOCUMENT), fields.get(PARAGRAPH))


class Places:
    """The records by their places and annotation ids.

    Args:
        records: Id to fields.
    """

    def __init__(self, records: Mapping[str, Fields]) -> None:
        self._fields: dict[str, Fields] = {}
        self._at: defaultdict[PlaceKey, dict[str, None]] = defaultdict(dict)
        self._annotations: dict[str, str] = {}
        for name, fields in records.items():
            self.put(name, fields)

    def at(self, fields: Fields) -> list[str]:
        """Return the records that hold the place of a row and may be it, the first one first."""
        return list(self._holders(fields))

    def clash(self, name: str, fields: Fields) -> str | None:
        """Return another record that a record would share its place or annotation id with."""
        there = self._annotations.get(fields.get(ANNOTATION, ""))
        if there is not None and there != name:
            return there
        return next((one for one in self._holders(fields) if one != name), None)

    def put(self, name: str, fields: Fields) -> None:
        """Note where a record stands now."""
        before = self._fields.get(name)
        if before and (place := place_of(before)):
            self._at[place].pop(name, None)
        self._fields[name] = fields
        if place := place_of(fields):
            self._at[place][name] = None
        if annotation := fields.get(ANNOTATION):
            self._annotations.setdefault(annotation, name)

    def _holders(self, fields: Fields) -> Iterator[str]:
        place = place_of(fields)
        for name in self._at.get(place, ()) if place else ():
            if may_be_one(fields.get(ANNOTATION), self._fields[name].get(ANNOTATION)):
                yield name
