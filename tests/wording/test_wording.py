"""The program's own words: every one is used, and each language has the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import anbefal
from anbefal.cli.options import OutputLanguage
from anbefal.documents.formats.folders import default_templates
from anbefal.wording import LANGUAGES, wording

HOUSE = Path(anbefal.__file__).parent
WORDS = HOUSE / "wording"
USES = sorted({path.stem for path in WORDS.glob("*/*.toml")})
TEMPLATES = [path for path in default_templates().glob("*.*") if path.suffix != ".docx"]
SITE_TEMPLATES = [*(default_templates() / "site").glob("*.j2")]
READERS = {
    "asked_by": ["wording"],
    "brief": ["documents/briefs"],
    "citation": ["documents/citations.py"],
    "closing": ["cli/closing"],
    "dedupe": ["cli/deduping", "report/duplicates"],
    "document": ["documents/content", "report/overview"],
    "explanation": ["report/ranking"],
    "hints": ["report/hints.py"],
    "meetings": [
        *("documents/site/meetings", "exchange/calendar.py", "report/meetings"),
        "wording/meetings.py",
    ],
    "memo": ["documents/memos"],
    "minutes": ["documents/minutes"],
    "origin": ["documents/origin.py"],
    "overview": ["report/overview"],
    "picture": ["documents/pictures"],
    "place": ["wording"],
    "ranking": ["analysis/acceptability.py", "report/ranking"],
    "request": ["documents/letters"],
    "score": ["cli/scoring"],
    "scoresheet": ["exchange/scoresheet"],
    "site": ["documents/site"],
    "site_about": ["documents/site/about.py"],
    "site_book": ["documents/site/books.py"],
    "site_chart": ["documents/site/charts"],
    "site_entry": ["documents/site/entries.py", "documents/site/tracks.py"],
    "site_front": ["documents/site/front"],
    "site_group": ["documents/site/groups"],
    "site_meetings": ["documents/site/meetings"],
    "site_news": ["analysis/happenings.py", "documents/site/news"],
    "site_record": ["documents/site/records"],
    "site_search": ["documents/site/searching"],
    "status": ["documents", "report/overview"],
}
"""Use to the modules that read its words."""
GLUED = (
    *("_one", "_other", "_none", "_some", "_all", "_undated"),
    *("_theme", "_recommendation", "_near", "_any", "_safe", "_likely", "_open", "_unlikely"),
    *("_thin", "_nb", "_nn", "_en", "_xlsx", "_csv", "_json"),
)
"""Endings that the program puts to a key: number, share, date, level, weights, band."""


def words(language: str, use: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((WORDS / language / f"{use}.toml").read_text("utf-8"))


def source(use: str) -> str:
    """Return the source of what reads the words of a use."""
    read = [WORDS / "__init__.py", *(TEMPLATES if use == "document" else [])]
    read += SITE_TEMPLATES if use.startswith("site") else []
    for reader in READERS[use]:
        place = HOUSE / reader
        read += place.rglob("*.py") if place.is_dir() else [place]
    return "\n".join(path.read_text("utf-8") for path in read)


def names_in(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))


@pytest.mark.parametrize("group", ["label", "sentence"])
@pytest.mark.parametrize("use", USES)
def test_every_word_is_used(use: str, group: str) -> None:
    read = source(use)

    def is_used(key: str) -> bool:
        stems = [key.removesuffix(ending) for ending in GLUED if key.endswith(ending)]
        whole, glued = rf"['\".]{key}\b", [rf"['\"]{stem}(['\"]|_{{)" for stem in stems]
        return any(re.search(pattern, read) for pattern in (whole, *glued))

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


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0, "0\u00a0%"),
        (0.004, "<1\u00a0%"),
        (0.765, "76\u00a0%"),
        (0.996, ">99\u00a0%"),
        (1, "100\u00a0%"),
    ],
)
def test_a_share_is_nothing_or_all_only_where_it_is_exactly_that(share: float, told: str) -> None:
    assert wording("nb", "brief").percent(share) == told


def test_english_writes_percent_without_a_space() -> None:
    assert wording("en", "brief").percent(0.004, under="under ") == "under 1%"


def test_a_choice_is_listed_with_or() -> None:
    listed = [wording(language, "brief").listed(["a", "b", "c"], "or") for language in LANGUAGES]

    assert listed == ["a, b eller c", "a, b eller c", "a, b or c"]
