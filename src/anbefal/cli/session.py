"""One run of a command: the repository, opened once when first asked for, and its messages."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.errors import DataHasErrors, Misuse, UnknownName
from anbefal.markup import visible

if TYPE_CHECKING:
    from anbefal.diagnostics import Diagnostic
    from anbefal.model.base import Language
    from anbefal.model.dataset import Dataset
    from anbefal.model.vocabulary import CriteriaSet
    from anbefal.store.reading.repository import Known, Loaded
    from anbefal.wording import Wording


class Session:
    """What a command works with.

    Args:
        root: A folder of the repository, or ``None`` for the one we are in.
        quiet: Whether to say nothing but results and errors.
        as_of: The day that "overdue" is measured from, as the user wrote it.
    """

    def __init__(
        self,
        root: Path | None,
        *,
        quiet: bool = False,
        as_of: str | None = None,
    ) -> None:
        self.quiet = quiet
        self._start = root
        self._as_of = day(as_of) if as_of else None
        self._known: Known | None = None

    @cached_property
    def root(self) -> Path:
        """The repository's folder, in which no change is broken off any more."""
        from anbefal.store.changing.writer import settle
        from anbefal.store.reading.repository import find_root

        root = find_root(self._start or Path())
        self.say(settle(root))
        return root

    @cached_property
    def loaded(self) -> Loaded:
        """The repository's records, with internal notes, and why some could not be read."""
        from anbefal.store.reading.repository import load

        return load(self.root, self._as_of, self._known)

    def read_often(self) -> None:
        """Keep what files hold, so that reading again takes no longer than what has changed."""
        self._known = {}

    def forget(self) -> None:
        """Forget what was read, so that it is read again: somebody may have changed it."""
        for name in ("loaded", "findings"):
            self.__dict__.pop(name, None)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Every finding, of reading and of rules, with places, sorted."""
        from anbefal.rules import check
        from anbefal.store.reading.repository import locate

        loaded = self.loaded
        return locate([*loaded.findings, *check(loaded.dataset)], loaded.dataset)

    def readable(self, *, internal: bool = False) -> Dataset:
        """Return the records that can be read, saying on stderr if some cannot.

        Args:
            internal: Whether internal notes stay in it.
        """
        unread = {one.file for one in self.loaded.findings if one.severity == "error"}
        if unread:
            self.say(
                f"{len(unread)} of the data files cannot be read in full and are left out: "
                f"{', '.join(sorted(unread)[:3])}{' …' if len(unread) > 3 else ''}. "  # noqa: PLR2004
                "See 'anbefal validate'."
            )
        return self._dataset(internal=internal)

    def checked(self, *, internal: bool = False) -> Dataset:
        """Return the records, all of them right.

        Args:
            internal: Whether internal notes stay in it.

        Raises:
            DataHasErrors: Something in the repository is wrong; a ranking or a handout would
                be built on it.
        """
        errors = [one for one in self.findings if one.severity == "error"]
        if errors:
            first = errors[0]
            place = f"{first.file}:{first.position.line}" if first.position else first.file
            message = f"The data has errors ({len(errors)}), so nothing is made from it. "
            raise DataHasErrors(
                f"{message}The first is at {place}: {first.message}",
                "Run 'anbefal validate' and mend what it shows.",
            )
        return self._dataset(internal=internal)

    def as_it_stood(self) -> Dataset:
        """Return the records without internal notes, all of them right.

        Where a day was asked for, only what was recorded by then.

        Raises:
            DataHasErrors: Something in the repository is wrong.
        """
        from anbefal.analysis.past import as_it_stood

        dataset = self.checked()
        return as_it_stood(dataset, dataset.as_of) if dataset.as_of else dataset

    def _dataset(self, *, internal: bool) -> Dataset:
        return self.loaded.dataset if internal else self.loaded.dataset.without_internal()

    @property
    def language(self) -> Language:
        """The language of names and summaries."""
        return self.loaded.dataset.settings.language

    def words(self, language: str | None, use: str) -> Wording:
        """Return the program's own words for a use.

        Args:
            language: The language that was asked for; without one, the repository's is taken.
            use: What the words are for; see :mod:`anbefal.wording`.
        """
        from anbefal.wording import LANGUAGES, wording

        asked = next((one for one in LANGUAGES if one == language), self.language)
        return wording(asked, use)

    def criteria(self, dataset: Dataset) -> CriteriaSet:
        """Return the criteria.

        Raises:
            DataHasErrors: They could not be read.
        """
        if dataset.criteria is None:
            message = "data/criteria.yaml cannot be read."
            raise DataHasErrors(message, "Run 'anbefal validate' and mend what it shows.")
        return dataset.criteria

    def say(self, message: str) -> None:
        """Write a message to stderr, unless it is empty or we were asked to be quiet."""
        if message and not self.quiet:
            print(visible(message), file=sys.stderr)  # noqa: T201


def require(kind: str, name: str, known: Collection[str]) -> str:
    """Return the known name that equals ``name``, in composed or decomposed Unicode.

    Raises:
        UnknownName: There is none; the nearest is suggested.
    """
    from anbefal.model.names import composed, nearest

    wanted = composed(name)
    if wanted not in known:
        raise UnknownName(kind, name, nearest(wanted, known), sorted(known))
    return wanted


def require_readable(dataset: Dataset, kind: str, name: str) -> None:
    """Make sure that a record is not merely unknown because its file has a mistake.

    Raises:
        DataHasErrors: It may stand in a file that cannot be read.
    """
    if dataset.may_hold(kind, name):
        message = f"{name!r} cannot be read: its file has a mistake."
        raise DataHasErrors(message, "Run 'anbefal validate' and mend what it shows.")


def require_all(
    kind: str, names: Collection[str] | None, known: Collection[str]
) -> tuple[str, ...]:
    """Return the known names that equal ``names``; see :func:`require`."""
    return tuple(require(kind, name, known) for name in names or ())


def several(option: str, words: Sequence[str] | None) -> list[str]:
    """Return what an option names that may be repeated, also with commas between.

    Raises:
        Misuse: It is given and names nothing, as where a script's variable is empty.
    """
    names = [part.strip() for one in words or () for part in one.split(",") if part.strip()]
    if words and not names:
        raise Misuse(f"{option} names nothing.", "Name something, or leave the option out.")
    return names


def day(text: str) -> date:
    """Return a day that the user wrote: ``YYYY-MM-DD`` or ``today``.

    Raises:
        Misuse: It is no such day.
    """
    if text == "today":
        return date.today()  # noqa: DTZ011 - the user asks for the calendar on the wall
    from anbefal.model.dates import parse_date

    message = f"{text!r} is not a day."
    hint = "Write it as YYYY-MM-DD, or 'today'."
    try:
        written = parse_date(text)
    except ValueError:
        raise Misuse(message, hint) from None
    if written.day is None:
        raise Misuse(message, hint)
    return written.first
