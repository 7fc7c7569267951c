"""What a sheet offers beside what an assessment has: what is new, changes, stays or is open.

A sheet that still tells what stood in the assessment when it was exported is compared with that
first: what somebody wrote in it is what differs. So a sheet that comes back late takes back nothing
that was entered meanwhile, and where both have changed, somebody must say which counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from anbefal.analysis.scoring import Given, ScoreChange, What, entry_for
from anbefal.analysis.values import Level
from anbefal.model.assessment import Assessment, ScoreEntry

Outcome = Literal["new", "changed", "removed", "unchanged", "later", "kept", "conflict", "open"]
"""What becomes of one place: new, changed and removed are changes of the assessment; later is what
changed in it since the export while nobody touched the sheet's cell; kept is what it has and the
sheet left empty; conflict is what changed in both; open is what neither has."""

Tally = Mapping[What, Mapping[Outcome, int]]

Place = tuple[Level, str, What, str | None]
"""Kind and id of an item, what stands there, and the criterion."""

Content = float | str | None

_TAKEN = frozenset({"new", "changed", "removed"})


@dataclass(frozen=True)
class Conflict:
    """One place that changed both in the assessment and in the sheet since the export.

    Attributes:
        level: What the item is.
        item: Id of the theme or recommendation.
        what: What stands there.
        criterion: The criterion, ``None`` for a dissent.
        exported: What stood there at export, ``None`` for nothing.
        stored: What the assessment has now.
        offered: What the sheet has now.
    """

    level: Level
    item: str
    what: What
    criterion: str | None
    exported: Content
    stored: Content
    offered: Content


@dataclass(frozen=True)
class Filling:
    """What is taken over from a sheet.

    Attributes:
        given: What the assessor gives.
        tally: How many places there are of each kind, by what becomes of them; every place of the
            sheet counts once.
        conflicts: Places of which nothing is taken over, as it must be said which side counts.
    """

    given: tuple[Given, ...]
    tally: Tally
    conflicts: tuple[Conflict, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many places come to that."""
        return sum(counted.get(outcome, 0) for counted in self.tally.values())


def fill(
    assessment: Assessment | None,
    offered: Iterable[Given],
    exported: Mapping[Place, float | str] | None = None,
    *,
    clear: bool = False,
    overwrite: bool = False,
) -> Filling:
    """Return what an assessor gives with a sheet.

    Args:
        assessment: What the assessor gave before.
        offered: What stands in the sheet; ``None``, and an empty dissent, are empty places in it.
        exported: What stood in the assessment when the sheet was exported; ``None`` where the sheet
            does not tell any more, so that all that stands in it counts as written in it.
        clear: Whether an empty place takes away what the assessment has.
        overwrite: Whether the sheet counts where both have changed since the export.
    """
    filler = _Filler(exported, clear=clear, overwrite=overwrite)
    given = tuple(filler.taken(entry_for(assessment, one.level, one.item), one) for one in offered)
    return Filling(given, filler.tally, tuple(filler.conflicts))


def reasons_that_stay(
    assessment: Assessment | None, changes: Iterable[ScoreChange]
) -> Mapping[tuple[Level, str, str], str]:
    """Return the reasons that stand beside a value that changes, and do not change with it.

    Returns:
        Kind and id of an item and criterion to the reason.
    """
    listed = list(changes)
    changed = {(one.level, one.item, one.criterion) for one in listed if one.what == "reason"}
    found = {}
    for one in listed:
        place = one.level, one.item, one.criterion or ""
        entry = entry_for(assessment, one.level, one.item)
        reason = entry.reasons.get(place[2]) if entry else None
        if one.what == "value" and reason and place not in changed:
            found[place] = reason
    return found


@dataclass
class _Filler:
    exported: Mapping[Place, float | str] | None
    clear: bool
    overwrite: bool
    tally: dict[What, Counter[Outcome]] = field(
        default_factory=lambda: {"value": Counter(), "reason": Counter(), "dissent": Counter()}
    )
    conflicts: list[Conflict] = field(default_factory=list)

    def taken(self, entry: ScoreEntry | None, one: Given) -> Given:
        """Return what is taken over of one item."""
        known = entry or ScoreEntry(theme="none")

        def is_taken(what: What, criterion: str | None, old: Content, new: Content) -> bool:
            return self._is_taken((one.level, one.item, what, criterion), old, new)

        values = {
            c: new
            for c, new in one.values.items()
            if is_taken("value", c, known.values.get(c), new)
        }
        reasons = {
            c: new
            for c, new in one.reasons.items()
            if is_taken("reason", c, known.reasons.get(c), new)
        }
        dissent = one.dissent  # None where the sheet has no place for it
        if dissent is not None and not is_taken("dissent", None, known.dissent, dissent or None):
            dissent = None
        return replace(one, values=values, reasons=reasons, dissent=dissent)

    def _is_taken(self, place: Place, old: Content, new: Content) -> bool:
        outcome = self._outcome(place, old, new)
        self.tally[place[2]][outcome] += 1
        if outcome == "conflict":
            exported = (self.exported or {}).get(place)
            self.conflicts.append(Conflict(*place, exported, old, new))
        return outcome in _TAKEN

    def _outcome(self, place: Place, old: Content, new: Content) -> Outcome:
        if _same(old, new):
            return "open" if new is None else "unchanged"
        if self.exported is not None:
            before = self.exported.get(place)
            if _same(before, new):
                return "later"
            has_two_changes = not _same(before, old) and (new is not None or self.clear)
            if has_two_changes and not self.overwrite:
                return "conflict"
        if new is None:
            return "removed" if self.clear else "kept"
        return "new" if old is None else "changed"


def _same(one: Content, other: Content) -> bool:
    return _bare(one) == _bare(other)


def _bare(content: Content) -> Content:
    """Return what a cell keeps: a text without the spaces around it, 15 digits of a number."""
    if isinstance(content, str):
        return content.strip()
    return None if content is None else float(f"{content:.15g}")
