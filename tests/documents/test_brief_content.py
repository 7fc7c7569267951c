"""A brief says what the data says: each ask once, whose it is, and how well it is known."""

from __future__ import annotations

from datetime import date

import pytest

from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from documents.briefs import all_lines, ask, brief_on, everything, head, made, points, rows, said
from repositories import criteria_data, meeting, recommendation, scores, text, theme, update

SAME = made(
    ask("cat-1", summary=text("Vurder isolasjon daglig.")),
    ask("ccpr-1", "ccpr", 2019, summary=text("Sett en grense."), links={"same_as": ["cat-1"]}),
    ask("upr-1", "upr", 2020, summary=text("Gjør noe."), links={"same_as": ["ccpr-1"]}),
)
OFFICIAL = ask("cat-1", text=text("Ensure it.", "en"), summary=text("Sørg for det."))


def test_the_same_ask_stands_once_with_every_body() -> None:
    assert points(brief_on(SAME), "asks") == {
        1: [
            "Gjør noe.",
            "UPR 2020 [1]†. Samme anbefaling: CCPR 2019 [2]†; CAT 2018 [3]†",
        ]
    }


def test_an_ask_that_a_body_repeats_stands_once_in_its_newest_wording() -> None:
    brief = brief_on(
        made(
            ask("cat-1", year=2012),
            ask("cat-2", year=2018, links={"repeats": ["cat-1"]}),
            ask("cat-3", year=2024, links={"repeats": ["cat-2"]}),
            ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]}),
        )
    )

    assert points(brief, "asks") == {
        1: [
            "Gjør cat-3.",
            "CAT 2024 [1]†. Samme anbefaling: CCPR 2018 [2]†. Gjentar CAT 2012 [3]†; CAT 2018 [4]†",
        ]
    }
    assert "Notatet omfatter 4 anbefalinger" in said(brief, "why")[-1]
    assert "Når like anbefalinger regnes som én, er det én anbefaling." in said(brief, "why")[-1]


def test_a_brief_shows_no_newer_wording_than_what_it_is_about() -> None:
    later = recommendation("cat-2", "helse", source={"date": 2024}, links={"repeats": ["cat-1"]})

    assert points(brief_on(made(ask("cat-1"), later)), "asks")[1] == [
        "Gjør cat-1.",
        "CAT 2018 [1]†. Samme anbefaling: CAT 2024 [2]†",
    ]


def test_records_that_repeat_each_other_in_a_circle_stand_once() -> None:
    links = {"cat-1": "cat-2", "cat-2": "cat-1"}
    records = [ask(one, links={"repeats": [other]}) for one, other in links.items()]

    assert len(points(brief_on(made(*records)), "asks")) == 1


def test_a_link_to_what_is_not_there_makes_no_asks_the_same() -> None:
    gone = {"same_as": ["borte"]}
    data = made(ask("cat-1", links=gone), ask("ccpr-1", links=gone))

    assert len(points(brief_on(data), "asks")) == 2


def test_what_was_said_of_one_record_of_an_ask_names_that_record() -> None:
    reported = ask("cat-1", status=[update("reported", "implemented", "2020-01-02")])
    other = ask("ccpr-1", "ccpr", links={"same_as": ["cat-1"]})

    (row,) = rows(brief_on(made(reported, other)), "tracks")

    assert row[2] == "CAT 2018: JD, 2. januar 2020: gjennomført"


def test_the_same_answer_to_several_states_is_told_once_with_their_names() -> None:
    answer = {"state_position": {"value": "noted"}}
    records = [
        ask("upr-1", "upr", source={"recommended_by": ["SE"]}, **answer),
        ask("upr-2", "upr", source={"recommended_by": ["IT"]}, links=_same("upr-1"), **answer),
        ask("cat-1", links=_same("upr-1")),
    ]

    (point,) = points(brief_on(made(*records)), "asks").values()

    assert point[1].endswith("Statens svar (Italia og Sverige): tatt til etterretning")


def _same(record: str) -> dict[str, list[str]]:
    return {"same_as": [record]}


