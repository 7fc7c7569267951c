"""Searching in a browser, from a folder on the disk: what is found, and how it can be shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from searching import (
    COMPOUND,
    ENDING,
    HARD,
    HOSTILE,
    RANGE,
    SHORTER,
    STATES,
    Searcher,
    written_to,
)

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed."
)

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture(scope="module", name="site")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_to(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module", name="reader")
def _reader(browser: Any, site: Path) -> Any:
    page = browser.new_page()
    yield Searcher(page, site)
    page.close()


@pytest.fixture(scope="module", name="at_page")
def _at_page(reader: Searcher) -> Searcher:
    return reader.opens()


WORDS = {
    "isolasjon": [ENDING, COMPOUND],  # its ending before a compound
    "isolasjoner": [ENDING, COMPOUND],
    "victim rape": [RANGE],  # the official wording, in English
    "valdtekt": [RANGE],  # nynorsk on a page in bokmål
    "måneder": [STATES],
    "maaneder": [STATES],
    "maned": [STATES],
    "Danmark": [STATES],
    "barn": [HARD],  # and nothing else that the ministry of children answers for
    "kvinner": [SHORTER],  # and nothing else of the committee on women
    "justis": [COMPOUND, RANGE],
    "vold mot kvinner": [SHORTER],
}
CODES = {
    "CEDAW/C/NOR/CO/1": [SHORTER],  # and not /10
    "cedaw/c/nor": [RANGE, SHORTER],
    "CEDAW/C/NOR/CO/2": [],
    "140.10": [STATES],
    "140.1": [],
    "16(a)": [COMPOUND],
    "avsn. 26": [RANGE],  # within 25-26
    "§ 17": [ENDING],
    "cat-2018-16": [COMPOUND],
    "cat-2018-18": [],
    "fengsel 2024": [STATES],
}
LIKE = {
    "voldtetksofre": [RANGE],
    "kvinnor": [SHORTER],
    "komuner": [SHORTER],
    "justisdepartementet": [COMPOUND, RANGE],
}


@pytest.mark.parametrize("query", WORDS)
def test_words_are_found_by_stem_compound_and_folded_letters(at_page: Searcher, query: str) -> None:
    assert (at_page.asks(query), at_page.told) == (WORDS[query], "")


@pytest.mark.parametrize("query", CODES)
def test_symbols_paragraphs_and_ids_are_found_exactly(at_page: Searcher, query: str) -> None:
    assert at_page.asks(query) == CODES[query]


@pytest.mark.parametrize("query", LIKE)
def test_what_is_found_by_likeness_is_told(at_page: Searcher, query: str) -> None:
    assert at_page.asks(query) == LIKE[query]
    assert at_page.told.startswith(f"Ingen treff på «{query}»; viser «")


def test_most_of_the_words_are_enough_where_nothing_has_all(at_page: Searcher) -> None:
    assert at_page.asks("registreres isolasjonen kvinner") == [ENDING]
    assert at_page.told.startswith("Ingen anbefaling har alle ordene.")


def test_short_words_and_numbers_are_never_guessed(at_page: Searcher) -> None:
    assert (at_page.asks("vlo"), at_page.asks("2032")) == ([], [])


def test_a_result_shows_whose_words_it_is_and_what_was_found(at_page: Searcher) -> None:
    at_page.asks("rape")

    entry = at_page.page.inner_text("#results li")
    assert "ikke kontrollert" in entry
    assert "Med våre ord: Voldtektsofre må få vern." in entry
    assert "Offisiell ordlyd: Ensure that victims of rape" in entry.replace("“", "")
    assert at_page.page.get_attribute("#results q", "lang") == "en"
    assert at_page.page.inner_text("#results mark") == "rape"


def test_filters_alone_list_the_newest_first_with_counts(reader: Searcher) -> None:
    reader.opens("#theme=fengsel&to=2024&from=2017")

    assert reader.found == [STATES, COMPOUND, ENDING]
    counted = reader.page.locator("label:has([name=body][value=cat]) .count")
    assert counted.inner_text() == "(2)"
    assert reader.page.inner_text("#status") == "3 anbefalinger"


def test_several_values_of_a_filter_widen_and_several_filters_narrow(reader: Searcher) -> None:
    assert reader.opens("#theme=vold&theme=barn").found == [HARD, RANGE, SHORTER]
    reader.page.check("[name=ministry][value=bfd]")
    assert reader.found == [HARD, RANGE]


def test_every_filter_is_applied(reader: Searcher) -> None:
    assert reader.opens("#reported=in-progress&verified=no&body=cat").found == [ENDING]
    assert reader.opens("#verified=yes&assessed=nothing&group=innsatte").found == [COMPOUND]


def test_a_search_stands_in_the_address_and_back_leads_to_the_one_before(
    reader: Searcher,
) -> None:
    reader.opens()
    reader.asks("fengsel")
    reader.page.check("[name=kind][value=concern]")
    assert (reader.hash, reader.found) == ("q=fengsel&kind=concern", [STATES])
    english = reader.page.get_attribute("nav.languages [hreflang=en]", "href")
    assert str(english).endswith("search.html#q=fengsel&kind=concern")

    reader.page.go_back()
    reader.page.wait_for_selector("[name=kind][value=concern]:not(:checked)")
    assert (reader.hash, len(reader.found)) == ("q=fengsel", 3)

    reader.page.click("button[type=reset]")
    assert (reader.hash, reader.found) == ("", [])


def test_a_link_to_a_place_on_the_page_leaves_the_search_as_it_is(reader: Searcher) -> None:
    reader.opens("#q=fengsel")
    reader.page.focus("a.skip")
    reader.page.keyboard.press("Enter")

    assert (reader.hash, reader.page.input_value("#q"), len(reader.found)) == (
        "content",
        "fengsel",
        3,
    )


def test_an_address_or_a_text_of_others_is_only_shown(reader: Searcher) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.on("dialog", lambda dialog: asked.append(dialog.message))
    reader.opens(f"#q={HOSTILE}&theme=__proto__&from=1066&body=<b>&ministry=bfd&%E0%A4%A")
    assert reader.page.input_value("#q") == HOSTILE
    assert "from" not in reader.hash

    reader.asks("barnets")
    assert HOSTILE in reader.page.inner_text("#results")
    assert reader.page.locator("main img").count() == 0
    assert [one for one in asked if not one.startswith(("file:", "about:"))] == []


def test_axe_finds_nothing_where_results_are_shown(reader: Searcher) -> None:
    reader.page.emulate_media(color_scheme="dark")
    reader.page.set_viewport_size({"width": 360, "height": 900})
    reader.opens("#q=vold kvinnor sol")
    assert reader.found == [SHORTER]

    options = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
    found = axe.Axe().run(reader.page, options=options).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360


NEWS = """<!doctype html><main><form id="since" hidden><input type="date"><output
data-shown="Viser {n}."></output></form><div class="news">
<section data-group><ul><li data-date="2026-03-02">Ny</li></ul></section>
<section data-group><ul><li data-date="2025-03-02">Gammel</li></ul></section></div></main>
<script src="assets/since.js"></script>"""


def test_what_is_new_can_be_shown_from_a_day_on(reader: Searcher) -> None:
    file = reader.site / "news.html"
    file.write_text(NEWS, "utf-8")
    reader.page.goto(file.as_uri() + "#since=2026-01-01")
    shown = reader.page.locator("main section:visible")
    assert (shown.all_inner_texts(), reader.page.inner_text("output")) == (["Ny"], "Viser 1.")

    reader.page.fill("input", "2025-01-01")
    assert (shown.count(), reader.hash) == (2, "since=2025-01-01")
