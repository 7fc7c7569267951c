"""The one door to every format: a document in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the process that templates run in needs no records, and starts without them
    from anbefal.documents.content.blocks import Document
    from anbefal.documents.content.plain import Draw
    from anbefal.documents.pictures.ranking import RankingPicture

FORMATS = ("docx", "pdf", "html", "md")
"""Formats of documents, each the ending of its files."""

Renderer = Callable[[Mapping[str, Any], Sequence[Path]], bytes]
"""Makes a file of plain data, by templates in folders of which the first that has one wins."""


def render(document: Document, form: str, repository: Path | None = None) -> bytes:
    """Return a document as a file of a format.

    Args:
        document: What it says.
        form: One of :data:`FORMATS`.
        repository: A repository whose own ``templates/`` win over those of the program. What it
            holds is run in a process of its own, which may neither take long nor reach anything.

    Raises:
        TemplateFailed: A template has an error or tried what templates may not do.
    """
    from anbefal.documents.content.plain import plain_document
    from anbefal.documents.formats.apart import render_apart
    from anbefal.documents.formats.folders import default_templates, own_templates

    content = plain_document(document, _draw(form))
    own = own_templates(repository, document.kind, form)
    if own:
        return render_apart(form, content, own)
    return renderer(form)(content, [default_templates()])


def renderer(form: str) -> Renderer:
    """Return what makes files of a format."""
    if form == "docx":
        from anbefal.documents.formats.word import render_word

        return render_word
    if form == "pdf":
        from anbefal.documents.formats.pdf import render_pdf

        return render_pdf
    from anbefal.documents.formats.templated import render_html, render_markdown

    return {"html": render_html, "md": render_markdown}[form]


def _draw(form: str) -> Draw | None:
    """Return how a format takes pictures: Word as PNG in base64, pages as SVG, Markdown not."""
    if form == "md":
        return None
    return _png if form == "docx" else _svg


def _svg(picture: RankingPicture) -> str:
    from anbefal.documents.pictures.drawing import COMPACT, draw

    return draw(picture, COMPACT)


def _png(picture: RankingPicture) -> str:
    from base64 import b64encode

    from anbefal.documents.pictures.drawing import WIDE, draw_png

    return b64encode(draw_png(picture, WIDE)).decode()
