"""The ids in a repository, read as quickly as a shell asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anbefal.model.kinds import ASSESSMENT, MEETING, PLAN, Kind
from anbefal.store.reading.reader import parse
from anbefal.store.reading.tree import data_paths, read_file


def ids_of(root: Path, kind: Kind) -> Iterator[str]:
    """Yield the ids of a kind: from the names of its files, or from its list.

    Files that cannot be read give none. The ids are not checked.

    Args:
        root: The repository.
        kind: The kind.

    Raises:
        Unreadable: The data folder cannot be listed.
    """
    if kind.listed:
        yield from _ids_in(_value(root, kind.path))
        return
    for path in data_paths(root):
        if path.startswith(kind.path):
            name = path.removeprefix(kind.path).removesuffix(".yaml")
            in_folder = name if kind is ASSESSMENT else name.rpartition("/")[2]
            yield in_folder if kind.path.endswith("/") else kind.name


def measure_ids(root: Path, holder: str) -> Iterator[str]:
    """Yield the ids of the measures of a meeting or plan.

    Raises:
        Unreadable: The data folder cannot be listed.
    """
    places = {MEETING.path: "commitments", PLAN.path: "measures"}
    for path in data_paths(root):
        for place, key in places.items():
            if path.startswith(place) and path.endswith(f"/{holder}.yaml"):
                value = _value(root, path)
                yield from _ids_in(value.get(key) if isinstance(value, dict) else None)


def _ids_in(items: Any) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name


def _value(root: Path, path: str) -> Any:
    return parse(path, read_file(root, path)).value
