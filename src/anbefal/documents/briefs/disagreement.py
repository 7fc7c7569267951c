"""Where those who assessed a theme disagree, and what minorities among them hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from anbefal.analysis.values import Value, assessments_in, theme_values
from anbefal.documents.briefs.subject import Subject
from anbefal.documents.content.blocks import Bullets, Line, Section
from anbefal.documents.content.lines import foreign_line, line
from anbefal.documents.content.sentences import sentence


def disagreement(subject: Subject, inside: Iterable[str]) -> Section | None:
    """Return the values on the theme that differ, the furthest first, and all dissent.

    Args:
        subject: What the document is about.
        inside: Ids of the recommendations whose dissent is told as well.
    """
    lines = (*_spreads(subject), *_dissents(subject, frozenset(inside)))
    if not lines:
        return None
    return Section("disagreement", subject.words.label["disagreement"], (Bullets(lines),))


def _spreads(subject: Subject) -> list[Line]:
    words = subject.words
    assessments = assessments_in(subject.dataset, subject.ranking.round)
    values = theme_values(subject.dataset, assessments)[subject.theme]
    apart = []
    for criterion in subject.criteria.criteria:
        numbers = [value.number for value in values.get(criterion.id, ())]
        if numbers and max(numbers) > min(numbers):
            apart.append((min(numbers) - max(numbers), criterion))
    return [
        line(
            words.say(
                "spread",
                name=criterion.name.within(words.language),
                given=", ".join(_given(subject, values[criterion.id])),
            )
        )
        for _, criterion in sorted(apart, key=lambda one: (one[0], one[1].id))
    ]


def _given(subject: Subject, values: Iterable[Value]) -> list[str]:
    return [f"{subject.name(one.assessor)} {subject.words.plain(one.number)}" for one in values]


def _dissents(subject: Subject, inside: frozenset[str]) -> Iterator[Line]:
    words, dataset = subject.words, subject.dataset
    for assessment in assessments_in(dataset, subject.ranking.round):
        for entry in assessment.scores:
            if entry.dissent and (entry.theme == subject.theme or entry.recommendation in inside):
                said = foreign_line(entry.dissent, dataset.settings.language, words)
                who = subject.name(assessment.assessor)
                yield sentence(words, "dissent", who=who, said=said)
