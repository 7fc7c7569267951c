"""Two records hold the same paragraph of the same document.

The same recommendation would be counted twice, and a status reported on one record would be
missing on the other. Case and spaces make no difference: `28(a)` and `28 (A)` are one place.
Records without a document or without a paragraph are not compared, and neither are records with
different annotation ids: UHRI divides a paragraph that asks for several things, and each of them is
a record of its own.

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
from anbefal.model.names import composed
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every record whose document and paragraph an earlier record has."""
    there: dict[tuple[str, str], dict[str | None, str]] = {}
    for entry in dataset.entries_of(Recommendation):
        source = entry.record.source
        if source.document is None or source.paragraph is None:
            continue
        place = (_plain(source.document), _plain(source.paragraph))
        earlier = there.setdefault(place, {})
        file = _same(earlier, source.annotation_id)
        if file is not None:
            message = f"{source.document}, paragraph {source.paragraph}, is in {file} already."
            hint = "Keep one record, or name the sub-paragraph of each."
            yield problem(entry, ("source", "paragraph"), message, hint)
        earlier.setdefault(source.annotation_id, entry.file)


def _same(earlier: dict[str | None, str], annotation: str | None) -> str | None:
    """Return the file of an earlier record of the place that may be the same."""
    if annotation is None:
        return next(iter(earlier.values()), None)
    return earlier.get(annotation) or earlier.get(None)


def _plain(name: str) -> str:
    return "".join(composed(name).casefold().split())
