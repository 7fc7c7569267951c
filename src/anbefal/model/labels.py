"""What others call the bodies, themes, groups and ministries that a repository has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import get_args
from unicodedata import normalize

from anbefal.model.base import Text
from anbefal.model.dataset import Dataset
from anbefal.model.symbols import BODY_NAMES, bodies_of
from anbefal.model.vocabulary import Actor, ActorKind

_LEADING = re.compile(r"^(?:the|un|united nations)\s+")
_APART = re.compile(r"[\W_]+")

BODY_KINDS = frozenset({"treaty-body", "mechanism"})
"""Kinds of actors that recommend."""


def plain_label(label: str) -> str:
    """Return a label as labels are compared: small letters, ``and`` for ``&``, no punctuation.

    Spaces of every kind count as one, and those around the label as none; so does a list's ``-``.
    """
    words = normalize("NFKC", label).casefold().replace("&", " and ")
    return _APART.sub(" ", words).strip()


class Vocabulary:
    """Finds the words of a repository that stand for the labels of others.

    Args:
        dataset: The repository.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def body(self, label: str, symbol: str | None = None) -> str | None:
        """Return the id of the body that a label names, else of the one whose form a symbol has.

        Args:
            label: A name, a short name or an id, such as ``- CRC``; may be empty.
            symbol: A document's symbol, such as ``CRC/C/NOR/CO/5-6``.
        """
        words = _LEADING.sub("", plain_label(label))
        if words:
            return self._bodies.get(words) or self._by_first_word(words)
        bodies = [one for one in bodies_of(symbol) if one in self._dataset.actors] if symbol else []
        return bodies[0] if len(bodies) == 1 else None

    def _by_first_word(self, words: str) -> str | None:
        """Return the body of ``crc committee on the rights of the child``: both must mean one."""
        first, _, rest = words.partition(" ")
        short, long = self._bodies.get(first), self._bodies.get(_LEADING.sub("", rest))
        return short if short and short == long else None

    def theme(self, label: str) -> str | None:
        """Return the id of the theme that has a label among its ``uhri``, its names or as id."""
        return self._themes.get(_LEADING.sub("", plain_label(label)))

    def group(self, label: str) -> str | None:
        """Return the repository's word for a group of people; see the settings' ``groups``."""
        return self._groups.get(_LEADING.sub("", plain_label(label)))

    def ministry(self, label: str) -> str | None:
        """Return the id of the ministry that has a label as name, former name, short name or id."""
        return self._ministries.get(_LEADING.sub("", plain_label(label)))

    def has_theme(self, name: str) -> bool:
        """Return whether a name is, to the letter, the id of a theme."""
        return name in self._dataset.themes

    def has_ministry(self, name: str) -> bool:
        """Return whether a name is, to the letter, the id of a ministry."""
        actor = self._dataset.actors.get(name)
        return actor is not None and actor.kind == "ministry"

    def actor(self, label: str) -> str | None:
        """Return the id of the actor of any kind that has a label as name, short name or id."""
        return self._actors.get(_LEADING.sub("", plain_label(label)))

    @cached_property
    def _actors(self) -> dict[str, str]:
        return self._named(frozenset(get_args(ActorKind)))

    @cached_property
    def _bodies(self) -> dict[str, str]:
        found = self._named(BODY_KINDS)
        for body, names in BODY_NAMES.items():
            known = found.get(body)
            for name in names if known else ():
                found.setdefault(plain_label(name), known or body)
        return found

    @cached_property
    def _ministries(self) -> dict[str, str]:
        return self._named(frozenset({"ministry"}))

    def _named(self, kinds: frozenset[str]) -> dict[str, str]:
        """Return every plain name of actors of some kinds; today's names before former ones."""
        actors = [one for one in self._dataset.actors.values() if one.kind in kinds]
        now = _first(
            {one.id: (one.id, one.abbreviation or "", *_texts(one.name)) for one in actors}
        )
        return _first({one.id: _former(one) for one in actors}) | now

    @cached_property
    def _themes(self) -> dict[str, str]:
        themes = self._dataset.themes.values()
        told = _first({theme.id: theme.uhri for theme in themes})
        named = _first({theme.id: (theme.id, *_texts(theme.name)) for theme in themes})
        return named | told

    @cached_property
    def _groups(self) -> dict[str, str]:
        settings = self._dataset.settings.groups
        told = _first({group: (group, *labels) for group, labels in settings.items()})
        used = {group for one in self._dataset.recommendations.values() for group in one.groups}
        return _first({group: (group,) for group in sorted(used)}) | told


def _texts(text: Text) -> tuple[str, ...]:
    return tuple(words for words in (text.nb, text.nn, text.en, text.se) if words)


def _former(actor: Actor) -> tuple[str, ...]:
    return tuple(words for former in actor.formerly for words in _texts(former.name))


def _first(labels: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return plain label to the first that has it; empty labels stand for nothing."""
    found: dict[str, str] = {}
    for one, its in labels.items():
        for label in its:
            words = _LEADING.sub("", plain_label(label))
            if words:
                found.setdefault(words, one)
    return found
