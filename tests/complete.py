"""A small made-up repository in which every field of every kind of record has a value.

`test_the_sample_is_complete` in tests/model holds it to that.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from anbefal.model.base import Record
from anbefal.model.dataset import Dataset, Entry
from anbefal.model.kinds import kind_of
from repositories import Data, as_yaml

NAMES = (
    "alvor",
    "omfang",
    "saarbarhet",
    "plikt",
    "gjentakelse",
    "stillstand",
    "hast",
    "mulighet",
    "gjennomforing",
    "dialog",
)


def complete_data() -> dict[str, Any]:
    """Return the repository as path to plain values; the caller may change them."""
    return {
        "data/criteria.yaml": _criteria(),
        "data/settings.yaml": _settings(),
        "data/themes.yaml": _themes(),
        "data/actors.yaml": _actors(),
        **{f"data/recommendations/{one['id']}.yaml": one for one in _recommendations()},
        **{f"data/assessments/2022/{one['assessor']}.yaml": one for one in _assessments()},
        "data/meetings/2022-isolasjon.yaml": _meeting(),
        "data/plans/oppfolging-2021.yaml": _plan(),
    }


def write_files(root: Path, files: dict[str, Any]) -> Path:
    """Write path to plain values, or to text, below `root`."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        words = content if isinstance(content, str) else as_yaml(content)
        file.write_text(words, encoding="utf-8", newline="\n")
    return root


def as_dataset(files: dict[str, Any], as_of: date | None = None) -> Dataset:
    """Return the files' records without writing them."""
    entries: list[Entry[Record]] = []
    for path, content in files.items():
        kind = kind_of(path)
        assert kind is not None
        records = content if kind.listed else [content]
        entries += [Entry(kind, kind.model.model_validate(one), path) for one in records]
    return Dataset(tuple(entries), (), as_of)


def _criteria() -> Data:
    criteria: list[Data] = [
        {
            "id": one,
            "weight": 5 * number,
            "name": {"nb": f"Kriterium {one}"},
            "question": {"nb": f"Hvor mye {one}?"},
            "levels": {0: {"nb": "Lite"}, 4: {"nb": "Mye"}},
            "hints": ["repetition"],
        }
        for number, one in enumerate(NAMES, start=1)
    ]
    return {
        "title": {"nb": "Ti kriterier"},
        "adopted": {"date": "2021-05-01", "by": "arbeidsgruppen"},
        "scale": {"min": 0, "max": 4},
        "criteria": criteria,
    }


def _settings() -> Data:
    return {
        "secretariat": {
            "name": {"nb": "Sekretariatet"},
            "address": "Storgata 1",
            "reference": "Sak 12",
        },
        "language": "nb",
        "country": "NO",
        "meetings_per_year": 4,
        "stale_after_days": 730,
        "groups": {"innsatte": ["Prisoners"]},
        "names": {"innsatte": {"nb": "Innsatte", "en": "Prisoners"}, "lov": {"nb": "Lovendring"}},
    }


def _themes() -> list[Data]:
    return [
        {"id": "frihet", "name": {"nb": "Frihetsberøvelse"}},
        {
            "id": "isolasjon",
            "name": {"nb": "Isolasjon"},
            "description": {"nb": "Å holde folk innelåst alene."},
            "parent": "frihet",
            "ministries": ["jd", "bfd"],
            "uhri": ["Solitary confinement"],
        },
    ]


