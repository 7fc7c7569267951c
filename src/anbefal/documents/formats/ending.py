"""How the two processes end when one of them is ended from outside, and leave nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_LOOKS = 0.2
"""Seconds between the looks for the other process."""


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """Let a signal that would end this process at once end it by an exception instead.

    So what has to be done at the end is done: the other process is ended, its folder removed.
    """
    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        asked = []  # only the main thread may
    usual = [one for one in asked if signal.getsignal(one) is signal.SIG_DFL]
    for one in usual:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in usual:
            signal.signal(one, signal.SIG_DFL)


def end_with_parent(folder: str) -> None:
    """End this process when the one that began it is gone, and remove a folder then.

    Args:
        folder: The folder that the other process would have removed.
    """
    watch = threading.Thread(target=_wait_for_end, args=(os.getppid(), folder), daemon=True)
    watch.start()


def _wait_for_end(parent: int, folder: str) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOKS)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
