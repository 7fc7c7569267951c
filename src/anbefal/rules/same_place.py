"""Two records hold the same paragraph of the same document, or the same text of UHRI.

The same recommendation would be counted twice, and a status reported on one record would be
missing on the other. Case and spaces make no difference: `28(a)` and `28 (A)` are one place.
Records without a document or without a paragraph are not compared, and neither are records with
different annotation ids: UHRI divides a paragraph that asks for several things, and each of them is
a record of its own. One annotation id, on the other hand, is one text, and stands in one record.

Wrong, in two files:

```yaml
source: {body: cat, document: CAT/C/NOR/CO/8, paragraph: "16"}
```

Right, in one of them:

```yaml
source: {body: cat, document: CAT/C/NOR/CO/8, paragraph: "17"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.places import PlaceKey, may_be_one, place_key
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every record whose place or annotation id an earlier record has."""
    places: dict[PlaceKey, list[tuple[str | None, str]]] = {}
    annotations: dict[str, str] = {}
    for entry in dataset.entries_of(Recommendation):
        source = entry.record.source
        place, annotation = place_key(source.document, source.paragraph), source.annotation_id
        there = places.setdefault(place, []) if place else []
        file = next((file for other, file in there if may_be_one(annotation, other)), None)
        if annotation in annotations:
            message = f"The annotation id {annotation} is in {annotations[annotation]} already."
            hint = "It is one text of UHRI: keep one record, or take the id out of the other."
            yield problem(entry, ("source", "annotation_id"), message, hint)
        elif file is not None:
            message = f"{source.document}, paragraph {source.paragraph}, is in {file} already."
            hint = "Keep one record, or name the sub-paragraph of each."
            yield problem(entry, ("source", "paragraph"), message, hint)
        there.append((annotation, entry.file))
        if annotation:
            annotations.setdefault(annotation, entry.file)
