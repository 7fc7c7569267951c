"""Exports of the Universal Human Rights Index of our own making, in each of their formats."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.uhri.columns import HEADINGS
from anbefal.exchange.uhri.reading import read_uhri
from anbefal.exchange.wanted import Wanted
from anbefal.model.incoming import Incoming, Reading, Skipped
from anbefal.model.labels import Vocabulary
from repositories import actor, dataset

KEYS = {
    "text": ("Text", "Text"),
    "countries": ("Countries Concerned", "Countries"),
    "body": ("Reccomending Body", "Body"),
    "symbol": ("Document Symbol", "Symbol"),
    "themes": ("Themes", "Themes"),
    "persons": ("Affected Persons", "AffectedPersons"),
    "sdgs": ("Sdgs", "Sdgs"),
    "date": ("Document Publication Date", "PublicationDate"),
    "states": ("UPR Reccomending States", "UprRecommendingCountry"),
    "position": ("UPR Position", "UprPositions"),
    "type": ("Type", "AnnotationType"),
    "id": ("OHCHR Annotation Id", "AnnotationId"),
    "session": ("UPR Session", "UprSession"),
    "regions": ("Regions Concerned", "Regions"),
    "recommending regions": ("Recommending Regions", "UprRecommendingRegions"),
    "seen": ("Date of publication on UHRI", "PublicationDateOnUhri"),
}
"""What a column holds to its name in the spreadsheet and in JSON."""

_LISTS = ("countries", "themes", "persons", "sdgs", "states", "position", "session")
_DASHED = ("body", "type")
_ONLY_IN_JSON = {"DocumentId": "7", "UprCycle": None}

Values = Mapping[str, Any]


def annotation(**values: Any) -> dict[str, Any]:
    """Return a recommendation of a committee, with other values where they are given."""
    return {
        "text": "Prisons 16.The Committee recommends that the State party train judges.",
        "countries": ["Norway"],
        "body": "CAT",
        "symbol": "CAT/C/NOR/CO/8",
        "themes": ["Detention"],
        "date": date(2018, 6, 5),
        "type": "Recommendations",
        "id": "00000000-0000-4000-8000-000000000001",
    } | values


def upr_annotation(**values: Any) -> dict[str, Any]:
    """Return a recommendation of the Universal Periodic Review."""
    given = {
        "text": "140.7 Train judges (Peru);",
        "body": "UPR",
        "symbol": "A/HRC/42/3 - Para. 140",
        "states": ["Peru"],
        "position": ["Supported"],
        "session": ["33"],
    }
    return annotation(**(given | values))


def as_json(path: Path, rows: Sequence[Values], *, is_old: bool = False) -> Path:
    """Write the JSON; the old one has the names of the spreadsheet."""
    records = []
    for row in rows:
        record: dict[str, Any] = {} if is_old else dict(_ONLY_IN_JSON)
        for role, names in KEYS.items():
            value = row.get(role, [] if role in _LISTS else None)
            if isinstance(value, date):
                value = f"{value}T00:00:00"
            if role in _DASHED and value:
                value = f"- {value}"
            record[names[0] if is_old else names[1]] = value
        records.append(record)
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def as_csv(path: Path, rows: Sequence[Values]) -> Path:
    """Write the spreadsheet as text, with a mark for UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names[0] for names in KEYS.values())
        writer.writerows([_cell(role, row.get(role)) for role in KEYS] for row in rows)
    return path


def as_xlsx(path: Path, rows: Sequence[Values]) -> Path:
    """Write the spreadsheet, days as their serial numbers."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        page = book.add_worksheet("Export")
        page.write_row(0, 0, [names[0] for names in KEYS.values()])
        for number, row in enumerate(rows, 1):
            for column, role in enumerate(KEYS):
                value = row.get(role)
                if isinstance(value, date):
                    page.write_number(number, column, (value - date(1899, 12, 30)).days)
                else:
                    page.write_string(number, column, _cell(role, value))
    return path


def _cell(role: str, value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {one}" for one in value)
    return f"- {value}" if role in _DASHED and value else str(value or "")


def read(path: Path, country: str | None = None, **wanted: Any) -> list[Reading]:
    """Read an export for a repository with two bodies."""
    bodies = [actor(one, "treaty-body") for one in ("cat", "crc")] + [actor("upr", "mechanism")]
    vocabulary = Vocabulary(dataset(actors=bodies))
    return list(read_uhri(open_table(path, HEADINGS), Wanted(country, **wanted), vocabulary))


def fields_of(readings: Sequence[Reading]) -> list[Any]:
    """Return what was read, without places; rows that are left out come last, one by one."""
    read = [
        (one.fields, one.labels, one.inferred) if isinstance(one, Incoming) else type(one)
        for one in readings
        if not isinstance(one, Skipped)
    ]
    skipped = [one for one in readings if isinstance(one, Skipped)]
    return read + sorted((one.reason, one.detail) for one in skipped for _ in range(one.number))
