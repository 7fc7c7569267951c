"""Whatever a file says, and whatever people write in between."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from anbefal.analysis.importing.gathering import gather
from anbefal.analysis.importing.planning import Origin, Plan, plan_import
from anbefal.model.edits import Create, SetValue
from anbefal.model.incoming import Incoming, Place, SourceLabels
from complete import as_dataset

Records = dict[str, dict[str, Any]]

ACTORS = [{"id": "cat", "kind": "treaty-body", "name": {"en": "CAT"}}]
THEMES = [{"id": "vann", "name": {"en": "Water"}}]
WORDS = st.sampled_from(["Open it.", "Close it.", "Do both."])

rows = st.lists(
    st.fixed_dictionaries(
        {"text.en": WORDS},
        optional={
            "source.paragraph": st.sampled_from(["4", "5", "5(a)"]),
            "source.annotation_id": st.sampled_from(["u1", "u2", "u3"]),
            "source.date": st.sampled_from(["2018", "2019-02-03"]),
            "kind": st.sampled_from(["recommendation", "concern"]),
            "sdgs": st.sampled_from([["16.3"], ["5", "16.3"]]),
        },
    ),
    max_size=5,
)
theirs = st.sampled_from([(), ("Water",), ("Air", "Water")])


def incoming(fields: dict[str, Any], number: int, themes: tuple[str, ...]) -> Incoming:
    given_ = {"source.document": "CAT/C/NOR/CO/8", **fields}
    return Incoming(Place(number), given_, SourceLabels("CAT", themes))


def importing(records: Records, found: list[dict[str, Any]], themes: tuple[str, ...]) -> Plan:
    files: dict[str, Any] = {"data/actors.yaml": ACTORS, "data/themes.yaml": THEMES}
    files |= {f"data/recommendations/{name}.yaml": one for name, one in records.items()}
    read = gather(incoming(fields, number, themes) for number, fields in enumerate(found, 2))
    return plan_import(as_dataset(files), read, Origin("uhri", "UHRI (file)"))


def carry_out(records: Records, plan: Plan) -> Records:
    after = deepcopy(records)
    for edit in plan.edits:
        if isinstance(edit, Create):
            assert edit.target.name not in after
            after[edit.target.name] = deepcopy(edit.value)
        else:
            assert isinstance(edit, SetValue)
            put(after[edit.target.name], edit.steps, edit.value)
    return after


def put(record: dict[str, Any], steps: tuple[str | int, ...], value: Any) -> None:
    *above, key = steps
    for step in above:
        record = record.setdefault(step, {})
    if value is None:
        record.pop(key, None)
    else:
        record[key] = value


@given(rows, theirs)
def test_a_second_import_of_the_same_file_changes_nothing(
    found: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    once = carry_out({}, importing({}, found, themes))
    assert importing(once, found, themes).edits == ()


@given(rows, rows, theirs)
def test_every_row_is_counted_once(
    first: list[dict[str, Any]], second: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    plan = importing(carry_out({}, importing({}, first, themes)), second, themes)
    counted = sum(map(plan.number, ("new", "updated", "unchanged")))
    assert counted + sum(plan.skipped.values()) + len(plan.unread) == len(second)


@given(rows, rows, theirs, st.data())
def test_what_a_person_wrote_is_never_written_over(
    first: list[dict[str, Any]],
    second: list[dict[str, Any]],
    themes: tuple[str, ...],
    data: st.DataObject,
) -> None:
    records = carry_out({}, importing({}, first, themes))
    changed = data.draw(st.sets(st.sampled_from(sorted(records)))) if records else set()
    for name in changed:
        put(records[name], ("text", "en"), "A person's own words.")
        put(records[name], ("themes",), ["eget"])
    after = carry_out(records, importing(records, second, ()))
    for name in changed:
        assert after[name]["text"]["en"] == "A person's own words."
        assert after[name]["themes"] == ["eget"]


@given(rows, theirs)
def test_no_two_records_hold_a_place_that_no_annotation_tells_apart(
    found: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    made = carry_out({}, importing({}, found, themes))
    held = [
        (one["source"].get("paragraph"), one["source"].get("annotation_id"))
        for one in made.values()
        if "paragraph" in one["source"]
    ]
    assert len(held) == len(set(held))
    without = [paragraph for paragraph, annotation in held if annotation is None]
    assert all(sum(1 for place, _ in held if place == one) == 1 for one in without)
