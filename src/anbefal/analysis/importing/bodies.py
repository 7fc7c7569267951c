"""Who recommends: a body that the repository has, or a new one under the name that it goes by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from anbefal.model.dataset import Dataset, Key
from anbefal.model.edits import Create
from anbefal.model.labels import BODY_KINDS, Vocabulary, plain_label
from anbefal.model.names import as_id
from anbefal.model.symbols import BODY_NAMES, bodies_of

MOST_NAMED = 20
"""Bodies that a hint names."""
LONGEST = 60
"""Characters of an id that is made of a name."""
_ADD = "Add the body to data/actors.yaml, with this name."
_SHARED = frozenset({"upr"})
"""Bodies whose documents have symbols that those of others may have too: A/HRC/40/61."""
_PROCEDURES = frozenset({"upr", "spt"})
"""Bodies of the catalogue that are no committees under a convention."""


@dataclass(frozen=True, slots=True)
class Found:
    """The body of a row, or why it has none.

    Attributes:
        body: Its id; empty where there is a problem.
        problem: Why nobody is known, one sentence; empty where somebody is.
        hint: What to do about it.
    """

    body: str = ""
    problem: str = ""
    hint: str = ""


class Bodies:
    """Finds the bodies of rows and remembers those that the repository has not.

    Args:
        dataset: The repository.
        words: Its words.
        may_add: Whether a body that is not known is added. People's own lists have names that a
            person must tell apart.
    """

    def __init__(self, dataset: Dataset, words: Vocabulary, *, may_add: bool) -> None:
        self._may_add = may_add
        self._actors = dataset.actors
        self._words = words
        self._new: dict[str, dict[str, Any]] = {}

    def find(self, label: str, symbol: Any) -> Found:
        """Return the body that a label names, else the one whose form a document's symbol has."""
        known = self._words.body(label, str(symbol or ""))
        if known:
            return Found(known)
        named = [line.strip().removeprefix("- ") for line in label.splitlines() if line.strip()]
        if len(named) > 1:
            message = f"Several bodies are named: {', '.join(named)}."
            return Found(problem=message, hint="Give each of them a row of its own.")
        return self._add(label.strip().removeprefix("- ").strip(), str(symbol or ""))

    def _add(self, label: str, symbol: str) -> Found:
        body = _in_catalogue(label, symbol)
        name = body or as_id(label)
        if not name:
            message = "It is not known who recommends: no column tells it, and no symbol does."
            return Found(problem=message, hint="Give a column or a symbol that tells it.")
        named = body or self._words.actor(label)
        if not named and (len(name) > LONGEST or any(c.isalpha() and not as_id(c) for c in label)):
            return Found(problem=f"No id can be made of {label[:LONGEST]!r}.", hint=_ADD)
        known = self._actors.get(named or name)
        if known and known.kind not in BODY_KINDS:
            message = f"{label!r} is {known.id}, which is no body that recommends: {known.kind}."
            return Found(problem=message, hint=_ADD)
        if known:
            return Found(known.id)
        if not self._may_add:
            known_ones = sorted(one.id for one in self._actors.values() if one.kind in BODY_KINDS)
            hint = f"Write one that is there ({', '.join(known_ones[:MOST_NAMED])}), or add it."
            return Found(problem=f"{label or name!r} is no body here.", hint=hint)
        self._new.setdefault(name, _actor(name, label, is_known=bool(body)))
        return Found(name)

    def edits(self, used: Collection[str]) -> list[Create]:
        """Return the actors that are to be made, sorted by id.

        Args:
            used: Ids of the bodies of new records.
        """
        new = sorted((name, actor) for name, actor in self._new.items() if name in used)
        return [Create(Key("actor", name), actor) for name, actor in new]


def _in_catalogue(label: str, symbol: str) -> str:
    """Return the usual id of a United Nations body, or an empty text."""
    wanted = plain_label(label)
    for body, names in BODY_NAMES.items():
        if wanted in map(plain_label, names):
            return body
    bodies = bodies_of(symbol) if symbol else []
    is_sure = len(bodies) == 1 and (not label or bodies[0] not in _SHARED)
    return bodies[0] if is_sure else ""


def _actor(name: str, label: str, *, is_known: bool) -> dict[str, Any]:
    if not is_known:
        return {"id": name, "kind": "mechanism", "name": {"en": " ".join(label.split())}}
    short, long = BODY_NAMES[name][0], BODY_NAMES[name][-1]
    kind = "mechanism" if name in _PROCEDURES else "treaty-body"
    return {"id": name, "kind": kind, "name": {"en": long}, "abbreviation": short}
