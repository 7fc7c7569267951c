"""Documents by a repository's own templates, made in a process that can be ended and reach nothing.

Jinja's sandbox keeps templates from what they may not touch, but not from running for ever or
filling the memory, and whoever waits for the document would wait for ever.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from anbefal.documents.formats.ending import ended_cleanly
from anbefal.documents.formats.failing import failed_at
from anbefal.documents.formats.folders import find_template, template_names
from anbefal.documents.formats.rendered import Rendered
from anbefal.documents.formats.stopped import BROKEN, FAILED, MADE, loops_in, place_in
from anbefal.errors import MOST_PLACES, TemplateFailed

SECONDS = 20.0
"""How long templates may run."""

GRACE = 40.0
"""Seconds that the process may take besides, to begin and to hand over what it made."""

MEMORY = 3 * 1024**3 // 2
"""Bytes of addresses that the process may use, where the system counts them."""

_CHILD = f"{__name__}_child"
_NOWHERE = "http://127.0.0.1:9"
_KEPT = ("SYSTEMROOT", "PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Python itself may need in order to start."""

_ONE_WAY = {"PYTHONHASHSEED": "0", "RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}
"""The same on every machine; each thread reserves addresses, which are counted."""


def render_apart(form: str, content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    """Return a document as a file of a format, made in a process of its own.

    The process may write in a folder that is gone afterwards, and nowhere else.

    Args:
        form: The format.
        content: What :func:`anbefal.documents.content.plain.plain_document` returns.
        folders: Where templates lie, the repository's first.

    Raises:
        TemplateFailed: A template has an error, tried what templates may not do, or did not end.
        RuntimeError: The program itself has a mistake.
    """
    template = find_template(folders, template_names(content["kind"], form)).name
    with ended_cleanly(), _folder() as folder:
        scratch = os.path.realpath(folder)
        task = {
            "form": form,
            "content": content,
            "folders": [str(folder) for folder in folders],
            "template": template,
            "scratch": scratch,
            "seconds": SECONDS,
            "memory": MEMORY,
        }
        try:
            done = _run(json.dumps(task).encode(), scratch)
        except subprocess.TimeoutExpired:
            raise _too_long(template, None, folders) from None
    if done.returncode == 0 and done.stdout.startswith(MADE):
        told, _, data = done.stdout.removeprefix(MADE).partition(b"\n")
        name, left_out = json.loads(told)
        return Rendered(data, tuple(left_out), name)
    if done.stdout.startswith(FAILED):
        raise TemplateFailed(*json.loads(done.stdout.removeprefix(FAILED)))
    if done.stdout.startswith(BROKEN):
        raise RuntimeError(done.stdout.removeprefix(BROKEN).decode())
    raise _stopped(done, template, folders)


def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="anbefal-", ignore_cleanup_errors=True)


def _run(task: bytes, scratch: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", "-B", "-X", "utf8", "-m", _CHILD]
    return subprocess.run(  # noqa: S603 - this program's own module, and no shell
        command,
        input=task,
        capture_output=True,
        cwd=scratch,
        env=_surroundings(scratch),
        timeout=SECONDS + GRACE,
        check=False,
    )


def _surroundings(scratch: str) -> dict[str, str]:
    """Return the variables of the process: nothing of the user's, and no way to the network."""
    proxies = [f"{kind}_proxy" for kind in ("http", "https", "all")]
    folders = ["HOME", "TMPDIR", "TEMP", "TMP", "XDG_DATA_HOME", "XDG_CACHE_HOME"]
    return {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        **dict.fromkeys([*proxies, *map(str.upper, proxies)], _NOWHERE),
        **dict.fromkeys(folders, scratch),
        **_ONE_WAY,
        "PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path),
    }


def _stopped(
    done: subprocess.CompletedProcess[bytes], template: str, folders: Sequence[Path]
) -> TemplateFailed:
    """Return why a process ended that had nothing to say itself."""
    told = done.stderr.decode("utf-8", "replace")
    name, line = place_in(told, template, folders)
    if "Timeout (" in told:
        return _too_long(name, line, folders)
    if "memory allocation" in told:
        return failed_at(name, line, "it needs more memory than a template may use")
    return failed_at(name, line, f"it broke the process that ran it (code {done.returncode})")


def _too_long(template: str, line: int | None, folders: Sequence[Path]) -> TemplateFailed:
    reason = f"it did not end within {SECONDS:g} seconds"
    if line is None and template.endswith(".typ"):
        loops = loops_in(find_template(folders, [template]))
        if len(loops) == 1:
            return failed_at(template, loops[0], reason)
        if loops:
            shown = ", ".join(map(str, loops[:MOST_PLACES]))
            return failed_at(template, None, f"{reason}; its loops are in lines {shown}")
    return failed_at(template, line, reason)