def _actors() -> list[Data]:
    return [
        {
            "id": "cat",
            "kind": "treaty-body",
            "name": {"nb": "Torturkomiteen"},
            "abbreviation": "CAT",
            "convention": "Torturkonvensjonen",
            "coordinated_by": "jd",
        },
        {"id": "ccpr", "kind": "treaty-body", "name": {"nb": "Menneskerettskomiteen"}},
        {"id": "upr", "kind": "mechanism", "name": {"nb": "Landgjennomgangen"}},
        {
            "id": "jd",
            "kind": "ministry",
            "name": {"nb": "Justisdepartementet"},
            "abbreviation": "JD",
            "formerly": [{"name": {"nb": "Det gamle departementet"}, "until": 2011}],
        },
        {"id": "bfd", "kind": "ministry", "name": {"nb": "Familiedepartementet"}},
        {"id": "nim", "kind": "ombud", "name": {"nb": "Menneskerettsinstitusjonen"}},
        {"id": "juss", "kind": "organisation", "name": {"nb": "Jusshjelpen"}},
        {
            "id": "forum",
            "kind": "network",
            "name": {"nb": "Forum for rettssikkerhet"},
            "members": ["juss"],
            "speaks_for": ["cat", "ccpr"],
        },
    ]


def _recommendations() -> list[Data]:
    return [
        {
            "id": "cat-2012-9",
            "source": {
                "body": "cat",
                "document": "CAT/C/NOR/CO/6-7",
                "paragraph": "9",
                "date": "2012-11",
            },
            "summary": {"nb": "Bruk isolasjon bare når det er nødvendig."},
            "themes": ["isolasjon"],
            "provenance": {"inferred": ["date"], "note": "Datoen er sluttet av årstallet"},
        },
        {
            "id": "cat-2018-16",
            "kind": "recommendation",
            "source": {
                "body": "cat",
                "document": "CAT/C/NOR/CO/8",
                "paragraph": "16",
                "session": "63rd session",
                "heading": "Isolation",
                "date": "2018-06-05",
                "url": "https://example.org/cat/8",
                "annotation_id": "abc-123",
            },
            "text": {"en": "Ensure that nobody is held alone without a daily decision."},
            "summary": {"nb": "La ingen sitte isolert uten en ny vurdering hver dag."},
            "themes": ["isolasjon", "frihet"],
            "groups": ["innsatte"],
            "labels": {
                "themes": ["Solitude"],
                "groups": ["Remand prisoners"],
                "ministries": ["Ministry of Prisons"],
            },
            "articles": ["CAT 11"],
            "sdgs": ["16.3"],
            "measure_types": ["lov"],
            "ministries": ["jd"],
            "levels": ["state"],
            "follow_up": {
                "due": "2019-05",
                "note": "Ett år etter",
                "grades": [
                    {"date": "2020-01-10", "scale": "cat", "value": "B2", "document": "CAT/brev/1"}
                ],
            },
            "status": [
                {
                    "date": "2019-02-04",
                    "track": "reported",
                    "by": "jd",
                    "value": "in-progress",
                    "note": "Et rundskriv er sendt",
                    "evidence": ["https://example.org/rundskriv"],
                },
                {
                    "date": "2020-06-01",
                    "track": "assessed",
                    "by": "nim",
                    "value": "partly-implemented",
                },
            ],
            "links": {
                "same_as": ["ccpr-2018-15b"],
                "repeats": ["cat-2012-9"],
                "related": ["upr-2019-140-10"],
                "distinct_from": ["cat-2018-20"],
            },
            "provenance": {
                "source": "https://example.org/gjengivelse",
                "seen": "2021-03-02",
                "verified": True,
                "imported": {"text.en": "uhri-0123abcd"},
            },
        },
        {
            "id": "cat-2018-20",
            "kind": "concern",
            "source": {"body": "cat", "proposal": "7"},
            "text": {"nb": "Komiteen er bekymret for bruk av belter."},
            "themes": ["isolasjon"],
        },
        {
            "id": "ccpr-2018-15b",
            "source": {
                "body": "ccpr",
                "document": "CCPR/C/NOR/CO/7",
                "paragraph": "15(b)",
                "date": "2018-04",
            },
            "summary": {"nb": "Sett en grense for hvor lenge noen kan holdes isolert."},
            "themes": ["isolasjon"],
            "ministries": ["jd"],
        },
        {
            "id": "upr-2019-140-10",
            "source": {
                "body": "upr",
                "document": "A/HRC/42/3",
                "paragraph": "140.10",
                "date": "2019-07-02",
                "recommended_by": ["SE", "Utopia"],
            },
            "summary": {"nb": "Lag bedre statistikk over isolasjon."},
            "themes": ["isolasjon"],
            "ministries": ["jd"],
            "state_position": {
                "value": "supported",
                "date": "2019-09",
                "source": "A/HRC/42/3/Add.1",
            },
        },
    ]


