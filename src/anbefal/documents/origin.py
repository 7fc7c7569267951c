"""Where a plan or a meeting is known from, how well, and the sources that a document cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.documents.citations import Citer
from anbefal.documents.content.blocks import Block, Line, Paragraph, Section
from anbefal.documents.content.lines import foreign_line, line
from anbefal.documents.content.sentences import sentence
from anbefal.documents.said import paragraphs
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Provenance, Recommendation
from anbefal.wording import Wording, wording


def sources_of(
    dataset: Dataset,
    language: Language,
    citer: Citer,
    cited: Iterable[Recommendation],
    origin: Provenance | None = None,
) -> Section | None:
    """Return the last section of a document, or ``None`` where it would say nothing.

    Args:
        dataset: The repository.
        language: The document's language.
        citer: What cited the recommendations.
        cited: The recommendations that the document cites.
        origin: Where the plan or meeting is known from that the document is about.
    """
    words = wording(language, "origin")
    blocks: list[Block] = []
    if origin:
        blocks += map(Paragraph, _origin(dataset, words, origin))
    points = citer.sources()
    if points.points:
        blocks.append(points)
        legend = list(citer.legend())
        if not all(record.provenance.verified for record in cited):
            legend.insert(0, words.say("marked_unverified"))
        blocks += (Paragraph(line(one), small=True) for one in legend)
    return Section("sources", words.label["sources"], tuple(blocks)) if blocks else None


def _origin(dataset: Dataset, words: Wording, origin: Provenance) -> Iterator[Line]:
    language = dataset.settings.language
    if origin.source:
        source = foreign_line(origin.source, language, words)
        if origin.seen:
            yield sentence(words, "source_seen", source=source, date=words.date(origin.seen))
        else:
            yield sentence(words, "source", source=source)
    if origin.verified or origin.source:
        yield line(words.say("verified" if origin.verified else "unverified"))
    if origin.note:
        yield from paragraphs(origin.note, language, words)
