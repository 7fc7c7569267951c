"""In what two asks differ, as a reader is told."""

from __future__ import annotations

import pytest

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.ask.words import AskLanguage
from anbefal.analysis.duplicates.differences import differences
from anbefal.analysis.duplicates.reads import prepared


def between(one: str, other: str, language: AskLanguage = "en") -> str:
    a, b = (prepared(read_ask(text, language)) for text in (one, other))
    assert differences(a, b) == differences(b, a)
    return " ".join(differences(a, b))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ratify OPCAT", "Accede to OPCAT", ""),
        ("Ratify OPCAT", "Sign and ratify OPCAT", ""),
        ("Ratify OPCAT", "Consider ratifying OPCAT", "strength"),
        ("Ratify OPCAT", "Intensify its efforts to ratify OPCAT", "strength"),
        ("Ratify OPCAT", "Sign OPCAT", "strength"),
        ("Withdraw its reservations to CEDAW", "Review its reservations to CEDAW", "strength"),
        ("Ratify OPCAT", "Ratify the CED", "instrument"),
        ("Ratify OPCAT and the CRPD", "Ratify the CED and the CRPD", "instrument"),
        ("Ratify OPCAT", "Consider ratifying the CED", "strength instrument"),
        ("Ratify OPCAT", "Ratify OPCAT and the CED", "part-of"),
        ("Ratify OPCAT", "Ratify OPCAT and train guards", "part-of"),
        ("Ratify OPCAT", "Consider ratifying OPCAT and the CED", "strength part-of"),
    ],
)
def test_between_treaties(one: str, other: str, expected: str) -> None:
    assert between(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Prohibit child labour", "Ban child labour", ""),
        ("Prohibit child labour", "Consider prohibiting child labour", "strength"),
        ("Abolish child labour", "Continue efforts to abolish child labour", "strength"),
        ("Strengthen legal aid", "Continue to strengthen legal aid", ""),
        ("Incorporate the CRPD", "Incorporate the ICERD", "instrument"),
        ("Protect women from violence", "Protect prisoners from violence", "group"),
        ("Protect women from violence", "Protect everybody from violence", "group"),
        ("Protect girls from violence", "Protect children from violence", ""),
        ("Train guards on hate speech", "Prohibit hate speech", "action"),
        ("Pass a law on hate speech", "Collect data on hate speech", "action"),
        ("Allocate funds to shelters", "Build shelters", "action"),
        ("Build shelters", "Prohibit hate speech, build shelters", "part-of"),
        ("Build shelters", "Build shelters, build schools, build roads", "part-of"),
        ("Combat hate speech", "Combat domestic violence", "subject"),
        (
            "Prohibit hate speech against women",
            "Train refugees on child labour",
            "group action subject",
        ),
    ],
)
def test_between_other_asks(one: str, other: str, expected: str) -> None:
    assert between(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Norge bør ratifisere OPCAT", "Noreg bør vurdere å ratifisere OPCAT", "strength"),
        ("Norge bør ratifisere OPCAT", "Norge bør ratifisere CED", "instrument"),
        ("Beskytte kvinner mot vold", "Verne innsatte mot vold", "group"),
        ("Norge bør forby isolasjon", "Norge bør lage statistikk over isolasjon", "action"),
        ("Bekjempe hatytringer", "Bekjempe barnearbeid", "subject"),
    ],
)
def test_between_norwegian_asks(one: str, other: str, expected: str) -> None:
    assert between(one, other, "nb") == expected


@pytest.mark.parametrize("text", ["Ratify OPCAT; train guards", "Build shelters", ""])
def test_a_text_differs_in_nothing_from_itself(text: str) -> None:
    assert between(text, text) == ""
