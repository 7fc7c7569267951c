"""Every kind of document in every format: the same words, all of them, and literally."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from anbefal.documents.content.blocks import Document
from anbefal.documents.formats.rendering import render
from anbefal.model.base import Language
from complete import as_dataset, complete_data
from documents.every import FORMATS, bare, every_document, is_said, said_in, sayings
from documents.test_hostile_text import Planter
from walking import one_line_fields

FILES = [
    *[(kind, form) for kind in ("request", "minutes", "memo") for form in FORMATS],
    *[("internal brief", form) for form in ("docx", "pdf")],
]
"""The brief as text is held by `test_hostile_text`."""

HOSTILE = (
    '#read("x") {{ 7*7 }} {% x %} <script>alert(1)</script> *a* _b_ `c` $x$ @ref \\ ]]> <!-- -->'
    " &lt; {_{ {{p body }} {#x#} [kode](x:y) [[z]] | a | b | ~~s~~ // k /* l */ --- q\\"
)
LEADS = (
    *("- ", "1. ", "= ", "# ", "| ", "> ", "+ ", "/ a: ", "```", "    ", "<!--", "{{r x }}"),
    *("{%p if x %}", "{%tr for a in b %}", "&", "%", "$", "@", "~", "[", "\\"),
)
"""What would begin something of its own at the head of a line."""

SHOWN = {
    "internal brief": {"Participant.role", "ScoreEntry.dissent", "Theme.internal", "Source.url"},
    "request": {"Secretariat.address", "Secretariat.reference", "Meeting.case", "Text.nb"},
    "minutes": {"Participant.person", "Participant.role", "Provenance.source", "Text.nb"},
    "memo": {"Report.to", "Report.via", "Report.copy", "Report.officer", "Update.note", "Text.nb"},
}
"""Fields that each document shows, among others."""


class _Leads(Planter):
    """Plants text that acts in any format, over several lines where a field has several."""

    def text(self, where: str) -> str:
        mark = f"felt{len(self.planted)}x"
        lead = LEADS[len(self.planted) % len(LEADS)]
        words = f"{lead}{HOSTILE} {mark}\n{lead}{mark}\n\n{lead}{mark} {lead}"
        words = " ".join(words.split()) if where in one_line_fields() else words
        self.planted[mark] = (where, words)
        return words


@cache
def hostile() -> tuple[dict[str, Document], Planter]:
    planter = _Leads("")
    return every_document(as_dataset(planter.plant(complete_data()))), planter


@cache
def said(kind: str, form: str) -> str:
    """Return the words of a document of hostile text."""
    return said_in(render(hostile()[0][kind], form).data, form)


@pytest.mark.parametrize(("kind", "form"), FILES)
def test_whatever_stands_in_a_record_is_shown_literally_and_whole(kind: str, form: str) -> None:
    told = said(kind, form)
    shown = [one for mark, one in hostile()[1].planted.items() if mark in told]
    broken = [
        (where, line)
        for where, words in shown
        for line in words.splitlines()
        if not is_said(line, told, form)
    ]

    assert broken == []


@pytest.mark.parametrize(("kind", "form"), FILES)
def test_the_texts_that_are_tested_are_shown(kind: str, form: str) -> None:
    told = said(kind, form)

    assert {where for mark, (where, _) in hostile()[1].planted.items() if mark in told} >= SHOWN[
        kind
    ]


@pytest.mark.parametrize(("kind", "form"), FILES)
def test_every_format_says_all_that_a_document_says(kind: str, form: str) -> None:
    told = said(kind, form)

    assert [one for one in sayings(hostile()[0][kind]) if not is_said(one, told, form)] == []


@cache
def plain(language: Language) -> dict[str, Document]:
    return every_document(as_dataset(complete_data()), language)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize("kind", ["request", "minutes", "memo"])
def test_every_format_says_it_in_the_other_languages(
    kind: str, language: Language, form: str
) -> None:
    document = plain(language)[kind]
    told = said_in(render(document, form).data, form)

    assert [one for one in sayings(document) if not is_said(one, told, form)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_of_a_memo_or_letter_says_more(form: str) -> None:
    for kind in ("request", "memo"):
        document = plain("nb")[kind]
        left = said_in(render(document, form).data, form)
        unseen = (document.author, "Planen har ett punkt.")  # above a letter; before a table
        for one in sorted({*sayings(document), *unseen}, key=len, reverse=True):
            left = left.replace(bare(one, form), "·")

        assert set(left) <= set("·•|.:;\u20130123456789"), kind


MADE = (("memo", "docx"), ("minutes", "pdf"))
"""The formats that golden files do not hold."""


def digests() -> list[str]:
    """Return what files of documents are, in short."""
    made = (render(plain("nb")[kind], form).data for kind, form in MADE)
    return [hashlib.sha256(one).hexdigest() for one in made]


def test_another_process_makes_the_same_files_whatever_its_place_and_clock(tmp_path: Path) -> None:
    code = "from documents.test_every_document import digests; print(digests())"
    place = {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
    }
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, **place},
        capture_output=True,
        text=True,
        check=True,
    )

    assert made.stdout.strip() == str(digests())
