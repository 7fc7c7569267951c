"""Measure what finding pairs worth judging takes, from 5,000 texts to 267,500.

``python bench/dedupe_growth.py`` makes texts, and finds the pairs of each number of them in a
process of its own. The texts are made of words that mean nothing, and are as long, as full of
common words and as often like each other as recommendations are; ``bench/README.md`` says how
like. The same arguments give the same texts.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, product
from time import perf_counter

from anbefal.analysis.ask.words import words_of
from anbefal.analysis.duplicates.candidates import MOST, candidates

SIZES = (5_000, 10_000, 20_000, 41_000, 80_000, 160_000, 267_500)
EVERYWHERE = (0.7, 0.68, 0.66, 0.4, 0.35, 0.26, 0.23, 0.23, 0.22, 0.17, 0.16, 0.15, 0.15, 0.14)
"""In how many of the texts the commonest words stand."""
SUBJECTS = 28
OF_SUBJECT = 120
WORDS = 20_000
LENGTH = 25
ABOUT = 0.9
STEEP = 1.15
AGAIN = 0.45
"""How many of the texts retell an earlier one."""
KEPT = (0.3, 0.5, 0.7, 0.8, 0.9)
"""How much of it they keep."""


class Writer:
    """Writes texts with the length, the frequency of words and the likeness of real ones.

    Besides the words that stand everywhere, a text has words of its subject, of which a few are
    in most texts on it, and any others. A text is new or retells any earlier one, so that a few
    are retold again and again, as "ratify the convention" is.
    """

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        words = _words(self._chance)
        self._common, self._others = words[: len(EVERYWHERE)], words[len(EVERYWHERE) :]
        self._subjects = [self._any(OF_SUBJECT * 3) for _ in range(SUBJECTS)]
        self._popular = _shares(SUBJECTS, 0.5)

    def texts(self, number: int) -> list[str]:
        """Return texts; the same for the same seed, where asked once."""
        made: list[list[str]] = []
        for _ in range(number):
            again = made and self._chance.random() < AGAIN
            made.append(self._retold(self._chance.choice(made)) if again else self._new())
        return [" ".join(text) for text in made]

    def _new(self) -> list[str]:
        length = max(3, min(120, round(self._chance.lognormvariate(math.log(LENGTH), 0.6))))
        long = length / LENGTH
        text = [
            word
            for word, share in zip(self._common, EVERYWHERE, strict=True)
            if self._chance.random() < 1 - (1 - share) ** long
        ]
        subject = self._chance.choices(self._subjects, cum_weights=self._popular)[0]
        about = round(ABOUT * (length - len(text)))
        text += self._chance.choices(
            subject, cum_weights=_shares(len(subject), 0.9), k=max(1, about)
        )
        text += self._any(max(0, length - len(text)))
        return list(dict.fromkeys(text))

    def _retold(self, text: list[str]) -> list[str]:
        kept = self._chance.choice(KEPT)
        told = [word for word in text if self._chance.random() < kept]
        return told + self._any(self._chance.randint(0, max(1, len(text) - len(told))))

    def _any(self, number: int) -> list[str]:
        shares = _shares(len(self._others), STEEP)
        return list(dict.fromkeys(self._chance.choices(self._others, cum_weights=shares, k=number)))


@cache
def _shares(number: int, steep: float) -> list[float]:
    return list(accumulate(rank**-steep for rank in range(1, number + 1)))


def _words(chance: random.Random) -> list[str]:
    """Return words without meaning or endings; those that stand everywhere are short."""
    sounds = ["".join(pair) for pair in product("bcdfghjklmnprstvwz", "aeiou")]
    sizes = [1] * len(EVERYWHERE) + [chance.choice((2, 2, 3, 3, 4)) for _ in range(WORDS)]
    drawn = ("".join(chance.choices(sounds, k=size)) + "k" for size in sizes)
    return list(dict.fromkeys(drawn))


def measure(number: int, least: float, most: int, threads: int) -> None:
    """Print what one number of texts takes."""
    made = Writer().texts(number)
    before = _megabytes()
    start = perf_counter()
    words = [words_of(text, "en").lemmas for text in made]
    read = perf_counter() - start
    start = perf_counter()
    found = sum(1 for _ in candidates(words, least=least, most=most, threads=threads))
    taken = perf_counter() - start
    print(
        f"{number:>9,} {read:9.2f} {taken:9.2f} {taken / number * 1e6:9.1f}"
        f" {found:12,} {2 * found / number:9.1f} {before:7.0f} {_megabytes():7.0f}",
        flush=True,
    )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(given: Sequence[str] | None = None) -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="Pairs worth judging among more and more texts.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many texts")
    parser.add_argument("--least", type=float, default=0, help="least alike (0)")
    parser.add_argument("--most", type=int, default=MOST, help=f"others for one text ({MOST})")
    parser.add_argument("--threads", type=int, default=2, help="of the search (2)")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(given)
    if chosen.one:
        measure(chosen.one, chosen.least, chosen.most, chosen.threads)
        return
    print("    texts   reading   finding  µs a text        pairs  a text MB before    most")
    options = [f"--{name}={getattr(chosen, name)}" for name in ("least", "most", "threads")]
    for size in chosen.sizes:
        subprocess.run([sys.executable, __file__, f"--one={size}", *options], check=True)


if __name__ == "__main__":
    main()
