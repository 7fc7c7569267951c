"""A memo on a plan: its head, why it is written, each point, and where it is known from."""

from __future__ import annotations

from anbefal.documents.content.blocks import (
    Bullets,
    Document,
    Line,
    Paragraph,
    Run,
    Section,
)
from anbefal.documents.content.lines import foreign_line, line, strong
from anbefal.documents.content.sentences import sentence
from anbefal.documents.memos.basis import Basis, basis_of
from anbefal.documents.memos.head import head_of, senders
from anbefal.documents.memos.points import points_of, remarks_of
from anbefal.documents.memos.summary import summary_of
from anbefal.documents.origin import sources_of
from anbefal.documents.said import text_paragraphs
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset


def build_memo(
    dataset: Dataset, plan: str, *, report: str | None = None, language: Language = "nb"
) -> Document:
    """Return the memo on a plan.

    It is made from the public part of the dataset alone. Without a report it has the head of the
    newest, and tells all that is recorded; with one, what was recorded by the day of that report.
    Deadlines are measured from the day that it speaks of, which is its date where none is named.

    Args:
        dataset: The repository; where it has a day of its own, the memo speaks of that day.
        plan: Id of the plan.
        report: Id of a report of the plan.
        language: A language that ``anbefal/wording/`` has.

    Raises:
        Misuse: The plan or the report was not there yet on that day.
    """
    basis = basis_of(dataset.without_internal(), plan, report, language)
    subject = basis.report.subject if basis.report else None
    title_language, title = (subject or basis.plan.title).choose(basis.words.language)
    found = (
        _occasion(basis),
        summary_of(basis),
        remarks_of(basis),
        points_of(basis),
        _enclosures(basis),
        _sources(basis),
    )
    return Document(
        kind="memo",
        language=basis.words.language,
        title=title,
        title_language=None if title_language == basis.words.language else title_language,
        subtitle=basis.words.label["memo"],
        marking="",
        author=basis.words.listed(senders(basis)),
        day=basis.date.first if basis.date else None,
        head=head_of(basis),
        sections=tuple(section for section in found if section),
    )


def _occasion(basis: Basis) -> Section:
    lines: list[Line] = []
    if basis.report and basis.report.occasion:
        lines += text_paragraphs(basis.report.occasion, basis.words)
    if basis.plan.mandate:
        first, *rest = text_paragraphs(basis.plan.mandate, basis.words)
        lines += [line(strong(f"{basis.words.label['mandate']}:"), " ", first), *rest]
    lines.append(_plan(basis))
    return Section("occasion", basis.words.label["occasion"], tuple(map(Paragraph, lines)))


def _plan(basis: Basis) -> Line:
    """Return which plan it is about, whose it is and how old."""
    plan, words = basis.plan, basis.words
    language, title = plan.title.choose(words.language)
    name = Run(title, language=None if language == words.language else language)
    told = sentence(words, "plan", plan=(name,))
    owner = basis.dataset.full_name_of_actor(plan.owner, words.language) if plan.owner else ""
    date = words.date(plan.decided) if plan.decided else ""
    if owner and date:
        return line(told, " ", words.say("owned_and_decided", owner=owner, date=date))
    if owner:
        return line(told, " ", words.say("owned", owner=owner))
    return line(told, " ", words.say("decided", date=date)) if date else told


def _enclosures(basis: Basis) -> Section | None:
    enclosed = basis.report.enclosures if basis.report else ()
    if not enclosed:
        return None
    language, words = basis.dataset.settings.language, basis.words
    lines = tuple(foreign_line(one, language, words) for one in enclosed)
    return Section("enclosures", words.label["enclosures"], (Bullets(lines),))


def _sources(basis: Basis) -> Section | None:
    known = basis.dataset.recommendations
    cited = [known[one] for measure in basis.plan.measures for one in measure.addresses]
    language, origin = basis.words.language, basis.plan.provenance
    return sources_of(basis.dataset, language, basis.citer, cited, origin)
