"""The memo on the plan of the project's own data: nothing that the real memo says is missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from anbefal.documents.content.blocks import Document, Points
from anbefal.documents.content.lines import plain_text
from anbefal.documents.memos.memo import build_memo
from anbefal.store.reading.repository import load
from documents.told import facts, rows, section, told

PROJECT = Path(__file__).parents[2]

STATUSES = [
    ("grunnlaget for det videre samarbeidet", "gjennomført"),
    ("opp med IOM i Genève", "gjennomført"),
    ("tildelingsskrivene til ambassadene", "ingen har rapportert at det er gjort"),
    ("virksomhetsplanene", "ingen har rapportert at det er gjort"),
    ("referansedokumenter i dialogen", "delvis gjennomført"),
    ("flerårige avtaler", "gjennomført"),
    ("internasjonale organisasjoner samarbeider bedre", "i gang"),
    ("behovsanalyser", "i gang"),
    ("lærdom", "i gang"),
    ("strategier", "delvis gjennomført"),
    ("Samarbeide med andre organisasjoner", "gjennomført"),
    ("Ivareta menneskerettighetene", "i gang"),
    ("rettshåndhevelse", "ikke lenger aktuelt"),
]
"""What each point is about, and how far the last that is said of it says it has come."""


@cache
def memo() -> Document:
    return build_memo(load(PROJECT).dataset, "iom-menneskehandel-2011")


def points() -> list[str]:
    blocks = section(memo(), "points").blocks
    found = [one for block in blocks if isinstance(block, Points) for one in block.points]
    return ["\n".join(plain_text(line) for line in one.lines) for one in found]


def test_all_thirteen_points_have_their_status() -> None:
    last = [point.rpartition("Rapportert av")[2] for point in points()]

    assert [about in point for point, (about, _) in zip(points(), STATUSES, strict=True)] == (
        [True] * len(STATUSES)
    )
    assert [status for _, status in STATUSES] == [
        said.partition(": ")[2].partition(".")[0] for said in last
    ]


def test_the_count_adds_up() -> None:
    assert [(told, number) for told, number, _ in rows(section(memo(), "summary"))] == [
        ("Ingen har rapportert at det er gjort", "2"),
        ("I gang", "4"),
        ("Delvis gjennomført", "2"),
        ("Gjennomført", "4"),
        ("Ikke lenger aktuelt", "1"),
        ("I alt", "13"),
    ]


def test_the_head_says_who_writes_to_whom_without_any_persons_name() -> None:
    head = facts(memo())

    assert {label: len(lines) for label, lines in head.items()} == {
        "Til": 1,
        "Via": 1,
        "Kopi til": 5,
        "Fra": 1,
        "Saksbehandler": 1,
        "Dato": 1,
        "Saksnr.": 1,
    }
    assert (head["Dato"], head["Saksnr."]) == (["20. desember 2012"], ["11/10298-26"])
    assert head["Fra"] == head["Saksbehandler"] == ["Seksjon for humanitære spørsmål (UD)"]


@pytest.mark.parametrize("number", [3, 5])
def test_two_units_that_answer_one_point_are_both_shown(number: int) -> None:
    point = points()[number - 1]

    assert "Seksjon for Russland, Eurasia og regionalt samarbeid" in point
    assert "Seksjon for humanitære spørsmål" in point


@pytest.mark.parametrize(
    "fact",
    [
        *("25. august 2011", "Norads instruks", "rådsmøtet i IOM 27.", "ett nytt prosjekt"),
        *("ett lite prosjekt", "tredje komité", "handlingsplan mot menneskehandel", "UNODC"),
        *("menneskehandel i fiskeindustrien", "hvitvasking", "spesialrapportør", "ILO"),
        *("Europarådet", "GRETA nylig gjennomgikk Norge", "EU, OSSE og Østersjørådet"),
        *("60 millioner kroner i året", "blir derfor hørt", "åtte regionale kontorene"),
        *("rettet mot resultater", "mer bevisst", "svært nyttige", "indikatormanual i 2013"),
        *("Kaukasus og Sentral-Asia", "to verdensomspennende fora", "det sørlige Afrika"),
        *("Justisdepartementets vurdering", "IOMs oversikt over", "verdiene er vår lesning"),
    ],
)
def test_what_the_real_memo_tells_is_told(fact: str) -> None:
    assert fact in told(memo())