def _assessments() -> list[Data]:
    return [
        {
            "round": "2022",
            "assessor": "forum",
            "date": "2022-06-01",
            "example": True,
            "scores": [
                {
                    "theme": "isolasjon",
                    "values": {"alvor": 4, "omfang": 1.5, "hast": None},
                    "reasons": {"alvor": "Flere har fått varige skader"},
                    "dissent": "Noen av oss er uenige",
                },
                {
                    "recommendation": "cat-2018-16",
                    "values": {"alvor": 3},
                    "reasons": {"alvor": "Det er blitt bedre"},
                    "dissent": "Det er ikke blitt bedre",
                },
            ],
        },
        {
            "round": "2022",
            "assessor": "juss",
            "date": "2022-06-02",
            "scores": [{"theme": "isolasjon", "values": {"alvor": 2, "plikt": 4}}],
        },
    ]


def _measure(measure_id: str, words: str) -> Data:
    return {
        "id": measure_id,
        "text": {"nb": words},
        "heading": {"nb": "Innad i departementet"},
        "responsible": ["jd"],
        "due": "2022-09",
        "addresses": ["cat-2018-16"],
        "updates": [
            {
                "date": "2022-10-01",
                "track": "reported",
                "by": "jd",
                "value": "implemented",
                "note": "Sendt ut",
            }
        ],
    }


def _meeting() -> Data:
    return {
        "id": "2022-isolasjon",
        "theme": "isolasjon",
        "state": "held",
        "requested_on": "2022-01",
        "proposed_dates": ["2022-03-10", "2022-03-14"],
        "date": "2022-03-10",
        "case": "22/3",
        "reason": {"nb": "Krav om isolasjon står ubesvart."},
        "ministries": ["jd", "bfd"],
        "participants": [{"actor": "juss", "role": "innleder", "person": "Kari Nordmann"}],
        "recommendations": ["cat-2018-16"],
        "agenda": [{"title": {"nb": "Status"}, "actor": "juss", "minutes": 10}],
        "questions": [{"nb": "Når kommer veilederen?"}],
        "commitments": [_measure("veileder", "Lage en veileder.")],
        "minutes": {"nb": "Alle var enige."},
        "provenance": {"source": "Eget referat", "seen": "2022-03-11"},
    }


def _plan() -> Data:
    return {
        "id": "oppfolging-2021",
        "title": {"nb": "Plan for oppfølging"},
        "owner": "jd",
        "case": "21/1",
        "mandate": {"nb": "Følge opp kritikken"},
        "decided": "2021-02-01",
        "measures": [_measure("opplaering", "Lære opp alle ansatte.")],
        "reports": [
            {
                "id": "forste",
                "date": "2021-12-15",
                "to": "Ledelsen",
                "via": ["Avdelingen"],
                "copy": "Arkivet",
                "from": ["Seksjonen"],
                "case": "21/2",
                "officer": "Ola Nordmann",
                "subject": {"nb": "Første rapport"},
                "occasion": {"nb": "Ledelsen ba om et svar i november."},
                "remarks": [
                    {
                        "text": {"nb": "Arbeidet tok til sent."},
                        "by": "jd",
                        "heading": {"nb": "Innad i departementet"},
                    }
                ],
                "enclosures": ["Et vedlegg"],
            }
        ],
        "provenance": {"source": "Innsyn", "seen": "2022-01-01"},
    }
