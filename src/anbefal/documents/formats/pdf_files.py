"""The files that Typst may read: what lies in the folders of templates, read beforehand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from anbefal.documents.formats.folders import lies_in
from anbefal.errors import TemplateFailed
from anbefal.markup import visible

_ENDINGS = frozenset(
    {".typ", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"}
    | {".json", ".toml", ".yaml", ".yml", ".csv", ".xml", ".txt"}
)
"""What a template may be made of; anything else in the folders is not for Typst."""

_MOST_FILES = 300
_MOST_BYTES = 20_000_000


def template_files(folders: Sequence[Path]) -> dict[str, bytes]:
    """Return what templates may read, by its path; of files of one name, the first folder's wins.

    Links that lead out of the folders are left out, so that a template finds nothing by them.

    Raises:
        TemplateFailed: There is more than templates need, or it cannot be read.
    """
    files = {path: origin for folder in reversed(folders) for path, origin in _files(folder)}
    if len(files) > _MOST_FILES or sum(map(_size, files.values())) > _MOST_BYTES:
        message = f"templates/ holds more than {_MOST_FILES} files or {_MOST_BYTES} bytes for PDF."
        raise TemplateFailed(message, "Keep only what the templates use.")
    return {path: _read(path, origin) for path, origin in files.items()}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file that templates may read: its path in the folder, and where it lies."""
    for place, inner, names in os.walk(folder):
        inner.sort()
        for name in sorted(names):
            origin = Path(place, name)
            known = origin.suffix.lower() in _ENDINGS
            if known and not _in_utf_8(name):
                message = f"templates/ holds a file whose name is not in UTF-8: {visible(name)}."
                raise TemplateFailed(message, "Give it another name.")
            if known and origin.is_file() and lies_in(origin, [folder]):
                yield origin.relative_to(folder).as_posix(), origin


def _in_utf_8(name: str) -> bool:
    return not any("\ud800" <= one <= "\udfff" for one in name)


def _size(path: Path) -> int:
    return path.stat().st_size


def _read(path: str, origin: Path) -> bytes:
    try:
        return origin.read_bytes()
    except OSError as error:
        message = f"templates/{path} cannot be read: {error.strerror}."
        raise TemplateFailed(message, "Let it be read, or remove it.") from error
