"""The content of a brief: the handout on one theme for a meeting with the ministries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.past import as_it_stood
from anbefal.documents.about import about, caveats, legend, order, repeated
from anbefal.documents.asks import Ask, AskBuilder
from anbefal.documents.attendance import is_invited, ministries, participants, promises
from anbefal.documents.citations import SourceLine
from anbefal.documents.internal import InternalPart, internal_part
from anbefal.documents.pictures.ranking import RankingPicture, ranking_picture
from anbefal.documents.questions import suggest
from anbefal.documents.subject import Subject, subject_of
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.vocabulary import CriteriaSet
from anbefal.wording import wording

Audience = Literal["public", "internal"]

DRAWN = 5
"""Themes in the picture besides the brief's own: as many as leave the brief on two pages."""


@dataclass(frozen=True)
class Brief:
    """Everything a brief says, in one language; renderers add only layout.

    Attributes:
        language: The language of the document.
        audience: Who may have it.
        title: The theme's name.
        description: What the theme covers, or an empty text.
        secretariat: Who hands it out, or an empty text.
        as_of: A sentence on the day that it speaks of.
        caveats: What the reader must know first.
        about: The theme in a few sentences.
        picture: The first themes and this one by priority; ``None`` where it is not ranked.
        invited: Whether the ministries are those of a meeting; else they are the theme's.
        ministries: Who is asked to the meeting; the first leads.
        participants: Who else takes part, with role.
        asked: The heading of the asks.
        order: How the asks are ordered.
        legend: What the marks mean that the document uses.
        asks: Recommendations, the same ask once.
        concerns: Concerns and requests for follow-up, which are no asks.
        repeated: Which asks several bodies make, or one body makes again.
        promises: What was promised at meetings on the theme.
        questions: What to ask.
        questions_agreed: Whether they were agreed for the meeting; else they are suggested.
        sources: The numbered sources.
        internal: What only the secretariat may see; ``None`` in a public brief.
    """

    language: Language
    audience: Audience
    title: str
    description: str
    secretariat: str
    as_of: str
    caveats: tuple[str, ...]
    about: tuple[str, ...]
    picture: RankingPicture | None
    invited: bool
    ministries: tuple[str, ...]
    participants: tuple[str, ...]
    asked: str
    order: str
    legend: tuple[str, ...]
    asks: tuple[Ask, ...]
    concerns: tuple[Ask, ...]
    repeated: tuple[str, ...]
    promises: tuple[str, ...]
    questions: tuple[str, ...]
    questions_agreed: bool
    sources: tuple[SourceLine, ...]
    internal: InternalPart | None


def build_brief(
    dataset: Dataset,
    criteria: CriteriaSet,
    theme: str,
    *,
    meeting: str | None = None,
    audience: Audience = "public",
    language: Language = "nb",
) -> Brief:
    """Return the content of a brief.

    Args:
        dataset: The repository. A public brief is made from its public part alone, whatever
            the dataset holds.
        criteria: The criteria that rank the theme and its recommendations.
        theme: Id of the theme.
        meeting: Id of the meeting; see :func:`anbefal.documents.subject.subject_of`.
        audience: A public brief never holds internal notes, reasons or dissent.
        language: A language that ``anbefal/wording/`` has.
    """
    if audience == "public":
        dataset = dataset.without_internal()
    if dataset.as_of:
        dataset = as_it_stood(dataset, dataset.as_of)
    subject = subject_of(dataset, criteria, theme, meeting, wording(language, "brief"))
    builder = AskBuilder(dataset, subject.citer, subject.words, dataset.reference_date)
    asks = builder.build(subject.asks_for())
    concerns = builder.build(subject.other_records())
    agreed = _agreed_questions(subject)
    record = dataset.themes[theme]
    return Brief(
        language=language,
        audience=audience,
        title=record.name.within(language),
        description=record.description.within(language) if record.description else "",
        secretariat=_secretariat(subject),
        as_of=_as_of(subject),
        caveats=caveats(subject, [*asks, *concerns]),
        about=about(subject, asks),
        picture=_picture(subject),
        invited=is_invited(subject),
        ministries=ministries(subject),
        participants=participants(subject),
        asked=subject.words.say("asks", country=subject.words.country(dataset.settings.country)),
        order=order(subject, asks),
        legend=legend(subject, [*asks, *concerns]),
        asks=tuple(one.ask for one in asks),
        concerns=tuple(one.ask for one in concerns),
        repeated=repeated(subject, asks),
        promises=promises(subject, asks),
        questions=agreed or suggest(asks, subject.words, dataset.reference_date),
        questions_agreed=bool(agreed),
        sources=subject.citer.sources(),
        internal=internal_part(subject) if audience == "internal" else None,
    )


def _picture(subject: Subject) -> RankingPicture | None:
    item = subject.themes.item(subject.theme)
    if item is None or item.rank is None:
        return None
    return ranking_picture(
        subject.dataset,
        subject.themes,
        subject.words.language,
        bands=subject.bands,
        shortlist=(),
        highlight=subject.theme,
        most=DRAWN,
    )


def _secretariat(subject: Subject) -> str:
    secretariat = subject.dataset.settings.secretariat
    return secretariat.name.within(subject.words.language) if secretariat else ""


def _as_of(subject: Subject) -> str:
    asked, newest = subject.dataset.as_of, subject.dataset.newest_date
    if asked:
        date = subject.words.date(PartialDate(asked.year, asked.month, asked.day))
        return subject.words.say("as_of", date=date)
    return subject.words.say("as_of_data", date=subject.words.date(newest)) if newest else ""


def _agreed_questions(subject: Subject) -> tuple[str, ...]:
    questions = subject.meeting.questions if subject.meeting else ()
    return tuple(question.within(subject.words.language) for question in questions)
