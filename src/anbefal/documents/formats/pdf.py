"""A document as a PDF that everyone can read (PDF/UA-1), set by Typst."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from anbefal.documents.formats.folders import (
    default_templates,
    find_template,
    template_names,
)
from anbefal.documents.formats.own_pages import marking_lost
from anbefal.documents.formats.pdf_characters import without_font
from anbefal.documents.formats.pdf_failures import missing_characters, typst_failed
from anbefal.documents.formats.pdf_files import template_files
from anbefal.documents.formats.pdf_text import legible, written_out
from anbefal.documents.formats.rendered import Rendered
from anbefal.documents.formats.typesetting import no_network, typeset
from anbefal.errors import TooLarge


class Setting(NamedTuple):
    """How a document is set.

    Attributes:
        size: The size of its type in points.
        pressed: Whether what would have a line of its own goes on in the one above.
    """

    size: float
    pressed: bool = False


LIMITED = (
    *map(Setting, (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75)),
    *(Setting(size, pressed=True) for size in (9.25, 9.0, 8.75, 8.5)),
)
"""For a document that should stand on so many pages, from that which takes the most room."""

FREE = tuple(map(Setting, (10.5, 10.25, 10.0)))
"""For the others: the largest, but where a little less of it saves a page."""

LETTER = tuple(map(Setting, (11.0, 10.75, 10.5)))
"""The same for a letter."""

_TOO_LONG = Setting(10.0)
"""The setting of a document that stands on its pages in none: smaller would serve nobody."""

_LONG = 1_000_000
"""Characters of content, with all that holds it together, of which no size is tried: about 40 pages
or more, which none would bring to two, and of which one more or less does not matter."""

_MOST = 9_000_000
"""As many are set at all: some 400 pages, for which Typst takes half a minute and a gigabyte."""

_SEEN = 40
"""Dots in an inch of a page on which any other words look otherwise."""


def render_pdf(content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    """Return a document as a tagged PDF; the same content gives the same bytes.

    The template is ``KIND.typ``, or ``document.typ``, in the first folder that has one. It reads
    the content by ``json(bytes(sys.inputs.data))``, in ``sys.inputs.size`` the size of type in
    points that it is tried in, and in ``sys.inputs.pressed`` whether lines run on. Templates read
    files of the folders only, load no packages, and have the fonts that come with Typst. A
    character that none of them has is written out, as in ``[U+6F22]``.

    Args:
        content: What the document says, as :func:`~anbefal.documents.content.plain.plain_document`
            returns it.
        folders: Where templates lie; the first that has one wins.

    Raises:
        TemplateFailed: A template has an error, tried what templates may not do, or is the
            repository's own and leaves out on its first page how the document is marked.
    """
    from typst import TypstError

    template = find_template(folders, template_names(content["kind"], "pdf")).name
    files = template_files(folders)
    said = legible(content)
    is_own = folders[0] != default_templates()
    with no_network():
        said = written_out(said, without_font(said))
        while True:
            try:
                job = _Job(template, files, said, is_own=is_own)
                setting = _setting(job, said)
                made = job.pdf(setting)
                if is_own and said["marking"] and not job.shows_marking(setting):
                    raise marking_lost(template, said["marking"])
                return Rendered(made)
            except TypstError as error:
                changed = written_out(said, missing_characters(error))
                if changed == said:
                    raise typst_failed(error, template, files) from error
                said = changed  # with fewer characters that no font has, until there are none


def require_settable(content: Mapping[str, Any]) -> None:
    """Refuse a document that is too large for a PDF, which would fill the memory.

    Args:
        content: The arguments of :func:`render_pdf`.

    Raises:
        TooLarge: It is.
    """
    if len(_written(content)) > _MOST:
        message = "The document is too large for PDF: it would be some hundreds of pages."
        raise TooLarge(message, "Write it as HTML or Markdown instead: --format html")


def _written(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False)


def _setting(job: _Job, content: Mapping[str, Any]) -> Setting:
    """Return the roomiest setting in which a document stands on the pages that it should.

    The smallest is tried first: what stands on too many pages even so is set in no other for it.
    """
    *others, smallest = _settings(content)
    if job.is_long:
        return _TOO_LONG if content["pages"] else smallest
    pages = job.pages(smallest)
    most = content["pages"] or pages
    if pages > most:
        return _TOO_LONG
    fits = bisect_left(others, True, key=lambda setting: job.pages(setting) <= most)
    return others[fits] if fits < len(others) else smallest


def _settings(content: Mapping[str, Any]) -> Sequence[Setting]:
    if content["pages"]:
        return LIMITED
    return LETTER if content["kind"] == "request" else FREE


class _Job:
    """One template and one content, which may be set in several sizes."""

    def __init__(
        self,
        template: str,
        files: Mapping[str, bytes],
        content: Mapping[str, Any],
        *,
        is_own: bool,
    ) -> None:
        # Typst asks for a file of this name first; a template of our own could be called main.typ.
        self._files = {**files, "main": f"#include {json.dumps(template)}".encode()}
        self._content = content
        self._is_own = is_own
        self._data = _written(content)
        self.is_long = len(self._data) > _LONG

    def pages(self, setting: Setting) -> int:
        """Return on how many pages it stands, found by drawing each as a picture of few dots."""
        return len(self._drawn(setting, ppi=1))

    def pdf(self, setting: Setting) -> bytes:
        """Return the file, in a setting."""
        made: bytes = self._made(setting, format="pdf", pdf_standards="ua-1")
        return made

    def shows_marking(self, setting: Setting) -> bool:
        """Return whether the first page looks otherwise when the document is marked otherwise.

        What Typst makes cannot be searched for words, and a template that names the marking need
        not show it.
        """
        other = {**self._content, "marking": "X" * len(self._content["marking"])}
        first, second = (self._drawn(setting, ppi=_SEEN, content=one) for one in (None, other))
        return first[0] != second[0]

    def _drawn(
        self, setting: Setting, ppi: int, content: Mapping[str, Any] | None = None
    ) -> Sequence[bytes]:
        """Return each page as a picture."""
        drawn = self._made(setting, content, format="png", ppi=ppi)
        return drawn if isinstance(drawn, list) else [drawn]

    def _made(self, setting: Setting, content: Mapping[str, Any] | None = None, **how: Any) -> Any:
        data = self._data if content is None else _written(content)
        inputs = {
            "data": data,
            "size": f"{setting.size:g}",
            "pressed": "yes" if setting.pressed else "",
            "whole": "" if self._is_own else "yes",
        }
        return typeset(self._files, inputs, self._content["day"], **how)
