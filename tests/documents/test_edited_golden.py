"""The documents that people edit, word for word in every language: a change is seen in review.

`pytest tests/documents --update-golden` writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from anbefal.documents.content.blocks import Document
from anbefal.documents.formats.rendering import render
from anbefal.documents.letters.request import build_request
from anbefal.documents.memos.memo import build_memo
from anbefal.documents.minutes.minutes import build_minutes
from anbefal.model.base import Language
from anbefal.wording import LANGUAGES
from complete import as_dataset, complete_data
from documents.made_up import asked, meetings, world

GOLDEN = Path(__file__).parent / "golden"
COMPLETE = as_dataset(complete_data())

MADE: dict[str, Callable[[Language], Document]] = {
    "memo": lambda language: build_memo(world(), "varmestue", language=language),
    "request": lambda language: build_request(COMPLETE, "2022-isolasjon", language=language),
    "request-draft": lambda language: build_request(
        meetings(asked(requested_on="2022-10")), "mote", language=language
    ),
    "minutes": lambda language: build_minutes(COMPLETE, "2022-isolasjon", language=language),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MADE)
def test_the_document_is_the_golden_one(
    name: str, language: Language, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN / f"{name}.{language}.md"
    made = render(MADE[name](language), "md").data.decode()
    if request.config.getoption("--update-golden"):
        golden.write_text(made, encoding="utf-8", newline="\n")

    assert made == golden.read_text(encoding="utf-8")
