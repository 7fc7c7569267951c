"""Whatever is formatted keeps its value and its comments, and a second time changes nothing."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from anbefal.model.kinds import KINDS
from anbefal.store.reading.reader import parse
from anbefal.store.text.canonical import canonical
from editing.handwritten import NOTE, Document, documents
from editing.test_any_change_in_any_file import MANY, read, reordered

COMMENT = re.compile(rf"#(?:venstre #)? ?{NOTE[2:]}[^\r\n]*")


def comments(text: str) -> Counter[str]:
    return Counter(found.strip() for found in COMMENT.findall(text))


@MANY
@given(documents(), st.sampled_from([None, *KINDS]))
def test_value_and_comments_stay_and_twice_is_once(document: Document, kind: object) -> None:
    text = canonical(document.text, kind)

    value = read(text)
    assert repr(reordered(value, document.value)) == repr(document.value)
    assert comments(text) == comments(document.text)
    assert canonical(text, kind) == text


@MANY
@given(documents())
def test_the_lines_are_tidy(document: Document) -> None:
    text = canonical(document.text)

    assert text.endswith("\n")
    assert "\r" not in text
    assert not text.startswith("\n")
    lines = text.split("\n")
    assert [line for line in lines if line != line.rstrip(" \t")] == []
    if "|+" not in text:
        assert "\n\n\n" not in text


@MANY
@given(documents())
def test_aliases_stay(document: Document) -> None:
    if not isinstance(document.value, dict):
        return
    end = "\r\n" if "\r\n" in document.text else "\r" if "\r" in document.text else "\n"
    head = ["shared: &shared [ord, {b: 1}]", "used: *shared", "in-list: [*shared, x]", ""]
    before = end.join(head) + document.text
    if parse("", before.encode()).findings:
        return

    text = canonical(before)

    assert "used: *shared\n" in text
    assert repr(reordered(read(text), read(before))) == repr(read(before))
    assert canonical(text) == text
