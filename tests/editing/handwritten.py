"""YAML texts as people write them, with the lines that each value stands on.

Comments and blank lines stand everywhere, indentation differs from place to place, lists stand
under their key or below it, in brackets on one line or several; some texts are long, some have
CRLF, tabs before comments, anchors, or letters in decomposed Unicode.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from reading.written_yaml import (
    CONSTANTS,
    KEYS,
    NUMBERS,
    ON_ONE_LINE,
    QUOTED,
    SENTENCES,
    WORDS,
    Written,
    double_quoted,
    single_quoted,
    texts_of_many_lines,
)

NOTE = "# merknad"
"""What every comment contains, and no value."""

Path = tuple[Any, ...]


@dataclass(frozen=True)
class Piece:
    """A value and its text.

    Attributes:
        value: What the reader must give.
        first: What stands on the line of its key or hyphen.
        rest: The lines below, each to be indented.
        places: For each value in it the numbers of its first and last line, where 0 is the line
            of ``first``. Its own path is ``()``.
        ending: The header of the block scalar that it ends with: nothing may be indented after it,
            and with ``+`` blank lines belong to it.
    """

    value: Any
    first: str
    rest: tuple[str, ...] = ()
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    ending: str = ""

    def shifted(self, step: Any, lines: int) -> dict[Path, tuple[int, int]]:
        """Return its places below a step and further down."""
        return {
            (step, *path): (max(start, 0) + lines, max(end, 0) + lines)
            for path, (start, end) in self.places.items()
        }


def paths(value: Any) -> list[Path]:
    """Return the paths of a value and of all that is in it."""
    if not isinstance(value, dict | list):
        return [()]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [(), *((step, *path) for step, item in pairs for path in paths(item))]


def piece(written: Written) -> Piece:
    """Return a value that stands on one line, or a text on several."""
    places = dict.fromkeys(paths(written.value), (0, len(written.rest)))
    ending = written.first if written.rest and written.first[:1] in {"|", ">"} else ""
    return Piece(written.value, written.first, written.rest, places, ending)


LONG = st.lists(WORDS, min_size=30, max_size=60).map(" ".join)
NOTHING = st.just(Written(None, ""))
KEPT = st.builds(
    lambda text, blank: Written(f"{text}\n" + "\n" * blank, "|+", (text, *[""] * blank)),
    SENTENCES,
    st.integers(0, 2),
)
LED = st.builds(
    lambda first, second: Written(f"  {first}\n{second}", "|2-", (f"  {first}", second)),
    SENTENCES,
    SENTENCES,
)
SCALARS = st.one_of(
    ON_ONE_LINE,
    NOTHING,
    texts_of_many_lines(),
    texts_of_many_lines(),
    LONG.map(lambda text: Written(text, text)),
    LONG.map(lambda text: Written(text, single_quoted(text))),
    KEPT,
).map(piece)
IN_LINE = st.one_of(NUMBERS, CONSTANTS, SENTENCES.map(lambda text: Written(text, text)), QUOTED)
ANCHORS = st.sampled_from(["", "", "", "", "", "&a ", "&b1  "])
AFTER = st.sampled_from(["", "", "", "", f" {NOTE}: se [note]", f"   {NOTE} 'x", f"\t{NOTE}", "  "])
TAB = "\t"
ABOVE = st.lists(st.sampled_from(["", NOTE, f"{NOTE}: a, [b", "#venstre " + NOTE]), max_size=2)
ABOVE = st.one_of(st.just([]), st.just([]), ABOVE)

# Made once: to make a strategy anew wherever one is drawn takes longer than the drawing.
IN_LINE_COMMENT = st.sampled_from(["", "", f" {NOTE}", f"  {NOTE}, ]"])
COMMAS = st.sampled_from([", ", ",", " , "])
LAST_COMMA = st.sampled_from(["", ","])
HYPHEN_GAPS = st.sampled_from([1, 1, 1, 3])
KEY_GAPS = st.sampled_from([" ", " ", " ", "  ", "\t"])
ON_THE_HYPHEN = st.sampled_from([True, True, False])
STEPS = st.sampled_from([2, 2, 4])
STEPS_OF_TEXTS = st.sampled_from([2, 2, 2, 4, 2])
STEPS_OF_LISTS = st.sampled_from([2, 2, 2, 4, 0])
KEYS_OF_BLOCKS = st.one_of(KEYS, KEYS, KEYS, st.integers(0, 4))
KEY_STYLES = st.sampled_from([str, str, single_quoted, double_quoted])
HEADS = st.sampled_from([[], [], [NOTE], [NOTE, ""], ["", "---"], [NOTE, f"--- {NOTE}"]])
FEET = st.sampled_from([[], [], [NOTE], ["", "", NOTE], [""], ["..."]])
LINE_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
FORMS = st.sampled_from(["NFC", "NFC", "NFC", "NFD"])


def brackets(children: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    """Return a list or mapping in brackets, on one line or several."""
    lists = st.lists(children, max_size=3).map(lambda items: dict(enumerate(items)))
    mappings = st.dictionaries(KEYS, children, max_size=3)
    return st.one_of(in_brackets(lists, is_list=True), in_brackets(mappings, is_list=False))


@st.composite
def in_brackets(
    draw: st.DrawFn, of_entries: st.SearchStrategy[dict[Any, Piece]], *, is_list: bool
) -> Piece:
    entries = draw(of_entries)
    on_lines = draw(st.booleans())
    lines = ["[" if is_list else "{"]
    places: dict[Path, tuple[int, int]] = {}
    if on_lines and draw(st.booleans()):
        lines[-1] += draw(IN_LINE_COMMENT)
        lines += [*draw(ABOVE), "  "]
    for number, (step, item) in enumerate(entries.items()):
        start = len(lines) - 1
        places |= item.shifted(step, start)
        lines[-1] += item.first if is_list else f"{step}: {item.first}"
        lines += item.rest
        if number < len(entries) - 1:
            lines[-1] += draw(COMMAS) if is_list else ", "
            if on_lines and draw(st.booleans()):
                lines[-1] = lines[-1].rstrip() + draw(IN_LINE_COMMENT)
                lines += [*draw(ABOVE), "  "]
    if on_lines and draw(st.booleans()):
        lines[-1] += draw(LAST_COMMA) if entries else ""
        lines[-1] += draw(IN_LINE_COMMENT)
        lines += [*draw(ABOVE), ""]
    lines[-1] += "]" if is_list else "}"
    values = {step: item.value for step, item in entries.items()}
    first, *rest = (line if line.strip() else "" for line in lines)
    places[()] = (0, len(rest))
    return Piece(list(values.values()) if is_list else values, first, tuple(rest), places)


IN_BRACKETS = st.recursive(IN_LINE.map(piece), brackets, max_leaves=6)


def indented(lines: tuple[str, ...], step: int) -> list[str]:
    return [" " * step + line if line else "" for line in lines]


def commented(draw: st.DrawFn, item: Piece) -> tuple[str, tuple[str, ...]]:
    """Return the lines of an item, with a comment where one can stand."""
    first, rest = item.first, item.rest
    if rest and first and not item.ending and not first.endswith(" "):
        return first, (*rest[:-1], rest[-1] + draw(AFTER))
    return first + draw(AFTER), rest


def above(draw: st.DrawFn, previous: Piece | None) -> list[str]:
    """Return the lines above an entry; blank ones would belong to a text with ``|+``."""
    lines = draw(ABOVE)
    keeps = previous is not None and "+" in previous.ending
    return [line for line in lines if line or not keeps]


def led(item: Piece) -> bool:
    """Return whether the item can begin on the line of its hyphen."""
    return not item.first and bool(item.rest) and item.rest[0].lstrip()[:1] not in {"", "#"}


@st.composite
def block_lists(draw: st.DrawFn, of_items: st.SearchStrategy[list[Piece]]) -> Piece:
    lines: list[str] = []
    places: dict[Path, tuple[int, int]] = {}
    items = draw(of_items)
    for number, item in enumerate(items):
        lines += above(draw, items[number - 1] if number else None)
        start = len(lines) + 1
        gap = draw(HYPHEN_GAPS)
        if led(item) and draw(ON_THE_HYPHEN):
            moved = item.shifted(number, start - 1)
            places |= {path: (max(first, start), last) for path, (first, last) in moved.items()}
            lines += ["-" + " " * gap + item.rest[0], *indented(item.rest[1:], 1 + gap)]
            continue
        places |= item.shifted(number, start)
        first, rest = commented(draw, item)
        lines += [f"-{first.replace(TAB, ' ')}" if not item.first else f"- {first}"]
        lines += indented(rest, draw(STEPS))
    last = max(end for _, end in places.values())
    places[()] = (0, last)
    values = [item.value for item in items]
    return Piece(values, "", tuple(lines), places, items[-1].ending)


@st.composite
def block_mappings(draw: st.DrawFn, of_items: st.SearchStrategy[dict[Any, Piece]]) -> Piece:
    lines: list[str] = []
    places: dict[Path, tuple[int, int]] = {}
    items = draw(of_items)
    previous = None
    for key, item in items.items():
        lines += above(draw, previous)
        previous = item
        places |= item.shifted(key, len(lines) + 1)
        written = draw(KEY_STYLES)(key) if isinstance(key, str) else str(key)
        first, rest = commented(draw, item)
        is_list = isinstance(item.value, list) and not item.first
        gap = draw(KEY_GAPS) if item.first else ""
        first = first if item.first else first.replace(TAB, " ")
        lines.append(f"{written}:{gap}{first}")
        lines += indented(rest, draw(STEPS_OF_LISTS if is_list else STEPS_OF_TEXTS))
    last = max(end for _, end in places.values())
    places[()] = (0, last)
    values = {key: item.value for key, item in items.items()}
    return Piece(values, "", tuple(lines), places, list(items.values())[-1].ending)


@st.composite
def anchored(draw: st.DrawFn, children: st.SearchStrategy[Piece]) -> Piece:
    item = draw(children)
    first = draw(ANCHORS) + item.first
    if item.value is None and not item.first:
        return item
    return Piece(item.value, first, item.rest, item.places, item.ending)


def lists_of(children: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    return block_lists(st.lists(children, min_size=1, max_size=3))


def mappings_of(children: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    return block_mappings(st.dictionaries(KEYS_OF_BLOCKS, children, min_size=1, max_size=4))


NODES = st.recursive(
    anchored(st.one_of(SCALARS, SCALARS, IN_BRACKETS)),
    lambda children: anchored(st.one_of(lists_of(children), mappings_of(children))),
    max_leaves=10,
)
BODIES = st.one_of(mappings_of(NODES), mappings_of(NODES), lists_of(NODES))


@dataclass(frozen=True)
class Document:
    """A text, its value, and for every path the numbers of its first and last line, from 0."""

    text: str
    value: Any
    places: dict[Path, tuple[int, int]]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a whole file without aliases."""
    body = draw(BODIES)
    head = draw(HEADS)
    foot = draw(FEET)
    lines = [
        *head,
        *("#" + line.lstrip()[1:] if "#venstre" in line else line for line in body.rest),
    ]
    foot = [line for line in foot if line or "+" not in body.ending]
    end = draw(LINE_ENDS)
    ended = body.ending or bool(foot) or draw(st.booleans())
    text = end.join([*lines, *foot, *([""] if ended else [])])
    places = {
        path: (start + len(head) - 1, last + len(head) - 1)
        for path, (start, last) in body.places.items()
    }
    form = draw(FORMS)
    return Document(normalize(form, text), body.value, places)
