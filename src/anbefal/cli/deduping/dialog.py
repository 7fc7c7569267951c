"""Pair after pair, each answer written at once, whatever ends the dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from anbefal.cli.deduping.answers import LINKS, Answer, understood
from anbefal.cli.scoring.stopping import Answers, How, Stopped
from anbefal.errors import AnbefalError

if TYPE_CHECKING:
    from anbefal.analysis.duplicates.pairs import Pair
    from anbefal.analysis.linking import Relation
    from anbefal.cli.deduping.screen import Screen
    from anbefal.cli.deduping.task import Task


class Dialog:
    """Asks about pairs.

    Args:
        task: What writes decisions.
        pairs: The pairs, in the order in which they are asked about.
        screen: Where pairs are shown.
        answers: What is typed.
        can_retry: Whether somebody can be asked again where a decision cannot be written.
    """

    def __init__(
        self,
        task: Task,
        pairs: Sequence[Pair],
        screen: Screen,
        answers: Answers,
        *,
        can_retry: bool,
    ) -> None:
        self._task = task
        self._pairs = pairs
        self._screen = screen
        self._answers = answers
        self._can_retry = can_retry
        self._given: list[tuple[int, Answer]] = []

    @property
    def left(self) -> int:
        """How many pairs nobody has decided on by now."""
        return sum(map(self._task.is_open, self._pairs))

    def run(self) -> How:
        """Ask until all is asked or nobody answers any more.

        Raises:
            AnbefalError: A decision could not be written, and there is nobody to ask again.
        """
        try:
            self._ask_all()
            how = How.FINISHED
        except AnbefalError:
            raise
        except Stopped as stopped:
            how = stopped.how
        except OSError:  # the screen is gone
            how = How.GONE
        self._answers.mute_closed_terminals()
        if how is not How.FINISHED:
            self._screen.gap()
        return how

    def _ask_all(self) -> None:
        at = 0
        while at < len(self._pairs):
            at = self._ask(at) if self._task.is_open(self._pairs[at]) else at + 1

    def _ask(self, at: int) -> int:
        """Ask about a pair and return the number of the next."""
        pair = self._pairs[at]
        repeat = self._task.may_repeat(pair)
        self._screen.pair(pair, at + 1, len(self._pairs), repeat=repeat)
        while True:
            answer = self._answer(pair, repeat=repeat)
            if answer is Answer.BACK and not self._given:
                self._screen.say("is_first", "yellow")
                continue
            try:
                if answer is Answer.BACK:
                    return self._back()
                if answer in LINKS:
                    answer = self._decide(pair, answer)
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

    def _decide(self, pair: Pair, answer: Answer) -> Answer:
        """Write a decision, and return what became of the answer."""
        before = self.left
        if not self._task.decide(pair, cast("Relation", answer.value)):
            self._screen.say("meanwhile", "yellow")
            return Answer.LATER
        self._screen.took(pair, answer, before - self.left - 1)
        return answer

    def _back(self) -> int:
        """Take back the last answer and return the number of its pair."""
        at, answer = self._given[-1]
        if answer in LINKS:
            self._task.take_back(self._pairs[at], cast("Relation", answer.value))
            self._screen.say("taken_back", "green")
        self._given.pop()
        return at
