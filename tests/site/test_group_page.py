"""The pages of themes, ministries and bodies: what they are, key figures, and what they list."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from anbefal.documents.site.addresses import PageKind
from anbefal.model.dataset import Dataset
from anbefal.sheets import Workbook
from documents.pages import shown_text
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update
from site_pages import below, html_of, links_in, main_of, page_of, spaced, words_of


def world(*records: Data, as_of: date | None = None, **more: Any) -> Dataset:
    return dataset(
        as_of=as_of,
        **{
            "settings": {"language": "nb"},
            "themes": [
                theme("frihet"),
                theme(
                    "isolasjon",
                    parent="frihet",
                    ministries=["jd", "bfd"],
                    description=text("Å holde folk innelåst alene."),
                ),
            ],
            "actors": [
                actor("cat", "treaty-body", abbreviation="CAT", coordinated_by="jd"),
                actor("ccpr", "treaty-body", abbreviation="CCPR"),
                actor("upr", "mechanism", abbreviation="UPR"),
                actor(
                    "jd",
                    "ministry",
                    abbreviation="JD",
                    formerly=[{"name": text("Politidepartementet"), "until": 2011}],
                ),
                actor("bfd", "ministry", abbreviation="BFD"),
                actor("kud", "ministry", abbreviation="KUD"),
                actor("nim", "ombud", abbreviation="NIM"),
            ],
            "recommendations": records,
            **more,
        },
    )


def record(name: str, *themes: str, day: str = "2018", **more: Any) -> Data:
    """Return a record of the body and paragraph that its name ends with: ``cat-16``."""
    body, paragraph = name.split("-")
    source = {"date": day, "paragraph": paragraph, **more.pop("source", {})}
    return recommendation(name, *(themes or ("isolasjon",)), body=body, source=source, **more)


def figures(html: str) -> dict[str, str]:
    """Return what is counted, to how many there are."""
    inner = html.split('<dl class="figures">', 1)[1].split("</dl>", 1)[0]
    return dict(re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", inner))


def listed(html: str) -> list[str]:
    """Return the headings and the places of the list, in their order."""
    shown = re.findall(r'<(?:h3 id|p class="place").*?</(?:h3|p)>', html)
    return [shown_text(one, "html").removesuffix(" ikke kontrollert") for one in shown]


def test_a_theme_tells_what_belongs_to_it_what_it_is_a_part_of_and_who_answers() -> None:
    html = html_of(world(record("cat-1")), "theme", "isolasjon")

    assert "Å holde folk innelåst alene." in words_of(html)
    assert "Del av temaet Frihet" in words_of(html)
    assert "JD (JD), hovedansvarlig BFD (BFD)" in words_of(html)
    assert links_in(html)["Frihet"] == "../../nb/themes/frihet.html"


def test_a_theme_counts_what_stands_on_the_themes_inside_it() -> None:
    html = html_of(world(record("cat-1")), "theme", "frihet")

    assert "Undertemaer som er ført for seg Isolasjon (1)" in words_of(html)


def test_a_ministry_tells_its_former_names_and_whom_it_coordinates_reports_to() -> None:
    told = words_of(html_of(world(), "ministry", "jd"))

    assert "Tidligere navn Politidepartementet (til 2011)" in told
    assert "Koordinerer rapporteringen til CAT (CAT)" in told


def test_a_treaty_body_tells_who_coordinates_or_that_it_is_not_recorded() -> None:
    assert "koordineres av JD (JD)" in words_of(html_of(world(), "body", "cat"))
    assert "koordineres av ikke registrert" in words_of(html_of(world(), "body", "ccpr"))


@pytest.mark.parametrize(
    ("kind", "key"), [("theme", "frihet"), ("ministry", "kud"), ("body", "upr")]
)
def test_a_group_without_records_says_so(kind: PageKind, key: str) -> None:
    html = html_of(world(record("cat-1")), kind, key)

    assert '<p class="notice">Ingen anbefalinger er registrert her.</p>' in html
    assert 'class="figures"' not in html


def test_key_figures_count_kinds_and_what_links_join_as_one() -> None:
    found = figures(
        html_of(
            world(
                record("cat-1", links={"same_as": ["ccpr-1"]}),
                record("ccpr-1"),
                record("ccpr-2"),
                record("cat-2", kind="concern"),
                record("cat-3", kind="follow-up-request", provenance={"verified": True}),
            ),
            "theme",
            "isolasjon",
        )
    )

    assert found["anbefalinger"] == "3"
    assert found["ulike anbefalinger, når hver regnes én gang"] == "2"
    assert found["uttalelser i alt"] == "5"
    assert found["uttrykk for bekymring"] == "1"
    assert found["anmodning om rapport"] == "1"
    assert found["ikke kontrollert mot det offisielle dokumentet"] == "4"


def test_figures_that_would_say_the_same_twice_are_left_out() -> None:
    html = html_of(world(record("cat-1"), record("ccpr-2")), "theme", "isolasjon")

    assert [one for one in figures(html) if "ulik" in one or "uttalelse" in one] == []
    assert "regnes én gang" not in html


def test_key_figures_count_each_track_for_itself_and_what_nothing_is_known_of() -> None:
    html = html_of(
        world(
            record("cat-1", status=[update("reported", "in-progress", "2020")]),
            record("cat-2", status=[update("assessed", "contrary", "2020", "nim")]),
            record("cat-3", status=[update("assessed", "no-report", "2020", "nim")]),
            record("cat-4", follow_up={"grades": [{"scale": "cat", "value": "C"}]}),
            record("cat-5"),
        ),
        "body",
        "cat",
    )
    found = figures(html)

    assert found["med registrert rapport fra staten"] == "1"
    assert found["med registrert vurdering fra andre"] == "2", "a grade is one"
    assert found["der ingenting er registrert om oppfølgingen"] == "1"
    assert "At ingenting er registrert, betyr ikke at ingenting er gjort." in html


def test_key_figures_tell_deadlines_that_are_near_or_have_passed() -> None:
    html = html_of(
        world(
            record("cat-1", follow_up={"due": "2019-05-18"}),
            record("cat-2", follow_up={"due": "2020-02-01"}),
            record("cat-3", follow_up={"due": "2025-02-01"}),
            as_of=date(2020, 1, 1),
        ),
        "body",
        "cat",
    )

    assert figures(html)["med svarfrist innen et halvt år"] == "1"
    assert [n for label, n in figures(html).items() if "svarfristen er ute" in label] == ["1"]
    assert (
        "Svarfrist: 18. mai 2019 (fristen er ute, og verken rapport eller vurdering fra organet "
        "er registrert)" in words_of(html)
    )
    assert "Svarfrist: 1. februar 2020" in words_of(html)
    assert words_of(html).count("Svarfrist:") == 2


def test_a_theme_lists_by_body_the_newest_first_in_the_order_of_paragraphs() -> None:
    html = html_of(
        world(
            record("cat-10"),
            record("cat-9"),
            record("cat-2", day="2024"),
            record("upr-1"),
            record("ccpr-1"),
        ),
        "theme",
        "isolasjon",
    )

    assert listed(html) == [
        "CAT (CAT)",
        *("CAT 2024, avsn. 2", "CAT 2018, avsn. 9", "CAT 2018, avsn. 10"),
        *("CCPR (CCPR)", "CCPR 2018, avsn. 1", "UPR (UPR)", "UPR 2018, avsn. 1"),
    ]


def test_a_body_lists_by_document_the_newest_first_and_what_has_none_last() -> None:
    html = html_of(
        world(
            record("cat-1", source={"document": "CAT/C/NOR/CO/7"}, day="2012"),
            record("cat-2", source={"document": "CAT/C/NOR/CO/8"}),
            record("cat-3"),
            recommendation("cat-4", "isolasjon"),
            record("cat-5", source={"document": "CAT/C/NOR/CO/9"}, day="2024-01-01"),
            record("cat-6", source={"document": "CAT/C/NOR/CO/9"}, day="2024"),
        ),
        "body",
        "cat",
    )

    assert [one for one in listed(html) if "avs" not in one] == [
        "CAT/C/NOR/CO/9, 2024",
        "CAT/C/NOR/CO/8, 2018",
        "2018, dokumentsymbol ikke kjent",
        "CAT/C/NOR/CO/7, 2012",
        "Dokumentsymbol ikke kjent",
    ]


def test_a_ministry_lists_a_record_once_under_its_main_theme() -> None:
    html = html_of(
        world(
            record("cat-1", "isolasjon", "frihet", ministries=["jd"]),
            record("cat-2", "frihet", ministries=["jd"]),
            recommendation("cat-3", ministries=["jd"]),
        ),
        "ministry",
        "jd",
    )

    assert listed(html)[0::2] == ["Frihet", "Isolasjon", "Ikke noe tema registrert"]
    assert html.count('<li class="entry">') == 3


@pytest.mark.parametrize(
    ("ministries", "told"),
    [
        (["jd"], "Ansvar: har ansvaret alene"),
        (["jd", "bfd"], "Ansvar: har hovedansvaret, sammen med BFD"),
        (["bfd", "jd"], "Ansvar: sammen med BFD, som har hovedansvaret"),
        (["bfd", "jd", "kud"], "Ansvar: sammen med BFD og KUD; BFD har hovedansvaret"),
    ],
)
def test_a_ministry_says_whether_it_leads(ministries: list[str], told: str) -> None:
    origin = {"inferred": ["ministries"]}
    html = html_of(
        world(record("cat-1", ministries=ministries, provenance=origin)), "ministry", "jd"
    )

    assert f"{told} (utledet)" in words_of(html)


def test_an_entry_says_whose_words_it_shows_and_what_stands_last_on_each_track() -> None:
    html = html_of(
        world(
            record(
                "cat-1",
                text=text("Do it.", "en"),
                ministries=["jd"],
                status=[
                    update("reported", "not-started", "2019"),
                    update("reported", "in-progress", "2021"),
                ],
                links={"same_as": ["ccpr-1"]},
            ),
            record("ccpr-1"),
        ),
        "theme",
        "isolasjon",
    )
    first, second = html.split('<li class="entry">')[1:]

    assert '<span class="whose">Offisiell ordlyd:</span> <q lang="en">Do it.</q>' in first
    assert "Departement: JD<br>Rapportert av staten: JD, 2021: i gang<br>" in first
    assert "Vurdert av andre: ingenting er registrert" in first
    assert '<span class="unverified">ikke kontrollert</span>' in first
    assert 'Samme anbefaling: <a href="../../nb/recommendations/ccpr-1.html">CCPR 2018</a>' in first
    assert "Med våre ord:</span> Gjør ccpr-1." in second


def entry(*log: Data, **more: Any) -> str:
    """Return the words of the entry of a record with a log."""
    return words_of(html_of(world(record("cat-1", status=log, **more)), "theme", "isolasjon"))


def test_a_finding_of_others_that_nobody_reports_is_neither_a_report_nor_a_judgement() -> None:
    looked = update("assessed", "no-report", "2022-03-01", "nim")
    told = entry(looked)

    assert "Rapportert av staten: ingenting er registrert" in told
    assert "Vurdert av andre: ingenting er registrert" in told
    assert "Undersøkt av NIM, 1. mars 2022: ingen har rapportert at det er gjort" in told
    assert "Undersøkt" in entry(looked, update("reported", "in-progress", "2021"))
    assert "Undersøkt" not in entry(looked, update("reported", "in-progress", "2023"))


def test_an_entry_tells_a_report_and_the_later_finding_of_the_state_that_there_is_none() -> None:
    told = entry(update("reported", "in-progress", "2021"), update("reported", "no-report", "2022"))

    assert (
        "Rapportert av staten: undersøkt av JD, 2022: ingen har rapportert at det er gjort; "
        "JD, 2021: i gang" in told
    )


def test_an_entry_says_where_it_is_not_sure_what_was_said_last() -> None:
    told = entry(
        update("reported", "implemented", "2022"), update("reported", "in-progress", "2022-05")
    )

    assert (
        "Rapportert av staten: uvisst hva som er sagt sist: JD, 2022: gjennomført; "
        "JD, mai 2022: i gang" in told
    )


def test_an_entry_tells_the_states_answer_and_who_leads() -> None:
    told = entry(
        ministries=["jd", "bfd"], state_position={"value": "partly-supported", "date": "2019-09"}
    )

    assert "Departement: JD (hovedansvar), BFD" in told
    assert "Statens svar: delvis støttet (september 2019)" in told


def measure(name: str, *log: Data, **more: Any) -> Data:
    words = text(f"Gjør {name}.")
    return {"id": name, "text": words, "responsible": ["jd"], "updates": list(log), **more}


def owing() -> Dataset:
    done = update("reported", "implemented", "2021")
    return world(
        record("cat-1"),
        as_of=date(2022, 1, 1),
        meetings=[
            meeting(
                "mote",
                "isolasjon",
                "held",
                date="2019-05-03",
                commitments=[
                    measure("gjort", done, update("assessed", "contrary", "2021", "nim")),
                    measure("aapent", update("assessed", "no-report", "2021", "nim")),
                    measure("forfalt", due="2020-06"),
                    measure(
                        "uvisst", done, update("reported", "in-progress", "2021-05"), due="2020"
                    ),
                ],
            )
        ],
        plans=[
            {
                "id": "plan",
                "title": text("Plan mot tvang"),
                "owner": "kud",
                "measures": [measure("planlagt", responsible=["nim"])],
            }
        ],
    )


@pytest.mark.parametrize(("kind", "key"), [("theme", "isolasjon"), ("ministry", "jd")])
def test_what_was_promised_stands_with_what_is_overdue_first(kind: PageKind, key: str) -> None:
    html = html_of(owing(), kind, key)
    section = html.split('id="promised"')[1].split("<h2")[0]
    overdue, waiting, done = (shown_text(spaced(one), "html") for one in section.split("<h3>")[1:])

    assert overdue.startswith("Fristen er ute, og det er ikke rapportert gjennomført (1)")
    assert "Gjør forfalt. Lovet på: Møte om Isolasjon, 3. mai 2019 Ansvar: JD (JD)" in overdue
    assert "Frist: juni 2020 (fristen er ute)" in overdue
    assert "Rapportert: ingenting er registrert" in overdue
    assert "Undersøkt av NIM, 2021: ingen har rapportert at det er gjort" in waiting
    assert "2020 (fristen er ute, og det er uvisst om den siste rapporten sier at" in waiting
    assert "Rapportert: JD, 2021: gjennomført Vurdert av andre: NIM, 2021: tiltak i" in done
    assert links_in(html)["Møte om Isolasjon, 3. mai 2019"] == "../../nb/meetings.html#mote"


def test_a_ministry_without_records_does_not_say_that_there_is_nothing() -> None:
    html = html_of(owing(), "ministry", "kud")

    assert "Det som er lovet eller planlagt, står nedenfor." in html
    assert "Plan mot tvang (ett tiltak)" in below(html, "Lovet eller planlagt")
    assert links_in(html)["Plan mot tvang"] == "../../nb/meetings.html#plan-plan"


def test_the_workbook_has_what_the_page_shows_besides_its_records() -> None:
    data = owing()
    sheets = {one.name: one for one in book_of(data, "ministry", "jd").sheets}
    on_theme = {one.name: one for one in book_of(data, "theme", "isolasjon").sheets}

    assert [row[1] for row in sheets["Lovet eller planlagt"].rows] == [
        *("Gjør forfalt.", "Gjør uvisst.", "Gjør aapent.", "Gjør gjort."),
    ]
    assert ("anbefaling", 1) in on_theme["I tall"].rows


def test_the_workbook_has_the_numbers_of_the_charts_as_numbers() -> None:
    records = [record(f"cat-{n}", ministries=["jd", "bfd"]) for n in range(1, 4)]
    book = book_of(world(*records), "ministry", "jd")
    sheets = {one.name: one for one in book.sheets}

    assert sheets["Oppfølging"].rows == (("ingenting registrert", 3, 3),)
    assert sheets["År for år"].rows == (("2018", 3, 0),)
    assert book.about_name == "Om tallene"
    assert "JD (hovedansvar), BFD" in sheets["Anbefalinger"].rows[0]


def test_a_long_wording_is_cut_between_words_and_says_so() -> None:
    html = html_of(world(record("cat-1", text=text("ord " * 200, "nb"))), "theme", "isolasjon")

    assert "ord ord …</q>" in html
    assert html.count("ord ") < 120


def test_the_list_has_contents_that_lead_to_its_headings() -> None:
    html = html_of(world(record("cat-1"), record("upr-1")), "theme", "isolasjon")

    contents = html.split('<nav class="contents"')[1].split("</nav>")[0]
    anchors = re.findall('href="#([^"]+)"', contents)
    assert len(anchors) == 2
    assert all(f'id="{anchor}"' in html for anchor in anchors)


@pytest.mark.parametrize(
    ("kind", "key"), [("theme", "isolasjon"), ("ministry", "jd"), ("body", "cat")]
)
def test_the_page_leads_to_the_search_narrowed_to_it(kind: PageKind, key: str) -> None:
    html = html_of(world(record("cat-1", ministries=["jd"])), kind, key)

    assert f'href="../../nb/search.html#{kind}={key}"' in html


def test_a_request_without_a_known_date_has_its_state_beside_it() -> None:
    data = world(meetings=[meeting("nytt", "isolasjon", "requested")])

    assert below(html_of(data, "theme", "isolasjon"), "Møter om temaet") == (
        "Møte om Isolasjon (bedt om)"
    )


def test_meetings_on_a_theme_and_with_a_ministry_lead_to_the_page_of_meetings() -> None:
    data = world(
        record("cat-1"),
        meetings=[
            meeting("gammelt", "isolasjon", "held", date="2019-01-01", ministries=["jd"]),
            meeting("nytt", "isolasjon", "requested", requested_on="2022", ministries=["jd"]),
        ],
    )
    on_theme = html_of(data, "theme", "isolasjon")

    assert below(on_theme, "Møter om temaet") == (
        "Møte om Isolasjon, bedt om i 2022 Møte om Isolasjon, 1. januar 2019 (holdt)"
    )
    assert 'href="../../nb/meetings.html#nytt"' in html_of(data, "ministry", "jd")


def book_of(data: Dataset, kind: PageKind, key: str) -> Workbook:
    downloads = page_of(data, kind, key).downloads
    assert downloads is not None
    assert downloads.book is not None
    return downloads.book


def test_the_workbook_has_what_the_page_lists_in_its_order_and_words() -> None:
    data = world(
        record("cat-10", text=text("Do it.", "en"), ministries=["jd"]),
        record("cat-9", source={"url": "https://example.org"}),
    )
    page = page_of(data, "body", "cat")
    book = book_of(data, "body", "cat")
    sheet = book.sheets[0]
    rows = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]

    assert [row["Id"] for row in rows] == ["cat-9", "cat-10"]
    assert page.downloads is not None
    assert page.downloads.stem == "nb/bodies/cat"
    assert rows[0]["Med våre ord"] == "Gjør cat-9."
    assert rows[0]["Kilde"] == "https://example.org"
    assert rows[1]["Offisiell ordlyd"] == "Do it. (språk: engelsk)"
    assert rows[1]["Med våre ord"] == ""
    assert rows[1]["Avsnitt"] == "10"
    assert rows[1]["Rapportert av staten"] == "ingenting er registrert"
    assert rows[1]["Kontrollert"] == "ikke kontrollert"
    assert rows[1]["Side på nettstedet"] == "nb/recommendations/cat-10.html"
    assert any("betyr ikke at ingenting er gjort" in line for line in book.about)
    assert any("bør ikke siteres som ordlyd" in line for line in book.about)


def test_a_text_that_no_cell_has_room_for_is_cut_and_says_so() -> None:
    rows = book_of(world(record("cat-1", text=text("å" * 40_000))), "body", "cat").sheets[0].rows

    cut = str(rows[0][7])
    assert cut.endswith("å …")
    assert len(cut) < 32_767


def test_a_workbook_without_records_says_so() -> None:
    rows = book_of(world(), "body", "cat").sheets[0].rows

    assert rows[0][0] == "Ingen anbefalinger er registrert her."


def test_what_a_record_names_and_is_not_there_leads_nowhere() -> None:
    html = html_of(
        world(record("cat-1", ministries=["borte"], links={"same_as": ["cat-99"]})),
        "theme",
        "isolasjon",
    )

    assert "Departement: borte" in words_of(html)
    assert not [path for path in links_in(html).values() if "borte" in path or "99" in path]


@pytest.mark.parametrize(
    ("kind", "key"), [("theme", "isolasjon"), ("ministry", "jd"), ("body", "cat")]
)
def test_hostile_text_is_shown_as_the_characters_that_it_is(kind: PageKind, key: str) -> None:
    evil = "<script>alert(1)</script> {{ 7*7 }} \"'&"
    html = html_of(
        world(
            record(
                "cat-1",
                summary=text(evil),
                ministries=["jd", evil],
                source={"document": evil, "paragraph": evil},
            ),
            record("cat-2", source={"document": f"{evil}?"}, ministries=["jd"]),
        ),
        kind,
        key,
    )

    assert "<script" not in main_of(html)
    assert evil in words_of(html)
