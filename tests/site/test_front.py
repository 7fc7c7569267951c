"""The front page at a glance, and the page about the site."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from anbefal.documents.site.addresses import FRONT
from anbefal.documents.site.front.page import front_page
from anbefal.documents.site.rendering import render_page
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.sheets import Workbook
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update
from site_pages import below, html_of, links_in, page_of, words_of

HOSTILE = "<b>&amp; {{ 7*7 }}</b>"


def record(name: str, *themes: str, day: str | None = "2018-06-05", **more: Any) -> Data:
    body = name.split("-", maxsplit=1)[0]
    source = {"date": day, **more.pop("source", {})} if day else more.pop("source", {})
    return recommendation(name, *themes, body=body, source=source, **more)


def world(*records: Data, **more: Any) -> Dataset:
    made: dict[str, Any] = {
        "settings": {"language": "nb", "country": "NO"},
        "themes": [theme("frihet"), theme("isolasjon"), theme("tom")],
        "actors": [
            actor("cat", "treaty-body", abbreviation="CAT"),
            actor("upr", "mechanism", abbreviation="UPR"),
            actor("jd", "ministry", abbreviation="JD"),
            actor("bfd", "ministry", abbreviation="BFD"),
            actor("nim", "ombud", abbreviation="NIM"),
        ],
        "recommendations": records
        or [
            record(
                "cat-1",
                "isolasjon",
                "frihet",
                ministries=["jd", "bfd"],
                status=[update("reported", "in-progress", "2019-02")],
            ),
            record("cat-2", "isolasjon", ministries=["jd"], links={"repeats": ["cat-4"]}),
            record("upr-3", day=None, status=[update("assessed", "contrary", "2020", by="nim")]),
            record("cat-4", "isolasjon", day="2012", kind="recommendation"),
            record("cat-5", "frihet", kind="concern"),
        ],
    }
    return dataset(**(made | more))


def book_of(data: Dataset) -> Workbook:
    page = page_of(data, "front")
    assert page.downloads
    assert page.downloads.book
    return page.downloads.book


def rows(html: str, section: str) -> list[list[str]]:
    """Return the cells of the table of a section."""
    inner = (
        html.split(f'<h2 id="{section}-title">')[1]
        .split("<h2", maxsplit=1)[0]
        .rsplit("<tbody>", maxsplit=1)[-1]
    )
    return [
        [re.sub("<[^>]*>", "", cell) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        for row in re.findall("<tr>(.*?)</tr>", inner)
    ]


def test_the_front_page_tells_how_much_there_is_and_that_more_may_exist() -> None:
    words = words_of(html_of(world(), "front"))

    assert (
        "Registeret har 4 anbefalinger og én annen uttalelse om menneskerettigheter til Norge, "
        "fra 2 organer og om 2 temaer."
    ) in words
    assert "Den nyeste er fra 5. juni 2018." in words
    assert "Staten har rapportert om 1 av i alt 5, og andre har vurdert 1." in words
    assert "Om 3 er ingenting registrert" in words
    assert "Det betyr ikke at ingenting er gjort." in words
    assert "Registeret er ikke uttømmende." in words


def test_what_is_tied_together_is_counted_once_beside() -> None:
    words = words_of(html_of(world(), "front"))

    assert re.search(
        r"Den andre uttalelsen uttrykker bare bekymring .* "
        r"Regnet én gang hver er de 4 anbefalingene 3 ulike\.",
        words,
    )
    assert "Regnet én gang hver er de 4 anbefalingene 3 ulike." in " ".join(book_of(world()).about)


def test_key_figures_are_numbers_with_their_words() -> None:
    html = html_of(world(), "front")

    assert re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", html) == [
        ("Anbefalinger og én annen uttalelse", "4"),
        ("Organer", "2"),
        ("Temaer", "2"),
        ("Med rapport fra staten", "1"),
        ("Med vurdering fra andre", "1"),
        ("Ingenting registrert", "3"),
    ]


def test_themes_ministries_and_bodies_stand_in_tables_with_links() -> None:
    html = html_of(world(), "front")

    assert rows(html, "themes") == [
        ["Isolasjon", "3", "1", "0", "2"],
        ["Frihet", "2", "1", "0", "1"],
        ["Tom", "0", "0", "0", "0"],
    ]
    assert rows(html, "ministries") == [
        ["JD (JD)", "2", "0", "1", "0", "1"],
        ["BFD (BFD)", "0", "1", "1", "0", "0"],
    ]
    assert rows(html, "bodies") == [
        ["CAT (CAT)", "4", "2012 og 2018", "5. juni 2018"],
        ["UPR (UPR)", "1", "ikke kjent", "ikke kjent"],
    ]
    links = links_in(html)
    assert links["Isolasjon"] == "../nb/themes/isolasjon.html"
    assert links["JD (JD)"] == "../nb/ministries/jd.html"
    assert links["UPR (UPR)"] == "../nb/bodies/upr.html"


def promise(name: str, *responsible: str, **more: Any) -> Data:
    return {"id": name, "text": text("Lage en plan"), "responsible": list(responsible), **more}


def test_measures_have_columns_where_there_are_any_and_others_than_ministries_a_row() -> None:
    promises = [
        promise("a", "jd", due="2018-01-01"),
        promise("b", "jd", "nim"),
        promise("c", "bfd", updates=[update("reported", "implemented", "2018")]),
        promise("d"),
    ]
    held = meeting("2017-m", "isolasjon", "held", date="2017-05-02", commitments=promises)

    html = html_of(world(meetings=[held]), "front")

    assert [(row[0], *row[-2:]) for row in rows(html, "ministries")] == [
        ("JD (JD)", "1", "1"),
        ("BFD (BFD)", "0", "0"),
        ("Andre", "1", "0"),
    ]
    told = below(html, "Departementer")
    assert "er ikke departementer i registeret: NIM." in told
    assert "For ett tiltak er det ikke registrert hvem som har ansvaret." in told
    assert "Tiltak over frist" not in html_of(world(), "front")


def test_the_tables_and_their_sheets_have_the_same_numbers() -> None:
    data = world()
    html, book = html_of(data, "front"), book_of(data)

    for sheet, section in zip(book.sheets, ("themes", "ministries", "bodies"), strict=False):
        assert [[str(cell) for cell in row] for row in sheet.rows] == rows(html, section)
    assert "Registeret er ikke uttømmende" in " ".join(book.about)


def test_the_workbook_has_all_that_the_page_shows_and_its_title_once() -> None:
    book = book_of(world())

    assert [one.name for one in book.sheets] == [
        *("Temaer", "Departementer", "Organer", "Oppfølging", "År for år"),
        *("De nyeste anbefalingene", "Møter med departementene", "Det siste som har skjedd"),
    ]
    assert book.sheets[4].rows == (("2018", 3, 0), ("2012", 1, 0), ("uten kjent år", 0, 1))
    assert book.title not in book.about


def test_what_is_not_tied_to_anything_is_told() -> None:
    html = html_of(world(), "front")

    assert "Én anbefaling er ikke knyttet til noe tema." in below(html, "Temaer")
    assert "For 3 anbefalinger er det ikke registrert hvilket departement" in below(
        html, "Departementer"
    )


def test_the_search_form_leads_to_the_page_that_searches() -> None:
    html = html_of(world(), "front")

    assert 'data-page="../nb/search.html"' in html
    assert '<label for="q">Søk i anbefalingene</label>' in html
    assert 'name="q"' in html


def test_the_front_page_at_the_root_has_the_same_links_from_there() -> None:
    voice = Voice(site_data(world()), "nb")

    page = replace(front_page(voice, FRONT), path="index.html")

    html = render_page(page, voice).decode()
    assert links_in(html)["Isolasjon"] == "nb/themes/isolasjon.html"
    assert 'data-page="nb/search.html"' in html


def test_what_is_next_lies_ahead_and_requests_tell_how_long_they_have_waited() -> None:
    told = [
        meeting("2019-a", "isolasjon", "held", date="2019-03"),
        meeting("2020-b", "frihet", "requested", requested_on="2020-01"),
        meeting("2020-c", "frihet", "confirmed", date="2022-02-01"),
        meeting("2022-d", "isolasjon", "planned", date="2022-05"),
        meeting("2022-e", "tom", "confirmed", date="2022-06-01"),
    ]

    html = html_of(world(meetings=told, as_of=date(2022, 3, 1)), "front")

    assert below(html, "Møter med departementene") == (
        "Neste: Møte om Isolasjon, planlagt holdt i mai 2022. "
        "Møte om Frihet: bedt om i januar 2020. "
        "Ikke noe svar er registrert, etter minst 760 dager (over 2 år). "
        "Sist holdt: Møte om Isolasjon, holdt i mars 2019."
    )
    assert links_in(html)["Møte om Isolasjon"] == "../nb/meetings.html#2019-a"


def test_every_meeting_that_may_be_the_last_or_the_next_is_named() -> None:
    told = [
        meeting("a", "isolasjon", "held", date="2019"),
        meeting("b", "frihet", "held", date="2019-05-01"),
        meeting("c", "frihet", "held", date="2019-02-01"),
        meeting("d", "tom", "held"),
    ]

    words = below(html_of(world(meetings=told[1:3]), "front"), "Møter med departementene")
    assert "Sist holdt: Møte om Frihet, holdt 1. mai 2019." in words
    words = below(html_of(world(meetings=told), "front"), "Møter med departementene")
    assert words == (
        "Det er ikke registrert noe møte fremover som er avtalt eller planlagt. "
        "Sist holdt, men det er ikke kjent hvilket som var det siste: "
        "Møte om Frihet, holdt 1. mai 2019; Møte om Isolasjon, holdt i 2019; "
        "Møte om Tom, holdt, dato ikke registrert."
    )
    assert "Det er ikke registrert at noe møte er holdt." in words_of(html_of(world(), "front"))


def test_a_register_without_anything_has_a_front_page() -> None:
    empty = world(recommendations=[], themes=[], actors=[])

    assert "0 anbefalinger" in words_of(html_of(empty, "front"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_hostile_words_are_shown_and_nothing_internal_is(language: Language) -> None:
    data = world(
        record("cat-1", "frihet", internal="hemmelig", summary=text(HOSTILE)),
        themes=[theme("frihet", name=text(HOSTILE), internal="hemmelig")],
    )

    html = html_of(data, "front", language=language)

    assert HOSTILE not in html
    assert words_of(html).count(HOSTILE) >= 3
    assert "hemmelig" not in html
    assert html == html_of(data, "front", language=language)


def test_every_value_has_its_meaning_on_the_page_about_the_site() -> None:
    words = words_of(html_of(world(), "about"))

    assert "Ingen har rapportert at det er gjort Noen har undersøkt" in words
    assert "Det betyr ikke at ingenting er gjort." in words
    assert "Eksempel: nb/recommendations/cat-1.html" in words
    assert "kan meldes til" not in words


def test_an_address_of_the_secretariat_is_told_where_there_is_one() -> None:
    office = {"name": text("Sekretariatet"), "address": "Storgata 1"}

    words = words_of(html_of(world(settings={"secretariat": office}), "about"))

    assert "Feil og hindringar" not in words
    assert "Feil og hindringer kan meldes til: Storgata 1" in words


def test_a_date_that_was_inferred_is_marked_and_counted() -> None:
    inferred = record("cat-1", "frihet", provenance={"inferred": ["date"]})

    told = below(html_of(world(inferred), "front"), "Organer")

    assert "5. juni 2018 (utledet)" in told
    assert "For én anbefaling er datoen utledet, ikke sett i en kilde." in told


def test_the_promise_of_what_is_left_out_is_of_fields_and_sources_stand_as_they_are() -> None:
    words = words_of(html_of(world(), "about"))

    assert "feltene med saksnumre for møter og planer er ikke med" in words
    assert "Kilder vises slik de er registrert." in words


def test_what_is_only_known_to_be_of_a_year_stands_after_what_has_a_date_in_it() -> None:
    made = [
        record("cat-1", day="2020"),
        record("cat-2", day="2020-02", source={"document": "B"}),
        record("upr-3", day="2020-03-04"),
        record("cat-4", day="2019-12-31"),
    ]

    html = html_of(world(*made), "front")

    assert re.findall('<span class="when">(.*?)</span>', html) == [
        *("4. mars 2020", "februar 2020", "2020", "31. desember 2019"),
    ]
