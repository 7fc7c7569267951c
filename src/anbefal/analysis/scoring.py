"""What an assessor gives items, as changes of their assessment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from anbefal.analysis.values import Level
from anbefal.model.assessment import Assessment, ScoreEntry
from anbefal.model.dataset import Dataset, Key
from anbefal.model.dates import PartialDate
from anbefal.model.edits import Create, Edit, SetValue

What = Literal["value", "reason", "dissent"]


@dataclass(frozen=True)
class Given:
    """What an assessor gives one item; what is not named here stays as it is.

    Attributes:
        level: What the item is.
        item: Id of the theme or recommendation.
        values: Criterion to value on the scale; ``None`` takes a value away.
        reasons: Criterion to reason; ``None`` takes a reason away.
        dissent: A minority view; an empty text takes it away, ``None`` says nothing of it.
    """

    level: Level
    item: str
    values: Mapping[str, float | None] = field(default_factory=dict)
    reasons: Mapping[str, str | None] = field(default_factory=dict)
    dissent: str | None = None


@dataclass(frozen=True)
class ScoreChange:
    """One thing that an assessment says and will say otherwise.

    Attributes:
        level: What the item is.
        item: Id of the theme or recommendation.
        what: What changes.
        criterion: The criterion, ``None`` for a dissent.
        old: What stands there now, ``None`` for nothing.
        new: What will stand there, ``None`` for nothing.
    """

    level: Level
    item: str
    what: What
    criterion: str | None
    old: float | str | None
    new: float | str | None


def find_assessment(dataset: Dataset, round_name: str, assessor: str) -> Assessment | None:
    """Return an assessor's assessment in a round, if there is one."""
    entry = dataset.by_key.get(_key(round_name, assessor))
    return entry.record if entry and isinstance(entry.record, Assessment) else None


def entry_for(assessment: Assessment | None, level: Level, item: str) -> ScoreEntry | None:
    """Return what an assessment says of an item: the first entry that is about it."""
    entries = assessment.scores if assessment else ()
    return next((entry for entry in entries if getattr(entry, level) == item), None)


def score_changes(assessment: Assessment | None, given: Iterable[Given]) -> tuple[ScoreChange, ...]:
    """Return what will be different, in the order in which it is given."""
    found: list[ScoreChange] = []
    for one in given:
        entry = entry_for(assessment, one.level, one.item)
        values, reasons = (entry.values, entry.reasons) if entry else ({}, {})
        where = one.level, one.item
        found += [
            ScoreChange(*where, "value", criterion, values.get(criterion), value)
            for criterion, value in one.values.items()
        ]
        found += [
            ScoreChange(*where, "reason", criterion, reasons.get(criterion), reason)
            for criterion, reason in one.reasons.items()
        ]
        if one.dissent is not None:
            dissent = entry.dissent if entry else None
            found.append(ScoreChange(*where, "dissent", None, dissent, one.dissent or None))
    return tuple(change for change in found if change.old != change.new)


def score_edits(
    dataset: Dataset,
    round_name: str,
    assessor: str,
    given: Iterable[Given],
    date: PartialDate | None = None,
) -> tuple[Edit, ...]:
    """Return the change of an assessor's assessment, which is made where there is none.

    Nothing changes, not even the date, where the assessment says it all already.

    Args:
        dataset: The repository.
        round_name: The round.
        assessor: Id of the assessor.
        given: What the assessor gives, an item at most once.
        date: When it was given; needed for a new assessment.

    Raises:
        ValueError: The assessment would be new, and no date is given.
    """
    known = find_assessment(dataset, round_name, assessor)
    listed = list(given)
    if not score_changes(known, listed):
        return ()
    target = _key(round_name, assessor)
    scores = _scores(known, listed)
    if known is None:
        if date is None:
            msg = "a new assessment needs a date"
            raise ValueError(msg)
        content = {"round": round_name, "assessor": assessor, "date": _plain_date(date)}
        return (Create(target, {**content, "scores": scores}),)
    edits: list[Edit] = [SetValue(target, ("scores",), scores)]
    if date is not None and date != known.date:
        edits.append(SetValue(target, ("date",), _plain_date(date)))
    return tuple(edits)


def _key(round_name: str, assessor: str) -> Key:
    return Key("assessment", f"{round_name}/{assessor}")


def _plain_date(date: PartialDate) -> str | int:
    return date.year if date.month is None else str(date)


def _scores(assessment: Assessment | None, given: list[Given]) -> list[dict[str, Any]]:
    """Return the entries as they will stand in the file, new ones last."""
    waiting = {(one.level, one.item): one for one in given}
    entries = []
    for entry in assessment.scores if assessment else ():
        level: Level = "theme" if entry.theme else "recommendation"
        plain = entry.model_dump(mode="json", exclude_unset=True)
        mine = waiting.pop((level, str(getattr(entry, level))), None)
        entries.append(_with(plain, mine or Given(level, "")))
    new = (_with({one.level: one.item}, one) for one in waiting.values())
    return [*entries, *(entry for entry in new if len(entry) > 1)]


def _with(plain: dict[str, Any], one: Given) -> dict[str, Any]:
    """Return an entry with what is given, its keys in the order of the model."""
    merged = dict(plain)
    merged["values"] = _merged(plain.get("values", {}), one.values)
    merged["reasons"] = _merged(plain.get("reasons", {}), one.reasons)
    if one.dissent is not None:
        merged["dissent"] = one.dissent
    filled = {key: value for key, value in merged.items() if value not in ({}, "", None)}
    order = (*ScoreEntry.model_fields, *filled)
    return {key: filled[key] for key in dict.fromkeys(order) if key in filled}


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping with new values; ``None`` takes away what is there, but for a null."""
    merged = {**old, **new}
    kept = {key for key in merged if merged[key] is not None or (key in old and old[key] is None)}
    return {key: _plain_number(value) for key, value in merged.items() if key in kept}


def _plain_number(value: Any) -> Any:
    """Return 3 for 3.0, as people write it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
