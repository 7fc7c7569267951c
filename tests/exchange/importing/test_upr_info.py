"""UPR Info's export: every row becomes a recommendation, or one says why it does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.tables.opening import open_table
from anbefal.exchange.upr.info import HEADINGS, missing, not_read, read_upr_info
from anbefal.exchange.wanted import Wanted
from anbefal.model.incoming import Incoming, Reading, Skipped, Unread
from anbefal.model.labels import Vocabulary
from repositories import actor, dataset

VOCABULARY = Vocabulary(dataset(actors=[actor("upr", "mechanism")]))


def row(**cells: str) -> str:
    """Return a row of the export; cells are named by their headings, ``to`` for ``To``."""
    usual = {
        "To": "Norway",
        "To-Rgrp": "WEOG",
        "Text": "Count the ferries ",
        "From": "Sweden",
        "Response": "Accepted",
        "Action": "4",
        "Issue": "Transport",
        "Session": "6",
    } | {name.capitalize(): words for name, words in cells.items()}
    return ",".join(f'"{usual.get(heading, "")}"' for heading in HEADINGS)


def read(folder: Path, *rows: str, **wanted: Any) -> list[Reading]:
    path = folder / "export.csv"
    path.write_bytes("\r".join([",".join(HEADINGS), *rows]).encode("mac_roman"))
    return list(read_upr_info(open_table(path, HEADINGS), Wanted(**wanted), VOCABULARY))


def only(folder: Path, **cells: str) -> Incoming:
    [found] = read(folder, row(**cells))
    assert isinstance(found, Incoming)
    return found


def test_a_row_says_who_asks_whom_for_what_and_what_the_answer_was(tmp_path: Path) -> None:
    found = only(tmp_path, issue="Transport,Public health")
    assert found.fields == {
        "kind": "recommendation",
        "source.session": "6th session",
        "source.date": "2009",
        "source.recommended_by": ["SE"],
        "text.en": "Count the ferries",
        "state_position": {"value": "supported"},
    }
    assert found.labels.body == "UPR"
    assert found.labels.themes == ("Transport", "Public health")


def test_the_year_of_the_session_is_concluded(tmp_path: Path) -> None:
    assert only(tmp_path, session="6").inferred == {"date"}


def test_a_session_that_nobody_knows_the_year_of_gives_no_date(tmp_path: Path) -> None:
    found = only(tmp_path, session="912")
    assert "source.date" not in found.fields
    assert not found.inferred


def test_a_session_may_have_its_month_beside_it(tmp_path: Path) -> None:
    found = only(tmp_path, session="33 - May 2019")
    assert found.fields["source.session"] == "33rd session"
    assert found.fields["source.date"] == "2019"


def test_columns_that_are_not_known_and_those_that_lack_are_told() -> None:
    assert (not_read(HEADINGS), missing(HEADINGS)) == ((), ())
    assert not_read(["To", "Text", "From", "Note"]) == ("Note",)
    assert missing(["To", "Text", "From", "Note"]) == ("Response", "Issue", "Session")


@pytest.mark.parametrize(
    ("response", "position"),
    [
        ("Accepted", "supported"),
        ("Supported", "supported"),
        ("Partially Supported", "partly-supported"),
        ("Noted", "noted"),
        ("Not Supported", "not-supported"),
        ("Rejected", "not-supported"),
    ],
)
def test_the_response_is_the_states_position(tmp_path: Path, response: str, position: str) -> None:
    assert only(tmp_path, response=response).fields["state_position"] == {"value": position}


@pytest.mark.parametrize("response", ["", "Pending"])
def test_where_no_answer_was_given_yet_there_is_no_position(tmp_path: Path, response: str) -> None:
    assert "state_position" not in only(tmp_path, response=response).fields


def test_a_response_that_is_not_known_is_told_with_its_column(tmp_path: Path) -> None:
    [found] = read(tmp_path, row(response="Perhaps"))
    assert isinstance(found, Unread)
    assert (found.place.row, found.place.column) == (2, "Response")
    assert found.raw["Text"] == "Count the ferries "


def test_an_issue_may_have_a_comma_in_its_name(tmp_path: Path) -> None:
    assert only(tmp_path, issue="Boats, large and small,Fish").labels.themes == (
        "Boats, large and small",
        "Fish",
    )


def test_a_state_that_nobody_knows_keeps_its_name(tmp_path: Path) -> None:
    assert only(tmp_path, **{"from": "Utopia"}).fields["source.recommended_by"] == ["Utopia"]


def test_the_same_row_again_is_skipped(tmp_path: Path) -> None:
    _, again = read(tmp_path, row(), row())
    assert isinstance(again, Skipped)
    assert again.reason == "repeats an earlier row"


def test_a_row_to_another_state_is_no_repeat(tmp_path: Path) -> None:
    found = read(tmp_path, row(to="Peru"), row(to="Peru"), country="NO")
    assert [getattr(one, "reason", "") for one in found] == ["another country"] * 2


def test_rows_to_other_states_are_skipped_whatever_their_response(tmp_path: Path) -> None:
    [found] = read(tmp_path, row(to="Peru", response="Perhaps"), country="NO")
    assert isinstance(found, Skipped)
    assert (found.reason, found.detail) == ("another country", "PE")


def test_older_sessions_are_skipped_where_newer_ones_are_asked_for(tmp_path: Path) -> None:
    old, new = read(tmp_path, row(), row(session="19"), since=date(2010, 1, 1))
    assert isinstance(old, Skipped)
    assert isinstance(new, Incoming)


def test_a_row_without_text_is_told(tmp_path: Path) -> None:
    [found] = read(tmp_path, row(text=""))
    assert isinstance(found, Unread)
    assert "'Text'" in found.message


def test_a_list_without_the_columns_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("From,Text\nSweden,Count\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="no column 'To'"):
        read_upr_info(open_table(path, HEADINGS), Wanted(), VOCABULARY)
