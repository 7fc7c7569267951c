"""Return the page of a theme, a ministry or a body."""

from __future__ import annotations

from anbefal.documents.site.addresses import Address
from anbefal.documents.site.page import Link, Page
from anbefal.documents.site.voice import Voice


def group_page(voice: Voice, address: Address) -> Page:
    """Return the page of a theme, a ministry or a body."""
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
