"""How a document is marked, put where its readers see it if the template has left it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from anbefal.documents.formats.word.xml import WORD, Xml, literal, short_name, words_of

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def keep_marking(
    document: Any, roots: Iterable[Xml], marking: str, line: Callable[[str], Xml]
) -> None:
    """Put the marking above the text and into the page headers, unless the first page shows it.

    Args:
        document: The document of python-docx, in which all else stands in its place.
        roots: Its text, and its page headers and footers.
        marking: How it is marked; empty where it is not.
        line: Makes the paragraph of the marking.
    """
    said = literal(marking)
    if not said or any(said in words_of(root) for root in _first_page(document)):
        return
    document.element.body.insert(0, line(marking))
    for root in roots:
        if short_name(root) == "hdr":
            root.append(line(marking))


def _first_page(document: Any) -> list[Xml]:
    """Return what the first page shows: the text, and its header and footer."""
    body = document.element.body
    section = next(body.iter(f"{WORD}sectPr"), None)
    if section is None:
        return [body]
    first = section.find(f"{WORD}titlePg")
    is_own = first is not None and first.get(f"{WORD}val", "1") not in {"0", "false", "off"}
    kind = "first" if is_own else "default"
    named = [one.get(_ID) for one in section if one.get(f"{WORD}type") == kind]
    # The section's own way to them leads to what they were before the tags were filled in.
    relations = document.part.rels
    return [body, *(relations[one].target_part.element for one in named if one in relations)]
