"""What the data says beside a criterion: repetition, deadlines and progress."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anbefal.analysis.hints import Deadline, Progress, Repetition, hints_for
from anbefal.analysis.values import Level
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.vocabulary import CriteriaSet
from repositories import Data, criteria_data, dataset, recommendation, theme, update


def informed_by(**hints: list[str]) -> CriteriaSet:
    """Criteria by id, with the hints that inform them."""
    data = criteria_data(dict.fromkeys(hints, 1.0))
    for one in data["criteria"]:
        one["hints"] = hints[one["id"]]
    return CriteriaSet.model_validate(data)


def hint(data: Dataset, name: str, item: str = "helse", level: Level = "theme") -> Any:
    (found,) = hints_for(data, informed_by(alvor=[name]), level, item)["alvor"]
    return found


def ask(
    record_id: str, year: int | None = None, *themes: str, document: str | None = None, **more: Any
) -> Data:
    """An ask of the body that its id begins with, on health unless other themes are named."""
    source = {"date": year, "document": document}
    body = record_id.split("-", maxsplit=1)[0]
    return recommendation(record_id, *(themes or ("helse",)), body=body, source=source, **more)


def made(*records: Data, as_of: date | None = None) -> Dataset:
    return dataset(themes=[theme("helse")], recommendations=records, as_of=as_of)


def test_a_criterion_names_the_hints_that_inform_it_in_its_order() -> None:
    by = informed_by(alvor=["progress", "repetition"], hast=["deadline"], omfang=[])

    found = hints_for(made(ask("cat-1")), by, "theme", "helse")

    assert {criterion: [type(one) for one in hints] for criterion, hints in found.items()} == {
        "alvor": [Progress, Repetition],
        "hast": [Deadline],
    }


def test_nothing_is_said_where_nothing_is_asked() -> None:
    data = made(ask("cat-1", kind="concern"), ask("cat-2", kind="follow-up-request"))

    assert hints_for(data, informed_by(alvor=["progress"]), "theme", "helse") == {}


def test_recommendations_count_for_every_theme_that_they_name() -> None:
    data = made(ask("cat-1", 2018, "helse", "vold"), ask("cat-2", 2018, "vold", "helse"))

    assert hint(data, "progress").total == 2


def test_an_ask_that_nobody_repeats_is_made_by_one_body_in_one_cycle() -> None:
    found = hint(made(ask("cat-1", 2018)), "repetition", "cat-1", "recommendation")

    assert (found.asks, found.by_several, found.again, found.example) == (1, 0, 0, "cat-1")
    assert (found.bodies, found.cycles) == (("cat",), 1)


def test_same_asks_of_two_bodies_are_one_ask_by_several() -> None:
    data = made(ask("cat-1", 2018, links={"same_as": ["ccpr-1"]}), ask("ccpr-1", 2018))

    found = hint(data, "repetition")

    assert (found.asks, found.by_several, found.again, found.example) == (1, 1, 0, "cat-1")
    assert (found.bodies, found.cycles) == (("cat", "ccpr"), 2)


def test_an_ask_that_is_repeated_is_made_again_seen_from_either_side() -> None:
    data = made(ask("cat-1", 2012, "vold"), ask("cat-2", 2018, links={"repeats": ["cat-1"]}))

    for item in ("cat-1", "cat-2"):
        found = hint(data, "repetition", item, "recommendation")
        assert (found.asks, found.again, found.bodies, found.cycles) == (1, 1, ("cat",), 2)


def test_a_chain_of_repetitions_is_followed_to_its_end() -> None:
    data = made(
        ask("cat-1", 2007),
        ask("cat-2", 2012, links={"repeats": ["cat-1"]}),
        ask("cat-3", 2018, links={"repeats": ["cat-2"]}),
    )

    for item in ("cat-1", "cat-2", "cat-3"):
        assert hint(data, "repetition", item, "recommendation").cycles == 3


def test_the_same_ask_as_an_earlier_one_is_followed_too() -> None:
    data = made(
        ask("cat-2", 2018, links={"repeats": ["cat-1"]}),
        ask("cat-1", 2012, "vold", links={"same_as": ["ccpr-1"]}),
        ask("ccpr-1", 2011, "vold"),
    )

    for item in ("cat-2", "cat-1", "ccpr-1"):
        found = hint(data, "repetition", item, "recommendation")
        assert (found.bodies, found.cycles) == (("cat", "ccpr"), 3)


def test_documents_of_a_body_in_one_year_are_one_cycle() -> None:
    data = made(
        ask("cat-1", 2018, document="CAT/C/NOR/CO/8"),
        ask("cat-2", 2018, document="CAT/C/NOR/9", links={"same_as": ["cat-1"]}),
        ask("ccpr-1", 2018, links={"same_as": ["cat-1"]}),
    )

    found = hint(data, "repetition")

    assert (found.bodies, found.cycles, found.again) == (("cat", "ccpr"), 2, 0)


def test_without_a_date_a_document_tells_a_cycle_and_without_that_there_is_one() -> None:
    data = made(
        ask("cat-1", document="CAT/C/NOR/CO/8"),
        ask("cat-2", document="CAT/C/NOR/CO/8", links={"same_as": ["cat-1"]}),
        ask("cat-3", links={"same_as": ["cat-1"]}),
        ask("cat-4", links={"same_as": ["cat-1"]}),
    )

    assert hint(data, "repetition").cycles == 2


def test_of_a_theme_the_ask_of_the_most_bodies_is_the_example() -> None:
    data = made(
        ask("cat-1", 2007),
        ask("cat-2", 2012, links={"repeats": ["cat-1"]}),
        ask("cat-3", 2018, links={"repeats": ["cat-2"]}),
        ask("cat-7", 2018),
        ask("cedaw-1", 2017, links={"same_as": ["upr-1"]}),
        ask("upr-1", 2019),
    )

    found = hint(data, "repetition")

    assert (found.by_several, found.bodies, found.example) == (1, ("cedaw", "upr"), "cedaw-1")


def test_what_links_join_is_one_ask_and_one_of_the_themes_records_is_its_example() -> None:
    data = made(
        ask("cat-1", 2012, "vold"),
        ask("cat-2", 2018, links={"repeats": ["cat-1"]}),
        ask("ccpr-1", 2018, links={"same_as": ["cat-1"]}),
        ask("ccpr-2", 2024, links={"repeats": ["ccpr-1"]}),
    )

    found = hint(data, "repetition")

    assert (found.asks, found.by_several, found.again, found.example) == (1, 1, 1, "cat-2")


def test_two_links_to_a_record_that_is_not_there_make_no_asks_the_same() -> None:
    gone = {"same_as": ["borte"], "repeats": ["borte-2"]}

    found = hint(made(ask("cat-1", 2018, links=gone), ask("ccpr-1", links=gone)), "repetition")

    assert (found.asks, found.by_several) == (2, 0)


def test_a_link_to_a_record_that_is_not_there_is_passed_over() -> None:
    links = {"same_as": ["borte"], "repeats": ["borte-2"]}

    found = hint(made(ask("cat-1", 2018, links=links)), "repetition", "cat-1", "recommendation")

    assert (found.bodies, found.cycles) == (("cat",), 1)


RECORDS = ["cat-1", "cat-2", "ccpr-1", "ccpr-2", "upr-1"]
pairs = st.lists(st.tuples(*[st.sampled_from(RECORDS)] * 2).filter(lambda p: p[0] != p[1]))


@settings(max_examples=40)
@given(pairs.filter(lambda p: len(p) < 5), pairs.filter(lambda p: len(p) < 5))
def test_bodies_and_cycles_are_those_of_all_that_links_join(
    same: list[tuple[str, str]], repeats: list[tuple[str, str]]
) -> None:
    records = {
        one: ask(one, 2010 + number, links={"same_as": [], "repeats": []})
        for number, one in enumerate(RECORDS)
    }
    for kind, found in (("same_as", same), ("repeats", repeats)):
        for one, other in found:
            records[one]["links"][kind].append(other)
    data = made(*records.values())
    for start in RECORDS:
        joined = {start}
        for _ in RECORDS:
            for one, other in [*same, *repeats]:
                if one in joined or other in joined:
                    joined |= {one, other}

        told = hint(data, "repetition", start, "recommendation")

        assert told.bodies == tuple(sorted({one.split("-")[0] for one in joined}))
        assert told.cycles == len(joined)


TODAY = date(2020, 6, 15)


def deadline(*dues: str | int | None, as_of: date | None = TODAY) -> Deadline:
    """What is said of deadlines, one a record that was picked."""
    records = [ask(f"cat-{n}", follow_up={"due": due}) for n, due in enumerate(dues)]
    found: Deadline = hint(made(*records, ask("upr-9"), as_of=as_of), "deadline")
    return found


def when(text: str) -> PartialDate:
    return PartialDate(*map(int, text.split("-")))


def test_only_what_a_committee_picked_has_a_deadline() -> None:
    assert deadline() == Deadline(
        picked=0, undated=0, passed=0, near=0, next=None, last_passed=None
    )


def test_deadlines_are_sorted_by_the_reference_date() -> None:
    assert deadline("2019-05-18", "2020-06-14", "2020-09-01", "2022-01-01", None) == Deadline(
        picked=5,
        undated=1,
        passed=2,
        near=1,
        next=when("2020-09-01"),
        last_passed=when("2020-06-14"),
    )


@pytest.mark.parametrize(
    ("due", "passed", "near"),
    [
        ("2020-06-14", 1, 0),
        ("2020-06-15", 0, 1),
        ("2020-12-15", 0, 1),
        ("2020-12-16", 0, 0),
        ("2020-05", 1, 0),
        ("2020-06", 0, 1),
        ("2020-11", 0, 1),
        ("2020-12", 0, 0),
        (2019, 1, 0),
        (2020, 0, 0),
    ],
)
def test_a_deadline_passes_after_its_last_day_and_is_near_for_half_a_year_before(
    due: str | int, passed: int, near: int
) -> None:
    found = deadline(due)

    assert (found.passed, found.near) == (passed, near)


def test_the_next_deadline_is_the_one_that_ends_first() -> None:
    assert deadline("2020-12", "2020-12-15").next == when("2020-12-15")


def test_without_any_date_in_the_data_no_deadline_has_passed_or_is_near() -> None:
    found = deadline("2019-05-18", as_of=None)

    assert (found.passed, found.near, found.next) == (0, 0, when("2019-05-18"))


def test_without_a_day_asked_for_the_newest_date_in_the_data_is_today() -> None:
    data = made(
        ask("cat-1", follow_up={"due": "2019-05-18"}),
        ask("cat-2", status=[update("reported", "in-progress", "2019-05-19")]),
    )

    assert hint(data, "deadline").passed == 1


def progress(*logs: list[Data], **more: Any) -> Progress:
    records = [ask(f"cat-{number}", status=log, **more) for number, log in enumerate(logs)]
    found: Progress = hint(made(*records), "progress")
    return found


def test_progress_counts_recommendations_on_which_somebody_said_anything() -> None:
    reported = update("reported", "in-progress", "2020-01-01")
    assessed = update("assessed", "not-started", "2020-01-01", by="nim")

    assert progress([reported, reported], [assessed], [reported, assessed], []) == Progress(
        total=4, reported=2, assessed=2
    )


def test_that_nobody_reports_is_no_report() -> None:
    nothing = update("reported", "no-report", "2020-01-01", by="nim")

    assert progress([nothing]) == Progress(total=1, reported=0, assessed=0)


def test_a_committees_grade_is_an_assessment() -> None:
    grades = {"grades": [{"scale": "cat", "value": "B2"}]}

    assert progress([], follow_up=grades) == Progress(total=1, reported=0, assessed=1)
