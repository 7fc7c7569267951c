"""States are known by the names and codes that others write."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from babel import Locale

from anbefal.exchange.states import code_of, code_of_name, code_of_symbol, name_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NO"),
        ("- Norway", "NO"),
        ("Norge", "NO"),
        ("Noreg", "NO"),
        ("NOR", "NO"),
        ("NO", "NO"),
        ("the Netherlands", "NL"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Plurinational State of Bolivia", "BO"),
        ("Iran, Islamic Republic of", "IR"),
        ("Venezuela, Bolivarian Republic of", "VE"),
        ("DPR Korea", "KP"),
        ("Republic of Korea", "KR"),
        ("Macedonia FYR", "MK"),
        ("The former Yugoslav Republic of Macedonia", "MK"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Congo", "CG"),
        ("Republic of Congo", "CG"),
        ("Democratic Republic of Congo", "CD"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),  # noqa: RUF001 - as it is written
        ("State of Palestine", "PS"),
        ("Holy See", "VA"),
        ("Bosnia & Herzegovina", "BA"),
        ("St. Lucia", "LC"),
        ("Lao People's Democratic Republic", "LA"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Viet Nam", "VN"),
        ("Swaziland", "SZ"),
        ("  Timor\N{NO-BREAK SPACE}Leste* ", "TL"),
    ],
)
def test_usual_names_and_codes_are_known(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize("name", ["", "-", "Korea", "Kongo", "Yugoslavia", "OPCAT", "no", "EU"])
def test_what_is_no_state_or_several_is_not_known(name: str) -> None:
    assert code_of(name) is None


def test_words_that_may_be_anything_are_no_codes() -> None:
    assert [code_of_name(word) for word in ("AI", "NOR", "UK")] == [None, None, "GB"]


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("CRC/C/PER/CO/4-5", "PE"),
        ("CRC/C/OPSC/NOR/CO/1", "NO"),
        ("CCPR/CO/75/NZL", "NZ"),
        ("CERD/C/AUS/DEC/1", "AU"),
        ("CCPR/C/CHN-HKG/CO/4", "HK"),
        ("A/HRC/28/15/Add.1", None),
        ("CAT/C/CR/30/1", None),
        ("CCPR/C/YUG/CO/1", None),
    ],
)
def test_the_state_in_a_symbol_is_known(symbol: str, code: str | None) -> None:
    assert code_of_symbol(symbol) == code


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_every_territory_is_known_by_its_name_in_english_and_norwegian(language: str) -> None:
    territories = Locale(language).territories
    told = {code: name for code, name in territories.items() if code == code_of(code)}

    assert len(told) == 249
    assert {name: code_of(name) for code, name in told.items() if code_of(name) != code} == (
        {"Kongo": None} if "Kongo" in told.values() else {}
    )


def test_every_name_that_is_told_stands_for_one_state() -> None:
    table = tomllib.loads(files("anbefal.exchange").joinpath("states.toml").read_text("utf-8"))
    told = [(name, code) for code, names in table["names"].items() for name in names]

    assert [name for name, code in told if code_of(name) != code] == []


def test_what_a_state_is_called_leads_back_to_it() -> None:
    assert (name_of("TR"), name_of("NO"), name_of("Atlantis")) == ("Türkiye", "Norway", "Atlantis")
    assert code_of(name_of("IR")) == "IR"
