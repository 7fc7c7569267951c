"""The content of a brief: the handout on one theme for a meeting with the ministries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from anbefal.analysis.asks import asks_made_by
from anbefal.analysis.past import as_it_stood
from anbefal.documents.briefs.asks import NumberedAsk, numbered
from anbefal.documents.briefs.attendance import attendance
from anbefal.documents.briefs.clock import clock
from anbefal.documents.briefs.disagreement import disagreement
from anbefal.documents.briefs.head import head
from anbefal.documents.briefs.notes import notes
from anbefal.documents.briefs.questions import questions
from anbefal.documents.briefs.recommendations import asked, concerns
from anbefal.documents.briefs.risks import gaps, risks
from anbefal.documents.briefs.since import since
from anbefal.documents.briefs.subject import Subject, subject_of
from anbefal.documents.briefs.talking import talking
from anbefal.documents.briefs.tracks import tracks
from anbefal.documents.briefs.why import picture, why
from anbefal.documents.content.blocks import Document, Paragraph, Section
from anbefal.documents.content.lines import line
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.vocabulary import CriteriaSet
from anbefal.wording import wording

Audience = Literal["public", "internal"]

PAGES = 2
"""What is read at a table is on one sheet of paper, both sides."""


def build_brief(
    dataset: Dataset,
    criteria: CriteriaSet,
    theme: str,
    *,
    meeting: str | None = None,
    audience: Audience = "public",
    language: Language = "nb",
) -> Document:
    """Return the content of a brief.

    Args:
        dataset: The repository. A public brief is made from its public part alone, whatever
            the dataset holds.
        criteria: The criteria that rank the theme and its recommendations.
        theme: Id of the theme.
        meeting: Id of the meeting; see :func:`anbefal.documents.briefs.subject.subject_of`.
        audience: A public brief never holds internal notes, reasons or dissent.
        language: A language that ``anbefal/wording/`` has.
    """
    if audience == "public":
        dataset = dataset.without_internal()
    if dataset.as_of:
        dataset = as_it_stood(dataset, dataset.as_of)
    subject = subject_of(dataset, criteria, theme, meeting, wording(language, "brief"))
    asks = numbered(subject.asks())
    others = numbered(asks_made_by(dataset, subject.other_records()), first=len(asks) + 1)
    sections = _sections(subject, asks, others, audience)
    name_language, name = dataset.themes[theme].name.choose(subject.words.language)
    is_internal = audience == "internal"
    return Document(
        kind="brief",
        language=subject.words.language,
        title=name,
        title_language=None if name_language == subject.words.language else name_language,
        subtitle=subject.words.say("subtitle"),
        marking=subject.words.label["internal"] if is_internal else "",
        author=dataset.name_of_secretariat(subject.words.language),
        day=subject.today,
        head=head(subject, [*asks, *others]),
        sections=tuple(one for one in sections if one and one.blocks),
        pages=None if is_internal else PAGES,
    )


def _sections(
    subject: Subject, asks: Sequence[NumberedAsk], others: Sequence[NumberedAsk], audience: Audience
) -> list[Section | None]:
    # The asks are made first, so that their sources have the first numbers.
    asked_for = [asked(subject, asks), concerns(subject, others)]
    sections = [
        why(subject, asks),
        picture(subject),
        attendance(subject),
        tracks(subject, asks, others),
        clock(subject, [*asks, *others]),
        since(subject, asks, others),
        questions(subject, asks, audience),
        *asked_for,
    ]
    if audience == "internal":
        sections += _internal(subject, asks, others)
    return [*sections, _sources(subject)]


def _sources(subject: Subject) -> Section:
    seen = subject.citer.seen_together()
    found = subject.citer.sources(with_days=not seen)
    told = (Paragraph(line(seen), small=True),) if seen else ()
    blocks = (*told, found) if found.points else ()
    return Section("sources", subject.words.label["sources"], blocks)


def _internal(
    subject: Subject, asks: Sequence[NumberedAsk], others: Sequence[NumberedAsk]
) -> Iterator[Section | None]:
    both = [*asks, *others]
    yield talking(subject, asks)
    yield disagreement(subject, [name for one in both for name in one.ask.ids])
    yield risks(subject, asks, others)
    yield notes(subject, both)
    yield gaps(subject, asks, others)
