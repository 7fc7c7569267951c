"""Return a page of what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from anbefal.analysis.happenings import Happening, by_month
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import NEW, Address
from anbefal.documents.site.books import site_book
from anbefal.documents.site.lines import counted_words
from anbefal.documents.site.news.telling import News, Teller
from anbefal.documents.site.page import Downloads, Link, Page
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.tables import SiteTable, sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.sheets import Workbook

_MANY = 1500
"""From how many happenings on a page takes the reports of a month together."""

_WIDTHS = (12, 60, 60, 60)


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in a month, or in a year where the month is not known.

    Attributes:
        id: The month, as ``2022-05``, or the year.
        title: Its heading.
        news: What happened, the newest first.
    """

    id: str
    title: str
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class NewsPage:
    """What a page of what is new shows.

    Attributes:
        lead: How much it is.
        notes: What must be known of it.
        months: What happened, the newest first.
        ways: The pages of years, and from those to the newest.
        labels: Words of the page: of the form, and of its ways to other years.
        first: The day that the form begins with.
    """

    lead: str
    notes: tuple[str, ...]
    months: tuple[Month, ...]
    ways: tuple[Link, ...]
    labels: dict[str, str]
    first: str


def years_of_news(site: SiteData) -> tuple[int, ...]:
    """Return the years that have a page of what was new in them, the newest first."""
    return tuple(dict.fromkeys(one.date.year for one in site.happenings))


def new_page(voice: Voice, address: Address) -> Page:
    """Return a page of what is new: of a year, or since the day that the site tells from.

    What is known to the month or the year only is shown where it may be new: it counts as its last
    day, so that nothing is left out for want of a date.
    """
    label, words = voice.words("site").label, voice.words("site_news")
    found = _found(voice.site, address.key)
    is_joined = len(found) > _MANY
    shown = by_month(found) if is_joined else found
    months = tuple(_months(voice, shown))
    title, home = _title(voice, address.key), Link(label["home"], voice.path("front"))
    since = voice.site.since
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=title,
        title_language=None,
        above=(home, Link(label["new"], voice.path("new"))) if address.key else (home,),
        content=NewsPage(
            lead=counted_words(words, "found", len(shown)) if shown else words.say("nothing"),
            notes=tuple(_notes(voice, address.key, is_joined=is_joined)),
            months=months,
            ways=_ways(voice, address),
            labels={one: words.label[one] for one in ("years", "since", "shown")},
            first=f"{address.key}-01-01" if address.key else since.isoformat() if since else "",
        ),
        downloads=Downloads(address.stem(voice.language), _book(voice, title, months)),
    )


def _found(site: SiteData, year: str) -> Sequence[Happening]:
    """Return what a page tells of."""
    if year:
        return [one for one in site.happenings if str(one.date.year) == year]
    since = site.since
    return [one for one in site.happenings if since and one.date.last >= since]


def _title(voice: Voice, year: str) -> str:
    words, since = voice.words("site_news"), voice.site.since
    if year:
        return words.say("in_year", year=year)
    if since is None:
        return words.say("new")
    return words.say("since", date=voice.date(PartialDate.of(since)))


def _notes(voice: Voice, year: str, *, is_joined: bool) -> Iterator[str]:
    words, told = voice.words("site_news"), voice.site.dataset.told_date
    if not year and told:
        yield words.say("until", date=words.when(told))
    yield words.say("dates")
    if is_joined:
        yield words.say("joined")


def _months(voice: Voice, found: Iterable[Happening]) -> Iterator[Month]:
    words, teller = voice.words("site_news"), voice.kept(Teller)
    for (year, month), group in groupby(found, key=lambda one: (one.date.year, one.date.month)):
        date = voice.date(PartialDate(year, month))
        title = date if month else words.say("unknown_month", year=year)
        name = f"{year}-{month:02d}" if month else f"{year}"
        yield Month(name, title[:1].upper() + title[1:], tuple(map(teller.news, group)))


def _ways(voice: Voice, address: Address) -> tuple[Link, ...]:
    years = [Address("new", str(year)) for year in years_of_news(voice.site)]
    links = [Link(one.key, one.path(voice.language)) for one in years if one != address]
    if address.key:
        links.insert(0, Link(voice.words("site_news").label["latest"], NEW.path(voice.language)))
    return tuple(links)


def _book(voice: Voice, title: str, months: Iterable[Month]) -> Workbook:
    words = voice.words("site_news")
    table = SiteTable(
        name=words.label["sheet"],
        caption=title,
        head=tuple(words.label[one] for one in ("date", "what", "about", "note")),
        rows=tuple(
            ((Run(one.date),), one.told, one.about, one.said)
            for month in months
            for one in month.news
        ),
        widths=_WIDTHS,
    )
    return site_book(voice, title, (sheet_of(table),), (words.say("dates"),))
