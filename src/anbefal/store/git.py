"""Asking git about objects and settings, in a way that runs nothing of the repository's own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from anbefal.errors import GitFailed

_SAFELY = (
    "--no-pager",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
"""A folder that came from elsewhere may bring settings that start programs: none of them is used.

git starts programs for hooks, file watchers, signatures, pagers and networks. The commands used
here read objects only, so they have no use for filters, text conversion or outside differs.
"""


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what a git command prints.

    ``GIT_*`` is taken out of the environment: inside a hook it names another repository or index.

    Args:
        root: The folder that git is asked about.
        arguments: The command and its arguments.
        given: Its standard input.

    Raises:
        GitFailed: There is no git, the folder is in no git repository, or the command fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, and there is no shell
            ["git", *_SAFELY, *arguments],  # noqa: S607 - git lies where the user has it
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
    fixed = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    return clean | fixed | {"LC_ALL": "C.UTF-8"}


def _told(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    first = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
    return f"git: {first.partition(':')[2].strip() or 'the command failed'}."
