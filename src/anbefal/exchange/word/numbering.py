"""The numbers that Word shows before paragraphs and does not write into them.

A library reads the definitions of lists; here is only counted, as Word does: every list counts its
levels on through the document, whatever stands in between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from anbefal.exchange.word.elements import Xml, child, children, number_told, switched, told
from anbefal.exchange.word.formats import written
from anbefal.exchange.word.styles import Numbered, Styles

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: The number that it begins with.
        form: How its numbers are written: ``decimal``, ``lowerLetter``, …
        text: What is shown: ``(%2)`` is the number of the second level in parentheses.
        is_legal: Whether the numbers of all levels are shown in digits.
        restart: The level, from 1, after which it begins anew; ``None`` for each before it, 0 for
            none.
        style: The style of paragraphs that stand on it.
    """

    start: int
    form: str
    text: str
    is_legal: bool
    restart: int | None
    style: str


_NOTHING = Level(1, "none", "", is_legal=False, restart=None, style="")


class Numbering:
    """Counts the numbered paragraphs of one document, which must be shown to it in their order.

    Args:
        root: The element that defines the lists; ``None`` where the document has none.
        styles: The document's styles.
    """

    def __init__(self, root: Xml | None, styles: Styles) -> None:
        self._styles = styles
        lists = children(root, "num") if root is not None else []
        kinds = children(root, "abstractNum") if root is not None else []
        self._lists = {(told(one, "numId") or "").strip(): one for one in reversed(lists)}
        self._kinds = {(told(one, "abstractNumId") or "").strip(): one for one in reversed(kinds)}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._levels = cache(self._find_levels)
        self._kind_of = cache(self._find_kind)

    def next_number(self, paragraph: Xml) -> tuple[str, int | None]:
        """Return the number before a paragraph and how deep it is; ``("", None)`` where none is."""
        found = self._styles.numbered(paragraph)
        if found is None or self._kind_of(found.list_id) is None:
            return "", None
        levels = self._levels(found.list_id)
        at = self._depth(found, levels, self._styles.style_of(paragraph))
        counts = self._count(found.list_id, at, levels)
        number = _shown(counts, at, levels)
        return (number, at) if number else ("", None)

    def _depth(self, found: Numbered, levels: tuple[Level, ...], style: str) -> int:
        """Return how deep a paragraph stands; where its style tells, the list's word counts."""
        if found.style:
            named = [at for at, level in enumerate(levels) if level.style in {style, found.style}]
            exact = [at for at in named if levels[at].style == style]
            if at := (exact or named)[:1]:
                return at[0]
        return min(found.level or 0, LEVELS - 1)

    def _count(self, list_id: str, at: int, levels: tuple[Level, ...]) -> list[int | None]:
        counts = self._counts.setdefault(self._kind_of(list_id) or "", [None] * LEVELS)
        start = self._start_anew(list_id, at)
        before = counts[at]
        if start is not None:
            counts[at] = start
        else:
            counts[at] = levels[at].start if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            restart = levels[deeper].restart
            if restart is None or at < restart:
                counts[deeper] = None
        return counts

    def _start_anew(self, list_id: str, at: int) -> int | None:
        """Return where a list that begins anew begins, the first time that it is met there."""
        if (list_id, at) in self._started:
            return None
        self._started.add((list_id, at))
        for one in children(self._lists[list_id], "lvlOverride"):
            if number_told(one, "ilvl") == at:
                return number_told(child(one, "startOverride"))
        return None

    def _find_kind(self, list_id: str) -> str | None:
        """Return the definition that a list follows; that of a style where it only names one."""
        for _ in range(LEVELS):  # one that leads back to itself leads nowhere
            one = self._lists.get(list_id)
            kind = (told(child(one, "abstractNumId")) or "").strip() if one is not None else ""
            if kind not in self._kinds or list_id == "0":
                return None
            style = told(child(self._kinds[kind], "numStyleLink"))
            by_style = self._styles.numbered_by(style) if style else None
            if by_style is None:
                return kind
            list_id = by_style.list_id
        return None

    def _find_levels(self, list_id: str) -> tuple[Level, ...]:
        found = {}
        for one in children(self._kinds[self._kind_of(list_id) or ""], "lvl"):
            found[number_told(one, "ilvl")] = _level(one)
        for one in children(self._lists[list_id], "lvlOverride"):
            at = number_told(one, "ilvl")
            if (instead := child(one, "lvl")) is not None:
                found[at] = _level(instead)
            start = number_told(child(one, "startOverride"))
            if start is not None:
                found[at] = replace(found.get(at, _NOTHING), start=start)
        return tuple(found.get(at, _NOTHING) for at in range(LEVELS))


def _level(one: Xml) -> Level:
    start = number_told(child(one, "start"))
    is_hidden = switched(child(one, "rPr", "vanish"))
    return Level(
        start=0 if start is None else start,
        form=told(child(one, "numFmt")) or "decimal",
        text="" if is_hidden else told(child(one, "lvlText")) or "",
        is_legal=bool(switched(child(one, "isLgl"))),
        restart=number_told(child(one, "lvlRestart")),
        style=told(child(one, "pStyle")) or "",
    )


def _shown(counts: list[int | None], at: int, levels: tuple[Level, ...]) -> str:
    """Return what stands before a paragraph; a level above that was left out shows its start."""
    level = levels[at]
    if level.form in {"bullet", "none"} and not _PLACE.search(level.text):
        return ""

    def number(found: re.Match[str]) -> str:
        which = int(found[1]) - 1
        count = counts[which]
        form = "decimal" if level.is_legal else levels[which].form
        return written(levels[which].start if count is None else count, form)

    return _PLACE.sub(number, level.text).strip()
