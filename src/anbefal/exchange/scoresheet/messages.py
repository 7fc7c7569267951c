"""What stands above a column of a score sheet, and beside a cell that one is in."""

from __future__ import annotations

from anbefal.exchange.scoresheet.layout import Column, scale_words
from anbefal.model.vocabulary import CriteriaSet, Criterion
from anbefal.wording import Wording

LONGEST_MESSAGE = 255
"""Characters that Excel shows beside a cell."""
LONGEST_HELP = 2_000
LONGEST_NAME = 16_000
"""Characters of a name or of hints in a cell, which Excel bears whatever characters they are."""


def help_on(column: Column, criteria: CriteriaSet, words: Wording) -> str:
    """Return what belongs in a column; of values, the question that a value answers."""
    help_of = {
        "kind": words.say("help_kind"),
        "id": words.say("help_id"),
        "name": words.say("help_name"),
        "hints": words.say("help_hints"),
        "reason": words.say("help_reason"),
        "dissent": words.say("help_dissent"),
        "check": words.say("help_check"),
    }
    if column.kind in help_of:
        return help_of[column.kind]
    criterion = _criterion(criteria, column.criterion)
    if criterion.question:
        return shortened(criterion.question.within(words.language), LONGEST_HELP)
    return words.say("help_value", scale=scale_words(criteria.scale, words))


def message_on(criteria: CriteriaSet, name: str, words: Wording) -> str:
    """Return the levels of a criterion as briefly as Excel's message must be.

    Every level is named; where there is no room for all its words, it points to the third sheet.
    """
    criterion = _criterion(criteria, name)
    empty = words.say("message_empty")
    more = words.say("message_more", sheet=words.label["sheet_criteria"])
    levels = [
        (level, " ".join(text.within(words.language).split()))
        for level, text in sorted(criterion.levels.items())
    ]
    whole = "\n".join([*(f"{level}: {said}" for level, said in levels), empty])
    if len(whole) <= LONGEST_MESSAGE:
        return whole
    rest = LONGEST_MESSAGE - len(f"{empty} {more}") - sum(len(f"{n}: \n") for n, _ in levels)
    room = max(rest // len(levels), 0)
    brief = [f"{level}: {shortened(said, room)}" for level, said in levels]
    return "\n".join([*brief, f"{empty} {more}"])[-LONGEST_MESSAGE:]


def shortened(text: str, longest: int) -> str:
    """Return a text that is no longer than that, cut between words where it has to be."""
    if len(text) <= longest:
        return text
    cut = text[: max(longest - 2, 0)]
    at = max(cut.rfind(" "), cut.rfind("\n"))
    return f"{cut[:at] if at > longest // 2 else cut} …"[:longest]


def _criterion(criteria: CriteriaSet, name: str | None) -> Criterion:
    return next(one for one in criteria.criteria if one.id == name)
