"""Return a page of what is new."""

from __future__ import annotations

from anbefal.documents.site.addresses import Address
from anbefal.documents.site.page import Link, Page
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.voice import Voice


def new_page(voice: Voice, address: Address) -> Page:
    """Return a page of what is new."""
    home = Link(voice.words("site").label["home"], voice.path("front"))
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=address.key or address.kind,
        title_language=None,
        above=() if address.kind == "front" else (home,),
        content=None,
        downloads=None,
    )


def years_of_news(site: SiteData) -> tuple[int, ...]:
    """Return the years that have a page of what was new in them, the newest first."""
    return ()