def test_what_nobody_verified_carries_a_mark_and_what_was_verified_does_not() -> None:
    def citation(*, verified: bool) -> str:
        record = ask("cat-1", source={"paragraph": "16"}, provenance={"verified": verified})
        return points(brief_on(made(record)), "asks")[1][1]

    assert citation(verified=False) == "CAT 2018, avsn.\u00a016 [1]†"
    assert citation(verified=True) == "CAT 2018, avsn.\u00a016 [1]"


def test_how_much_was_not_verified_is_said_first() -> None:
    data = made(ask("cat-1", provenance={"verified": True}), ask("cat-2"), ask("cat-3"))

    assert any(line.startswith("2 av 3") for line in head(brief_on(data)))


def test_what_was_inferred_carries_a_mark_that_is_explained() -> None:
    source = {"paragraph": "16", "document": "CAT/C/NOR/CO/8"}
    inferred = {"inferred": ["paragraph", "date", "document"]}
    brief = brief_on(made(ask("cat-1", source=source, provenance=inferred)))

    assert points(brief, "asks")[1][1] == "CAT 2018*, avsn.\u00a016* [1]†"
    assert said(brief, "sources") == ["CAT, CAT/C/NOR/CO/8*, 2018*."]
    assert any(line.startswith("* betyr at opplysningen er utledet") for line in head(brief))


def test_a_mark_that_is_not_used_is_not_explained() -> None:
    record = ask("cat-1", source={"paragraph": "16"}, provenance={"verified": True})

    assert not [line for line in head(brief_on(made(record))) if "betyr" in line]


def test_official_wording_is_told_from_our_own() -> None:
    brief = brief_on(made(OFFICIAL, ask("cat-2")))

    assert [lines[:-1] for lines in points(brief, "asks").values()] == [
        ["Offisiell ordlyd: Ensure it. (språk: engelsk)", "Med våre ord: Sørg for det."],
        ["Gjør cat-2."],
    ]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("nn", "Offisiell ordlyd: Ensure it. (språk: engelsk)", "(språk: norsk bokmål)"),
        ("en", "Official wording: Ensure it.", "(language: Norwegian Bokmål)"),
    ],
)
def test_words_in_another_language_than_the_documents_are_marked(
    language: Language, first: str, second: str
) -> None:
    lines = points(brief_on(made(OFFICIAL), language=language), "asks")[1]

    assert lines[0] == first
    assert lines[1].endswith(second)


def test_made_up_assessments_and_proposed_criteria_are_said_to_be_so() -> None:
    values = {"isolasjon": {"alvor": 4}}
    adopted = {**criteria_data({"alvor": 1}), "adopted": {"date": "2021-05-01", "by": "gruppen"}}
    made_up = made(ask("cat-1"), assessments=[scores("juss", values, example=True)])
    real = made(ask("cat-1"), criteria=adopted, assessments=[scores("juss", values)])

    def first_words(data: Dataset) -> set[str]:
        return {line.split(":")[0] for line in head(brief_on(data))}

    assert first_words(made_up) >= {"EKSEMPEL", "FORSLAG"}
    assert not first_words(real) & {"EKSEMPEL", "FORSLAG"}


def test_how_sure_the_place_is_and_what_lifts_the_theme_is_said() -> None:
    values = {
        "isolasjon": {"alvor": 4, "hast": 3},
        **{one: {"alvor": 1, "hast": 1} for one in ("a", "b", "c", "d", "helse")},
    }
    data = made(
        ask("cat-1"),
        criteria=criteria_data({"alvor": 3, "hast": 1}),
        themes=[theme(one) for one in values],
        assessments=[scores("juss", values)],
    )

    rank = said(brief_on(data), "why")[0]

    assert rank.startswith("Temaet er nummer 1 av 6 som er vurdert etter kriteriene, med 94 av 100")
    assert (
        "I 100\u00a0% av beregningene er temaet blant de 4 første, og i ni av ti er det på plass 1."
        in (rank)
    )
    assert "Størst bidrag til poengsummen: alvor (75) og hast (19)." in rank


