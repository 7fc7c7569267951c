from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.model.symbols import FORMS, example_of, fits, mended
from support import edited, found, hints

CAT = "data/recommendations/cat/cat-2018-16.yaml"

RIGHT = [
    ("cat", "CAT/C/NOR/CO/8"),
    ("cat", "CAT/C/NOR/CO/6-7"),
    ("cat", "CAT/C/NOR/CO/8/Add.1"),
    ("cat", "CAT/C/CR/28/3"),
    ("cat", "CAT/C/CR/31/1/Add.1"),
    ("cat", "A/57/44"),
    ("spt", "CAT/OP/NOR/1"),
    ("spt", "CAT/OP/NOR/ROSP/1"),
    ("ccpr", "CCPR/C/NOR/CO/7"),
    ("ccpr", "CCPR/C/79/Add.27"),
    ("ccpr", "CCPR/CO/82/FIN"),
    ("ccpr", "CCPR/C/123/D/2747/2016"),
    ("cedaw", "CEDAW/C/NOR/CO/9"),
    ("cedaw", "A/57/38"),
    ("cedaw", "A/58/38(SUPP)"),
    ("cedaw", "A/57/38 (Part I)"),
    ("cerd", "CERD/C/NOR/CO/23-24"),
    ("cerd", "CERD/C/304/Add.40"),
    ("cerd", "CERD/C/63/CO/8"),
    ("crc", "CRC/C/NOR/CO/5-6"),
    ("crc", "CRC/C/NOR/CO/5-6/Corr.1"),
    ("crc", "CRC/C/15/Add.23"),
    ("crc", "CRC/C/OPSC/NOR/CO/1"),
    ("crpd", "CRPD/C/NOR/CO/1"),
    ("crpd", "CRPD/C/GBR/CO/2-3/Rev.1"),
    ("ced", "CED/C/NOR/CO/1"),
    ("cmw", "CMW/C/ALB/CO/2"),
    ("cescr", "E/C.12/NOR/CO/6"),
    ("cescr", "E/C.12/1/Add.109"),
    ("cescr", "E/C.12/1995/13"),
    ("upr", "A/HRC/42/3"),
    ("upr", "A/HRC/27/3/Add.1"),
    ("upr", "A/HRC/WG.6/33/L.6"),
    ("grevio", "GREVIO/Inf(2022)30"),
    ("unknown", "whatever it is"),
]
WRONG = [
    ("cat", "cat/c/nor/co/8"),
    ("cat", "CAT/C/NOR/C0/8"),
    ("cat", "CAT/C/N0R/CO/8"),
    ("cat", "CAT/C/NOR/CO/O"),
    ("cat", "CAT/C/NO/CO/8"),
    ("cat", "CAT/C/NOR/CO/08"),
    ("cat", "CAT/C/NOR/CO"),
    ("cat", "CAT/C/NOR/8"),
    ("cat", "CAT/NOR/CO/8"),
    ("cat", "CAT/C/NOR/CO/8/"),
    ("cat", " CAT/C/NOR/CO/8"),
    ("cat", "CAT/C/NOR/ CO/8"),
    ("cat", "CAT/C/NOR/CO/8\n"),
    ("cat", "CAT/C/NOR/CO/8/add.1"),
    ("cat", "CAT/C/NOR/CO/8, 16"),
    ("cat", "CATT/C/NOR/CO/8"),
    ("cat", "CCPR/C/NOR/CO/8"),
    ("cat", "CAT-C-NOR-CO-8"),
    ("ccpr", "CCPR/C/NOR/CO/٧"),  # noqa: RUF001
    ("cerd", "CERD/C/NOR/CO/23–24"),  # noqa: RUF001 - the dash is the mistake
    ("cescr", "E/C12/NOR/CO/6"),
    ("cescr", "EC.12/NOR/CO/6"),
    ("upr", "A/HRC/42"),
    ("upr", "A/HRC/42/3/"),
    ("upr", "A/HCR/42/3"),
]


@pytest.mark.parametrize(("body", "symbol"), RIGHT)
def test_forms_that_bodies_use(body: str, symbol: str) -> None:
    assert fits(symbol, body)


@pytest.mark.parametrize(("body", "symbol"), WRONG)
def test_slips(body: str, symbol: str) -> None:
    assert not fits(symbol, body)


@pytest.mark.parametrize("body", FORMS)
def test_the_example_of_a_body_is_right(body: str) -> None:
    assert fits(example_of(body), body)


def test_the_place_of_the_finding(tmp_path: Path) -> None:
    changed = edited(CAT, ("CAT/C/NOR/CO/8", "CAT/C/NOR/C0/8"))

    assert found(tmp_path, changed) == [(CAT, 5, 13, "document-symbol")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cat/c/nor/co/8/add.1", "CAT/C/NOR/CO/8/Add.1"),
        ("CERD/C/NOR/CO/23 – 24", "CERD/C/NOR/CO/23-24"),  # noqa: RUF001
        ("CERD/C/N0R/C0/2O-21", "CERD/C/NOR/CO/20-21"),
        ("E/C.12/nor/CO/6", "E/C.12/NOR/CO/6"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    ("symbol", "hint"),
    [
        ("cat/c/nor/co/8", "Did you mean 'CAT/C/NOR/CO/8'?"),
        ("CCPR/C/NOR/CO/7", "It has the form of ccpr: is the body right?"),
        ("Torturkomiteen 2018", "It looks like CAT/C/NOR/CO/8."),
    ],
)
def test_the_hint_says_what_may_be_meant(symbol: str, hint: str, tmp_path: Path) -> None:
    assert hints(tmp_path, edited(CAT, ("document: CAT/C/NOR/CO/8", f"document: {symbol}"))) == [
        hint
    ]
