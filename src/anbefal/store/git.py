"""Asking git about objects and settings, in a way that runs nothing of the repository's own."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from anbefal.errors import GitFailed

_SAFELY = (
    "--no-pager",
    "--no-replace-objects",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
"""A folder that came from elsewhere may bring settings that start programs: none of them is used.

git starts programs for hooks, file watchers, signatures, pagers and networks. The commands used
here read objects only, so they have no use for filters, text conversion or outside differs.
"""

ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
"""What git is told through the environment.

A missing object makes git fetch it, also before ``GIT_NO_LAZY_FETCH`` (git 2.45), and a setting
``protocol.ext.allow`` of the repository outweighs ``protocol.allow``. ``GIT_ALLOW_PROTOCOL``
outweighs both: no protocol is called none.
"""

MOST_SECONDS = 60
"""How long a command may take. None comes near it; one that reads what never comes would hang."""


def git(root: Path, *arguments: str, given: bytes = b"", globs: bool = False) -> bytes:
    """Return what a git command prints.

    ``GIT_*`` is taken out of the environment: inside a hook it names another repository or index.

    Args:
        root: The folder that git is asked about.
        arguments: The command and its arguments.
        given: Its standard input.
        globs: Whether paths may be patterns; without it, every character stands for itself.

    Raises:
        GitFailed: There is no git, the folder is in no git repository, or the command fails or
            does not end.
    """
    pathspecs = () if globs else ("--literal-pathspecs",)
    try:
        out, told, code = _run(["git", *_SAFELY, *pathspecs, *arguments], root, given)
    except subprocess.TimeoutExpired as error:
        message = f"git {arguments[0]} did not end within {MOST_SECONDS} seconds."
        hint = "See what 'git status' says in this folder, and which files .git/config includes."
        raise GitFailed(message, hint) from error
    except OSError as error:
        message = f"git cannot be started: {error.strerror}."
        raise GitFailed(message, "Install git; history and merging need it.") from error
    if code:
        raise GitFailed(_told(told), "See what 'git status' says in this folder.")
    return out


def _run(words: list[str], root: Path, given: bytes) -> tuple[bytes, bytes, int]:
    """Return what a program prints on standard output and error, and its exit code.

    It gets a process group of its own, so that whatever ends this early ends also what it started.

    Raises:
        TimeoutExpired: It does not end in time.
        OSError: It cannot be started.
    """
    with subprocess.Popen(  # noqa: S603 - the words are ours, and there is no shell
        words,
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,
    ) as process:
        try:
            out, told = process.communicate(given, MOST_SECONDS)
        except BaseException:
            _kill(process)
            raise
        return out, told, process.returncode


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program at once, and what it started, where the system knows groups of processes."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return clean | ENVIRONMENT


def _told(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    first = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
    return f"git: {first.partition(':')[2].strip() or 'the command failed'}."
