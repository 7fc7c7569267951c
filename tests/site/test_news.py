"""What is new: everything dated stands in its month, and nothing is left out for want of a day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anbefal.analysis.happenings import by_month, happenings
from anbefal.documents.site.addresses import NEW
from anbefal.documents.site.assets import asset_files
from anbefal.documents.site.building import addresses, build_page
from anbefal.documents.site.news.page import years_of_news
from anbefal.documents.site.rendering import render_page
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from anbefal.exchange.outgoing.guarding import guarded
from anbefal.model.dataset import Dataset
from anbefal.sheets import Content
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update
from site_pages import html_of, links_in, page_of, words_of

HOSTILE = "<u>&gt; {# x #}</u>"


def record(name: str, day: str | None = "2010", **more: Any) -> Data:
    body, paragraph = name.split("-")
    source = {"paragraph": paragraph, **({"date": day} if day else {}), **more.pop("source", {})}
    return recommendation(name, "isolasjon", body=body, source=source, **more)


def world(*records: Data, as_of: date | None = None, **more: Any) -> Dataset:
    return dataset(
        as_of=as_of,
        settings={"language": "nb"},
        themes=[theme("isolasjon")],
        actors=[
            actor("cat", "treaty-body", abbreviation="CAT"),
            actor("upr", "mechanism", abbreviation="UPR"),
            actor("jd", "ministry", abbreviation="JD"),
            actor("nim", "ombud", abbreviation="NIM"),
        ],
        recommendations=list(records),
        **more,
    )


def told(data: Dataset, key: str = "") -> list[str]:
    """Return what happened on a page: when, and what, without what it is about."""
    html = html_of(data, "new", key)
    found = re.findall(
        r'<li data-date.*?<span class="when">(.*?)</span> (.*?)</p>', html, re.DOTALL
    )
    return [re.sub("<[^>]*>", "", f"{when}: {what}") for when, what in found]


def book_of(data: Dataset, key: str = "2019") -> tuple[tuple[Content, ...], ...]:
    """Return the rows of the file of a page."""
    downloads = page_of(data, "new", key).downloads
    assert downloads
    assert downloads.book
    return downloads.book.sheets[0].rows


def test_everything_dated_is_told_the_newest_first() -> None:
    measure = {"id": "b", "text": text("Skrive brev"), "due": "2019-08-03"}
    late = {"id": "c", "text": text("Skrive mer"), "due": "2029"}
    plan = {
        "id": "p",
        "title": text("Plan A"),
        "decided": "2019-06-01",
        "measures": [measure, late],
    }
    promised = {
        "id": "a",
        "text": text("Lage en veileder"),
        "due": "2019-08-02",
        "updates": [update("reported", "in-progress", "2019-09-01")],
    }
    made = world(
        record(
            "cat-1",
            "2019-01-02",
            source={"document": "CAT/C/NOR/CO/8"},
            follow_up={
                "due": "2019-08-01",
                "grades": [{"date": "2019-10-01", "scale": "cat", "value": "B2"}],
            },
            status=[
                update("reported", "in-progress", "2019-11-01"),
                update("assessed", "contrary", "2019-12-01", by="nim"),
                update("assessed", "no-report", "2019-12-02", by="nim"),
            ],
        ),
        record("upr-2", None, state_position={"value": "noted", "date": "2019-07-01"}),
        meetings=[
            meeting(
                "m1",
                "isolasjon",
                "held",
                requested_on="2019-02",
                date="2019-05-01",
                commitments=[promised],
            ),
            meeting("m2", "isolasjon", "cancelled", date="2019-04-01"),
        ],
        plans=[plan],
    )

    assert told(made, "2019") == [
        (
            "2. desember 2019: NIM (NIM) undersøkte én anbefaling: "
            "ingen har rapportert at det er gjort."
        ),
        "1. desember 2019: NIM (NIM) vurderte én anbefaling: tiltak i motsatt retning.",
        "1. november 2019: JD (JD) rapporterte om én anbefaling: i gang.",
        (
            "1. oktober 2019: CAT (CAT) vurderte oppfølgingen av én anbefaling: "
            "«B2» (organets egne ord)."
        ),
        (
            "1. september 2019: JD (JD) rapporterte om noe som ble lovet "
            "(Møte om Isolasjon, 1. mai 2019): i gang."
        ),
        "3. august 2019: Fristen for et tiltak i planen «Plan A» gikk ut.",
        "2. august 2019: Fristen for noe som ble lovet (Møte om Isolasjon, 1. mai 2019), gikk ut.",
        "1. august 2019: Fristen for å svare CAT (CAT) gikk ut for én anbefaling.",
        "1. juli 2019: Staten svarte på én anbefaling i UPR (UPR): tatt til etterretning.",
        "1. juni 2019: Planen «Plan A» ble vedtatt.",
        "1. mai 2019: Møte om Isolasjon ble holdt.",
        "1. april 2019: Møte om Isolasjon skulle vært holdt, men er avlyst.",
        "februar 2019: Møte om Isolasjon: Departementene ble bedt om et møte.",
        "2. januar 2019: CAT (CAT) ga én anbefaling i CAT/C/NOR/CO/8.",
    ]
    words = words_of(html_of(made, "new", "2019"))
    assert "Lage en veileder Sist rapportert: JD, 1. september 2019: i gang." in words
    assert "Skrive brev Det er ikke registrert noen rapport om det." in words


def test_what_is_of_one_document_is_told_once_with_links_to_ten() -> None:
    html = html_of(world(*(record(f"cat-{n}", "2019-01-02") for n in range(10, 23))), "new", "2019")

    assert "CAT (CAT)</a> ga 13 anbefalinger." in html
    assert html.count("recommendations/cat-") == 10
    assert links_in(html)["og 3 til"] == "../../nb/bodies/cat.html"


def test_up_to_ten_records_stand_with_their_first_words() -> None:
    long = text(f"{'Bygge flere boliger. ' * 3}Det skal skje raskt og i hele landet.")
    made = world(*(record(f"cat-{n}", "2019-01-02", summary=long) for n in (1, 2)))

    html = html_of(made, "new", "2019")

    begins = "Bygge flere boliger. Bygge flere boliger. Bygge flere boliger. Det skal skje …"
    assert words_of(html).count(begins) == 2
    assert "<li><a" in html
    assert "Det skal skje …; CAT 2019" in book_of(made)[0][2]


def test_states_recommend_in_the_upr_and_the_upr_does_not() -> None:
    made = world(*(record(f"upr-{n}", "2019-05-01") for n in (1, 2)), record("upr-3", "2018"))

    assert told(made, "2019") == ["1. mai 2019: I UPR (UPR) ga stater 2 anbefalinger."]
    assert told(made, "2018") == ["2018: I UPR (UPR) ble det gitt én anbefaling."]


def test_no_month_stands_twice_where_one_ends_on_a_day_that_something_happened() -> None:
    days = ("2019-12-31", "2019-12", "2019", "2019-12-30")
    made = world(*(record(f"cat-{n}", day) for n, day in enumerate(days, 1)))

    found = re.findall('<h2 id="(20.*?)"', html_of(made, "new", "2019"))
    assert found == ["2019", "2019-12"]
    assert [one.split(":")[0] for one in told(made, "2019")] == [
        *("2019", "desember 2019"),
        *("31. desember 2019", "30. desember 2019"),
    ]


def test_concerns_and_requests_are_told_as_what_they_are() -> None:
    made = world(
        record("cat-1", "2019", kind="concern"), record("cat-2", "2019", kind="follow-up-request")
    )

    assert told(made, "2019") == [
        "2019: CAT (CAT) uttrykte bekymring i ett avsnitt.",
        "2019: CAT (CAT) ba om rapport i ett avsnitt.",
    ]


def test_a_month_and_a_year_stand_where_they_may_be_newest_and_say_so() -> None:
    made = world(
        *(record(f"cat-{n}", day) for n, day in enumerate(("2019-05-31", "2019-05", "2019"), 1))
    )

    html = html_of(made, "new", "2019")

    assert re.findall(r'data-date="(.*?)"', html) == ["2019-12-31", "2019-05-31", "2019-05-31"]
    assert re.findall(r'<h2 id="(20.*?)">(.*?)</h2>', html) == [
        ("2019", "2019, måned ikke kjent"),
        ("2019-05", "Mai 2019"),
    ]


def test_what_may_be_new_is_shown_as_new_and_what_cannot_be_is_not() -> None:
    made = world(
        *(
            record(f"cat-{n}", day)
            for n, day in enumerate(("2020-06-30", "2019", "2019-06", "2019-06-29"), 1)
        )
    )
    page = page_of(made, "new")

    assert page.title == "Nytt siden 30. juni 2019"
    assert [one.split(" CAT")[0] for one in told(made)] == [
        "30. juni 2020:",
        "2019, dag ikke kjent: kan være før 30. juni 2019:",
        "juni 2019, dag ikke kjent: kan være før 30. juni 2019:",
    ]
    assert (
        "Én hendelse er registrert. "
        "I tillegg er det 2 hendelser der datoen er usikker: De kan være fra før 30. juni 2019."
    ) in words_of(html_of(made, "new"))
    assert "kan være før" not in html_of(made, "new", "2019")


def test_a_deadline_has_passed_only_when_all_of_it_lies_before_the_day() -> None:
    waiting = record("cat-1", "2018", follow_up={"due": "2019-05"})

    days = {
        day: [one.kind for one in happenings(world(waiting, as_of=day))]
        for day in (date(2019, 5, 31), date(2019, 6, 1))
    }

    assert days == {date(2019, 5, 31): ["made"], date(2019, 6, 1): ["passed", "made"]}


def test_a_held_meeting_leads_to_what_it_took_up_and_not_to_what_promises_address() -> None:
    promised = {"id": "a", "text": text("Lage en veileder"), "addresses": ["cat-2"]}
    held = meeting(
        "m", "isolasjon", "held", date="2019", recommendations=["cat-1"], commitments=[promised]
    )

    links = links_in(
        html_of(world(record("cat-1"), record("cat-2"), meetings=[held]), "new", "2019")
    )

    assert "CAT 2010, avsn. 1" in links
    assert "CAT 2010, avsn. 2" not in links
    assert links["Møte om Isolasjon"] == "../../nb/meetings.html#m"


def test_every_year_with_a_date_has_a_page_and_every_page_leads_to_the_others() -> None:
    site = site_data(world(record("cat-1", "2019"), record("cat-2", "2012-02")))

    assert years_of_news(site) == (2019, 2012)
    assert [one.key for one in addresses(site) if one.kind == "new"] == ["", "2019", "2012"]
    html = render_page(build_page(Voice(site, "nb"), NEW), Voice(site, "nb")).decode()
    assert links_in(html)["2012"] == "../nb/new/2012.html"


def test_a_register_without_dates_has_an_empty_page() -> None:
    made = world(record("cat-1", None))

    assert "Ingenting i registeret har en dato i denne perioden." in words_of(html_of(made, "new"))
    assert "since.js" not in html_of(made, "new")


def test_the_form_waits_for_the_script_that_fills_it() -> None:
    html = html_of(world(record("cat-1", "2019")), "new")

    assert '<form id="since" hidden>' in html
    assert '<script src="../assets/since.js" defer></script>' in html
    assert "<section data-group" in html
    assert (
        'data-before="Denne siden begynner 1. januar 2018. '
        'Det som er eldre, står på sidene år for år."'
    ) in html


def test_very_many_reports_of_a_month_are_taken_together() -> None:
    days = ("2019-05-01", "2019-05-02", "2019-06-01")
    made = world(
        *(
            record(f"cat-{n}", None, status=[update("reported", "in-progress", day)])
            for n, day in enumerate(days, 1)
        )
    )

    joined = by_month(happenings(made))

    assert [(str(one.date), len(one.records)) for one in joined] == [
        ("2019-06-01", 1),
        ("2019-05", 2),
    ]


def test_the_sheet_has_a_row_for_each_in_the_words_of_the_page() -> None:
    made = world(
        record(
            "cat-1",
            "2019-05",
            status=[update("reported", "in-progress", "2019", note="Snart.")],
            provenance={"inferred": ["date"]},
        )
    )
    assert book_of(made) == (
        (
            "2019",
            "JD (JD) rapporterte om én anbefaling: i gang.",
            "CAT 2019 (utledet), avsn. 1: Gjør cat-1.",
            "Snart.",
        ),
        (
            "i mai 2019 (utledet)",
            "CAT (CAT) ga én anbefaling.",
            "CAT 2019 (utledet), avsn. 1: Gjør cat-1.",
            "",
        ),
    )
    assert not any(guarded(str(row[0])).startswith("'") for row in book_of(made))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_hostile_words_are_shown_and_notes_of_the_secretariat_are_not(language: Any) -> None:
    entry = update("reported", "contrary", "2019-03", note=HOSTILE, internal="hemmelig")
    made = world(
        record("cat-1", "2019", summary=text(HOSTILE), internal="hemmelig", status=[entry])
    )

    html = html_of(made, "new", "2019", language)

    assert HOSTILE not in html
    assert words_of(html).count(HOSTILE) == 3
    assert "hemmelig" not in html


def test_a_reader_can_have_what_is_new_shown_from_a_day_on(browser: Any, tmp_path: Path) -> None:
    made = world(
        record("cat-1", "2019-03-02"),
        record("cat-2", "2018-07-02"),
        as_of=date(2019, 6, 30),
    )
    files = {**asset_files(), "nb/new.html": html_of(made, "new").encode()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = browser.new_page()
    page.goto((tmp_path / "nb/new.html").as_uri() + "#since=2019-01-01")
    headings = page.locator("main .news h2:visible")
    assert headings.all_inner_texts() == ["Mars 2019"]
    assert page.inner_text("output") == "Viser 1 av 2 hendelser."

    page.fill("#since-day", "2018-07-02")
    assert headings.count() == 2
    assert page.url.endswith("#since=2018-07-02")
    assert page.inner_text("output") == "Viser 2 av 2 hendelser."

    page.fill("#since-day", "2018-06-29")
    assert page.inner_text("output") == (
        "Denne siden begynner 30. juni 2018. Det som er eldre, står på sidene år for år. "
        "Viser 2 av 2 hendelser."
    )
    page.close()
