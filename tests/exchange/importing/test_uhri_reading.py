"""Exports of the Universal Human Rights Index: each trap is read right or told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from anbefal.errors import Unreadable
from anbefal.exchange.uhri.columns import missing, not_read
from anbefal.model.incoming import Incoming, Skipped, SourceLabels, Unread
from exchange.importing.uhri_exports import (
    KEYS,
    annotation,
    as_csv,
    as_json,
    as_xlsx,
    fields_of,
    read,
    upr_annotation,
)


def only(folder: Path, row: dict[str, Any], **wanted: Any) -> Any:
    (reading,) = read(as_json(folder / "export.json", [row]), **wanted)
    return reading


def field(folder: Path, name: str, row: dict[str, Any]) -> Any:
    reading = only(folder, row)
    assert isinstance(reading, Incoming), reading
    return reading.fields.get(name)


WRITERS: list[Callable[[Path, Sequence[Any]], Path]] = [
    as_xlsx,
    as_csv,
    as_json,
    lambda path, rows: as_json(path, rows, is_old=True),
]


@pytest.mark.parametrize("write", WRITERS, ids=["xlsx", "csv", "json", "old json"])
def test_every_format_gives_the_same(tmp_path: Path, write: Callable[..., Path]) -> None:
    row = annotation(
        themes=[" Detention\u00a0", "Law & practice"],
        persons=["Children"],
        sdgs=["16.3 - The rule of law", "5 - GENDER EQUALITY", "16.a - Institutions"],
    )
    rows = [row, upr_annotation(id="2"), annotation(countries=["Peru"], id="3")]
    assert fields_of(read(write(tmp_path / "export", rows), "NO")) == [
        (
            {
                "kind": "recommendation",
                "source.document": "CAT/C/NOR/CO/8",
                "source.paragraph": "16",
                "source.heading": "Prisons",
                "source.date": "2018-06-05",
                "source.annotation_id": "00000000-0000-4000-8000-000000000001",
                "text.en": "The Committee recommends that the State party train judges.",
                "sdgs": ["16.3", "5", "16.a"],
            },
            SourceLabels("CAT", ("Detention", "Law & practice"), ("Children",)),
            frozenset(),
        ),
        (
            {
                "kind": "recommendation",
                "source.document": "A/HRC/42/3",
                "source.paragraph": "140.7",
                "source.session": "33rd session",
                "source.date": "2018-06-05",
                "source.recommended_by": ["PE"],
                "source.annotation_id": "2",
                "text.en": "Train judges",
                "state_position": {"value": "supported"},
            },
            SourceLabels("UPR", ("Detention",)),
            frozenset(),
        ),
        ("another country", "PE"),
    ]


WORDS = st.text(alphabet="ab é&<.(1)-\n", min_size=1, max_size=20).map(lambda text: f"Take {text}")


@given(st.lists(st.tuples(WORDS, st.sampled_from(["Peru", "Norway"])), min_size=1, max_size=4))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_texts_come_alike_from_every_format(
    tmp_path: Path, texts: list[tuple[str, str]]
) -> None:
    rows = [
        annotation(text=text, countries=[state], id=str(number))
        for number, (text, state) in enumerate(texts)
    ]
    first, *others = [
        fields_of(read(write(tmp_path / f"export-{at}", rows), "NO"))
        for at, write in enumerate(WRITERS)
    ]
    assert all(one == first for one in others)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Prisons 49.The Committee notes.", "49", "The Committee notes."),
        ("<p>Prisons</p><p>49.<b>The</b> Committee notes.</p>", "49", "The Committee notes."),
        (
            "49. The State&nbsp;party should go on with the develop- ment.",
            "49",
            "The State party should go on with the development.",
        ),
        ("The Committee\nnotes.", None, "The Committee notes."),
        ("(r) ratify it", None, "(r) ratify it"),
    ],
)
def test_the_paragraph_stands_in_the_text(
    tmp_path: Path, text: str, number: str | None, words: str
) -> None:
    row = annotation(text=text)
    assert field(tmp_path, "source.paragraph", row) == number
    assert field(tmp_path, "text.en", row) == words


@pytest.mark.parametrize(
    ("symbol", "text", "document", "number"),
    [
        ("A/HRC/42/3 - Para. 140", "140.7 Train judges", "A/HRC/42/3", "140.7"),
        ("A/HRC/42/3 - Para. 140", "7. Train judges", "A/HRC/42/3", "140.7"),
        ("A/HRC/42/3, para. 95", "para. 95: 7 Train judges", "A/HRC/42/3", "95.7"),
        ("A/HRC/42/3, para. 95.7", "Train judges", "A/HRC/42/3", "95.7"),
        ("A/HRC/42/3 - Para. 140", "Train judges", "A/HRC/42/3", None),
        ("a/hrc/42/3", "140.7 Train judges", "A/HRC/42/3", "140.7"),
    ],
)
def test_upr_numbers_are_told_from_text_and_symbol(
    tmp_path: Path, symbol: str, text: str, document: str, number: str | None
) -> None:
    row = upr_annotation(symbol=symbol, text=text)
    assert field(tmp_path, "source.document", row) == document
    assert field(tmp_path, "source.paragraph", row) == number


def test_a_letter_alone_goes_with_the_paragraph_of_the_symbol(tmp_path: Path) -> None:
    row = annotation(symbol="CAT/C/NOR/CO/8, para. 30", text="(r) ratify it")
    assert field(tmp_path, "source.paragraph", row) == "30(r)"
    assert field(tmp_path, "text.en", row) == "ratify it"


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-25T00:00:00",
        "2026-02-25T10:00:00.123Z",
        "46078",
        46078,
        "25/02/2026",
        "25 February 2026",
    ],
)
def test_dates_are_read_in_every_form(tmp_path: Path, day: Any) -> None:
    assert field(tmp_path, "source.date", annotation(date=day)) == "2026-02-25"


def test_a_date_that_could_be_two_is_told(tmp_path: Path) -> None:
    reading = only(tmp_path, annotation(date="02/03/2026"))
    assert isinstance(reading, Unread)
    assert reading.place.column == "PublicationDate"


def test_the_first_day_of_all_is_no_date(tmp_path: Path) -> None:
    assert field(tmp_path, "source.date", annotation(date="0001-01-01T00:00:00")) is None


@pytest.mark.parametrize(
    ("told", "text", "kind"),
    [
        ("Concerns/Observations", "16. The State party should act.", "concern"),
        ("- Recommendations", "16. The Committee notes it.", "recommendation"),
        (None, "16. The State party should act.", "recommendation"),
        ("0a0c9531-85fa-4408-a9db-bc816c2e1261", "16. The Committee urges it.", "recommendation"),
        (None, "16. The Committee is concerned.", "concern"),
    ],
)
def test_a_missing_type_is_concluded_from_the_text(
    tmp_path: Path, told: str | None, text: str, kind: str
) -> None:
    reading = only(tmp_path, annotation(type=told, text=text))
    assert isinstance(reading, Incoming)
    assert reading.fields["kind"] == kind
    has_type = told is not None and "0a0c" not in told
    assert ("kind" in reading.inferred) != has_type


def test_what_is_missing_in_the_upr_is_a_recommendation(tmp_path: Path) -> None:
    assert field(tmp_path, "kind", upr_annotation(type=None)) == "recommendation"


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"type": None, "text": "16. Judges and police."}, "AnnotationType"),
        ({"type": "Follow-up"}, "AnnotationType"),
        ({"sdgs": ["Peace"]}, "Sdgs"),
        ({"sdgs": ["18.1 - Space"]}, "Sdgs"),
        ({"position": ["Perhaps"]}, "UprPositions"),
        ({"position": ["Supported", "Noted"]}, "UprPositions"),
        ({"text": "<p> </p>"}, "Text"),
        ({"countries": [], "symbol": "A/HRC/42/3"}, "Countries"),
        ({"date": "soon"}, "PublicationDate"),
        ({"themes": [{"name": "Detention"}]}, "Themes"),
        ({"body": None, "symbol": None}, "Body"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(
    tmp_path: Path, values: dict[str, Any], column: str
) -> None:
    reading = only(tmp_path, annotation(**values))
    assert isinstance(reading, Unread)
    assert (reading.place.row, reading.place.column) == (1, column)
    assert reading.message
    assert reading.hint


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("Supported", "supported"),
        ("accepted", "supported"),
        ("Noted", "noted"),
        ("Partially supported", "partly-supported"),
        ("Not supported", "not-supported"),
    ],
)
def test_positions_are_known_by_their_usual_names(tmp_path: Path, told: str, value: str) -> None:
    row = upr_annotation(position=[told])
    assert field(tmp_path, "state_position", row) == {"value": value}


def test_states_without_a_code_keep_their_name(tmp_path: Path) -> None:
    row = upr_annotation(states=["- Côte d'Ivoire", "Atlantis"])
    assert field(tmp_path, "source.recommended_by", row) == ["CI", "Atlantis"]


def test_states_may_stand_with_commas_between_them(tmp_path: Path) -> None:
    row = upr_annotation(states=["Peru, Chile", "Bolivia (Plurinational State of)"])
    assert field(tmp_path, "source.recommended_by", row) == ["PE", "CL", "BO"]


@pytest.mark.parametrize(
    ("text", "states", "words", "by"),
    [
        ("140.7 Train judges (France) (Lithuania);", ["France", "Lithuania"], "", ["FR", "LT"]),
        ("140.7 Train judges (France) (Lithuania);", [], "", ["FR", "LT"]),
        ("140.7 Train judges (Peru);", ["France"], "", ["FR"]),
        ("140.7 Train judges (Atlantis)", ["Atlantis"], "", ["Atlantis"]),
        ("140.7 Train judges (Jane Doe)", ["Peru"], "Train judges (Jane Doe)", ["PE"]),
        ("140.7 Train judges (OPCAT)", ["Peru"], "Train judges (OPCAT)", ["PE"]),
    ],
)
def test_who_recommends_stands_beside_the_text_as_in_the_matrix(
    tmp_path: Path, text: str, states: list[str], words: str, by: list[str]
) -> None:
    row = upr_annotation(text=text, states=states)
    assert field(tmp_path, "text.en", row) == (words or "Train judges")
    assert field(tmp_path, "source.recommended_by", row) == by


@pytest.mark.parametrize("told", ["true", "7"])
def test_a_body_is_a_name(tmp_path: Path, told: str) -> None:
    path = as_json(tmp_path / "export.json", [annotation()])
    path.write_text(path.read_text("utf-8").replace('"- CAT"', told), encoding="utf-8")
    [reading] = read(path)
    assert isinstance(reading, Unread)
    assert reading.place.column == "Body"


def test_two_bodies_in_a_cell_stay_two_lines(tmp_path: Path) -> None:
    reading = only(tmp_path, annotation(body="CAT\n- CRC"))
    assert isinstance(reading, Incoming)
    assert reading.labels.body == "CAT\nCRC"


def test_special_procedures_keep_their_label(tmp_path: Path) -> None:
    reading = only(tmp_path, annotation(body="IE  Debt", symbol="A/HRC/31/60"))
    assert isinstance(reading, Incoming)
    assert reading.labels.body == "IE Debt"


@pytest.mark.parametrize("name", ["CRC", "Committee on the Rights of the Child"])
def test_a_body_is_wanted_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    row = annotation(body=name, symbol="CRC/C/NOR/CO/5-6")
    assert isinstance(only(tmp_path, row, bodies=frozenset({"crc"})), Incoming)
    skipped = only(tmp_path, row, bodies=frozenset({"cat"}))
    assert (skipped.reason, skipped.detail) == ("another body", "crc")


@pytest.mark.parametrize("countries", [[], ["- Norge"], ["Peru", "Norway"], ["Norwey"]])
def test_a_country_is_wanted_by_column_or_by_symbol(tmp_path: Path, countries: list[str]) -> None:
    assert isinstance(only(tmp_path, annotation(countries=countries), country="NO"), Incoming)


def test_rows_of_other_countries_and_earlier_days_are_skipped(tmp_path: Path) -> None:
    other = only(tmp_path, annotation(countries=[], symbol="CRC/C/PER/CO/4-5"), country="NO")
    assert (other.reason, other.detail) == ("another country", "PE")
    earlier = only(tmp_path, annotation(), since=date(2020, 1, 1))
    assert (earlier.reason, earlier.detail) == ("an earlier date", "2018-06-05")
    undated = only(tmp_path, annotation(date=None), since=date(2020, 1, 1))
    assert undated.reason == "no date"


def test_a_row_that_stands_twice_counts_once(tmp_path: Path) -> None:
    rows = [annotation(), annotation(), annotation(id=None), annotation(id="")]
    found = sorted(read(as_csv(tmp_path / "export.csv", rows)), key=lambda one: one.place)
    assert [type(one) for one in found] == [Incoming, Skipped, Incoming, Skipped]
    assert found[1] == Skipped(found[1].place, "repeats an earlier row", "row 2")


def test_two_texts_under_one_id_are_both_told(tmp_path: Path) -> None:
    rows = [annotation(), annotation(text="17. The State party should report.")]
    found = read(as_json(tmp_path / "export.json", rows))
    assert [isinstance(one, Unread) and one.place.row for one in found] == [1, 2]


def test_a_repeat_of_what_is_contradicted_is_still_only_a_repeat(tmp_path: Path) -> None:
    rows = [annotation(), annotation(), annotation(text="17. The State party should report.")]
    found = sorted(read(as_json(tmp_path / "export.json", rows)), key=lambda one: one.place)
    assert [type(one) for one in found] == [Unread, Skipped, Unread]


def test_formulas_and_merged_cells_spoil_the_file(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "export.xlsx", [annotation(id=str(one)) for one in range(3)])
    book = load_workbook(path)
    book.active["A2"] = '="16. The State party should act."'
    book.active.merge_cells("B3:C3")
    book.save(path)
    spoilt, merged, fine = read(path)
    assert isinstance(spoilt, Unread)
    assert spoilt.spoils_the_file
    assert isinstance(merged, Unread)
    assert merged.spoils_the_file
    assert isinstance(fine, Incoming)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Text,Type\nTrain judges,Recommendations\n", "no column 'Countries Concerned'"),
        ("Navn,Tall\nx,1\n", "none of the headings"),
        ('[{"Text": "one", "Body": "CAT"}]', "no column 'Countries Concerned', 'Document Symbol'"),
    ],
)
def test_a_file_of_other_columns_is_refused(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "export"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match=told):
        read(path)


def test_columns_that_are_not_known_and_those_that_lack_are_told() -> None:
    usual = [names[0] for names in KEYS.values()]
    assert (not_read(usual), missing(usual)) == ((), ())
    assert not_read(["Text", "Document Publ. Day", "DocumentId"]) == ("Document Publ. Day",)
    assert missing(["Text", "Themes", "SDGs", "AnnotationId"]) == (
        "Document Publication Date",
        "Type",
        "Affected Persons",
    )


def test_headings_are_known_in_any_order_and_spelling(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    head = "symbol;document-publication date;RECOMMENDING BODY;text;Countries  concerned"
    path.write_text(
        f"{head}\nCAT/C/NOR/CO/8;2018;CAT;16. It should act.;Norway\n", encoding="utf-8"
    )
    (reading,) = read(path)
    assert isinstance(reading, Incoming)
    assert reading.fields["source.date"] == "2018"
