"""Every sentence about a year of meetings can be said, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from anbefal.analysis.meeting_year import Goal, meeting_year
from anbefal.analysis.next_theme import Candidate, Proposal, propose
from anbefal.analysis.turns import Turn, turns
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.meeting import Meeting
from anbefal.report.meetings.proposal import proposal_data, proposal_section
from anbefal.report.meetings.result import meetings_result
from anbefal.report.meetings.telling import Telling
from anbefal.report.output import Format
from anbefal.wording import LANGUAGES, Wording, wording
from report.heard import heard, written
from repositories import Data, actor, criteria, dataset, meeting, recommendation, scores, theme

ONE = criteria({"alvor": 1})
HELD = Meeting.model_validate(meeting("m1", "a", "held", date="2021-03-04"))
UNDATED = HELD.model_copy(update={"date": None})
ASKED = Meeting.model_validate(meeting("m2", "a", "requested"))
JD = Turn("jd", "yes", (HELD,))
NEW = Turn("jd", "no", ())


def known(*meetings: Data, as_of: date | None = date(2022, 12, 2)) -> Dataset:
    return dataset(
        as_of=as_of,
        settings={"meetings_per_year": 2},
        themes=[theme("a", ministries=["jd"]), theme("b")],
        actors=[
            actor("jd", "ministry"),
            actor("bfd", "ministry"),
            actor("cat", "treaty-body"),
            actor("ccpr", "treaty-body"),
            actor("cerd", "treaty-body"),
            actor("forum", "network", speaks_for=["cat"]),
            actor("nett", "network", speaks_for=["ccpr"]),
        ],
        recommendations=[recommendation("cat-1", "a"), recommendation("ccpr-1", "a", body="ccpr")],
        assessments=scores("juss", {"a": {"alvor": 4}, "b": {"alvor": 3}}),
        meetings=meetings,
    )


def told(data: Dataset, words: Wording) -> Telling:
    had = turns(data)
    proposal = propose(data, ONE, words.language, had)
    ranking_words = wording(words.language, "ranking")
    return Telling(data, meeting_year(data, 2022), had, proposal, words, ranking_words)


def plain(words: Wording) -> Telling:
    """Return a year without meetings, in which two themes have been ranked."""
    return replace(_plain(), words=words)


@cache
def _plain() -> Telling:
    return told(known(), wording("nb", "meetings"))


def with_candidates(telling: Telling, *candidates: Candidate) -> Telling:
    """Return the telling with another proposal: those that nothing puts behind are proposed."""
    themes = tuple(one.item.id for one in candidates if one.behind is None)
    found = replace(telling.proposal, candidates=candidates, themes=themes)
    return replace(telling, proposal=found)


def candidate(proposal: Proposal, **changes: Any) -> Candidate:
    first = {"behind": None, "is_thin": False, "standing": "safe", "share": 0.995, "ministry": NEW}
    return replace(proposal.candidates[0], **{**first, **changes})


BEHIND: Sequence[tuple[Data, str]] = (
    ({"behind": "open_meeting", "turn": Turn("a", "no", (), (ASKED,))}, "behind_open"),
    ({"behind": "shortlist", "standing": "unlikely", "share": 0.003}, "behind_shortlist"),
    ({"behind": "shortlist", "is_thin": True}, "behind_thin"),
    ({"behind": "waited", "turn": Turn("a", "yes", (HELD,))}, "behind_waited"),
    ({"behind": "ministry", "ministry": JD}, "behind_ministry"),
    ({"behind": "ministry", "ministry": None}, "behind_ministry_unknown"),
    ({"behind": "rank"}, "behind_rank"),
    ({"behind": "rank", "standing": "unlikely"}, "behind_rank_alone"),
)
"""What puts a theme behind the proposed one, and the sentence that says so."""

PROPOSED: Sequence[tuple[Data, str]] = (
    ({}, "ranked"),
    ({"is_thin": True}, "ranked_thin"),
    ({"standing": None, "share": None}, "ranked_undrawn"),
    ({"standing": "unlikely"}, "none_sure"),
    ({"turn": Turn("a", "no", ())}, "never"),
    ({"turn": Turn("a", "yes", (HELD,))}, "last_held"),
    ({"turn": Turn("a", "yes", (UNDATED,))}, "last_held_undated"),
    ({"ministry": NEW}, "lead_new"),
    ({"ministry": JD}, "lead_last"),
    ({"ministry": Turn("jd", "yes", (UNDATED,))}, "lead_last_undated"),
    ({"ministry": None}, "lead_unknown"),
    ({"bodies": (Turn("cat", "no", ()),)}, "bodies_new"),
    ({"networks": (Turn("forum", "no", ()),)}, "networks_new"),
    ({"networks": (Turn("forum", "unknown", ()),)}, "networks_unknown"),
)
"""What can be said of the proposed theme, and the sentence that says so."""


@pytest.mark.parametrize(("changes", "key"), BEHIND, ids=[key for _, key in BEHIND])
def test_each_step_of_the_rule_is_said_of_the_theme_that_it_puts_behind(
    changes: Data, key: str
) -> None:
    words, sentences = heard("nb", "meetings")
    telling = plain(words)
    proposed = candidate(telling.proposal)
    telling = with_candidates(telling, proposed, candidate(telling.proposal, **changes))
    lines = [line.words for line in proposal_section(telling).lines]

    assert key in sentences.said
    assert [line for line in lines if line.startswith(f"{proposed.item.name} (")]


@pytest.mark.parametrize(("changes", "key"), PROPOSED, ids=[key for _, key in PROPOSED])
def test_each_reason_is_said_of_the_proposed_theme(changes: Data, key: str) -> None:
    words, sentences = heard("nb", "meetings")
    telling = plain(words)
    telling = with_candidates(telling, candidate(telling.proposal, **changes))
    reasons = proposal_data(telling)["candidates"][0]["reasons"]

    assert key in sentences.said
    assert all(reason.endswith(".") for reason in reasons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_by_some_year(language: Language) -> None:
    words, sentences = heard(language, "meetings")
    for telling in years(words):
        assert "{" not in str(meetings_result(telling, Format.text).sections)
    assert "{" not in written(meetings_result(plain(words), Format.text), Format.text)
    unsaid = {key for key in sentences if key not in sentences.said}
    elsewhere = {key for key in unsaid if key.startswith(("event_", "category_", "calendar_"))}

    assert unsaid - elsewhere == set()


def years(words: Wording) -> Iterator[Telling]:
    """Yield years, meetings and proposals of every kind."""
    empty = told(known(as_of=date(2023, 1, 2)), words)
    yield replace(empty, proposal=replace(empty.proposal, candidates=(), themes=()))
    full = told(known(*_meetings()), words)
    yield full
    yield replace(full, as_it_stood=True)
    yield told(known(*_meetings(participants=[{"actor": "forum"}])), words)
    yield told(known(meeting("m", "b", "held", date="2022-01-01", ministries=["jd"])), words)
    for number in (1, 2):
        for goal in _goals(number):
            yield replace(full, found=replace(full.found, goal=goal))
    proposed = candidate(full.proposal)
    for step in ("rank", "ministry", "waited", "shortlist"):
        yield with_candidates(full, proposed, candidate(full.proposal, behind=step))
    yield with_candidates(full, proposed, proposed)
    taken = {"behind": "open_meeting", "turn": Turn("a", "no", (), (ASKED,))}
    yield with_candidates(full, candidate(full.proposal, **taken))
    for changes, _ in BEHIND:
        yield with_candidates(full, proposed, candidate(full.proposal, **changes))
    for changes, _ in PROPOSED:
        yield with_candidates(full, candidate(full.proposal, **changes))


def _goals(number: int) -> Iterator[Goal]:
    yield Goal(number, 0, number, number, number, number, is_over=False)
    yield Goal(2 * number, number, 0, 0, 0, 0, is_over=False)
    yield Goal(2 * number, number, 0, 0, 0, 0, is_over=True)
    yield Goal(3 * number, number, number, 0, 0, 0, is_over=False)
    yield Goal(number, number, 0, 0, 0, 0, is_over=True)


def _meetings(**more: Any) -> Iterator[Data]:
    """Yield meetings of 2022 in every state, dated to the day, to the month and not at all."""
    yield meeting("m-held", "a", "held", date="2022-03-04", ministries=["jd"], **more)
    named = {"recommendations": ["cat-1"], "participants": [{"actor": "nett"}]}
    yield meeting("m-named", "a", "held", date="2022-03", ministries=["jd"], **named)
    yield meeting("m-passed", "b", "confirmed", date="2022-11-01", ministries=["bfd"])
    yield meeting("m-undated", "b")
    for number, sent in enumerate(
        ("2022-11-30", "2022-12", "2022-11", "2021-11", "2019", None, "2022-12-02")
    ):
        asked = {"requested_on": sent} if sent else {}
        ministries = {"ministries": ["bfd"]} if number else {}
        yield meeting(f"m-asked-{number}", "b", "requested", **asked, **ministries)


@pytest.mark.parametrize(
    ("sent", "wait"),
    [
        ("2022-12", "etter høyst én dag"),
        ("2022-12-02", ""),
        ("2023-05", ""),
        ("2021-11", "etter minst 367 dager (over ett år)"),
    ],
)
def test_no_wait_is_negative_or_nothing(sent: str, wait: str) -> None:
    telling = told(
        known(meeting("m", "b", "requested", requested_on=sent)), wording("nb", "meetings")
    )

    assert telling.waited(telling.found.unanswered[0]) == wait


def test_a_day_that_nobody_recorded_is_not_told() -> None:
    data = known(meeting("m", "b", "requested", requested_on="2023"), as_of=None)
    result = meetings_result(told(data, wording("nb", "meetings")), Format.text)

    assert result.title.endswith("per 2023")
