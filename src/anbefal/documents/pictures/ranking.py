"""What a picture of a ranking shows, in words and numbers; drawing adds only places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from anbefal.analysis.prioritisation import RankedItem, Ranking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.wording import Wording, wording

MOST = 40
"""Rows that a page of A4 holds legibly."""

READ_OUT = 5
"""Rows that the text alternative reads out; every row has its own text besides."""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One item of a ranking, as a row.

    Attributes:
        name: Its name, in full.
        rank: From 1; ties share the better rank.
        score: 0 to 100.
        low: The score with every unknown criterion at the bottom of the scale.
        high: The score with every unknown criterion at the top of the scale.
        rank_best: The rank that only 5 % of the draws are better than; ``None`` without draws.
        rank_worst: The rank that only 5 % of the draws are worse than; ``None`` without draws.
        shortlisted: Whether it is on the shortlist.
        highlighted: Whether the row is to stand out.
        after_gap: Whether rows are left out between this one and the row above.
        score_words: The score as it is written.
        told: The row as a sentence.
    """

    name: str
    rank: int
    score: float
    low: float
    high: float
    rank_best: int | None
    rank_worst: int | None
    shortlisted: bool
    highlighted: bool
    after_gap: bool
    score_words: str
    told: str


@dataclass(frozen=True, slots=True)
class RankingPicture:
    """Everything a picture of a ranking says, in one language.

    Attributes:
        language: The language of all words.
        title: What is ranked.
        subtitle: The round and how many assessed, or an empty text.
        caveats: What must not be parted from the picture: that it is an example or a proposal.
        score_axis: Title of the axis of scores.
        rank_axis: Title of the axis of ranks.
        ranked: How many items have a rank, which is the length of the axis of ranks.
        rows: The rows, best first.
        shortlist_end: The words where the shortlist ends.
        filled: What a filled dot means; empty without a shortlist, where all dots are filled.
        hollow: What a hollow dot means; empty likewise.
        notes: What the lines mean, and what is not in the picture.
        caption: Which row stands out, or an empty text.
        alternative: The picture in words, for those who do not see it.
    """

    language: Language
    title: str
    subtitle: str
    caveats: tuple[str, ...]
    score_axis: str
    rank_axis: str
    ranked: int
    rows: tuple[PictureRow, ...]
    shortlist_end: str
    filled: str
    hollow: str
    notes: tuple[str, ...]
    caption: str
    alternative: str

    @property
    def has_bands(self) -> bool:
        """Whether any row has a band of ranks."""
        return any(row.rank_best is not None for row in self.rows)


def ranking_picture(  # noqa: PLR0913 - a ranking, and all that may stand beside it
    dataset: Dataset,
    ranking: Ranking,
    language: Language,
    *,
    bands: Mapping[str, tuple[int, int]],
    shortlist: Collection[str],
    highlight: str | None = None,
    caveats: Sequence[str] = (),
    most: int = MOST,
) -> RankingPicture:
    """Return the content of a picture of a ranking.

    That assessments are made up or criteria not adopted is always said.

    Args:
        dataset: The repository, for names.
        ranking: Themes or recommendations, ranked.
        language: The language of all words.
        bands: Id to the best and worst rank in nine draws of ten; empty where nothing was drawn.
        shortlist: Ids on the shortlist; empty where there is none.
        highlight: Id of the item whose row stands out and is always drawn.
        caveats: What else must not be parted from the picture, in the reader's language.
        most: How many rows to draw from the top.
    """
    words = wording(language, "picture")
    ranked = ranking.ranked
    rows = tuple(
        _row(
            item,
            words,
            band=bands.get(item.id),
            shortlisted=item.id in shortlist,
            highlighted=item.id == highlight,
            after_gap=number > most,
        )
        for number, item in enumerate(ranked)
        if number < most or item.id == highlight
    )
    has_shortlist = any(item.id in shortlist for item in ranked)
    said = (*_caveats(ranking, words), *caveats)
    notes = _notes(ranking, rows, words)
    title = _title(dataset, ranking, words)
    return RankingPicture(
        language=language,
        title=title,
        subtitle=_subtitle(ranking, words),
        caveats=said,
        score_axis=words.label["score"],
        rank_axis=words.label["rank"],
        ranked=len(ranked),
        rows=rows,
        shortlist_end=words.label["shortlist_end"],
        filled=words.label["filled"] if has_shortlist else "",
        hollow=words.label["hollow"] if has_shortlist else "",
        notes=notes,
        caption=_caption(rows, words),
        alternative=_alternative(rows, (*said, *notes), words),
    )


