"""Forms of text, and texts that are no records: never garbled, never a traceback, never slow."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest

from anbefal.store.merging.files import merge_files
from anbefal.store.merging.lines import Labels

NAME = "data/recommendations/cat/cat-2018-99.yaml"
BASE = "id: cat-2018-99\nsource: {body: cat}\nsummary: {nb: Gjør noe på Ås.}\nthemes: [a]\n"
OURS = BASE.replace("[a]", "[a, ørn]")
THEIRS = BASE.replace("[a]", "[a, å]")
MERGED = BASE.replace("[a]", "[a, ørn, å]")


def merged(base: str | bytes, ours: str | bytes, theirs: str | bytes) -> bytes | None:
    sides = (side.encode() if isinstance(side, str) else side for side in (base, ours, theirs))
    outcome = merge_files(NAME, *sides)
    assert outcome.clean, outcome
    return outcome.data


def conflict(base: str | bytes, ours: str | bytes, theirs: str | bytes, name: str = NAME) -> bytes:
    sides = (side.encode() if isinstance(side, str) else side for side in (base, ours, theirs))
    outcome = merge_files(name, *sides, Labels("HEAD", "før", "topic"))
    assert not outcome.clean
    assert outcome.messages
    return outcome.data or b""


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


FORMS = {
    "windows": windows,
    "no last line end": lambda text: text.removesuffix("\n"),
    "mark": lambda text: f"\ufeff{text}",
    "decomposed": lambda text: normalize("NFD", text),
    "all of it": lambda text: "\ufeff" + windows(normalize("NFD", text)).removesuffix("\r\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_our_form_wins(form: str) -> None:
    change = FORMS[form]

    assert merged(BASE, change(OURS), THEIRS) == change(MERGED).encode()
    assert merged(change(BASE), OURS, change(THEIRS)) == MERGED.encode()


def test_a_conflict_has_our_line_ends_and_the_labels() -> None:
    found = conflict(BASE, windows(OURS.replace("cat}", "ccpr}")), OURS.replace("cat}", "crc}"))

    assert b"<<<<<<< HEAD\r\nsource: {body: ccpr}\r\n=======\r\nsource: {body: crc}\r\n" in found
    assert b">>>>>>> topic\r\n" in found
    assert found.count(b"\n") == found.count(b"\r\n")


def test_a_record_that_the_model_does_not_take_is_a_conflict() -> None:
    base = BASE + "text: {en: Do something.}\n"
    ours = BASE
    theirs = base.replace("summary: {nb: Gjør noe på Ås.}\n", "")

    assert b"<<<<<<< HEAD" in conflict(base, ours, theirs)


def test_the_model_is_asked_only_about_what_the_merge_did() -> None:
    old = "misspelt: 1\n"

    assert merged(BASE + old, OURS + old, THEIRS + old) == (MERGED + old).encode()


@pytest.mark.parametrize(
    "side",
    [
        "id: [",
        "<<<<<<< a\nid: x\n=======\nid: y\n>>>>>>> b\n",
        b"\xff\xfe\x00",
        b"id: \x00\n",
        "",
        "# bare en kommentar\n",
        "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "- " * 90 + "x\n",
        "[" * 5000,
        "id: " + "x" * 1_100_000 + "\n",
        "".join(f"- {number}\n" for number in range(60_000)),
        "? {a: 1}\n: b\n",
        "links: {same_as: 5}\nthemes: {a: b}\nscores: 1\nstatus: [[1], null, {by: [1]}]\n",
    ],
    ids=lambda side: repr(side[:12]),
)
def test_odd_sides_end_soon_and_lose_nothing(side: str | bytes) -> None:
    data = side if isinstance(side, bytes) else side.encode()
    started = time.monotonic()
    for sides in ((BASE, OURS, data), (BASE, data, THEIRS), (data, OURS, THEIRS)):
        texts = [text if isinstance(text, bytes) else text.encode() for text in sides]
        outcome = merge_files(NAME, *texts)
        assert outcome.clean or outcome.messages
        if outcome.data is not None and not outcome.clean:
            assert b"<<<<<<<" in outcome.data
    assert time.monotonic() - started < 10


def test_long_lists_that_both_changed_end_soon() -> None:
    def made(word: str) -> str:
        return "".join(f"- {{n: {word}{number}}}\n" for number in range(20_000))

    started = time.monotonic()
    conflict(made("a"), made("b"), made("c"), "data/themes.yaml")
    assert time.monotonic() - started < 10


def test_a_value_that_looks_like_a_comment_is_none() -> None:
    ours = BASE + "groups: [x]\n"
    theirs = (
        BASE
        + "status:\n  - {date: 2020, track: reported, by: jd, value: no-report, note: 'se #3'}\n"
    )

    assert b"'se #3'" in (merged(BASE, ours, theirs) or b"")


def test_a_repository_in_a_folder_of_the_work_tree() -> None:
    found = merge_files("norge/" + NAME, BASE.encode(), OURS.encode(), THEIRS.encode())

    assert (found.clean, found.data) == (True, MERGED.encode())
