"""The page of one recommendation tells what is known of it, and what is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.model.dataset import Dataset
from anbefal.wording import LANGUAGES
from complete import as_dataset, complete_data
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update
from site_pages import below, html_of, links_in, main_of, page_of, words_of

ONE = "cat-2018-16"


def world(*records: Data, as_of: date | None = None, **more: Any) -> Dataset:
    return dataset(
        as_of=as_of,
        **{
            "settings": {"language": "nb"},
            "themes": [theme("isolasjon"), theme("frihet")],
            "actors": [
                actor("cat", "treaty-body", abbreviation="CAT"),
                actor("upr", "mechanism", abbreviation="UPR"),
                actor("jd", "ministry", abbreviation="JD"),
                actor("bfd", "ministry", abbreviation="BFD"),
                actor("nim", "ombud", abbreviation="NIM"),
            ],
            "recommendations": records,
            **more,
        },
    )


def one(**more: Any) -> Data:
    """Return a record with nothing more than it must have."""
    return recommendation(ONE, "isolasjon", **more)


def page(*records: Data, language: Any = "nb", **more: Any) -> str:
    return html_of(world(*records, **more), "recommendation", ONE, language)


def test_it_is_called_after_its_place() -> None:
    shown = page_of(
        world(one(source={"date": "2018-06-05", "paragraph": "16"})), "recommendation", ONE
    )

    assert shown.title == "CAT 2018, avsn.\u00a016"
    assert shown.path == f"nb/recommendations/{ONE}.html"
    assert [link.text for link in shown.above] == ["Forsiden", "CAT"]


def test_our_words_and_the_official_ones_each_stand_under_their_own_label() -> None:
    html = page(one(text=text("Do it.", "en"), summary=text("Gjør det.")))

    assert below(html, "Med våre ord") == "Gjør det."
    assert below(html, "Offisiell ordlyd (språk: engelsk)").startswith("Do it.")
    assert '<blockquote class="official" lang="en">\n<p>Do it.</p>' in html
    assert "Gjør det." not in html.split("<blockquote")[1].split("</blockquote>")[0]


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({}, "Den offisielle ordlyden er ikke registrert."),
        ({"text": text("Gjør det.")}, "Den er ikke gjengitt med våre ord."),
    ],
)
def test_it_says_which_wording_is_not_held(held: Data, told: str) -> None:
    assert told in words_of(page(one(**held)))


def test_wording_is_marked_until_somebody_has_checked_it() -> None:
    unchecked, checked = page(one()), page(one(provenance={"verified": True}))

    assert '<span class="unverified">ikke kontrollert</span></h2>' in unchecked
    assert "Ingen har kontrollert gjengivelsen mot det offisielle dokumentet." in unchecked
    assert "unverified" not in main_of(checked)
    assert "er kontrollert mot det offisielle" in below(checked, "Hvor vi har det fra")


def test_what_matters_and_is_not_known_is_told_as_that() -> None:
    told = below(page(one()), "Opplysninger")

    for unknown in (
        "Dokument ikke kjent",
        "Dato ikke kjent",
        "Avsnitt ikke kjent",
        "Departement ikke registrert",
    ):
        assert unknown in told


def test_inferred_fields_are_marked_and_the_mark_is_explained() -> None:
    html = page(
        one(
            source={"document": "CAT/C/NOR/CO/8", "date": "2018-06-05", "paragraph": "16"},
            ministries=["jd"],
            provenance={"inferred": ["document", "date", "ministries"]},
        )
    )
    told = below(html, "Opplysninger")

    assert "CAT/C/NOR/CO/8 (utledet)" in told
    assert "5. juni 2018 (utledet)" in told
    assert "JD (JD) (utledet)" in told
    assert "Avsnitt 16 D" in told, "a field that was seen has no mark"
    assert "«Utledet» betyr at" in told
    assert "«Utledet» betyr at" not in page(one())


def test_the_mark_is_explained_where_only_another_record_has_it() -> None:
    html = page(
        one(links={"same_as": ["upr-2019-1"]}),
        recommendation(
            "upr-2019-1",
            body="upr",
            source={"date": "2019"},
            provenance={"inferred": ["date"]},
        ),
    )

    assert "UPR 2019 (utledet)" in html
    assert "«Utledet» betyr at" in html


def test_the_document_leads_to_its_address() -> None:
    html = page(one(source={"document": "CAT/C/NOR/CO/8", "url": "https://example.org/8?a=1&b=2"}))

    assert links_in(html)["CAT/C/NOR/CO/8"] == "https://example.org/8?a=1&amp;b=2"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc", " https://x y", "//x.no"]
)
def test_only_addresses_of_the_web_lead_anywhere(address: str) -> None:
    html = page(
        one(
            source={"document": "CAT/C/NOR/CO/8", "url": address},
            provenance={"source": address},
            state_position={"value": "noted", "source": address},
            status=[update("reported", "in-progress", "2019", evidence=[address])],
        )
    )

    assert address.strip() in words_of(html), "it is shown as the text that it is"
    assert all(path.startswith("../../") for path in links_in(main_of(html)).values())


def test_of_several_ministries_the_first_leads() -> None:
    told = below(page(one(ministries=["jd", "bfd"])), "Opplysninger")

    assert "JD (JD), hovedansvarlig BFD (BFD)" in told


def test_the_states_answer_is_told_with_its_date_and_source() -> None:
    answer = {"value": "supported", "date": "2019-09", "source": "A/HRC/42/3/Add.1"}

    told = below(page(one(state_position=answer)), "Opplysninger")

    assert "Statens svar støttet (september 2019) A/HRC/42/3/Add.1" in told


def test_the_two_tracks_stand_beside_each_other_the_newest_entry_first() -> None:
    html = page(
        one(
            status=[
                update("reported", "not-started", "2019-01-01", note="Vi vurderer det."),
                update("assessed", "contrary", "2020-01-01", "nim"),
                update("reported", "in-progress", "2021-01-01", evidence=["https://example.org/x"]),
            ]
        )
    )
    reported, assessed = html.split('<div class="tracks">')[1].split("</section>")[:2]

    assert reported.index("i gang") < reported.index("ikke påbegynt")
    assert "Vi vurderer det." in reported
    assert 'href="https://example.org/x"' in reported
    assert "tiltak i motsatt retning" in assessed
    assert "tiltak i motsatt retning" not in reported
    assert "i gang" not in assessed


def test_a_note_in_another_language_says_which() -> None:
    log = [update("reported", "in-progress", "2019", note="Vi er i gang.")]

    told = below(page(one(status=log), language="en"), "Follow-up")

    assert "Vi er i gang. (language: Norwegian Bokmål)" in told


def test_that_nothing_is_recorded_is_not_that_nothing_is_done() -> None:
    told = below(page(one()), "Oppfølging")

    assert (
        "Ingen rapport fra staten er registrert her. Det betyr ikke at ingenting er gjort" in told
    )
    assert "Ingen vurdering fra andre er registrert her." in told


def test_that_nobody_reports_was_looked_into_and_is_no_judgement() -> None:
    told = below(page(one(status=[update("assessed", "no-report", "2020", "nim")])), "Oppfølging")

    assert "ingen har rapportert at det er gjort Undersøkt av NIM (NIM), 2020" in told


def test_a_committees_grade_stands_in_its_own_words_among_what_others_found() -> None:
    grade = {"date": "2020-01-10", "scale": "cat", "value": "B2", "document": "CAT/brev/1"}
    html = page(one(follow_up={"grades": [grade]}))
    reported, assessed = html.split('<div class="tracks">')[1].split("</section>")[:2]

    assert "«B2» (organets egne ord)" in assessed
    assert "CAT/brev/1" in assessed
    assert "B2" not in reported


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2019, 8, 1), "Svarfristen gikk ut i mai 2019, for 2 måneder siden."),
        (date(2019, 2, 1), "svarfrist mai 2019, om 3 måneder."),
        (date(2019, 5, 10), "svarfrist mai 2019."),
    ],
)
def test_the_committees_deadline_is_measured_from_the_day_of_the_data(
    today: date, told: str
) -> None:
    html = page(one(follow_up={"due": "2019-05"}), as_of=today)

    assert told in below(html, "Organets egen oppfølging")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({}, "Verken rapport eller vurdering fra organet er registrert."),
        (
            {"status": [update("reported", "in-progress", "2021-01-01")]},
            "En rapport fra 1. januar 2021 er registrert.",
        ),
        (
            {
                "follow_up": {
                    "due": "2019",
                    "grades": [{"date": "2021", "scale": "c", "value": "B"}],
                }
            },
            "Organet har vurdert oppfølgingen (2021).",
        ),
    ],
)
def test_a_deadline_that_has_passed_says_what_is_on_record_since(answer: Data, told: str) -> None:
    html = page(one(**{"follow_up": {"due": "2019"}, **answer}), as_of=date(2022, 1, 1))

    assert below(html, "Organets egen oppfølging").endswith(f"siden. {told}")


def test_it_says_where_it_is_not_sure_which_of_several_entries_is_the_newest() -> None:
    log = [
        update("reported", "implemented", "2022"),
        update("reported", "in-progress", "2022-05"),
        update("assessed", "contrary", "2020", "nim"),
        update("assessed", "not-started", "2021", "nim"),
    ]
    reported, assessed = (
        page(one(status=log)).split('<div class="tracks">')[1].split("</section>")[:2]
    )

    assert "Det er uvisst hva som er sagt sist." in reported
    assert reported.index("gjennomført") < reported.index("i gang")
    assert "uvisst" not in assessed


def test_groups_and_kinds_of_measures_have_the_names_that_the_settings_give_them() -> None:
    names = {"barn": {"nb": "barn", "en": "children"}, "opplaering": text("opplæring", "nb")}
    html = page(
        one(groups=["barn", "rom"], measure_types=["opplaering"]),
        language="en",
        settings={"language": "nb", "names": names},
    )

    told = below(html, "Particulars")
    assert "Whom it concerns children rom" in told
    assert "Type of measure opplæring" in told
    assert '<span lang="nb">opplæring</span>' in html


def test_without_a_date_in_the_data_no_deadline_has_passed() -> None:
    told = below(page(one(follow_up={"due": "2019-05"})), "Organets egen oppfølging")

    assert told == "Valgt ut til oppfølging, svarfrist mai 2019."


def linked_world() -> Dataset:
    return world(
        one(
            source={"date": "2018"},
            links={
                "same_as": ["upr-2019-1", "borte-1"],
                "repeats": ["cat-2012-9"],
                "related": ["cat-2018-20", "borte-2"],
            },
        ),
        recommendation(
            "upr-2019-1",
            "frihet",
            body="upr",
            source={"date": "2019", "paragraph": "1"},
            status=[update("reported", "implemented", "2022")],
        ),
        recommendation("cat-2012-9", source={"date": "2012", "paragraph": "9"}),
        recommendation("cat-2018-20", kind="concern", text=text("Bekymret.")),
        recommendation("cat-2024-1", links={"repeats": [ONE]}, source={"date": "2024"}),
    )


def test_other_records_stand_under_what_links_them_each_once() -> None:
    html = html_of(linked_world(), "recommendation", ONE)

    assert "UPR 2019, avsn. 1: Gjør upr-2019-1." in below(html, "Samme anbefaling")
    assert below(html, "Gjentar").startswith("CAT 2012, avsn. 9: Gjør cat-2012-9.")
    assert "cat-2024-1" in below(html, "Gjentatt i")
    assert "(Uttrykk for bekymring): Bekymret." in below(html, "Om det samme, men ikke samme")
    path = "../../nb/recommendations/upr-2019-1.html"
    assert links_in(main_of(html))["UPR 2019, avsn. 1"] == path


def test_a_record_that_is_not_there_is_named_and_leads_nowhere() -> None:
    html = html_of(linked_world(), "recommendation", ONE)

    assert "borte-1 (finnes ikke i registeret)" in below(html, "Samme anbefaling")
    assert "borte-2 (finnes ikke i registeret)" in words_of(html)
    assert not [path for path in links_in(html).values() if "borte" in path]


def test_what_came_later_than_the_day_that_was_asked_for_is_not_named() -> None:
    data = world(
        one(source={"date": "2018"}, links={"same_as": ["cat-2024-1"]}),
        recommendation("cat-2024-1", source={"date": "2024"}),
        as_of=date(2020, 1, 1),
    )

    assert "cat-2024-1" not in html_of(data, "recommendation", ONE)


def test_it_says_who_asks_for_the_same() -> None:
    html = html_of(linked_world(), "recommendation", ONE)

    assert "Den samme anbefalingen er gitt av CAT 2012, 2018 og 2024; UPR 2019." in html
    assert "Den samme anbefalingen er gitt" not in page(one())


def test_it_does_not_say_that_the_body_itself_asks_for_the_same_in_the_same_cycle() -> None:
    def told(*states: str) -> str:
        source = {"date": "2018", "recommended_by": states}
        return page(
            one(source={"date": "2018"}, links={"same_as": ["cat-2018-17"]}),
            recommendation("cat-2018-17", source=source),
        )

    assert "Den samme anbefalingen er gitt" not in told()
    assert "Den samme anbefalingen er gitt av CAT 2018 (Danmark)." in told("DK")


def test_what_is_recorded_on_the_same_elsewhere_is_told_as_that() -> None:
    told = below(html_of(linked_world(), "recommendation", ONE), "Oppfølging")

    assert "Ingen rapport fra staten er registrert her." in told
    assert "Sist registrert på samme anbefaling: UPR 2019, avsn. 1: JD, 2022: gjennomført" in told


def promised_world(*addressed: str, state: str = "held") -> Dataset:
    measure = {
        "id": "veileder",
        "text": text("Lage en veileder."),
        "responsible": ["jd"],
        "due": "2023-01",
        "addresses": list(addressed),
        "updates": [
            update("reported", "in-progress", "2023-03-01"),
            update("assessed", "not-started", "2023-04-01", "nim"),
        ],
    }
    return world(
        one(links={"same_as": ["cat-2024-1"]}),
        recommendation("cat-2024-1", source={"date": "2024", "paragraph": "1"}),
        as_of=date(2024, 1, 1),
        meetings=[
            meeting(
                "mote",
                "isolasjon",
                state,
                date="2022-05-03",
                recommendations=[ONE],
                commitments=[measure],
            )
        ],
    )


def test_what_was_promised_on_it_stands_with_who_when_and_both_tracks() -> None:
    html = html_of(promised_world(ONE), "recommendation", ONE)
    told = below(html, "Lovet eller planlagt")

    assert told.startswith("Lage en veileder. Lovet på: Møte om Isolasjon, 3. mai 2022")
    assert "Ansvar: JD (JD) Frist: januar 2023 (fristen er ute)" in told
    assert "Rapportert i gang" in told, "a plan's measures are reported on by others as well"
    assert "Vurdert av andre ikke påbegynt" in told
    assert "Gjelder den samme anbefalingen" not in told


def test_a_promise_on_the_same_elsewhere_says_where() -> None:
    html = html_of(promised_world("cat-2024-1"), "recommendation", ONE)

    told = below(html, "Lovet eller planlagt")

    assert "Gjelder den samme anbefalingen i: CAT 2024, avsn. 1" in told


def test_nothing_was_promised_at_a_meeting_that_was_not_held() -> None:
    html = html_of(promised_world(ONE, state="confirmed"), "recommendation", ONE)

    assert "Lovet eller planlagt" not in html


def test_meetings_that_take_it_up_lead_to_the_page_of_meetings() -> None:
    html = html_of(promised_world(), "recommendation", ONE)

    assert below(html, "Møter der den er satt opp") == "Møte om Isolasjon, 3. mai 2022 (holdt)"
    assert links_in(html)["Møte om Isolasjon, 3. mai 2022"] == "../../nb/meetings.html#mote"


def test_it_tells_where_its_content_is_known_from() -> None:
    origin = {"source": "https://example.org/a", "seen": "2021-03-02", "note": "Bare lest."}

    told = below(page(one(provenance=origin)), "Hvor vi har det fra")

    assert told.startswith("Gjengitt etter https://example.org/a, sett 2. mars 2021")
    assert "Bare lest." in told
    assert f"I registeret: {ONE}" in told


def test_it_offers_the_record_as_files_that_are_the_registers() -> None:
    assert ">Last ned anbefalingen slik den står i registeret</h2>" in page(one())
    downloads = page_of(world(one()), "recommendation", ONE).downloads

    assert downloads is not None
    assert downloads.stem == f"records/{ONE}"


def test_a_complete_record_is_told_in_every_language_without_internal_notes() -> None:
    files = complete_data()
    for record in files.values():
        for part in record if isinstance(record, list) else [record]:
            part["internal"] = "HEMMELIG"

    for language in LANGUAGES:
        html = html_of(as_dataset(files), "recommendation", ONE, language)
        assert "HEMMELIG" not in html
        assert "63rd session" in html


def test_hostile_text_is_shown_as_the_characters_that_it_is() -> None:
    evil = "<script>alert(1)</script> {{ 7*7 }} \"'&"
    html = page(
        one(
            text=text(evil, "en"),
            summary=text(evil),
            source={"document": evil, "paragraph": evil, "session": evil, "heading": evil},
            groups=[evil],
            articles=[evil],
            ministries=[evil],
            provenance={"source": evil, "note": evil},
            status=[update("assessed", "contrary", "2020", evil, note=evil, evidence=[evil])],
            follow_up={"note": evil, "grades": [{"scale": "cat", "value": evil}]},
        )
    )

    assert "<script" not in main_of(html)
    assert words_of(html).count(evil) >= 14
