"""Whatever is changed in whatever people write: that value changes, and no other line.

The lines of each value are known from how the text was made, not from the editor.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anbefal.errors import CannotEdit
from anbefal.store.reading.reader import parse
from anbefal.store.text.rewriting import rewrite
from editing.handwritten import NOTE, Document, Path, documents, paths
from reading.written_yaml import KEYS, ODD, SENTENCES, WORDS

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
NEW_TEXTS = st.one_of(
    ODD,
    SENTENCES,
    st.lists(WORDS, min_size=30, max_size=50).map(" ".join),
    st.lists(st.one_of(SENTENCES, ODD), min_size=2, max_size=4).map("\n".join),
    st.sampled_from(
        ["", "16", "140.10", "null", "true", "no", "2018-06-05", "a: b", "- a", "x #y"]
    ),
)
NEW_SCALARS = st.one_of(
    NEW_TEXTS,
    NEW_TEXTS,
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False),
)
NEW_VALUES = st.recursive(
    NEW_SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(KEYS, ODD), inner, max_size=3)
    ),
    max_leaves=5,
)
MANY = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def read(text: str) -> Any:
    parsed = parse("", text.encode())
    assert not parsed.findings
    return parsed.value


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def with_change(value: Any, path: Path, new: Any) -> Any:
    changed = deepcopy(value)
    at(changed, path[:-1])[path[-1]] = new
    return changed


def lines_around(document: Document, path: Path) -> tuple[str, str]:
    """Return what stands above the lines of a value, and what stands below them."""
    lines = LINE.findall(document.text)
    first, last = document.places[path]
    return "".join(lines[:first]), "".join(lines[last + 1 :])


def is_kept(text: str, above: str, below: str) -> bool:
    """Return whether the lines around a place are all there, byte for byte."""
    return text.startswith(above) and text.endswith(below) and len(text) >= len(above + below)


@MANY
@given(documents(), st.data())
def test_a_changed_value(document: Document, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(document.value)[1:]))
    expected = with_change(document.value, path, data.draw(NEW_VALUES))

    text = rewrite(document.text, expected)

    assert repr(read(text)) == repr(expected)
    assert is_kept(text, *lines_around(document, path))
    if not isinstance(at(document.value, path), dict | list):
        assert text.count(NOTE) == document.text.count(NOTE)


@MANY
@given(documents(), st.data())
def test_an_added_key(document: Document, data: st.DataObject) -> None:
    mappings = [one for one in paths(document.value) if isinstance(at(document.value, one), dict)]
    path = data.draw(st.sampled_from(mappings or [()]))
    pairs = at(document.value, path)
    if not isinstance(pairs, dict):
        return
    expected = deepcopy(document.value)
    order = list(pairs.items())
    order.insert(data.draw(st.integers(0, len(order))), ("ny-nøkkel", data.draw(NEW_VALUES)))
    at(expected, path).clear()
    at(expected, path).update(order)

    text = rewrite(document.text, expected)

    assert read(text) == expected
    assert list(at(read(text), path)) == [key for key, _ in order]
    only_adds(document, path, text)


@MANY
@given(documents(), st.data())
def test_an_added_item(document: Document, data: st.DataObject) -> None:
    lists = [one for one in paths(document.value) if isinstance(at(document.value, one), list)]
    path = data.draw(st.sampled_from(lists or [()]))
    expected = deepcopy(document.value)
    items = at(expected, path)
    if not isinstance(items, list):
        return
    items.insert(data.draw(st.integers(0, len(items))), data.draw(NEW_VALUES))

    text = rewrite(document.text, expected)

    assert repr(read(text)) == repr(expected)
    only_adds(document, path, text)


def only_adds(document: Document, path: Path, text: str) -> None:
    """Check that nothing is lost: every comment is there, and every line around the place."""
    assert text.count(NOTE) == document.text.count(NOTE)
    above, below = lines_around(document, path) if path else ("", "")
    assert text.startswith(above)
    assert text.endswith(below)


@MANY
@given(documents(), st.data())
def test_a_removed_value(document: Document, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(document.value)[1:]))
    expected = deepcopy(document.value)
    del at(expected, path[:-1])[path[-1]]

    text = rewrite(document.text, expected)

    assert repr(read(text)) == repr(expected)
    alone = not at(expected, path[:-1])
    if (alone and len(path) == 1) or has_twin(document.value, path):
        return
    above, below = lines_around(document, path[:-1] if alone else path)
    assert text.startswith(above)
    assert text.endswith(below.lstrip(" \r\n"))
    lost = document.text.removeprefix(above).removesuffix(below).count(NOTE)
    assert text.count(NOTE) >= document.text.count(NOTE) - lost


def has_twin(value: Any, path: Path) -> bool:
    """Return whether a neighbour in the list is the same, so that either may be removed."""
    place, number = at(value, path[:-1]), path[-1]
    if not isinstance(place, list):
        return False
    return any(
        repr(place[other]) == repr(place[number])
        for other in (number - 1, number + 1)
        if 0 <= other < len(place)
    )


@MANY
@given(documents(), st.data())
def test_several_changes_at_once(document: Document, data: st.DataObject) -> None:
    expected = deepcopy(document.value)
    for _ in range(data.draw(st.integers(2, 4))):
        change_something(expected, data)
    if not expected:
        return

    text = rewrite(document.text, expected)

    assert repr(read(text)) == repr(reordered(expected, read(text)))
    if isinstance(expected, dict):
        for key in document.value.keys() & expected.keys():
            if repr(document.value[key]) == repr(expected[key]):
                first, last = document.places[(key,)]
                lines = LINE.findall(document.text)[first : last + 1]
                assert "".join(lines).rstrip("\r\n") in text


def change_something(value: Any, data: st.DataObject) -> None:
    """Set, remove or add one value somewhere."""
    path = data.draw(st.sampled_from(paths(value)))
    place = at(value, path)
    if isinstance(place, list):
        place.insert(data.draw(st.integers(0, len(place))), data.draw(NEW_VALUES))
    elif isinstance(place, dict):
        place[data.draw(KEYS)] = data.draw(NEW_VALUES)
    elif data.draw(st.booleans()):
        at(value, path[:-1])[path[-1]] = data.draw(NEW_VALUES)
    else:
        del at(value, path[:-1])[path[-1]]


def reordered(value: Any, like: Any) -> Any:
    """Return a value with its keys in the order of another, to compare types by ``repr``."""
    if isinstance(value, dict) and isinstance(like, dict) and value.keys() == like.keys():
        return {key: reordered(value[key], like[key]) for key in like}
    if isinstance(value, list) and isinstance(like, list) and len(value) == len(like):
        return [reordered(*both) for both in zip(value, like, strict=True)]
    return value


@MANY
@given(documents(), st.data())
def test_there_and_back(document: Document, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(document.value)[1:]))
    changed = with_change(document.value, path, data.draw(NEW_VALUES))

    text = rewrite(rewrite(document.text, changed), document.value)

    assert repr(read(text)) == repr(document.value)
    assert is_kept(text, *lines_around(document, path))


@MANY
@given(documents())
def test_the_same_value_is_the_same_text(document: Document) -> None:
    assert rewrite(document.text, deepcopy(document.value)) == document.text


@MANY
@given(documents(), WORDS)
def test_with_aliases_it_is_right_or_refused(document: Document, word: str) -> None:
    if not isinstance(document.value, dict):
        return
    end = "\r\n" if "\r\n" in document.text else "\r" if "\r" in document.text else "\n"
    head = ["shared: &shared [ord, {b: 1}]", "used: *shared", "in-list: [*shared, x]", ""]
    text = end.join(head) + document.text
    if parse("", text.encode()).findings:
        return
    value = read(text)
    for path in paths(value)[1:8]:
        expected = with_change(value, path, word)
        try:
            changed = rewrite(text, expected)
        except CannotEdit as error:
            assert (path[0], "alias" in error.message) == ("shared", True)  # noqa: PT017
        else:
            assert repr(read(changed)) == repr(expected)


@pytest.mark.parametrize("value", [{"a": 1}, [1], "tekst", {"b": {"c": ["d"]}}])
def test_an_empty_file(value: Any) -> None:
    assert read(rewrite("", value)) == value
