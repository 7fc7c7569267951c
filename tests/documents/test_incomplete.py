"""Whatever a record may leave out, there is still a brief, and no word of the machine in it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from anbefal.model.dataset import Dataset
from anbefal.report.output import Color, Format, write
from anbefal.report.record import record_result
from complete import as_dataset, complete_data
from documents.briefs import brief_on, everything
from walking import parts_of

MACHINE = re.compile(r"\bNone\b|\bnull\b|Undefined|[{}]|PartialDate|<|, ,|\(\)|: [.;]")
"""What shows that something was missing and nobody thought of it."""


def places(files: dict[str, Any]) -> list[tuple[int, str]]:
    """Return every key of every part: the part's number and the key."""
    parts = [part for path, content in files.items() for _, part in parts_of(path, content)]
    return [(number, key) for number, part in enumerate(parts) for key in part]


def without(left_out: set[tuple[int, str]]) -> Dataset:
    """Return the sample without these keys; those that a record must have stay."""
    files = complete_data()
    for number, key in sorted(left_out):
        parts = [part for path, content in files.items() for _, part in parts_of(path, content)]
        if number < len(parts) and key in parts[number]:
            value = parts[number].pop(key)
            try:
                as_dataset(files)
            except ValidationError:
                parts[number][key] = value
    return as_dataset(files)


ALL = places(complete_data())


def assert_complete(dataset: Dataset) -> None:
    shown = everything(brief_on(dataset, audience="internal"))
    assert not [line for line in shown if MACHINE.search(line)]


def test_a_brief_can_be_made_of_as_little_as_records_must_have() -> None:
    needed = {"theme", "recommendation", "meeting"}
    assert_complete(without({place for place in ALL if place[1] not in needed | {"themes"}}))


@settings(max_examples=15)
@given(st.sets(st.sampled_from(ALL), max_size=25))
def test_a_brief_can_be_made_without_any_of_the_rest(left_out: set[tuple[int, str]]) -> None:
    dataset = without(left_out)
    if "isolasjon" in dataset.themes and dataset.criteria:
        assert_complete(dataset)


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
