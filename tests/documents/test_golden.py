"""The pages of the sample, word for word: a change in them is seen in review.

`pytest tests/documents --update-golden` writes them anew.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from anbefal.documents.brief import Audience
from anbefal.documents.rendering import FORMATS
from complete import as_dataset, complete_data
from documents.pages import page
from walking import all_records, parts_of

GOLDEN = Path(__file__).parent / "golden"
PICTURE = re.compile(r"<svg .*?</svg>", re.DOTALL)
"""Another version of the library may draw the same picture in other characters."""


def sample_page(form: str, audience: Audience) -> str:
    files = complete_data()
    for path, content in files.items():
        for model, part in parts_of(path, content):
            if model in all_records():
                part["internal"] = [f"Et notat på {part.get('id', model.__name__)}"]
    made = page(as_dataset(files, date(2022, 12, 1)), form, audience)
    return PICTURE.sub("<svg>…</svg>", made)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_sample_gives_the_golden_page(
    form: str, audience: Audience, request: pytest.FixtureRequest
) -> None:
    name = "brief" if audience == "public" else "brief-internal"
    golden = GOLDEN / f"{name}.{form}"
    made = sample_page(form, audience)
    if request.config.getoption("--update-golden"):
        golden.write_text(made, encoding="utf-8", newline="\n")

    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_data_gives_the_same_bytes(form: str) -> None:
    dataset = as_dataset(complete_data())

    first, second = (page(dataset, form, "internal") for _ in range(2))

    assert first.encode() == second.encode()


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_records_does_not_matter(form: str) -> None:
    forwards = complete_data()
    backwards = dict(reversed(forwards.items()))

    assert page(as_dataset(backwards), form) == page(as_dataset(forwards), form)
