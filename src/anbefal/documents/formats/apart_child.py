"""The process in which a repository's own templates run: a task in, a document or a reason out."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from anbefal.documents.formats.ending import end_with_parent
from anbefal.documents.formats.failing import failed_at, is_of_template, template_failed
from anbefal.documents.formats.rendering import renderer
from anbefal.documents.formats.stopped import BROKEN, FAILED, MADE, runs
from anbefal.errors import TemplateFailed

if TYPE_CHECKING:
    from jinja2 import Template

    from anbefal.documents.formats.rendered import Rendered

LARGEST = 100_000_000
"""Bytes that a document may have, and any file that is written on the way."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEVER = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn"),
    *("os.startfile", "os.kill", "os.chdir", "os.chroot", "ctypes.call"),
)
_ON_FILES = (
    *("os.mkdir", "os.rmdir", "os.remove", "os.rename", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "shutil."),
)
"""Beginnings of the names of what Python announces before it does it."""


def main() -> None:
    """Make the document that the task on standard input asks for, and write it to the output."""
    task = json.load(sys.stdin.buffer)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no document
        make = renderer(task["form"])
        end_with_parent(task["scratch"])
        _take_away_rights(task["memory"], task["scratch"])
        faulthandler.enable()
        faulthandler.dump_traceback_later(task["seconds"], exit=True)
        folders = [Path(folder) for folder in task["folders"]]
        try:
            made = make(task["content"], folders)
        except Exception as error:  # noqa: BLE001 - whatever happens, the other process is told
            told = what_failed(error, task["template"], folders)
        else:
            told = _what_was_made(made, task["template"])
        faulthandler.cancel_dump_traceback_later()
        output.write(told)


def _what_was_made(made: Rendered, template: str) -> bytes:
    if len(made.data) > LARGEST:
        reason = f"it makes a document of more than {LARGEST} bytes"
        return _failed(failed_at(template, None, reason))
    return MADE + json.dumps([made.template, made.left_out]).encode() + b"\n" + made.data


def what_failed(error: Exception, template: str, folders: Sequence[Path]) -> bytes:
    """Return what this process tells of a failure: whose it is, and where.

    Args:
        error: What was raised while a document was made.
        template: The name of its template.
        folders: Where templates lie, the repository's first.
    """
    if is_of_template(error, folders):
        return _failed(template_failed(error, template, folders))
    last = extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}, line {last.lineno}, in {last.name}"
    return BROKEN + f"{type(error).__name__} in {place}".encode()


def _failed(failure: TemplateFailed) -> bytes:
    return FAILED + json.dumps([failure.message, failure.hint]).encode()


def _take_away_rights(memory: int, scratch: str) -> None:
    """Let this process write nowhere but in one folder, begin nothing, and not fill the memory."""
    from anbefal.documents.formats.environment import watcher

    watcher.set(_announce)
    sys.addaudithook(_Guard(scratch))
    try:
        import resource
    except ImportError:  # Windows, where the limit of time has to do
        return
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, LARGEST)):
        _, highest = resource.getrlimit(limit)
        bound = most if highest == resource.RLIM_INFINITY else min(most, highest)
        resource.setrlimit(limit, (bound, highest))


def _announce(template: Template) -> None:
    sys.stderr.write(runs(template))
    sys.stderr.flush()


class _Guard:
    """Refuses what no template needs, when Python announces it."""

    def __init__(self, scratch: str) -> None:
        self._scratch = os.path.join(scratch, "")

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            refused = _writes(*arguments[1:3]) and not self._inside(arguments[0])
        elif event.startswith(_ON_FILES):
            refused = not all(map(self._inside, arguments))
        else:
            refused = event.startswith(_NEVER)
        if refused:
            raise PermissionError(f"a template may not do this ({event})")

    def _inside(self, argument: Any) -> bool:
        """Return whether a path is or lies in the one folder, or what is no path is harmless."""
        if not isinstance(argument, (str, bytes, os.PathLike)):
            return True
        return os.path.join(os.path.abspath(os.fsdecode(argument)), "").startswith(self._scratch)


def _writes(mode: Any, flags: Any) -> bool:
    by_mode = isinstance(mode, str) and any(letter in mode for letter in "wax+")
    return by_mode or (isinstance(flags, int) and bool(flags & _WRITING))


if __name__ == "__main__":
    main()
