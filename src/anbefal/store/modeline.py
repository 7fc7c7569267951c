"""The comment at the top of a file that tells editors which schema it follows."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

from anbefal.model.kinds import kind_of

SCHEMAS = "schemas"
"""The folder in which a repository keeps its schemas."""


def mode_line(root: Path, path: str) -> str:
    """Return the first line of a new data file, or an empty text where there is no schema for it.

    VS Code's YAML extension, and every editor that uses yaml-language-server, reads it.

    Args:
        root: The repository.
        path: The file's path relative to it.
    """
    kind = kind_of(path)
    if kind is None or not os.path.isfile(root / SCHEMAS / f"{kind.name}.json"):
        return ""
    place = posixpath.relpath(f"{SCHEMAS}/{kind.name}.json", posixpath.dirname(path))
    return f"# yaml-language-server: $schema={place}\n"
