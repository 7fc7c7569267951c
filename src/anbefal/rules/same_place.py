"""Two records hold the same paragraph of the same document.

The same recommendation would be counted twice, and a status reported on one record would be
missing on the other. Case and spaces make no difference: `28(a)` and `28 (A)` are one place.
Records without a document or without a paragraph are not compared.

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
    first: dict[tuple[str, str], str] = {}
    for entry in dataset.entries_of(Recommendation):
        source = entry.record.source
        if source.document is None or source.paragraph is None:
            continue
        place = (_plain(source.document), _plain(source.paragraph))
        if place in first:
            message = (
                f"{source.document}, paragraph {source.paragraph}, is in {first[place]} already."
            )
            hint = "Keep one record, or name the sub-paragraph of each."
            yield problem(entry, ("source", "paragraph"), message, hint)
        first.setdefault(place, entry.file)


def _plain(name: str) -> str:
    return "".join(composed(name).casefold().split())
