"""The fixed words of a recommendation by what sources and people write for them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from anbefal.model.labels import plain_label

WordKind = Literal["kind", "position", "status", "track", "level", "truth"]


def fixed_word(kind: WordKind, label: str) -> str | None:
    """Return the fixed word that a label stands for in English, bokmål or nynorsk, if any does.

    Args:
        kind: Which words are meant.
        label: What somebody wrote.
    """
    return _by_label(kind).get(plain_label(label))


def fixed_words(kind: WordKind) -> tuple[str, ...]:
    """Return the fixed words of a kind."""
    return tuple(_table()[kind])


@cache
def _by_label(kind: WordKind) -> Mapping[str, str]:
    known = _table()[kind]
    pairs = ((word, label) for word, labels in known.items() for label in (word, *labels))
    return {plain_label(label): word for word, label in pairs}


@cache
def _table() -> Mapping[str, Any]:
    text = files("anbefal.exchange").joinpath("fixed_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
