"""Return the page about the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anbefal.analysis.progress import ORDER, Reached
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.assets import LICENCES
from anbefal.documents.site.charts.progress import reached_words
from anbefal.documents.site.lines import capital, own_words, site_sentence
from anbefal.documents.site.page import Link, Page, SiteLine
from anbefal.documents.site.voice import Voice
from anbefal.model.recommendation import PositionValue
from anbefal.wording import Wording

_MEANINGS: Mapping[Reached, str] = {
    "implemented": "value_implemented",
    "partly-implemented": "value_partly_implemented",
    "in-progress": "value_in_progress",
    "not-started": "value_not_started",
    "not-accepted": "value_not_accepted",
    "contrary": "value_contrary",
    "no-longer-relevant": "value_no_longer_relevant",
    "unsure": "value_unsure",
    "graded": "value_graded",
    "no-report": "value_no_report",
    "nothing": "value_nothing",
}
_POSITIONS: Mapping[PositionValue, str] = {
    "supported": "position_supported",
    "partly-supported": "position_partly_supported",
    "noted": "position_noted",
    "not-supported": "position_not_supported",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the site, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutSection:
    """A part of the page about the site.

    Attributes:
        id: What leads to it.
        title: Its heading.
        lines: Its paragraphs.
        terms: Words with their meanings.
    """

    id: str
    title: str
    lines: tuple[SiteLine, ...]
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the page about the site says."""

    sections: tuple[AboutSection, ...]


def about_page(voice: Voice, address: Address) -> Page:
    """Return the page about the site: what it is, what its words mean, how it can be used."""
    words = voice.words("site_about")
    return voice.page(address, words.say("title"), AboutPage(tuple(_sections(voice))), None)


def _sections(voice: Voice) -> Iterator[AboutSection]:
    words = voice.words("site_about")
    label = words.label

    def said(*keys: str) -> tuple[SiteLine, ...]:
        return tuple(site_sentence(words, key) for key in keys)

    yield AboutSection("what", label["what"], tuple(_what(voice, words)))
    terms = tuple(_terms(voice, words))
    yield AboutSection("words", label["words"], said("words"), terms)
    yield AboutSection("values", label["status"], said("status"), tuple(_values(voice, words)))
    positions = tuple(_positions(voice, words))
    yield AboutSection("positions", label["positions"], said("positions"), positions)
    bodies = Link(label["bodies_link"], f"{voice.path('front')}#bodies")
    yield AboutSection("bodies", label["bodies"], (site_sentence(words, "bodies", bodies=bodies),))
    yield AboutSection("links", label["links"], tuple(_links(voice, words)))
    downloads = said("downloads", "xlsx", "csv", "json")
    yield AboutSection("data", label["data"], downloads)
    yield AboutSection("accessibility", label["accessibility"], tuple(_accessibility(voice, words)))
    yield AboutSection("privacy", label["privacy"], said("privacy", "searching"))
    licences = Link(label["licences_link"], LICENCES)
    yield AboutSection(
        "licences", label["licences"], (site_sentence(words, "licences", licences=licences),)
    )


def _what(voice: Voice, words: Wording) -> Iterator[SiteLine]:
    dataset = voice.site.dataset
    country = words.country(dataset.settings.country)
    yield site_sentence(words, "what", country=country)
    author = dataset.name_of_secretariat(voice.language)
    if author:
        yield site_sentence(words, "author", author=author)
    yield site_sentence(words, "incomplete")
    yield site_sentence(words, "left_out")


def _terms(voice: Voice, words: Wording) -> Iterator[Term]:
    """Yield what the words of the site mean, each as the site writes it."""
    entry, site = voice.words("site_entry").label, voice.words("site").label
    own = {
        "means_recommendation": entry["kind_recommendation"],
        "means_concern": entry["kind_concern"],
        "means_request": entry["kind_request"],
        "means_reported": entry["reported"],
        "means_assessed": entry["assessed"],
        "means_nothing": voice.words("status").say("nothing"),
        "means_grade": words.label["grade"],
        "means_official": entry["official"],
        "means_ours": entry["ours"],
        "means_unverified": site["unverified_mark"],
        "means_inferred": words.label["inferred"],
        "means_same": entry["same"],
    }
    for key, word in own.items():
        yield Term(capital(word), words.say(key))


def _values(voice: Voice, words: Wording) -> Iterator[Term]:
    """Yield what each value means that a track can reach, in the order of the charts."""
    for one in ORDER:
        yield Term(capital(reached_words(voice, one)), words.say(_MEANINGS[one]))


def _positions(voice: Voice, words: Wording) -> Iterator[Term]:
    told = voice.words("status").position
    for one, key in _POSITIONS.items():
        yield Term(capital(told[one]), words.say(key))


def _links(voice: Voice, words: Wording) -> Iterator[SiteLine]:
    yield site_sentence(words, "links")
    for record in voice.site.records[:1]:
        path = voice.path("recommendation", record.id)
        yield site_sentence(words, "example", path=Link(path, path))
    yield site_sentence(words, "search_links")


def _accessibility(voice: Voice, words: Wording) -> Iterator[SiteLine]:
    yield site_sentence(words, "accessibility")
    yield site_sentence(words, "tested")
    secretariat = voice.site.dataset.settings.secretariat
    if secretariat and secretariat.address:
        yield site_sentence(words, "contact", address=own_words(voice, secretariat.address))
