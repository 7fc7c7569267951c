"""What two changes of one record come to, value by value."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.store.merging.merge import ABSENT, merge
from anbefal.store.merging.run import TooMuch


def said(day: str, value: str, **more: Any) -> dict[str, Any]:
    return {"date": day, "track": "reported", "by": "jd", "value": value, **more}


OLD = said("2019", "in-progress")
HERS = said("2020", "implemented")
HIS = said("2021", "contrary")
A, B, C = ({"id": name} for name in "abc")


def score(theme: str, **values: float | None) -> dict[str, Any]:
    return {"theme": theme, "values": values}


CLEAN = {
    "one side": ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}),
    "different keys": ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}),
    "the same on both": ({"a": 1}, {"a": 2}, {"a": 2}, {"a": 2}),
    "new keys": ({}, {"x": {"nb": 1}}, {"x": {"en": 2}}, {"x": {"nb": 1, "en": 2}}),
    "null is nothing": ({}, {"x": None}, {"x": 4}, {"x": 4}),
    "a file that both made": (ABSENT, {"a": 1, "b": 2}, {"a": 1, "c": 3}, {"a": 1, "b": 2, "c": 3}),
    "both delete": ({"a": 1, "b": 1}, {"b": 1}, {"b": 1}, {"b": 1}),
    "log": ({"status": [OLD]}, {"status": [OLD, HERS]}, {"status": [OLD, HIS]},
            {"status": [OLD, HERS, HIS]}),
    "first entries of a log": ({}, {"status": [HERS]}, {"status": [HIS]}, {"status": [HERS, HIS]}),
    "the same entry": ({"status": [OLD]}, {"status": [OLD, HERS]}, {"status": [HERS, OLD, HIS]},
                       {"status": [OLD, HERS, HIS]}),
    "an entry goes, another comes": ({"status": [OLD, HERS]}, {"status": [HERS]},
                                     {"status": [OLD, HERS, HIS]}, {"status": [HERS, HIS]}),
    "an entry changed apart": (
        {"status": [OLD]},
        {"status": [OLD | {"evidence": ["x"]}]},
        {"status": [OLD | {"note": "n"}, HIS]},
        {"status": [OLD | {"evidence": ["x"], "note": "n"}, HIS]},
    ),
    "themes": ([A, B], [A, {"id": "x"}, B], [A, {"id": "y"}, B, C],
               [A, {"id": "x"}, {"id": "y"}, B, C]),
    "a theme moved": ([A, B, C], [C, A, B], [A, B | {"n": 1}, C], [C, A, B | {"n": 1}]),
    "a main theme": ({"themes": ["a", "b"]}, {"themes": ["b", "a"]}, {"themes": ["a", "b", "c"]},
                     {"themes": ["b", "c", "a"]}),
    "scores": ({"scores": []}, {"scores": [score("a", x=1)]}, {"scores": [score("b", x=2)]},
               {"scores": [score("a", x=1), score("b", x=2)]}),
    "scores of one theme": ({"scores": []}, {"scores": [score("a", x=1)]},
                            {"scores": [score("a", y=2)]}, {"scores": [score("a", x=1, y=2)]}),
    "a value entered by each": (
        {"scores": [score("a", x=None, y=None)]},
        {"scores": [score("a", x=1, y=None)]},
        {"scores": [score("a", x=None, y=2)]},
        {"scores": [score("a", x=1, y=2)]},
    ),
    "a measure's updates": (
        {"measures": [A | {"updates": [OLD]}, B]},
        {"measures": [A | {"updates": [OLD, HERS]}, B]},
        {"measures": [A | {"updates": [OLD, HIS]}, B | {"due": "2020"}]},
        {"measures": [A | {"updates": [OLD, HERS, HIS]}, B | {"due": "2020"}]},
    ),
    "participants": ({"participants": [{"actor": "a"}]},
                     {"participants": [{"actor": "a", "role": "r"}]},
                     {"participants": [{"actor": "a"}, {"actor": "b"}]},
                     {"participants": [{"actor": "a", "role": "r"}, {"actor": "b"}]}),
    "names": ({"groups": ["x", "y"]}, {"groups": ["y", "z"]}, {"groups": ["x", "y", "w"]},
              {"groups": ["y", "z", "w"]}),
    "notes": ({"internal": ["a"]}, {"internal": ["a", "b"]}, {"internal": ["a", "c"]},
              {"internal": ["a", "b", "c"]}),
}  # fmt: skip

CONFLICTS = {
    "one scalar": ({"a": 1}, {"a": 2}, {"a": 3}, "a"),
    "number and text": ({"a": 1}, {"a": 2}, {"a": "2"}, "a"),
    "whole and not": ({"a": 1}, {"a": 2}, {"a": 2.0}, "a"),
    "deleted and changed": ({"a": 1, "b": 1}, {"b": 1}, {"a": 2, "b": 1}, "a"),
    "one kind and another": ({"a": 1}, {"a": [1]}, {"a": {"b": 1}}, "a"),
    "an entry's value": ({"status": [OLD]}, {"status": [OLD | {"value": "x"}]},
                         {"status": [OLD | {"value": "y"}]}, "status[0].value"),
    "an entry's value and note": ({"status": [OLD]}, {"status": [OLD | {"value": "x"}]},
                                  {"status": [OLD | {"note": "y"}]}, "status[0]"),
    "who and what": ({"status": [OLD]}, {"status": [OLD | {"value": "x"}]},
                     {"status": [OLD | {"by": "ud"}]}, "status[0]"),
    "an entry deleted and changed": ({"status": [OLD]}, {"status": []},
                                     {"status": [OLD | {"note": "y"}]}, "status[0]"),
    "two words of one speaker on one day": (
        {"status": [OLD]},
        {"status": [OLD, HERS]},
        {"status": [OLD, HERS | {"value": "contrary"}]},
        "status",
    ),
    "a citation": ({"source": {"document": "a", "paragraph": "1"}},
                   {"source": {"document": "b", "paragraph": "1"}},
                   {"source": {"document": "a", "paragraph": "2"}}, "source"),
    "the same theme twice": ([A], [A, B | {"n": 1}], [A, B | {"m": 1}], "[1]"),
    "a theme deleted and changed": ([A, B], [A], [A, B | {"m": 1}], "the record"),
    "a theme changed and deleted": ([A, B], [A, B | {"m": 1}], [A], "[1]"),
    "the main theme": ({"themes": ["a"]}, {"themes": ["b", "a"]}, {"themes": ["c", "a"]}, "themes"),
    "the first main theme": ({}, {"themes": ["b"]}, {"themes": ["c"]}, "themes"),
    "the lead moved and removed": ({"ministries": ["a", "b"]}, {"ministries": ["b", "a"]},
                                   {"ministries": ["a"]}, "ministries"),
    "two new orders": ([A, B, C], [B, A, C], [A, C, B], "the record"),
    "a score": ({"scores": [score("a", x=1)]}, {"scores": [score("a", x=2)]},
                {"scores": [score("a", x=3)]}, "scores[0].values.x"),
    "a note": ({"internal": ["a"]}, {"internal": ["b"]}, {"internal": ["c"]}, "internal[0]"),
    "same and not the same": ({}, {"links": {"same_as": ["a"]}},
                              {"links": {"distinct_from": ["a"]}}, "links"),
    "verified and changed": ({"text": {"en": "a"}, "provenance": {"verified": False}},
                             {"text": {"en": "a"}, "provenance": {"verified": True}},
                             {"text": {"en": "b"}, "provenance": {"verified": False}},
                             "provenance.verified"),
    "adopted and changed": ({"adopted": None, "criteria": [A]}, {"adopted": 1, "criteria": [A]},
                            {"adopted": None, "criteria": [A, B]}, "adopted"),
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_changes_that_can_both_hold(name: str) -> None:
    base, ours, theirs, wanted = CLEAN[name]
    merged = merge(base, ours, theirs)

    assert (merged.conflicts, merged.value) == ((), wanted)


@pytest.mark.parametrize("name", CONFLICTS)
def test_changes_that_cannot_both_hold(name: str) -> None:
    base, ours, theirs, place = CONFLICTS[name]

    for sides in ((ours, theirs), (theirs, ours)):
        assert merge(base, *sides).conflicts, sides
    assert str(merge(base, ours, theirs).conflicts[0]).startswith(f"{place}: ")


def test_a_list_too_long_to_be_compared_is_refused_soon() -> None:
    ours, theirs = ([{"n": f"{side}{number}"} for number in range(20_000)] for side in "ab")

    with pytest.raises(TooMuch):
        merge([{"n": number} for number in range(20_000)], ours, theirs)


def test_a_long_log_is_merged() -> None:
    log = [said("2019", "in-progress", note=str(number)) for number in range(1000)]
    merged = merge(log, [*log, HERS], [log[0] | {"evidence": ["x"]}, *log[1:], HIS])

    assert (merged.conflicts, len(merged.value), merged.value[-2:]) == ((), 1002, [HERS, HIS])
