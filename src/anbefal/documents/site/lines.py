"""Lines of a page: sentences with links in them, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from anbefal.documents.content.blocks import Run
from anbefal.documents.content.lines import foreign_line
from anbefal.documents.content.sentences import before_last, filled
from anbefal.documents.site.page import Link, SiteLine
from anbefal.documents.site.voice import Voice, without_targets
from anbefal.wording import Wording

_ON_THE_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def site_line(*parts: str | Run | Link | SiteLine) -> SiteLine:
    """Return a line of words, runs, links and other lines, one after the other."""
    made: list[Run | Link] = []
    for part in parts:
        if isinstance(part, str):
            made += [Run(part)] if part else []
        elif isinstance(part, tuple):
            made += part
        else:
            made.append(part)
    return tuple(made)


def site_sentence(words: Wording, key: str, **parts: str | Run | Link | SiteLine) -> SiteLine:
    """Return a sentence with links and lines filled in where it has their names."""
    return site_line(*filled(words, key, parts))


def counted_sentence(
    words: Wording, key: str, number: int, **parts: str | Run | Link | SiteLine
) -> SiteLine:
    """Return a sentence in singular or plural, with a number, links and lines filled in."""
    form = "one" if number == 1 else "other"
    return site_sentence(words, f"{key}_{form}", n=words.number(number), **parts)


def counted_words(words: Wording, key: str, number: int) -> str:
    """Return a number with its noun, or a sentence with both; thousands are told apart."""
    form = "one" if number == 1 else "other"
    return words.say(f"{key}_{form}", n=words.number(number))


def listed(parts: Sequence[Run | Link], words: Wording) -> SiteLine:
    """Return links as a list in a sentence, with the language's "and" before the last."""
    if len(parts) < 2:  # noqa: PLR2004 - a list has two
        return tuple(parts)
    *first, last = parts
    return site_line(in_a_row(first), before_last(words), last)


def in_a_row(parts: Iterable[Run | Link]) -> SiteLine:
    """Return links with commas between them."""
    made: list[Run | Link] = []
    for number, part in enumerate(parts):
        made += [Run(", "), part] if number else [part]
    return tuple(made)


def outside(address: str | None, text: str) -> Link | None:
    """Return words that lead to an address, or ``None`` where it is none of the web.

    Only http and https lead anywhere: any other scheme may be a script.
    """
    if address is None or not _ON_THE_WEB.fullmatch(address):
        return None
    return Link(text, address, is_outside=True)


def own_words(voice: Voice, said: str) -> SiteLine:
    """Return words of a field without languages on one line.

    They are in the language of the repository, which is named where it is not the page's.
    """
    own, mark = voice.site.dataset.settings.language, voice.kept(_mark_of_language)
    return Run(" ".join(said.split()), language=own if mark else None), *mark


def _mark_of_language(voice: Voice) -> SiteLine:
    """Return what names the language of the repository; nothing where the page has the same."""
    own = voice.site.dataset.settings.language
    return without_targets(foreign_line("", own, voice.words("site")))[1:]


def capital(words: str) -> str:
    """Return words as a heading or a sentence begins."""
    return words[:1].upper() + words[1:]


def plain(line: SiteLine) -> str:
    """Return the words of a line alone."""
    return "".join(part.text for part in line)
