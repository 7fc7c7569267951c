"""The one door to every format: a document in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anbefal.documents.formats.rendered import Rendered
from anbefal.errors import TemplateFailed

if TYPE_CHECKING:  # the process that templates run in needs no records, and starts without them
    from anbefal.documents.content.blocks import Document
    from anbefal.documents.content.plain import Draw
    from anbefal.documents.pictures.ranking import RankingPicture

FORMATS = ("docx", "pdf", "html", "md")
"""Formats of documents, each the ending of its files."""

Renderer = Callable[[Mapping[str, Any], Sequence[Path]], Rendered]
"""Makes a file of plain data, by templates in folders of which the first that has one wins."""


def render(document: Document, form: str, repository: Path | None = None) -> Rendered:
    """Return a document as a file of a format.

    Args:
        document: What it says.
        form: One of :data:`FORMATS`.
        repository: A repository whose own ``templates/`` win over those of the program. What it
            holds is run in a process of its own, which may neither take long nor reach anything.

    Raises:
        TemplateFailed: A template of the repository has an error, tried what templates may not
            do, or leaves out how the document is marked; or the program's own is not there.
        TooLarge: It is too large for a PDF.
        RuntimeError: A template of the program has an error, or the program itself.
    """
    from anbefal.documents.content.plain import plain_document
    from anbefal.documents.formats.apart import render_apart
    from anbefal.documents.formats.folders import (
        default_templates,
        find_template,
        own_templates,
        template_names,
    )
    from anbefal.documents.formats.pdf import require_settable

    content = plain_document(document, _draw(form))
    if form == "pdf":
        require_settable(content)
    own = own_templates(repository, document.kind, form)
    if own:
        return render_apart(form, content, own)
    folders = [default_templates()]
    find_template(folders, template_names(document.kind, form))
    try:
        return renderer(form)(content, folders)
    except TemplateFailed as error:  # nobody but us can mend it
        raise RuntimeError("a template of the program failed") from error


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
    return _png if form == "docx" else _svgs(form)


def _svgs(form: str) -> Draw:
    """Return what draws one picture after the other of a page, on which each id stands once."""
    from itertools import count

    from anbefal.documents.pictures.drawing import COLUMN, COMPACT, draw

    width = COLUMN if form == "pdf" else COMPACT
    names = (f"ranking-{number}" if number > 1 else "ranking" for number in count(1))
    return lambda picture: draw(picture, width, next(names))


def _png(picture: RankingPicture) -> str:
    from base64 import b64encode

    from anbefal.documents.pictures.drawing import WIDE, draw_png

    return b64encode(draw_png(picture, WIDE)).decode()
