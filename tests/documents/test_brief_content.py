"""A brief says what the data says: each ask once, whose it is, and how well it is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.documents.rendering import FORMATS
from anbefal.model.dataset import Dataset
from documents.pages import brief_on, page, shown_text
from repositories import (
    Data,
    actor,
    criteria_data,
    dataset,
    meeting,
    recommendation,
    scores,
    text,
    theme,
    update,
)


def made(*records: Data, **more: Any) -> Dataset:
    """Return these recommendations with the words they use."""
    return dataset(
        criteria=more.pop("criteria", criteria_data({"alvor": 1})),
        themes=more.pop("themes", [theme("isolasjon"), theme("helse")]),
        actors=[
            actor("cat", "treaty-body"),
            actor("ccpr", "treaty-body"),
            actor("upr", "mechanism"),
            actor("jd", "ministry"),
            actor("bfd", "ministry"),
            actor("nim", "ombud"),
            actor("juss"),
        ],
        recommendations=records,
        **more,
    )


def ask(record_id: str, body: str = "cat", year: int = 2018, **more: Any) -> Data:
    source = {"date": year, **more.pop("source", {})}
    return recommendation(record_id, "isolasjon", body=body, source=source, **more)


SAME = made(
    ask("cat-1", summary=text("Vurder isolasjon daglig.")),
    ask("ccpr-1", "ccpr", 2019, summary=text("Sett en grense."), links={"same_as": ["cat-1"]}),
    ask("upr-1", "upr", 2020, summary=text("Gjør noe."), links={"same_as": ["ccpr-1"]}),
)


def test_the_same_ask_stands_once_with_every_body() -> None:
    asks = brief_on(SAME).asks

    assert [(one.number, one.wording) for one in asks] == [(1, "Vurder isolasjon daglig.")]
    assert asks[0].asked_by == "CAT 2018, CCPR 2019 og UPR 2020"


@pytest.mark.parametrize("form", FORMATS)
def test_all_bodies_of_the_same_ask_are_on_the_page(form: str) -> None:
    shown = shown_text(page(SAME, form), form)

    assert shown.count("Vurder isolasjon daglig.") == 1
    assert all(body in shown for body in ("CAT 2018", "CCPR 2019", "UPR 2020"))


def test_two_records_of_one_body_and_year_are_no_several_bodies() -> None:
    brief = brief_on(made(ask("cat-1"), ask("cat-2", links={"same_as": ["cat-1"]})))

    assert brief.repeated == ()


def test_an_ask_that_a_body_repeats_stands_once_in_its_newest_wording() -> None:
    brief = brief_on(
        made(
            ask("cat-1", year=2012),
            ask("cat-2", year=2018, links={"repeats": ["cat-1"]}),
            ask("cat-3", year=2024, links={"repeats": ["cat-2"]}),
            ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]}),
        )
    )

    (one,) = brief.asks
    assert one.wording == "Gjør cat-3."
    assert [cited.id for cited in one.same] == ["ccpr-1"]
    assert [cited.id for cited in one.repeats] == ["cat-1", "cat-2"]
    assert brief.repeated == ("Krav 1: stilt av CAT 2012, 2018 og 2024; CCPR 2018",)
    assert "Notatet omfatter 4 anbefalinger" in brief.about[0]
    assert "Når like krav regnes som ett, er det ett krav." in brief.about[0]


def test_a_brief_shows_no_newer_wording_than_what_it_is_about() -> None:
    later = recommendation("cat-2", "helse", source={"date": 2024}, links={"repeats": ["cat-1"]})

    (one,) = brief_on(made(ask("cat-1"), later)).asks

    assert one.wording == "Gjør cat-1."
    assert [cited.id for cited in one.same] == ["cat-2"]


def test_records_that_repeat_each_other_in_a_circle_stand_once() -> None:
    links = {"cat-1": "cat-2", "cat-2": "cat-1"}
    records = [ask(one, links={"repeats": [other]}) for one, other in links.items()]

    assert len(brief_on(made(*records)).asks) == 1


def test_a_link_to_what_is_not_there_makes_no_asks_the_same() -> None:
    gone = {"same_as": ["borte"]}

    assert len(brief_on(made(ask("cat-1", links=gone), ask("ccpr-1", links=gone))).asks) == 2


def test_a_promise_that_answers_an_earlier_ask_answers_what_repeats_it() -> None:
    promise = {"id": "kurs", "text": text("Holde kurs."), "addresses": ["cat-1"]}
    again = ask("cat-2", year=2024, links={"repeats": ["cat-1"]})
    held = meeting("a", "isolasjon", "held", date="2021-01-01", commitments=[promise])

    brief = brief_on(made(ask("cat-1"), again, meetings=[held]))

    assert brief.promises[0].endswith("Gjelder krav 1.")


def test_an_earlier_ask_of_another_theme_is_told_of_too() -> None:
    earlier = recommendation("cat-1", "vold", source={"date": 2012})
    again = ask("cat-2", links={"repeats": ["cat-1"]})
    data = made(earlier, again, themes=[theme("isolasjon"), theme("vold")])

    assert brief_on(data).repeated == ("Krav 1: stilt av CAT 2012 og 2018",)


def test_what_was_said_of_one_record_of_an_ask_names_that_record() -> None:
    reported = ask("cat-1", status=[update("reported", "implemented", "2020-01-02")])
    other = ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]})

    (line,) = brief_on(made(reported, other)).asks[0].reported

    assert line.startswith("CAT 2018: JD, 2. januar 2020")


@pytest.mark.parametrize("form", FORMATS)
def test_what_nobody_verified_carries_a_mark_and_what_was_verified_does_not(form: str) -> None:
    def citation(*, verified: bool) -> str:
        record = ask("cat-1", source={"paragraph": "16"}, provenance={"verified": verified})
        shown = shown_text(page(made(record), form), form)
        return shown[shown.index("avsn. 16") :][:30]

    assert "†" in citation(verified=False)
    assert "†" not in citation(verified=True)


def test_how_much_was_not_verified_is_said_first() -> None:
    data = made(ask("cat-1", provenance={"verified": True}), ask("cat-2"), ask("cat-3"))

    assert any(line.startswith("2 av 3") for line in brief_on(data).caveats)


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_inferred_carries_a_mark(form: str) -> None:
    source = {"paragraph": "16", "document": "CAT/C/NOR/CO/8"}
    record = ask("cat-1", source=source, provenance={"inferred": ["paragraph", "date"]})
    shown = shown_text(page(made(record), form), form)

    assert "CAT/C/NOR/CO/8, avsn. 16*, 2018*" in shown


def test_official_wording_is_told_from_our_own() -> None:
    data = made(
        ask("cat-1", text=text("Ensure it.", "en"), summary=text("Sørg for det.")), ask("cat-2")
    )

    asks = [(one.official, one.language, one.wording) for one in brief_on(data).asks]

    assert asks == [(True, "en", "Ensure it."), (False, "nb", "Gjør cat-2.")]


def test_made_up_assessments_and_proposed_criteria_are_said_to_be_so() -> None:
    values = {"isolasjon": {"alvor": 4}}
    adopted = {**criteria_data({"alvor": 1}), "adopted": {"date": "2021-05-01", "by": "gruppen"}}
    made_up = made(ask("cat-1"), assessments=[scores("juss", values, example=True)])
    real = made(ask("cat-1"), criteria=adopted, assessments=[scores("juss", values)])

    def first_words(data: Dataset) -> set[str]:
        return {line.split(":")[0] for line in brief_on(data).caveats}

    assert first_words(made_up) >= {"EKSEMPEL", "FORSLAG"}
    assert not first_words(real) & {"EKSEMPEL", "FORSLAG"}


def test_asks_stand_by_rank() -> None:
    given = {"cat-1": {"alvor": 1}, "cat-2": {"alvor": 4}}
    data = made(
        ask("cat-1"),
        ask("cat-2"),
        ask("cat-3"),
        assessments=[scores("juss", given, recommendations=given)],
    )

    assert [one.citation.id for one in brief_on(data).asks] == ["cat-2", "cat-1", "cat-3"]


def test_an_ask_that_nobody_assessed_is_not_said_to_have_the_themes_points() -> None:
    given = {"cat-1": {"alvor": 1}}
    data = made(
        ask("cat-1"), ask("cat-2"), assessments=[scores("juss", given, recommendations=given)]
    )

    assert "hovedtema" not in brief_on(data).order


def test_an_ask_with_the_points_of_its_main_theme_is_said_to_have_them() -> None:
    data = made(ask("cat-1"), assessments=[scores("juss", {"isolasjon": {"alvor": 1}})])

    assert "Ett krav er ikke vurdert for seg, men etter verdiene for sitt hovedtema" in (
        brief_on(data).order
    )


def test_concerns_stand_apart_from_asks() -> None:
    brief = brief_on(made(ask("cat-1"), ask("cat-2", kind="concern")))

    assert [one.citation.id for one in brief.asks] == ["cat-1"]
    assert [one.citation.id for one in brief.concerns] == ["cat-2"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_source_is_numbered_once_and_every_citation_leads_to_its_line(form: str) -> None:
    one = {"document": "CAT/C/NOR/CO/8", "date": "2018-06-05"}
    data = made(
        ask("cat-1", source=one | {"paragraph": "1"}),
        ask("cat-2", source=one | {"paragraph": "2"}),
        ask("ccpr-1", "ccpr"),
    )

    assert [line.number for line in brief_on(data).sources] == [1, 2]
    assert [one.citation.source for one in brief_on(data).asks] == [1, 1, 2]
    assert "avsn. 2, 5. juni 2018 [1]" in shown_text(page(data, form), form).replace("\xa0", " ")


def test_a_deadline_is_passed_only_after_its_last_day() -> None:
    def deadline(day: date) -> str:
        record = ask("cat-1", follow_up={"due": "2019-05"})
        return brief_on(made(record, as_of=day)).asks[0].deadline[0]

    assert deadline(date(2019, 5, 31)) == "mai 2019"
    assert deadline(date(2019, 6, 1)) == "mai 2019 (passert)"


def test_the_brief_says_which_day_it_speaks_of() -> None:
    assert brief_on(made(as_of=date(2022, 12, 1))).as_of == "Status per 1. desember 2022."
    assert brief_on(made(ask("cat-1"))).as_of.endswith("til og med 2018.")


def test_of_several_meetings_the_latest_counts_unless_it_is_cancelled() -> None:
    data = made(
        meetings=[
            meeting("a", "isolasjon", "held", date="2021-01-01", ministries=["jd"]),
            meeting("b", "isolasjon", "confirmed", date="2022-01-01", ministries=["bfd"]),
            meeting("c", "isolasjon", "cancelled", date="2023-01-01", ministries=["nim"]),
        ]
    )

    assert brief_on(data).ministries == ("BFD",)
    assert brief_on(data, meeting="a").ministries == ("JD",)


def test_a_brief_for_a_named_meeting_holds_only_what_was_chosen_for_it() -> None:
    data = made(
        ask("cat-1"),
        ask("cat-2"),
        meetings=[meeting("m", "isolasjon", recommendations=["cat-2"])],
    )

    assert [one.citation.id for one in brief_on(data, meeting="m").asks] == ["cat-2"]


def test_what_a_meeting_chose_from_another_theme_is_in_its_brief() -> None:
    data = made(
        ask("cat-1"),
        recommendation("cat-2", "helse"),
        recommendation("cat-3", "helse", kind="concern"),
        meetings=[meeting("m", "isolasjon", recommendations=["cat-2", "cat-3"])],
    )
    brief = brief_on(data, meeting="m")

    assert [one.citation.id for one in brief.asks] == ["cat-2"]
    assert [one.citation.id for one in brief.concerns] == ["cat-3"]


def test_a_person_is_never_named() -> None:
    participants = [{"actor": "juss", "role": "innleder", "person": "Kari Nordmann"}]
    data = made(meetings=[meeting("m", "isolasjon", participants=participants)])

    assert brief_on(data).participants == ("JUSS, innleder",)
    assert "Nordmann" not in page(data, "md", "internal")


def test_a_theme_without_anything_still_gives_a_page() -> None:
    for form in FORMATS:
        assert "Isolasjon" in shown_text(page(made(), form), form)


def test_a_state_is_written_out() -> None:
    record = ask("upr-1", "upr", source={"recommended_by": ["SE", "XQ", "Utopia"]})

    assert "fra Sverige, Utopia og XQ" in brief_on(made(record)).asks[0].citation.place


def test_the_details_of_every_ask_stand_inside_it_in_markdown() -> None:
    asks = [ask(f"cat-{number}") for number in range(10, 22)]
    lines = page(made(*asks), "md").splitlines()
    details = [line for line in lines if "CAT, avsnitt ikke kjent" in line]

    assert len(details) == 12
    assert all(line.startswith("     - ") for line in details)


def test_a_promise_says_which_ask_it_answers_and_keeps_the_tracks_apart() -> None:
    promise = {
        "id": "rundskriv",
        "text": text("Sende et rundskriv"),
        "addresses": ["cat-1"],
        "updates": [update("reported", "implemented", "2021-02-01")],
    }
    held = meeting("a", "isolasjon", "held", date="2021-01-01", commitments=[promise])

    brief = brief_on(made(ask("cat-1"), meetings=[held]))

    (said,) = brief.promises
    assert said.startswith("Sende et rundskriv. Ansvar: ikke registrert.")
    assert "Rapportert: JD, 1. februar 2021: gjennomført. Vurdert: ikke registrert." in said
    assert said.endswith("Gjelder krav 1.")


def test_what_was_promised_at_a_cancelled_meeting_is_no_promise() -> None:
    promise = {"id": "rundskriv", "text": text("Sende et rundskriv.")}
    cancelled = meeting("a", "isolasjon", "cancelled", commitments=[promise])

    assert brief_on(made(ask("cat-1"), meetings=[cancelled])).promises == ()


def test_without_a_meeting_nobody_is_said_to_be_asked_to_one() -> None:
    data = made(ask("cat-1"), themes=[theme("isolasjon", ministries=["jd"])])

    assert not brief_on(data).invited
    assert "Ingen er registrert som innkalt." in shown_text(page(data, "html"), "html")


def test_an_inferred_year_is_marked_where_bodies_are_listed() -> None:
    data = made(
        ask("cat-1", provenance={"inferred": ["date"]}),
        ask("ccpr-1", "ccpr", 2019, links={"same_as": ["cat-1"]}),
    )

    assert brief_on(data).asks[0].asked_by == "CAT 2018* og CCPR 2019"


def test_a_year_that_is_not_known_is_said_not_to_be() -> None:
    undated = recommendation("ccpr-1", "isolasjon", body="ccpr")

    assert "For 1 av dem er året ikke kjent." in brief_on(made(ask("cat-1"), undated)).about[0]


def test_a_shared_rank_is_said_to_be_shared() -> None:
    same = scores("juss", {"isolasjon": {"alvor": 3}, "helse": {"alvor": 3}})

    about = brief_on(made(ask("cat-1"), assessments=[same])).about

    assert any("deler plass nummer 1 av 2" in sentence for sentence in about)


def test_asks_and_concerns_are_numbered_in_one_row() -> None:
    brief = brief_on(made(ask("cat-1"), ask("cat-2", kind="concern")))

    assert [one.number for one in (*brief.asks, *brief.concerns)] == [1, 2]
