"""A file's name is not its record's id.

People find a record by its file, and programs by its id: they are the same. A recommendation, a
meeting and a plan lie in a file named after their id; an assessment lies in
`data/assessments/ROUND/ASSESSOR.yaml`. An id is written in a-z, so a file name with other
letters is never right.

Wrong, in `data/recommendations/cat-2018-61.yaml`:

```yaml
id: cat-2018-16
```

Right, in `data/recommendations/cat-2018-16.yaml`:

```yaml
id: cat-2018-16
```
"""

from __future__ import annotations

from collections.abc import Iterator

from anbefal.diagnostics import Severity
from anbefal.model.assessment import Assessment
from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.meeting import Meeting, Plan
from anbefal.model.names import as_id, composed
from anbefal.model.recommendation import Recommendation
from anbefal.rules.support.problem import Problem, problem

SEVERITY = Severity.ERROR

SUFFIX = ".yaml"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield every record whose file has another name than the record."""
    for entry in dataset.entries:
        if isinstance(entry.record, Recommendation | Meeting | Plan):
            yield from _misnamed(entry, entry.record.id)
    for assessment in dataset.entries_of(Assessment):
        yield from _misplaced(assessment)


def _misnamed(entry: Entry[Record], given: str) -> Iterator[Problem]:
    name = entry.file.rpartition("/")[2]
    if name == given + SUFFIX:
        return
    other = as_id(name.removesuffix(SUFFIX))
    hint = f"Rename the file to {given}{SUFFIX}"
    hint += f", or write id: {other}." if other and other != given else "."
    message = f"The file is named {name!r}, but its record has the id {given!r}."
    yield problem(entry, ("id",), message, hint)


def _misplaced(entry: Entry[Assessment]) -> Iterator[Problem]:
    record = entry.record
    folder, _, name = entry.file.removeprefix(entry.kind.path).rpartition("/")
    right = f"Move the file to {entry.kind.path}{_part(record.round)}/{_part(record.assessor)}"
    if folder != composed(record.round):
        message = f"The file lies in the folder {folder!r}, but its round is {record.round!r}."
        if not folder:
            message = f"The file lies in no folder, but its round is {record.round!r}."
        yield problem(entry, ("round",), message, f"{right}{SUFFIX}, or mend the round.")
    if name != composed(record.assessor) + SUFFIX:
        message = f"The file is named {name!r}, but its assessor is {record.assessor!r}."
        yield problem(entry, ("assessor",), message, f"{right}{SUFFIX}, or mend the assessor.")


def _part(name: str) -> str:
    """Return a name as a part of a path that every computer can have."""
    return name if name.isascii() and "/" not in name else as_id(name)
