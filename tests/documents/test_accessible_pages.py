"""A page of HTML is for everybody: axe-core finds nothing on it, and it fits a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from anbefal.documents.content.plain import plain_document
from anbefal.documents.formats.folders import default_templates
from anbefal.documents.formats.rendering import render
from anbefal.documents.formats.templated import render_html
from anbefal.model.base import Language
from documents.sample_document import sample_document

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
PHONE, DESK = 320, 1280

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed."
)


@pytest.fixture(name="page")
def _page(browser: Any) -> Iterator[Any]:
    page = browser.new_page()
    yield page
    page.close()


PLACES: tuple[tuple[Language, int], ...] = (("nb", DESK), ("nn", DESK), ("en", PHONE))


def test_axe_finds_nothing_and_a_page_asks_for_nothing(page: Any, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    options = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
    for language, width in PLACES:
        file = tmp_path / f"{language}.html"
        file.write_bytes(render(sample_document(language), "html").data)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(file.as_uri())
        found = axe.Axe().run(page, options=options).response

        wrong = [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
        assert wrong == [], f"{language}, {width} pixels"
        assert "color-contrast" in {one["id"] for one in found["passes"]}
        assert asked.pop() == file.as_uri()
        assert asked == []


def test_the_longest_words_fit_a_telephone(page: Any) -> None:
    long = plain_document(sample_document(hostile="minoritetshelsearbeid" * 10))
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.set_content(render_html(long, [default_templates()]).data.decode())

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
