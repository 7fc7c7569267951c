"""Whose turn it has been: what is recorded, what is only likely, what is not known."""

from __future__ import annotations

from typing import Any

from anbefal.analysis.turns import Turn, Turns, turns
from repositories import Data, actor, dataset, meeting, recommendation, theme

ACTORS = [
    actor("cat", "treaty-body"),
    actor("ccpr", "treaty-body"),
    actor("jd", "ministry"),
    actor("kud", "ministry"),
    actor("juss"),
    actor("forum", "network", members=["juss"], speaks_for=["cat"]),
    actor("nett", "network"),
]
RECORDS = [recommendation("r1", "a"), recommendation("r2", "a", body="ccpr")]


def found(*meetings: Data) -> Turns:
    themes = [theme("a"), theme("b")]
    return turns(dataset(meetings=meetings, actors=ACTORS, recommendations=RECORDS, themes=themes))


def held(meeting_id: str = "m1", day: str = "2022-03", **more: Any) -> Data:
    return meeting(meeting_id, "a", "held", date=day, **{"ministries": ["jd"], **more})


def had(known: tuple[Turn, ...]) -> dict[str, str]:
    return {one.id: one.had for one in known}


def test_themes_and_ministries_have_had_their_turn_when_a_meeting_was_held() -> None:
    known = found(held(), held("m2", "2021-05-02", ministries=["kud", "jd"]))

    assert had(known.themes) == {"a": "yes", "b": "no"}
    last = {one.id: (str(one.last), one.led) for one in known.ministries}
    assert last == {"jd": ("2022-03", 1), "kud": ("2021-05-02", 1)}


def test_a_meeting_that_was_only_asked_for_gives_no_turn() -> None:
    known = found(meeting("m1", "a", "requested", ministries=["jd"]))

    assert had(known.themes) == {"a": "no", "b": "no"}
    assert [one.id for one in known.themes[0].open] == ["m1"]


def test_a_body_has_had_its_turn_where_its_recommendation_was_taken_up() -> None:
    assert had(found(held(recommendations=["r1"])).conventions) == {"cat": "yes", "ccpr": "no"}


def test_a_body_whose_theme_was_taken_up_has_probably_had_its_turn() -> None:
    assert had(found(held()).conventions) == {"cat": "by_theme", "ccpr": "by_theme"}


def test_what_a_promise_follows_up_was_taken_up() -> None:
    promise = {"id": "p", "text": {"nb": "Vi gjør det."}, "addresses": ["r2"]}

    assert had(found(held(commitments=[promise])).conventions)["ccpr"] == "yes"


def test_a_network_has_had_its_turn_where_a_member_took_part() -> None:
    known = found(held(participants=[{"actor": "juss"}]))

    assert had(known.networks) == {"forum": "yes", "nett": "no"}


def test_where_participants_are_not_recorded_a_network_may_have_been_there() -> None:
    known = found(held(), held("m2", participants=[{"actor": "juss"}]))

    assert had(known.networks) == {"forum": "yes", "nett": "unknown"}
    assert [one.id for one in known.without_participants] == ["m1"]


def test_without_a_held_meeting_no_network_was_there() -> None:
    assert had(found().networks) == {"forum": "no", "nett": "no"}
