"""What a reader does on the site, in a browser, from a folder without any server."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from pypdf import PdfReader

from made_sites import RAPE_CAT, RAPE_CCPR

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed."
)

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
PHONE, DESK = 360, 1280
KINDS = (
    "index.html",
    "nb/index.html",
    "nn/themes/isolasjon.html",
    "en/ministries/jd.html",
    "nb/bodies/cat.html",
    "nb/recommendations/cat-2018-16.html",
    "nn/recommendations/upr-2019-140-10.html",
    "en/meetings.html",
    "nb/new.html",
    "nb/new/2018.html",
    "nn/search.html",
    "en/about.html",
)
"""A page of every kind; each language is among them."""


@pytest.fixture(name="page")
def _page(browser: Any) -> Any:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(name="still")
def _still(browser: Any) -> Any:
    """A page of a browser that runs no scripts."""
    page = browser.new_context(java_script_enabled=False).new_page()
    yield page
    page.context.close()


def opened(page: Any, public: Path, path: str) -> Any:
    page.goto((public / path.partition("#")[0]).as_uri() + "".join(path.partition("#")[1:]))
    return page


def found(page: Any) -> list[str]:
    """Return the ids of the recommendations that a search has found, in order."""
    page.wait_for_selector("#results [href]")
    links = page.eval_on_selector_all(
        "#results a[href*='recommendations/']", "all => all.map(a => a.href)"
    )
    return [Path(link).stem for link in links]


def test_a_reader_goes_from_a_word_to_a_page_that_can_be_shared(
    page: Any, public: Path, browser: Any
) -> None:
    opened(page, public, "index.html")
    page.fill("input[name=q]", "voldtekt")
    page.press("input[name=q]", "Enter")
    assert set(found(page)) == {RAPE_CCPR, RAPE_CAT}
    assert page.url.endswith("nb/search.html#q=voldtekt")

    page.check("input[name=ministry][value=jd]")
    page.wait_for_function("document.querySelectorAll('#results li').length == 1")
    assert found(page) == [RAPE_CCPR]

    shared = browser.new_page()
    shared.goto(page.url)
    assert found(shared) == [RAPE_CCPR]
    shared.close()

    page.click(f"#results a[href*='{RAPE_CCPR}']")
    page.wait_for_url(re.compile(f"{RAPE_CCPR}.html"))
    page.click(f"main a[href*='{RAPE_CAT}.html']")
    page.wait_for_url(re.compile(f"{RAPE_CAT}.html"))
    assert "voldtektssaker" in page.inner_text("main")


def test_a_page_prints_as_it_reads(page: Any, public: Path) -> None:
    opened(page, public, f"nb/recommendations/{RAPE_CAT}.html")

    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))

    words = " ".join(" ".join(one.extract_text() for one in printed.pages).split())
    assert "Etterforsk alle voldtektssaker uten opphold." in words
    assert "Investigate every case of rape without delay." in words
    assert "Last ned" not in words


def wrong_on(
    page: Any, public: Path, path: str, rules: list[str] = STANDARDS
) -> list[tuple[str, str, str]]:
    """Return what axe finds on a page, which must be no wider than the screen."""
    opened(page, public, path)
    width = page.viewport_size["width"]
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    response = axe.Axe().run(page, options=options).response
    assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    return [(path, one["id"], one["nodes"][0]["html"]) for one in response["violations"]]


def test_axe_finds_nothing_on_any_kind_of_page(page: Any, public: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong: list[tuple[str, str, str]] = []
    # What a telephone in the dark shows is the same but for its colours, and places of boxes.
    for scheme, width, rules in (("light", DESK, STANDARDS), ("dark", PHONE, ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [one for path in KINDS for one in wrong_on(page, public, path, rules)]

    assert wrong == []
    assert all(url.startswith(public.as_uri()) for url in asked)


def test_axe_finds_nothing_on_pages_whose_scripts_do_not_run(page: Any, public: Path) -> None:
    """Axe is a script itself, so the pages are shown as a browser without any would show them."""

    def without_scripts(route: Any) -> None:
        html = Path(unquote(urlsplit(route.request.url).path)).read_text("utf-8")
        html = re.sub("<script[^>]*></script>", "", html).replace("noscript>", "div>")
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/*.html", without_scripts)

    scripted = [path for path in KINDS if "<script" in (public / path).read_text("utf-8")]
    assert scripted
    assert [one for path in scripted for one in wrong_on(page, public, path)] == []


def test_everything_but_search_works_without_scripts(still: Any, public: Path) -> None:
    opened(still, public, "index.html")
    still.click("#themes a[href*='isolasjon']")
    still.click("main a[href*='cat-2018-16.html'] >> nth=0")
    still.click("main a[href*='ccpr-2018-15b.html'] >> nth=0")
    assert "hvor lenge noen kan holdes isolert" in still.inner_text("main")

    still.click("nav.languages [hreflang=en]")
    assert still.get_attribute("html", "lang") == "en"

    opened(still, public, "nb/search.html")
    assert still.is_visible("noscript")
    still.click("noscript a[href*='themes'] >> nth=0")
    assert "index.html" in still.url
