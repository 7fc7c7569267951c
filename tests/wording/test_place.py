"""Where a record stands is said alike wherever it is said."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.model.base import Language
from anbefal.model.recommendation import Recommendation
from anbefal.wording.place import MARK, Places
from repositories import actor, dataset, recommendation

KNOWN = dataset(
    actors=[actor("grevio", "mechanism", abbreviation="GREVIO")],
    recommendations=[
        recommendation("full", body="grevio", source={"date": "2022-11-25", "paragraph": "12"}),
        recommendation("listed", body="grevio", source={"date": "2022", "proposal": "38"}),
        recommendation("bare", body="grevio"),
        recommendation(
            "inferred",
            body="grevio",
            source={
                "date": "2022-11",
                "document": "GREVIO/2022",
                "paragraph": "12",
                "recommended_by": ["SE"],
            },
            provenance={"inferred": ["date", "document", "paragraph", "recommended_by"]},
        ),
    ],
)


def places(language: Language = "nb", **more: Any) -> Places:
    return Places(KNOWN, language, **more)


def record(one: str) -> Recommendation:
    return KNOWN.recommendations[one]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        ("full", "GREVIO 2022, avsn.\u00a012"),
        ("listed", "GREVIO 2022, forslag nr.\u00a038"),
        ("bare", "GREVIO, avsnitt ikke kjent (bare)"),
        ("inferred", "GREVIO 2022 (utledet), avsn.\u00a012 (utledet)"),
    ],
)
def test_a_place_is_body_year_and_paragraph_or_number_in_the_list(one: str, told: str) -> None:
    assert places().place(record(one)) == told


def test_a_document_is_its_symbol_and_date_and_the_states_behind_it() -> None:
    marked = places(mark=MARK)

    assert marked.document(record("bare")) == "dokumentsymbol ikke kjent"
    assert marked.document(record("inferred")) == "GREVIO/2022*, november 2022*"
    assert marked.states(record("inferred")) == "fra Sverige*"


def test_only_marks_that_were_put_are_explained() -> None:
    marked = places("en", mark=MARK)
    marked.place(record("full"))
    nothing = marked.legend()
    marked.place(record("inferred"))
    inferred = marked.legend()
    marked.place(record("bare"))

    assert nothing == ()
    assert inferred == ("* means that the information was inferred, not seen in a source.",)
    assert len(marked.legend()) == 2
