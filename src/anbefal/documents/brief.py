"""The content of a brief: the handout on one theme for a meeting with the ministries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anbefal.analysis.followup import value_on
from anbefal.analysis.prioritisation import RankedItem, Ranking, rank_recommendations, rank_themes
from anbefal.documents.asks import Ask, AskBuilder
from anbefal.documents.citations import Citer, SourceLine
from anbefal.documents.internal import InternalPart, internal_part
from anbefal.documents.questions import suggest
from anbefal.documents.wording import Wording, wording
from anbefal.model.base import Language, Text
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.model.meeting import Measure, Meeting
from anbefal.model.recommendation import Recommendation
from anbefal.model.vocabulary import CriteriaSet

Audience = Literal["public", "internal"]


@dataclass(frozen=True)
class Brief:
    """Everything a brief says, in one language; renderers add only layout.

    Attributes:
        language: The language of the document.
        audience: Who may have it.
        title: The theme's name.
        description: What the theme covers, or an empty text.
        secretariat: Who hands it out, or an empty text.
        as_of: The day that it speaks of, in words.
        caveats: What the reader must know first.
        about: The theme in a few sentences.
        held: Whether the meeting has been held; then the ministries were there.
        ministries: Who is invited; the first leads.
        participants: Who else takes part, with role.
        order: How the asks are ordered.
        legend: What the marks mean that the document uses.
        asks: Recommendations, the same ask once.
        concerns: Concerns and requests for follow-up, which are no asks.
        repeated: Which asks several bodies make, or one body makes again.
        measures: What was promised at meetings on the theme.
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
    held: bool
    ministries: tuple[str, ...]
    participants: tuple[str, ...]
    order: str
    legend: tuple[str, ...]
    asks: tuple[Ask, ...]
    concerns: tuple[Ask, ...]
    repeated: tuple[str, ...]
    measures: tuple[str, ...]
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
        meeting: Id of the meeting; without it the latest on the theme that is not cancelled.
        audience: A public brief never holds internal notes, reasons or dissent.
        language: One of :data:`anbefal.documents.wording.LANGUAGES`.
    """
    if audience == "public":
        dataset = dataset.without_internal()
    return _Builder(dataset, criteria, theme, meeting, wording(language)).build(audience)


class _Builder:
    def __init__(
        self,
        dataset: Dataset,
        criteria: CriteriaSet,
        theme: str,
        meeting: str | None,
        words: Wording,
    ) -> None:
        self.dataset = dataset
        self.criteria = criteria
        self.theme = theme
        self.words = words
        self.meeting = dataset.meetings[meeting] if meeting else _latest_meeting(dataset, theme)
        self.citer = Citer(dataset, words)
        self.themes = rank_themes(dataset, criteria, words.language)
        self.ranking = rank_recommendations(dataset, criteria, words.language, theme=theme)

    def build(self, audience: Audience) -> Brief:
        records = self.dataset.recommendations_by_theme.get(self.theme, ())
        builder = AskBuilder(self.dataset, self.citer, self.words, self.dataset.reference_date)
        known = self.dataset.recommendations
        asks = builder.build(known[item.id] for item in self.ranking.items)
        concerns = builder.build(r for r in records if r.kind != "recommendation")
        agreed = tuple(q.within(self.words.language) for q in self._meeting_questions())
        theme = self.dataset.themes[self.theme]
        return Brief(
            language=self.words.language,
            audience=audience,
            title=theme.name.within(self.words.language),
            description=theme.description.within(self.words.language) if theme.description else "",
            secretariat=self._secretariat(),
            as_of=self._as_of(),
            caveats=self._caveats(asks, concerns),
            about=tuple(self._about(asks)),
            held=self.meeting is not None and self.meeting.state == "held",
            ministries=self._ministries(),
            participants=self._participants(),
            order=self._order(asks),
            legend=self._legend(asks, concerns),
            asks=asks,
            concerns=concerns,
            repeated=self._repeated(asks),
            measures=self._measures(),
            questions=agreed or suggest(asks, self.words),
            questions_agreed=bool(agreed),
            sources=self.citer.sources(),
            internal=self._internal() if audience == "internal" else None,
        )

    def _secretariat(self) -> str:
        secretariat = self.dataset.settings.secretariat
        return secretariat.name.within(self.words.language) if secretariat else ""

    def _as_of(self) -> str:
        day = self.dataset.reference_date
        if day is None:
            return ""
        date = self.words.date(PartialDate(day.year, day.month, day.day))
        return date if self.dataset.as_of else self.words.say("date_from_data", date=date)

    def _caveats(self, asks: tuple[Ask, ...], concerns: tuple[Ask, ...]) -> tuple[str, ...]:
        say = self.words.say
        records = [record for ask in (*asks, *concerns) for record in ask.records]
        unverified = sum(not record.provenance.verified for record in records)
        caveats = []
        if self.ranking.example:
            caveats.append(say("caveat_example"))
        if self.criteria.adopted is None and self.ranking.round:
            caveats.append(say("caveat_proposal"))
        if unverified:
            key = "caveat_unverified_all" if unverified == len(records) else "caveat_unverified"
            caveats.append(say(key, n=unverified, total=len(records)))
        return tuple(caveats)

    def _about(self, asks: tuple[Ask, ...]) -> list[str]:
        sentences = [self._overview(asks) if asks else self.words.say("no_asks")]
        subthemes = [t.id for t in self.dataset.themes.values() if t.parent == self.theme]
        if subthemes:
            names = [self.dataset.name_of_theme(one, self.words.language) for one in subthemes]
            sentences.append(self.words.say("subthemes", names=self.words.listed(names)))
        sentences.append(self._rank_sentence())
        if self.meeting:
            sentences.append(self._meeting_sentence(self.meeting))
        return sentences

    def _overview(self, asks: tuple[Ask, ...]) -> str:
        say, counted = self.words.say, self.words.counted
        records = [self.dataset.recommendations[item.id] for item in self.ranking.items]
        bodies = sorted({self.citer.body(record) for record in records})
        years = sorted({r.source.date.year for r in records if r.source.date})
        overview = say(
            "overview" if years else "overview_undated",
            recommendations=counted("recommendation", len(records)),
            bodies=counted("body", len(bodies)),
            names=self.words.listed(bodies),
            years=self._years(years),
        )
        if len(asks) < len(records):
            overview += " " + say("overview_asks", asks=counted("ask", len(asks)))
        reported = sum(value_on(record, "reported") is not None for record in records)
        assessed = sum(_is_assessed(record) for record in records)
        said = self._share("reported", reported, len(records))
        judged = self._share("assessed", assessed, len(records))
        return f"{overview} {said} {judged}"

    def _share(self, key: str, part: int, total: int) -> str:
        form = "none" if part == 0 else "all" if part == total else "some"
        return self.words.say(f"{key}_{form}", n=part, total=total)

    def _years(self, years: list[int]) -> str:
        if not years:
            return ""
        key = "years_one" if len(years) == 1 else "years_other"
        return self.words.say(key, first=years[0], last=years[-1])

    def _rank_sentence(self) -> str:
        item = self.themes.item(self.theme)
        if item is None or item.score is None:
            return self.words.say("rank_none")
        ranked = sum(other.rank is not None for other in self.themes.items)
        sentence = self.words.say(
            "rank",
            rank=item.rank,
            ranked=ranked,
            score=f"{item.score:.0f}",
            assessors=self.words.counted("assessor", item.assessors),
            round=self.words.say("round", round=self.themes.round),
        )
        if item.coverage == 1:
            return sentence
        span = self.words.say("rank_open", low=f"{item.low:.0f}", high=f"{item.high:.0f}")
        return f"{sentence} {span}"

    def _meeting_sentence(self, meeting: Meeting) -> str:
        needed = meeting.requested_on if meeting.state == "requested" else meeting.date
        undated = meeting.state in {"requested", "confirmed", "held"} and needed is None
        sentence = self.words.meeting[f"{meeting.state}_undated" if undated else meeting.state]
        return sentence.format(date=self.words.when(needed) if needed else "")

    def _ministries(self) -> tuple[str, ...]:
        theme = self.dataset.themes[self.theme]
        ids = (self.meeting.ministries if self.meeting else ()) or theme.ministries
        return tuple(self._full_name(actor) for actor in ids)

    def _full_name(self, actor_id: str) -> str:
        actor = self.dataset.actors.get(actor_id)
        if actor is None:
            return actor_id
        name = actor.name.within(self.words.language)
        return f"{name} ({actor.abbreviation})" if actor.abbreviation else name

    def _participants(self) -> tuple[str, ...]:
        participants = self.meeting.participants if self.meeting else ()
        return tuple(
            f"{self._full_name(p.actor)}{f', {p.role}' if p.role else ''}" for p in participants
        )

    def _order(self, asks: tuple[Ask, ...]) -> str:
        if not asks:
            return ""
        if not any(item.rank for item in self.ranking.items):
            return self.words.say("order_unassessed")
        inherited = sum(_inherits(self.ranking, ask) for ask in asks)
        if not inherited:
            return self.words.say("order")
        return self.words.say(
            "order_inherited", inherited=self.words.counted("inherited", inherited)
        )

    def _legend(self, asks: tuple[Ask, ...], concerns: tuple[Ask, ...]) -> tuple[str, ...]:
        origins = [record.provenance for ask in (*asks, *concerns) for record in ask.records]
        used = {
            "legend_unverified": any(not origin.verified for origin in origins),
            "legend_inferred": any(origin.inferred for origin in origins),
        }
        return tuple(self.words.say(key) for key, is_used in used.items() if is_used)

    def _repeated(self, asks: tuple[Ask, ...]) -> tuple[str, ...]:
        lines = []
        for ask in asks:
            if len(ask.bodies) > 1:
                bodies = self.words.listed(list(ask.bodies))
                lines.append(self.words.say("repeated_bodies", number=ask.number, bodies=bodies))
            for earlier in ask.repeats:
                said = self.words.say(
                    "repeated_earlier",
                    number=ask.number,
                    body=earlier.body,
                    earlier=earlier.place,
                )
                lines.append(said)
        return tuple(lines)

    def _measures(self) -> tuple[str, ...]:
        meetings = [m for m in self.dataset.meetings.values() if m.theme == self.theme]
        return tuple(self._measure(one) for meeting in meetings for one in meeting.commitments)

    def _measure(self, measure: Measure) -> str:
        unknown = self.words.say("not_recorded")
        responsible = [self._full_name(actor) for actor in measure.responsible]
        updates = sorted(measure.updates, key=lambda u: u.date.last)
        said = [
            self.words.say(
                "update",
                by=self.dataset.name_of_actor(update.by, self.words.language),
                date=self.words.date(update.date),
                value=self.words.status[update.value],
            )
            for update in updates
        ]
        return self.words.say(
            "measure",
            text=measure.text.within(self.words.language),
            responsible=self.words.listed(responsible) or unknown,
            due=self.words.date(measure.due) if measure.due else unknown,
            status="; ".join(said) or unknown,
        )

    def _meeting_questions(self) -> tuple[Text, ...]:
        return self.meeting.questions if self.meeting else ()

    def _internal(self) -> InternalPart:
        return internal_part(self.dataset, self.criteria, self.theme, self.meeting, self.words)


def _latest_meeting(dataset: Dataset, theme: str) -> Meeting | None:
    meetings = [m for m in dataset.meetings.values() if m.theme == theme and m.state != "cancelled"]

    def when(meeting: Meeting) -> tuple[str, str]:
        return (str(meeting.date or meeting.requested_on or ""), meeting.id)

    return max(meetings, key=when, default=None)


def _is_assessed(record: Recommendation) -> bool:
    graded = record.follow_up is not None and bool(record.follow_up.grades)
    return graded or value_on(record, "assessed") is not None


def _inherits(ranking: Ranking, ask: Ask) -> bool:
    items = [item for record in ask.records if (item := ranking.item(record.id))]
    return not any(_has_own(item) for item in items)


def _has_own(item: RankedItem) -> bool:
    return any(value.origin == "own" for values in item.values.values() for value in values)
