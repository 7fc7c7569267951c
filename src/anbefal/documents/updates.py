"""One entry of a log, as a document tells it."""

from __future__ import annotations

from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Update
from anbefal.wording import Wording


def told(dataset: Dataset, words: Wording, update: Update) -> str:
    """Return who said what, and when."""
    return words.say(
        "update",
        by=dataset.name_of_actor(update.by, words.language),
        date=words.date(update.date),
        value=words.status[update.value],
    )
