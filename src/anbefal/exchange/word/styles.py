"""What the styles of a Word document say of a paragraph: its numbering, headings, bold type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anbefal.exchange.word.elements import Xml, child, children, number_told, switched, told

_HEADING = re.compile(r"(?:heading|title|subtitle)\b|_ ?h[ _]", re.IGNORECASE)
"""Word's own headings, which keep their English names in every language, and those of the United
Nations' templates: ``_ H_2/3_G``."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a paragraph stands in a list.

    Attributes:
        list_id: The list; ``0`` switches numbering off.
        level: How deep, from 0; ``None`` where the list itself tells it by the style.
        style: The style that says so; empty where the paragraph itself does.
    """

    list_id: str
    level: int | None
    style: str = ""


class Styles:
    """The styles of one document.

    Args:
        root: The element that holds them.
    """

    def __init__(self, root: Xml) -> None:
        self._styles: dict[str, Xml] = {}
        self._default = ""
        for one in children(root, "style"):
            name = told(one, "styleId") or ""
            self._styles.setdefault(name, one)
            is_default = told(one, "default") in {"1", "true", "on"}
            if is_default and told(one, "type") == "paragraph":
                self._default = name
        self.numbered_by = cache(self._numbered_by)
        self._is_bold_style = cache(self._find_bold)
        self._is_heading_style = cache(self._find_heading)

    def style_of(self, paragraph: Xml) -> str:
        """Return the id of a paragraph's style."""
        return told(child(paragraph, "pPr", "pStyle")) or self._default

    def numbered(self, paragraph: Xml) -> Numbered | None:
        """Return where a paragraph stands in a list: by itself, else by its style."""
        own = child(paragraph, "pPr", "numPr")
        by_style = self.numbered_by(self.style_of(paragraph))
        if own is None:
            return by_style
        list_id, level = told(child(own, "numId")), number_told(child(own, "ilvl"))
        if list_id is not None:
            return Numbered(list_id.strip(), level or 0)
        if by_style is None or level is None:
            return by_style
        return Numbered(by_style.list_id, level)

    def is_heading(self, paragraph: Xml) -> bool:
        """Return whether a paragraph's style is one of headings."""
        return self._is_heading_style(self.style_of(paragraph))

    def is_bold(self, paragraph: Xml, run: Xml | None) -> bool:
        """Return whether a run is bold, by itself, its own style or that of its paragraph."""
        if (own := switched(_bold(run)) if run is not None else None) is not None:
            return own
        by_run = self._is_bold_style(told(child(run, "rStyle")) or "") if run is not None else None
        return bool(self._is_bold_style(self.style_of(paragraph)) if by_run is None else by_run)

    def _find_bold(self, style: str) -> bool | None:
        marks = (switched(_bold(child(one, "rPr"))) for _, one in self._chain(style))
        return next((is_on for is_on in marks if is_on is not None), None)

    def _find_heading(self, style: str) -> bool:
        return any(
            _HEADING.match(told(child(one, "name")) or "")
            or number_told(child(one, "pPr", "outlineLvl")) in range(9)
            for _, one in self._chain(style)
        )

    def _numbered_by(self, style: str) -> Numbered | None:
        """Return the list that a style, or the nearest one that it is based on, belongs to."""
        for name, one in self._chain(style):
            found = child(one, "pPr", "numPr")
            list_id = told(child(found, "numId"))
            if found is not None and list_id is not None:
                return Numbered(list_id.strip(), number_told(child(found, "ilvl")), name)
        return None

    def _chain(self, style: str) -> Iterator[tuple[str, Xml]]:
        """Yield a style and those that it is based on; one that is based on itself ends it."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = told(child(self._styles[style], "basedOn")) or ""


def _bold(properties: Xml | None) -> Xml | None:
    return child(properties, "b") if properties is not None else None
