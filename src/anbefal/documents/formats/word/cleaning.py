"""What people leave in a file that they have written in Word, and what no document takes along."""

from __future__ import annotations

from anbefal.documents.formats.word.xml import WORD, Xml, remove, short_name

_TRACES = ("rsid", "paraId", "textId")
_ELEMENTS = frozenset(
    {
        "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
        "commentReference", "permStart", "permEnd", "printerSettings", "dataBinding",
    }
)  # fmt: skip
_SETTINGS = frozenset(
    {
        "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation",
        "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders",
        "characterSpacingControl", "footnotePr", "endnotePr", "compat", "themeFontLang",
        "clrSchemeMapping", "decimalSymbol", "listSeparator",
    }
)  # fmt: skip
"""Settings that a document takes over; the rest is about people, protection and merging."""


def clean_text(root: Xml) -> None:
    """Take away a text's traces of editing: who, when, comments, the languages of keyboards."""
    for element in root.iter():
        for name in [one for one in element.attrib if _is_trace(one)]:
            del element.attrib[name]
    remove(one for one in root.iter() if short_name(one) in _ELEMENTS)
    remove(root.iter(f"{WORD}lang"))
    remove(one for one in root.iter(f"{WORD}bookmarkStart") if _is_cursor(one))
    _remove_ends(root)


def clean_settings(root: Xml) -> None:
    """Keep only the settings that a document takes over."""
    for one in list(root):
        if short_name(one) not in _SETTINGS:
            root.remove(one)


def remove_changes(root: Xml) -> None:
    """Take away what styles and lists tell of who has changed them, and how they were before."""
    remove(one for one in root.iter(f"{WORD}*") if short_name(one).endswith("Change"))


def clean_styles(root: Xml, tag: str) -> None:
    """Make a language that of all styles.

    Args:
        root: The styles.
        tag: What Word calls the language.
    """
    defaults = root.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")
    told = [one for one in root.iter(f"{WORD}lang") if one.getparent() is not defaults]
    remove(told)
    for element in root.iter():
        for name in [one for one in element.attrib if _is_trace(one)]:
            del element.attrib[name]
    _tell_language(root, tag)


def _tell_language(root: Xml, tag: str) -> None:
    from anbefal.documents.formats.word.xml import node

    at = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        found = at.find(WORD + name)
        if found is None:
            found = node(name)
            at.insert(0, found)
        at = found
    language = at.find(f"{WORD}lang")
    if language is None:
        language = node("lang")
        at.append(language)
    language.set(f"{WORD}val", tag)


def _is_trace(name: str) -> bool:
    return name.rpartition("}")[2].startswith(_TRACES)


def _is_cursor(bookmark: Xml) -> bool:
    return bool(bookmark.get(f"{WORD}name") == "_GoBack")


def _remove_ends(root: Xml) -> None:
    """Remove the ends of bookmarks that begin no more."""
    begun = {one.get(f"{WORD}id") for one in root.iter(f"{WORD}bookmarkStart")}
    remove(one for one in root.iter(f"{WORD}bookmarkEnd") if one.get(f"{WORD}id") not in begun)
