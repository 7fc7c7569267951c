"""Two datasets are compared in the data's own terms, and no difference is lost."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from anbefal.analysis.changes import Change
from anbefal.analysis.comparison import compare, shown
from anbefal.model.dataset import Dataset
from complete import as_dataset, complete_data
from repositories import dataset, meeting, recommendation, scores, text, theme, update

Steps = tuple[str | int, ...]

OTHER = {
    "date": "1999-01-01",
    "value": "contrary",
    "track": "assessed",
    "kind": "concern",
    "state": "confirmed",
    "country": "SE",
    "language": "nn",
    "levels": "municipal",
    "scale": "crc",
    "hints": "deadline",
}
"""Another value for keys whose values are chosen from few."""

FEW = ("noted", "no-report", "ombud", "agency", "text", "url", "reported", "recommendation")
"""Values that keys of other names are chosen from."""


def leaves(value: Any, steps: Steps = ()) -> list[Steps]:
    """Return the place of every single value in plain values."""
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in leaves(inner, (*steps, key))]
    if isinstance(value, list):
        return [one for i, inner in enumerate(value) for one in leaves(inner, (*steps, i))]
    return [steps]


def changed(value: Any, key: str) -> list[Any]:
    """Return other values to try in the place of one."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1]
    if value is None:
        return [1]
    return [OTHER.get(key), f"{value}x", "2001-02-03", *FEW]


def with_one_change(files: dict[str, Any], steps: Steps) -> Dataset | None:
    """Return the dataset with another value in one place, `None` where none is possible."""
    *way, last = steps
    holder = files
    for step in way:
        holder = holder[step]  # type: ignore[index]
    key = str(next(step for step in reversed(steps) if isinstance(step, str)))
    before = holder[last]  # type: ignore[index]
    for other in changed(before, key):
        if other in {None, before}:
            continue
        holder[last] = other  # type: ignore[index]
        try:
            return as_dataset(files)
        except ValidationError:
            continue
    return None


def test_equal_datasets_have_no_changes() -> None:
    assert compare(as_dataset(complete_data()), as_dataset(complete_data())) == ()


def test_a_change_of_any_value_of_any_record_is_a_change() -> None:
    before = as_dataset(complete_data())
    lost = []
    for steps in leaves(complete_data()):
        after = with_one_change(deepcopy(complete_data()), steps)
        assert after is not None, f"no other value for {steps}"
        if not compare(before, after) or not compare(after, before):
            lost.append(steps)

    assert lost == []


def test_any_value_that_is_taken_away_is_a_change() -> None:
    before = as_dataset(complete_data())
    lost, tried = [], 0
    for steps in leaves(complete_data()):
        files = complete_data()
        holder: Any = files
        for step in steps[:-1]:
            holder = holder[step]
        del holder[steps[-1]]
        try:
            after = as_dataset(files)
        except ValidationError:
            continue
        if after.entries == before.entries:  # a value that is left out where it is the usual one
            continue
        tried += 1
        if not compare(before, after):
            lost.append(steps)

    assert tried > 100
    assert lost == []


def test_what_was_added_one_way_was_removed_the_other_way() -> None:
    full = complete_data()
    part = {path: data for path, data in full.items() if "meetings" not in path}
    there = compare(as_dataset(part), as_dataset(full))
    back = compare(as_dataset(full), as_dataset(part))

    assert {one.how for one in there} == {"added"}
    assert {one.how for one in back} == {"removed"}
    assert [(c.what, c.part, c.new) for c in there] == [(c.what, c.part, c.old) for c in back]


def test_the_order_of_files_does_not_matter() -> None:
    one = as_dataset(complete_data())
    other = Dataset(tuple(reversed(one.entries)))

    assert compare(one, other) == ()
    assert compare(Dataset(), one) == compare(Dataset(), other)


def only(old: Dataset, new: Dataset) -> Change:
    (change,) = compare(old, new)
    return change


def with_log(*entries: dict[str, Any]) -> Dataset:
    return dataset(recommendations=[recommendation("cat-1", "vold", status=list(entries))])


SAID = update("reported", "in-progress", "2022-01-01", "jd", note="Snart.")
FOUND = update("assessed", "not-started", "2022-02-01", "nim")


def test_a_new_entry_says_when_who_what_and_on_which_track() -> None:
    change = only(with_log(SAID), with_log(SAID, FOUND))

    assert (change.what, change.how, change.track) == ("status", "added", "assessed")
    assert (change.date, change.by, change.old, change.new) == (
        "2022-02-01",
        "nim",
        None,
        "not-started",
    )
    assert change.themes == ("vold",)


def test_an_entry_with_another_note_was_corrected() -> None:
    change = only(with_log(SAID), with_log({**SAID, "note": "Til høsten."}))

    assert (change.how, change.field, change.old, change.new) == (
        "changed",
        "note",
        "Snart.",
        "Til høsten.",
    )


