"""What a ranking says in words, and that it never claims more than its values carry."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.analysis.priorities import Query, prioritise
from anbefal.analysis.whatif import WhatIf
from anbefal.model.base import Language
from anbefal.report.ranking.result import ranking_result
from anbefal.report.ranking.telling import Telling
from anbefal.wording import wording
from repositories import criteria, dataset, recommendation, scores, theme

Given = dict[str, dict[str, dict[str, float]]]


def told(
    given: Given, query: Query | None = None, *, language: Language = "nb", **parts: Any
) -> dict[str, list[str]]:
    """Return the lines that a ranking says, by heading; its notes under an empty one."""
    items = dict.fromkeys(item for values in given.values() for item in values)
    content = {"themes": [theme(one) for one in items]} | parts
    data = dataset(assessments=[scores(who, values) for who, values in given.items()], **content)
    by = criteria({"alvor": 1, "hast": 1})
    found = prioritise(data, by, language, query or Query(draws=200, places=1))
    result = ranking_result(Telling(data, found, wording(language, "ranking")))
    lines = {one.heading: [line.words for line in one.lines] for one in result.sections}
    return {"": list(result.notes), **lines}


THIN = "Høyt oppe, men på tynt grunnlag, for mindre enn halvparten av verdiene er gitt"
WHOLE = {"alvor": 4.0, "hast": 4.0}
FAR_BELOW = {"alvor": 0.0, "hast": 0.0}


def test_what_is_always_first_is_safely_in() -> None:
    said = told({who: {"vold": WHOLE, "barn": FAR_BELOW} for who in ("juss", "nim")})

    assert "Trygt med: Vold." in said["Kortlisten"]


def test_on_few_values_nothing_is_called_safe() -> None:
    said = told({"juss": {"vold": WHOLE, "barn": FAR_BELOW}, "forum": {}, "nim": {}})

    assert said["Kortlisten"][1:] == [
        "Ingenting er trygt med.",
        f"{THIN}: Vold (100\u00a0%).",
    ]


def test_one_view_is_said_to_be_one_view() -> None:
    said = told({"juss": {"vold": WHOLE, "barn": FAR_BELOW}})

    assert any(note.startswith("Bare juss har vurdert") for note in said[""])


def test_where_the_unknown_turns_the_order_that_is_said() -> None:
    both = {"vold": {"alvor": 3.0}, "barn": {"alvor": 2.9, "hast": 2.9}}

    said = told({"juss": both, "nim": both})["Kortlisten"]

    assert any(line.startswith("Prosentene følger ikke alltid plassen") for line in said)


def test_an_assessor_that_the_shortlist_hangs_on_is_named() -> None:
    said = told(
        {
            "juss": {"vold": WHOLE, "barn": FAR_BELOW},
            "nim": {"vold": {"alvor": 1.0, "hast": 1.0}, "barn": {"alvor": 2.0, "hast": 2.0}},
        }
    )

    assert (
        "Uten verdiene fra juss ville Barn vært på kortlisten i stedet for Vold."
        in said["Hva kortlisten henger på"]
    )


def test_nobody_is_named_where_any_of_them_can_be_left_out() -> None:
    said = told({who: {"vold": WHOLE, "barn": FAR_BELOW} for who in ("juss", "nim")})

    assert said["Hva kortlisten henger på"][-1] == (
        "Kortlisten er den samme om en hvilken som helst av deltakerne holdes utenfor."
    )


def test_where_all_have_room_nothing_hangs_on_anything() -> None:
    said = told({"juss": {"vold": WHOLE}, "nim": {"vold": WHOLE}})

    assert len(said["Kortlisten"]) == 1
    assert "Hva kortlisten henger på" not in said


def test_no_theme_takes_all_the_time_that_a_meeting_has() -> None:
    apart = {"vold": {"alvor": 0.0, "hast": 0.0}, "barn": {"alvor": 3.0, "hast": 3.0}}
    other = {"vold": {"alvor": 4.0, "hast": 4.0}, "barn": {"alvor": 3.0, "hast": 1.0}}

    said = told({"juss": apart, "nim": other})["Snakk om dette"]

    assert [line for line in said if ": fra " in line] == [
        "Vold, alvor: fra 0 til 4",
        "Barn, hast: fra 1 til 3",
    ]


def test_a_mean_of_few_recommendations_says_of_how_many() -> None:
    records = [recommendation(f"cat-{number}", "vold") for number in range(1, 4)]
    data = dataset(
        themes=[theme("vold")],
        recommendations=records,
        assessments=[
            scores("juss", {"cat-1": {"alvor": 0}}, recommendations=["cat-1"]),
            scores("nim", {"vold": {"alvor": 4}}),
        ],
    )
    found = prioritise(data, criteria({"alvor": 1}), "nb", Query(draws=10))
    result = ranking_result(Telling(data, found, wording("nb", "ranking")))
    lines = [line.words for one in result.sections for line in one.lines]

    assert "juss: 0 (snitt av 1 av 3 anbefalinger)" in lines


def test_a_supposition_says_what_it_changes() -> None:
    given = {
        who: {"vold": {"alvor": 4.0, "hast": 0.0}, "barn": {"alvor": 1.0, "hast": 2.0}}
        for who in ("juss", "nim")
    }
    query = Query(draws=10, places=1, what_if=WhatIf(without=("alvor",)))

    said = told(given, query)

    assert said[""][0].startswith("HVA OM: ")
    assert said["Sammenlignet med gruppens egen rangering"] == [
        "Inn på kortlisten: Barn.",
        "Ut av kortlisten: Vold.",
        "Barn: fra plass 2 til 1",
        "Vold: fra plass 1 til 2",
    ]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_language_says_as_much(language: Language) -> None:
    given: Given = {
        "juss": {"vold": WHOLE, "barn": FAR_BELOW},
        "nim": {"vold": {"alvor": 1.0}, "barn": {"alvor": 2.0, "hast": 2.0}},
    }

    in_norwegian, said = told(given), told(given, language=language)

    assert [len(lines) for lines in said.values()] == [len(x) for x in in_norwegian.values()]


def test_a_ranking_on_few_values_is_provisional() -> None:
    few, enough = {"vold": {"alvor": 4.0}}, {"vold": WHOLE}

    assert "FORELØPIG: Bare 1 av 4 verdier er gitt" in " ".join(told({"juss": few, "nim": {}})[""])
    assert "FORELØPIG" not in " ".join(told({"juss": enough, "nim": {}})[""])


def test_what_nobody_gave_on_the_open_places_is_named() -> None:
    given = {"vold": {"alvor": 3.0, "hast": 3.0}, "barn": {"alvor": 2.9}}

    said = told({"juss": given, "nim": given})["Hva kortlisten henger på"]

    assert "Det henger også på verdier som ingen har gitt: Barn (hast)." in said
