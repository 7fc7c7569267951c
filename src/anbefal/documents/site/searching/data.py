"""What the browser searches in: the records once, and their words in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from anbefal.analysis.progress import ORDER
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.addresses import ASSETS, SEARCH, file_name
from anbefal.documents.site.page import Link
from anbefal.documents.site.searching.scripts import script
from anbefal.documents.site.searching.values import (
    KINDS,
    NOT_RECORDED,
    POSITIONS,
    name_of_group,
    names_of_kinds,
    names_of_positions,
    names_of_reached,
    run_of,
    values_of,
)
from anbefal.documents.site.site_data import SiteData
from anbefal.documents.site.voice import Voice
from anbefal.model.base import FALLBACK, Language, Text
from anbefal.model.recommendation import Recommendation
from anbefal.wording import LANGUAGES
from anbefal.wording.asked_by import states_in_words

RECORDS_SCRIPT = f"{ASSETS}/records.js"
"""What is the same in every language."""

_LOCALES: Mapping[Language, str] = {"nb": "nb-NO", "nn": "nb-NO", "en": "en-GB"}
"""How a browser writes numbers; not every one knows how it is done in nynorsk."""


def search_files(voice: Voice) -> Mapping[str, bytes]:
    """Return the data of a language as path from the site's root to content.

    What is the same in every language comes with the first of them.
    """
    files = {words_script(voice.language): script("words", _words(voice))}
    if voice.language == LANGUAGES[0]:
        files[RECORDS_SCRIPT] = script("records", _records(voice.site))
    return files


def words_script(language: Language) -> str:
    """Return where the words of a language lie, from the site's root."""
    return f"{SEARCH.stem(language)}-data.js"


def _records(site: SiteData) -> dict[str, Any]:
    values = values_of(site)
    ids: dict[str, tuple[str, ...]] = {
        "body": values.bodies,
        "theme": values.themes,
        "ministry": values.ministries,
        "group": values.groups,
        "kind": KINDS,
        "value": ORDER,
        "position": POSITIONS,
    }
    places = {name: {one: at for at, one in enumerate(known)} for name, known in ids.items()}
    return {
        "ids": ids,
        "notRecorded": NOT_RECORDED,
        "files": _other_files(site),
        "rows": [_row(site, record, places) for record in site.records],
    }


def _other_files(site: SiteData) -> dict[str, str]:
    """Return what the pages of records are called whose id no file may be called."""
    names = {one.id: file_name(one.id) for one in site.records}
    return {record: name for record, name in names.items() if name != record}


def _row(
    site: SiteData, record: Recommendation, places: Mapping[str, Mapping[str, int]]
) -> list[Any]:
    """Return a record as web/src/records.js reads it."""
    source, position = record.source, record.state_position
    reported, assessed = site.reached[record.id]
    return [
        record.id,
        places["body"][source.body],
        source.document or "",
        source.paragraph or source.proposal or "",
        source.date.first.isoformat() if source.date else "",
        [places["theme"][one] for one in dict.fromkeys(record.themes)],
        [places["ministry"][one] for one in dict.fromkeys(record.ministries)],
        [places["group"][one] for one in dict.fromkeys(record.groups)],
        places["kind"][record.kind],
        places["value"][reported],
        places["value"][assessed],
        places["position"][position.value] if position else None,
        int(record.provenance.verified),
        int("ministries" in record.provenance.inferred),
        list(_in_all_languages(record.summary)),
        list(_in_all_languages(record.text)),
    ]


def _in_all_languages(text: Text | None) -> Iterator[str]:
    """Yield each language of a text, and the text in it: readers search in the one they know."""
    for language in FALLBACK["nb"]:
        words = getattr(text, language) if text else None
        if words:
            yield from (language, words)


def _words(voice: Voice) -> dict[str, Any]:
    values, own = values_of(voice.site), voice.words("site_search")
    return {
        "language": voice.language,
        "locale": _LOCALES[voice.language],
        "folder": "recommendations/",
        "names": {
            "body": _names((voice.short(one), voice.actor(one)) for one in values.bodies),
            "ministry": _names((voice.short(one), voice.actor(one)) for one in values.ministries),
            "theme": _names((voice.theme(one), voice.theme(one)) for one in values.themes),
            "group": _names((name_of_group(voice, one),) * 2 for one in values.groups),
        },
        "kind": names_of_kinds(voice),
        "value": names_of_reached(voice),
        "position": names_of_positions(voice),
        "smallWords": own.say("small_words").split(),
        "paragraphWords": own.say("paragraph_words").split(),
        "label": _labels(voice),
        "rows": [_told(record, voice) for record in voice.site.records],
    }


def _names(told: Iterable[tuple[Link | Run, Link | Run]]) -> list[dict[str, str]]:
    """Return names in short and in full, with their language where it is not the page's."""
    pairs = ((run_of(short), run_of(full)) for short, full in told)
    return [
        {"short": short.text, "full": full.text, "language": short.language or ""}
        for short, full in pairs
    ]


def _told(record: Recommendation, voice: Voice) -> list[Any]:
    """Return how a record is shown: its place, states, and which of its texts."""
    shown, is_official = record.words_for(voice.language)
    return [
        voice.places.place(record),
        _states(record, voice),
        shown.choose(voice.language)[0],
        int(is_official),
    ]


def _states(record: Recommendation, voice: Voice) -> str:
    """Return the states that recommend it in the UPR, or an empty text."""
    states = record.source.recommended_by
    told = states_in_words(states, voice.language)
    return voice.places.marked(record, "recommended_by", told) if states else ""


def _labels(voice: Voice) -> dict[str, str]:
    """Return the words that the script puts on the page; names in braces it fills in itself."""
    own, entry = voice.words("site_search"), voice.words("site_entry").label
    answers = entry["answers"]
    return {
        "unverified": voice.words("site").label["unverified_mark"],
        "official": entry["official"],
        "ours": entry["ours"],
        "answers": answers,
        "not_recorded": voice.words("site_entry").say("not_recorded"),
        "answers_inferred": voice.words("place").say("inferred", told=answers),
        "reported": entry["reported"],
        "assessed": entry["assessed"],
        "theme": own.label["theme"],
        "states": own.label["states"],
        "position": own.label["position"],
        "loading": own.say("loading"),
        "nothing_asked": own.say("nothing_asked", n="{n}"),
        "found_one": own.say("found_one"),
        "found_other": own.say("found_other", n="{n}"),
        "none": own.say("nothing_found"),
        "partial": own.say("partial"),
        "alike": own.say("alike", word="{word}", words="{words}"),
        "unknown": own.say("unknown", told="{told}"),
        "quoted": own.say("quoted", word="{word}"),
        "more": own.say("more", n="{n}", left="{left}"),
        "chosen": own.say("chosen", n="{n}"),
        "copied": own.say("copied"),
        "copy_this": own.label["copy_this"],
    }
