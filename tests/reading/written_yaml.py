"""Values, and YAML texts for them in the styles that people write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

NO_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "n"}
WORDS = st.text("abcdeghiknorstvæøåÆØÅéčŋ", min_size=1, max_size=8).map(
    lambda word: f"{word}ø" if word.casefold() in NO_TEXT else word
)
SENTENCES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)
ODD = st.text("abø :#-?!*&%@'\"{}[],|>\\`~=.0\t\n👩\u00a0\u200fא", max_size=12)
KEYS = st.one_of(WORDS, WORDS.map("{}-2018".format), st.sampled_from(["nb", "en", "id", "no", "y"]))


@dataclass(frozen=True)
class Written:
    """A value and its text.

    Attributes:
        value: What both readers must give.
        first: What stands on the line of its key or hyphen.
        rest: The lines below, each to be indented.
    """

    value: Any
    first: str
    rest: tuple[str, ...] = ()


def single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def folded(paragraphs: list[list[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the text that folding makes of paragraphs, and their lines."""
    lines = [line for paragraph in paragraphs for line in (*paragraph, "")]
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs), tuple(lines[:-1])


NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(lambda number: Written(number, str(number))),
    st.integers(0, 9999).map(lambda number: Written(number / 10, f"{number // 10}.{number % 10}")),
    st.sampled_from(
        [Written(255, "0xFF"), Written(15, "0o17"), Written(1000.0, "1e3"), Written(-0.5, "-.5")]
    ),
)
CONSTANTS = st.sampled_from(
    [
        *(Written(None, text) for text in ("null", "~", "Null")),
        *(Written(True, text) for text in ("true", "True")),
        *(Written(False, text) for text in ("false", "FALSE")),
    ]
)
PLAIN_WORDS = [
    *("NO", "no", "yes", "off", "16(a)", "2018-06", "12:30", "50%", "a:b", "x#y"),
    *("CAT/C/NOR/CO/8", "https://example.org/a?b=c#d", "ola@example.org"),
]
PLAIN = st.one_of(
    SENTENCES.map(lambda text: Written(text, text)),
    st.dates().map(lambda day: Written(str(day), str(day))),
    st.sampled_from(PLAIN_WORDS).map(lambda text: Written(text, text)),
)
QUOTED = st.one_of(
    ODD.filter(lambda text: "\n" not in text).map(lambda text: Written(text, single_quoted(text))),
    ODD.map(lambda text: Written(text, double_quoted(text))),
)
ON_ONE_LINE = st.one_of(NUMBERS, CONSTANTS, PLAIN, QUOTED)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=3)
STYLES = st.sampled_from(["|", "|-", ">", ">-", "plain", '"', "'"])
KEY_STYLES = st.sampled_from([str, single_quoted, double_quoted])
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


@st.composite
def texts_of_many_lines(draw: st.DrawFn) -> Written:
    """Return a literal, a folded, or a plain or quoted text over several lines."""
    value, lines = folded(draw(PARAGRAPHS))
    style = draw(STYLES)
    if style.startswith("|"):
        ending = "\n" if style == "|" else ""
        return Written("\n".join(lines) + ending, style, lines)
    if style.startswith(">"):
        return Written(value + ("\n" if style == ">" else ""), style, lines)
    quote = "" if style == "plain" else style
    quoted = "\n".join([quote + lines[0], *lines[1:]]) + quote
    first, *rest = quoted.split("\n")
    return Written(value, first, tuple(rest))


def flow(children: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    """Return lists and mappings in brackets, on one line."""
    lists = st.lists(children, max_size=3).map(
        lambda items: Written(
            [item.value for item in items], f"[{', '.join(item.first for item in items)}]"
        )
    )
    mappings = st.dictionaries(KEYS, children, max_size=3).map(
        lambda items: Written(
            {key: item.value for key, item in items.items()},
            "{" + ", ".join(f"{key}: {item.first}" for key, item in items.items()) + "}",
        )
    )
    return st.one_of(lists, mappings)


IN_BRACKETS = st.recursive(
    st.one_of(NUMBERS, CONSTANTS, SENTENCES.map(lambda text: Written(text, text)), QUOTED),
    flow,
    max_leaves=6,
)
COMMENTS = st.sampled_from(["", "", "", " # merknad: se [note]"])


def indented(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"  {line}" if line else "" for line in lines)


@st.composite
def block_lists(draw: st.DrawFn, of_items: st.SearchStrategy[list[Written]]) -> Written:
    lines: list[str] = []
    items = draw(of_items)
    for item in items:
        first, rest = (item.first, item.rest) if item.first else (item.rest[0], item.rest[1:])
        lines += [f"- {first}", *indented(rest)]
    return Written([item.value for item in items], "", tuple(lines))


@st.composite
def block_mappings(draw: st.DrawFn, of_items: st.SearchStrategy[dict[str, Written]]) -> Written:
    lines: list[str] = []
    items = draw(of_items)
    for key, item in items.items():
        written = draw(KEY_STYLES)(key)
        comment = draw(COMMENTS) if not item.rest or not item.first else ""
        compact = isinstance(item.value, list) and not item.first and draw(st.booleans())
        lines.append(f"{written}: {item.first}".rstrip(" ") + comment)
        lines += item.rest if compact else indented(item.rest)
    return Written({key: item.value for key, item in items.items()}, "", tuple(lines))


def mappings_of(children: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    return block_mappings(st.dictionaries(KEYS, children, min_size=1, max_size=4))


NODES = st.recursive(
    st.one_of(ON_ONE_LINE, IN_BRACKETS, texts_of_many_lines()),
    lambda children: st.one_of(
        block_lists(st.lists(children, min_size=1, max_size=3)), mappings_of(children)
    ),
    max_leaves=10,
)
BODIES = mappings_of(NODES)


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """Return a whole document: its value, and its text as ``first``."""
    body = draw(BODIES)
    value, lines = dict(body.value), list(body.rest)
    if draw(st.booleans()):
        shared = draw(IN_BRACKETS)
        lines += [f"first-use: &shared {shared.first}", "second-use: *shared"]
        value |= {"first-use": shared.value, "second-use": shared.value}
    if draw(st.booleans()):
        lines = ["# Merknad", "", "---", *lines]
    line_end = draw(LINE_ENDS)
    return Written(value, line_end.join([*lines, ""]))