def test_a_shared_rank_is_said_to_be_shared() -> None:
    same = scores("juss", {"isolasjon": {"alvor": 3}, "helse": {"alvor": 3}})

    assert (
        "deler plass nummer 1 av 2"
        in (said(brief_on(made(ask("cat-1"), assessments=[same])), "why")[0])
    )


def test_asks_stand_by_rank() -> None:
    given = {"cat-1": {"alvor": 1}, "cat-2": {"alvor": 4}}
    assessed = scores("juss", given, recommendations=given)
    data = made(ask("cat-1"), ask("cat-2"), ask("cat-3"), assessments=[assessed])

    wordings = [lines[0] for lines in points(brief_on(data), "asks").values()]

    assert wordings == ["Gjør cat-2.", "Gjør cat-1.", "Gjør cat-3."]
    assert "hovedtema" not in said(brief_on(data), "asks")[0]


def test_an_ask_with_the_points_of_its_main_theme_is_said_to_have_them() -> None:
    assessed = scores("juss", {"isolasjon": {"alvor": 1}})
    data = made(ask("cat-1"), ask("cat-2"), assessments=[assessed])

    assert (
        "2 anbefalinger er ikke vurdert for seg, men etter verdiene for hovedtemaet sitt"
        in (said(brief_on(data), "asks")[0])
    )


def test_concerns_stand_apart_from_asks_and_are_numbered_on() -> None:
    brief = brief_on(made(ask("cat-1"), ask("cat-2", kind="concern")))

    assert list(points(brief, "asks")) == [1]
    assert points(brief, "concerns") == {2: ["Gjør cat-2.", "CAT 2018 [1]†"]}


def test_a_source_is_numbered_once_and_every_citation_leads_to_its_line() -> None:
    one = {"document": "CAT/C/NOR/CO/8", "date": "2018-06-05"}
    data = made(
        ask("cat-1", source=one | {"paragraph": "1"}),
        ask("cat-2", source=one | {"paragraph": "2"}),
        ask("ccpr-1", "ccpr"),
    )
    brief = brief_on(data)

    targets = {run.text: run.target for one in all_lines(brief) for run in one if run.target}

    assert len(points(brief, "sources")) == 2
    assert (targets["[1]"], targets["[2]"]) == ("source-1", "source-2")
    assert targets["1\u20133"] == "ask-1"


def test_a_report_points_to_its_evidence() -> None:
    evidence = {"evidence": ["https://example.org/svar"]}
    log = [update("reported", "implemented", "2020-01-02", note="Er gjort.", **evidence)]
    brief = brief_on(made(ask("cat-1", status=log)))

    assert rows(brief, "tracks")[0][2] == "JD, 2. januar 2020: gjennomført. Er gjort. [2]"
    assert points(brief, "sources")[2] == ["JD, 2. januar 2020: https://example.org/svar"]


def test_when_sources_were_seen_is_said_once_where_it_is_one_day() -> None:
    def sources(*days: str) -> list[str]:
        seen = [
            ask(f"cat-{n}", year=n, provenance={"source": "https://a.no", "seen": day})
            for n, day in enumerate(days, start=2018)
        ]
        return said(brief_on(made(*seen)), "sources")

    assert sources("2026-01-02", "2026-01-02")[0] == "Kildene er sett 2. januar 2026."
    assert sources("2026-01-02", "2026-01-03")[0].endswith("(sett 2. januar 2026).")


def test_a_deadline_is_passed_only_after_its_last_day() -> None:
    def clock(day: date) -> list[str]:
        record = ask("cat-1", follow_up={"due": "2019-05"})
        return said(brief_on(made(record, as_of=day)), "clock")

    assert clock(date(2019, 5, 20)) == [
        "Anbefaling\u00a01 (CAT 2018): svarfrist mai 2019, om 11 dager"
    ]
    assert clock(date(2021, 6, 1)) == [
        "Anbefaling\u00a01 (CAT 2018): svarfristen gikk ut i mai 2019, for 2 år siden"
    ]


