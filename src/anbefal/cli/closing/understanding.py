"""What somebody types about a promise, understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from anbefal.cli.asking import understood
from anbefal.cli.scoring.answers import Command, Unclear, understood_text
from anbefal.cli.session import Session, require
from anbefal.cli.targets import kind_named
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.analysis.asks import Ask
    from anbefal.model.base import Language
    from anbefal.wording import Wording

_SEPARATORS = re.compile(r"[,;\s]+")
_UNCLEAR = {Unclear.UNFIT: "unfit", Unclear.TOO_LONG: "too_long"}


class Understanding:
    """Turns lines into values, or says why they are none.

    Args:
        session: The repository, for the ids that it knows.
        words: The words in which it is said why.
        choices: The asks that are offered by number; one stands for the record that is shown.
    """

    def __init__(self, session: Session, words: Wording, choices: Sequence[Ask]) -> None:
        self._session = session
        self._words = words
        self._choices = choices

    def text(self, line: str) -> str:
        """Return words for a record.

        Raises:
            Misuse: They are none.
        """
        said = understood_text(line)
        if isinstance(said, Unclear | Command):
            key = _UNCLEAR.get(said, "not_words") if isinstance(said, Unclear) else "not_words"
            raise Misuse(self._words.say(key))
        return said

    def language(self, line: str) -> Language:
        """Return the language with a code.

        Raises:
            Misuse: Texts have no such language.
        """
        from anbefal.model.base import FALLBACK

        code = line.strip().casefold()
        if code not in FALLBACK:
            raise Misuse(self._words.say("not_language"))
        return code

    def date(self, line: str) -> str | int:
        """Return a date as it stands in a file.

        Raises:
            Misuse: It is none.
        """
        found: str | int = self._plain("date", line)
        return found

    def actors(self, line: str) -> tuple[str, ...]:
        """Return ids of actors, also by capitals or abbreviation.

        Raises:
            Misuse: There is no such actor; the nearest is suggested.
        """
        return tuple(dict.fromkeys(self._plain("responsible", line, ("commitments", 0))))

    def ministries(self, line: str) -> tuple[str, ...]:
        """Return ids of ministries, as :meth:`actors` does.

        Raises:
            Misuse: One is no ministry.
        """
        found = self.actors(line)
        actors = self._session.loaded.dataset.actors
        others = [one for one in found if actors[one].kind != "ministry"]
        if others:
            raise Misuse(self._words.say("no_ministry", ids=", ".join(others)))
        return found

    def recommendations(self, line: str) -> tuple[str, ...]:
        """Return ids of recommendations, by id or by the number in the list.

        Raises:
            Misuse: There is no such number or recommendation.
        """
        parts = [part for part in _SEPARATORS.split(line.strip()) if part]
        return tuple(dict.fromkeys(map(self._recommendation, parts)))

    def _recommendation(self, part: str) -> str:
        if not (part.isascii() and part.isdigit()):
            known = self._session.loaded.dataset.recommendations
            return require("recommendation", part.casefold(), known)
        number = int(part[:9])
        if not 1 <= number <= len(self._choices):
            raise Misuse(self._words.say("no_number", number=part, last=len(self._choices)))
        return self._choices[number - 1].shown.id

    def id(self, line: str, taken: set[str]) -> str:
        """Return an id that is free in the meeting.

        Raises:
            Misuse: It has another form, or is taken.
        """
        from anbefal.model.base import ID_PATTERN, LONGEST_ID

        name = line.strip()
        if not re.fullmatch(ID_PATTERN, name) or len(name) > LONGEST_ID:
            raise Misuse(self._words.say("not_id"))
        if name in taken:
            raise Misuse(self._words.say("id_taken", id=name))
        return name

    def _plain(self, name: str, line: str, base: tuple[str | int, ...] = ()) -> Any:
        found = understood(self._session, kind_named("meeting"), {name: line.strip()}, base)
        if name not in found or found[name] == []:
            raise Misuse(self._words.say("not_understood"))
        return found[name]
