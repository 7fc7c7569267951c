"""Three texts of one file, made one: what git's merge gives, where it is right, else a better one.

git merges lines, and does not know that two lines added at the same place can both stay, or that
two lines changed apart can contradict each other. `store.merging.merge` decides what the file must
say; here it gets its text, with the comments of both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from anbefal.errors import CannotEdit
from anbefal.model.kinds import Kind, kind_of
from anbefal.store.merging.form import Form, comments, common_form, form_of
from anbefal.store.merging.lines import NO_BASE, Labels, merge_lines
from anbefal.store.merging.merge import ABSENT, Merged, merge
from anbefal.store.merging.rules import at
from anbefal.store.merging.run import Conflict, TooMuch, Values
from anbefal.store.reading.reader import Parsed, parse
from anbefal.store.reading.schema import to_record

MAX_REWRITTEN = 200_000
"""Characters of a text that is changed piece by piece, which is slow."""

MAX_COMMENTS = 50
"""How many comments are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a merge ended.

    Attributes:
        data: What the file is to hold; ``None`` where our side must stay as it is.
        clean: Whether nothing is left for a person to decide.
        messages: What conflicts, a line each.
    """

    data: bytes | None
    clean: bool
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three texts in their common form, with what they say."""

    path: str
    texts: tuple[str, str, str]
    values: tuple[Any, Any, Any]
    labels: Labels


def merge_files(
    path: str, base: bytes, ours: bytes, theirs: bytes, labels: Labels | None = None
) -> Outcome:
    """Return what two changes of one file come to, in the form that our side has.

    Args:
        path: The file's path, which says what kind of records it holds.
        base: The file before the changes; empty where both sides made it.
        ours: Our side.
        theirs: Their side.
        labels: What the sides are called in conflict markers.

    Raises:
        GitFailed: There is no git.
    """
    labels = labels or Labels()
    try:
        decoded = [data.decode() for data in (base, ours, theirs)]
    except UnicodeDecodeError:
        lines = merge_lines(base, ours, theirs, labels)
        return Outcome(lines.data, lines.clean, () if lines.clean else ("it is not UTF-8",))
    form = form_of(decoded[1])
    texts = common_form(decoded[0]), common_form(decoded[1]), common_form(decoded[2])
    read = [parse(path, text.encode()) for text in texts]
    problem = _problem(texts[0], read)
    if problem:
        return _as_text(texts, form, labels, problem)
    values = read[0].value if texts[0].strip() else ABSENT, read[1].value, read[2].value
    try:
        return _as_data(_Sides(path, texts, values, labels), form)
    except (TooMuch, RecursionError):
        return _as_text(texts, form, labels, "it is too large to be compared")


def _problem(base: str, read: list[Parsed]) -> str:
    """Return why the texts cannot be read as data, or an empty text."""
    sides = zip(("the common ancestor", "our side", "their side"), read, strict=True)
    return next(
        (
            f"{name} cannot be read: {side.findings[0].message}"
            for name, side in sides
            if side.findings and (base.strip() or side is not read[0])
        ),
        "",
    )


def _as_text(texts: tuple[str, str, str], form: Form, labels: Labels, problem: str) -> Outcome:
    """Merge as git would without us."""
    base, ours, theirs = (text.encode() for text in texts)
    lines = merge_lines(base, ours, theirs, labels)
    data = None if lines.data is None else form.apply(lines.data.decode())
    return Outcome(data, lines.clean, () if lines.clean else (f"merged as text: {problem}",))


def _as_data(sides: _Sides, form: Form) -> Outcome:
    merged = merge(*sides.values)
    found = merged.conflicts or tuple(_new_problems(sides, merged.value))
    if not found:
        for text in _candidates(sides, merged):
            if _says(text, merged.value) and _keeps_comments(sides, text):
                return Outcome(form.apply(text), clean=True)
        found = (Conflict((), "the text cannot be changed without losing a comment or the layout"),)
    marked = _with_markers(sides, found)
    data = None if marked is None else form.apply(marked)
    return Outcome(data, clean=False, messages=tuple(map(str, found)))


_WHOLE = ((), ("--union",), ("--diff3", "--union"))
"""How git may merge the lines so that the result is right as it stands.

In the style diff3, git leaves two added entries whole that have lines in common.
"""

_BEGUN = (("--ours",), ("--theirs",), ("--diff3", "--union"))
"""How git may merge the lines so that a change of the values makes the result right.

What the sides changed apart from each other, comments too, is in all of them.
"""


