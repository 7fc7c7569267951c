"""Whatever a record may leave out, there is still a document, and no word of the machine in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from anbefal.documents.content.blocks import Document
from anbefal.documents.letters.request import build_request
from anbefal.documents.memos.memo import build_memo
from anbefal.documents.minutes.minutes import build_minutes
from anbefal.model.dataset import Dataset
from anbefal.model.kinds import kind_of
from anbefal.report.output import Color, Format, write
from anbefal.report.record import record_result
from complete import as_dataset, complete_data
from documents.briefs import brief_on, everything
from walking import parts_of

MACHINE = re.compile(r"\bNone\b|\bnull\b|Undefined|[{}]|PartialDate|<|, ,|\(\)|: [.;]")
"""What shows that something was missing and nobody thought of it."""


Part = tuple[type[BaseModel], Any, dict[str, Any]]
"""A mapping in a record, with the record's model and the record."""


def all_parts(files: dict[str, Any]) -> list[Part]:
    """Return every mapping in every record, in the order of the files."""
    found: list[Part] = []
    for path, content in files.items():
        kind = kind_of(path)
        assert kind is not None
        for record in content if kind.listed else [content]:
            whole = [record] if kind.listed else record
            found += [(kind.model, record, part) for _, part in parts_of(path, whole)]
    return found


def without(left_out: set[tuple[int, str]]) -> Dataset:
    """Return the sample without these keys; those that a record must have stay."""
    files = complete_data()
    parts = all_parts(files)
    for number, key in sorted(left_out):
        model, record, part = parts[number]
        value = part.pop(key)
        if not is_right(model, record):
            part[key] = value
    return as_dataset(files)


def is_right(model: type[BaseModel], record: Any) -> bool:
    try:
        model.model_validate(record)
    except ValidationError:
        return False
    return True


ALL = [
    (number, key) for number, (*_, part) in enumerate(all_parts(complete_data())) for key in part
]
"""Every key of every part: the part's number and the key."""
BUILDERS: dict[str, Callable[[Dataset], Document]] = {
    "brief": lambda dataset: brief_on(dataset, audience="internal"),
    "request": lambda dataset: build_request(dataset, "2022-isolasjon"),
    "memo": lambda dataset: build_memo(dataset, "oppfolging-2021"),
    "minutes": lambda dataset: build_minutes(dataset, "2022-isolasjon"),
}
every_kind = pytest.mark.parametrize("kind", BUILDERS)


def flaws(kind: str, dataset: Dataset) -> list[str]:
    """Return the lines of a document that show that something was missing."""
    return [line for line in everything(BUILDERS[kind](dataset)) if MACHINE.search(line)]


@every_kind
def test_a_document_can_be_made_of_as_little_as_records_must_have(kind: str) -> None:
    needed = {"theme", "recommendation", "meeting", "themes"}

    assert flaws(kind, without({place for place in ALL if place[1] not in needed})) == []


@every_kind
@settings(max_examples=15)
@given(left_out=st.sets(st.sampled_from(ALL), max_size=25))
def test_a_document_can_be_made_without_any_of_the_rest(
    kind: str, left_out: set[tuple[int, str]]
) -> None:
    assert flaws(kind, without(left_out)) == []


@settings(max_examples=15)
@given(st.sets(st.sampled_from(ALL), max_size=25))
def test_a_record_can_be_shown_without_any_of_the_rest(left_out: set[tuple[int, str]]) -> None:
    dataset = without(left_out)
    for record in dataset.recommendations.values():
        result = record_result(dataset, record, "nb")

        assert not any(MACHINE.search(str(words)) for _, words in result.table.rows)


@pytest.mark.parametrize("form", [Format.text, Format.json, Format.md])
def test_the_least_record_is_shown_in_every_form(
    form: Format, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset = without(set(ALL))
    record = dataset.recommendations["cat-2012-9"]

    write(record_result(dataset, record, "nb"), form, Color.never)

    assert record.id.replace("-", "") in capsys.readouterr().out.replace("-", "")
