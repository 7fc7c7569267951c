"""Follow up human-rights recommendations kept as plain text under version control.

`open_repository` gives the dataset; the functions of `anbefal.analysis` take it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from anbefal.model.dataset import Dataset

__all__ = ["open_repository"]
__version__ = "0.1.0"


def open_repository(path: str | PathLike[str] = ".", *, internal: bool = False) -> Dataset:
    """Return the dataset of the repository that ``path`` lies in.

    Records that cannot be read are left out; ``anbefal validate`` tells which and why.

    Args:
        path: A folder of the repository.
        internal: Whether internal notes, and the files' texts, are in it. Nothing public may be
            made from such a dataset.

    Raises:
        anbefal.errors.NoRepository: There is no repository at ``path`` or above it.
        anbefal.errors.Unreadable: Its data folder cannot be listed.
        anbefal.errors.Unfinished: A change was broken off there and cannot be mended.
    """
    from pathlib import Path

    from anbefal.store.changing.writer import settle
    from anbefal.store.reading.repository import find_root, load

    root = find_root(Path(path))
    settle(root)
    dataset = load(root).dataset
    return dataset if internal else dataset.without_internal()
