"""Pair after pair, each answer written at once, whatever ends the dialogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from anbefal.analysis.duplicates.deciding import Standing
from anbefal.cli.deduping.answers import LINKS, Answer, understood
from anbefal.cli.stopping import Answers, How, Stopped, until_stopped
from anbefal.errors import AnbefalError

if TYPE_CHECKING:
    from anbefal.analysis.duplicates.pairs import Pair
    from anbefal.analysis.linking import Relation
    from anbefal.cli.deduping.screen import Screen
    from anbefal.cli.deduping.task import Task


class Dialog:
    """Asks about pairs.

    Args:
        task: The pairs, in the order in which they are asked about, and what writes decisions.
        screen: Where pairs are shown.
        answers: What is typed.
        can_retry: Whether somebody can be asked again where a decision cannot be written.
    """

    def __init__(
        self,
        task: Task,
        screen: Screen,
        answers: Answers,
        *,
        can_retry: bool,
    ) -> None:
        self._task = task
        self._screen = screen
        self._answers = answers
        self._can_retry = can_retry
        self._given: list[tuple[int, Answer]] = []

    def run(self) -> How:
        """Ask until all is asked or nobody answers any more.

        Raises:
            AnbefalError: A decision could not be written, and there is nobody to ask again.
        """
        how = until_stopped(self._ask_all)
        self._answers.mute_closed_terminals()
        if how is not How.FINISHED:
            self._screen.gap()
        return how

    def _ask_all(self) -> None:
        at = 0
        while at < len(self._task.pairs):
            pair = self._task.shown(at)
            at = self._ask(at, pair) if pair else at + 1

    def _ask(self, at: int, pair: Pair) -> int:
        """Ask about a pair and return the number of the next."""
        repeat = self._task.may_repeat(at)
        self._screen.look(self._task.dataset)
        self._screen.pair(pair, at + 1, len(self._task.pairs), repeat=repeat)
        while True:
            answer = self._answer(pair, repeat=repeat)
            if answer is Answer.BACK and not self._given:
                self._screen.say("is_first", "yellow")
                continue
            try:
                if answer is Answer.BACK:
                    return self._back()
                if answer in LINKS:
                    found = self._decide(at, pair, answer)
                    if found is Standing.CHANGED:
                        return at
                    answer = answer if found is Standing.OPEN else Answer.LATER
            except (AnbefalError, OSError) as error:
                self._screen.say("not_written", "bold red")
                if not self._can_retry:
                    raise
                self._screen.tell(f"{error} {getattr(error, 'hint', '')}", "red")
                continue
            self._given.append((at, answer))
            return at + 1

    def _answer(self, pair: Pair, *, repeat: bool) -> Answer:
        """Return an answer that fits.

        Raises:
            Stopped: There is none.
        """
        while True:
            match understood(self._answers.read()):
                case None:
                    self._screen.say("not_understood", "yellow")
                    self._screen.keys(pair, repeat=repeat)
                case Answer.HELP:
                    self._screen.help()
                    self._screen.keys(pair, repeat=repeat)
                case Answer.STOP:
                    raise Stopped(How.ASKED)
                case Answer.SAME if repeat:
                    body = self._screen.telling.body(pair.a)
                    self._screen.say("use_repeats", "yellow", body=body, later=pair.a)
                case Answer.REPEATS if not repeat:
                    self._screen.say("no_repeats", "yellow")
                case Answer() as answer:
                    return answer

    def _decide(self, at: int, pair: Pair, answer: Answer) -> Standing:
        """Write a decision where that is still right, and tell what became of it."""
        found = self._task.decide(at, cast("Relation", answer.value))
        if found is Standing.OPEN:
            self._screen.took(pair, answer, self._task.thereby)
        else:
            self._screen.overtaken(found)
        if found is Standing.CHANGED and self._task.shown(at) is None:
            self._screen.say("not_suggested", "yellow")
        return found

    def _back(self) -> int:
        """Take back the last answer and return the number of its pair."""
        at, answer = self._given[-1]
        if answer in LINKS:
            if self._task.take_back():
                self._screen.say("taken_back", "green")
            else:
                self._screen.say("not_taken_back", "yellow")
        self._given.pop()
        return at
