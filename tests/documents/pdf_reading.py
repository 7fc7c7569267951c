"""Reading a PDF back as a screen reader would: by its tags, in the order of its structure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import pikepdf
from pypdf import PdfReader


@lru_cache(maxsize=8)
def words_of(made: bytes) -> str:
    """Return the text of a PDF without spaces, and without what only breaks lines."""
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))


def squeezed(text: str) -> str:
    """Return text without spaces, places where a word may break, and hyphens: some break words."""
    return "".join(text.translate(dict.fromkeys((0x2D, 0xAD, 0x2010, 0x200B))).split())


def opened(made: bytes) -> pikepdf.Pdf:
    """Return a PDF as pikepdf sees it."""
    return pikepdf.open(BytesIO(made))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the elements of the structure in their order."""
    return list(_elements(pdf.Root.StructTreeRoot))


def pieces(pdf: pikepdf.Pdf) -> list[int]:
    """Return the pieces of text by their numbers on the page, in the order of the structure."""
    return list(_pieces(pdf.Root.StructTreeRoot.K))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the elements in their order, such as ``H1``."""
    return [str(element.S).removeprefix("/") for element in elements(pdf)]


def headings(pdf: pikepdf.Pdf) -> list[str]:
    """Return each heading of the structure in order, its level before it."""
    return [f"{e.S} {e.T}".removeprefix("/") for e in elements(pdf) if str(e.S) in ("/H1", "/H2")]


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of the bookmarks, those of a lower level after their own."""
    with pdf.open_outline() as outline:
        return [title for item in outline.root for title in _titles(item)]


def _titles(item: pikepdf.OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def _pieces(value: object) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    elif isinstance(value, pikepdf.Array):
        for one in value:
            yield from _pieces(one)
    elif isinstance(value, pikepdf.Dictionary):
        yield from _pieces(value.get("/MCID", value.get("/K")))


def _elements(value: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(value, pikepdf.Array):
        for one in value:
            yield from _elements(one)
    elif isinstance(value, pikepdf.Dictionary):
        if "/S" in value:
            yield value
        yield from _elements(value.get("/K"))
