"""Bringing data files into the style of the house."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from anbefal.diagnostics import Diagnostic, Severity
from anbefal.errors import CannotEdit, Misuse
from anbefal.model.kinds import kind_of
from anbefal.model.names import composed
from anbefal.store.changing.journal import FileChange
from anbefal.store.reading.reader import parse
from anbefal.store.reading.tree import RawFile, WorkTree
from anbefal.store.reading.tree import as_spelt as spelt
from anbefal.store.text.canonical import canonical


@dataclass(frozen=True)
class Formatted:
    """What formatting comes to.

    Attributes:
        changes: The files that are to change, sorted by path.
        findings: Why files cannot be read.
        texts: The texts of the files that ``findings`` are about, as far as they could be decoded.
        refused: Path and reason of each file that can be read and not be formatted.
        files: How many files were looked at.
    """

    changes: tuple[FileChange, ...]
    findings: tuple[Diagnostic, ...]
    texts: dict[str, str]
    refused: tuple[tuple[str, str], ...]
    files: int


def formatted(root: FilePath, places: Collection[str] = ()) -> Formatted:
    """Return what formatting would change; nothing is written.

    Args:
        root: The repository.
        places: Files and folders, relative to it; without any, all data files.
    """
    changes: list[FileChange] = []
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    refused: list[tuple[str, str]] = []
    files = 0
    for file in WorkTree(root).files():
        if isinstance(file, Diagnostic):
            if file.severity is Severity.ERROR and _is_in(file.file, places):
                findings.append(file)
            continue
        if not _is_in(file.path, places):
            continue
        files += 1
        parsed = parse(file.path, file.data)
        if parsed.findings:
            findings += parsed.findings
            texts[file.path] = parsed.text
            continue
        try:
            changes += _change(root, file)
        except CannotEdit as error:
            refused.append((file.path, error.message))
    return Formatted(tuple(changes), tuple(findings), texts, tuple(refused), files)


def places_in(root: FilePath, paths: Sequence[FilePath]) -> list[str]:
    """Return files and folders relative to a repository; the repository itself is an empty list.

    Raises:
        Misuse: One of them does not exist, or lies outside.
    """
    top = FilePath(os.path.realpath(root))
    found = []
    for path in paths:
        place = FilePath(os.path.realpath(path))
        if not place.exists():
            raise Misuse(f"There is no file or folder {str(path)!r}.", "Check the spelling.")
        if not place.is_relative_to(top):
            message = f"{str(path)!r} lies outside the repository."
            raise Misuse(message, "Name files and folders of the repository.")
        found.append(composed(place.relative_to(top).as_posix()))
    return [] if "." in found else found


def _change(root: FilePath, file: RawFile) -> list[FileChange]:
    new = canonical(file.data.decode(), kind_of(file.path)).encode()
    return [] if new == file.data else [FileChange(spelt(root, file.path), file.data, new)]


def _is_in(path: str, places: Collection[str]) -> bool:
    return not places or any(path == place or path.startswith(f"{place}/") for place in places)
