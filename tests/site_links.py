"""Where the links of a built site lead, as a browser would find out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

_LINKS = {"href", "src", "action", "poster", "data", "xlink:href"}
_NAMING = {"for", "headers", "list", "form", "aria-labelledby", "aria-describedby"} | {
    "aria-controls",
    "aria-owns",
    "aria-details",
}
"""Attributes that name other elements of the page by their ids."""
_OUTSIDE = {"http", "https", "mailto", "data"}
_IN_PICTURE = re.compile(r"url\(#([^)]+)\)")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.named: list[str] = []
        self.ids: Counter[str] = Counter()
        self.fields: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            given = value or ""
            if name == "name":
                self.fields.add(given)
            if name == "id":
                self.ids[given] += 1
            elif name in _LINKS:
                self.links.append(given)
            elif name in _NAMING:
                self.named += given.split()
            self.named += _IN_PICTURE.findall(given)


def faults(folder: Path) -> list[str]:
    """Return what does not resolve in a built site: links, anchors, ids that elements name.

    An id that stands twice on a page is one as well, and so is an address that does not work from
    a folder on a memory stick.
    """
    files = {
        Path(at, one).relative_to(folder).as_posix() for at, _, n in os.walk(folder) for one in n
    }
    pages = {one: _read(folder / one) for one in sorted(files) if one.endswith(".html")}
    return [
        f"{page}: {fault}"
        for page, read in pages.items()
        for fault in _faults(page, read, pages, files)
    ]


def _read(file: Path) -> _Reader:
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader


def _faults(page: str, read: _Reader, pages: dict[str, _Reader], files: set[str]) -> Iterator[str]:
    yield from (f"the id {one} stands {n} times" for one, n in read.ids.items() if n > 1)
    yield from (f"there is no {one}, which is named" for one in set(read.named) - set(read.ids))
    for link in dict.fromkeys(read.links):
        if _fault(page, link, pages, files):
            yield f"{link} leads nowhere"


def _fault(page: str, link: str, pages: dict[str, _Reader], files: set[str]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme not in _OUTSIDE
    path = normpath(f"{dirname(page)}/{unquote(parts.path)}") if parts.path else page
    path = path.removeprefix("/") if not parts.path.startswith("/") else link
    if path not in files:
        return True
    anchor = unquote(parts.fragment)
    if not anchor or path not in pages:
        return False
    filters = [one.partition("=")[0] for one in anchor.split("&") if "=" in one]
    if filters:  # what is chosen on the page to search from
        return not set(filters) <= pages[path].fields
    return anchor not in pages[path].ids
