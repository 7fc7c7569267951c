"""The pairs of recommendations that two readers labelled, with their texts from a UPR Info export.

The texts are not ours, so the project holds row numbers and hashes only.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from anbefal.analysis.ask.words import AskLanguage

FOLDER = Path(__file__).parents[1] / "tests" / "duplicates"
LABELS = FOLDER / "labels.csv"
EXAMPLES = FOLDER / "examples.toml"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair on which both readers agree.

    Attributes:
        name: Its number.
        state: To which state both recommendations are.
        near: Whether it was drawn mostly from pairs of like words; the rest reach further.
        a: One text.
        b: The other.
        label: D for duplicate, R for related, N for nothing.
        language: The language of the texts.
    """

    name: str
    state: str
    near: bool
    a: str
    b: str
    label: str
    language: AskLanguage = "en"


def read_labelled(export: Path, which: str) -> list[Labelled]:
    """Return the pairs of one set (``fit`` or ``held-out``) on which both readers agree.

    Args:
        export: The UPR Info export of sessions 6 to 9 (Mac Roman, CR as line end).
        which: The set.

    Raises:
        SystemExit: A row is not the one that was labelled.
    """
    rows = _rows(export)
    found = []
    for entry in csv.DictReader(LABELS.open(encoding="utf-8")):
        if entry["set"] != which or entry["reader_1"] != entry["reader_2"]:
            continue
        a, b = (rows[int(entry[name]) - 1] for name in ("row_a", "row_b"))
        for row, name in ((a, "hash_a"), (b, "hash_b")):
            if hashlib.sha256(row["Text"].strip().encode()).hexdigest()[:12] != entry[name]:
                raise SystemExit(f"{entry['pair']}: the row is not the one that was labelled")
        near = entry["sample"] == "near"
        found.append(
            Labelled(entry["pair"], a["To"], near, a["Text"], b["Text"], entry["reader_1"])
        )
    return found


def read_examples(which: str) -> list[Labelled]:
    """Return every second of the project's own pairs: the first, third, ... are the set ``fit``."""
    entries = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["pair"]
    labels = {"duplicate": "D", "related": "R", "nothing": "N"}
    return [
        Labelled(e["id"], "", True, e["a"], e["b"], labels[e["relation"]], e["language"])
        for e in entries[which != "fit" :: 2]
    ]


def agreement() -> tuple[int, float, float]:
    """Return the number of pairs, the share on which both agree, and Cohen's kappa."""
    entries = list(csv.DictReader(LABELS.open(encoding="utf-8")))
    pairs = [(entry["reader_1"], entry["reader_2"]) for entry in entries]
    observed = sum(one == other for one, other in pairs) / len(pairs)
    expected = sum(
        _share([one for one, _ in pairs], label) * _share([other for _, other in pairs], label)
        for label in "DRN"
    )
    return len(pairs), observed, (observed - expected) / (1 - expected)


def _share(labels: Sequence[str], label: str) -> float:
    return labels.count(label) / len(labels)


def _rows(export: Path) -> list[dict[str, str]]:
    text = export.read_bytes().decode("mac_roman").replace("\r", "\n")
    return list(csv.DictReader(io.StringIO(text)))
