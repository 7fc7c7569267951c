"""Any list gives recommendations: columns, words and references as people write them."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.mapped.mapping import Mapping, load_mapping, parse_maps
from anbefal.exchange.mapped.opening import open_list
from anbefal.exchange.mapped.plan import not_read
from anbefal.model.incoming import Incoming, Skipped
from exchange.importing.tables_of_others import incoming, read, text_file, unread, workbook

ASK = "Tell båtene hver dag."


def test_columns_are_mapped_by_their_headings(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "Nr;Tekst;Avsnitt;Tema;Departement;Dato",
        f"1;{ASK};22 (a);Isolasjon;JD, BFD;5. juni 2018",
    )
    maps = ("text=Tekst", "paragraph=avsnitt", "themes=Tema", "ministries=Departement")
    found = incoming(path, *maps, "date=Dato", "body==cat")
    assert found.fields == {
        "text.nb": ASK,
        "source.paragraph": "22(a)",
        "source.date": "2018-06-05",
    }
    assert found.labels.body == "cat"
    assert found.labels.themes == ("Isolasjon",)
    assert found.labels.ministries == ("JD", "BFD")
    assert not found.inferred


def test_headings_that_are_the_name_of_a_field_need_no_mapping(tmp_path: Path) -> None:
    found = incoming(text_file(tmp_path, "Text;source.paragraph;BODY", f"{ASK};16;cat"))
    assert found.fields == {"text.nb": ASK, "source.paragraph": "16"}


def test_an_id_of_others_is_none_of_ours_unless_it_is_said(tmp_path: Path) -> None:
    path = text_file(tmp_path, "ID;text;body", f"7;{ASK};cat")
    assert "id" not in incoming(path).fields
    assert incoming(path, "id=ID").fields["id"] == "7"


def test_a_cell_may_hold_a_symbol_with_its_paragraph(tmp_path: Path) -> None:
    found = incoming(text_file(tmp_path, "text;document", f'{ASK};"CAT/C/NOR/CO/8, para. 16"'))
    assert found.fields["source.document"] == "CAT/C/NOR/CO/8"
    assert found.fields["source.paragraph"] == "16"
    assert not found.inferred


def test_what_no_column_has_is_found_in_the_text_and_named(tmp_path: Path) -> None:
    words = "Boats 17.The Committee asks for a count (CAT/C/NOR/CO/8, 5 June 2018)."
    found = incoming(text_file(tmp_path, "text.en", f'"{words}"'))
    assert found.fields == {
        "text.en": "The Committee asks for a count (CAT/C/NOR/CO/8, 5 June 2018).",
        "source.heading": "Boats",
        "source.paragraph": "17",
        "source.document": "CAT/C/NOR/CO/8",
        "source.date": "2018-06-05",
    }
    assert found.inferred == {"document", "paragraph", "date"}


@pytest.mark.parametrize(
    "words",
    [
        "Tell båtene innen 31. desember 2025.",
        "Se CAT/C/NOR/CO/8 og CAT/C/NOR/CO/9, avsnitt 4.",
        "Se komiteen i CRC/C/NOR/CO/5-6, 4. juli 2018.",
    ],
)
def test_what_may_be_about_something_else_is_not_taken(tmp_path: Path, words: str) -> None:
    found = incoming(text_file(tmp_path, "text;body", f'"{words}";cat'))
    assert found.fields == {"text.nb": words}


@pytest.mark.parametrize(
    ("column", "words", "field", "value"),
    [
        ("kind", "Anbefaling", "kind", "recommendation"),
        ("kind", "Uttrykk for bekymring", "kind", "concern"),
        ("position", "Tatt til etterretning", "state_position", {"value": "noted"}),
        ("position", "støttet", "state_position", {"value": "supported"}),
        ("position", "ikkje støtta", "state_position", {"value": "not-supported"}),
        ("levels", "Stat; kommune", "levels", ["state", "municipal"]),
        ("sdgs", "16.3 - Rule of law", "sdgs", ["16.3"]),
        ("sdgs", "5, 10 og 16", "sdgs", ["5", "10", "16"]),
        ("states", "Sverige, Tyskland", "source.recommended_by", ["SE", "DE"]),
        ("articles", "CAT 11; CAT 12", "articles", ["CAT 11", "CAT 12"]),
        ("date", "juni 2018", "source.date", "2018-06"),
        ("date", "13/06/2018", "source.date", "2018-06-13"),
    ],
)
def test_words_are_read_as_people_write_them(
    tmp_path: Path, column: str, words: str, field: str, value: Any
) -> None:
    path = text_file(tmp_path, f"text;body;{column}", f'{ASK};cat;"{words}"')
    assert incoming(path).fields[field] == value


def test_a_list_has_separators_of_its_own_where_the_mapping_says_so(tmp_path: Path) -> None:
    path = text_file(tmp_path, "text;body;groups", f"{ASK};cat;barn / eldre")
    mapping = Mapping(separators={"groups": "/"})
    assert incoming(path, mapping=mapping).labels.groups == ("barn", "eldre")


def test_one_entry_of_a_log_may_stand_in_columns(tmp_path: Path) -> None:
    path = text_file(tmp_path, "text;body;Hva;Når", f"{ASK};cat;i gang;2019")
    maps = ("status.value=Hva", "status.date=Når", "status.by==jd", "status.track==rapportert")
    entry = {"date": "2019", "track": "reported", "by": "jd", "value": "in-progress"}
    assert incoming(path, *maps).fields["status"] == [entry]
    assert "status.by" in unread(path, *maps[:2], maps[3]).message


def test_a_text_that_is_plainly_english_is_not_filed_as_norwegian(tmp_path: Path) -> None:
    path = text_file(tmp_path, "text;body", "Count the boats of the state.;cat")
    assert "text.en" in incoming(path).fields
    assert "text.nb" in incoming(path, "language==nb").fields
    assert (
        "text.nn" in incoming(text_file(tmp_path, "text;body", f"{ASK};cat"), language="nn").fields
    )


@pytest.mark.parametrize(
    ("column", "content", "told"),
    [
        ("paragraph", 140.1, "140.10"),
        ("sdgs", 16.1, "16.10"),
        ("sdgs", "18", "'18' does not begin"),
        ("paragraph", datetime(2026, 6, 5), "5-6"),  # noqa: DTZ001
        ("date", "31.02.2018", "no day"),
        ("date", "snart", "is no date"),
        ("position", "kanskje", "'kanskje'"),
        ("document", "CAT/C/NOR/CO/8 og CAT/C/NOR/CO/9", "several"),
        ("document", "x" * 501, "501 characters"),
        ("paragraph", "1" * 501, "501 characters"),
    ],
)
def test_what_may_mean_something_else_is_told_with_its_place(
    tmp_path: Path, column: str, content: Any, told: str
) -> None:
    found = unread(workbook(tmp_path, ["text", "body", column], [ASK, "cat", content]))
    assert told in found.message
    assert found.hint
    assert (found.place.row, found.place.column) == (2, "C")
    assert found.raw["text"] == ASK
    assert not found.spoils_the_file


def test_whole_numbers_and_days_in_cells_are_read(tmp_path: Path) -> None:
    day = datetime(2018, 6, 5)  # noqa: DTZ001
    path = workbook(tmp_path, ["text", "body", "paragraph", "date"], [ASK, "cat", 16, day])
    fields = incoming(path).fields
    assert (fields["source.paragraph"], fields["source.date"]) == ("16", "2018-06-05")


def test_a_formula_in_a_column_that_is_read_spoils_the_file(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["text", "body"], [ASK, "=A1"])
    assert unread(path).spoils_the_file


def test_a_formula_in_any_other_column_does_not(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["ID", "text", "body"], ["=ROW()", ASK, "cat"])
    assert incoming(path).fields == {"text.nb": ASK}


def test_merged_cells_in_a_column_that_is_read_spoil_the_file(tmp_path: Path) -> None:
    rows = (["text", "body"], [ASK, "cat"], ["Mer.", "cat"])
    found = read(workbook(tmp_path, *rows, merged="B2:B3"))
    assert any(getattr(one, "spoils_the_file", False) for one in found)


def test_rows_without_anything_and_rows_again_are_skipped(tmp_path: Path) -> None:
    path = text_file(tmp_path, "text;body;annet", f"{ASK};cat;a", ";;b", f"{ASK};cat;c")
    found = read(path)
    assert [one.reason for one in found if isinstance(one, Skipped)] == [
        "no recommendation",
        "repeats an earlier row",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [("cat;16;", "no text"), (f";16;{ASK}", "who recommends")],
)
def test_a_row_that_lacks_what_a_record_needs_is_told(tmp_path: Path, line: str, told: str) -> None:
    assert told in unread(text_file(tmp_path, "body;paragraph;text", line)).message


def test_only_rows_that_are_asked_for_are_taken(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "text;document;date;country",
        "En;CAT/C/NOR/CO/8;2018;Norge",
        "To;CAT/C/PER/CO/8;2018;",
        "Tre;CAT/C/NOR/CO/5;2008;Norway",
        "Fire;Ukjent;;",
    )
    first, *others = read(path, country="NO", since=date(2010, 1, 1), bodies=frozenset({"cat"}))
    assert isinstance(first, Incoming)
    reasons = [getattr(one, "reason", "") for one in others]
    assert reasons == ["another country", "an earlier date", ""]


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({"country": "PE"}, "another country"),
        ({"bodies": frozenset({"crc"})}, "another body"),
        ({"since": date(2020, 1, 1)}, "an earlier date"),
    ],
)
def test_rows_that_are_not_asked_for_repeat_none(
    tmp_path: Path, wanted: dict[str, Any], reason: str
) -> None:
    line = f"{ASK};cat;Norge;2018"
    found = read(text_file(tmp_path, "text;body;country;date", line, line), **wanted)
    assert [getattr(one, "reason", "") for one in found] == [reason] * 2


def test_keys_that_only_later_records_have_are_read(tmp_path: Path) -> None:
    path = tmp_path / "liste.json"
    path.write_text(
        '[{"text": "En", "body": "cat"}, {"text": "To", "paragraph": "7", "body": "cat"}]'
    )
    _, second = read(path)
    assert isinstance(second, Incoming)
    assert second.fields["source.paragraph"] == "7"


def test_a_heading_that_the_file_has_not_is_misuse_with_the_nearest(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Tekst;Avsnitt;Dato", f"{ASK};1;2018")
    with pytest.raises(Misuse, match="no column 'Avsnit'") as raised:
        read(path, "text=Tekst", "paragraph=Avsnit")
    assert "Did you mean 'Avsnitt'?" in raised.value.hint
    assert "paragraph==Avsnit" in raised.value.hint


def test_a_file_without_any_known_heading_shows_its_headings(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="'Tekst', 'Avsnitt'") as raised:
        read(text_file(tmp_path, "Tekst;Avsnitt", f"{ASK};1"))
    assert "--map text=" in raised.value.hint


def test_a_file_without_a_text_says_how_to_name_it(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="'Ordlyd', 'body'") as raised:
        read(text_file(tmp_path, "Ordlyd;body", f"{ASK};cat"))
    assert raised.value.hint == "Say which it is, such as --map text=Ordlyd."


def test_two_columns_for_one_field_must_be_told_apart(tmp_path: Path) -> None:
    path = text_file(tmp_path, "text;text.nb;body", f"{ASK};B;cat")
    with pytest.raises(Unreadable, match="Two columns"):
        read(path)
    assert incoming(path, "text.nb=text.nb").fields == {"text.nb": "B"}


def test_a_cell_that_is_too_long_for_a_body_is_told(tmp_path: Path) -> None:
    found = unread(text_file(tmp_path, "text;body", f"{ASK};{'b' * 201}"))
    assert "201 characters" in found.message


def test_columns_that_nothing_is_taken_from_are_known() -> None:
    headings = ("ID", "Tekst", "anbefal: place", "Ansvarlig", "", "body")
    mapping = parse_maps(["text=Tekst"])
    assert not_read(headings, mapping, "nb") == ("ID", "Ansvarlig")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "liste.csv"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="is not a file"):
        open_list(pipe, Mapping())
    with pytest.raises(Unreadable, match="is not a file"):
        load_mapping(pipe)
