"""Sentences of the program's own words with lines in them: links, words of other languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from anbefal.documents.content.blocks import Line, Run
from anbefal.documents.content.lines import joined, line
from anbefal.wording import Wording

Part = TypeVar("Part")

_EDGE = "\0"
"""Stands around a name in a sentence; no text of a record holds it."""
_FEWEST_JOINED = 3
"""From how many numbers in a row on only the first and the last are written."""


def sentence(words: Wording, key: str, **parts: str | Line) -> Line:
    """Return a sentence with lines filled in where it has their names."""
    return line(*filled(words, key, parts))


def filled(words: Wording, key: str, parts: Mapping[str, Part]) -> Iterator[str | Part]:
    """Yield the words of a sentence, and parts of whatever kind where it has their names."""
    marked = words.say(key, **{name: f"{_EDGE}{name}{_EDGE}" for name in parts})
    for place, one in enumerate(marked.split(_EDGE)):
        yield parts[one] if place % 2 else one


def numbers_line(numbers: Iterable[int], anchor: str, words: Wording) -> Line:
    """Return numbers of points as a list, each leading to its point: 1, 2 and 5 to 8.

    Three or more in a row are written as the first and the last.
    """
    parts: list[Run] = []
    for run in _runs(sorted(set(numbers))):
        shown = [run] if len(run) >= _FEWEST_JOINED else [[one] for one in run]
        parts += [Run(_span(one), target=f"{anchor}-{one[0]}") for one in shown]
    return listed_lines([(part,) for part in parts], words)


def numbers_sentence(key: str, numbers: Collection[int], anchor: str, words: Wording) -> Line:
    """Return a sentence on one point or on several, which leads to each; ``{numbers}`` names them.

    Args:
        key: The sentence's key without ``_one`` or ``_other``.
        numbers: The numbers of the points.
        anchor: The points' anchor.
        words: The language.
    """
    form = "one" if len(numbers) == 1 else "other"
    named = numbers_line(numbers, anchor, words)
    return sentence(words, f"{key}_{form}", numbers=named)


def listed_lines(lines: Sequence[Line], words: Wording) -> Line:
    """Return lines as a list in a sentence, with the language's "and" before the last."""
    if len(lines) < 2:  # noqa: PLR2004 - a list has two
        return joined(lines, "")
    *first, last = lines
    return line(joined(first, ", "), before_last(words), last)


def before_last(words: Wording) -> str:
    """Return what stands before the last of a list in a sentence: the language's "and"."""
    return words.listed([_EDGE, _EDGE]).split(_EDGE)[1]


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _span(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}"
