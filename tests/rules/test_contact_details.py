from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.diagnostics import Severity
from support import added, diagnose, found, write

OLD = "data/recommendations/cat/cat-2012-9.yaml"


def with_note(note: str) -> dict[str, str]:
    return added(OLD, f"internal: |\n  {note}\n")


@pytest.mark.parametrize(
    "address",
    ["ola.nordmann@example.org", "kari@post.example.no", "Åse-Berit@example.no", "k_n@a.b.example"],
)
def test_a_persons_address(address: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(f"Se {address}.")) == [(OLD, 12, 6, "contact-details")]


@pytest.mark.parametrize(
    "address",
    [
        "postmottak@jd.example.no",
        "POST@example.no",
        "info@example.org",
        "kontakt@example.org",
        "presse@example.org",
        "firmapost@example.org",
        "noreply@example.org",
        "no-reply@example.org",
        "post-avdeling@example.org",
        "juss@example.org",  # an actor of the repository
        "forlaget@forlaget.example",  # named after its domain
        "@example",
        "https://example.org/@ola",
    ],
)
def test_an_address_of_a_role_or_an_organisation(address: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(address)) == []


@pytest.mark.parametrize(
    "number",
    [
        "22 33 44 55",
        "22334455",
        "912 34 567",
        "91234567",
        "+47 22 33 44 55",
        "+4722334455",
        "0047 22 33 44 55",
        "22.33.44.55",
        "22\u00a033\u00a044\u00a055",
        "+41 22 917 90 00",
        "+44 20 7946 0958",
        "+46 8 506 322 00",
    ],
)
def test_a_telephone_number(number: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(f"Ring {number}.")) == [(OLD, 12, 8, "contact-details")]


@pytest.mark.parametrize("before", ["tlf. ", "tlf:", "(", "Telefon: ", "Ring (47) "])
def test_what_stands_before_it(before: str, tmp_path: Path) -> None:
    expected = [(OLD, 12, 3 + len(before), "contact-details")]

    assert found(tmp_path, with_note(f"{before}22 33 44 55")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-05 2019-06-05",
        "20180605",
        "fra 22.03.2018 til 24.05.2019",
        "A/HRC/42/3, CAT/C/NOR/CO/8",
        "sak 2021/91234567",
        "sak 21/91234567-3",
        "avsnitt 22 23 24 25",
        "avsnitt 22, 23, 24 og 25",
        "140.10 140.11",
        "https://example.org/91234567/x?id=22334455",
        "www.example.org/91234567",
        "91234567-89ab-4cde-8f01-23456789abcd",
        "912345678",
        "1 91234567",
        "kr 91 234 567",
        "kr 91234567",
        "91234567 kroner",
        "800 12 345",
        "12345678",
        "id2631233",
        "NOK 45 000 000",
        "+40 prosent",
    ],
)
def test_digits_that_are_no_telephone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, with_note(text)) == []


def test_it_is_a_warning_that_repeats_nothing(tmp_path: Path) -> None:
    findings = diagnose(write(tmp_path, with_note("ola@example.org 22 33 44 55")))

    assert [finding.severity for finding in findings] == [Severity.WARNING] * 2
    for finding in findings:
        assert "ola" not in finding.message
        assert "22" not in finding.message


def test_also_in_comments(tmp_path: Path) -> None:
    assert found(tmp_path, added(OLD, "# ola.nordmann@example.org\n")) == [
        (OLD, 11, 3, "contact-details")
    ]
