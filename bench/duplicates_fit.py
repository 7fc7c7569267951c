"""Fit the weights of the matcher to labelled pairs, and write them as a table that can be read.

    python bench/duplicates_fit.py upr-info-sessions-6-9.csv

Only the pairs of the set ``fit`` are read, and every second one of the project's own examples, in
which words were chosen to mislead. Features that tell nothing are left out first (L1), the rest are
fitted (L2), each table by itself. For the table `subject` each pair counts for as many as it was
drawn from, since most pairs of a repository are about nothing in common.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.features import (
    Features,
    other_features,
    subject_features,
    treaty_features,
)
from anbefal.analysis.duplicates.obligations import obligation_of
from anbefal.analysis.duplicates.reads import Read, prepared
from anbefal.analysis.duplicates.weights import AGAINST
from duplicates_labels import read_examples, read_labelled

WEIGHTS = Path(__file__).parents[1] / "src/anbefal/analysis/duplicates/weights.toml"
HEAD = """\
# What each feature of two asks adds to the logit of the probability that they are the same ask
# (treaty, other) or about the same subject (subject). `constant` is where the sum begins. What each
# feature is, stands in features.py. Written by bench/duplicates_fit.py.
"""

Row = tuple[Features, bool, float]
"""Features, label, and how many pairs it stands for."""


def main() -> None:
    pairs = read_labelled(Path(sys.argv[1]), "fit")
    examples = read_examples("fit")
    tables: dict[str, list[Row]] = {"treaty": [], "other": [], "subject": []}
    for pair in (*pairs, *examples):
        a, b = (prepared(read_ask(text, pair.language)) for text in (pair.a, pair.b))
        name, features = _same_ask(a, b)
        tables[name].append((features, pair.label == "D", 1.0))
        tables["subject"].append((subject_features(a, b), pair.label != "N", pair.weight))
    text = HEAD + "".join(_table(name, rows) for name, rows in tables.items())
    WEIGHTS.write_text(text, encoding="utf-8")
    print(f"{len(pairs)} pairs and {len(examples)} examples; wrote {WEIGHTS.name}")


def _same_ask(a: Read, b: Read) -> tuple[str, Features]:
    one, other = obligation_of(a.ask), obligation_of(b.ask)
    if one and other:
        return "treaty", treaty_features(a, b, one, other)
    return "other", other_features(a, b)


CHOOSING = {"treaty": 0.1, "other": 0.04, "subject": 0.1}
FITTING = {"treaty": 0.3, "other": 0.05, "subject": 0.1}
"""Inverse strength of L1 and L2, chosen by cross-validation over states within the set `fit`."""


def _is_chance(name: str, weight: float) -> bool:
    """Return whether a feature got a sign that means the opposite of what it says: chance."""
    return weight > 0 and name.startswith(AGAINST)


def _table(name: str, rows: Sequence[Row]) -> str:
    names = list(rows[0][0])
    values = np.array([[features[one] for one in names] for features, _, _ in rows])
    labels = np.array([label for _, label, _ in rows])
    weights = np.array([weight for _, _, weight in rows])
    weights /= weights.mean()
    scaler = StandardScaler().fit(values)
    scaled = scaler.transform(values)
    chooser = LogisticRegression(C=CHOOSING[name], l1_ratio=1, solver="liblinear", random_state=0)
    kept = [n for n, w in enumerate(chooser.fit(scaled, labels, weights).coef_[0]) if w]
    while True:
        fitted = LogisticRegression(C=FITTING[name], max_iter=5000).fit(
            scaled[:, kept], labels, weights
        )
        found = zip(kept, fitted.coef_[0], strict=True)
        wrong = [n for n, weight in found if _is_chance(names[n], weight)]
        if not wrong:
            break
        kept = [n for n in kept if n not in wrong]
    raw = fitted.coef_[0] / scaler.scale_[kept]
    constant = fitted.intercept_[0] - float(raw @ scaler.mean_[kept])
    lines = [f"\n[{name}]", f"constant = {constant:.2f}"]
    lines += [f'"{names[n]}" = {weight:.2f}' for n, weight in zip(kept, raw, strict=True)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
