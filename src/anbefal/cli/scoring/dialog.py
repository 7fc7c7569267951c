"""Questions in turn, answers kept item by item, whatever ends the dialogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anbefal.cli.scoring.answers import (
    Command,
    GivenValue,
    Unclear,
    understood_text,
    understood_value,
)
from anbefal.cli.scoring.screen import Stands
from anbefal.cli.stopping import Answers, How, Stopped, until_stopped
from anbefal.errors import AnbefalError

if TYPE_CHECKING:
    from anbefal.analysis.hints import Hint
    from anbefal.analysis.open_values import Item
    from anbefal.analysis.scoring import Given
    from anbefal.cli.scoring.task import Question, Task
    from anbefal.model.assessment import ScoreEntry
    from anbefal.model.vocabulary import Criterion

_UNCLEAR = {
    Unclear.NO_VALUE: "not_a_value",
    Unclear.OFF_SCALE: "off_scale",
    Unclear.NO_WORDS: "not_words",
    Unclear.UNFIT: "unfit",
    Unclear.TOO_LONG: "too_long",
}
"""Why an answer is none, to the sentence that says so."""


@dataclass(slots=True)
class _Draft:
    """What was answered about one item and is not saved yet."""

    values: dict[str, float | None] = field(default_factory=dict)
    reasons: dict[str, str | None] = field(default_factory=dict)
    dissent: str | None = None


class Dialog:
    """Asks, understands, and saves an item when it is left.

    Args:
        task: Who gives values to what; it saves them.
        questions: What is asked, in turn.
        answers: What is typed.
        can_retry: Whether somebody can be asked what to do where an item cannot be saved.
    """

    def __init__(
        self, task: Task, questions: Sequence[Question], answers: Answers, *, can_retry: bool
    ) -> None:
        self._task = task
        self._dataset = task.session.loaded.dataset
        self._questions = questions
        self._screen = task.screen
        self._answers = answers
        self._can_retry = can_retry
        self._item: Item | None = None
        self._hints: Mapping[str, tuple[Hint, ...]] = {}
        self._draft = _Draft()

    def run(self) -> How:
        """Ask until all is asked or nobody answers any more; all answers are saved by then.

        Raises:
            AnbefalError: The last answers could not be saved; they were shown.
        """
        try:
            how = until_stopped(self._ask_all)
        except AnbefalError:
            raise
        except Exception:
            with suppress(AnbefalError, OSError):
                self._save()
            raise
        self._answers.mute_closed_terminals()
        self._can_retry = False
        self._save()  # before anything more is shown: the screen may be gone
        if how is not How.FINISHED:
            self._screen.gap()
        return how

    def _ask_all(self) -> None:
        at = 0
        while at < len(self._questions):
            at = self._ask(at)
        self._save()

    def _ask(self, at: int) -> int:
        """Ask one question and return the number of the next."""
        question = self._questions[at]
        if question.item != self._item:
            if self._save():
                self._task.note("saved", "dim")
            self._begin(question.item)
        said = self._dissent() if question.criterion is None else self._value(question.criterion)
        if said is Command.STOP:
            raise Stopped(How.ASKED)
        if said is Command.BACK and at == 0:
            self._screen.say("is_first", "yellow")
            return 0
        if said is Command.BACK:
            return at - 1
        return self._after_item(at) if said is Command.NEXT else at + 1

    def _after_item(self, at: int) -> int:
        while at < len(self._questions) and self._questions[at].item == self._item:
            at += 1
        return at

    def _begin(self, item: Item) -> None:
        from anbefal.analysis.hints import hints_for

        task = self._task
        self._item = item
        self._hints = hints_for(self._dataset, task.criteria, item.level, item.id)
        self._screen.item(item, task.items.index(item) + 1, len(task.items))

    def _value(self, criterion: Criterion) -> Command:
        """Ask for a value until there is one, or a command that leads away."""
        stands = self._stands(criterion.id)
        self._screen.criterion(criterion, self._hints.get(criterion.id, ()), stands)
        while True:
            match understood_value(self._answers.read(), self._task.criteria.scale):
                case Command.HELP:
                    self._screen.help()
                    self._screen.keys(stands)
                case Command.TAKE_AWAY if stands.value is None and stands.reason is None:
                    self._screen.say("nothing_to_take_away", "yellow")
                case Command.TAKE_AWAY:
                    self._draft.values[criterion.id] = self._draft.reasons[criterion.id] = None
                    self._screen.say("taken_away")
                    return Command.NOTHING
                case Command() as command:
                    return command
                case Unclear() as why:
                    self._screen.say(_UNCLEAR[why], "yellow")
                case GivenValue() as given:
                    self._take(criterion.id, given, stands)
                    return Command.NOTHING

    def _take(self, criterion: str, given: GivenValue, stands: Stands) -> None:
        self._draft.values[criterion] = given.number
        if given.reason:
            self._draft.reasons[criterion] = given.reason
            self._screen.took(given.number, given.reason)
        elif given.reason == "" and stands.reason:
            self._draft.reasons[criterion] = None
            self._screen.say("reason_gone")
        elif stands.reason and given.number != stands.value:
            self._screen.reason_stays(given.number, stands.reason)

    def _dissent(self) -> Command:
        """Ask for a minority view until there is an answer."""
        entry = self._entry
        stands = entry.dissent if entry else None
        stands = (self._draft.dissent or None) if self._draft.dissent is not None else stands
        self._screen.dissent(stands)
        while True:
            match understood_text(self._answers.read()):
                case Command.HELP:
                    self._screen.help()
                case Command.TAKE_AWAY if stands is None:
                    self._screen.say("nothing_to_take_away", "yellow")
                case Command.TAKE_AWAY:
                    self._draft.dissent = ""
                    self._screen.say("taken_away")
                    return Command.NOTHING
                case Command() as command:
                    return command
                case Unclear() as why:
                    self._screen.say(_UNCLEAR[why], "yellow")
                case str() as words:
                    self._draft.dissent = words
                    return Command.NOTHING

    @property
    def _entry(self) -> ScoreEntry | None:
        return self._task.stands(self._item) if self._item else None

    def _stands(self, criterion: str) -> Stands:
        """Return what is said at a criterion by now, saved or not."""
        entry = self._entry
        values, reasons = (entry.values, entry.reasons) if entry else ({}, {})
        return Stands(
            self._draft.values.get(criterion, values.get(criterion)),
            self._draft.reasons.get(criterion, reasons.get(criterion)),
        )

    def _save(self) -> bool:
        """Save what was answered about the item, and return whether there was anything.

        Raises:
            AnbefalError: It cannot be saved, and nobody wants to try again.
        """
        from anbefal.analysis.scoring import Given

        draft, item = self._draft, self._item
        if item is None or draft == _Draft():
            return False
        given = Given(item.level, item.id, draft.values, draft.reasons, draft.dissent)
        while not self._try_to_save(given):
            pass
        self._draft = _Draft()
        return True

    def _try_to_save(self, given: Given) -> bool:
        """Save, and return whether that went well; else show the answers and ask what to do.

        Raises:
            AnbefalError: It cannot be saved, and nobody wants to try again.
        """
        try:
            self._task.save(given)
        except (AnbefalError, OSError) as error:
            self._screen.not_saved(given)
            if not self._can_retry:
                raise
            self._screen.tell(f"{error} {getattr(error, 'hint', '')}", "red")
            self._screen.say("try_again", "dim")
            if self._answers.read().strip().casefold() == Command.STOP.value:
                raise
            return False
        return True
