"""Which pages a site has, and what makes each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anbefal.documents.site.about import about_page
from anbefal.documents.site.addresses import ABOUT, FRONT, MEETINGS, NEW, SEARCH, Address, PageKind
from anbefal.documents.site.front.page import front_page
from anbefal.documents.site.groups.page import group_page
from anbefal.documents.site.meetings.page import meetings_page
from anbefal.documents.site.news.page import new_page, years_of_news
from anbefal.documents.site.page import Page
from anbefal.documents.site.records.page import record_page
from anbefal.documents.site.searching.page import search_page
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.voice import Voice

_BUILDERS: dict[PageKind, Callable[[Voice, Address], Page]] = {
    "front": front_page,
    "theme": group_page,
    "ministry": group_page,
    "body": group_page,
    "recommendation": record_page,
    "meetings": meetings_page,
    "new": new_page,
    "search": search_page,
    "about": about_page,
}


def addresses(site: SiteData) -> Iterator[Address]:
    """Yield every page of a site: those that there is one of, then those of each id."""
    yield from (FRONT, SEARCH, NEW, MEETINGS, ABOUT)
    yield from (Address("new", str(year)) for year in years_of_news(site))
    yield from (Address("theme", one) for one in site.dataset.themes)
    yield from (Address("ministry", one.id) for one in site.ministries)
    yield from (Address("body", one.id) for one in site.bodies)
    yield from (Address("recommendation", one.id) for one in site.records)


def build_page(voice: Voice, address: Address) -> Page:
    """Return what a page shows, in the voice's language."""
    return _BUILDERS[address.kind](voice, address)
