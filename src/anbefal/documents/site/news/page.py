"""Return a page of what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from anbefal.analysis.happenings import Happening, by_month, newest_first
from anbefal.documents.site.addresses import NEW, Address
from anbefal.documents.site.books import site_book
from anbefal.documents.site.lines import capital, counted_words
from anbefal.documents.site.news.sheet import news_table
from anbefal.documents.site.news.telling import News, Teller
from anbefal.documents.site.page import Downloads, Link, Page
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.tables import sheet_of
from anbefal.documents.site.voice import Voice
from anbefal.model.dates import PartialDate
from anbefal.sheets import Workbook

_MANY = 1500
"""From how many happenings on a page takes the reports of a month together."""


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
        label: The words of the page.
        first: The day that the form begins with.
        before: What the form says of days before that.
    """

    lead: str
    notes: tuple[str, ...]
    months: tuple[Month, ...]
    ways: tuple[Link, ...]
    label: Mapping[str, str]
    first: str
    before: str


def years_of_news(site: SiteData) -> tuple[int, ...]:
    """Return the years that have a page of what was new in them, the newest first."""
    return tuple(site.happenings_by_year)


def new_page(voice: Voice, address: Address) -> Page:
    """Return a page of what is new: of a year, or since the day that the site tells from.

    What is known to the month or the year only is shown where it may be new: it counts as its last
    day, so that nothing is left out for want of a date.
    """
    words = voice.words("site_news")
    found, unsure = _found(voice.site, address.key)
    is_joined = len(found) + len(unsure) > _MANY
    if is_joined:
        found, unsure = by_month(found), by_month(unsure)
    months = tuple(_months(voice, found, unsure))
    title, first = _title(voice, address.key), _first(voice.site, address.key)
    begins = voice.date(PartialDate.of(first)) if first else ""
    content = NewsPage(
        lead=" ".join(_lead(voice, len(found), len(unsure))),
        notes=tuple(_notes(voice, address.key, is_joined=is_joined)),
        months=months,
        ways=_ways(voice, address),
        label=words.label,
        first=first.isoformat() if first else "",
        before=words.say("begins", date=begins),
    )
    above = (Link(voice.words("site").label["new"], voice.path("new")),) if address.key else ()
    downloads = Downloads(address.stem(voice.language), _book(voice, title, months))
    return voice.page(address, title, content, downloads, *above)


def _first(site: SiteData, year: str) -> date | None:
    """Return the day that a page begins with."""
    return PartialDate(int(year)).first if year else site.since


def _lead(voice: Voice, sure: int, unsure: int) -> Iterator[str]:
    words, since = voice.words("site_news"), voice.site.since
    if not sure and not unsure:
        yield words.say("nothing")
    if sure:
        yield counted_words(words, "found", sure)
    if unsure and since:
        form, day = "one" if unsure == 1 else "other", voice.date(PartialDate.of(since))
        key = f"unsure_also_{form}" if sure else f"unsure_only_{form}"
        yield words.say(key, n=words.number(unsure), date=day)


def _found(site: SiteData, year: str) -> tuple[Sequence[Happening], Sequence[Happening]]:
    """Return what a page tells of: what surely belongs there, and what may be from before."""
    if year:
        return site.happenings_by_year[int(year)], ()
    since = site.since
    if since is None:
        return (), ()
    found = [one for one in site.happenings if one.date.last >= since]
    sure = [one for one in found if one.date.first >= since]
    return sure, [one for one in found if one.date.first < since]


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


def _months(
    voice: Voice, sure: Iterable[Happening], unsure: Iterable[Happening]
) -> Iterator[Month]:
    words, teller = voice.words("site_news"), voice.kept(Teller)
    marked = [(one, teller.news(one)) for one in sure]
    if unsure:
        marked += [(one, teller.perhaps_before(one)) for one in unsure]
        marked.sort(key=lambda pair: newest_first(pair[0]))
    for (year, month), group in groupby(marked, key=_month_of):
        day = voice.date(PartialDate(year, month))
        title = day if month else words.say("unknown_month", year=year)
        name = f"{year}-{month:02d}" if month else f"{year}"
        yield Month(name, capital(title), tuple(told for _, told in group))


def _month_of(pair: tuple[Happening, News]) -> tuple[int, int | None]:
    return pair[0].date.year, pair[0].date.month


def _ways(voice: Voice, address: Address) -> tuple[Link, ...]:
    years = [Address("new", str(year)) for year in years_of_news(voice.site)]
    links = [Link(one.key, one.path(voice.language)) for one in years if one != address]
    if address.key:
        links.insert(0, Link(voice.words("site_news").label["latest"], NEW.path(voice.language)))
    return tuple(links)


def _book(voice: Voice, title: str, months: Iterable[Month]) -> Workbook:
    words = voice.words("site_news")
    news = (one for month in months for one in month.news)
    table = news_table(voice, words.label["sheet"], title, news)
    return site_book(voice, title, (sheet_of(table),), (words.say("dates"),))
