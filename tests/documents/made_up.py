"""A made-up plan with everything that a memo can tell, and meetings to write about."""

from __future__ import annotations

from datetime import date
from typing import Any

from anbefal.model.dataset import Dataset
from repositories import Data, actor, dataset, meeting, recommendation, text, theme, update

HOME = {"nb": "Hos oss", "nn": "Hjå oss", "en": "With us"}
AWAY = {"nb": "Hos andre"}


def plan(**more: Any) -> Data:
    """Return a plan of six measures: done, answered twice, silent, unknown, late and assessed."""
    return {
        "id": "varmestue",
        "title": {"nb": "Plan for varmestuer", "en": "Plan for warming rooms"},
        "owner": "jd",
        "case": "20/7",
        "mandate": text("Tinget ba om det."),
        "decided": "2020-02-01",
        "measures": [
            _measure("ovner", "Kjøpe ovner.", HOME, "jd", said("implemented", "jd", note="Ni.")),
            _measure(
                "nokler",
                "Dele ut nøkler.",
                HOME,
                "jd",
                said("not-started", "nord", note="Vi har ingen dør.\n\nOg ingen nøkkel."),
                said("in-progress", "sor", evidence=["https://example.org/nokler"]),
            ),
            _measure("skilt", "Sette opp skilt.", HOME, "nord", said("no-report", "jd")),
            _measure("ved", "Hugge ved.", AWAY, "sor"),
            _measure("tak", "Tette taket.", AWAY, "sor", said("in-progress", "sor"), due="2020-06"),
            _measure(
                "gjester",
                "Spørre gjestene.",
                AWAY,
                "sor",
                said("implemented", "sor"),
                update("assessed", "contrary", "2020-12-02", "juss", note="Ingen ble spurt."),
                addresses=["cat-2018-16"],
            ),
        ],
        "reports": [
            {
                "id": "varen",
                "date": "2020-04-01",
                "from": "Vårkontoret",
                "subject": text("Våren"),
            },
            {
                "id": "hosten",
                "date": "2020-12-01",
                "to": "Statsråden",
                "via": ["Avdelingen", "nord"],
                "copy": "Arkivet",
                "from": "jd",
                "case": "20/7-9",
                "officer": "Sekretæren",
                "subject": {"nb": "Varmestuene i høst", "en": "The warming rooms this autumn"},
                "occasion": text("Statsråden spurte i oktober."),
                "remarks": [
                    {"text": text("Det går framover."), "by": "sor", "heading": AWAY},
                    {"text": text("Vi trenger flere hender.")},
                ],
                "enclosures": ["Brev fra oktober"],
            },
        ],
        "provenance": {"source": "Innsyn", "seen": "2021-01-01", "note": "Verdiene er våre."},
        **more,
    }


def said(value: str, by: str, day: str = "2020-12-01", **more: Any) -> Data:
    return update("reported", value, day, by, **more)


def world(as_of: date | None = None, **plan_more: Any) -> Dataset:
    """Return a repository with the plan, and what it names."""
    return dataset(
        as_of=as_of,
        settings={"language": "nb"},
        themes=[theme("isolasjon")],
        actors=[
            actor("jd", "ministry", abbreviation="JD"),
            actor("nord", "agency"),
            actor("sor", "agency"),
            actor("juss"),
            actor("cat", "treaty-body", abbreviation="CAT"),
        ],
        recommendations=[recommendation("cat-2018-16", "isolasjon")],
        plans=[plan(**plan_more)],
    )


def _measure(name: str, words: str, heading: Data, by: str, *updates: Data, **more: Any) -> Data:
    return {
        "id": name,
        "text": text(words),
        "heading": heading,
        "responsible": [by],
        "updates": list(updates),
        **more,
    }


SECRETARIAT = {"name": text("Sekretariatet"), "address": "Storgata 1\n0155 Oslo", "reference": "7"}


def meetings(*made: Data, **more: Any) -> Dataset:
    """Return a repository with meetings on isolation, which three recommendations are about."""
    return dataset(
        **{
            "settings": {"language": "nb", "secretariat": SECRETARIAT},
            "themes": [theme("isolasjon"), theme("frihet")],
            "actors": [
                actor("jd", "ministry", abbreviation="JD"),
                actor("bfd", "ministry"),
                actor("juss"),
                actor("cat", "treaty-body", abbreviation="CAT"),
                actor("ccpr", "treaty-body", abbreviation="CCPR"),
            ],
            "recommendations": [
                recommendation("cat-2018-16", "isolasjon", source={"date": "2018-06-05"}),
                recommendation(
                    "ccpr-2018-9",
                    "isolasjon",
                    body="ccpr",
                    source={"date": "2018-04-05", "paragraph": "9"},
                    links={"same_as": ["cat-2018-16"]},
                ),
                recommendation("cat-2024-2", "isolasjon", source={"date": "2024-05-01"}),
            ],
            "meetings": made,
            **more,
        }
    )


def asked(state: str = "requested", **more: Any) -> Data:
    """Return a meeting that was asked for, with nothing else recorded but its ministries."""
    day = {"requested_on": "2022-10-03"} if "requested_on" not in more else {}
    return meeting("mote", "isolasjon", state, ministries=["jd", "bfd"], **day, **more)


def full(state: str = "requested", **more: Any) -> Data:
    """Return a meeting with everything that a letter needs."""
    recorded: Data = {
        "proposed_dates": ["2022-11-01", "2022-11-08"],
        "participants": [{"actor": "juss", "role": "innleder"}],
    }
    return asked(state, **{**recorded, **more})
