"""A document as a file, and what its template has made of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as a file.

    Attributes:
        data: What the file holds.
        left_out: The names of the sections that a repository's own template puts nowhere, in
            their order, as far as that can be known.
        template: The name of its template; empty where only parts of it are the repository's own.
    """

    data: bytes
    left_out: tuple[str, ...] = ()
    template: str = ""
