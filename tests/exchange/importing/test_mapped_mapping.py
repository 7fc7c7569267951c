"""A mapping is said on the command line, kept in a file, or both."""

from __future__ import annotations

from pathlib import Path

import pytest

from anbefal.errors import Misuse, Unreadable
from anbefal.exchange.mapped.mapping import (
    Mapping,
    load_mapping,
    mapping_text,
    merged,
    parse_maps,
)

KEPT = """# a ministry's list
columns: {text.nb: Tekst, source.paragraph: "Avsnitt: nr"}
constants: {body: cat}
separators: {themes: "/"}
sheet: Ark1
language: nb
"""


def test_words_say_columns_constants_language_and_sheet() -> None:
    said = parse_maps(["text=Tekst i brev", "body==cat", "language==nn", "sheet==Ark1"])
    assert said == Mapping(
        columns={"text": "Tekst i brev"}, constants={"body": "cat"}, language="nn", sheet="Ark1"
    )


@pytest.mark.parametrize("words", ["text", "text=", "=Tekst", "text=="])
def test_words_of_another_form_are_misuse(words: str) -> None:
    with pytest.raises(Misuse, match="does not say which"):
        parse_maps([words])


def test_a_field_that_is_none_gets_the_nearest() -> None:
    with pytest.raises(Misuse, match="no field 'paragaph'") as raised:
        parse_maps(["paragaph=Avsnitt"])
    assert raised.value.hint == "Did you mean 'paragraph'?"


def test_a_field_is_mapped_once() -> None:
    with pytest.raises(Misuse, match="twice"):
        parse_maps(["text=A", "text=B"])


def test_a_mapping_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "kart.yaml"
    path.write_text(KEPT, encoding="utf-8")
    assert load_mapping(path) == Mapping(
        columns={"text.nb": "Tekst", "source.paragraph": "Avsnitt: nr"},
        constants={"body": "cat"},
        separators={"themes": "/"},
        sheet="Ark1",
        language="nb",
    )


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("kolonner: {text: A}", Misuse, "'kolonner'"),
        ("columns: {tekst: A}", Misuse, "'tekst'"),
        ("columns: {text: 7}", Misuse, "columns.text"),
        ("language: dansk", Misuse, "language"),
        ("- text", Misuse, "no mapping"),
        ("columns: {text: A", Unreadable, "no YAML"),
        ("a: &a [1]\nb: *b", Unreadable, "no YAML"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(
    tmp_path: Path, text: str, error: type[Exception], told: str
) -> None:
    path = tmp_path / "kart.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=told):
        load_mapping(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        load_mapping(tmp_path / "kart.yaml")


def test_what_is_said_now_wins_over_what_was_kept() -> None:
    kept = Mapping(columns={"text": "A", "date": "B"}, constants={"body": "cat"}, language="nb")
    said = Mapping(columns={"text": "C"}, constants={"date": "2018"})
    assert merged(kept, said) == Mapping(
        columns={"text": "C"}, constants={"body": "cat", "date": "2018"}, language="nb"
    )


def test_a_mapping_that_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "kart.yaml"
    mapping = Mapping(columns={"text.nb": "Tekst: «ja» # nr", "date": "2018"}, sheet="no")
    path.write_text(mapping_text(mapping), encoding="utf-8")
    assert load_mapping(path) == mapping
