"""The program's own words: every one is used, and each language has the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import anbefal
from anbefal.cli.options import OutputLanguage
from anbefal.documents.formats.folders import default_templates
from anbefal.wording import LANGUAGES

HOUSE = Path(anbefal.__file__).parent
WORDS = HOUSE / "wording"
USES = sorted({path.stem for path in WORDS.glob("*/*.toml")})
TEMPLATES = [path for path in default_templates().iterdir() if path.suffix != ".docx"]
SOURCES = [*HOUSE.rglob("*.py"), *TEMPLATES]
USED = "\n".join(source.read_text("utf-8") for source in SOURCES)
GLUED = (
    *("_one", "_other", "_none", "_some", "_all", "_undated"),
    *("_theme", "_recommendation", "_near", "_any", "_safe", "_likely", "_open", "_unlikely"),
    "_thin",
)
"""Endings that the program puts to a key: number, share, date, level, weights, band."""


def words(language: str, use: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((WORDS / language / f"{use}.toml").read_text("utf-8"))


def names_in(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))


@pytest.mark.parametrize("group", ["label", "sentence"])
@pytest.mark.parametrize("use", USES)
def test_every_word_is_used(use: str, group: str) -> None:
    def is_used(key: str) -> bool:
        stems = [key.removesuffix(ending) for ending in GLUED if key.endswith(ending)]
        whole, glued = rf"['\".]{key}\b", [rf"['\"]{stem}(['\"]|_{{)" for stem in stems]
        return any(re.search(pattern, USED) for pattern in (whole, *glued))

    assert [key for key in words("nb", use).get(group, {}) if not is_used(key)] == []


def test_every_language_can_be_asked_for() -> None:
    assert tuple(OutputLanguage) == LANGUAGES


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("language", ["nn", "en"])
def test_each_language_has_the_same_words_with_the_same_names_in_them(
    language: str, use: str
) -> None:
    def shape(of: dict[str, dict[str, str]]) -> dict[tuple[str, str], set[str]]:
        return {
            (group, key): names_in(sentence)
            for group, sentences in of.items()
            for key, sentence in sentences.items()
        }

    assert shape(words(language, use)) == shape(words("nb", use))
