"""The parts of a template made ready: looked through, cleaned, in the language of the document."""

from __future__ import annotations

from collections.abc import Mapping

from anbefal.documents.formats.word.cleaning import (
    clean_settings,
    clean_styles,
    clean_text,
    remove_changes,
)
from anbefal.documents.formats.word.hazards import PLACES, check_text
from anbefal.documents.formats.word.inlines import TAGS
from anbefal.documents.formats.word.tags import check_tags
from anbefal.documents.formats.word.template_pictures import remove_second_pictures
from anbefal.documents.formats.word.xml import WORD, Xml, parsed, serialised, short_name

TEXTS = {"document": "", "hdr": PLACES["header"], "ftr": PLACES["footer"]} | {
    kind: PLACES[kind] for kind in ("footnotes", "endnotes")
}
"""Roots of parts whose text may hold tags, and how they are named to people."""

_OTHERS = {"numbering": "its lists", "styles": "its styles", "settings": "its settings"}


def prepared(
    name: str, parts: Mapping[str, bytes], language: str
) -> tuple[dict[str, bytes], list[str]]:
    """Return the parts of a template as they may be filled in, and all of its tags.

    Args:
        name: The name of the template's file.
        parts: Its parts by their names.
        language: The document's language.

    Raises:
        TemplateFailed: A part holds what a template may not hold.
    """
    made = dict(parts)
    tags: list[str] = []
    for part, data in parts.items():
        if part.lower().endswith(".xml") and not part.startswith("["):
            root = parsed(data)
            remove_second_pictures(root)
            tags += _prepare(name, part, root, TAGS[language])
            made[part] = serialised(root)
    return made, tags


def _prepare(name: str, part: str, root: Xml, tag: str) -> list[str]:
    """Make a part ready, and return the tags in it."""
    kind = short_name(root)
    if kind in TEXTS:
        where = TEXTS[kind]
        check_text(name, root, where)
        clean_text(root)
        return check_tags(name, root, where)
    if kind == "settings":
        clean_settings(root)
        for one in root.iter(f"{WORD}themeFontLang"):
            one.set(f"{WORD}val", tag)
    elif kind == "styles":
        clean_styles(root, tag)
    remove_changes(root)
    check_text(name, root, _OTHERS.get(kind, part))
    return []
