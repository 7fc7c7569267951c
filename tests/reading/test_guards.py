from __future__ import annotations

import pytest

from anbefal.diagnostics import Position
from anbefal.store.reading.guards import MAX_TOLD
from anbefal.store.reading.reader import MAX_BYTES, parse


@pytest.mark.parametrize("text", ["\0" * MAX_BYTES, "<<<<<<<\n" * (MAX_BYTES // 8)])
def test_a_file_full_of_the_same_mistake_is_told_shortly(text: str) -> None:
    assert len(parse("test.yaml", text.encode()).findings) == MAX_TOLD


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(line_end: str) -> None:
    (finding,) = parse("test.yaml", f"a: 1{line_end}b: \a".encode()).findings

    assert finding.position == Position(2, 4)


@pytest.mark.parametrize("text", ["a:\tb\nc: !!str d\n", "a: b\t# c\nd: !e f\n"])
def test_a_tag_below_a_tab_is_seen(text: str) -> None:
    assert [finding.code for finding in parse("test.yaml", text.encode()).findings] == ["tag"]


def test_an_unclosed_quote_is_told_where_it_is_opened() -> None:
    (finding,) = parse("test.yaml", b'a: 1\nb: "c\nd: 2\n').findings

    assert finding.position == Position(2, 4)


def test_an_anchor_that_is_used_twice_is_allowed() -> None:
    assert parse("test.yaml", b"a: &x 1\nb: *x\nc: &x 2\nd: *x\n").value == {
        "a": 1,
        "b": 1,
        "c": 2,
        "d": 2,
    }
