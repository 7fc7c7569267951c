"""A record repeats one that is not an earlier ask of the same body.

`repeats` points back: from what a body asks now to what the same body asked before. Where the
other record is surely the later one, the link stands in the wrong file; where it is another
body's, `same_as` is meant.

Wrong, where `ccpr-2018-15b` comes from another committee:

```yaml
id: cat-2018-16
links: {repeats: [ccpr-2018-15b]}
```

Right:

```yaml
id: cat-2018-16
links: {repeats: [cat-2012-9], same_as: [ccpr-2018-15b]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation, Source
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every `repeats` to a later record or to another body's."""
    for entry in dataset.entries_of(Recommendation):
        source = entry.record.source
        for number, name in enumerate(entry.record.links.repeats):
            earlier = dataset.recommendations.get(name)
            if earlier and (fault := _fault(source, earlier.source, name)):
                yield problem(entry, ("links", "repeats", number), *fault)


def _fault(source: Source, earlier: Source, name: str) -> tuple[str, str] | None:
    """Return message and hint where the one cannot repeat the other."""
    if earlier.body != source.body:
        message = f"{name!r} is from {earlier.body}, and this record from {source.body}."
        return message, "Where two bodies ask the same, the link is same_as."
    if source.date and earlier.date and source.date.surely_before(earlier.date):
        message = f"{name!r} is of {earlier.date}, later than this record of {source.date}."
        return message, "Write the link in the later record."
    return None
