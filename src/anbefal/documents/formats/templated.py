"""Documents as HTML and Markdown, by Jinja templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anbefal.documents.formats.failing import failed_at
from anbefal.documents.formats.folders import (
    default_templates,
    find_template,
    template_names,
)
from anbefal.documents.formats.own_pages import (
    marking_lost,
    sections_without,
    shows,
    words_shown,
)
from anbefal.documents.formats.rendered import Rendered

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    """Return a document as one HTML file, which needs nothing from elsewhere.

    Args:
        content: What :func:`anbefal.documents.content.plain.plain_document` returns.
        folders: Where templates lie; the first that has one wins.

    Raises:
        TemplateFailed: A repository's own template leaves out how the document is marked, or
            makes an empty document.
    """
    return _render("html", content, folders)


def render_markdown(content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    """Return a document as Markdown; arguments and errors are those of :func:`render_html`."""
    return _render("md", content, folders)


@cache
def _environment(form: str, folders: tuple[Path, ...]) -> Environment:
    """Return the sandbox, which keeps the templates that it has compiled until they change."""
    from anbefal.documents.formats.environment import environment

    return environment(form, folders)


def _render(form: str, content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    used = find_template(folders, template_names(content["kind"], form))
    page = _environment(form, tuple(folders)).get_template(used.name).render(document=content)
    if not page.strip():
        raise failed_at(used.name, None, "it makes an empty document")
    data = page.encode("utf-8", "replace")
    if folders[0] == default_templates():
        return Rendered(data)
    words = words_shown(page, form)
    if not shows(words, content["marking"]):
        raise marking_lost(used.name, content["marking"])
    is_own = used.parent == folders[0]
    return Rendered(data, sections_without(content, words), used.name if is_own else "")
