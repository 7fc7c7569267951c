"""What the group should talk about: how far assessors agree, where not, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anbefal.analysis.agreement import FEWEST_ASSESSORS, FEWEST_ITEMS, Agreement, Spread
from anbefal.analysis.participation import LeftOpen
from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Line

MOST_SPREADS = 3
"""How many differences of a kind a meeting can talk about."""
_AGREED = (
    (0.9, "agreed_almost"),
    (0.7, "agreed_strong"),
    (0.5, "agreed_some"),
    (0.3, "agreed_weak"),
)
"""From which W on words hold, after Schmidt 1997, Managing Delphi Surveys Using Nonparametric
Statistical Techniques, Decision Sciences 28(3)."""


def how_far_they_agree(telling: Telling) -> list[Line]:
    """Return Kendall's W in words, or why there is none."""
    measured, words = telling.found.agreement, telling.words
    if measured.kendall_w is None:
        return [Line(words.say(_why_not(measured)))]
    w = measured.kendall_w
    agreed = next((key for least, key in _AGREED if w >= least), "agreed_none")
    told = words.say(
        f"agreement_{telling.found.ranking.level}",
        assessors=measured.assessors,
        agreed=words.label[agreed],
        items=measured.items,
        w=words.number(w, 2),
    )
    return [Line(told)]


def _why_not(measured: Agreement) -> str:
    if measured.assessors == 0:
        return "agreement_nobody"
    if measured.assessors < FEWEST_ASSESSORS:
        return "agreement_few_assessors"
    return "agreement_few_items" if measured.items < FEWEST_ITEMS else "agreement_same"


def where_they_differ(telling: Telling) -> list[Line]:
    """Return the values that differ most, with reasons, and on what they differ most."""
    apart, words = telling.found.disagreements, telling.words
    if telling.found.agreement.assessors < FEWEST_ASSESSORS:  # one has nobody to differ from
        return []
    if not apart.values:
        return [Line(words.say("apart_nowhere"))]
    unsettled = _of_unsettled(telling)
    furthest = _one_an_item(one for one in apart.values if one not in unsettled)
    lines = _under(telling, "apart_unsettled", unsettled)
    lines += _under(telling, "apart_furthest", furthest)
    criteria = words.listed([telling.criterion(one) for one, _ in apart.criteria[:MOST_SPREADS]])
    items = telling.listed([telling.item(one) for one, _ in apart.items[:MOST_SPREADS]])
    lines.append(Line(words.say("apart_criteria", names=criteria)))
    lines.append(Line(words.say(f"apart_items_{telling.found.ranking.level}", names=items)))
    return lines


def _under(telling: Telling, key: str, spreads: Sequence[Spread]) -> list[Line]:
    """Return differences under a line that says why they are told."""
    told = [line for one in spreads for line in _spread(telling, one)]
    return [Line(telling.words.say(key)), *told] if told else []


def _of_unsettled(telling: Telling) -> list[Spread]:
    """Return the differences that the last places may hang on."""
    open_items = {
        item.id
        for item in telling.found.ranking.items
        if telling.standing(item) in {"likely", "open", "unlikely", "thin"}
    }
    values = telling.found.disagreements.values
    return _one_an_item(one for one in values if one.item in open_items)


def _one_an_item(spreads: Iterable[Spread]) -> list[Spread]:
    """Return the first spreads, at most one an item, so that no item takes all the time."""
    first: dict[str, Spread] = {}
    for one in spreads:
        first.setdefault(one.item, one)
    return [*first.values()][:MOST_SPREADS]


def _spread(telling: Telling, spread: Spread) -> Iterable[Line]:
    numbers = [value.number for value in spread.values]
    yield Line(
        telling.words.say(
            "apart",
            item=telling.item(spread.item),
            criterion=telling.criterion(spread.criterion),
            low=telling.words.plain(min(numbers)),
            high=telling.words.plain(max(numbers)),
        )
    )
    for value in sorted(spread.values, key=lambda v: (v.number, v.assessor)):
        yield Line(telling.value(value, spread.item), inner=True)


def minority_views(telling: Telling) -> list[Line]:
    """Return every recorded dissent, as it is."""
    return [
        Line(
            telling.words.say(
                "dissent_line",
                item=telling.item(one.item),
                who=telling.actor(one.assessor),
                words=one.words,
            )
        )
        for one in telling.found.dissents
    ]


def what_is_open(telling: Telling) -> list[Line]:
    """Return what each assessor gave no value."""
    return [Line(_open(telling, one)) for one in telling.found.left_open]


def _open(telling: Telling, one: LeftOpen) -> str:
    words, rest = telling.words, []
    if one.criteria:
        most_first = sorted(one.criteria, key=lambda pair: -pair[1])
        counted = [words.say("open_count", name=telling.criterion(c), n=n) for c, n in most_first]
        rest.append(words.say("open_criteria", names=telling.some(counted)))
    if one.items:
        names = telling.some([telling.item(item) for item in one.items])
        rest.append(words.say("open_items", names=names))
    return words.say(
        "open_line",
        who=telling.actor(one.assessor),
        given=one.given,
        possible=one.possible,
        rest=" ".join(rest) or words.say("open_none"),
    )
