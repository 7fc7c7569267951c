"""How long readers take over texts that were made to take long."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import Any

from anbefal.exchange.cells import NotFit

Read = Callable[[str], Any]


def repeated(piece: str, length: int) -> str:
    """Return a piece again and again, as long as is asked for."""
    return (piece * (length // len(piece) + 1))[:length]


def seconds(read: Read, text: str) -> float:
    """Return the seconds of work that a reader takes; what is told of is as good as read."""
    began = process_time()
    with suppress(NotFit):
        read(text)
    return process_time() - began
