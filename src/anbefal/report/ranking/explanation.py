"""One item's score taken apart, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from anbefal.analysis.explanation import Contribution, Explanation
from anbefal.analysis.participation import Dissent
from anbefal.analysis.prioritisation import RankedItem
from anbefal.report.hints import hint_data, hint_sentence
from anbefal.report.output import Result
from anbefal.report.ranking.result import item_data, origin_cells, value_data
from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Line, Section
from anbefal.report.tables import Column, Table
from anbefal.wording import Wording, wording

if TYPE_CHECKING:
    from rich.console import Console


def explanation_result(telling: Telling, explanation: Explanation) -> Result:
    """Return one item's score taken apart, in every form."""
    return _Teller(telling, explanation).result()


@dataclass(frozen=True)
class _Teller:
    telling: Telling
    explanation: Explanation

    @property
    def _item(self) -> RankedItem:
        return self.explanation.item

    @property
    def _words(self) -> Wording:
        return wording(self.telling.words.language, "explanation")

    def result(self) -> Result:
        return Result(
            data=self._data(),
            table=self._table(),
            title=self._placed(),
            notes=self.telling.notes(),
            sections=(*self._parts(), Section(self._placed(), tuple(self._conclusion()))),
            show=self._show,
        )

    def _show(self, out: Console) -> None:
        from rich.text import Text

        scale = self.telling.found.ranking.criteria.scale
        low, high = (self._words.plain(end) for end in (scale.min, scale.max))
        out.print(Text(self._item.name))
        out.print(Text(self._words.say("scale", low=low, high=high)))

    def _placed(self) -> str:
        item, words = self._item, self._words
        if item.score is None:
            return words.say("placed_not", id=item.id)
        ranked = len(self.telling.found.ranking.ranked)
        score = words.number(item.score, 1)
        return words.say("placed", id=item.id, rank=item.rank, ranked=ranked, score=score)

    def _parts(self) -> Iterable[Section]:
        for part in self.explanation.contributions:
            lines = [Line(one) for one in self._values(part)]
            if part.mean is None:
                lines.append(Line(self._words.label["nobody"]))
            elif len(part.values) > 1:
                mean = self._words.number(part.mean, 2)
                lines.append(Line(self._words.say("mean", value=mean)))
            lines += [Line(f"{self._words.label['hint']}: {told}") for told in self._hints(part)]
            yield Section(self._heading(part), tuple(lines))

    def _values(self, part: Contribution) -> list[str]:
        return [self.telling.value(value, self._item.id) for value in part.values]

    def _heading(self, part: Contribution) -> str:
        words, weight = self._words, self._words.number(100 * part.share, 1)
        if part.points is None or part.most is None:
            return words.say("part_unknown", name=part.name, weight=weight)
        points, most = (words.number(number, 1) for number in (part.points, part.most))
        return words.say("part", name=part.name, weight=weight, points=points, most=most)

    def _hints(self, part: Contribution) -> list[str]:
        words = wording(self.telling.words.language, "hints")
        return [hint_sentence(self.telling.dataset, hint, words) for hint in part.hints]

    def _conclusion(self) -> Iterable[Line]:
        item, words = self._item, self._words
        if item.score is not None and item.low is not None and item.high is not None:
            yield Line(words.say("sum", score=words.number(item.score, 1)))
            if item.coverage < 1:
                low, high = (words.number(end, 1) for end in (item.low, item.high))
                yield Line(words.say("span", low=low, high=high))
            yield from self._sure()
            yield from self._lift()
        for one in self._dissents():
            who = self.telling.actor(one.assessor)
            yield Line(words.say("dissent", who=who, words=one.words))

    def _dissents(self) -> list[Dissent]:
        return [one for one in self.telling.found.dissents if one.item == self._item.id]

    def _sure(self) -> Iterable[Line]:
        sure, share = self.telling.found.acceptability, self.telling.share(self._item.id)
        if sure is None or share is None:
            return
        ranks = sure.items[self._item.id]
        yield Line(
            self._words.counted(
                "sure",
                self.telling.found.shortlist.places,
                draws=self._words.number(sure.draws),
                percent=self.telling.words.percent(share),
                best=ranks.best,
                worst=ranks.worst,
            )
        )

    def _lift(self) -> Iterable[Line]:
        above, words = self.explanation.above, self._words
        if above is None or above.score is None:
            yield Line(words.say("top"))
            return
        lifts = [part for part in self.explanation.contributions if part.needed is not None]
        score = words.number(above.score, 1)
        key = "above" if lifts else "above_out_of_reach"
        yield Line(words.say(key, name=above.name, score=score))
        for part in lifts:
            yield Line(self._needed(part), inner=True)

    def _needed(self, part: Contribution) -> str:
        words, value = self._words, self._words.number(part.needed or 0.0, 2)
        if part.mean is None:
            return words.say("needed_unknown", value=value, criterion=part.name)
        now = words.number(part.mean, 2)
        return words.say("needed", value=value, criterion=part.name, now=now)

    def _data(self) -> dict[str, Any]:
        found, above = self.telling.found, self.explanation.above
        return {
            "level": found.ranking.level,
            "round": found.ranking.round,
            "example": found.ranking.example,
            "item": item_data(self._item, found.acceptability),
            "above": above.id if above else None,
            "contributions": [_contribution(part) for part in self.explanation.contributions],
            "dissent": [{"assessor": one.assessor, "words": one.words} for one in self._dissents()],
            "notes": list(self.telling.notes()),
        }

    def _table(self) -> Table:
        names = ("criterion", "weight", "mean", "points", "values", "from_the_data")
        columns = [
            Column(name, right=name in {"weight", "mean", "points"}, wrap=name == "values")
            for name in names
        ]
        columns += [Column("round"), Column("example"), Column("criteria_adopted")]
        rows = tuple(
            (
                part.name,
                f"{100 * part.share:.1f} %",
                _number(part.mean),
                _number(part.points),
                "; ".join(self._values(part)),
                " ".join(self._hints(part)),
                *origin_cells(self.telling.found.ranking),
            )
            for part in self.explanation.contributions
        )
        return Table(tuple(columns), rows)


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.1f}"


def _contribution(part: Contribution) -> dict[str, Any]:
    return {
        "criterion": part.criterion,
        "weight_share": part.share,
        "mean": part.mean,
        "most_points": part.most,
        "points": part.points,
        "mean_needed_to_reach_item_above": part.needed,
        "values": [value_data(value) for value in part.values],
        "from_the_data": [hint_data(hint) for hint in part.hints],
    }
