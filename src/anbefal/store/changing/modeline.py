"""The comment at the top of a file that tells editors which schema it follows.

Editors with yaml-language-server (VS Code, Neovim, Helix) read it.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

from anbefal.model.kinds import Kind, kind_of


def schema_path(kind: Kind) -> str:
    """Return where a repository keeps the JSON Schema of a kind."""
    return f"schemas/{kind.name}.json"


def mode_line(path: str) -> str:
    """Return the line for a data file, its schema's place relative to it; empty for other files.

    Args:
        path: The file's path, relative to the repository.
    """
    kind = kind_of(path)
    if kind is None or not path.endswith(".yaml"):
        return ""
    return f"# yaml-language-server: $schema={_from(path, schema_path(kind))}\n"


def mode_line_in(root: Path, path: str) -> str:
    """Return the line for a data file, or an empty text where the repository has no schema for it.

    Args:
        root: The repository.
        path: The file's path, relative to it.
    """
    kind = kind_of(path)
    is_there = kind is not None and os.path.isfile(root / schema_path(kind))
    return mode_line(path) if is_there else ""


def _from(path: str, place: str) -> str:
    return posixpath.relpath(place, posixpath.dirname(path))
