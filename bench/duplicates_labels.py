"""The pairs of recommendations that two readers labelled, with their texts from a UPR Info export.

The texts are not ours, so the project holds row numbers and hashes only.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections import Counter
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
        sample: How it was drawn: ``near`` mostly from pairs of like words, ``far`` also further
            down, ``second`` as ``near`` from what was left of those, when the matcher was made.
        a: One text.
        b: The other.
        label: D for duplicate, R for related, N for nothing.
        weight: How many pairs of the export it stands for: unlike pairs are many, and few of them
            were drawn.
        language: The language of the texts.
    """

    name: str
    state: str
    sample: str
    a: str
    b: str
    label: str
    weight: float = 1.0
    language: AskLanguage = "en"

    @property
    def texts(self) -> tuple[str, str]:
        """Both texts without what surrounds them."""
        return self.a.strip(), self.b.strip()


def read_labelled(export: Path, which: str) -> list[Labelled]:
    """Return the pairs of one set (``fit`` or ``held-out``) on which both readers agree.

    Args:
        export: The UPR Info export of sessions 6 to 9 (Mac Roman, CR as line end).
        which: The set.

    Raises:
        SystemExit: A row is not the one that was labelled.
    """
    rows = _rows(export)
    weights = _weights()
    found = []
    for entry in csv.DictReader(LABELS.open(encoding="utf-8")):
        if entry["set"] != which or entry["reader_1"] != entry["reader_2"]:
            continue
        a, b = (rows[int(entry[name]) - 1] for name in ("row_a", "row_b"))
        for row, name in ((a, "hash_a"), (b, "hash_b")):
            if hashlib.sha256(row["Text"].strip().encode()).hexdigest()[:12] != entry[name]:
                raise SystemExit(f"{entry['pair']}: the row is not the one that was labelled")
        found.append(
            Labelled(
                name=entry["pair"],
                state=a["To"],
                sample=entry["sample"],
                a=a["Text"],
                b=b["Text"],
                label=entry["reader_1"],
                weight=weights[entry["band"]],
            )
        )
    return found


def read_examples(which: str) -> list[Labelled]:
    """Return every second of the project's own pairs: the first, third, ... are the set ``fit``."""
    entries = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["pair"]
    labels = {"duplicate": "D", "related": "R", "nothing": "N"}
    return [
        Labelled(
            name=e["id"],
            state="",
            sample="near",
            a=e["a"],
            b=e["b"],
            label=labels[e["relation"]],
            language=e["language"],
        )
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


POPULATION = {
    "same words": 251,
    "cosine 0.7": 570,
    "cosine 0.5": 1_258,
    "cosine 0.35": 2_665,
    "cosine 0.25": 4_245,
    "cosine 0.15": 13_445,
    "word set": 764,
}
"""How many pairs to one state the export has in each band that pairs were drawn from.

The bands are the tf-idf cosine from which they begin; `word set` is below 0.35 with a
token_set_ratio of 75 or more. Pairs below 0.15 with a token_set_ratio below 70 were never drawn.
"""


def _weights() -> dict[str, float]:
    drawn = Counter(entry["band"] for entry in csv.DictReader(LABELS.open(encoding="utf-8")))
    return {band: total / drawn[band] for band, total in POPULATION.items()}


def _share(labels: Sequence[str], label: str) -> float:
    return labels.count(label) / len(labels)


def _rows(export: Path) -> list[dict[str, str]]:
    text = export.read_bytes().decode("mac_roman").replace("\r", "\n")
    return list(csv.DictReader(io.StringIO(text)))
