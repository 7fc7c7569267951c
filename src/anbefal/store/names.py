"""The ids in a repository, read as quickly as a shell asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anbefal.model.kinds import ASSESSMENT, MEETING, PLAN, Kind
from anbefal.store.reader import MAX_BYTES, parse


def ids_of(root: Path, kind: Kind) -> Iterator[str]:
    """Yield the ids of a kind: from the names of its files, or from its list.

    Files that cannot be read give none. The ids are not checked.

    Args:
        root: The repository.
        kind: The kind.

    Raises:
        OSError: A folder cannot be listed.
    """
    if kind.listed:
        items = _value(root / kind.path)
        yield from _ids_in(items)
    elif kind.path.endswith("/"):
        for file in sorted((root / kind.path).rglob("*.yaml")):
            name = file.relative_to(root / kind.path).with_suffix("")
            if not any(part.startswith(".") for part in name.parts):
                yield name.as_posix() if kind is ASSESSMENT else name.name
    elif (root / kind.path).is_file():
        yield kind.name


def measure_ids(root: Path, holder: str) -> Iterator[str]:
    """Yield the ids of the measures of a meeting or plan.

    Raises:
        OSError: A folder cannot be listed.
    """
    for kind, key in ((MEETING, "commitments"), (PLAN, "measures")):
        for file in sorted((root / kind.path).rglob("*.yaml")):
            if file.stem == holder:
                value = _value(file)
                yield from _ids_in(value.get(key) if isinstance(value, dict) else None)


def _ids_in(items: Any) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name


def _value(file: Path) -> Any:
    if not file.is_file() or file.stat().st_size > MAX_BYTES:
        return None
    return parse(file.name, file.read_bytes()).value
