"""Whatever stands in a text field is shown as the characters that it is, and never acts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from anbefal.documents.content.blocks import Document, Table
from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import renderer
from complete import as_dataset, complete_data
from documents.briefs import brief_on
from documents.pages import normal, shown_text, structure
from documents.sample_document import sample_document, texts_of
from walking import all_records, one_line_fields, parts_of

FORMATS = ("html", "md")
"""Those of text; Word and PDF have tests of their own."""

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
    '#read("/etc/hostname")',
    "{#- x -#}",
]
EVERYTHING = " ".join(one for one in HOSTILE if not one.startswith("```"))
"""For what need not be tried one by one."""

LEFT_ALONE = {
    *("id", "kind", "state", "track", "language", "country", "inferred", "hints"),
    *("date", "until", "due", "decided", "seen", "requested_on", "proposed_dates"),
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


def page(document: Document, form: str) -> str:
    """Return a document as a page, without what is drawn: text of pictures has tests of its own."""
    return renderer(form)(plain_document(document), [default_templates()]).data.decode()


@cache
def sample_page(snippet: str, form: str) -> str:
    return page(sample_document(hostile=snippet), form)


def captions(document: Document) -> set[str]:
    blocks = [block for section in document.sections for block in section.blocks]
    return {block.caption for block in blocks if isinstance(block, Table)}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("snippet", HOSTILE)
def test_text_is_shown_literally(snippet: str, form: str) -> None:
    document = sample_document(hostile=snippet)
    unseen = {document.author} | (captions(document) if form == "md" else set())
    shown = shown_text(sample_page(snippet, form), form)

    assert [
        one for one in texts_of(document) if normal(one) not in shown and one not in unseen
    ] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("snippet", HOSTILE)
def test_text_never_changes_the_structure(snippet: str, form: str) -> None:
    found, expected = (structure(sample_page(words, form), form) for words in (snippet, "ord"))
    if form == "md":  # beside a letter, Markdown cannot make strong what ends with a sign
        found, expected = ([tag for tag in one if tag != "strong"] for one in (found, expected))

    assert found == expected


@cache
def hostile_brief(snippet: str) -> tuple[Document, Planter]:
    """Return a brief on the sample with the snippet before and after a mark in every text."""
    doubled = snippet.replace("{", "{{").replace("}", "}}")
    planter = Planter(f"{doubled} {{mark}} {doubled}")
    files = complete_data()
    files["data/meetings/2022-isolasjon.yaml"]["recommendations"] = []  # so it is on all
    data = as_dataset(planter.plant(files))
    return brief_on(data, audience="internal", meeting="2022-isolasjon"), planter


@pytest.mark.parametrize("form", FORMATS)
def test_whatever_a_record_holds_is_shown_literally(form: str) -> None:
    document, planter = hostile_brief(EVERYTHING)
    shown = shown_text(page(document, form), form)

    for mark, (where, words) in planter.planted.items():
        assert mark not in shown or normal(words) in shown, where


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_record_holds_never_changes_the_structure(form: str) -> None:
    as_long = re.sub(r"\S", "o", EVERYTHING)
    pages = [page(hostile_brief(words)[0], form) for words in (EVERYTHING, as_long)]

    assert structure(pages[0], form) == structure(pages[1], form)


@pytest.mark.parametrize("form", FORMATS)
def test_the_texts_that_are_tested_reach_the_page(form: str) -> None:
    document, planter = hostile_brief("ord")
    shown = shown_text(page(document, form), form)

    assert {where for mark, (where, _) in planter.planted.items() if mark in shown} >= SHOWN
