"""The page to search from: what its form offers. The rest the browser does by a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import Address
from anbefal.documents.site.assets import SEARCH_SCRIPT
from anbefal.documents.site.page import Link, Page
from anbefal.documents.site.searching.data import RECORDS_SCRIPT, words_script
from anbefal.documents.site.searching.values import (
    NOT_RECORDED,
    name_of_group,
    names_of_kinds,
    names_of_positions,
    names_of_reached,
    run_of,
    values_of,
)
from anbefal.documents.site.voice import Voice
from anbefal.wording import Wording


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter lets through.

    Attributes:
        value: The value as it stands in the address.
        name: What it is called.
    """

    value: str
    name: Run


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of which several values may be chosen.

    Attributes:
        name: Its name in the address, which web/src/filters.js knows.
        label: What it is called.
        choices: Its values.
    """

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchContent:
    """What the page to search from shows.

    Attributes:
        lead: What can be searched for.
        label: Words of the form by what they are for.
        filters: The filters.
        years: The years that a filter can begin and end with, the newest first.
        no_script: What is said where scripts do not run, before the links.
        lists: Where the lists are that need no script.
        scripts: What the page loads, in this order, as paths from the site's root.
    """

    lead: str
    label: dict[str, str]
    filters: tuple[Filter, ...]
    years: tuple[str, ...]
    no_script: str
    lists: tuple[Link, ...]
    scripts: tuple[str, ...]


def search_page(voice: Voice, address: Address) -> Page:
    """Return the page to search from."""
    words = voice.words("site_search")
    return Page(
        address=address,
        language=voice.language,
        path=address.path(voice.language),
        title=words.label["title"],
        title_language=None,
        above=(Link(voice.words("site").label["home"], voice.path("front")),),
        content=_content(voice, words),
        downloads=None,
    )


def _content(voice: Voice, words: Wording) -> SearchContent:
    front = voice.path("front")
    return SearchContent(
        lead=words.say("lead"),
        label=_labels(words),
        filters=_filters(voice, words),
        years=tuple(str(one) for one in values_of(voice.site).years),
        no_script=words.say("no_script"),
        lists=(
            Link(words.label["themes"], f"{front}#themes"),
            Link(words.label["ministries"], f"{front}#ministries"),
            Link(words.label["bodies"], f"{front}#bodies"),
        ),
        scripts=(RECORDS_SCRIPT, words_script(voice.language), SEARCH_SCRIPT),
    )


def _labels(words: Wording) -> dict[str, str]:
    label = words.label
    return {
        "words": label["words"],
        "search": label["search"],
        "filters": label["filters"],
        "year": label["year"],
        "from": label["from_year"],
        "to": label["to_year"],
        "any": label["any"],
        "reset": label["reset"],
        "copy_link": label["copy_link"],
        "results": label["results"],
    }


def _filters(voice: Voice, words: Wording) -> tuple[Filter, ...]:
    """Return the filters, each with the values that some record has."""
    found = (*_names(voice, words), *_tracks(voice), *_rest(voice, words))
    return tuple(one for one in found if one.choices)


def _names(voice: Voice, words: Wording) -> Iterator[Filter]:
    """Yield the filters whose values the repository names, and says nothing of in some records."""
    values, none = values_of(voice.site), Run(voice.words("site_entry").say("not_recorded"))
    named = {
        "theme": _by_name((one, voice.theme(one)) for one in values.themes),
        "ministry": _by_name((one, voice.actor(one)) for one in values.ministries),
        "body": _by_name((one, voice.actor(one)) for one in values.bodies),
        "group": _by_name((one, name_of_group(voice, one)) for one in values.groups),
    }
    for name, choices in named.items():
        first = (Choice(NOT_RECORDED, none),) if choices and name in values.lacking else ()
        yield Filter(name, words.label[name], (*first, *choices))


def _tracks(voice: Voice) -> Iterator[Filter]:
    label, names = voice.words("site_entry").label, names_of_reached(voice)
    for track, reached in values_of(voice.site).reached.items():
        yield Filter(track, label[track], _as_said((one, names[one]) for one in reached))


def _rest(voice: Voice, words: Wording) -> Iterator[Filter]:
    values, label = values_of(voice.site), words.label
    positions, kinds = names_of_positions(voice), names_of_kinds(voice)
    verified = {True: ("yes", label["verified_yes"]), False: ("no", label["verified_no"])}
    answers = _as_said((one, positions[one]) for one in values.positions)
    yield Filter("position", label["position"], answers)
    yield Filter("kind", label["kind"], _as_said((one, kinds[one]) for one in values.kinds))
    checked = _as_said(told for one, told in verified.items() if one in values.verified)
    yield Filter("verified", label["verified"], checked)


def _by_name(told: Iterable[tuple[str, Link | Run]]) -> tuple[Choice, ...]:
    choices = (Choice(value, run_of(words)) for value, words in told)
    return tuple(sorted(choices, key=lambda one: (one.name.text.casefold(), one.value)))


def _as_said(told: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(value, Run(words)) for value, words in told)
