"""Lines of pages as HTML: pages have so many of them that a template's macros take too long."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link, SiteLine


def line_html(line: SiteLine, root: str) -> Markup:
    """Return a line of words and links as HTML, every value escaped.

    Args:
        line: The words and links.
        root: What leads from the page to the site's root.
    """
    return Markup("".join([_part(one, root) for one in line]))  # noqa: S704 - each is escaped


def _part(part: Run | Link, root: str) -> str:
    text = escape(part.text)
    language = f' lang="{part.language}"' if part.language else ""
    if isinstance(part, Link):
        path = escape(part.path)
        if part.is_outside:
            return f'<a href="{path}" rel="noopener noreferrer"{language}>{text}</a>'
        return f'<a href="{root}{path}"{language}>{text}</a>'
    if part.strong:
        return f"<strong{language}>{text}</strong>"
    return f"<span{language}>{text}</span>" if language else text
