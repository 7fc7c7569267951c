"""What somebody sees who decides pair by pair."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from anbefal.analysis.duplicates.deciding import Standing
from anbefal.cli.deduping.answers import LINKS, Answer
from anbefal.markup import legible

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from rich.console import Console

    from anbefal.analysis.duplicates.pairs import Pair
    from anbefal.analysis.linking import Relation
    from anbefal.model.dataset import Dataset
    from anbefal.report.duplicates.telling import Telling

WIDEST = 100
"""Columns of the longest lines, but for the two texts."""
_TOOK = {
    Answer.SAME: "took_same_as",
    Answer.REPEATS: "took_repeats",
    Answer.RELATED: "took_related",
    Answer.DISTINCT: "took_distinct_from",
}
_COUNTED = {
    Answer.SAME: "decisions_same_as",
    Answer.REPEATS: "decisions_repeats",
    Answer.RELATED: "decisions_related",
    Answer.DISTINCT: "decisions_distinct_from",
}


_OVERTAKEN = {
    Standing.DECIDED: "meanwhile",
    Standing.GONE: "gone_meanwhile",
    Standing.CHANGED: "changed_meanwhile",
}


@dataclass
class Screen:
    """Writes pairs and sentences for people.

    Attributes:
        out: Where to write.
        telling: What puts pairs into words, as the records are by now.
        quiet: Whether to write nothing but the pairs, the questions and what is wrong.
    """

    out: Console
    telling: Telling
    quiet: bool = False

    def look(self, dataset: Dataset) -> None:
        """Show the records as they are in a dataset from now on."""
        self.telling = replace(self.telling, dataset=dataset)

    def tell(self, text: str, style: str = "") -> None:
        """Write a paragraph, wrapped between words."""
        from rich.text import Text

        shown = Text(legible(" ".join(text.split())), style=style)
        self.out.print(shown, width=min(self.out.width, WIDEST))

    def say(self, key: str, style: str = "", **values: object) -> None:
        """Write one of the program's sentences."""
        self.tell(self.telling.words.say(key, **values), style)

    def note(self, key: str, style: str = "", **values: object) -> None:
        """Write a sentence, unless we were asked to be quiet."""
        if not self.quiet:
            self.say(key, style, **values)

    def gap(self) -> None:
        """Write an empty line."""
        self.out.print()

    def begin(self, pairs: int, *, trial: bool) -> None:
        """Write what to know before the first pair."""
        if not pairs:
            self.note("nothing_to_decide")
            return
        self.note("suggested", "yellow")
        if trial:
            self.note("before_trial")
        elif not self.quiet:
            self.tell(self.telling.words.counted("before_first", pairs))

    def pair(self, pair: Pair, number: int, pairs: int, *, repeat: bool) -> None:
        """Write a pair in full, and what may be answered."""
        from anbefal.report.duplicates.screen import show_pair

        self.gap()
        self.say("pair_number", "bold", number=number, pairs=pairs)
        show_pair(self.telling, pair, self.out)
        self.keys(pair, repeat=repeat)

    def keys(self, pair: Pair, *, repeat: bool) -> None:
        """Write what may be answered."""
        if repeat:
            self.say("keys_repeat", "dim", body=self.telling.body(pair.a))
        else:
            self.say("keys", "dim")

    def help(self) -> None:
        """Write what every answer means."""
        for key in (
            "help_same",
            "help_repeats",
            "help_related",
            "help_distinct",
            "help_later",
            "help_stop",
        ):
            self.say(key)

    def took(self, pair: Pair, answer: Answer, thereby: Sequence[Pair]) -> None:
        """Write what was decided, and which other pairs that decides."""
        self.note(_TOOK[answer], "green", id=pair.a)
        if thereby and not self.quiet:
            self.tell(self.telling.words.counted("thereby", len(thereby)), "green")
            for one in thereby:
                self.tell(f"{one.a} – {one.b}", "green")  # noqa: RUF001 - a dash between two ids

    def overtaken(self, found: Standing) -> None:
        """Write why a decision is not written: what somebody else did meanwhile."""
        self.say(_OVERTAKEN[found], "yellow")

    def end(self, written: Counter[Relation], left: int, again: list[str], *, trial: bool) -> None:
        """Write what was decided, what is left, and how to go on.

        Args:
            written: Relation to how many decisions stand.
            left: How many pairs are left.
            again: The command that asks about the rest.
            trial: Whether nothing was written after all.
        """
        if self.quiet:
            return
        words = self.telling.words
        counts = [(_COUNTED[one], written[cast("Relation", one.value)]) for one in LINKS]
        told = [words.say(key, n=number) for key, number in counts if number]
        if told:
            self.say("would_write" if trial else "wrote", decisions=words.listed(told))
        else:
            self.say("wrote_nothing")
        if left:
            self.tell(words.counted("left", left))
            self.out.print(f"  {legible(shlex.join(again))}", soft_wrap=True)