def test_a_grade_stands_in_the_committees_own_words_with_what_is_known_of_the_deadline() -> None:
    grades = [{"date": 2021, "scale": "cat", "value": "partially implemented"}]
    record = ask("cat-1", follow_up={"note": "Innen ett år.", "grades": grades})

    assert said(brief_on(made(record)), "clock") == [
        (
            "Anbefaling\u00a01 (CAT 2018): valgt ut til oppfølging, men datoen for "
            "svarfristen er ikke kjent. Innen ett år. "
            "CAT (2021): «partially implemented» (organets egne ord)"
        )
    ]


def test_what_no_committee_picked_has_no_clock() -> None:
    assert said(brief_on(made(ask("cat-1"))), "clock") == []


def test_the_brief_says_which_day_it_speaks_of() -> None:
    assert head(brief_on(made(as_of=date(2022, 12, 1)))) == ["Status per 1. desember 2022."]
    assert head(brief_on(made(ask("cat-1"))))[0] == "Opplysninger registrert til og med 2018."


@pytest.mark.parametrize(
    ("open_ones", "chosen"),
    [
        ({"x": ("planned", None), "y": ("requested", "2022-01"), "z": ("confirmed", None)}, "z"),
        ({"x": ("confirmed", "2023-05-01"), "y": ("confirmed", "2023-04-01")}, "y"),
        (
            {"x": ("requested", "2021"), "y": ("requested", "2022-03"), "z": ("requested", None)},
            "y",
        ),
        ({"x": ("confirmed", "2022-02-01"), "y": ("planned", None)}, "y"),
        ({}, "held"),
    ],
)
def test_the_meeting_to_come_counts_before_those_that_are_over(
    open_ones: dict[str, tuple[str, str | None]], chosen: str
) -> None:
    made_up = [meeting("held", "isolasjon", "held", date="2022-11-01", internal="held")]
    for name, (state, day) in open_ones.items():
        when = {"requested_on" if state == "requested" else "date": day} if day else {}
        made_up.append(meeting(name, "isolasjon", state, internal=name, **when))
    brief = brief_on(made(meetings=made_up, as_of=date(2022, 12, 1)), audience="internal")

    assert said(brief, "notes") == [f"{chosen}: {chosen}"]


def test_of_a_meeting_that_is_over_only_that_it_was_held_and_with_whom_is_told() -> None:
    over = meeting(
        "a",
        "isolasjon",
        "held",
        date="2022-03-10",
        ministries=["jd"],
        participants=[{"actor": "juss"}],
        questions=[text("Når?")],
        reason=text("Saken hastet."),
    )
    data = made(ask("cat-1"), meetings=[over])

    assert said(brief_on(data), "attendance") == [
        "Det siste møtet om temaet ble holdt 10. mars 2022. Noe nytt møte er ikke registrert.",
        "JD",
        "De som står her, var med på møtet som ble holdt.",
    ]
    assert not {"Når?", "Saken hastet.", "JUSS"} & set(everything(brief_on(data)))
    assert {"Når?", "Saken hastet.", "JUSS"} <= set(everything(brief_on(data, meeting="a")))


def test_of_several_meetings_the_latest_counts_unless_it_is_cancelled() -> None:
    data = made(
        meetings=[
            meeting("a", "isolasjon", "held", date="2021-01-01", ministries=["jd"]),
            meeting("b", "isolasjon", "confirmed", date="2022-01-01", ministries=["bfd"]),
            meeting("c", "isolasjon", "cancelled", date="2023-01-01", ministries=["nim"]),
        ]
    )

    assert said(brief_on(data), "attendance")[1] == "BFD"
    assert said(brief_on(data, meeting="a"), "attendance")[1] == "JD"


def test_a_brief_for_a_named_meeting_holds_only_what_was_chosen_for_it() -> None:
    chosen = ["cat-2", "cat-3", "cat-4"]
    data = made(
        ask("cat-1"),
        ask("cat-2"),
        recommendation("cat-3", "helse"),
        recommendation("cat-4", "helse", kind="concern"),
        meetings=[meeting("m", "isolasjon", recommendations=chosen)],
    )
    brief = brief_on(data, meeting="m")

    assert [lines[0] for lines in points(brief, "asks").values()] == ["Gjør cat-2.", "Gjør cat-3."]
    assert [lines[0] for lines in points(brief, "concerns").values()] == ["Gjør cat-4."]


