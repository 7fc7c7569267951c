"""What a sheet offers beside what an assessment has: what is new, changes, stays or is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from anbefal.analysis.scoring import Given, What, entry_for
from anbefal.model.assessment import Assessment, ScoreEntry

Outcome = Literal["new", "changed", "removed", "unchanged", "kept", "open"]
"""What becomes of one place: new, changed and removed are changes of the assessment; kept is what
the assessment has and the sheet left empty; open is what neither has."""

Tally = Mapping[What, Mapping[Outcome, int]]

T = TypeVar("T", float, str)


@dataclass(frozen=True)
class Filling:
    """What is taken over from a sheet.

    Attributes:
        given: What the assessor gives.
        tally: How many places there are of each kind, by what becomes of them; every place of the
            sheet counts once.
    """

    given: tuple[Given, ...]
    tally: Tally

    @property
    def kept(self) -> int:
        """How many places are empty in the sheet and stay as the assessment has them."""
        return sum(counted.get("kept", 0) for counted in self.tally.values())


def fill(assessment: Assessment | None, offered: Iterable[Given], *, clear: bool) -> Filling:
    """Return what an assessor gives with a sheet.

    Args:
        assessment: What the assessor gave before.
        offered: What stands in the sheet; ``None``, and an empty dissent, are empty places in it.
        clear: Whether an empty place takes away what the assessment has.
    """
    tally: dict[What, Counter[Outcome]] = {
        "value": Counter(),
        "reason": Counter(),
        "dissent": Counter(),
    }
    given = []
    for one in offered:
        entry = entry_for(assessment, one.level, one.item) or ScoreEntry(theme="none")
        found = replace(
            one,
            values=dict(_taken(entry.values, one.values, tally["value"], clear=clear)),
            reasons=dict(_taken(entry.reasons, one.reasons, tally["reason"], clear=clear)),
            dissent=_dissent(entry.dissent, one.dissent, tally["dissent"], clear=clear),
        )
        given.append(found)
    return Filling(tuple(given), tally)


def _taken(
    known: Mapping[str, T | None],
    offered: Mapping[str, T | None],
    tally: Counter[Outcome],
    *,
    clear: bool,
) -> Iterator[tuple[str, T | None]]:
    for criterion, new in offered.items():
        old = known.get(criterion)
        outcome = _outcome(old, new, clear=clear)
        tally[outcome] += 1
        if outcome in {"new", "changed", "removed"}:
            yield criterion, new


def _dissent(
    old: str | None, new: str | None, tally: Counter[Outcome], *, clear: bool
) -> str | None:
    if new is None:  # the sheet has no place for it
        return None
    outcome = _outcome(old, new or None, clear=clear)
    tally[outcome] += 1
    return new if outcome in {"new", "changed", "removed"} else None


def _outcome(old: float | str | None, new: float | str | None, *, clear: bool) -> Outcome:
    if new is None:
        return "open" if old is None else "removed" if clear else "kept"
    if old is None:
        return "new"
    return "unchanged" if _bare(old) == _bare(new) else "changed"


def _bare(content: float | str) -> float | str:
    """Return what a cell keeps: a text without the spaces around it, 15 digits of a number."""
    return content.strip() if isinstance(content, str) else float(f"{content:.15g}")
