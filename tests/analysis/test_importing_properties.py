"""Whatever a file says, and whatever people write in between."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from anbefal import rules
from anbefal.analysis.importing.gathering import gather
from anbefal.analysis.importing.plan import Origin, Plan
from anbefal.analysis.importing.planning import plan_import
from anbefal.model.edits import Create, SetValue
from anbefal.model.incoming import Incoming, Place, SourceLabels
from complete import as_dataset

Records = dict[str, dict[str, Any]]

ACTORS = [{"id": "cat", "kind": "treaty-body", "name": {"en": "CAT"}}]
THEMES = [{"id": one, "name": {"en": name}} for one, name in (("vann", "Water"), ("eget", "Own"))]
WORDS = st.sampled_from(["Open it.", "Close it.", "Do both."])

rows = st.lists(
    st.fixed_dictionaries(
        {"text.en": WORDS},
        optional={
            "source.paragraph": st.sampled_from(["4", "5", "5(a)"]),
            "source.annotation_id": st.sampled_from(["u1", "u2", "u3"]),
            "source.date": st.sampled_from(["2018", "2019-02-03"]),
            "kind": st.sampled_from(["recommendation", "concern"]),
            "id": st.sampled_from(["cat-2018-4", "cat-2018-5"]),
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
    read = gather(incoming(fields, number, themes) for number, fields in enumerate(found, 2))
    return plan_import(as_dataset(repository(records)), read, Origin("uhri", "UHRI (file)"))


def repository(records: Records) -> dict[str, Any]:
    files = {f"data/recommendations/{name}.yaml": one for name, one in records.items()}
    return {"data/actors.yaml": ACTORS, "data/themes.yaml": THEMES, **files}


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


def at(record: dict[str, Any], steps: tuple[str, ...]) -> Any:
    for step in steps:
        record = record[step]
    return record


@given(rows, theirs)
def test_a_second_import_of_the_same_file_changes_nothing(
    found: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    first = importing({}, found, themes)
    second = importing(carry_out({}, first), found, themes)
    assert second.edits == ()
    assert (second.number("unchanged"), second.skipped) == (first.number("new"), first.skipped)


@given(rows, rows, theirs)
def test_every_row_is_counted_once(
    first: list[dict[str, Any]], second: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    plan = importing(carry_out({}, importing({}, first, themes)), second, themes)
    counted = sum(map(plan.number, ("new", "updated", "unchanged")))
    assert counted + sum(plan.skipped.values()) + len(plan.unread) == len(second)


@given(rows, theirs, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(
    found: list[dict[str, Any]], themes: tuple[str, ...], chance: Random
) -> None:
    mixed = chance.sample(found, len(found))
    assert importing({}, mixed, themes).edits == importing({}, found, themes).edits


@given(rows, rows, theirs, st.data())
def test_what_a_person_wrote_is_never_written_over(
    first: list[dict[str, Any]],
    second: list[dict[str, Any]],
    themes: tuple[str, ...],
    data: st.DataObject,
) -> None:
    records = carry_out({}, importing({}, first, themes))
    changed = data.draw(st.sets(st.sampled_from(sorted(records)))) if records else set()
    written = {("text", "en"): "A person's own words.", ("themes",): ["eget"], ("sdgs",): ["1.1"]}
    for name in changed:
        for steps, value in written.items():
            put(records[name], steps, value)
    after = carry_out(records, importing(records, second, ("Water",)))
    for name in changed:
        assert {steps: at(after[name], steps) for steps in written} == written


@given(rows, rows, theirs)
def test_the_data_is_right_after_any_two_imports(
    first: list[dict[str, Any]], second: list[dict[str, Any]], themes: tuple[str, ...]
) -> None:
    once = carry_out({}, importing({}, first, themes))
    twice = carry_out(once, importing(once, second, themes))
    found = rules.check(as_dataset(repository(twice)))
    assert [one.message for one in found if one.code in {"same-place", "references"}] == []
