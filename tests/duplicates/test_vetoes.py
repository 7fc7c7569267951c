"""What makes two texts different asks however alike they are otherwise."""

from __future__ import annotations

import pytest

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.judging import judge
from anbefal.analysis.duplicates.pairs import Judgement
from anbefal.analysis.duplicates.reads import prepared
from anbefal.analysis.duplicates.vetoes import CEILING


def judged(one: str, other: str) -> Judgement:
    return judge(prepared(read_ask(one, "en")), prepared(read_ask(other, "en")))


@pytest.mark.parametrize(
    ("one", "other", "aspect"),
    [
        ("Combat hate speech against Muslims", "Combat hate speech against the Sami", "group"),
        ("Ban the isolation of juveniles", "Ban the isolation of adults", "group"),
        ("Make the CRPD national law", "Make the CERD national law", "instrument"),
        ("Ratify the Istanbul Convention", "Implement the Istanbul Convention", "action"),
        (
            "Raise the age of marriage to 16 years",
            "Raise the age of marriage to 18 years",
            "subject",
        ),
        ("Limit police custody to 24 hours", "Limit police custody to 48 hours", "subject"),
        ("Prohibit isolation of children", "Do not prohibit isolation of children", "subject"),
        ("End isolation of children", "End isolation of children, except at night", "subject"),
        ("Prohibit isolation of children", "Reduce isolation of children", "action"),
        ("Increase funding of shelters", "Reduce funding of shelters", "action"),
        (
            "Establish a national human rights institution",
            "Strengthen the national human rights institution",
            "action",
        ),
        ("Adopt the law on juvenile justice", "Repeal the law on juvenile justice", "action"),
        (
            "Improve plans against domestic violence",
            "Improve laws against domestic violence",
            "action",
        ),
        ("Ratify OPCAT", "Train guards, open schools and ratify OPCAT", "part-of"),
        (
            "Raise the school leaving age from 14 to 15 years",
            "Raise the school leaving age from 14 to 16 years",
            "subject",
        ),
        ("Criminalise adultery", "Decriminalise adultery", "action"),
        ("Allow dual citizenship", "Abolish dual citizenship", "action"),
        ("Count children in cells", "Count no children in cells", "subject"),
    ],
)
def test_one_thing_put_for_another_makes_another_ask(one: str, other: str, aspect: str) -> None:
    judgement = judged(one, other)
    assert judgement.score <= CEILING
    assert judgement.relation == "related"
    assert aspect in judgement.differs_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ratify OPCAT if it has not yet done so", "Ratify OPCAT"),
        ("Prohibit isolation of children", "Ban isolation of minors"),
        ("Open shelters in 10 towns by 2027", "Open shelters in 10 towns by 2028"),
        ("Open shelters no later than in spring", "Open shelters in spring"),
        ("Introduce a ban on whaling", "Prohibit whaling"),
    ],
)
def test_what_turns_nothing_round_keeps_nothing_down(one: str, other: str) -> None:
    assert judged(one, other).relation == "duplicate"


def test_treaties_that_both_would_be_bound_by_are_left_to_their_own_weights() -> None:
    many = "Ratify CEDAW, the CED, the CRPD, the CRC, the ICCPR and the {}"
    judgement = judged(many.format("ICESCR"), many.format("ICRMW"))
    assert judgement.score > CEILING
    assert judgement.differs_in == ("instrument",)


def test_the_second_of_only_two_asks_is_left_to_the_weights() -> None:
    assert judged("Ratify OPCAT", "Train guards and ratify OPCAT").score > CEILING
