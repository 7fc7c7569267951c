"""What holds for every merge, whatever the values."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from anbefal.store.merging.merge import merge

scalars = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b", "", "1"])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "id", "themes", "status", "internal"]), inner)
    ),
    max_leaves=12,
)
entries = st.fixed_dictionaries(
    {
        "date": st.sampled_from(["2019", "2020", "2021"]),
        "track": st.sampled_from(["reported", "assessed"]),
        "by": st.sampled_from(["jd", "nim"]),
        "value": st.sampled_from(["in-progress", "implemented"]),
    },
    optional={"note": st.sampled_from(["x", "y"])},
)
logs = st.lists(entries, max_size=5)


def keys(log: list[Any]) -> Counter[str]:
    return Counter(json.dumps(entry, sort_keys=True) for entry in log)


@given(values, values)
def test_what_only_one_side_changed_is_taken(base: Any, changed: Any) -> None:
    for sides in ((changed, base), (base, changed), (changed, changed)):
        merged = merge(base, *sides)
        assert merged.conflicts == ()
        assert json.dumps(merged.value) == json.dumps(changed)


@given(values, values, values)
def test_conflicts_are_conflicts_from_both_sides(base: Any, ours: Any, theirs: Any) -> None:
    assert bool(merge(base, ours, theirs).conflicts) == bool(merge(base, theirs, ours).conflicts)


@given(logs, logs, logs)
def test_appended_entries_are_all_there(base: list[Any], hers: list[Any], his: list[Any]) -> None:
    merged = merge({"status": base}, {"status": base + hers}, {"status": base + his})
    swapped = merge({"status": base}, {"status": base + his}, {"status": base + hers})

    if merged.conflicts:
        said = {(e["date"], e["track"], e["by"]) for e in hers}
        assert said & {(e["date"], e["track"], e["by"]) for e in his}
        return
    assert keys(merged.value["status"]) == keys(base) + (keys(hers) | keys(his))
    assert keys(merged.value["status"]) == keys(swapped.value["status"])


@given(logs, logs, logs)
def test_nothing_that_a_side_added_is_missing(
    base: list[Any], ours: list[Any], theirs: list[Any]
) -> None:
    merged = merge({"status": base}, {"status": ours}, {"status": theirs})
    if merged.conflicts:
        return
    parts = {pair for entry in merged.value["status"] for pair in entry.items()}
    for side in (ours, theirs):
        added = keys(side) - keys(base)
        assert {pair for entry in map(json.loads, added) for pair in entry.items()} <= parts


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
)
def test_lists_of_names_are_merged_as_sets(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    merged = merge({"groups": base}, {"groups": ours}, {"groups": theirs})

    if not merged.conflicts:
        gone = (set(base) - set(ours)) | (set(base) - set(theirs))
        assert set(merged.value["groups"]) == (set(ours) | set(theirs)) - gone
        assert len(merged.value["groups"]) == len(set(merged.value["groups"]))
