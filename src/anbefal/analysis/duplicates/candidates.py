"""The pairs of texts that are worth judging, found without comparing all with all.

A word weighs the more the fewer texts have it. Of each text the words are looked at that make up
its weight but for the last tenth: the commonest words, which tell least, are most of the work.
One text is near another by the weight of the words that they share, in proportion to what both
weigh, the one itself three times as much as the other: nearly the share of its words that stand in
the other. So a short ask that stands in a long list of asks is found.

A sparse product finds what is near; rapidfuzz says how alike the two are as text. Everything is
computed on the different texts in the order of the alphabet, so that neither the order of the
input nor the number of threads decides anything.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Keys = np.ndarray[Any, np.dtype[np.int64]]

NEAR = 0.15
"""How near one text must be to another, 0 to 1. Measured: ``bench/README.md``."""

MOST = 100
"""How many others one text is paired with of its own accord."""

_OWN = 0.75
"""Share of a text's own weight in what the shared weight is measured by; 1 would be the share of
its words that the other has, 0.5 the cosine."""

_TAIL = 10
"""The commonest words are left out, together less than one part of so many of a text's weight."""

_UNIT = 1024
_ROWS = 4_096
_PAIRS = 100_000


class Candidate(NamedTuple):
    """Two texts worth judging.

    Attributes:
        a: The place of the one in the input, counted from 0.
        b: The place of the other, greater than ``a``.
        alike: rapidfuzz's ratio of the two with their words sorted, 0 to 100.
    """

    a: int
    b: int
    alike: float


def candidates(
    texts: Sequence[Sequence[str]],
    *,
    least: float = 0.0,
    near: float = NEAR,
    most: int = MOST,
    threads: int = 1,
) -> Iterator[Candidate]:
    """Find the pairs of texts worth judging.

    Texts with the same words, in any order, are a pair with ``alike`` 100; each is paired with the
    next ``most`` of them in the input. They are compared with others once and given out one by one,
    so that ten thousand of the same take no room; a caller to whom a pair is work had better hand
    in each different text once. Texts without words are in
    no pair.

    Args:
        texts: The words of each text, none with a space in it.
        least: The least ``alike`` of a pair.
        near: How near one of the two must be to the other, more than 0 and at most 1.
        most: A pair is left out where each of the two has this many others that are nearer.
        threads: How many threads to use; the result is the same with any number.

    Yields:
        Each pair once, in no order that means anything.
    """
    places = _places(texts)
    for same in places.values():
        for number, a in enumerate(same, start=1):
            yield from (Candidate(a, b, 100.0) for b in same[number : number + most])
    different = sorted(places)
    groups = [places[text] for text in different]
    keys = _near_keys(different, near, most, threads)
    for scored in _scored(different, keys, least, threads):
        yield from _each(groups, *scored)


def _places(texts: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        if words:
            places.setdefault(" ".join(sorted(words)), []).append(place)
    return places


def _near_keys(texts: list[str], near: float, most: int, threads: int) -> Keys:
    """Return ``a * n + b`` for each pair of texts that are near, sorted, a before b."""
    import numpy as np
    from sparse_dot_topn import sp_matmul_topn

    n = len(texts)
    keys = [np.empty(0, dtype=np.int64)]
    if n > 1:
        left, right = _matrices(texts)
        for start in range(0, n, _ROWS):
            rows = left[start : start + _ROWS]
            # One more than wanted, since each text is nearest to itself.
            found = sp_matmul_topn(rows, right, most + 1, threshold=near, n_threads=threads).tocoo()
            a, b = found.row.astype(np.int64) + start, found.col.astype(np.int64)
            keys.append((np.minimum(a, b) * n + np.maximum(a, b))[a != b])
    every: Keys = np.concatenate(keys)
    every.sort()  # np.unique does the same in ten times the time
    new = np.append(True, every[1:] != every[:-1])[: len(every)]
    return np.compress(new, every)


def _matrices(texts: list[str]) -> tuple[Any, Any]:
    """Return the two whose product says how near each text is to each other one."""
    import numpy as np
    from scipy.sparse import csr_matrix

    row, column, weight = _weighed(texts)
    whole = np.bincount(row, weight, minlength=len(texts))
    shape = (len(texts), int(column.max()) + 1)
    own = weight / (whole**_OWN)[row]
    others = 1 / (whole ** (1 - _OWN))[row]
    left = csr_matrix((own, (row, column)), shape=shape)
    return left, csr_matrix((others, (row, column)), shape=shape).T.tocsr()


def _weighed(texts: list[str]) -> tuple[Any, Any, Any]:
    """Return row, column and weight of the words of each text but for the commonest.

    Weights are whole numbers, so that sums of them are exact.
    """
    import numpy as np

    words = [list(dict.fromkeys(text.split(" "))) for text in texts]
    spread = Counter(chain.from_iterable(words))
    columns = {word: column for column, word in enumerate(sorted(spread))}
    weights = [round(_UNIT * math.log1p(len(texts) / spread[word])) for word in columns]
    sizes = np.array([len(row) for row in words])
    row = np.repeat(np.arange(len(words), dtype=np.int32), sizes)
    column = np.fromiter(map(columns.__getitem__, chain.from_iterable(words)), dtype=np.int32)
    weight = np.array(weights)[column]
    order = np.lexsort((column, weight, row))
    column, weight = column[order], weight[order]
    ends = np.cumsum(sizes)
    lighter = np.concatenate(([0], np.cumsum(weight)))
    before = lighter[ends - sizes]
    whole = lighter[ends] - before
    kept = (lighter[1:] - before[row]) * _TAIL > whole[row]
    return row[kept], column[kept], weight[kept]


def _scored(
    texts: list[str], keys: Keys, least: float, threads: int
) -> Iterator[tuple[list[int], list[int], list[float]]]:
    """Yield some pairs at a time: the ones, the others, and how alike they are."""
    import numpy as np
    from rapidfuzz import fuzz, process

    text = np.array(texts, dtype=object)
    length = np.array([len(each) for each in texts])
    for start in range(0, len(keys), _PAIRS):
        one, other = divmod(keys[start : start + _PAIRS], len(texts))
        # No two are more alike than if the shorter stood in the longer.
        upto = 200 * np.minimum(length[one], length[other]) / (length[one] + length[other])
        one, other = one[upto >= least], other[upto >= least]
        alike = process.cpdist(
            text[one].tolist(),
            text[other].tolist(),
            scorer=fuzz.ratio,
            score_cutoff=least,
            dtype=np.float64,
            workers=threads,
        )
        kept = alike >= least
        yield one[kept].tolist(), other[kept].tolist(), alike[kept].tolist()


def _each(
    groups: list[list[int]], ones: list[int], others: list[int], alike: list[float]
) -> Iterator[Candidate]:
    """Yield every pair of places of each pair of texts."""
    for one, other, score in zip(ones, others, alike, strict=True):
        for a in groups[one]:
            for b in groups[other]:
                yield Candidate(a, b, score) if a < b else Candidate(b, a, score)
