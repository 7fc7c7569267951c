"""What a paragraph does: the committee's own verb decides, at the head of a sentence."""

from __future__ import annotations

import pytest

from anbefal.exchange.observations.follow_up import (
    asks_for_follow_up,
    follow_up_in,
    paragraphs_in,
)
from anbefal.exchange.observations.kinds import kind_of

RECOMMENDS = """\
The Committee recommends that the State party build more homes.
The Committee therefore reiterates its call upon the State party to build.
The Committee once again urges the State party to build.
The Committee calls on the Government of Norway to build.
The Committee would like to recommend that the State party build.
The Committee, recalling its general comment No. 2, recommends that the State party build.
The Committee further recommends, in line with its comment, that the State party build.
The Committee stresses that the State Party must build.
The Committee requests the State party to include figures on homes in its next periodic report.
The State party should build.
It should also build.
In this connection it should build.
Given the number of cases, the State party should, as a matter of priority, build.
Bearing in mind article 3, and recalling that it must protect all, the State party should build.
While it has built much, the Committee encourages the State party to build more.
The State party is urged to build.
It is recommended that homes be built.
Measures should be taken to build.
The Committee is concerned about delays and recommends that the State party build.
The Committee regrets the lack of figures and therefore recommends that such figures be kept.
The Committee is concerned about delays. The State party should build.
GRETA considers that the Norwegian authorities should build.
GREVIO strongly encourages the Norwegian authorities to build.
The Committee recommends that the State party disseminate the concluding observations.
Recommends that the State party build."""

CONCERNS = """\
The Committee is concerned that the Ombudsman recommends a law and that it should be adopted.
The Committee is concerned that complaints are few and requests for legal aid are refused.
The Committee is, however, concerned about delays.
The Committee remains deeply and seriously concerned about delays.
The Committee, while welcoming the plan, is deeply concerned about its scope.
The Committee welcomes the plan but is concerned at its scope.
While welcoming the plan, the Committee regrets that it lacks funds.
However, it remains concerned that the Act is unclear.
The Committee also takes note with regret of the delay.
The Committee reiterates its concern about delays.
Concern is also expressed about delays.
It is of concern that the law is old.
The Committee is concerned by reports of delays, which should be looked into."""

NEITHER = """\
The Committee notes that the Ombudsman has recommended that the State party should build.
The Committee takes note of the assertion by the State party that it should not have to build.
The State party indicated that it should build.
According to the delegation, the State party should build by 2030.
The delegation told the Committee that it should wait.
It should be noted that the law was amended.
The State party has not done what the Committee recommended.
The Committee draws the attention of the State party to its general comment.
The Committee commends the State party.
The State party is invited to submit its updated common core document.
The Committee requests the State party to disseminate the present concluding observations."""


@pytest.mark.parametrize("text", RECOMMENDS.splitlines())
def test_a_committee_recommends(text: str) -> None:
    assert kind_of(text).kind == "recommendation"


@pytest.mark.parametrize("text", CONCERNS.splitlines())
def test_a_committee_is_concerned(text: str) -> None:
    assert kind_of(text).kind == "concern"


@pytest.mark.parametrize("text", NEITHER.splitlines())
def test_others_recommend_or_nobody_does(text: str) -> None:
    assert kind_of(text).kind is None


@pytest.mark.parametrize(
    ("asked", "paragraphs", "due", "note"),
    [
        (
            "by 7 December 2029, information on paragraphs 14, 16 (a) and (b), 22 (c)–(e) and 30",  # noqa: RUF001
            ("14", "16(a)", "16(b)", "22(c)", "22(d)", "22(e)", "30"),
            "2029-12-07",
            "",
        ),
        (
            "within two years, information on steps to implement paragraphs 12 and 23 (a) above",
            ("12", "23(a)"),
            "",
            "within two years",
        ),
        (
            (
                "under rule 75, paragraph 1, within one year of the adoption of the report, "
                "information on paragraphs 15 (housing), 31 and 33"
            ),
            ("15", "31", "33"),
            "",
            "within one year of the adoption of the report",
        ),
        (
            "no later than 1 May 2030, information on follow-up (see paras. 9 to 11 and 20 (b))",
            ("9", "10", "11", "20(b)"),
            "2030-05-01",
            "",
        ),
    ],
)
def test_a_request_for_follow_up_names_paragraphs_and_a_time(
    asked: str, paragraphs: tuple[str, ...], due: str, note: str
) -> None:
    text = f"The Committee requests the State party to provide, {asked}."
    assert kind_of(text).kind == "follow-up-request"
    found = follow_up_in(text)
    assert (found.paragraphs, found.due, found.note) == (paragraphs, due, note)


PARTICULAR = (
    "The Committee draws attention to the particular importance of paragraphs 8 and 12 and asks "
    "the State party to provide in its next periodic report information on its measures."
)


@pytest.mark.parametrize(
    "text",
    [
        PARTICULAR,
        "The State party should build homes within one year.",
        "The Committee requests the State party to submit its next report by 5 May 2030.",
    ],
)
def test_other_requests_are_none_for_follow_up(text: str) -> None:
    assert not asks_for_follow_up(text)
    assert kind_of(text).kind != "follow-up-request"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paragraphs 7 (a) and (c) and 9 (b) (i)", ("7(a)", "7(c)", "9(b)(i)")),
        ("paragraph 7 of 5 May 2030", ("7",)),
        ("paragraphs 7 and 5 May 2030", ("7",)),
        ("article 4, paragraph 2, of the Convention", ()),
        ("in paras. 3, 4–6, and 8", ("3", "4", "5", "6", "8")),  # noqa: RUF001
    ],
)
def test_paragraphs_are_found_in_every_usual_form(text: str, found: tuple[str, ...]) -> None:
    assert paragraphs_in(text) == found
