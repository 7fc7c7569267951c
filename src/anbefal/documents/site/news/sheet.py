"""What happened, as a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterable

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.lines import plain
from anbefal.documents.site.news.telling import News
from anbefal.documents.site.tables import SiteTable
from anbefal.documents.site.voice import Voice

_COLUMNS = {"date": 20, "what": 60, "about": 60, "note": 60}


def news_table(voice: Voice, name: str, caption: str, news: Iterable[News]) -> SiteTable:
    """Return what happened as a table, in the words of the page.

    Args:
        voice: The language.
        name: What stands on the tab of its sheet.
        caption: What it shows.
        news: What happened.
    """
    label = voice.words("site_news").label
    return SiteTable(
        name=name,
        caption=caption,
        head=tuple(label[one] for one in _COLUMNS),
        rows=tuple(
            ((Run(one.date),), one.told, (Run("; ".join(map(plain, one.about))),), one.said)
            for one in news
        ),
        widths=tuple(_COLUMNS.values()),
    )
