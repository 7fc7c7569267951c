"""Searching in a browser, from a folder on the disk: what is found, and how it can be shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from anbefal.documents.site.addresses import file_name
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

LONGEST_EXCERPT = 330
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
    "samtykkje": [STATES, ENDING],  # nynorsk, and a compound of it
    "frihetsberøvet": [COMPOUND],  # what the group is called
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
    "samtyke": [STATES, ENDING],  # and the compound of what it is like
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


def test_a_result_leads_to_the_file_of_its_page(at_page: Searcher) -> None:
    assert at_page.asks("barnets") == [HARD]
    link = at_page.page.get_attribute("#results a", "href")
    assert link == f"recommendations/{file_name(HARD)}.html" == "recommendations/con-.html"


def test_filters_alone_list_the_newest_first_with_counts(reader: Searcher) -> None:
    reader.follows("#theme=fengsel&to=2024&from=2017")

    assert reader.found == [STATES, COMPOUND, ENDING]
    counted = reader.page.locator("label:has([name=body][value=cat]) .count")
    assert counted.inner_text() == "(2)"
    assert reader.page.inner_text("#status") == "3 anbefalinger"


def test_several_values_of_a_filter_widen_and_several_filters_narrow(reader: Searcher) -> None:
    assert reader.follows("#theme=vold&theme=barn").found == [HARD, RANGE, SHORTER]
    reader.page.check("[name=ministry][value=bfd]")
    assert reader.found == [HARD, RANGE]


def test_every_filter_is_applied(reader: Searcher) -> None:
    assert reader.follows("#reported=in-progress&verified=no&body=cat").found == [ENDING]
    assert reader.follows("#verified=yes&assessed=nothing&group=innsatte").found == [COMPOUND]
    assert reader.follows("#ministry=-&position=partly-supported").found == [STATES]
    assert "Statens svar i UPR: delvis støttet" in reader.page.inner_text("#results li")


def test_a_filter_counts_what_there_would_be_without_it(reader: Searcher) -> None:
    reader.follows("#theme=barn&ministry=-&from=2020")

    counted = (
        "all => all.map(one => [one.closest('li').querySelector('input').value, one.innerText])"
    )
    numbers = reader.page.eval_on_selector_all("[data-filter=ministry] li:visible .count", counted)
    assert (reader.found, numbers) == ([], [["-", "(0)"], ["bfd", "(1)"]])


def test_what_is_unknown_in_an_address_is_told_until_somebody_asks_anew(reader: Searcher) -> None:
    reader.follows("#ministry=xyz&colour=blue")
    assert reader.told.startswith("Adressen avgrenser med noe som er ukjent her")
    assert "«ministry=xyz», «colour=blue»" in reader.told

    reader.page.check("[name=ministry][value=jd]")
    assert (reader.told, reader.found) == ("", [RANGE, COMPOUND])


MORE = """list => {
  for (let at = 0; at < 6; at += 1) {
    list.append(list.firstElementChild.cloneNode(true));
    window.dispatchEvent(new Event("resize"));
  }
}"""
CUT = """list => {
  const line = [...list.querySelectorAll("span:not(.count)")].map(one => one.getClientRects()[0]);
  const end = list.getBoundingClientRect().bottom;
  const isCut = line.some(one => one.top < end && end < one.bottom);
  return [list.scrollHeight > list.clientHeight, isCut];
}"""


def test_a_long_list_of_a_filter_ends_in_the_middle_of_a_line(reader: Searcher) -> None:
    reader.opens()
    bodies = reader.page.locator("[data-filter=body] ul")
    assert bodies.evaluate(CUT) == [False, False]

    for _ in range(2):
        bodies.evaluate(MORE)
    reader.page.wait_for_function("document.querySelector('[data-filter=body] ul').style.maxHeight")
    assert bodies.evaluate(CUT) == [True, True]
    reader.page.goto("about:blank")  # where nobody meets the entries that were added


def test_a_search_stands_in_the_address_and_back_leads_to_the_one_before(
    reader: Searcher,
) -> None:
    reader.follows("")
    reader.types("fengsel")
    reader.page.check("[name=kind][value=concern]")
    assert (reader.hash, reader.found) == ("q=fengsel&kind=concern", [STATES])
    english = reader.page.get_attribute("nav.languages [hreflang=en]", "href")
    assert str(english).endswith("search.html#q=fengsel&kind=concern")

    reader.page.go_back()
    reader.page.wait_for_selector("[name=kind][value=concern]:not(:checked)")
    assert (reader.hash, len(reader.found)) == ("q=fengsel", 3)

    reader.page.click("button[type=reset]")
    assert (reader.hash, reader.found) == ("", [])


def test_a_result_opens_with_the_first_click_after_typing(reader: Searcher) -> None:
    opened = reader.site / "nb" / "recommendations" / f"{file_name(SHORTER)}.html"
    opened.parent.mkdir(exist_ok=True)
    opened.write_text("<!doctype html><title>Side</title>", "utf-8")
    page = reader.opens().page
    page.focus("#q")
    page.keyboard.type("kvinner")
    place = page.locator("#results a").bounding_box()

    page.mouse.move(place["x"] + 5, place["y"] + place["height"] / 2)
    page.mouse.down()  # the field is left
    page.wait_for_timeout(50)
    assert reader.hash == "q=kvinner"
    page.mouse.up()
    page.wait_for_url(opened.as_uri(), timeout=2000)


def test_a_text_without_spaces_is_cut_between_whole_characters(
    reader: Searcher, tmp_path: Path
) -> None:
    data = written_to(tmp_path) / "assets" / "records.js"
    long = f"a{'😀' * 5000}"
    text = data.read_text("utf-8")
    text = text.replace("Vold mot kvinner må telles i alle kommuner.", long)
    text = text.replace("Langtidsisolasjon bør opphøre.", f"Et {long},pomerans,{long}")
    data.write_text(text, "utf-8")
    other = Searcher(reader.page, tmp_path).opens("#body=cedaw&to=2017")
    said = "#results .whose + span"
    assert other.page.inner_text(said) == f"a{'😀' * 159} …"

    assert other.follows("#q=pomerans").found == [COMPOUND]
    assert other.page.inner_text("#results mark") == "pomerans"
    assert other.page.inner_text(said).replace("😀", "") == "… ,pomerans,a …"
    assert len(other.page.inner_text(said).encode("utf-16-le")) // 2 <= LONGEST_EXCERPT


def test_a_link_to_a_place_on_the_page_leaves_the_search_as_it_is(reader: Searcher) -> None:
    reader.follows("#q=fengsel")
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
    assert "«theme=__proto__»" in reader.told

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
