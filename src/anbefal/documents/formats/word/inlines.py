"""Lines of a document as the runs of a Word paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from anbefal.documents.formats.word.styles import Styles
from anbefal.documents.formats.word.xml import Xml, node, text_node

TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "se": "se-NO"}
"""What Word calls the languages."""

LONGEST_NAME = 40
"""Characters that Word lets a bookmark's name have."""


def runs_of(line: Sequence[Mapping[str, Any]], styles: Styles) -> list[Xml]:
    """Return the runs of a line, those that lead to a point inside a link."""
    return [_linked(run, styles) if run["target"] else _run(run, styles) for run in line]


def plain_run(text: str, style: str = "", language: str | None = None) -> Xml:
    """Return a run of words.

    Args:
        text: The words.
        style: The id of a character style; empty for none.
        language: Their language, where it is not the document's.
    """
    made = node("rPr")
    if style:
        made.append(node("rStyle", val=style))
    if language:
        made.append(node("lang", val=TAGS[language]))
    return node("r", *([made] if len(made) else []), text_node(text))


def tab_run() -> Xml:
    """Return a run that is a tab."""
    return node("r", node("tab"))


def bookmark_name(anchor: str, number: int) -> str:
    """Return the name of the bookmark at a numbered point."""
    return f"{anchor}-{number}"[-LONGEST_NAME:]


def _run(run: Mapping[str, Any], styles: Styles) -> Xml:
    style = styles.of("Strong") if run["strong"] else ""
    return plain_run(run["text"], style, run["language"])


def _linked(run: Mapping[str, Any], styles: Styles) -> Xml:
    made = plain_run(run["text"], styles.of("Hyperlink"), run["language"])
    if run["strong"]:
        made.find(f"{made.tag}Pr").find("{*}rStyle").addnext(node("b"))
    return node("hyperlink", made, anchor=run["target"][-LONGEST_NAME:], history=1)
