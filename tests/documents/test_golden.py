"""The pages of the sample, word for word: a change in them is seen in review.

`pytest tests/documents --update-golden` writes them anew.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from anbefal.documents.briefs.brief import Audience
from anbefal.documents.formats.rendering import render
from anbefal.model.base import Language
from complete import as_dataset, complete_data
from documents.briefs import brief_on
from walking import all_records, parts_of

GOLDEN = Path(__file__).parent / "golden"
PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)
"""Another version of the library may draw the same picture in other characters."""


def sample_page(form: str, audience: Audience, language: Language) -> str:
    files = complete_data()
    for path, content in files.items():
        for model, part in parts_of(path, content):
            if model in all_records():
                part["internal"] = [f"Et notat på {part.get('id', model.__name__)}"]
    data = as_dataset(files, date(2022, 12, 1))
    page = render(brief_on(data, audience=audience, language=language), form).data.decode()
    return PICTURE.sub("<svg>…</svg>", page)


@pytest.mark.parametrize(
    ("name", "audience", "language"),
    [
        ("brief.md", "public", "nb"),
        ("brief.nn.md", "public", "nn"),
        ("brief.en.md", "public", "en"),
        ("brief-internal.md", "internal", "nb"),
        ("brief.html", "public", "nb"),
        ("brief-internal.html", "internal", "nb"),
    ],
)
def test_the_sample_gives_the_golden_page(
    name: str, audience: Audience, language: Language, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN / name
    page = sample_page(golden.suffix[1:], audience, language)
    if request.config.getoption("--update-golden"):
        golden.write_text(page, encoding="utf-8", newline="\n")

    assert page == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_order_of_records_does_not_matter(audience: Audience) -> None:
    forwards = complete_data()
    backwards = dict(reversed(forwards.items()))

    first, second = (as_dataset(files) for files in (forwards, backwards))
    assert brief_on(first, audience=audience) == brief_on(second, audience=audience)
