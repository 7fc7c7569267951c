"""The matrix of recommendations that OHCHR publishes, in the forms of three years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from anbefal.errors import Unreadable
from anbefal.exchange.tables.rows import Field, FieldKind, Row
from anbefal.exchange.upr.matrix import MatrixHead, about, read_matrix, read_matrix_rows
from anbefal.exchange.wanted import Wanted
from anbefal.exchange.word.blocks import WordDocument
from anbefal.exchange.word.reading import read_document
from anbefal.model.incoming import Incoming, Place, Reading, Skipped, Unread
from anbefal.model.labels import Vocabulary
from exchange.importing.word_documents import (
    UN_LIST,
    cell,
    listed,
    paragraph,
    row,
    table,
    write_document,
)
from repositories import actor, dataset

HEADINGS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments")
LAKE = "140.7 Let every lake have a name (Chad);\nSource of Position: A/HRC/51/9/Add.1 - Para. 6"


def matrix(
    folder: Path, *rows: str | Sequence[str], head: str = "", headings: Sequence[str] = HEADINGS
) -> WordDocument:
    """Return a document with one table, the row of headings first."""
    headers = [("default", paragraph(head))] if head else []
    path = write_document(folder / "matrix.docx", table(headings, *rows), headers=headers)
    return read_document(path)


def readings(document: WordDocument, wanted: Wanted | None = None) -> list[Reading]:
    vocabulary = Vocabulary(dataset(actors=[actor("upr", kind="mechanism")]))
    return list(read_matrix(document, wanted or Wanted(), vocabulary))


def only(folder: Path, *cells: str, **more: Sequence[str]) -> Incoming:
    """Return what one row gives."""
    (found,) = readings(matrix(folder, cells, **more))  # type: ignore[arg-type]
    assert isinstance(found, Incoming)
    return found


def unread(folder: Path, *rows: str | Sequence[str]) -> Unread:
    """Return the only row that cannot be read."""
    (found,) = [one for one in readings(matrix(folder, *rows)) if isinstance(one, Unread)]
    return found


def test_a_matrix_of_2014_has_codes_before_its_themes(tmp_path: Path) -> None:
    document = matrix(
        tmp_path,
        row(cell("Theme: A12 Names of lakes", span=4)),
        (
            "115.10 Name every lake (Chad, Peru);\nSource of position: A/HRC/28/99/Add.1 - Para. 3",
            "Supported",
            "A12 Names of lakes\nB3 Lakes - general\nAffected persons:\n- fishers\n- non-swimmers",
            "",
        ),
        head="UPR of Norway (2nd Cycle – 19th session)\tThematic list\tPage 1 of 9",  # noqa: RUF001
    )

    (found,) = readings(document)

    assert isinstance(found, Incoming)
    assert found.place == Place(3, unit="table row")
    assert found.fields == {
        "source.document": "A/HRC/28/99",
        "source.paragraph": "115.10",
        "source.session": "19th session",
        "source.date": "2014",
        "source.recommended_by": ["TD", "PE"],
        "text.en": "Name every lake",
        "state_position": {"value": "supported", "source": "A/HRC/28/99/Add.1, para. 3"},
    }
    assert found.inferred == {"document", "date"}
    assert found.labels.body == "UPR"
    assert found.labels.themes == ("Names of lakes", "Lakes - general")
    assert found.labels.groups == ("fishers", "non-swimmers")


def test_a_matrix_of_2019_has_goals_and_groups_among_its_themes(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        "121.1 Name every lake (Chad) (Peru);\nSource of Position: A/HRC/42/99 - Para 121",
        "Noted",
        "- Names & lakes\n- Water\nSDGs: \n- 6 - CLEAN WATER\n- 14.2 - Lakes\nAffected persons: \n"
        "- Fishers",
        "",
    )

    assert found.fields["sdgs"] == ["6", "14.2"]
    assert found.fields["state_position"] == {
        "value": "noted",
        "source": "A/HRC/42/99, para. 121",
    }
    assert found.labels.themes == ("Names & lakes", "Water")
    assert found.labels.groups == ("Fishers",)


def test_a_matrix_of_2025_has_goals_in_a_column_of_their_own(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        LAKE,
        "Supported",
        "- Names of lakes\nGroups of Persons:\n- Fishers",
        "- 6 - CLEAN WATER\n- 5, 10 and 17",
        headings=(
            "Recommendation and recommending State",
            "Position",
            "Human rights themes and groups of persons",
            "Relevant SDGs",
        ),
    )

    assert found.fields["sdgs"] == ["6", "5", "10", "17"]
    assert (found.labels.themes, found.labels.groups) == (("Names of lakes",), ("Fishers",))
    assert found.fields["source.recommended_by"] == ["TD"]


def test_columns_are_known_by_their_headings_in_any_order(tmp_path: Path) -> None:
    found = only(tmp_path, "Lakes", "Noted", LAKE, headings=("Themes", "POSITION", HEADINGS[0]))

    assert found.fields["text.en"] == "Let every lake have a name"


def test_rows_that_head_others_are_no_rows_and_give_them_their_theme(tmp_path: Path) -> None:
    found = readings(
        matrix(
            tmp_path,
            row(cell("Supported recommendations", span=4)),
            row(cell("Theme: Lakes", span=4)),
            (LAKE, "Supported", "- Water", ""),
            HEADINGS,
            ("", "", "", ""),
        )
    )

    assert [one.labels.themes for one in found if isinstance(one, Incoming)] == [("Lakes", "Water")]
    assert len(found) == 1


def test_a_recommendation_under_several_themes_is_one_with_all_of_them(tmp_path: Path) -> None:
    first, second = readings(
        matrix(tmp_path, (LAKE, "Noted", "- Water", ""), (LAKE, "Noted", "- Names", ""))
    )

    assert isinstance(first, Incoming)
    assert first.labels.themes == ("Water", "Names")
    assert second == Skipped(
        Place(3, unit="table row"), "repeats an earlier row", "140.7, table row 2"
    )


@pytest.mark.parametrize(
    ("again", "position", "said"),
    [
        (LAKE, "Supported", "140.7 stands in table row 2 already, with another position."),
        ("140.7 Drain it (Mali);", "Noted", "140.7 stands in table row 2 already, with another"),
    ],
)
def test_a_number_that_stands_for_two_things_is_told(
    tmp_path: Path, again: str, position: str, said: str
) -> None:
    source = "" if "Source" in again else "\nSource of Position: A/HRC/51/9/Add.1"

    found = unread(tmp_path, (LAKE, "Noted", "", ""), (again + source, position, "", ""))

    assert found.message.startswith(said)


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        (("Name it (Chad);", "Noted", ""), "Recommendation", "No number"),
        (("140.7", "Noted", ""), "Recommendation", "140.7 has no text"),
        ((LAKE, "Perhaps", ""), "Position", "The position 'Perhaps' of 140.7 is not known"),
        ((LAKE, "", ""), "Position", "140.7 has no position"),
        ((LAKE, "Noted", "SDGs:\n- Lakes"), "Full list of themes", "'Lakes' does not begin with"),
    ],
)
def test_a_row_that_cannot_be_read_tells_its_column_and_what_to_do(
    tmp_path: Path, cells: tuple[str, ...], column: str, said: str
) -> None:
    found = unread(tmp_path, (*cells, ""))

    assert found.place == Place(2, column=column, unit="table row")
    assert found.message.startswith(said)
    assert found.hint
    assert found.raw == {h: t for h, t in zip(HEADINGS, cells, strict=False) if t}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Accepted", "supported"),
        ("NOTED", "noted"),
        ("Partially supported", "partly-supported"),
        ("Not supported", "not-supported"),
    ],
)
def test_positions_are_known_in_the_words_of_all_years(
    tmp_path: Path, said: str, value: str
) -> None:
    assert only(tmp_path, LAKE, said, "", "").fields["state_position"]["value"] == value


def test_a_number_that_word_counts_is_the_number(tmp_path: Path) -> None:
    numbered = paragraph("Name every lake (Chad);", numbered=(1, 0))
    path = write_document(
        tmp_path / "m.docx",
        table(HEADINGS, row(cell(numbered), "Noted", "", "")),
        lists=UN_LIST.replace('"%1."', '"140.%1"') + listed(1, of=7),
    )

    (found,) = readings(read_document(path))

    assert isinstance(found, Incoming)
    assert found.fields["source.paragraph"] == "140.1"


def test_cells_that_are_merged_over_rows_spoil_the_file(tmp_path: Path) -> None:
    found = unread(
        tmp_path,
        row(cell(*LAKE.split("\n")), cell("Noted", merge="restart"), cell(), cell()),
        row(cell("140.8 Sail (Peru);"), cell(merge="continue"), cell(), cell()),
    )

    assert found.spoils_the_file
    assert found.place == Place(3, column="Position", unit="table row")


def test_a_cell_over_two_columns_that_are_read_spoils_the_file(tmp_path: Path) -> None:
    found = unread(tmp_path, row(cell(*LAKE.split("\n"), span=2), cell("Water"), cell()))

    assert found.spoils_the_file


def test_a_recommendation_in_a_table_without_headings_is_not_lost(tmp_path: Path) -> None:
    path = write_document(
        tmp_path / "m.docx",
        table(("Om dokumentet", "Versjon 2")),
        table((LAKE, "Noted", "")),
        table(HEADINGS, (LAKE, "Noted", "", "")),
        table((LAKE.replace("140.7", "140.8"), "Noted", "", "")),
    )

    lost, first, second = readings(read_document(path))

    assert isinstance(lost, Unread)
    assert lost.place == Place(1, "table 2", unit="table row")
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert second.place.sheet == "table 4"


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (("Recommendation", "Position"), "no column for themes"),
        (("Navn", "Adresse"), "no column for recommendation or position or themes"),
    ],
)
def test_a_document_without_the_headings_is_no_matrix(
    tmp_path: Path, headings: tuple[str, ...], said: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        readings(matrix(tmp_path, headings=headings))

    assert said in caught.value.message
    assert "Found were: " in caught.value.hint


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "UPR of Norway (3rd Cycle - 33rd Session)\tList",
            MatrixHead("NO", "33rd session"),
        ),
        (
            "UPR of Iran (Islamic Republic of) (4th Cycle – 48th session)",  # noqa: RUF001
            MatrixHead("IR", "48th session"),
        ),
        ("UPR of Atlantis (1st cycle)", MatrixHead("Atlantis")),
        ("Thematic list", MatrixHead()),
    ],
)
def test_the_head_of_the_page_tells_state_and_session(
    tmp_path: Path, head: str, expected: MatrixHead
) -> None:
    assert about(matrix(tmp_path, head=head)) == expected


def test_a_matrix_of_another_country_or_of_earlier_years_is_left_out(tmp_path: Path) -> None:
    document = matrix(
        tmp_path, (LAKE, "Noted", "", ""), head="UPR of Norway (2nd Cycle - 19th session)"
    )
    here = Place(2, unit="table row")

    assert readings(document, Wanted(country="SE")) == [Skipped(here, "another country", "NO")]
    assert readings(document, Wanted(since=date(2015, 1, 1))) == [
        Skipped(here, "an earlier date", "2014")
    ]
    assert readings(document, Wanted(bodies=frozenset({"crc"}))) == [
        Skipped(here, "another body", "upr")
    ]


def test_a_matrix_without_a_head_is_of_any_country(tmp_path: Path) -> None:
    document = matrix(tmp_path, (LAKE, "Noted", "", ""))

    assert len([x for x in readings(document, Wanted("NO")) if isinstance(x, Incoming)]) == 1


@dataclass
class MendedRows:
    """A table file with rows that were mended."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: FieldKind = "text"
    counts_from: date = date(1899, 12, 30)
    share_read: float = 1

    def __iter__(self) -> Iterator[Row]:
        for at, cells in enumerate(self.rows, 2):
            place = Place(at, "Ark1")
            both = zip(self.headings, cells, strict=True)
            yield Row(place, {name: Field(place, self.kind, text) for name, text in both if text})


