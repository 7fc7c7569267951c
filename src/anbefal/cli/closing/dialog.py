"""One question after the other: the date, each promise, what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from anbefal.analysis.closing import Commitment, is_known, proposed_id
from anbefal.cli.closing.screen import FIELDS
from anbefal.cli.stopping import Answers, How, Stopped, until_stopped
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.cli.closing.task import Task
    from anbefal.model.base import Language

T = TypeVar("T")
_ASKED = ("who", "due", "addresses")
"""What is asked about every promise; language and id are proposed and may be mended."""
_HELP, _STOP, _NONE = "?", "q", "-"
_YES, _NO = ("", "j", "ja", "y", "yes"), ("n", "nei", "no")


class Dialog:
    """Asks what is not known yet. What is confirmed stands in the task's closing.

    Args:
        task: The meeting and what is gathered about it.
        answers: What is typed.
        can_retry: Whether somebody can be asked again where an answer is not understood; else
            such an answer ends it, since the next line may be the answer to another question.
    """

    def __init__(self, task: Task, answers: Answers, *, can_retry: bool) -> None:
        self._task = task
        self._screen = task.screen
        self._answers = answers
        self._can_retry = can_retry
        self._shown_choices = False
        self.draft: Commitment | None = None
        """The promise that is being asked about and not confirmed."""

    def run(self) -> How:
        """Ask until all is asked or nobody answers any more.

        Raises:
            Misuse: An answer was not understood, and there is nobody to ask again.
        """
        how = until_stopped(self._ask_all)
        self._answers.mute_closed_terminals()
        return how

    def _ask_all(self) -> None:
        task = self._task
        if task.meeting.date is None:
            task.closing.date = self._date()
        if not task.meeting.ministries:
            task.closing.ministries = self._ministries()
        while self._promise():
            pass
        if task.meeting.minutes is None:
            self._minutes()

    def _date(self) -> str | int:
        self._screen.gap()
        self._screen.ask("when", "keys_date")
        return self._needed(self._task.held_on)

    def _ministries(self) -> tuple[str, ...]:
        proposed = self._task.theme_ministries
        names = self._screen.actors(proposed)
        self._screen.gap()
        self._screen.ask("which_ministries", "keys_needed" if not proposed else "keys", now=names)
        read = self._task.understanding.ministries
        return self._kept(read, proposed) if proposed else self._needed(read)

    def _promise(self) -> bool:
        """Ask about a promise, and return whether there was one."""
        task, screen = self._task, self._screen
        screen.gap()
        number = len(task.meeting.commitments) + len(task.closing.promises) + 1
        screen.ask("what", "keys_what", number=number)
        words = self._kept(self._new_words, "")
        if not words:
            return False
        name = proposed_id(words, task.taken)
        self.draft = Commitment(words, task.language_now, task.lead, id=name)
        for field in _ASKED:
            self._field(field, self.draft)
        if self._confirmed(self.draft, number):
            task.closing.promises.append(self.draft)
            screen.note("kept", "green")
        else:
            screen.note("dropped", "yellow")
        self.draft = None
        return True

    def _confirmed(self, draft: Commitment, number: int) -> bool:
        """Show a promise until it is confirmed or dropped; parts can be mended."""
        while True:
            self._screen.promise(draft, number)
            self._screen.say("keys_confirm", "dim")
            answer = self._kept(self._confirmation, "")
            if answer in _YES:
                return True
            if answer in _NO:
                return False
            self._field(FIELDS[int(answer) - 1], draft)

    def _confirmation(self, line: str) -> str:
        word = line.strip().casefold()
        numbers = {str(number) for number in range(1, len(FIELDS) + 1)}
        if word not in {*_YES, *_NO, *numbers}:
            raise Misuse(self._task.words.say("not_understood"))
        return word

    def _field(self, field: str, draft: Commitment) -> None:
        """Ask for one part of a promise; Enter keeps what it has."""
        {
            "words": self._ask_words,
            "language": self._ask_language,
            "who": self._ask_who,
            "due": self._ask_due,
            "addresses": self._ask_addresses,
            "id": self._ask_id,
        }[field](draft)

    def _ask_words(self, draft: Commitment) -> None:
        self._screen.ask("words_again", "keys", now=draft.words)
        draft.words = self._kept(self._new_words, draft.words)

    def _ask_language(self, draft: Commitment) -> None:
        self._screen.ask("which_language", "keys_language", now=draft.language)
        draft.language = self._kept(self._task.understanding.language, draft.language)

    def _ask_who(self, draft: Commitment) -> None:
        now = self._screen.actors(draft.responsible)
        self._screen.ask("who", "keys_clear" if draft.responsible else "keys_open", now=now)
        read = _or_none(self._task.understanding.actors)
        draft.responsible = self._kept(read, draft.responsible)

    def _ask_due(self, draft: Commitment) -> None:
        now = "" if draft.due is None else self._screen.written(draft.due)
        self._screen.ask("by_when", "keys_clear" if now else "keys_due", now=now)
        draft.due = self._kept(self._due, draft.due)

    def _due(self, line: str) -> str | int | None:
        return None if line.strip() == _NONE else self._task.due(line)

    def _ask_addresses(self, draft: Commitment) -> None:
        self._screen.say("which_asks", "bold")
        if not self._shown_choices:
            self._list()
            self._shown_choices = True
        now = ", ".join(draft.addresses)
        self._screen.say("keys_clear_asks" if now else "keys_asks", "dim", now=now)
        read = _or_none(self._task.understanding.recommendations)
        draft.addresses = self._kept(read, draft.addresses, helps=self._list)

    def _list(self) -> None:
        self._screen.choices(self._task.choices, self._task.meeting)

    def _ask_id(self, draft: Commitment) -> None:
        taken = self._task.taken
        self._screen.ask("which_id", "keys", now=draft.id)
        draft.id = self._kept(lambda line: self._task.understanding.id(line, taken), draft.id)

    def _minutes(self) -> None:
        self._screen.gap()
        self._screen.ask("minutes", "keys_minutes")
        words = self._kept(self._task.understanding.text, "")
        if not words:
            return
        language: Language = self._task.language_now
        self._screen.ask("which_language", "keys_language", now=language)
        language = self._kept(self._task.understanding.language, language)
        self._task.closing.minutes = (language, words)

    def _new_words(self, line: str) -> str:
        words = self._task.understanding.text(line)
        if is_known(self._task.meeting, self._task.closing.promises, words):
            raise Misuse(self._task.words.say("known_already"))
        return words

    def _needed(self, read: Callable[[str], T]) -> T:
        """Return an answer that is understood, as :meth:`_kept` does; Enter is none."""
        while True:
            answer: T | None = self._kept(read, None)
            if answer is not None:
                return answer
            self._refuse(Misuse(self._task.words.say("needed")))

    def _kept(
        self, read: Callable[[str], T], default: T, helps: Callable[[], None] | None = None
    ) -> T:
        """Return an answer that is understood.

        Args:
            read: From a line to the answer.
            default: What Enter means.
            helps: What is shown where somebody asks for help; sentences on answers without it.

        Raises:
            Stopped: There is none.
            Misuse: It is not understood, and there is nobody to ask again.
        """
        while True:
            line = self._answers.read()
            word = line.strip().casefold()
            if word == _STOP:
                raise Stopped(How.ASKED)
            if word == _HELP:
                (helps or self._help)()
                continue
            if not word:
                return default
            try:
                return read(line)
            except Misuse as error:
                self._refuse(error)

    def _help(self) -> None:
        for key in ("help_words", "help_dates", "help_actors", "help_stop"):
            self._screen.say(key)

    def _refuse(self, error: Misuse) -> None:
        if not self._can_retry:
            nothing = self._task.words.say("nothing_written")
            raise Misuse(error.message, f"{error.hint} {nothing}".strip())
        self._screen.tell(f"{error.message} {error.hint}", "yellow")


def _or_none(read: Callable[[str], tuple[str, ...]]) -> Callable[[str], tuple[str, ...]]:
    """Return what understands a list, where a hyphen stands for an empty one."""
    return lambda line: () if line.strip() == _NONE else read(line)
