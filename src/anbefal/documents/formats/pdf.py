"""A document as a PDF that everyone can read (PDF/UA-1), set by Typst."""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from anbefal.documents.formats.folders import find_template, template_names
from anbefal.documents.formats.pdf_failures import missing_characters, typst_failed
from anbefal.documents.formats.pdf_files import template_files
from anbefal.documents.formats.pdf_text import legible, written_out

PRESSED = (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5)
"""Sizes of type in points, for a document that should stand on so many pages."""

FREE = (10.5, 10.25, 10.0)
"""Sizes for the others: the largest, but where a little less of it saves a page."""

LETTER = (11.0, 10.75, 10.5)
"""The same for a letter."""

_TOO_LONG = 10.0
"""The size of a document that stands on its pages in none: smaller would serve nobody."""

_NO_FOLDER = __file__
"""The root that Typst reads below: a file, so that it can read nothing but what it is given."""

_NOWHERE = "http://127.0.0.1:0"
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
_EXCEPTIONS = ("NO_PROXY", "no_proxy")


def render_pdf(content: Mapping[str, Any], folders: Sequence[Path]) -> bytes:
    """Return a document as a tagged PDF; the same content gives the same bytes.

    The template is ``KIND.typ``, or ``document.typ``, in the first folder that has one. It reads
    the content by ``json(bytes(sys.inputs.data))``, and in ``sys.inputs.size`` the size of type in
    points that it is tried in. Templates read files of the folders only, load no packages, and
    have the fonts that come with Typst. A character that none of them has is written out, as in
    ``[U+6F22]``.

    Args:
        content: What the document says, as :func:`~anbefal.documents.content.plain.plain_document`
            returns it.
        folders: Where templates lie; the first that has one wins.

    Raises:
        TemplateFailed: A template has an error or tried what templates may not do.
    """
    from typst import TypstError

    template = find_template(folders, template_names(content["kind"], "pdf")).name
    files = template_files(folders)
    said = legible(content)
    with _no_network():
        while True:
            try:
                return _set(template, files, said)
            except TypstError as error:
                changed = written_out(said, missing_characters(error))
                if changed == said:
                    raise typst_failed(error, template, files) from error
                said = changed  # with fewer characters that no font has, until there are none


def _set(template: str, files: Mapping[str, bytes], content: Mapping[str, Any]) -> bytes:
    """Return the file, of the largest type at which it stands on the pages that it should."""
    job = _Job(template, files, content)
    sizes = _sizes(content)
    most = content["pages"] or job.pages(sizes[-1])
    fits = bisect_left(sizes, True, key=lambda size: job.pages(size) <= most)
    return job.pdf(sizes[fits] if fits < len(sizes) else _TOO_LONG)


def _sizes(content: Mapping[str, Any]) -> Sequence[float]:
    if content["pages"]:
        return PRESSED
    return LETTER if content["kind"] == "request" else FREE


class _Job:
    """One template and one content, which may be set in several sizes."""

    def __init__(
        self, template: str, files: Mapping[str, bytes], content: Mapping[str, Any]
    ) -> None:
        # Typst asks for a file of this name first; a template of our own could be called main.typ.
        self._files = {**files, "main": f"#include {json.dumps(template)}".encode()}
        self._data = json.dumps(content, ensure_ascii=False)
        self._day = content["day"]

    def pages(self, size: float) -> int:
        """Return on how many pages it stands, found by drawing each as a picture of few dots."""
        drawn = self._made(size, format="png", ppi=1)
        return len(drawn) if isinstance(drawn, list) else 1

    def pdf(self, size: float) -> bytes:
        """Return the file, in a size of type."""
        made: bytes = self._made(size, format="pdf", pdf_standards="ua-1")
        return made

    def _made(self, size: float, **how: Any) -> Any:
        import typst

        # A dictionary is not in the types that the library declares, but it is what keeps a
        # template from the disk: files that are given so are all that there are.
        compile_files: Any = typst.compile
        return compile_files(
            self._files,
            root=_NO_FOLDER,
            ignore_system_fonts=True,
            package_path=_NO_FOLDER,
            package_cache_path=_NO_FOLDER,
            timestamp=datetime.fromisoformat(self._day or "2000-01-01").replace(tzinfo=UTC),
            sys_inputs={"data": self._data, "size": f"{size:g}"},
            **how,
        )


@contextmanager
def _no_network() -> Iterator[None]:
    """Let Typst find no way out: it would fetch any package that a template asks for."""
    before = {name: os.environ.get(name) for name in (*_PROXIES, *_EXCEPTIONS)}
    try:
        for name in _EXCEPTIONS:
            os.environ.pop(name, None)
        os.environ.update(dict.fromkeys(_PROXIES, _NOWHERE))
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
