"""Records are strict and frozen, and a text is given in the best language there is."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from anbefal.model.assessment import ScoreEntry
from anbefal.model.base import FALLBACK, Language, Text
from anbefal.model.kinds import KINDS
from anbefal.model.meeting import Report
from anbefal.model.recommendation import Recommendation
from repositories import recommendation, text


@pytest.mark.parametrize(
    ("wanted", "order"),
    [
        ("nb", ["nb", "nn", "en", "se"]),
        ("nn", ["nn", "nb", "en", "se"]),
        ("en", ["en", "nb", "nn", "se"]),
        ("se", ["se", "nb", "nn", "en"]),
    ],
)
def test_a_text_falls_back_on_the_next_best_language(wanted: Language, order: list[str]) -> None:
    for number, language in enumerate(order):
        there = Text.model_validate({one: f"på {one}" for one in order[number:]})

        assert there.choose(wanted) == (language, f"på {language}")


def test_every_language_falls_back_on_every_other() -> None:
    assert {frozenset(order) for order in FALLBACK.values()} == {frozenset(FALLBACK)}


@pytest.mark.parametrize("value", [{}, {"nb": None}, {"nb": ""}, {"nb": " \n"}, {"da": "tekst"}])
def test_a_text_without_words_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        Text.model_validate(value)


def test_a_text_may_have_lines() -> None:
    assert Text(nb="to\nlinjer\tog mer").nb == "to\nlinjer\tog mer"


@pytest.mark.parametrize("unseen", ["\x07", "\u202e", "\ufeff"])
def test_a_text_holds_no_characters_that_act_unseen(unseen: str) -> None:
    with pytest.raises(ValidationError):
        Text(nb=f"klokke{unseen}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_unknown_key_is_refused_in_every_kind(kind: Any) -> None:
    with pytest.raises(ValidationError, match=r"nokkel\n  Extra inputs are not permitted"):
        kind.model.model_validate({"nokkel": 1})


def test_a_record_cannot_be_changed() -> None:
    record = Recommendation.model_validate(recommendation("cat-1"))

    with pytest.raises(ValidationError, match="frozen"):
        record.id = "cat-2"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"source": {"body": "cat", "paragraph": 140.1}}, "source.paragraph"),
        ({"themes": "vold"}, "themes"),
        ({"id": "Cat-1"}, "id"),
        ({"id": "cat--1"}, "id"),
        ({"id": "cåt"}, "id"),
        ({"provenance": {"verified": "yes"}}, "provenance.verified"),
        ({"kind": "wish"}, "kind"),
        ({"summary": None}, ""),
    ],
)
def test_a_value_of_another_type_is_never_bent_into_shape(changes: Any, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Recommendation.model_validate(recommendation("cat-1") | changes)

    places = {".".join(str(step) for step in one["loc"]) for one in caught.value.errors()}
    assert places == {field}


def test_the_main_theme_is_the_first() -> None:
    record = Recommendation.model_validate(recommendation("cat-1", "vold", "helse"))

    assert record.main_theme == "vold"


@pytest.mark.parametrize(
    "about", [{}, {"theme": "vold", "recommendation": "cat-1"}], ids=["nothing", "two things"]
)
def test_scores_are_for_one_thing(about: Any) -> None:
    with pytest.raises(ValidationError, match="one theme or for one recommendation"):
        ScoreEntry.model_validate(about)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "4", True])
def test_a_score_is_a_finite_number(value: Any) -> None:
    with pytest.raises(ValidationError):
        ScoreEntry.model_validate({"theme": "vold", "values": {"alvor": value}})


def test_a_report_reads_and_writes_the_words_of_the_file() -> None:
    data = {"id": "r", "date": "2021-12-15", "to": "Ledelsen", "from": ["Oss"], "copy": "Arkivet"}

    report = Report.model_validate(data)
    written = report.model_dump(mode="json", by_alias=True, exclude_defaults=True)

    assert (report.to, report.sender, report.copy_to) == (("Ledelsen",), ("Oss",), ("Arkivet",))
    assert written == data | {"to": ["Ledelsen"], "copy": ["Arkivet"]}


def test_dumping_a_record_gives_what_it_was_made_of() -> None:
    data = recommendation("cat-1", "vold", text=text("Stopp volden"), source={"date": "2018-06"})

    record: BaseModel = Recommendation.model_validate(data)

    assert record.model_dump(mode="json", by_alias=True, exclude_defaults=True) == data
