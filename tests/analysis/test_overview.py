"""Who owes what: what counts, whom it counts for, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.overview import overview
from anbefal.analysis.overview_groups import Dimension, groups, total
from anbefal.analysis.owed import Filters, Overview
from anbefal.model.dataset import Dataset
from repositories import Data, dataset, meeting, recommendation, text, update

TODAY = date(2024, 6, 1)


def ask(record_id: str, *ministries: str, **more: Any) -> Data:
    """Return an ask of the body that its id begins with."""
    body = record_id.split("-", maxsplit=1)[0]
    return recommendation(record_id, "helse", body=body, ministries=list(ministries), **more)


def measure(due: str | None, *updates: Data, responsible: str = "jd") -> Data:
    return {
        "id": "veileder",
        "text": text("Lage en veileder."),
        "responsible": [responsible],
        "due": due,
        "updates": list(updates),
    }


def found(*records: Data, **more: Any) -> Overview:
    return overview(dataset(recommendations=records, as_of=TODAY, **more))


def promised(one: Data) -> Overview:
    return found(meetings=[meeting("2022-helse", "helse", "held", commitments=[one])])


@pytest.mark.parametrize("value", ["not-started", "in-progress", "not-accepted", "no-report"])
def test_a_measure_is_overdue_until_a_report_says_that_it_is_done(value: str) -> None:
    (one,) = promised(measure("2024-05", update("reported", value, "2024-05-20"))).overdue

    assert (one.held.id, one.days) == ("2022-helse/veileder", 1)


@pytest.mark.parametrize("value", ["implemented", "no-longer-relevant"])
def test_a_measure_that_is_reported_done_is_not_overdue(value: str) -> None:
    said = [update("reported", value, "2024-01"), update("reported", "no-report", "2024-02")]

    assert promised(measure("2023", *said)).overdue == ()


def test_that_others_find_a_measure_done_is_shown_and_does_not_end_it() -> None:
    judged = update("assessed", "implemented", "2024-01", by="nim")

    (one,) = promised(measure("2023", judged)).overdue

    assert one.reported is None
    assert one.assessed is not None


def test_that_somebody_found_no_report_is_not_lost() -> None:
    silent = update("assessed", "no-report", "2024-01", by="nim")

    (one,) = promised(measure("2023", silent)).overdue

    assert one.assessed is not None
    assert one.assessed.value == "no-report"


def test_what_is_promised_and_not_overdue_is_listed_the_soonest_first() -> None:
    dues = (None, "2024-06-03", "2024-06-01", "2024-05-31")
    made = [{**measure(due), "id": f"m{number}"} for number, due in enumerate(dues)]
    made.append({**measure("2025", update("reported", "implemented", "2024-05")), "id": "done"})

    whole = found(meetings=[meeting("2022-helse", "helse", "held", commitments=made)])

    assert [(one.held.measure.id, one.days) for one in whole.open_measures] == [
        ("m2", 0),
        ("m1", 2),
        ("m0", None),
    ]
    assert [one.held.measure.id for one in whole.overdue] == ["m3"]


def test_an_ask_without_a_report_knows_what_was_promised_on_what_links_join_it_with() -> None:
    made = [{**measure("2025"), "addresses": ["cat-1", "ccpr-1"]}]
    records = [ask("cat-1", links={"same_as": ["ccpr-1"]}), ask("ccpr-1"), ask("cat-2")]
    held = meeting("2022-helse", "helse", "held", commitments=made)

    first, second = found(*records, meetings=[held]).unreported

    assert [one.id for one in first.promised] == ["2022-helse/veileder"]
    assert second.promised == ()


def test_what_links_join_is_one_ask_and_one_report_is_enough() -> None:
    records = [
        ask("cat-1", links={"same_as": ["ccpr-1"]}),
        ask("ccpr-1", status=[update("reported", "in-progress", "2024")]),
        ask("cat-2"),
    ]

    overview_of = found(*records)

    assert [one.ids for one in overview_of.asks] == [("cat-1", "ccpr-1"), ("cat-2",)]
    assert [one.ask.ids for one in overview_of.unreported] == [("cat-2",)]


def test_that_nobody_reports_is_told_from_nothing_recorded() -> None:
    silent = update("assessed", "no-report", "2024", by="nim")

    first, second = found(ask("cat-1", status=[silent]), ask("cat-2")).unreported

    assert first.looked_into is not None
    assert second.looked_into is None


def test_concerns_and_requests_are_no_asks() -> None:
    assert found(ask("cat-1", kind="concern"), ask("cat-2", kind="follow-up-request")).asks == ()


@pytest.mark.parametrize(
    ("due", "more", "state"),
    [
        ("2024-06-01", {}, "near"),
        ("2024-12-01", {}, "near"),
        ("2024-12-02", {}, None),
        ("2024-05-31", {}, "passed"),
        ("2024-05-31", {"grades": [{"scale": "cat", "value": "C"}]}, "graded"),
    ],
)
def test_a_deadline_is_near_for_half_a_year_and_then_passed(
    due: str, more: Data, state: str | None
) -> None:
    deadlines = found(ask("cat-1", follow_up={"due": due, **more})).deadlines

    assert [one.state for one in deadlines] == ([state] if state else [])


def test_a_deadline_that_the_state_met_is_not_listed() -> None:
    met = update("reported", "in-progress", "2024-05")
    silent = update("reported", "no-report", "2024-05")

    def states(log: Data) -> list[str]:
        record = ask("cat-1", kind="concern", follow_up={"due": "2024-05-31"}, status=[log])
        return [one.state for one in found(record).deadlines]

    assert (states(met), states(silent)) == ([], ["passed"])


def test_the_newest_entry_of_an_ask_tells_whether_it_is_old() -> None:
    old, new = update("reported", "in-progress", "2022-06-01"), {"date": "2022-06-02"}
    graded = {"grades": [{**new, "scale": "cat", "value": "B"}]}

    def stale(**more: Any) -> list[int]:
        return [one.days for one in found(ask("cat-1", status=[old], **more)).stale]

    assert stale() == [731]
    assert stale(follow_up=graded) == []
    assert found(ask("cat-1")).stale == ()


def test_the_newest_record_that_names_a_ministry_tells_who_leads() -> None:
    records = [
        ask("cat-1", "bfd", source={"date": "2012"}),
        ask("cat-2", "jd", "hod", source={"date": "2018"}, links={"repeats": ["cat-1"]}),
        ask("cat-3", source={"date": "2023"}, links={"repeats": ["cat-2"]}),
    ]

    (one,) = found(*records).asks

    assert one.reach.answers == ("jd", "hod", "bfd")
    assert one.shown.id == "cat-3"


def test_what_concerns_nobody_has_a_row_of_its_own_at_the_end() -> None:
    rows = groups(found(ask("cat-1"), ask("cat-2"), ask("cat-3", "jd", "hod")), "ministry")

    assert [(one.key, one.asks, one.shared) for one in rows] == [
        ("jd", 1, 0),
        ("hod", 0, 1),
        (None, 2, 0),
    ]


BODIES, MINISTRIES = ["cat", "ccpr", "upr"], ["bfd", "hod", "jd"]


@st.composite
def registers(draw: st.DrawFn) -> list[Data]:
    ids = [f"{body}-{number}" for body in BODIES for number in range(3)]
    records = []
    for one in draw(st.lists(st.sampled_from(ids), unique=True, max_size=8)):
        answers = draw(st.lists(st.sampled_from(MINISTRIES), unique=True))
        year = draw(st.sampled_from(["2012", "2018", None]))
        said = draw(st.lists(st.sampled_from(["in-progress", "no-report"]), max_size=1))
        linked = draw(st.lists(st.sampled_from(ids), max_size=1))
        due = draw(st.sampled_from([{}, {"follow_up": {"due": "2023"}}]))
        kind = draw(st.sampled_from(["recommendation", "recommendation", "concern"]))
        status = [update("reported", value, "2020") for value in said]
        links = {"same_as": [other for other in linked if other != one]}
        record = ask(one, *answers, source={"date": year}, status=status, links=links, **due)
        records.append({**record, "kind": kind})
    return records


def made(records: list[Data]) -> Dataset:
    return dataset(recommendations=records, as_of=TODAY)


@settings(max_examples=30)
@given(registers(), st.randoms(use_true_random=False))
def test_every_finding_stands_in_one_row_and_the_order_of_records_does_not_matter(
    records: list[Data], chance: Any
) -> None:
    whole = overview(made(records))
    rows, last = groups(whole, "ministry"), total(whole)

    for name in ("asks", "unreported", "overdue", "open", "near", "passed", "stale"):
        assert sum(getattr(one, name) for one in rows) == getattr(last, name)
    chance.shuffle(records)
    assert overview(made(records)) == whole


@settings(max_examples=20)
@given(registers())
def test_a_row_says_what_the_overview_narrowed_to_it_says(records: list[Data]) -> None:
    whole = made(records)
    narrowed: dict[Dimension, str] = {"ministry": "ministries", "body": "bodies", "theme": "themes"}
    for by, name in narrowed.items():
        for row in groups(overview(whole), by):
            if row.key is not None:
                only = overview(whole, Filters(**{name: (row.key,)}))
                assert len(only.asks) == row.asks + row.shared
