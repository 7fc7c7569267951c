"""Names in files that could not be read, so that one mistake is not reported twice."""

from __future__ import annotations

import re

from anbefal.model.dataset import Dataset
from anbefal.model.kinds import Kind, kind_of

_ID = re.compile(r"""^[ -]*\{?[ ]*id:[ ]*["']?([a-z0-9-]+)""", re.MULTILINE)
_KEY = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)


def written_names(dataset: Dataset, kind: Kind) -> set[str] | None:
    """Return the ids that stand in the files of a kind, whether or not they could be read.

    ``None`` where the list of the kind has no readable text and may hold any name.
    """
    names: set[str] = set()
    for file in dataset.files:
        if kind_of(file.path) is not kind:
            continue
        if kind.listed and not file.text:
            return None
        names.add(file.path.rpartition("/")[2].removesuffix(".yaml"))
        names.update(_ID.findall(file.text))
        if kind.listed:  # somebody may have written a mapping by id
            names.update(_KEY.findall(file.text))
    return names