def test_an_entry_on_the_other_track_is_another_entry() -> None:
    changes = compare(with_log(SAID), with_log({**SAID, "track": "assessed"}))

    assert [(one.how, one.track) for one in changes] == [
        ("added", "assessed"),
        ("removed", "reported"),
    ]


def test_of_two_equal_entries_one_that_goes_is_told() -> None:
    assert only(with_log(SAID, SAID), with_log(SAID)).how == "removed"


def test_entries_in_another_order_are_a_change() -> None:
    assert only(with_log(SAID, FOUND), with_log(FOUND, SAID)).how == "reordered"


PROMISE = {"id": "veileder", "text": text("Lage en veileder."), "responsible": ["jd"]}


def with_promises(*promises: dict[str, Any]) -> Dataset:
    return dataset(
        meetings=[meeting("2022-vold", "vold", commitments=list(promises))],
        recommendations=[recommendation("cat-1", "isolasjon")],
    )


def test_a_new_promise_is_told_with_the_themes_that_it_addresses() -> None:
    change = only(with_promises(), with_promises({**PROMISE, "addresses": ["cat-1"]}))

    assert (change.what, change.how, change.part, change.by) == (
        "promise",
        "added",
        "veileder",
        "jd",
    )
    assert change.themes == ("vold", "isolasjon")


def test_a_promise_with_another_deadline_is_a_changed_promise() -> None:
    change = only(with_promises(PROMISE), with_promises({**PROMISE, "due": "2023-01"}))

    assert (change.what, change.how, change.field, change.new) == (
        "promise",
        "changed",
        "due",
        "2023-01",
    )


def test_what_is_reported_on_a_promise_is_a_status_of_it() -> None:
    change = only(with_promises(PROMISE), with_promises({**PROMISE, "updates": [SAID]}))

    assert (change.what, change.part, change.track) == ("status", "veileder", "reported")


def test_a_new_meeting_tells_its_promises() -> None:
    held = meeting("2022-vold", "vold", "held", date="2022-03-01", commitments=[PROMISE])
    changes = compare(Dataset(), dataset(meetings=[held]))

    assert [one.what for one in changes] == ["record", "meeting-state", "promise"]


def test_scores_are_told_by_item_and_criterion() -> None:
    old = dataset(themes=[theme("vold")], assessments=[scores("juss", {"vold": {"alvor": 3}})])
    new = dataset(
        themes=[theme("vold")],
        assessments=[scores("juss", {"vold": {"alvor": 4, "hast": None}}, example=True)],
    )
    told = [
        (c.part, c.field, c.old, c.new, c.example) for c in compare(old, new) if c.what == "score"
    ]

    assert told == [
        ("vold", "values.alvor", "3", "4", True),
        ("vold", "values.hast", None, "not assessed", True),
    ]


def test_a_minority_view_keeps_its_words_to_itself_unless_asked() -> None:
    old, new = (
        dataset(
            assessments={
                "round": "2022",
                "assessor": "juss",
                "date": "2022-06-01",
                "scores": [{"theme": "vold", "values": {"alvor": 1}, "dissent": words}],
            }
        )
        for words in ("Vi er uenige", "Vi er svært uenige")
    )
    changes = compare(old, new)

    assert "uenige" not in repr(shown(changes))
    assert "svært uenige" in repr(shown(changes, internal=True))


def test_a_link_that_a_person_makes_is_told() -> None:
    old = dataset(recommendations=[recommendation("cat-1", "vold")])
    new = dataset(recommendations=[recommendation("cat-1", "vold", links={"same_as": ["cat-2"]})])
    change = only(old, new)

    assert (change.what, change.how, change.field, change.new) == (
        "link",
        "added",
        "same_as",
        "cat-2",
    )


def test_an_inferred_value_is_marked() -> None:
    old = dataset(recommendations=[recommendation("cat-1", "vold", source={"date": "2020-01"})])
    new = dataset(
        recommendations=[
            recommendation(
                "cat-1", "vold", source={"date": "2020-02"}, provenance={"inferred": ["date"]}
            )
        ]
    )
    by_field = {change.field: change.inferred for change in compare(old, new)}

    assert by_field == {"source.date": True, "provenance.inferred": False}


def test_a_record_that_one_side_could_not_read_is_not_called_new() -> None:
    unread = Dataset(unread=frozenset({("recommendation", "cat-1")}))
    new = dataset(recommendations=[recommendation("cat-1", "vold")])

    assert compare(unread, new) == ()


@pytest.mark.parametrize("kept", ["vold", "isolasjon"])
def test_a_record_that_changes_its_theme_concerns_both(kept: str) -> None:
    old = dataset(recommendations=[recommendation("cat-1", "vold")])
    new = dataset(recommendations=[recommendation("cat-1", "isolasjon")])

    assert len(shown(compare(old, new), kept)) == 1
