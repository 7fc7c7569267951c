"""Nearly a megabyte of anything is told of within seconds."""

from __future__ import annotations

from time import perf_counter

import pytest

from anbefal.diagnostics import Path, Position
from anbefal.store.reading import events
from anbefal.store.reading.nodes import Locator, compose, problem_position
from anbefal.store.reading.reader import MAX_BYTES, parse

MOST_SECONDS = 10
N = MAX_BYTES - 1_000

HOSTILE = {
    "brackets in brackets": "a: " + "[" * (N // 2) + "]" * (N // 2),
    "open brackets": "[" * N,
    "braces in braces": "{a: " * (N // 4),
    "hyphens": "- " * (N // 2),
    "question marks": "? " * (N // 2),
    "colons": ": " * (N // 2),
    "quotes": '"' * N,
    "an open quote": 'a: "' + "x \n " * (N // 4),
    "tabs": "\t" * N,
    "aliases": "a: &a x\nb:\n" + "- *a\n" * (N // 5),
    "texts like tags": '- "a !b"\n' * (N // 9),
    "texts like aliases": '- "a &b *c"\n' * (N // 12),
    "keys": "".join(f"k{n}: 1\n" for n in range(N // 12)),
    "anchors": "".join(f"- &k{n} 1\n" for n in range(N // 14)),
    "equal keys": "k: 1\n" * (N // 5),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_or_refused_within_seconds(text: str) -> None:
    began = perf_counter()
    parse("file.yaml", text.encode())
    assert perf_counter() - began < MOST_SECONDS


def test_without_libyaml_the_places_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# æ\na: [b, {c: '🙂 d'}] # e\nf:\n- >-\n  g\n  h\n-\n  i:\tj\n"
    fast = compose(text)
    monkeypatch.setattr(events, "_has_libyaml", lambda: False)

    assert str(compose(text)) == str(fast)


def found_in(text: str) -> tuple[Position | str | None, object, Position]:
    """Return where a text stops being YAML, its root, and where a key of it is said to stand.

    The end of a text is one place, for libyaml counts a line break that is not there.
    """
    stop = problem_position(text)
    lines = text.split("\n")
    at_end = stop is not None and stop >= Position(len(lines), len(lines[-1]) + 1)
    return "the end" if at_end else stop, compose(text), Locator(text).find(Path(("a",)))


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("a: [b", "the end"),
        ("a: b: c", Position(1, 5)),
        ("'a", "the end"),
        ("a:\n - b\n c", "the end"),
        ("a: b\n- c\nd: e\n", Position(2, 1)),
        ("%x", "the end"),
    ],
)
@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "ruamel.yaml"])
def test_both_engines_refuse_what_is_no_yaml_at_the_same_place(
    text: str, stop: Position | str, monkeypatch: pytest.MonkeyPatch, *, libyaml: bool
) -> None:
    monkeypatch.setattr(events, "_has_libyaml", lambda: libyaml)

    assert found_in(text) == (stop, None, Position(1, 1))
