"""Rows and repositories for the tests of importing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from anbefal.analysis.importing.gathering import gather
from anbefal.analysis.importing.plan import Origin, Plan
from anbefal.analysis.importing.planning import plan_import
from anbefal.model.dataset import Dataset
from anbefal.model.incoming import ImportSource, Incoming, Place, Reading, SourceLabels
from anbefal.store.changing.applying import apply
from anbefal.store.reading.repository import load

SYMBOL = "CAT/C/NOR/CO/8"
WORDS = "The State party should open a new reception centre."


def row(number: int = 2, *, labels: SourceLabels | None = None, **fields: Any) -> Incoming:
    """Return a row; ``source__paragraph`` stands for ``source.paragraph``; ``None`` leaves out."""
    given = {
        "kind": "recommendation",
        "source.document": SYMBOL,
        "source.paragraph": "40",
        "source.date": "2018-06-05",
        "text.en": WORDS,
        **{name.replace("__", "."): value for name, value in fields.items()},
    }
    kept = {name: value for name, value in given.items() if value is not None}
    return Incoming(Place(number), kept, labels or SourceLabels(body="CAT"), raw={"Text": "raw"})


def plan(
    root: Path, readings: Iterable[Reading], source: ImportSource = "uhri", part: str = ""
) -> Plan:
    """Return what rows change in a repository."""
    dataset = load(root, None).dataset
    return plan_import(dataset, gather(readings), Origin(source, "UHRI (a file)", part=part))


def bring_in(
    root: Path, readings: Iterable[Reading], source: ImportSource = "uhri", part: str = ""
) -> Plan:
    """Make the change, and return what it was."""
    made = plan(root, readings, source, part)
    for change in apply(root, load(root, None).dataset, made.edits):
        file = root / change.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(change.new or b"")
    return made


def records(root: Path) -> Dataset:
    """Return what lies in a repository now."""
    return load(root, None).dataset
