"""Exceptions for misuse and for what cannot be done; each class knows its exit code.

Bad data is never an exception: it is a :class:`anbefal.diagnostics.Diagnostic`.
"""

MOST_NAMED = 30
"""How many known names a message lists."""

MOST_PLACES = 8
"""How many places a message lists."""


class AnbefalError(Exception):
    """Something the user can do something about, told in one clear sentence.

    Attributes:
        message: What is wrong, one sentence.
        hint: What to do about it, one sentence, or an empty text.
    """

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Misuse(AnbefalError):
    """The command was called with words it cannot use."""

    exit_code = 2


class UnknownName(Misuse):
    """An id that the repository does not have."""

    def __init__(self, kind: str, name: str, nearest: str | None, known: list[str]) -> None:
        hint = f"Known are: {', '.join(known[:MOST_NAMED])}{' …' if known[MOST_NAMED:] else ''}"
        if nearest:
            hint = f"Did you mean {nearest!r}?"
        super().__init__(f"There is no {kind} {name!r}.", hint if known else "")


class DataHasErrors(AnbefalError):
    """The repository holds errors, and the result would be built on them."""

    exit_code = 1


class StillNamed(AnbefalError):
    """A record that is to be removed is named by others."""

    exit_code = 1

    def __init__(self, kind: str, name: str, named_in: list[str]) -> None:
        more = f"; and {len(named_in) - MOST_PLACES} more" if named_in[MOST_PLACES:] else ""
        places = "; ".join(named_in[:MOST_PLACES])
        message = f"The {kind} {name!r} is still named, so it is not removed: in {places}{more}."
        super().__init__(message, "Change what names it first.")


class NoRepository(AnbefalError):
    """No folder from here upwards holds ``data/criteria.yaml``."""


class Unreadable(AnbefalError):
    """A file or folder that the operating system does not let us read or write."""


class CannotWrite(AnbefalError):
    """The operating system does not let a file be written; what stood there before still stands."""


class CannotEdit(AnbefalError):
    """A change cannot be made in a file's text without touching what it does not concern."""


class ChangedMeanwhile(AnbefalError):
    """Another program changed a file while a change of it was to be written."""


class Locked(AnbefalError):
    """Another program is writing to the repository."""


class Unfinished(AnbefalError):
    """A change was broken off in its middle, and cannot be mended now."""


class ChangeRefused(AnbefalError):
    """A change would make the data wrong."""

    exit_code = 1


class GitFailed(AnbefalError):
    """There is no git, no git repository, or git could not do what it was asked."""


class TemplateFailed(AnbefalError):
    """A template has an error, or tried something that templates may not do."""


class TooLarge(AnbefalError):
    """A document holds more than a format can take."""
