"""A small site to search in, as files on the disk, and what a reader sees when searching in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from anbefal.documents.site.addresses import SEARCH
from anbefal.documents.site.assets import asset_files
from anbefal.documents.site.rendering import render_page
from anbefal.documents.site.searching.data import search_files
from anbefal.documents.site.searching.page import search_page
from anbefal.documents.site.site_data import site_data
from anbefal.documents.site.voice import Voice
from anbefal.model.dataset import Dataset
from anbefal.wording import LANGUAGES
from repositories import actor, dataset, recommendation, theme, update

HOSTILE = "</script><img src=x onerror=alert(1)>"

COMPOUND, ENDING, RANGE, SHORTER, STATES, HARD = (
    "cat-2018-16",
    "cat-2018-17",
    "cedaw-2023-25",
    "cedaw-2017-10",
    "upr-2024-140-10",
    "con",
)
"""The last is called as a device of Windows, which has no files of that name."""

_FOUND = "[...document.querySelectorAll('#results a')].map(one => one.getAttribute('href'))"
_ASK = f"""query => {{
  const field = document.getElementById("q");
  field.value = query;
  field.form.requestSubmit();
  return {_FOUND};
}}"""
_FOLLOW = """address => new Promise(done => {
  window.addEventListener("hashchange", done, { once: true });
  window.location.hash = address;
})"""


def world() -> Dataset:
    """Return six records, each of which something else finds."""
    return dataset(
        settings={"language": "nb", "names": {"innsatte": {"nb": "frihetsberøvede"}}},
        themes=[theme("fengsel"), theme("vold"), theme("barn")],
        actors=[
            actor("cat", "treaty-body", abbreviation="CAT"),
            actor("cedaw", "treaty-body", name={"nb": "Kvinnediskrimineringskomiteen"}),
            actor("crc", "treaty-body", abbreviation="CRC"),
            actor("upr", "mechanism", abbreviation="UPR"),
            actor("jd", "ministry", name={"nb": "Justis- og beredskapsdepartementet"}),
            actor("bfd", "ministry", name={"nb": "Barne- og familiedepartementet"}),
        ],
        recommendations=[
            recommendation(
                COMPOUND,
                "fengsel",
                source={"document": "CAT/C/NOR/CO/8", "paragraph": "16(a)", "date": "2018-06-05"},
                summary={"nb": "Langtidsisolasjon bør opphøre."},
                ministries=["jd"],
                groups=["innsatte"],
                provenance={"verified": True},
            ),
            recommendation(
                ENDING,
                "fengsel",
                source={"document": "CAT/C/NOR/CO/8", "paragraph": "17", "date": "2018-06-05"},
                summary={"nb": "Bruken av isolasjonen må registreres. Samtykkekravet gjelder."},
                status=[update("reported", "in-progress", "2020-01-01")],
            ),
            recommendation(
                RANGE,
                "vold",
                body="cedaw",
                source={
                    "document": "CEDAW/C/NOR/CO/10",
                    "paragraph": "25-26",
                    "date": "2023-03-07",
                },
                text={"en": "Ensure that victims of rape are protected."},
                summary={"nb": "Voldtektsofre må få vern.", "nn": "Valdtektsoffer må få vern."},
                ministries=["jd", "bfd"],
            ),
            recommendation(
                SHORTER,
                "vold",
                body="cedaw",
                source={"document": "CEDAW/C/NOR/CO/1", "paragraph": "10", "date": "2017-11-22"},
                summary={"nb": "Vold mot kvinner må telles i alle kommuner."},
            ),
            recommendation(
                STATES,
                "fengsel",
                body="upr",
                kind="concern",
                source={"paragraph": "140.10", "date": "2024-11-07", "recommended_by": ["DK"]},
                summary={"nb": "Måneder i varetekt er for lenge, også etter samtykke."},
                state_position={"value": "partly-supported"},
            ),
            recommendation(
                HARD,
                "barn",
                body="crc",
                source={"date": "2025-05-01"},
                summary={"nb": f"Barnets syn må høres. {HOSTILE}"},
                ministries=["bfd"],
                internal="En hemmelighet.",
            ),
        ],
    )


@cache
def files_to_search() -> Mapping[str, bytes]:
    """Return the pages to search from with all that they load; they are made once."""
    site = site_data(world())
    files = dict(asset_files())
    for language in LANGUAGES:
        voice = Voice(site, language)
        page = search_page(voice, SEARCH)
        files |= search_files(voice) | {page.path: render_page(page, voice)}
    return MappingProxyType(files)


def written_to(folder: Path) -> Path:
    """Write the files below a folder, and return it."""
    for name, content in files_to_search().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


class Searcher:
    """Somebody who searches on the page.

    Args:
        page: A page of a browser.
        site: The folder of the site.
    """

    def __init__(self, page: Any, site: Path) -> None:
        self.page = page
        self.site = site
        self._url = (site / "nb" / "search.html").as_uri()

    def opens(self, address: str = "") -> Searcher:
        """Open the page with what stands at the end of its address, and wait for its index."""
        self.page.goto("about:blank")
        self.page.goto(self._url + address)
        self.page.wait_for_selector("#results:not([aria-busy])", state="attached")
        return self

    def follows(self, address: str) -> Searcher:
        """Follow a link to another search, which is on the same page where it is open."""
        at, _, hash_ = self.page.url.partition("#")
        if at != self._url:
            return self.opens(address)
        if hash_ != address.removeprefix("#"):
            self.page.evaluate(_FOLLOW, address)
        return self

    def asks(self, query: str) -> Sequence[str]:
        """Ask for words as they stand; return what is found."""
        return _ids(self.page.evaluate(_ASK, query))

    def types(self, query: str) -> Sequence[str]:
        """Write words and press Enter; return what is found."""
        self.page.fill("#q", query)
        self.page.press("#q", "Enter")
        return self.found

    @property
    def found(self) -> Sequence[str]:
        """The ids of what is listed, in order."""
        return _ids(self.page.evaluate(_FOUND))

    @property
    def told(self) -> str:
        """What is said about how something was found."""
        return " ".join(self.page.inner_text("#told").split())

    @property
    def hash(self) -> str:
        """What stands in the address after the number sign."""
        return str(self.page.evaluate("location.hash.slice(1)"))


def _ids(links: Sequence[str]) -> Sequence[str]:
    return [Path(one).stem.removesuffix("-") for one in links]
