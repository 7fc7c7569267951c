"""The process in which a repository's own templates run: a task in, a document or a reason out."""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anbefal.documents.formats.failing import failed_at, template_failed
from anbefal.documents.formats.rendering import renderer
from anbefal.documents.formats.stopped import FAILED, MADE, runs
from anbefal.errors import TemplateFailed

if TYPE_CHECKING:
    from jinja2 import Template

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
        _take_away_rights(task["memory"], task["scratch"])
        faulthandler.enable()
        faulthandler.dump_traceback_later(task["seconds"], exit=True)
        folders = [Path(folder) for folder in task["folders"]]
        try:
            made = make(task["content"], folders)
        except Exception as error:  # noqa: BLE001 - whatever a template does, its writer is told
            told = _told(template_failed(error, task["template"], folders))
        else:
            told = MADE + made if len(made) <= LARGEST else _told(_too_large(task["template"]))
        faulthandler.cancel_dump_traceback_later()
        output.write(told)


def _too_large(template: str) -> TemplateFailed:
    return failed_at(template, None, f"it makes a document of more than {LARGEST} bytes")


def _told(failure: TemplateFailed) -> bytes:
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
        """Return whether a path lies in the one folder, or what is no path is harmless."""
        if not isinstance(argument, (str, bytes, os.PathLike)):
            return True
        return os.path.abspath(os.fsdecode(argument)).startswith(self._scratch)


def _writes(mode: Any, flags: Any) -> bool:
    by_mode = isinstance(mode, str) and any(letter in mode for letter in "wax+")
    return by_mode or (isinstance(flags, int) and bool(flags & _WRITING))


if __name__ == "__main__":
    main()
