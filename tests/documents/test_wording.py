"""The words of documents: every one is used, and each language has the same."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from anbefal.documents.rendering import default_templates

SOURCES = [*Path(str(files("anbefal.documents"))).glob("*.py"), *default_templates().iterdir()]
USED = "\n".join(source.read_text("utf-8") for source in SOURCES)
GLUED = ("_one", "_other", "_none", "_some", "_all", "_undated")
"""Endings that the program puts to a key: number, share, whether there is a date."""


def keys(group: str) -> list[str]:
    words = tomllib.loads((files("anbefal.documents") / "wordings/nb.toml").read_text("utf-8"))
    return sorted(words[group])


@pytest.mark.parametrize("group", ["label", "sentence"])
def test_every_word_is_used(group: str) -> None:
    def is_used(key: str) -> bool:
        stems = [key, *(key.removesuffix(ending) for ending in GLUED if key.endswith(ending))]
        return any(f"{mark}{stem}" in USED for stem in stems for mark in ("'", '"', "."))

    assert [key for key in keys(group) if not is_used(key)] == []
