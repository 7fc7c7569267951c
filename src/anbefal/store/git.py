"""Asking git about objects and settings, in a way that runs nothing of the repository's own."""

from __future__ import annotations

import os
import subprocess
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


def git(root: Path, *arguments: str, given: bytes = b"", globs: bool = False) -> bytes:
    """Return what a git command prints.

    ``GIT_*`` is taken out of the environment: inside a hook it names another repository or index.

    Args:
        root: The folder that git is asked about.
        arguments: The command and its arguments.
        given: Its standard input.
        globs: Whether paths may be patterns; without it, every character stands for itself.

    Raises:
        GitFailed: There is no git, the folder is in no git repository, or the command fails.
    """
    pathspecs = () if globs else ("--literal-pathspecs",)
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, and there is no shell
            ["git", *_SAFELY, *pathspecs, *arguments],  # noqa: S607 - git lies where the user has it
            cwd=root,
            input=given,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except OSError as error:
        message = f"git cannot be started: {error.strerror}."
        raise GitFailed(message, "Install git; history and merging need it.") from error
    if done.returncode:
        raise GitFailed(_told(done.stderr), "See what 'git status' says in this folder.")
    return done.stdout


def _environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return clean | ENVIRONMENT


def _told(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    first = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
    return f"git: {first.partition(':')[2].strip() or 'the command failed'}."
