"""What lies in one envelope words an ask by the same record."""

from __future__ import annotations

from anbefal.analysis.overview import overview
from anbefal.documents.letters.request import build_request
from anbefal.report.output import Format
from anbefal.report.overview.owed import Owed, overview_result
from anbefal.report.overview.telling import Telling
from anbefal.wording import wording
from documents.briefs import ask, brief_on, made, points
from documents.told import section, told
from repositories import meeting, scores


def test_letter_overview_and_brief_word_an_ask_by_the_same_record() -> None:
    same = {"links": {"same_as": ["cat-1"]}}
    data = made(
        ask("cat-1", year=2018),
        ask("ccpr-1", "ccpr", 2024, **same),
        ask("upr-1", "upr", 2024, **same),
        assessments=[scores("juss", ranked := {"cat-1": {"alvor": 4}}, recommendations=ranked)],
        meetings=[meeting("mote", "isolasjon")],
    )

    telling = Telling(data, wording("nb", "overview"))
    found = overview_result(Owed(telling, overview(data), "ministry"), Format.json)
    (owed,) = found.data["unreported"]
    letter = told(section(build_request(data, "mote"), "background"))

    assert points(brief_on(data), "asks")[1][0] == "Gjør ccpr-1."
    assert owed["text"] == {"nb": "Gjør ccpr-1."}
    assert "Gjør ccpr-1." in letter
    assert "Gjør cat-1." not in letter


def test_letter_and_brief_for_a_meeting_word_an_ask_by_what_the_meeting_names() -> None:
    data = made(
        ask("cat-1", year=2018),
        ask("ccpr-1", "ccpr", 2024, links={"same_as": ["cat-1"]}),
        meetings=[meeting("mote", "isolasjon", recommendations=["cat-1"])],
    )

    letter = told(section(build_request(data, "mote"), "background"))

    assert points(brief_on(data, meeting="mote"), "asks")[1][0] == "Gjør cat-1."
    assert "Gjør cat-1." in letter
    assert "Gjør ccpr-1." not in letter
