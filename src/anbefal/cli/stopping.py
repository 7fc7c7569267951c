"""Reading answers, and the many ways in which somebody stops giving them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from types import FrameType

from anbefal.errors import AnbefalError
from anbefal.markup import visible

LONGEST = 32_000
"""Characters of an answer; a cell of a workbook holds no more."""

INTERRUPTED_EXIT_CODE = 130
"""As shells have it for a program that Ctrl-C ended."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl-C; being asked to end; the terminal's window was closed. Not every system has all."""

PROMPT = "> "


class How(Enum):
    """How a dialogue ended."""

    FINISHED = "every question was asked"
    ASKED = "the user asked to stop"
    END = "there is no more input"
    INTERRUPTED = "Ctrl-C, or another signal"
    GONE = "nobody can be asked any more"


class Stopped(Exception):
    """Nobody answers any more.

    Attributes:
        how: Why.
    """

    def __init__(self, how: How) -> None:
        super().__init__(how.value)
        self.how = how


def until_stopped(ask_all: Callable[[], None]) -> How:
    """Ask until all is asked or nobody answers any more, and return how it ended.

    Args:
        ask_all: Asks every question.

    Raises:
        AnbefalError: What ``ask_all`` raises.
    """
    try:
        ask_all()
    except AnbefalError:
        raise
    except Stopped as stopped:
        return stopped.how
    except OSError:  # the screen is gone
        return How.GONE
    return How.FINISHED


class Answers:
    """The lines that somebody types.

    Signals that end a program only count while an answer is waited for; one that comes while
    something is saved waits for the next question. Made by :func:`answering`.
    """

    def __init__(self) -> None:
        self._signalled = False
        self._waiting = False
        self._terminals = [s for s in (sys.stdout, sys.stderr) if s.isatty()]

    def read(self) -> str:
        """Return the next line, without its end.

        Raises:
            Stopped: There is none.
        """
        self._waiting = True
        try:
            if self._signalled:
                raise Stopped(How.INTERRUPTED)
            return _line()
        except EOFError:
            raise Stopped(How.END) from None
        except OSError:
            raise Stopped(How.GONE) from None
        finally:
            self._waiting = False

    def mute_closed_terminals(self) -> None:
        """Send to nowhere what would be written to a window that is closed by now."""
        for stream in self._terminals:
            if not stream.isatty():
                with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
                    os.dup2(nowhere.fileno(), stream.fileno())

    def signalled(self, _number: int, _frame: FrameType | None) -> None:
        """Take note of a signal, and stop waiting for an answer."""
        self._signalled = True
        if self._waiting:
            self._waiting = False
            raise Stopped(How.INTERRUPTED)


@contextmanager
def answering() -> Iterator[Answers]:
    """Read answers; signals break off nothing but the waiting for one."""
    answers = Answers()
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(OSError):  # bytes that are no text must not end the program
            sys.stdin.reconfigure(errors="surrogateescape")
    before = {}
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with suppress(ValueError):  # only a program's first thread is told of signals
                before[number] = signal.signal(number, answers.signalled)
    try:
        yield answers
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _line() -> str:
    """Return a line; in a terminal it can be edited with the arrow keys while it is typed."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # input() uses it once it is imported

            # What is pasted in several lines is one answer, not the answers to several questions.
            readline.parse_and_bind("set enable-bracketed-paste on")
        return input(PROMPT)
    print(PROMPT, end="", file=sys.stderr, flush=True)  # noqa: T201
    line = rest = sys.stdin.readline(LONGEST + 2)
    if not line:
        raise EOFError
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(LONGEST + 2)
    if not sys.stdin.isatty():
        with suppress(OSError):  # the answer is here, whoever can still see it
            print(visible(line.rstrip("\r\n")), file=sys.stderr)  # noqa: T201
    return line.rstrip("\r\n")
