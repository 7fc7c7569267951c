"""Making the parts of a site, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from anbefal.cli.publishing.files import Maker, Pages, Task
from anbefal.cli.publishing.folder import SiteFolder
from anbefal.model.base import Language

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.synchronize import Event

MOST_PROCESSES = 8
"""More would wait for the disk."""
FEW_PAGES = 1_500
"""So many pages take about as long as starting processes does."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a part.

    Attributes:
        paths: Its files.
        written: How many of them were not as they should be.
        pages: How many pages it has.
    """

    paths: tuple[str, ...]
    written: int
    pages: int


def processes_for(pages: int) -> int:
    """Return how many other processes make a site of so many pages; 0 is this one alone."""
    cores = _cores()
    return 0 if pages < FEW_PAGES or cores == 1 else min(cores, MOST_PROCESSES)


def work(
    stages: Sequence[Sequence[Task]], maker: Maker, folder: SiteFolder, processes: int
) -> Iterator[Done]:
    """Make every part of a site, and yield what became of each, in their order.

    Args:
        stages: The parts; a stage begins when the one before is done.
        maker: What makes their files.
        folder: Where they go.
        processes: How many other processes do it; 0 is this one alone.

    Raises:
        CannotWrite: A file cannot be written.
        Misuse: A workbook cannot hold what a page shows.
    """
    if not processes:
        for tasks in stages:
            yield from (_done(one, maker, folder) for one in tasks)
        return
    with _pool(maker, folder.place, processes) as pool:
        for tasks in stages:
            with _no_interrupts():  # new processes never hear of Ctrl-C: this one tells them
                handed_out = [pool.submit(_done_here, one) for one in tasks]
            for task, future in zip(tasks, handed_out, strict=True):
                yield _result(future) or _done(task, maker, folder)


def _result(future: Future[Done]) -> Done | None:
    """Return what another process came to, or nothing where it failed.

    What failed there is done again here, where its error is told as if there were no others.
    """
    try:
        return future.result()
    except Exception:  # noqa: BLE001 - whatever it is, it comes again
        return None


def _done(task: Task, maker: Maker, folder: SiteFolder, stop: Event | None = None) -> Done:
    paths, written = [], 0
    for path, data in maker.files(task):
        if stop is not None and stop.is_set():
            break  # nobody waits for what we come to
        paths.append(path)
        written += folder.put(path, data)
    return Done(tuple(paths), written, len(task.addresses) if isinstance(task, Pages) else 0)


@contextmanager
def _pool(maker: Maker, place: Path, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes, and end them: the file that they are at is finished, and nothing else begun.

    They are started afresh, which is the same on every system and bears threads.
    """
    import pickle
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    stop = context.Event()
    dataset = pickle.dumps(maker.site.dataset, pickle.HIGHEST_PROTOCOL)
    given = (dataset, maker.site.since, maker.opening, place, stop)
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=given)
    try:
        yield pool
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let Ctrl-C wait, also in processes that are started meanwhile, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_here: tuple[Maker, SiteFolder, Event] | None = None
"""What a process of the pool works with."""


def _begin(dataset: bytes, since: date | None, opening: Language, place: Path, stop: Event) -> None:
    """Make a process of the pool ready."""
    import atexit
    import gc
    import pickle
    from threading import Thread

    from anbefal.documents.site.site_data import SiteData

    global _here  # noqa: PLW0603 - a process of the pool has no other memory
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # as the command does; see anbefal.cli
    atexit.register(gc.freeze)
    site = SiteData(pickle.loads(dataset), since)  # noqa: S301 - from the process that started us
    _here = Maker(site, opening), SiteFolder(place), stop


def _done_here(task: Task) -> Done:
    assert _here is not None  # noqa: S101 - the process was made ready
    return _done(task, *_here)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, which nobody else would tell it."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):  # only some systems tell
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
