"""Compare finding pairs worth judging with comparing all texts with all others.

``python bench/dedupe_candidates.py`` makes 4,000 texts, or takes them from a table with the column
``Text`` (``--table``). In turns, rapidfuzz compares all with all, by one worker, and
``candidates`` finds the pairs that are as alike; both get the same words, already read. It prints
how many of the pairs of the one the other finds, and how many times as fast it is.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

import numpy as np
from rapidfuzz import fuzz, process

from anbefal.analysis.ask.words import words_of
from anbefal.analysis.duplicates.candidates import candidates
from dedupe_growth import Writer
from measuring import Taken, spread

Pairs = set[tuple[int, int]]
T = TypeVar("T")


def rows_of(path: str, encoding: str, without: str) -> list[str]:
    """Return the texts of a table, but those to one state."""
    with open(path, encoding=encoding) as file:
        rows = list(csv.DictReader(file))
    return [row["Text"] for row in rows if row["Text"].strip() and row.get("To") != without]


def all_pairs(words: list[str], scorer: Callable[..., float], least: float) -> Any:
    """Return how alike each is to each, as rapidfuzz says."""
    return process.cdist(words, words, scorer=scorer, score_cutoff=least, workers=1)


def pairs_of(scores: Any, least: float) -> Pairs:
    """Return the pairs that are alike enough."""
    ones, others = np.nonzero(np.triu(scores >= least, 1))
    return set(zip(ones.tolist(), others.tolist(), strict=True))


def timed(work: Callable[[], T]) -> tuple[Taken, T]:
    """Return what it took and what it gave."""
    wall, processor = perf_counter(), process_time()
    result = work()
    return Taken(perf_counter() - wall, process_time() - processor), result


def compare(texts: list[str], least: float, rounds: int, threads: int) -> None:
    """Measure in turns and print."""
    reading, words = timed(lambda: [words_of(text, "en").lemmas for text in texts])
    lines = [" ".join(line) for line in words]
    in_order = [" ".join(sorted(line)) for line in words]
    works: dict[str, Callable[[], Any]] = {
        "candidates": lambda: list(candidates(words, least=least, threads=threads)),
        "all": lambda: all_pairs(lines, fuzz.token_sort_ratio, least),
        "all, sorted once": lambda: all_pairs(in_order, fuzz.ratio, least),
    }
    taken: dict[str, list[Taken]] = {name: [] for name in works}
    given: dict[str, Any] = {}
    for number in range(rounds + 1):
        for name, work in works.items():
            took, given[name] = timed(work)
            if number > 0:  # the first round loads the libraries
                taken[name].append(took)
    wanted = pairs_of(given["all"], least)
    found = wanted & {(pair.a, pair.b) for pair in given["candidates"]}
    print(f"{len(texts):,} texts, pairs at least {least:g} alike: {len(wanted):,}")
    print(f"found of these: {len(found) / max(1, len(wanted)):.2%}")
    print(f"reading the words, which both need: {reading.wall:.2f} s")
    own = taken["candidates"]
    for name, runs in taken.items():
        wall = [run.wall / one.wall for run, one in zip(runs, own, strict=True)]
        effort = [run.processor / one.processor for run, one in zip(runs, own, strict=True)]
        print(
            f"{name:17} {spread([run.wall for run in runs])} s, {spread(wall, 1)} times;", end=" "
        )
        print(f"of work {spread([run.processor for run in runs])} s, {spread(effort, 1)} times")
    whole = [
        median(run.wall for run in taken[name]) + reading.wall for name in ("all", "candidates")
    ]
    print(f"with reading: {whole[0] / whole[1]:.0f} times")


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="Candidates against all pairs.")
    parser.add_argument("--table", help="CSV with a column Text; without it, texts are made")
    parser.add_argument("--encoding", default="utf-8-sig", help="of the table (utf-8-sig)")
    parser.add_argument("--without", default="", help="leave out rows with this in the column To")
    parser.add_argument("--texts", type=int, default=4_000, help="how many (4,000)")
    parser.add_argument("--least", type=float, nargs="+", default=[70], help="least alike (70)")
    parser.add_argument("--rounds", type=int, default=3, help="of measuring (3)")
    parser.add_argument("--threads", type=int, default=1, help="of the search (1)")
    given = parser.parse_args()
    if given.table:
        texts = rows_of(given.table, given.encoding, given.without)
    else:
        texts = Writer().texts(given.texts * 2)
    chosen = random.Random(1).sample(texts, min(given.texts, len(texts)))
    for least in given.least:
        compare(chosen, least, given.rounds, given.threads)


if __name__ == "__main__":
    main()
