"""How the site speaks in one language: names with links, dates, where records stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from anbefal.documents.content.blocks import Line, Run
from anbefal.documents.site.addresses import Address, PageKind
from anbefal.documents.site.page import Downloads, Link, Page
from anbefal.documents.site.site_data import SiteData
from anbefal.model.base import Language, Text
from anbefal.model.dates import PartialDate
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording, wording
from anbefal.wording.place import Places

Made = TypeVar("Made")


class Voice:
    """Says in one language what all pages say alike; what it has said once it keeps in mind.

    Args:
        site: What the site is made from.
        language: The language of the pages.
    """

    def __init__(self, site: SiteData, language: Language) -> None:
        self.site = site
        self.language: Language = language
        self.places = Places(site.dataset, language)
        self._frame = self.words("site")
        self.date = cache(self._date)
        self.actor = cache(self._actor)
        self.theme = cache(self._theme)
        self.short = cache(self._short)
        self._kept: dict[Callable[[Voice], Any], Any] = {}

    def kept(self, make: Callable[[Voice], Made]) -> Made:
        """Return what is made of the voice once, for all pages of its language."""
        if make not in self._kept:
            self._kept[make] = make(self)
        made: Made = self._kept[make]
        return made

    def words(self, use: str) -> Wording:
        """Return the program's own words for a use."""
        return wording(self.language, use)

    def path(self, kind: PageKind, key: str = "") -> str:
        """Return where a page lies, from the site's root."""
        return Address(kind, key).path(self.language)

    @property
    def home(self) -> Link:
        """What leads to the front page."""
        return Link(self._frame.label["home"], self.path("front"))

    def page(
        self,
        address: Address,
        title: str,
        content: object,
        downloads: Downloads | None,
        *above: Link,
    ) -> Page:
        """Return a page whose title is in its own language.

        Args:
            address: Which page it is.
            title: What it is called.
            content: What it shows.
            downloads: What it offers as files.
            above: The pages between the front page and it.
        """
        return Page(
            address=address,
            language=self.language,
            path=address.path(self.language),
            title=title,
            title_language=None,
            above=() if address.kind == "front" else (self.home, *above),
            content=content,
            downloads=downloads,
        )

    def said(self, text: Text) -> Run:
        """Return a text in the page's language, or in the next best one, which is then noted."""
        language, words = text.choose(self.language)
        return Run(words, language=None if language == self.language else language)

    def record(self, record: Recommendation) -> Link:
        """Return the place of a record, which leads to its page."""
        return Link(self.places.place(record), self.path("recommendation", record.id))

    def _date(self, value: PartialDate) -> str:
        return self._frame.date(value)

    def _theme(self, theme: str) -> Link | Run:
        """Return a theme's name, which leads to its page where there is one."""
        known = self.site.dataset.themes.get(theme)
        if known is None:
            return Run(theme)
        return _leading(self.said(known.name), self.path("theme", theme))

    def _actor(self, actor: str) -> Link | Run:
        """Return an actor's name in full, which leads to its page where it has one."""
        known = self.site.dataset.actors.get(actor)
        if known is None:
            return Run(actor)
        name = self.said(known.name)
        if known.abbreviation:
            name = replace(name, text=f"{name.text} ({known.abbreviation})")
        path = self._path_of_actor(actor)
        return _leading(name, path) if path else name

    def _short(self, actor: str) -> Link | Run:
        """Return an actor's short name, which leads to its page where it has one."""
        name, path = self.site.dataset.name_of_actor(actor, self.language), None
        if actor in self.site.dataset.actors:
            path = self._path_of_actor(actor)
        return Link(name, path) if path else Run(name)

    def _path_of_actor(self, actor: str) -> str | None:
        kind = self.site.dataset.actors[actor].kind
        if kind == "ministry":
            return self.path("ministry", actor)
        return self.path("body", actor) if kind in {"treaty-body", "mechanism"} else None


def _leading(name: Run, path: str) -> Link:
    return Link(name.text, path, language=name.language)


def without_targets(line: Line) -> Line:
    """Return a line of a document whose words lead nowhere: a page has no numbered sources."""
    return tuple(replace(run, target=None) for run in line)
