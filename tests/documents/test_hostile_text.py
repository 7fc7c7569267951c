"""Whatever stands in a text field is shown as the characters that it is, and never acts."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from anbefal.documents.rendering import FORMATS
from anbefal.model.dataset import Dataset
from complete import as_dataset, complete_data
from documents.pages import normal, page, shown_text, structure
from walking import all_records, one_line_fields, parts_of

HOSTILE = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{0} {name} {}",
    "<script>alert(1)</script>",
    "</style></body><!-- x",
    "*a* _b_ **c** __d__",
    "# x",
    "1. x",
    "2) x",
    "- x",
    "+ x",
    "> x",
    "===",
    "---",
    "[a](javascript:x)",
    "![a](x.png)",
    "[a]: x",
    "$x$ $$y$$",
    "@x #1",
    "x\\",
    "\\*x\\*",
    "]]>",
    "| a | b |",
    "&lt; &amp; &#35;",
    ":smile: :+1:",
    "~~a~~ ~b~",
    "`a` ``b``",
    "```\nkode\n```",
    "to\nlinjer\n\n# og mer",
    "    innrykk",
    "<https://x.example>",
    "\"a\" 'b' onclick=x",
    "^a^ [^1]",
]
LEFT_ALONE = {
    *("id", "kind", "state", "track", "language", "country", "inferred", "hints"),
    *("date", "until", "due", "decided", "seen", "requested_on"),
    *("body", "themes", "theme", "parent", "recommendation", "recommendations", "ministries"),
    *("by", "responsible", "addresses", "actor", "owner", "members", "speaks_for"),
    *("coordinated_by", "assessor", "same_as", "repeats", "related", "distinct_from"),
    *("Update.value", "StatePosition.value", "Recommendation.levels"),
}
"""Ids, dates and known words: rules and types keep other text out of them."""

SHOWN = {
    "Text.nb",
    "Source.document",
    "Source.paragraph",
    "Source.proposal",
    "Source.url",
    "Source.recommended_by",
    "Actor.abbreviation",
    "Grade.value",
    "Participant.role",
    "Assessment.round",
    "ScoreEntry.dissent",
    "Theme.internal",
    "Meeting.internal",
    "Measure.internal",
    "Recommendation.internal",
}
"""Fields that an internal brief on the sample shows, among others."""


class Planter:
    """Writes a text into every text field, each with a mark of its own."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.planted: dict[str, tuple[str, str]] = {}

    def text(self, where: str) -> str:
        mark = f"felt{len(self.planted)}x"
        words = self.form.format_map(_Mark(mark=mark))
        if where in one_line_fields():
            words = " ".join(words.split())
        self.planted[mark] = (where, words)
        return words

    def plant(self, files: dict[str, Any]) -> dict[str, Any]:
        for path, content in files.items():
            for model, part in parts_of(path, content):
                if model in all_records():
                    part["internal"] = ["notat"]
                for key, value in part.items():
                    where = f"{model.__name__}.{key}"
                    if key not in LEFT_ALONE and where not in LEFT_ALONE:
                        part[key] = self._planted(value, where)
        words = self.text("Assessment.round")
        for path, content in files.items():
            if path.startswith("data/assessments/"):
                content["round"] = words
        return files

    def _planted(self, value: Any, where: str) -> Any:
        if isinstance(value, str):
            return self.text(where)
        if isinstance(value, list):
            return [self._planted(inner, where) for inner in value]
        if where == "ScoreEntry.reasons":
            return {key: self.text(where) for key in value}
        return value


class _Mark(dict[str, str]):
    """Fills in the mark, and leaves every other brace of a form as it stands."""


@cache
def hostile(snippet: str) -> tuple[Dataset, Planter]:
    """Return the sample with the snippet before and after a mark in every text."""
    doubled = snippet.replace("{", "{{").replace("}", "}}")
    planter = Planter(f"{doubled} {{mark}} {doubled}")
    return as_dataset(planter.plant(complete_data())), planter


@cache
def hostile_page(snippet: str, form: str) -> str:
    return page(hostile(snippet)[0], form, "internal")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("snippet", HOSTILE)
def test_text_is_shown_literally(snippet: str, form: str) -> None:
    _, planter = hostile(snippet)
    shown = shown_text(hostile_page(snippet, form), form)

    for mark, (where, words) in planter.planted.items():
        assert mark not in shown or normal(words) in shown, where


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("snippet", HOSTILE)
def test_text_never_changes_the_structure(snippet: str, form: str) -> None:
    pages = [hostile_page(words, form) for words in (snippet, "ord")]

    assert structure(pages[0], form) == structure(pages[1], form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_texts_that_are_tested_reach_the_page(form: str) -> None:
    _, planter = hostile("ord")
    shown = shown_text(hostile_page("ord", form), form)

    assert {where for mark, (where, _) in planter.planted.items() if mark in shown} >= SHOWN
