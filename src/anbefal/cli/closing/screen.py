"""What somebody sees who closes a meeting."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from anbefal.markup import legible
from anbefal.model.dataset import summary_of
from anbefal.wording.place import Places

if TYPE_CHECKING:
    from rich.console import Console

    from anbefal.analysis.asks import Ask
    from anbefal.analysis.closing import Closing, Commitment
    from anbefal.model.dataset import Dataset
    from anbefal.model.meeting import Meeting
    from anbefal.model.recommendation import Recommendation
    from anbefal.wording import Wording

WIDEST = 100
"""Columns of the longest lines, also where the window is wider: longer ones are hard to read."""
FIELDS = ("words", "language", "who", "due", "addresses", "id")
"""What a promise consists of, in the order in which it is asked for and numbered."""


class Screen:
    """Writes questions and what was understood.

    Args:
        out: Where to write.
        dataset: The records, for names.
        words: The words for closing a meeting, in the reader's language.
        quiet: Whether to write nothing but questions and what is wrong.
    """

    def __init__(self, out: Console, dataset: Dataset, words: Wording, *, quiet: bool) -> None:
        self._out = out
        self._dataset = dataset
        self._words = words
        self._places = Places(dataset, words.language)
        self._quiet = quiet

    def tell(self, text: str, style: str = "", indent: int = 0) -> None:
        """Write a paragraph, wrapped between words."""
        from rich.padding import Padding
        from rich.text import Text

        shown = Text(legible(" ".join(text.split())), style=style)
        width = min(self._out.width, WIDEST)
        self._out.print(Padding(shown, (0, 0, 0, indent), expand=False), width=width)

    def say(self, key: str, style: str = "", **values: object) -> None:
        """Write one of the program's sentences."""
        self.tell(self._words.say(key, **values), style)

    def note(self, key: str, style: str = "", **values: object) -> None:
        """Write a sentence, unless we were asked to be quiet."""
        if not self._quiet:
            self.say(key, style, **values)

    def gap(self) -> None:
        """Write an empty line."""
        self._out.print()

    def ask(self, key: str, keys: str, **values: object) -> None:
        """Write a question, and below it what may be typed.

        Args:
            key: The question.
            keys: What may be typed.
            values: The names in both.
        """
        self.say(key, "bold", **values)
        self.say(keys, "dim", **values)

    def begin(self, meeting: Meeting, *, trial: bool) -> None:
        """Write which meeting it is, what is known, and how answers are kept."""
        words = self._words
        theme = self._dataset.name_of_theme(meeting.theme, words.language)
        self.say("meeting", "bold", theme=theme, id=meeting.id)
        if meeting.date:
            self.note("known_date", date=words.date(meeting.date))
        if meeting.ministries:
            self.note("known_ministries", names=self.actors(meeting.ministries))
        if meeting.state != "held":
            self.note("becomes_held")
        if meeting.commitments:
            known = [one.text.within(words.language) for one in meeting.commitments]
            self.note("known_promises")
            for one in known:
                self.tell(f"– {one}", indent=2)  # noqa: RUF001 - a dash before a line
        self.note("how_trial" if trial else "how")

    def actors(self, actors: Sequence[str]) -> str:
        """Return names of actors as a list in a sentence."""
        language = self._words.language
        return self._words.listed([self._dataset.name_of_actor(one, language) for one in actors])

    def choices(self, choices: Sequence[Ask], meeting: Meeting) -> None:
        """Write the asks that a promise may follow up, with the numbers that the brief has."""
        if not choices:
            self.say("no_choices")
            return
        if self._dataset.criteria:
            self.say("numbers", id=meeting.id)
        wide = len(str(len(choices)))
        for number, one in enumerate(choices, start=1):
            self._choice(f"{number:>{wide}}  ", one.shown)

    def _choice(self, number: str, one: Recommendation) -> None:
        """Write a recommendation: where it stands, and the beginning of what it says."""
        from rich.text import Text

        # Without its paragraph a place names the id, which leaves no room for what is said.
        known = (self._places.body_and_year(one), self._places.paragraph(one))
        place = ", ".join(filter(None, known))
        said = " ".join(summary_of(one, self._words.language)[1].split())
        line = Text(f"{number}{legible(place)}: {legible(said)}")
        width = min(self._out.width, WIDEST)
        line.truncate(width, overflow="ellipsis")
        self._out.print(line, width=width, no_wrap=True)

    def promise(self, promise: Commitment, number: int) -> None:
        """Write a promise as it will be written, each part with its number."""
        from rich.table import Table
        from rich.text import Text

        self.gap()
        self.say("promise_is", "bold", number=number)
        shown = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1, 0, 0))
        shown.add_column(no_wrap=True)
        shown.add_column(no_wrap=True, style="bold")
        shown.add_column(overflow="fold")
        for at, (key, told) in enumerate(zip(FIELDS, self._told(promise), strict=True), start=1):
            shown.add_row(str(at), self._words.label[key], Text(legible(told)))
        self._out.print(shown, width=min(self._out.width, WIDEST))

    def _told(self, promise: Commitment) -> list[str]:
        words = self._words
        none = words.label["none"]
        return [
            words.say("quoted", words=promise.words),
            words.name_of_language(promise.language),
            self.actors(promise.responsible) if promise.responsible else none,
            self.written(promise.due) if promise.due is not None else none,
            ", ".join(promise.addresses) or none,
            promise.id,
        ]

    def written(self, date: str | int) -> str:
        """Return a date as it is written out."""
        from anbefal.model.dates import parse_date

        return self._words.date(parse_date(str(date)))

    def end(self, meeting: Meeting, closing: Closing, *, trial: bool) -> None:
        """Write what is added to the record, before it is."""
        self.gap()
        self.note("adds_trial" if trial else "adds", "bold")
        if meeting.state != "held":
            self._added("added_state")
        if closing.date is not None:
            self._added("added_date", date=self.written(closing.date))
        if closing.ministries:
            self._added("added_ministries", names=self.actors(closing.ministries))
        for one in closing.promises:
            self._added("added_promise", words=one.words, id=one.id)
        if closing.minutes:
            self._added("added_minutes")

    def _added(self, key: str, **values: object) -> None:
        if not self._quiet:
            self.tell(self._words.say(key, **values), indent=2)

    def lost(self, closing: Closing) -> None:
        """Write what could not be written, so that it can be typed again."""
        self.gap()
        self.say("not_written", "bold red")
        for one in closing.promises:
            self.tell(f"{self.actors(one.responsible)}: {one.words}", indent=2)
        if closing.minutes:
            self.tell(closing.minutes[1], indent=2)

    def what_next(self, meeting: Meeting) -> None:
        """Write which documents show what was promised."""
        if self._quiet:
            return
        self.say("next_minutes")
        self.command("minutes", meeting.id)
        self.say("next_brief")
        self.command("brief", "--theme", meeting.theme)
        if meeting.provenance.note:
            self.say("next_note", note=meeting.provenance.note)
            self.command("edit", meeting.id, "--edit")

    def command(self, *words: str) -> None:
        """Write a command on a line of its own, to be copied."""
        from rich.text import Text

        self._out.print(Text(legible(f"  {shlex.join(['anbefal', *words])}")), soft_wrap=True)
