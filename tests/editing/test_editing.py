"""What stays as it is when a value in a file changes."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest

from anbefal.errors import CannotEdit
from anbefal.store.reading.reader import parse
from anbefal.store.text import scanning
from anbefal.store.text.rewriting import rewrite


def changed(text: str, *path: Any, to: Any) -> str:
    """Return the text with the value at a path changed."""
    value = parse("", text.encode()).value
    place = value
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return rewrite(text, value)


def without(text: str, *path: Any) -> str:
    value = parse("", text.encode()).value
    place = value
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return rewrite(text, value)


CHANGES = {
    "comment on the same line": ("a: x  # c\n", "a", "w", "a: w  # c\n"),
    "comment of a text that becomes long": (
        "a: x # c\n",
        "a",
        "ord " * 30 + "slutt",
        "a: >- # c\n  " + "ord " * 23 + "ord\n  " + "ord " * 6 + "slutt\n",
    ),
    "comments above, between and below": (
        "# over\na: x\n# mellom\nb: w\n# under\n",
        "b",
        "z",
        "# over\na: x\n# mellom\nb: z\n# under\n",
    ),
    "single quotes": ("a: 'x'\n", "a", "w", "a: 'w'\n"),
    "double quotes": ('a: "16"\n', "a", "17", 'a: "17"\n'),
    "quotes where they become needed": ("a: x\n", "a", "true", 'a: "true"\n'),
    "folded": ("a: >-\n  en\n  to\nb: 1\n", "a", "tre fire", "a: >-\n  tre fire\nb: 1\n"),
    "literal": ("a: |\n  en\n  to\nb: 1\n", "a", "tre\nfire\n", "a: |\n  tre\n  fire\nb: 1\n"),
    "comment on a header": ("a: |- # c\n  en\nb: 1\n", "a", "to", "a: |- # c\n  to\nb: 1\n"),
    "tab before a comment on a header": (
        "a: |\t# c\n  en\nb: 1\n",
        "a",
        {"k": 1},
        "a: # c\n  k: 1\nb: 1\n",
    ),
    "kept line breaks": ("a: |+\n  en\n\nb: 1\n", "a", "to\n\n", "a: |+\n  to\n\nb: 1\n"),
    "indentation told in the header": ("a: |2-\n    en\n  to\nb: 1\n", "b", 2, None),
    "plain text on several lines": ("a: en\n  to # c\nb: 1\n", "a", "tre", "a: tre # c\nb: 1\n"),
    "CRLF": ("a: x\r\nb: w\r\n", "a", "z", "a: z\r\nb: w\r\n"),
    "CR": ("a: x\rb: w\r", "b", ["en lang " * 12, "to"], None),
    "no line end at the end": ("a: x\nb: w", "b", "z", "a: x\nb: z"),
    "tabs in a text": ('a: "x\\ty"\nb: 1\n', "a", "w\tz", 'a: "w\\tz"\nb: 1\n'),
    "tab before a comment": ("a: x\t# c\n", "a", "w", "a: w\t# c\n"),
    "emoji": ("a: 👩 # 🙂\nb: 1\n", "a", "🙂", "a: 🙂 # 🙂\nb: 1\n"),
    "right-to-left": ("a: שלום # مرحبا\nb: 1\n", "b", 2, "a: שלום # مرحبا\nb: 2\n"),
    "list in brackets": ("a: [x, w] # c\n", "a", ["x", "z"], "a: [x, z] # c\n"),
    "brackets on several lines": (
        "a: [x, # en\n    w, # to\n    ]\n",
        "a",
        ["z", "w"],
        "a: [z, # en\n    w, # to\n    ]\n",
    ),
    "mapping in brackets": ("a: {k: 1,  l: 2}\n", "a", {"k": 1, "l": 3}, "a: {k: 1,  l: 3}\n"),
    "list below its key": ("a:\n- x # c\n- w\nb: 1\n", "a", ["x", "z"], "a:\n- x # c\n- z\nb: 1\n"),
    "list in a list": ("a:\n  - - x\n    - w\n", "a", [["x", "z"]], "a:\n  - - x\n    - z\n"),
    "mapping below its hyphen": ("a:\n  -\n    k: 1\n", "a", [{"k": 2}], "a:\n  -\n    k: 2\n"),
    "nothing": ("a:  # c\nb: 1\n", "a", "x", "a: x  # c\nb: 1\n"),
    "a tilde": ("a: ~\n", "a", "x", "a: x\n"),
    "the word null": ("a: null # c\n", "a", 5, "a: 5 # c\n"),
    "to null": ("a: x\n", "a", None, "a: null\n"),
    "markers of the document": ("---\na: 1\n...\n", "a", 2, "---\na: 2\n...\n"),
    "quoted keys": ("\"a\": 1\n'b': 2\n", "a", 3, "\"a\": 3\n'b': 2\n"),
    "whole numbers as keys": (
        "0: {nb: x}\n2: {nb: w}\n",
        2,
        {"nb": "z"},
        "0: {nb: x}\n2: {nb: z}\n",
    ),
    "an anchor": ("a: &n x\nb: 1\n", "a", "w", "a: &n w\nb: 1\n"),
    "an alias": ("a: &n x\nb: *n\n", "b", "w", "a: &n x\nb: w\n"),
    "four spaces": (
        "a:\n    k: 1\nb: x\n",
        "b",
        {"l": {"m": 1}},
        "a:\n    k: 1\nb:\n    l:\n        m: 1\n",
    ),
    "emptied list": ("a:\n  - x\n  - w\nb: 1\n", "a", [], "a: []\nb: 1\n"),
    "emptied mapping": ("a:\n  k: 1\nb: 1\n", "a", {}, "a: {}\nb: 1\n"),
    "filled list": ("a: []\n", "a", ["x"], "a: [x]\n"),
    "filled mapping": ("a: {} # c\nb: 1\n", "a", {"k": 1}, "a: # c\n  k: 1\nb: 1\n"),
    "brackets with a comment in them": ("a: [ # c\n  ]\n", "a", ["x"], "a: [x # c\n  ]\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_value(name: str) -> None:
    text, key, new, expected = CHANGES[name]

    result = changed(text, key, to=new)

    assert parse("", result.encode()).value[key] == new
    if expected is not None:
        assert result == expected


def test_an_indentation_told_in_the_header_stays() -> None:
    text = "a: |2-\n    en\n  to\nb: 1\n"

    assert changed(text, "b", to=2) == text.replace("1", "2")


def test_lines_with_CR_are_added_with_CR() -> None:  # noqa: N802 - the character's name
    assert changed("a: x\rb: w\r", "b", to={"k": 1}) == "a: x\rb:\r  k: 1\r"


def test_untouched_letters_stay_decomposed() -> None:
    text = normalize("NFD", "blå: å\nby: Åmål\n")

    assert changed(text, "by", to="Bodø") == normalize("NFD", "blå: å\n") + "by: Bodø\n"


def test_decomposed_letters_may_be_asked_for() -> None:
    assert changed("by: x\n", "by", to=normalize("NFD", "Åmål")) == "by: Åmål\n"


def test_a_key_is_added_after_the_one_before_it() -> None:
    text = "a: 1 # c\n# om c\nc: 3\n"

    assert rewrite(text, {"a": 1, "b": 2, "c": 3}) == "a: 1 # c\nb: 2\n# om c\nc: 3\n"


def test_a_key_is_added_before_the_first() -> None:
    assert rewrite("# om b\nb: 2\n", {"a": 1, "b": 2}) == "# om b\na: 1\nb: 2\n"


def test_a_key_is_added_where_the_file_has_no_last_line_end() -> None:
    assert rewrite("a: 1", {"a": 1, "b": 2}) == "a: 1\nb: 2\n"


LISTS = [
    ("a:\n  - x # c\n", ["x", "w"], "a:\n  - x # c\n  - w\n"),
    ("a:\n  - x # c\n", ["w", "x"], "a:\n  - w\n  - x # c\n"),
    ("a:\n  - x\n  # om w\n  - w\n", ["x", "z", "w"], "a:\n  - x\n  - z\n  # om w\n  - w\n"),
    ("a:\n  - x\n  # om w\n  - w\n", ["w"], "a:\n  # om w\n  - w\n"),
    ("a: [x, w]\n", ["x", "z", "w"], "a: [x, z, w]\n"),
    ("a: [x, w]\n", ["z", "x", "w"], "a: [z, x, w]\n"),
    ("a: [x, w, z]\n", ["x", "z"], "a: [x, z]\n"),
    ("a: [x, w]\n", ["w"], "a: [w]\n"),
    ("a: [\n  x, # en\n  w, # to\n]\n", ["x"], "a: [\n  x, # en\n]\n"),
    ("a: [x,\n  w, z]\n", ["x"], "a: [x,\n  ]\n"),
    ("a: [\n  x, # en\n  w # to\n]\n", ["x"], "a: [\n  x, # en\n]\n"),
]


@pytest.mark.parametrize(("text", "new", "expected"), LISTS)
def test_items_come_and_go(text: str, new: list[str], expected: str) -> None:
    assert rewrite(text, {"a": new}) == expected


def test_a_key_goes_with_its_own_lines_only() -> None:
    text = "a: 1\n# om b\nb: >-\n  lang\n  tekst\n# om c\nc: 3\n"

    assert without(text, "b") == "a: 1\n# om b\n# om c\nc: 3\n"


def test_the_first_key_behind_a_hyphen_goes() -> None:
    assert without("- a: 1\n  b: 2\n", 0, "a") == "- b: 2\n"


def test_a_key_with_a_question_mark_goes() -> None:
    assert without("a: 1\n? b\n: 2\nc: 3\n", "b") == "a: 1\nc: 3\n"


def test_a_long_text_is_folded() -> None:
    result = changed("a: x\n", "a", to="langt " * 40 + "slutt")

    assert result.startswith("a: >-\n  langt")
    assert max(map(len, result.splitlines())) <= 100


def test_an_alias_that_repeats_the_change_elsewhere_is_told() -> None:
    with pytest.raises(CannotEdit, match="alias") as caught:
        changed("a: &n {k: 1}\nb: *n\n", "a", "k", to=2)
    assert caught.value.hint == "Change it in an editor."


def test_a_file_with_mistakes_is_refused() -> None:
    with pytest.raises(CannotEdit, match="mistakes"):
        rewrite("a: [1\n", {"a": 1})


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_TOKENS", 1_000)
    text = f"a: [{','.join('0' * 500)}]\n"

    with pytest.raises(CannotEdit, match="too many values"):
        changed(text, "a", to=1)
