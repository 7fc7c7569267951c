"""What an assessor sees: the item, the question, what the data says, and what may be typed."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anbefal.markup import visible
from anbefal.model.dataset import summary_of
from anbefal.report.hints import hint_sentence

if TYPE_CHECKING:
    from rich.console import Console

    from anbefal.analysis.hints import Hint
    from anbefal.analysis.open_values import Item
    from anbefal.analysis.scoring import Given
    from anbefal.model.base import Language
    from anbefal.model.dataset import Dataset
    from anbefal.model.vocabulary import CriteriaSet, Criterion
    from anbefal.wording import Wording

WIDEST = 100
"""Columns of the longest lines, also where the window is wider: longer ones are hard to read."""


@dataclass(frozen=True, slots=True)
class Stands:
    """What an assessment says at a criterion by now.

    Attributes:
        value: The value, ``None`` for none.
        reason: The reason, ``None`` for none.
    """

    value: float | None = None
    reason: str | None = None


class Screen:
    """Writes questions for people.

    Args:
        out: Where to write.
        dataset: The records that the questions are about.
        criteria: The criteria.
        words: The words for questions, in the reader's language.
        hint_words: The words for hints, in the same language.
    """

    def __init__(
        self,
        out: Console,
        dataset: Dataset,
        criteria: CriteriaSet,
        words: Wording,
        hint_words: Wording,
    ) -> None:
        self._out = out
        self._dataset = dataset
        self._criteria = criteria
        self._words = words
        self._hint_words = hint_words
        scale = criteria.scale
        self.ends = {"low": words.plain(scale.min), "high": words.plain(scale.max)}

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self._words.language

    def tell(self, text: str, style: str = "") -> None:
        """Write a paragraph, wrapped between words."""
        from rich.text import Text

        shown = Text(visible(" ".join(text.split())), style=style)
        self._out.print(shown, width=min(self._out.width, WIDEST))

    def say(self, key: str, style: str = "", **values: object) -> None:
        """Write one of the program's sentences."""
        self.tell(self._words.say(key, **self.ends, **values), style)

    def gap(self) -> None:
        """Write an empty line."""
        self._out.print()

    def item(self, item: Item, number: int, items: int) -> None:
        """Write what is to be assessed now.

        Args:
            item: The theme or recommendation.
            number: Its number among the items, from 1.
            items: How many items there are.
        """
        self.gap()
        if item.level == "theme":
            self.say("theme_number", "dim", number=number, items=items)
            self._theme(item.id)
        else:
            self.say("recommendation_number", "dim", number=number, items=items)
            self._recommendation(item.id)

    def _theme(self, theme: str) -> None:
        language = self.language
        record = self._dataset.themes[theme]
        self.tell(f"{record.name.within(language)} ({theme})", "bold")
        if record.description:
            self.tell(record.description.within(language))
        on_theme = self._dataset.recommendations_by_theme.get(theme, ())
        asks = [one for one in on_theme if one.kind == "recommendation"]
        if not asks:
            self.say("asks_none")
            return
        found = Counter(one.source.body for one in asks)
        names = {body: self._dataset.name_of_actor(body, language) for body in found}
        ordered = sorted(found, key=lambda body: (-found[body], names[body]))
        counted = [f"{names[one]} ({found[one]})" for one in ordered]
        bodies = self._words.listed(counted if len(asks) > 1 else list(names.values()))
        self.tell(self._words.counted("asks", len(asks), bodies=bodies))

    def _recommendation(self, one: str) -> None:
        language = self.language
        record = self._dataset.recommendations[one]
        self.tell(f"{summary_of(record, language)[1]} ({one})", "bold")
        body = self._dataset.name_of_actor(record.source.body, language)
        self.say("from_body", body=body, id=one)
        if record.main_theme:
            name = self._dataset.name_of_theme(record.main_theme, language)
            self.say("of_theme", theme=name)

    def criterion(self, criterion: Criterion, hints: Sequence[Hint], stands: Stands) -> None:
        """Write the question of a criterion, with its levels and what the data says."""
        language = self.language
        all_of_them = self._criteria.criteria
        share = 100 * self._criteria.weight_shares[criterion.id]
        self.gap()
        self.say(
            "criterion",
            "bold",
            number=[one.id for one in all_of_them].index(criterion.id) + 1,
            count=len(all_of_them),
            name=criterion.name.within(language),
            weight=self._words.plain(round(share, 1)),
        )
        if criterion.question:
            self.tell(criterion.question.within(language))
        self._levels(criterion)
        for hint in hints:
            told = hint_sentence(self._dataset, hint, self._hint_words)
            self.say("evidence", "cyan", hint=told)
        self._stands(stands)
        self.keys(stands)

    def _levels(self, criterion: Criterion) -> None:
        from rich.table import Table
        from rich.text import Text

        shown = Table.grid(padding=(0, 2))
        shown.add_column(justify="right", no_wrap=True)
        shown.add_column(overflow="fold")
        for level, text in sorted(criterion.levels.items()):
            words = " ".join(text.within(self.language).split())
            shown.add_row(f"  {level}", Text(visible(words)))
        if criterion.levels:
            self._out.print(shown, width=min(self._out.width, WIDEST))

    def _stands(self, stands: Stands) -> None:
        if stands.value is None:
            return
        value = self._words.plain(stands.value)
        key = "value_now_with_reason" if stands.reason else "value_now"
        self.say(key, "green", value=value, reason=stands.reason)

    def keys(self, stands: Stands) -> None:
        """Write what may be typed at a criterion."""
        if stands.value is None:
            self.say("keys_value", "dim")
        else:
            self.say("keys_value_given", "dim", value=self._words.plain(stands.value))

    def dissent(self, stands: str | None) -> None:
        """Write the question for a minority view."""
        self.gap()
        self.say("dissent", "bold")
        self.say("dissent_question")
        if stands:
            self.say("dissent_now", "green", text=stands)
        self.say("keys_text_given" if stands else "keys_text", "dim")

    def help(self) -> None:
        """Write what everything means that may be typed."""
        for key in (
            "help_value",
            "help_open",
            "help_minus",
            "help_back",
            "help_stop",
            "help_evidence",
            "help_dissent",
        ):
            self.say(key)

    def actors(self, names: Sequence[str]) -> None:
        """Write who may assess: id and name of each."""
        from rich.table import Table
        from rich.text import Text

        shown = Table.grid(padding=(0, 2))
        for one in names:
            name = self._dataset.actors[one].name.within(self.language)
            shown.add_row(f"  {one}", Text(visible(name)))
        self._out.print(shown)

    def actor(self, actor: str) -> str:
        """Return what an actor is called."""
        return self._dataset.name_of_actor(actor, self.language)

    def name_of(self, item: Item) -> str:
        """Return what an item is called."""
        if item.level == "theme":
            return self._dataset.name_of_theme(item.id, self.language)
        return summary_of(self._dataset.recommendations[item.id], self.language)[1]

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence."""
        return self._words.listed(names)

    def command(self, *words: str) -> None:
        """Write a command on a line of its own, to be copied."""
        from rich.text import Text

        self._out.print(Text(visible(f"  {shlex.join(['anbefal', *words])}")), soft_wrap=True)

    def took(self, value: float, reason: str) -> None:
        """Repeat a value that came with a reason, so that the reader sees what was understood."""
        self.say("took_reason", "green", value=self._words.plain(value), reason=reason)

    def reason_stays(self, value: float, reason: str) -> None:
        """Say that a reason that was given for another value is still there."""
        self.say("reason_stays", "yellow", value=self._words.plain(value), reason=reason)

    def not_saved(self, given: Given) -> None:
        """Write answers that could not be saved, so that they can be typed again."""
        self.gap()
        self.say("not_saved", "bold red", name=given.item)
        for criterion in self._criteria.criteria:
            if criterion.id in given.values:
                number = given.values[criterion.id]
                value = "-" if number is None else self._words.plain(number)
                reason = given.reasons.get(criterion.id) or ""
                self.tell(f"{criterion.name.within(self.language)}: {value} {reason}")
        if given.dissent:
            self.say("dissent_now", text=given.dissent)
