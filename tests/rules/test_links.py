"""The rules about links: to itself, against each other, and back in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import added, diagnose, found, write

OLD = "data/recommendations/cat/cat-2012-9.yaml"
NEW = "data/recommendations/cat/cat-2018-16.yaml"
CCPR = "data/recommendations/ccpr/ccpr-2018-15b.yaml"
UPR = "data/recommendations/upr/upr-2019-140-10.yaml"


@pytest.mark.parametrize("relation", ["same_as", "repeats", "related"])
def test_a_link_to_itself(relation: str, tmp_path: Path) -> None:
    files = added(OLD, f"links: {{{relation}: [cat-2012-9]}}\n")

    assert found(tmp_path, files) == [(OLD, 11, 12 + len(relation), "self-links")]


def test_same_and_distinct_on_two_sides(tmp_path: Path) -> None:
    files = added(CCPR, "links: {distinct_from: [cat-2018-16]}\n")

    assert found(tmp_path, files) == [(CCPR, 10, 25, "link-contradiction")]


def test_same_and_distinct_on_one_side(tmp_path: Path) -> None:
    files = added(OLD, "links: {same_as: [upr-2019-140-10], distinct_from: [upr-2019-140-10]}\n")

    assert found(tmp_path, files) == [(OLD, 11, 53, "link-contradiction")]


def test_same_through_a_chain(tmp_path: Path) -> None:
    files = added(OLD, "links: {same_as: [cat-2018-16]}\n") | added(
        CCPR, "links: {distinct_from: [cat-2012-9]}\n"
    )
    assert found(tmp_path, files) == [(CCPR, 10, 25, "link-contradiction")]


def test_what_is_repeated_is_not_distinct(tmp_path: Path) -> None:
    files = added(OLD, "links: {distinct_from: [cat-2018-16]}\n")

    assert found(tmp_path, files) == [(OLD, 11, 25, "link-contradiction")]


def test_the_chain_through_what_is_repeated_is_named(tmp_path: Path) -> None:
    files = added(CCPR, "links: {distinct_from: [cat-2012-9]}\n")

    (finding,) = diagnose(write(tmp_path, files))

    assert finding.message == (
        "Links make 'ccpr-2018-15b' and 'cat-2012-9' the same ask (cat-2018-16 same_as "
        "ccpr-2018-15b, cat-2018-16 repeats cat-2012-9), and here they are distinct."
    )


def test_a_long_chain_is_named_in_short(tmp_path: Path) -> None:
    links = {n: f"same_as: [cat-2018-{n + 1}]" for n in range(20, 26)}
    links[26] = "distinct_from: [cat-2018-20]"
    files = {
        f"data/recommendations/cat-2018-{n}.yaml": f"id: cat-2018-{n}\n"
        f"source: {{body: cat, date: 2018}}\nsummary: {{nb: Noe}}\nlinks: {{{link}}}\n"
        for n, link in links.items()
    }

    (finding,) = diagnose(write(tmp_path, files))

    assert finding.message.count("same_as") == 3
    assert "3 more links lead to cat-2018-20" in finding.message


def test_links_to_a_record_that_is_not_there_join_nothing(tmp_path: Path) -> None:
    files = added(UPR, "links: {same_as: [borte]}\n") | added(
        OLD, "links: {same_as: [borte], distinct_from: [upr-2019-140-10]}\n"
    )

    assert {code for *_, code in found(tmp_path, files)} == {"references"}


def test_related_records_may_be_of_one_ask(tmp_path: Path) -> None:
    assert found(tmp_path, added(OLD, "links: {related: [cat-2018-16]}\n")) == []


def test_distinct_records_that_no_chain_joins(tmp_path: Path) -> None:
    assert found(tmp_path, added(UPR, "links: {distinct_from: [cat-2018-16]}\n")) == []


def test_an_earlier_ask_of_the_same_body_is_repeated(tmp_path: Path) -> None:
    assert found(tmp_path, {}) == []


def test_a_later_record_is_not_repeated(tmp_path: Path) -> None:
    files = added(OLD, "links: {repeats: [cat-2018-16]}\n")

    assert found(tmp_path, files) == [(OLD, 11, 19, "repeats")]


def test_another_bodys_record_is_not_repeated(tmp_path: Path) -> None:
    files = added(UPR, "links: {repeats: [cat-2012-9]}\n")

    assert found(tmp_path, files) == [(UPR, 13, 19, "repeats")]


@pytest.mark.parametrize("day", ["2018", "2018-06", "2018-06-05"])
def test_dates_that_overlap_are_no_wrong_order(day: str, tmp_path: Path) -> None:
    name = "data/recommendations/cat-2018-20.yaml"
    text = (
        f"id: cat-2018-20\nsource: {{body: cat, date: {day}}}\n"
        "summary: {nb: Noe}\nlinks: {repeats: [cat-2018-16]}\n"
    )
    assert found(tmp_path, {name: text}) == []
