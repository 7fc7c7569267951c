"""Every kind of document made of one repository, and all that a file of each format says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader

from anbefal.documents.content.blocks import Block, Document, Facts, Figure, Subheading, Table
from anbefal.documents.letters.request import build_request
from anbefal.documents.memos.memo import build_memo
from anbefal.documents.minutes.minutes import build_minutes
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from documents.briefs import all_lines, brief_on, plain_text
from documents.pages import shown_text
from documents.pdf_reading import squeezed
from documents.word_files import shown

FORMATS = ("md", "html", "docx", "pdf")
MEETING, PLAN = "2022-isolasjon", "oppfolging-2021"
"""Those of the complete sample."""

_FOOT, _HEAD = 45, 800
"""Heights on a page of A4, in points: what stands outside is told again on every page."""

_PIECE = 12
"""Fewer characters than this are no piece of a text, but chance."""


def every_document(data: Dataset, language: Language = "nb") -> dict[str, Document]:
    """Return one document of each kind, and both editions of the brief."""
    return {
        "brief": brief_on(data, language=language),
        "internal brief": brief_on(data, audience="internal", meeting=MEETING, language=language),
        "request": build_request(data, MEETING, language=language),
        "minutes": build_minutes(data, MEETING, language=language),
        "memo": build_memo(data, PLAN, language=language),
    }


def said_in(made: bytes, form: str) -> str:
    """Return all words of a file, comparable with those that :func:`bare` returns."""
    if form == "pdf":
        return bare("".join(map(_body, PdfReader(BytesIO(made)).pages)), form)
    return bare(shown(made) if form == "docx" else shown_text(made.decode(), form), form)


def bare(words: str, form: str) -> str:
    """Return words without spaces; a PDF may break a word anywhere, with a hyphen or without."""
    return squeezed(words) if form == "pdf" else "".join(words.split())


def is_said(words: str, told: str, form: str) -> bool:
    """Return whether words stand in what :func:`said_in` returned.

    They stand there whole, but in a PDF in pieces where a row of a table goes on on the next page.
    """
    left = bare(words, form)
    if form != "pdf":
        return left in told
    while left:
        whole = bisect_left(range(len(left)), True, key=lambda n: left[: n + 1] not in told)
        if whole < min(_PIECE, len(left)):
            return False
        left = left[whole:]
    return True


def sayings(document: Document) -> Iterator[str]:
    """Yield all that a document says, line by line, but for its pictures and tables' captions."""
    yield from filter(None, (document.title, document.subtitle, document.marking))
    yield from map(plain_text, all_lines(document))
    yield from (section.title for section in document.sections if section.title)
    for block in (*document.head, *(b for one in document.sections for b in one.blocks)):
        yield from _labels(block)


def _labels(block: Block) -> Iterator[str]:
    match block:
        case Table(head=head):
            yield from head
        case Facts(facts=facts):
            yield from (fact.label for fact in facts)
        case Figure(caption=words) | Subheading(text=words):
            yield words


def _body(page: PageObject) -> str:
    found: list[str] = []

    def keep(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if _FOOT < tm[5] * cm[3] + cm[5] < _HEAD:
            found.append(text)

    page.extract_text(visitor_text=keep)
    return "".join(found)
