"""Every sentence of an overview and of a matrix can be said, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from anbefal.analysis.matrix import matrix
from anbefal.analysis.overview import overview
from anbefal.analysis.overview_groups import Dimension
from anbefal.analysis.owed import Filters
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.report.output import Format, Result
from anbefal.report.overview.matrix import matrix_result
from anbefal.report.overview.owed import Owed, overview_result
from anbefal.report.overview.sheets import matrix_sheets, overview_sheets
from anbefal.report.overview.telling import Telling
from anbefal.sheets import Workbook
from anbefal.wording import LANGUAGES, Wording
from report.heard import heard, written
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update

TODAY = date(2022, 12, 1)
GRADED = {"value": "B2", "scale": "cat"}


def world(*records: Data, as_of: date | None = TODAY, **more: Any) -> Dataset:
    return dataset(
        as_of=as_of,
        settings={"language": "nb", "stale_after_days": more.pop("stale", 365)},
        themes=[theme("a")],
        actors=[
            actor("cat", "treaty-body", abbreviation="CAT"),
            actor("upr", "mechanism"),
            actor("jd", "ministry"),
            actor("nim", "ombud"),
        ],
        recommendations=records,
        **more,
    )


def record(number: int, *themes: str, **more: Any) -> Data:
    return recommendation(f"cat-{number}", *(themes or ("a",)), **more)


def picked(number: int, due: str | None, *grades: Data, **more: Any) -> Data:
    follow_up = {"grades": list(grades), **({"due": due} if due else {})}
    return record(number, follow_up=follow_up, **more)


def promised(name: str, due: str | None, *updates: Data, **more: Any) -> Data:
    day = {"due": due} if due else {}
    return {"id": name, "text": text("Bygge."), "updates": list(updates), **day, **more}


def owing() -> Dataset:
    """Return a repository in which everything that can be owed is owed, in every way."""
    silent = update("assessed", "no-report", "2022-05", "nim")
    judged = update("assessed", "contrary", "2021-05-01", "nim")
    old = update("reported", "in-progress", "2020-05-01")
    records = [
        record(1, ministries=["jd"], provenance={"inferred": ["ministries"]}),
        record(2, status=[silent, judged], provenance={"verified": True}),
        record(3, status=[old], ministries=["jd"], source={"date": 2018}),
        picked(4, "2022-12-01"),
        picked(5, "2022-12-02", status=[old]),
        picked(6, "2022-11-01"),
        picked(7, "2022-10-01", {**GRADED, "date": "2022-11"}, GRADED),
        picked(8, None),
        *(record(number) for number in range(10, 32)),
    ]
    plan = {
        "id": "plan",
        "title": text("Planen"),
        "owner": "jd",
        "measures": [promised("sent", "2022-11", addresses=["cat-1"]), promised("apent", None)],
    }
    made = [promised("na", "2022-12-01", old, addresses=["cat-1"]), promised("snart", "2022-12-02")]
    held = meeting("m", "a", "held", commitments=made)
    return world(*records, plans=[plan], meetings=[held])


def two_of_each() -> Dataset:
    """Return a repository with two where the other has one, and one more than a screen shows."""
    inferred = {"ministries": ["jd"], "provenance": {"inferred": ["ministries"]}}
    records = [record(1, **inferred), record(2, **inferred), *map(record, range(10, 29))]
    return world(*records, stale=1)


def asked() -> Dataset:
    """Return a repository in which a matrix has something in every cell."""
    told = update("reported", "in-progress", "2022-05-01", note="Sendt.", evidence=["Brevet"])
    position = {"value": "supported", "date": "2022-01", "source": "A/1"}
    date = {"source": {"date": 2018, "document": "CAT/1"}}
    seen = {"source": "Avisen", "inferred": ["date"], "note": "Lest i avisen."}
    records = [
        record(1, text={"en": "Build."}, summary=text("Bygg."), status=[told], **date),
        record(2, links={"repeats": ["cat-1"]}, provenance={**seen, "seen": "2022-01"}),
        record(3, provenance={**seen, "verified": True}, state_position=position, **date),
        picked(4, "2022-11", {**GRADED, "document": "CAT/2"}, **date),
        picked(5, None, **date),
        record(6, kind="concern"),
        recommendation("upr-1", "a", body="upr", links={"same_as": ["cat-1"]}, status=[told]),
    ]
    made = [promised("en", "2022-11", told, addresses=["cat-1"]), promised("to", None)]
    made[1]["addresses"] = ["cat-3"]
    held = meeting("m1", "a", "held", date="2022-03-04", ministries=["jd"], commitments=made)
    undated = meeting("m2", "a", "held", commitments=[{**made[1], "id": "tre"}])
    return world(*records, meetings=[held, undated])


def owed(data: Dataset, words: Wording, by: Dimension = "ministry", **more: Any) -> Owed:
    filters = Filters(**more.pop("filters", {}))
    return Owed(Telling(data, words), overview(data, filters), by, **more)


def made(words: Wording) -> Iterator[Result | Workbook]:
    """Yield overviews and matrices of every kind."""
    narrow = {"ministries": ("jd",), "bodies": ("cat",), "themes": ("a",)}
    for one in (
        owed(owing(), words),
        owed(two_of_each(), words, "body", as_it_stood=True),
        owed(world(as_of=None), words, "theme", filters=narrow),
        owed(world(record(1, status=[update("reported", "in-progress", "2022")]), stale=1), words),
    ):
        yield overview_result(one, Format.text)
        yield overview_sheets(one)
    for data, since in ((asked(), 2018), (world(*_concerns()), None)):
        telling, found = Telling(data, words), matrix(data, "cat", since)
        yield matrix_result(telling, found, Format.md)
        yield matrix_result(telling, found, Format.text, as_it_stood=True)
        yield matrix_sheets(telling, found)


def _concerns() -> Iterator[Data]:
    yield record(1, kind="concern")
    yield record(2, kind="concern")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_by_some_overview(language: Language) -> None:
    words, sentences = heard(language, "overview")
    for one in made(words):
        told = written(one, Format.text) if isinstance(one, Result) else str(one.sheets)
        assert "{" not in told

    assert set(sentences) - sentences.said == set()
