"""Rows that repeat an earlier one of the same file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from anbefal.model.incoming import Place, Skipped


class Repeats:
    """Tells which rows repeat an earlier one.

    Of each row it keeps a digest and the place, not the words. Rows that are not wanted are kept
    from it, so that none of them counts as an earlier row.
    """

    def __init__(self) -> None:
        self._first: dict[bytes, Place] = {}

    def seen(self, place: Place, words: Iterable[str]) -> Skipped | None:
        """Return that a row is left out if one before it says the same; else remember it.

        Args:
            place: Where the row stands.
            words: All that tells it from others, in a fixed order.
        """
        whole = "\x1e".join(words).encode("utf-8", "replace")
        first = self._first.setdefault(blake2b(whole, digest_size=16).digest(), place)
        return None if first is place else Skipped(place, "repeats an earlier row", str(first))