def test_a_person_is_never_named() -> None:
    participants = [{"actor": "juss", "role": "innleder", "person": "Kari Nordmann"}]
    data = made(meetings=[meeting("m", "isolasjon", participants=participants)])
    brief = brief_on(data, audience="internal")

    assert "JUSS, innleder" in said(brief, "attendance")
    assert "Nordmann" not in " ".join(everything(brief))


def test_the_agenda_says_how_long_each_speaks_and_how_long_that_is_in_all() -> None:
    agenda = [
        {"title": text("Innledning"), "actor": "juss", "minutes": 10},
        {"title": text("Svar"), "actor": "jd", "minutes": 25},
        {"title": text("Samtale")},
    ]
    brief = brief_on(made(meetings=[meeting("m", "isolasjon", agenda=agenda)]))

    assert rows(brief, "attendance") == [
        ["Innledning", "JUSS", "10"],
        ["Svar", "JD", "25"],
        ["Samtale", "", "Ikke registrert"],
        ["Til sammen, der tiden er registrert", "", "35"],
    ]


def test_the_ministry_that_leads_is_named_first() -> None:
    planned = meeting("m", "isolasjon", ministries=["jd", "bfd"])

    assert "JD, hovedansvarlig; BFD" in said(brief_on(made(meetings=[planned])), "attendance")


def test_without_a_meeting_nobody_is_said_to_be_asked_to_one() -> None:
    data = made(ask("cat-1"), themes=[theme("isolasjon", ministries=["jd"])])

    assert said(brief_on(data), "attendance") == [
        "Ikke noe møte om temaet er registrert.",
        "JD",
        (
            "Det er ikke registrert at noe departement er invitert. "
            "De som står her, er ført opp på temaet."
        ),
    ]


def test_why_the_meeting_is_asked_for_comes_first() -> None:
    planned = meeting("m", "isolasjon", reason=text("Kravene står ubesvart."))

    assert said(brief_on(made(meetings=[planned])), "why")[0] == "Kravene står ubesvart."


def test_a_theme_without_anything_still_gives_a_brief() -> None:
    assert said(brief_on(made()), "asks") == ["Ingen anbefalinger er registrert her."]


def test_a_state_is_written_out() -> None:
    record = ask("upr-1", "upr", source={"recommended_by": ["SE", "XQ", "Utopia"]})

    assert "fra Sverige, Utopia og XQ" in points(brief_on(made(record)), "asks")[1][1]


PROMISE = {
    "id": "rundskriv",
    "text": text("Sende et rundskriv"),
    "responsible": ["jd"],
    "due": "2020-01",
    "addresses": ["cat-1"],
}


def test_promised_reported_and_assessed_stand_side_by_side() -> None:
    log = [update("reported", "implemented", "2021-02-01")]
    held = meeting(
        "a", "isolasjon", "held", date="2021-01-01", commitments=[{**PROMISE, "updates": log}]
    )

    assert rows(brief_on(made(ask("cat-1"), meetings=[held])), "tracks") == [
        [
            "Sende et rundskriv | Gjelder anbefaling 1.",
            "Møtet 1. januar 2021 | Ansvar: JD | Frist: januar 2020",
            "JD, 1. februar 2021: gjennomført",
            "Ikke registrert",
        ]
    ]


def test_an_open_promise_is_asked_about_first() -> None:
    held = meeting("a", "isolasjon", "held", date="2021-01-01", commitments=[PROMISE])
    asked = points(brief_on(made(ask("cat-1"), meetings=[held])), "questions")

    assert asked[1][0] == (
        "Møtet 1. januar 2021: Sende et rundskriv. Frist: januar 2020 (fristen er ute). "
        "Hva er gjort med løftet?"
    )


