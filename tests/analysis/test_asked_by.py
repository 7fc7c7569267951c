"""Who asks for the same: bodies and years, by decided links alone."""

from __future__ import annotations

from typing import Any

from anbefal.analysis.asked_by import asked_by
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.report.asked_by import asked_by_data
from anbefal.wording.asked_by import bodies_and_years, states_in_words
from repositories import Data, dataset, recommendation, text

BODIES = [
    ("cat", "treaty-body"),
    ("ccpr", "treaty-body"),
    ("cedaw", "treaty-body"),
    ("cpt", "mechanism"),
    ("grevio", "mechanism"),
]


def ask(record_id: str, year: int | None = None, *same: str, **more: Any) -> Data:
    """An ask of the body that its id begins with, the same as others."""
    source = {"date": year, **more.pop("source", {})}
    links = {"same_as": list(same), **more.pop("links", {})}
    body = record_id.split("-", maxsplit=1)[0]
    return recommendation(record_id, "helse", body=body, source=source, links=links, **more)


def made(*records: Data) -> Dataset:
    actors = [
        {"id": one, "kind": kind, "name": text(one), "abbreviation": one.upper()}
        for one, kind in BODIES
    ]
    return dataset(actors=actors, recommendations=records)


def told(*records: Data, start: str = "cat-1", language: Language = "en") -> str:
    data = made(*records)
    return bodies_and_years(data, asked_by(data, [start]), language)


def test_bodies_stand_with_years_treaty_bodies_first_and_by_name() -> None:
    records = (
        ask("grevio-1", 2022, "cat-1"),
        ask("cpt-1", 2019, "grevio-1"),
        ask("cedaw-1", 2017, "cat-1"),
        ask("cat-1", 2018),
        ask("ccpr-1", 2018, "cedaw-1"),
    )

    assert told(*records) == "CAT 2018, CCPR 2018, CEDAW 2017, CPT 2019 and GREVIO 2022"
    assert told(*reversed(records), start="cpt-1") == told(*records)


def test_earlier_cycles_stand_with_their_body_apart_from_others() -> None:
    again = ask("cat-2", 2018, links={"repeats": ["cat-1"]})

    assert told(ask("cat-1", 2012), again) == "CAT 2012 and 2018"
    assert told(ask("cat-1", 2012, "ccpr-1"), again, ask("ccpr-1", 2018)) == (
        "CAT 2012 and 2018; CCPR 2018"
    )


def test_records_of_a_body_in_one_year_ask_once() -> None:
    (found,) = asked_by(made(ask("cat-1", 2018), ask("cat-2", 2018, "cat-1")), ["cat-2"])

    assert [one.id for one in found.records] == ["cat-1", "cat-2"]


def test_related_records_and_those_told_apart_do_not_count() -> None:
    links = {"related": ["ccpr-1"], "distinct_from": ["cedaw-1"]}

    assert told(ask("cat-1", 2018, links=links), ask("ccpr-1", 2018), ask("cedaw-1", 2017)) == (
        "CAT 2018"
    )


def test_a_concern_joins_asks_and_is_none_itself() -> None:
    concern = ask("ccpr-1", 2018, "cat-1", kind="concern")

    assert told(ask("cat-1", 2018), concern, ask("cedaw-1", 2017, "ccpr-1")) == (
        "CAT 2018 and CEDAW 2017"
    )


def test_a_year_that_is_not_known_is_not_guessed() -> None:
    undated = ask("ccpr-1", None, "cat-1")
    by_document = ask("cedaw-1", None, "cat-1", source={"document": "CEDAW/C/NOR/CO/9"})

    assert told(ask("cat-1", 2018), undated, by_document, language="nb") == (
        "CAT 2018, CCPR (år ikke kjent) og CEDAW (CEDAW/C/NOR/CO/9)"
    )


def test_cycles_of_a_body_without_years_stand_together_after_its_years() -> None:
    undated = ask("grevio-1", None, "cat-1")
    by_document = ask("grevio-2", None, "cat-1", source={"document": "GREVIO/1"})
    dated = ask("grevio-3", 2022, "cat-1")

    both = told(ask("cat-1", 2018), undated, by_document, language="nb")
    all_three = told(ask("cat-1", 2018), undated, by_document, dated)

    assert both == "CAT 2018; GREVIO (GREVIO/1 og et ukjent år)"
    assert all_three == "CAT 2018; GREVIO 2022 (also in GREVIO/1 and an unknown year)"


def test_json_tells_cycles_apart_and_names_states() -> None:
    undated = ask("grevio-1", None, "cat-1")
    by_document = ask("grevio-2", None, "cat-1", source={"document": "GREVIO/1"})
    states = [{"recommended_by": ["SE", "DK"]}, {"recommended_by": ["DK", "Utopia"]}]
    two = [ask(f"upr-{n}", 2019, "cat-1", source=by) for n, by in enumerate(states)]
    data = made(ask("cat-1", 2018), undated, by_document, *two)

    found = asked_by_data(asked_by(data, ["cat-1"]))

    assert [(one["body"], one["year"], one["document"], one["states"]) for one in found] == [
        ("cat", 2018, None, []),
        ("grevio", None, "GREVIO/1", []),
        ("grevio", None, None, []),
        ("upr", 2019, None, ["DK", "SE", "Utopia"]),
    ]


def test_states_are_named_and_sorted_by_name() -> None:
    assert states_in_words(["EG", "Utopia", "DK"], "nb") == "Danmark, Egypt og Utopia"
    assert states_in_words(["EG", "AT"], "nb") == "Egypt og Østerrike"


def test_a_year_is_marked_where_every_record_infers_it() -> None:
    inferred = {"inferred": ["date"]}
    one, other = ask("cat-1", 2018, provenance=inferred), ask("cat-2", 2018, "cat-1")

    assert told(one) == "CAT 2018 (inferred)"
    assert told(one, other) == "CAT 2018"
