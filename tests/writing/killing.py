"""Writes changes in processes that are killed: `python -m writing.killing`, one order a line."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import NoReturn

import filelock  # noqa: F401 - or each process imports it anew

from anbefal.store.changing.journal import FileChange
from anbefal.store.changing.writer import writing
from writing.crashes import FINISHED, KILLED, before_step

FAILED = 1


def write_until(step: int, root: Path, changes: list[FileChange]) -> NoReturn:
    """Write in this process, which ends before its step with this number, or when all is done."""
    try:
        with before_step(step, lambda: os._exit(KILLED)), writing(root) as door:
            door.write(changes)
        os._exit(FINISHED)
    finally:  # an error of the writer's own
        os._exit(FAILED)


def main() -> None:
    """Take orders until there are no more, and tell the exit code of each process."""
    for order in sys.stdin:
        step, root, texts = json.loads(order)
        changes = [
            FileChange(path, *(None if one is None else one.encode() for one in contents))
            for path, *contents in texts
        ]
        child = os.fork()
        if not child:
            write_until(step, Path(root), changes)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
