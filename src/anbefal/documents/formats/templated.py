"""Documents as HTML and Markdown, by Jinja templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from anbefal.documents.formats.folders import template_names


def render_html(content: Mapping[str, Any], folders: Sequence[Path]) -> bytes:
    """Return a document as one HTML file, which needs nothing from elsewhere.

    Args:
        content: What :func:`anbefal.documents.content.plain.plain_document` returns.
        folders: Where templates lie; the first that has one wins.
    """
    return _render("html", content, folders)


def render_markdown(content: Mapping[str, Any], folders: Sequence[Path]) -> bytes:
    """Return a document as Markdown; the arguments are those of :func:`render_html`."""
    return _render("md", content, folders)


def _render(form: str, content: Mapping[str, Any], folders: Sequence[Path]) -> bytes:
    from anbefal.documents.formats.environment import environment

    names = template_names(content["kind"], form)
    template = environment(form, folders).select_template([*names])
    return template.render(document=content).encode()