def test_rows_that_were_mended_in_a_table_file_are_read_alike() -> None:
    rows = MendedRows(HEADINGS, (("Theme: Lakes", "", "", ""), (LAKE, "Noted", "- Water", "")))

    (found,) = read_matrix_rows(rows, Wanted(), Vocabulary(dataset()))

    assert isinstance(found, Incoming)
    assert found.fields["source.paragraph"] == "140.7"
    assert found.labels.themes == ("Lakes", "Water")
    assert found.place == Place(3, "Ark1")


def test_a_row_that_was_mended_still_has_its_session_and_year(tmp_path: Path) -> None:
    review = "UPR of Norway (3rd Cycle - 33rd Session)"
    document = matrix(tmp_path, (LAKE, "Perhaps", "- Water", ""), head=review)
    (unread,) = readings(document)
    assert isinstance(unread, Unread)

    mended = {**unread.raw, "Position": "Noted"}
    rows = MendedRows(tuple(mended), (tuple(mended.values()),))
    (found,) = read_matrix_rows(rows, Wanted(country="NO"), Vocabulary(dataset()))

    assert isinstance(found, Incoming)
    assert (found.fields["source.session"], found.fields["source.date"]) == ("33rd session", "2019")


def test_formulas_in_a_table_file_spoil_it() -> None:
    rows = MendedRows(HEADINGS, ((LAKE, "Noted", "", ""),), kind="formula")

    found = list(read_matrix_rows(rows, Wanted(), Vocabulary(dataset())))

    assert [one.spoils_the_file for one in found if isinstance(one, Unread)] == [True, True]


def test_a_table_file_without_the_headings_is_no_matrix() -> None:
    with pytest.raises(Unreadable, match=r"liste\.csv has no table of recommendations"):
        list(read_matrix_rows(MendedRows(("A",), ()), Wanted(), Vocabulary(dataset()), "liste.csv"))
