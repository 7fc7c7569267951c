"""Which files a site will have, known before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from anbefal.cli.publishing.files import INDEX
from anbefal.documents.site.addresses import record_stem
from anbefal.documents.site.assets import asset_files
from anbefal.documents.site.building import addresses
from anbefal.documents.site.frame import ENDINGS
from anbefal.wording import LANGUAGES

if TYPE_CHECKING:
    from anbefal.documents.site.site_data import SiteData


def planned(site: SiteData) -> Iterator[str]:
    """Yield the paths that a site's files may have, from its top; a few of them stay unused."""
    yield INDEX
    yield from asset_files()
    for address in addresses(site):
        for language in LANGUAGES:
            yield from _with_endings(address.stem(language), ("html", *ENDINGS))
        if address.is_group:
            yield f"{address.data_stem()}.json"
    for record in site.records:
        yield from _with_endings(record_stem(record.id), ENDINGS)


def _with_endings(stem: str, endings: tuple[str, ...]) -> Iterator[str]:
    return (f"{stem}.{ending}" for ending in endings)
