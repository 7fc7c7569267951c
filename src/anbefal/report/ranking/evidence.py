"""What the data says beside the values of those at the top."""

from __future__ import annotations

from collections.abc import Iterable

from anbefal.analysis.acceptability import Band, band
from anbefal.analysis.hints import Deadline, hints_for
from anbefal.analysis.prioritisation import RankedItem
from anbefal.report.hints import hint_sentence
from anbefal.report.ranking.telling import Telling
from anbefal.report.sections import Line
from anbefal.wording import wording

_NEAR: tuple[Band, ...] = ("safe", "likely", "open")
"""How sure a place on the shortlist must be for an item to be near the top."""


def what_the_data_says(telling: Telling) -> list[Line]:
    """Return the hints on what is on the shortlist, or may well be."""
    lines = []
    for item in telling.found.ranking.items:
        if not _is_near_the_top(telling, item):
            continue
        told = [Line(one, inner=True) for one in _hints(telling, item)]
        if not told and telling.found.ranking.level == "theme":
            told = [Line(telling.words.say("no_records"), inner=True)]
        lines += [Line(telling.item(item.id)), *told] if told else []
    return lines


def _is_near_the_top(telling: Telling, item: RankedItem) -> bool:
    share = telling.share(item.id)
    is_open = share is not None and band(share) in _NEAR
    return is_open or item in telling.found.shortlist.items


def _hints(telling: Telling, item: RankedItem) -> Iterable[str]:
    ranking, words = telling.found.ranking, telling.words
    found = hints_for(telling.dataset, ranking.criteria, ranking.level, item.id)
    told_in = wording(words.language, "hints")
    for criterion, hints in found.items():
        if all(isinstance(hint, Deadline) and not hint.picked for hint in hints):
            continue  # that no committee waits is no news for a meeting
        told = " ".join(hint_sentence(telling.dataset, hint, told_in) for hint in hints)
        name, mean = telling.criterion(criterion), item.means[criterion]
        if mean is None:
            yield words.say("hint_line_unknown", criterion=name, told=told)
        else:
            shown = words.number(mean, 1)
            yield words.say("hint_line", criterion=name, mean=shown, told=told)
