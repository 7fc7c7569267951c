"""The one style of data files: what it looks like, and where comments go."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from anbefal.errors import CannotEdit
from anbefal.model.kinds import ACTOR, CRITERIA, RECOMMENDATION, kind_of
from anbefal.store.text.canonical import canonical

ROOT = Path(__file__).parents[2]

STYLES = {
    "two spaces": ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
    "lists under their key": (
        "a:\n- k: 1\n  l: 2\n- k: 3\n",
        "a:\n  - k: 1\n    l: 2\n  - k: 3\n",
    ),
    "lists of words in brackets": ("a:\n  - x\n  - z\n", "a: [x, z]\n"),
    "long lists without": (
        f"a: [{', '.join(['et-langt-ord'] * 8)}]\n",
        "a:\n" + "  - et-langt-ord\n" * 8,
    ),
    "short mappings as they are": ("a: {k: 1,l: 2}\nb:\n  k: 1\n", "a: {k: 1, l: 2}\nb:\n  k: 1\n"),
    "long texts folded": (
        f"a: {'ord ' * 30}slutt\n",
        "a: >-\n  " + "ord " * 23 + "ord\n  " + "ord " * 6 + "slutt\n",
    ),
    "short texts not folded": ("a: >-\n  kort\n  tekst\n", "a: kort tekst\n"),
    "lines kept": ('a: "en\\nto\\n"\n', "a: |\n  en\n  to\n"),
    "few quotes": ("a: 'x'\nb: \"y z\"\n", "a: x\nb: y z\n"),
    "double quotes": ("a: 'true'\nb: '16'\n", 'a: "true"\nb: "16"\n'),
    "single quotes around double ones": ('a: "\\"x\\": z"\n', "a: '\"x\": z'\n"),
    "numbers of paragraphs in quotes": ('a: 16(a)\nb: "16"\n', 'a: "16(a)"\nb: "16"\n'),
    "numbers as they are spelt": (
        "a: 1.50\nb: 0x10\nc: True\nd: ~\n",
        "a: 1.50\nb: 0x10\nc: true\nd: null\n",
    ),
    "dates without quotes": ("a: '2018-06-05'\nb: 2018-06\n", "a: 2018-06-05\nb: 2018-06\n"),
    "nothing is null": ("a:\nb: 1\n", "a: null\nb: 1\n"),
    "one blank line at most": ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "line ends": ("a: 1\r\nb: 2", "a: 1\nb: 2\n"),
    "no markers": ("---\na: 1\n...\n", "a: 1\n"),
    "no spaces at the ends of lines": ("a:  \n  b: 1  \n", "a:\n  b: 1\n"),
    "anchors and aliases": ("a: &n   x\nb: *n\n", "a: &n x\nb: *n\n"),
    "an anchor of nothing": ("- - &n", "- [&n null]\n"),
}


@pytest.mark.parametrize("name", STYLES)
def test_style(name: str) -> None:
    text, expected = STYLES[name]

    assert canonical(text) == expected
    assert canonical(expected) == expected


COMMENTS = {
    "on a header behind an anchor": ("a: &n  | # c\n  b\n", "a: &n |  # c\n  b\n"),
    "at the ends of lines": (
        "a: 1   # en\nb: # to\n  c: 1 # tre\n",
        "a: 1  # en\nb:  # to\n  c: 1  # tre\n",
    ),
    "above": ("a:\n        # en\n    b: 1\n# to\nc: 2\n", "a:\n  # en\n  b: 1\n# to\nc: 2\n"),
    "in brackets": ("a: [x, # en\n  z]\n", "a:\n  - x  # en\n  - z\n"),
    "behind brackets": ("a: [x,\n  z] # en\n", "a: [x, z]  # en\n"),
    "on a header": ("a: | # en\n  x\n  z\n", "a: |  # en\n  x\n  z\n"),
    "between key and text": ("a: # en\n  # to\n  x # tre\n", "# to\n# en\na: x  # tre\n"),
    "below a hyphen": ("-\n  # en\n  a: 1\n", "# en\n- a: 1\n"),
    "at the end": ("a: 1\n\n# slutt\n", "a: 1\n\n# slutt\n"),
    "mode line": (
        "# om\n# yaml-language-server: $schema=x\na: 1\n",
        "# yaml-language-server: $schema=x\n# om\na: 1\n",
    ),
    "marker": ("--- # en\na: 1\n", "# en\na: 1\n"),
    "number signs that are none": ("a: x#y\nb: 'z # w'\n", 'a: x#y\nb: "z # w"\n'),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_comments_stay(name: str) -> None:
    text, expected = COMMENTS[name]

    assert canonical(text).splitlines()[-1:] == expected.splitlines()[-1:]
    assert sorted(canonical(text).splitlines()) == sorted(expected.splitlines())
    assert canonical(expected) == expected


def test_keys_stand_in_the_order_of_the_model_and_take_their_comments_along() -> None:
    text = (
        "# om filen\nsummary: {nb: x}\n# om kilden\nsource:\n  date: 2018\n  body: cat # c\n"
        "id: cat-1\n"
    )

    assert canonical(text, RECOMMENDATION) == (
        "# om filen\nid: cat-1\n# om kilden\nsource:\n  body: cat  # c\n  date: 2018\n"
        "summary: {nb: x}\n"
    )


def test_the_order_holds_in_lists_and_languages() -> None:
    text = "- name: {en: B, nb: A}\n  # om id\n  id: a\n"

    assert canonical(text, ACTOR) == "# om id\n- id: a\n  name: {nb: A, en: B}\n"


def test_the_order_holds_below_levels() -> None:
    text = "criteria:\n  - levels: {2: {en: B, nb: A}}\n    id: a\n"

    assert canonical(text, CRITERIA) == ("criteria:\n  - id: a\n    levels: {2: {nb: A, en: B}}\n")


def test_unknown_keys_come_after_known_ones_and_internal_notes_after_all() -> None:
    text = "internal: x\nukjent: 1\nid: a\n"

    assert canonical(text, RECOMMENDATION) == "id: a\nukjent: 1\ninternal: x\n"


def test_with_aliases_the_order_stays() -> None:
    text = "summary: &n {nb: x}\nid: a\ntext: *n\n"

    assert canonical(text, RECOMMENDATION) == text


def test_letters_are_composed() -> None:
    assert canonical(normalize("NFD", "by: Åmål\n")) == "by: Åmål\n"


def test_a_file_with_mistakes_is_refused() -> None:
    with pytest.raises(CannotEdit, match="mistakes"):
        canonical("a: [1\n")


FILES = sorted(file.relative_to(ROOT).as_posix() for file in ROOT.glob("data/**/*.yaml"))


@pytest.mark.parametrize("file", FILES)
def test_our_own_data_is_in_style(file: str) -> None:
    text = (ROOT / file).read_bytes().decode()

    assert canonical(text, kind_of(file)) == text


def test_the_examples_stay_the_same_the_second_time() -> None:
    files = sorted(ROOT.glob("tests/examples/base/data/**/*.yaml"))

    assert files
    for file in files:
        kind = kind_of(os.path.relpath(file, ROOT / "tests/examples/base"))
        once = canonical(file.read_bytes().decode(), kind)
        assert canonical(once, kind) == once
