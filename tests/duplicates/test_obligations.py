"""Which treaties an ask would bind the state by, and what else it asks for."""

from __future__ import annotations

import pytest

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.obligations import Obligation, are_tied_to, obligation_of


def obligation(text: str) -> Obligation | None:
    return obligation_of(read_ask(text, "en"))


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Accede to the ICC", ("rome-statute",)),
        ("Ratify the Statute of the ICC", ("rome-statute",)),
        ("Ratify the Optional Protocols to the ICESCR and CAT", ("op-icescr", "opcat")),
        ("Adhere to the Rome Statute", ("rome-statute",)),
    ],
)
def test_treaties_that_are_named_in_another_way(text: str, treaties: tuple[str, ...]) -> None:
    found = obligation(text)
    assert found
    assert (found.act, found.treaties) == ("ratify", treaties)


@pytest.mark.parametrize(
    "text",
    [
        "Cooperate with the ICC",
        "Join the ILO",
        "Incorporate into its law the treaties that it has ratified",
        "Amend its laws in accordance with ratified human rights treaties",
    ],
)
def test_what_binds_by_no_new_treaty(text: str) -> None:
    assert obligation(text) is None


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Ratify the treaties to which it is not yet party", True),
        ("Ratify the remaining human rights treaties, in particular the CED", True),
        ("Ratify the CED and other human rights treaties", True),
        ("Withdraw its reservation to CEDAW, in line with human rights treaties", False),
    ],
)
def test_treaties_without_a_name_are_meant_where_they_are_asked_for(
    text: str, *, general: bool
) -> None:
    found = obligation(text)
    assert found
    assert found.general is general


def test_another_act_stands_beside_the_first() -> None:
    found = obligation("Withdraw its reservations to CEDAW and ratify OPCAT")
    assert found
    assert (found.act, found.treaties) == ("withdraw", ("cedaw",))
    assert [part.instruments for part in found.others] == [("opcat",)]


@pytest.mark.parametrize(
    ("extra", "treaties", "tied"),
    [
        ({"opcat"}, {"cat"}, True),
        ({"icc-privileges"}, {"rome-statute"}, True),
        ({"opcat", "ced"}, {"cat"}, False),
        (set(), {"cat"}, False),
    ],
)
def test_what_comes_with_a_treaty(extra: set[str], treaties: set[str], *, tied: bool) -> None:
    assert are_tied_to(frozenset(extra), frozenset(treaties)) is tied
