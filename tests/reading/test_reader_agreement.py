"""The fast reader and the slow one give the same values for what people write.

The slow reader is ruamel.yaml, another program for the same language. Where the two differ
knowingly, the table below says how.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from anbefal.store.reading.reader import parse
from reading.written_yaml import Written, documents

REFUSED = "refused"


class DatesAreText(SafeConstructor):
    """YAML 1.2's core schema has no dates, so they stay text."""


DatesAreText.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
)


def slowly(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = DatesAreText
    try:
        return reader.load(text)
    except (YAMLError, ValueError):
        return REFUSED


def ours(text: str) -> Any:
    parsed = parse("test.yaml", text.encode())
    return REFUSED if parsed.findings else parsed.value


@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_both_readers_give_what_was_written(document: Written) -> None:
    assert repr(ours(document.first)) == repr(document.value)
    assert repr(slowly(document.first)) == repr(document.value)


DIFFERENCES = [
    # text, our value, ruamel.yaml's value
    ("a: 010", {"a": "010"}, {"a": 10}),  # a leading zero: text, as in a number of a case
    ("a: 08", {"a": "08"}, {"a": 8}),
    ("a: 1_000", {"a": "1_000"}, {"a": 1000}),  # an underscore belongs to YAML 1.1
    ("a: 1_000.5", {"a": "1_000.5"}, {"a": 1000.5}),
    ("a: .5e1", {"a": 5.0}, {"a": ".5e1"}),  # YAML 1.2 says a number
    ("a: 1e400", {"a": "1e400"}, {"a": float("inf")}),
    ("a: =", {"a": "="}, REFUSED),
    (
        "a: &x {b: 1}\nc:\n  <<: *x",
        {"a": {"b": 1}, "c": {"<<": {"b": 1}}},
        {"a": {"b": 1}, "c": {"b": 1}},
    ),
    ("a:\tb", {"a": "b"}, REFUSED),  # a tab between key and value is no indentation
    ("a: b\t# c", {"a": "b"}, REFUSED),
    (": a", REFUSED, {None: "a"}),  # a key that is not there
    ("a: |\n  \tb", REFUSED, {"a": "\tb"}),  # a tab first in a text: easily mistaken
    ("a: 123456789012345678901234567890", REFUSED, {"a": 123456789012345678901234567890}),
    ('a: "\\ud83d"', REFUSED, {"a": "\ud83d"}),  # half a character
    ("a: b\x85", REFUSED, {"a": "b"}),  # line breaks that only some programs know
    ("a: b\u2028c", REFUSED, {"a": "b\u2028c"}),
    ("a: !!str 1", REFUSED, {"a": "1"}),
    ("%YAML 1.2\n---\na: 1", REFUSED, {"a": 1}),
    ("\ufeffa: 1", REFUSED, {"a": 1}),
    ("", REFUSED, None),
]


@pytest.mark.parametrize(("text", "our_value", "ruamels_value"), DIFFERENCES)
def test_where_they_differ_knowingly(text: str, our_value: Any, ruamels_value: Any) -> None:
    assert repr(ours(text)) == repr(our_value)
    assert repr(slowly(text)) == repr(ruamels_value)


BOTH_REFUSE = [
    "a: 1\na: 2",
    "a: [1",
    "a: b: c",
    "a: @b",
    "a: `b",
    "a: *unknown",
    "a:\n\tb: 1",
    "a: 1\n---\nb: 2",
    "a: 1\n...\nb: 2",
    "a: b\0",
]


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_what_both_refuse(text: str) -> None:
    assert ours(text) == slowly(text) == REFUSED
