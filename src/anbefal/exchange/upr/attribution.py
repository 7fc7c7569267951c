"""The states that stand in parentheses after what they recommend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from anbefal.exchange.states import code_of_name

_ENDS = re.compile(r"[ \t]*(?:[;.]|\n|\Z)")
_BETWEEN = re.compile(r"[\s,]*")
_TAIL = re.compile(r"[\s;.]*")
_APART = re.compile(r"[,;]")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NAME = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][^\W\d_]*"
    r"(?:[\s'’-](?:of|the|and|[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ][^\W\d_]*)){0,6}"  # noqa: RUF001
)
_LONGEST_NAME = 80
_LONGEST_LIST = 3_000
"""Letters of the names of all states are not many more."""
_NO_STATE = re.compile(
    r"\b(?:Convention|Protocol|Covenant|Committee|Council|Principles|Rules|Act|Law|Article|Plan|"
    r"Programme|Strategy|Agenda|Agreement|Charter|Statute|Commission|Institution|Ombud\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """A recommendation's words and who recommends.

    Attributes:
        text: The words; without the states where they stand once, at the end.
        states: The states in their order, each once: codes, or names where there is no code.
    """

    text: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands in one pair of parentheses, from its opening to after its closing one."""

    begin: int
    end: int
    states: tuple[str, ...]


def attributed(text: str) -> Attributed:
    """Return a recommendation apart from the states in parentheses at its end.

    Parentheses are states where they end a sentence or a text, or where others that do follow
    them, and hold names of states: ``(France) (Lithuania)``, ``(Portugal, Slovakia)``. What holds
    anything else, such as ``(OPCAT)`` or ``(No. 189)``, is part of the text. Where several asks
    each have their own states, the text stays whole.
    """
    spans = list(_spans(text))
    groups = _attributions(text, spans, _states_in) or _attributions(text, spans, _unknown)
    states = tuple(dict.fromkeys(state for one in groups for state in one.states))
    first = _begin_of_last_run(text, groups)
    is_single = bool(groups) and first == groups[0].begin
    if is_single and _TAIL.fullmatch(text, groups[-1].end):
        return Attributed(text[:first].rstrip(), states)
    return Attributed(text.strip(), states)


def _attributions(
    text: str, spans: list[tuple[int, int]], read: Callable[[str], tuple[str, ...]]
) -> list[_Group]:
    """Return the groups that end a sentence, or stand right before one that does."""
    found: list[_Group] = []
    for begin, end in reversed(spans):
        is_before = found and _BETWEEN.fullmatch(text, end, found[-1].begin)
        ends = is_before or _ENDS.match(text, end)
        if ends and (states := read(text[begin + 1 : end - 1])):
            found.append(_Group(begin, end, states))
    return found[::-1]


def _begin_of_last_run(text: str, groups: list[_Group]) -> int:
    """Return where the last of the groups that stand side by side begins."""
    begin = len(text)
    for one in reversed(groups):
        if begin != len(text) and not _BETWEEN.fullmatch(text, one.end, begin):
            break
        begin = one.begin
    return begin


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parentheses that lie in no others begin and end."""
    depth = begin = 0
    for at, letter in enumerate(text):
        if letter == "(":
            begin = at if depth == 0 else begin
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                yield begin, at + 1


def _unknown(words: str) -> tuple[str, ...]:
    """Return a name that is no known state's, for texts that have none of these."""
    name = " ".join(words.split())
    return (name,) if _is_name(name) and not _NO_STATE.search(name) else ()


@lru_cache(maxsize=1024)
def _states_in(words: str) -> tuple[str, ...]:
    """Return the states that words name; nothing unless one of them is known for sure."""
    plain = " ".join(words.split())
    if len(plain) > _LONGEST_LIST:
        return ()
    if code := code_of_name(plain):
        return (code,)
    names = [name for piece in _pieces(plain) for name in _names(piece)]
    codes = [code_of_name(name) for name in names]
    both = list(zip(codes, names, strict=True))
    if not any(codes) or not all(code or _is_name(name) for code, name in both):
        return ()
    return tuple(code or name for code, name in both)


def _is_name(words: str) -> bool:
    return len(words) <= _LONGEST_NAME and bool(_NAME.fullmatch(words))


def _pieces(words: str) -> Iterator[str]:
    """Yield what commas divide, outside of parentheses."""
    depth, begin = 0, 0
    for at, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and _APART.match(letter):
            yield words[begin:at]
            begin = at + 1
    yield words[begin:]


def _names(piece: str) -> list[str]:
    """Return the names in a piece: ``Peru and Chile`` are two, ``Trinidad and Tobago`` is one."""
    word = piece.strip().removeprefix("and ").strip()
    if code_of_name(word) or not _AND.search(word):
        return [word] if word else []
    for found in _AND.finditer(word):
        first, rest = word[: found.start()], word[found.end() :]
        if code_of_name(first):
            return [first, *_names(rest)]
    return [word]
