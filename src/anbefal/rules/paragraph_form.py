"""A paragraph number is written with words or typographic quotes.

A brief writes "avsn." before the number, and two records of one paragraph are found by comparing
the numbers. So `paragraph` holds the number alone: digits, with letters, points, hyphens and
parentheses as in the document. Quotes are the straight ones that YAML knows; the curved ones that
Word makes would become part of the number.

Wrong:

```yaml
paragraph: avsnitt 16
```

Right:

```yaml
paragraph: "16"
```

Also right: `"22(a)"`, `"7-8"`, `"140.10"`, `"12 (b) and (c)"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.WARNING

NUMBER = re.compile(r"(\d|[IVX]+\b)[\w.,;()\/ \u2013-]*")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every paragraph that does not begin with a number or holds other characters."""
    for entry in dataset.entries_of(Recommendation):
        paragraph = entry.record.source.paragraph
        if paragraph is not None and not NUMBER.fullmatch(paragraph.strip()):
            message = f"{paragraph!r} is no paragraph number."
            hint = 'Write the number alone, in straight quotes: "16", "22(a)", "140.10".'
            yield problem(entry, ("source", "paragraph"), message, hint)