def test_the_deadline_of_a_promise_that_is_open_is_said_to_have_passed() -> None:
    held = meeting("a", "isolasjon", "held", date="2019-01-01", commitments=[PROMISE])
    data = made(ask("cat-1"), meetings=[held], as_of=date(2020, 2, 1))

    assert "Frist: januar 2020 (fristen er ute)" in rows(brief_on(data), "tracks")[0][1]


def test_measures_of_plans_that_answer_the_asks_are_told_and_others_are_not() -> None:
    other = {"id": "annet", "text": text("Noe annet")}
    plan = {"id": "p", "title": text("Planen"), "decided": 2021, "measures": [PROMISE, other]}

    (row,) = rows(brief_on(made(ask("cat-1"), plans=[plan])), "tracks")

    assert row[1].startswith("Planen, vedtatt 2021 |")


def test_a_promise_that_answers_an_earlier_ask_answers_what_repeats_it() -> None:
    again = ask("cat-2", year=2024, links={"repeats": ["cat-1"]})
    held = meeting("a", "isolasjon", "held", date="2021-01-01", commitments=[PROMISE])

    (row,) = rows(brief_on(made(ask("cat-1"), again, meetings=[held])), "tracks")

    assert row[0].endswith("Gjelder anbefaling 1.")


def test_what_was_promised_at_a_cancelled_meeting_is_no_promise() -> None:
    cancelled = meeting("a", "isolasjon", "cancelled", commitments=[PROMISE])

    assert rows(brief_on(made(ask("cat-1"), meetings=[cancelled])), "tracks") == []


@pytest.mark.parametrize(("inferred", "told"), [([], ": JD"), (["ministries"], ": JD*")])
def test_a_ministry_that_was_inferred_is_marked(inferred: list[str], told: str) -> None:
    record = ask("cat-1", ministries=["jd"], provenance={"inferred": inferred})

    assert "\n".join(said(brief_on(made(record)), "asks")).rstrip(".").endswith(told)


def test_an_answer_to_a_recommendation_is_no_promise() -> None:
    log = [update("reported", "in-progress", "2021-02-01")]
    record = ask("upr-1", "upr", status=log, state_position={"value": "supported"})

    what, promised, *_ = rows(brief_on(made(record)), "tracks")[0]

    assert what.endswith("Statens svar: støttet")
    assert promised == "Ikke registrert"


def test_asks_on_which_nothing_is_recorded_are_named_together_once() -> None:
    log = [update("assessed", "contrary", "2021-02-01", by="nim")]
    data = made(ask("cat-1", status=log), *(ask(f"cat-{n}") for n in (2, 3, 4)))

    assert said(brief_on(data), "tracks")[-1] == (
        "Om anbefalingene 2\u20134 er det verken registrert rapport fra staten eller vurdering "
        "fra andre. Det betyr ikke at ingenting er gjort."
    )


def test_an_inferred_year_is_marked_where_bodies_are_listed() -> None:
    data = made(
        ask("cat-1", provenance={"inferred": ["date"]}),
        ask("ccpr-1", "ccpr", 2019, links={"same_as": ["cat-1"]}),
    )

    assert "(CAT 2018* og CCPR 2019)" in points(brief_on(data), "questions")[1][0]


def test_a_year_that_is_not_known_is_said_not_to_be() -> None:
    undated = recommendation("ccpr-1", "isolasjon", body="ccpr")
    brief = brief_on(made(ask("cat-1"), undated))

    assert "For 1 av dem er året ikke kjent." in said(brief, "why")[-1]


def test_a_public_brief_is_for_two_pages_and_an_internal_one_is_marked_on_each() -> None:
    public, internal = (brief_on(SAME, audience=one) for one in ("public", "internal"))

    assert (public.pages, public.marking) == (2, "")
    assert (internal.pages, internal.marking) == (None, "INTERN UTGAVE \u2013 skal ikke deles ut")


def test_a_theme_without_a_name_in_the_documents_language_is_marked_with_its_own() -> None:
    data = made(themes=[{"id": "isolasjon", "name": text("Isolation", "en")}])

    brief = brief_on(data)

    assert (brief.title, brief.title_language) == ("Isolation", "en")
