"""Lines as Markdown that shows exactly their words, strong where they are."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from anbefal.markup import markdown_escapes


class Literal(str):
    """Markdown that is not escaped again. Whatever is made of it is text again."""

    __slots__ = ()


def markdown_runs(
    runs: Iterable[Mapping[str, Any]], *, start: bool = True, strong: bool = False
) -> Literal:
    """Return a line of runs as Markdown.

    Runs are escaped together, since what is harmless in one may be markup with what comes next.

    Args:
        runs: Each with ``text`` and ``strong``.
        start: Whether they stand at the beginning of a line, where more characters are markup.
        strong: Whether all of them are strong.
    """
    shown = _characters(runs, strong=strong)
    escapes = markdown_escapes("".join(character for character, _ in shown), start=start)
    written = [
        ("\\" + character if place in escapes else character, stands_out)
        for place, (character, stands_out) in enumerate(shown)
    ]
    spans = [
        (stands_out, "".join(character for character, _ in span))
        for stands_out, span in groupby(written, key=lambda one: one[1])
    ]
    texts = ["", *(text for _, text in spans), ""]
    made = [
        f"**{text}**" if stands_out and _may_stand(texts[number], text, texts[number + 2]) else text
        for number, (stands_out, text) in enumerate(spans)
    ]
    return Literal("".join(made))


def _characters(runs: Iterable[Mapping[str, Any]], *, strong: bool) -> list[tuple[str, bool]]:
    """Return each character and whether it is strong, with every run of spaces as one space.

    A space is strong only between characters that are, since markup must not stand beside one.
    """
    shown: list[tuple[str, bool]] = []
    spaced = False
    for run in runs:
        stands_out = strong or run["strong"]
        for character in run["text"]:
            if character.isspace():
                spaced = bool(shown)
                continue
            if spaced:
                shown.append((" ", shown[-1][1] and stands_out))
                spaced = False
            shown.append((character, stands_out))
    return shown


def _may_stand(before: str, text: str, after: str) -> bool:
    """Return whether asterisks around a text are markup by CommonMark's rules for what is beside.

    Beside a letter they are not if the text begins or ends with punctuation.
    """
    return _flanks(text[0], before[-1:]) and _flanks(text[-1], after[:1])


def _flanks(inner: str, outer: str) -> bool:
    """Return whether a delimiter between the two belongs to the inner character."""
    category = unicodedata.category(inner)
    if not (category[0] in "PS" or inner in string.punctuation):
        return True
    # Symbols other than those of ASCII are punctuation only in newer versions of CommonMark.
    return not outer or outer == " " or outer in string.punctuation
