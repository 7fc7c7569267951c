"""Nearly a megabyte of anything is told of within seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from anbefal.store import events
from anbefal.store.nodes import Locator, compose, problem_position
from anbefal.store.reader import MAX_BYTES, parse

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


@pytest.mark.parametrize("text", ["a: [b", "a: b: c", "'a", "a:\n - b\n c", "%x"])
@pytest.mark.parametrize("work", [problem_position, compose, Locator])
def test_without_libyaml_no_yaml_is_refused_as_well(
    text: str, work: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_has_libyaml", lambda: False)

    work(text)
