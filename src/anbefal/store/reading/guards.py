"""What the fast YAML reader lets pass and a data file may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from anbefal.diagnostics import Diagnostic, Lines
from anbefal.store.reading import findings
from anbefal.store.reading.findings import finding
from anbefal.store.reading.nodes import expanded_size, first_token, too_deep

MAX_VALUES = 100_000
MANY_BRACKETS = 2_000
"""Brackets from which on their depth is looked at first: the fast reader's time grows with its
square."""

MAX_TOLD = 20
"""How many findings of one kind a text may have; a file of zeros would have a million."""

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_MAYBE_TAG = re.compile(r"^%|(?:^|[\s\[{,:-])!", re.MULTILINE)
_MAYBE_ANCHOR = re.compile(r"(?:^|[\s\[{,:-])&\S", re.MULTILINE)
_MAYBE_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*\S", re.MULTILINE)


def check_text(file: str, text: str) -> Iterator[Diagnostic]:
    """Yield what makes a text unfit to be read as data, before it is parsed."""
    lines = Lines(text)
    if "\ufeff" in text:
        yield finding(
            findings.BYTE_ORDER_MARK,
            file,
            "The file holds a byte-order mark (U+FEFF), which is invisible.",
            hint="Save the file as UTF-8 without BOM.",
            position=lines.position(text.index("\ufeff")),
        )
    for match in islice(_ODD.finditer(text), MAX_TOLD):
        yield finding(
            findings.CONTROL_CHARACTER,
            file,
            f"The character U+{ord(match[0]):04X} is invisible and does not belong in text.",
            hint="Delete it. It often comes along with text pasted from Word or a PDF.",
            position=lines.position(match.start()),
        )
    marked = "<<<<<<<" in text or ">>>>>>>" in text
    for match in islice(_CONFLICT.finditer(text), MAX_TOLD) if marked else ():
        yield finding(
            findings.CONFLICT_MARKER,
            file,
            "A merge conflict is not resolved.",
            hint="Keep what is right and delete the marker lines.",
            position=lines.position(match.start()),
        )


def check_structure(file: str, text: str) -> Iterator[Diagnostic]:
    """Yield bottomless nesting, tags, directives and exploding aliases.

    The slow reader looks only at texts that a quick search finds suspect.
    """
    if text.count("[") + text.count("{") > MANY_BRACKETS and (place := too_deep(text)):
        message = "The nesting goes deeper than any record."
        yield finding(findings.TOO_DEEP, file, message, position=place)
        return
    maybe_tag = ("!" in text or "%" in text) and _MAYBE_TAG.search(text)
    if maybe_tag and (place := first_token(text, "TagToken", "DirectiveToken")):
        yield finding(
            findings.TAG,
            file,
            "YAML tags and directives are not used in data files.",
            hint="Remove it, or put a text that begins with ! or % in quotes.",
            position=place,
        )
    maybe_alias = "&" in text and "*" in text and _MAYBE_ANCHOR.search(text)
    if maybe_alias and _MAYBE_ALIAS.search(text) and expanded_size(text, MAX_VALUES) > MAX_VALUES:
        yield finding(
            findings.ALIAS_EXPANSION,
            file,
            f"The aliases unfold to more than {MAX_VALUES:,} values.",
            hint="Write the values out instead of repeating them with *names.",
            position=first_token(text, "AliasToken"),
        )
