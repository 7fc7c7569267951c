"""What the data says beside a criterion, in words."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from anbefal.analysis.hints import Deadline, Hint, Progress, Repetition
from anbefal.model.dataset import Dataset
from anbefal.model.dates import PartialDate
from anbefal.report.asked_by import asked_by_data
from anbefal.wording import Wording
from anbefal.wording.asked_by import bodies_and_years


def hint_data(hint: Hint) -> dict[str, Any]:
    """Return a hint as it stands in JSON."""
    found = {field.name: getattr(hint, field.name) for field in fields(hint)}
    if isinstance(hint, Repetition):
        found["asked_by"] = asked_by_data(hint.asked_by)
        found |= {"bodies": hint.bodies, "cycles": hint.cycles}
    plain = {key: str(v) if isinstance(v, PartialDate) else v for key, v in found.items()}
    return {"hint": hint.kind, **plain}


def hint_sentence(dataset: Dataset, hint: Hint, words: Wording) -> str:
    """Return a hint as a sentence or two.

    Args:
        dataset: The repository, for the names of bodies.
        hint: What the data says.
        words: The words for hints, in the reader's language.
    """
    if isinstance(hint, Repetition):
        return _repetition(dataset, hint, words)
    if isinstance(hint, Deadline):
        return _deadline(hint, words)
    return _progress(hint, words)


def _repetition(dataset: Dataset, hint: Repetition, words: Wording) -> str:
    asks = words.counted("asks", hint.asks)
    named = bodies_and_years(dataset, hint.asked_by, words.language)
    if hint.asks == 1 and named:
        return words.say("repetition_single", bodies=named)
    if not hint.by_several and not hint.again:
        return words.say("repetition_none", asks=asks)
    return words.say(
        "repetition",
        asks=asks,
        by_several=hint.by_several,
        again=hint.again,
        example=hint.example,
        bodies=named,
    )


def _deadline(hint: Deadline, words: Wording) -> str:
    if not hint.picked:
        return words.say("deadline_none")
    sentences = [words.counted("deadline_picked", hint.picked)]
    if hint.last_passed:
        date = words.date(hint.last_passed)
        sentences.append(words.counted("deadline_passed", hint.passed, date=date))
    if hint.next:
        key = "deadline_next_near" if hint.near else "deadline_next"
        sentences.append(words.say(key, date=words.date(hint.next)))
    if hint.undated:
        sentences.append(words.counted("deadline_undated", hint.undated))
    return " ".join(sentences)


def _progress(hint: Progress, words: Wording) -> str:
    return words.say("progress", reported=hint.reported, total=hint.total, assessed=hint.assessed)