def _row(
    item: RankedItem,
    words: Wording,
    *,
    band: tuple[int, int] | None,
    shortlisted: bool,
    highlighted: bool,
    after_gap: bool,
) -> PictureRow:
    score, low, high = item.score, item.low, item.high
    assert item.rank is not None  # noqa: S101 - only ranked items are drawn, and they have these
    assert score is not None and low is not None and high is not None  # noqa: S101, PT018
    number = words.number(score, 1)
    told = words.say("row", rank=item.rank, name=item.name, score=number)
    if high > low:
        told += words.say("row_range", low=words.number(low), high=words.number(high))
    if band:
        key = "row_band" if band[0] < band[1] else "row_place"
        told += words.say(key, best=band[0], worst=band[1])
    return PictureRow(
        name=item.name,
        rank=item.rank,
        score=score,
        low=low,
        high=high,
        rank_best=band[0] if band else None,
        rank_worst=band[1] if band else None,
        shortlisted=shortlisted,
        highlighted=highlighted,
        after_gap=after_gap,
        score_words=number,
        told=told,
    )


def _title(dataset: Dataset, ranking: Ranking, words: Wording) -> str:
    if ranking.level == "theme":
        return words.say("themes")
    if ranking.theme is None:
        return words.say("recommendations")
    name = dataset.name_of_theme(ranking.theme, words.language)
    return words.say("recommendations_on", theme=name)


def _subtitle(ranking: Ranking, words: Wording) -> str:
    if ranking.round is None:
        return ""
    return words.counted("assessors", len(ranking.assessors), round=ranking.round)


def _caveats(ranking: Ranking, words: Wording) -> tuple[str, ...]:
    said = {
        "example": ranking.example,
        "proposal": ranking.criteria.adopted is None,
    }
    return tuple(words.say(key) for key, holds in said.items() if holds)


def _notes(ranking: Ranking, rows: Sequence[PictureRow], words: Wording) -> tuple[str, ...]:
    left_out = len(ranking.ranked) - len(rows)
    unassessed = len(ranking.items) - len(ranking.ranked)
    notes = [] if rows else [words.say("nothing")]
    if any(row.high > row.low for row in rows):
        notes.append(words.say("range"))
    if any(row.rank_best is not None for row in rows):
        notes.append(words.say("band"))
    if left_out:
        notes.append(words.say("left_out", n=left_out))
    if unassessed:
        notes.append(words.say("unassessed", n=unassessed))
    return tuple(notes)


def _caption(rows: Sequence[PictureRow], words: Wording) -> str:
    name = next((row.name for row in rows if row.highlighted), "")
    return words.say("caption", name=name) if name else ""


def _alternative(rows: Sequence[PictureRow], notes: Sequence[str], words: Wording) -> str:
    parts = [words.counted("overview", len(rows)), *(row.told + "." for row in rows[:READ_OUT])]
    parts += [row.told + "." for row in rows[READ_OUT:] if row.highlighted]
    shortlisted = [row.name for row in rows if row.shortlisted]
    if shortlisted:
        parts.append(words.say("shortlisted", names=words.listed(shortlisted)))
    return " ".join([*parts, *notes])
