"""Suggestions on a terminal: the surest groups, then the first of the related pairs."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from anbefal.analysis.duplicates.pairs import Pair
from anbefal.markup import legible
from anbefal.report.duplicates.screen import show_pair
from anbefal.report.duplicates.shown import Group, Shown, heading, legend, short_lines
from anbefal.report.sections import show_sections

if TYPE_CHECKING:
    from rich.console import Console

PAIRS = 3
"""How many pairs of a group a screen shows; the rest follow from them more often than not."""
RELATED = 10
"""How many related pairs a screen shows below the groups."""
LONGEST = 700
"""Characters of a text that a screen shows."""


def show_suggestions(shown: Shown, out: Console) -> None:
    """Write suggestions to a terminal.

    Args:
        shown: What is shown.
        out: Where to write.
    """
    words = shown.telling.words
    if not shown.suggestions.pairs:
        out.print(words.say("nothing"))
        return
    for number, group in enumerate(shown.groups[: shown.limit], 1):
        _show_group(shown, number, group, out)
    if left := len(shown.groups[shown.limit :]):
        out.print(words.counted("more_groups", left, all=len(shown.groups)))
        out.print()
    _show_across(shown, out)
    _show_related(shown, out)
    if shown.groups:
        show_sections([legend(shown)], out)
    out.print()
    out.print(words.say("next"))
    out.print(f"  {legible(shlex.join(['anbefal', *shown.again]))}", soft_wrap=True)


def _show_group(shown: Shown, number: int, group: Group, out: Console) -> None:
    from rich.text import Text

    ids, pairs = group
    telling = shown.telling
    out.print(Text(heading(shown, number, ids), style="bold underline"))
    for family in sorted({shown.decided.family(one) for one in ids}):
        if len(family) > 1:
            out.print(Text(telling.words.say("already", ids=", ".join(family)), style="dim"))
    out.print()
    most = len(pairs) if shown.whole else PAIRS
    for pair in pairs[:most]:
        show_pair(telling, pair, out, LONGEST)
        out.print()
    if more := len(pairs[most:]):
        counted = Counter(name for pair in pairs[most:] for name in (pair.a, pair.b))
        one = max(sorted(counted), key=counted.__getitem__)
        command = f"anbefal dedupe {one}"
        out.print(telling.words.counted("more_pairs", more, command=command), soft_wrap=True)
        out.print()


def _show_across(shown: Shown, out: Console) -> None:
    words = shown.telling.words
    if shown.across:
        _show_short(shown, words.say("across"), shown.across[:RELATED], out)
        if more := len(shown.across[RELATED:]):
            out.print(words.counted("more_across", more))
        out.print()


def _show_related(shown: Shown, out: Console) -> None:
    words = shown.telling.words
    if not shown.related:
        return
    most = shown.limit if shown.only_related else RELATED
    _show_short(shown, words.say("related"), shown.related[:most], out)
    more = len(shown.related[most:])
    if more and shown.only_related:
        out.print(words.say("more_related_limit", n=more, all=len(shown.related)))
    elif more:
        out.print(words.counted("more_related", more))


def _show_short(shown: Shown, title: str, pairs: Sequence[Pair], out: Console) -> None:
    """Write pairs in two lines each."""
    from rich.padding import Padding
    from rich.text import Text

    out.print(Text(title, style="bold underline"))
    for pair in pairs:
        first, second = (Text(legible(line)) for line in short_lines(shown, pair))
        second.stylize("dim")
        out.print(Padding(first, (0, 0, 0, 2)))
        out.print(Padding(second, (0, 0, 0, 4)))