def _candidates(sides: _Sides, merged: Merged) -> Iterator[str]:
    """Yield texts that may say what is wanted, those that keep most of both sides first."""
    from anbefal.store.text.rewriting import rewrite

    yield from _merged_lines(sides, _WHOLE)
    for text in (*_merged_lines(sides, _BEGUN), *sides.texts[1:]):
        if len(text) <= MAX_REWRITTEN:
            try:
                yield rewrite(text, merged.value)
            except CannotEdit:
                continue


def _merged_lines(sides: _Sides, ways: Iterable[tuple[str, ...]]) -> Iterator[str]:
    base, ours, theirs = (text.encode() for text in sides.texts)
    for rules in ways:
        lines = merge_lines(base, ours, theirs, sides.labels, *rules)
        if lines.clean and lines.data is not None:
            yield lines.data.decode()


def _says(text: str, value: Any) -> bool:
    read = parse("", text.encode())
    return not read.findings and _same(read.value, value)


def _same(one: Any, other: Any) -> bool:
    return Values().same(one, other)


def _keeps_comments(sides: _Sides, text: str) -> bool:
    """Return whether every comment that a side added or changed is in the text."""
    in_text = _counted(comments(text))
    base, ours, theirs = (comments(side) for side in sides.texts)
    for number, side, other in ((1, ours, theirs), (2, theirs, ours)):
        lost = _lost(_counted(base), _counted(side), _counted(other), in_text)
        suspects = [place for words, place in side if words in lost]
        if len(suspects) > MAX_COMMENTS or any(_is_comment(sides, number, p) for p in suspects):
            return False
    return True


def _counted(found: list[tuple[str, int]]) -> Counter[str]:
    return Counter(words for words, _ in found)


def _lost(
    base: Counter[str], side: Counter[str], other: Counter[str], text: Counter[str]
) -> set[str]:
    """Return the comments that a side added and that do not stand in the text as often."""
    return {
        words
        for words, times in side.items()
        if times > base[words] and text[words] < times - max(0, base[words] - other[words])
    }


def _is_comment(sides: _Sides, number: int, place: int) -> bool:
    """Return whether a comment stands there, and not a text: without it, the value is the same."""
    text = sides.texts[number]
    end = text.find("\n", place)
    return _says(text[:place] + text[end:], sides.values[number])


def _with_markers(sides: _Sides, found: tuple[Conflict, ...]) -> str | None:
    """Return the text with both versions between markers where they conflict.

    git's own markers, where they surround every conflict found; else markers around everything
    that differs.
    """
    base, ours, theirs = (text.encode() for text in sides.texts)
    lines = merge_lines(base, ours, theirs, sides.labels)
    if lines.clean or not _surround(sides, found):
        lines = merge_lines(b"", ours, theirs, sides.labels, NO_BASE)
    return None if lines.data is None else lines.data.decode()


def _surround(sides: _Sides, found: tuple[Conflict, ...]) -> bool:
    """Return whether taking one side at git's markers gives that side at every conflict."""
    base, ours, theirs = (text.encode() for text in sides.texts)
    for rule, value in (("--ours", sides.values[1]), ("--theirs", sides.values[2])):
        lines = merge_lines(base, ours, theirs, sides.labels, rule)
        read = parse("", lines.data or b"")
        if read.findings:
            return False
        for one in found:
            if not _same(at(read.value, one.place), at(value, one.place)):
                return False
    return True


def _new_problems(sides: _Sides, merged: Any) -> Iterator[Conflict]:
    """Yield what keeps the merged records from being records, and does not keep either side's."""
    kind = _kind(sides.path)
    if kind is None:
        return
    old = {problem for value in sides.values[1:] for problem in _problems(kind, value)}
    for problem in sorted(set(_problems(kind, merged)) - old):
        yield Conflict((), f"the two changes do not fit together: {problem}")


def _kind(path: str) -> Kind | None:
    """Return the kind of the file; the repository may lie in a folder of git's work tree."""
    parts = path.split("/")
    kinds = (kind_of("/".join(parts[number:])) for number in range(len(parts)))
    return next((kind for kind in kinds if kind), None)


def _problems(kind: Kind, value: Any) -> list[str]:
    if kind.listed and not isinstance(value, list):
        return ["the file must be a list"]
    records = (to_record(kind.model, item, "") for item in (value if kind.listed else [value]))
    return [one.message for record in records if isinstance(record, list) for one in record]
