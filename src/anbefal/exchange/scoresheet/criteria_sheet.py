"""The third sheet: every criterion with its weight, question and levels."""

from __future__ import annotations

from typing import Any

from anbefal.exchange.scoresheet.heights import height_of
from anbefal.exchange.scoresheet.messages import LONGEST_HELP, shortened
from anbefal.exchange.scoresheet.styles import Styles, set_up_page, write_words
from anbefal.model.base import Text
from anbefal.model.vocabulary import CriteriaSet
from anbefal.wording import Wording

_WIDTHS = (24, 24, 9, 50)
_LEVEL_WIDTH = 36


def write_criteria(page: Any, criteria: CriteriaSet, words: Wording, styles: Styles) -> None:
    """Write the criteria as a table, one a row."""
    label = words.label
    levels = sorted({level for one in criteria.criteria for level in one.levels})
    heads = [label["criterion"], label["id"], label["weight"], label["question"]]
    heads += [words.say("level", value=level) for level in levels]
    head = [{"header": heading, "header_format": styles.head} for heading in heads]
    area = (0, 0, len(criteria.criteria), len(heads) - 1)
    options = {"name": "Criteria", "style": None, "autofilter": False, "columns": head}
    page.add_table(*area, options)
    widths = (*_WIDTHS, *[_LEVEL_WIDTH] * len(levels))
    for number, width in enumerate(widths):
        page.set_column(number, number, width)
    shares = criteria.weight_shares
    for row, one in enumerate(criteria.criteria, start=1):
        texts = [one.name, None, None, one.question, *(one.levels.get(n) for n in levels)]
        cells = [_said(text, words) for text in texts]
        for number, said in enumerate(cells):
            write_words(page, row, number, said, styles.locked)
        page.set_row(row, height_of(zip(cells, widths, strict=True)))
        page.write_string(row, 1, one.id, styles.locked)
        page.write_number(row, 2, shares[one.id], styles.share)
    page.freeze_panes(1, 1)
    set_up_page(page, words, criteria.title.within(words.language))
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _said(text: Text | None, words: Wording) -> str:
    return shortened(text.within(words.language), LONGEST_HELP) if text else ""
