"""What a page that a repository's own templates have made must hold, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from anbefal.documents.formats.failing import failed_at
from anbefal.errors import TemplateFailed

_NOT_SHOWN = frozenset({"head", "style", "script", "template"})


def words_shown(page: str, form: str) -> str:
    """Return the words that a page shows.

    Args:
        page: HTML or Markdown.
        form: Which of them it is, as ``html`` or ``md``.
    """
    if form == "md":
        return page
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.words)


def sections_without(content: Mapping[str, Any], words: str) -> tuple[str, ...]:
    """Return the names of the sections whose words are not among those that are shown.

    A section is known by its heading; one that has none, by the first words in it.

    Args:
        content: What the document says, as plain data.
        words: What is shown.
    """
    shown = _plain(words)
    told = [(one["name"], _plain(next(_first_words(one), ""))) for one in content["sections"]]
    return tuple(name for name, said in told if said not in shown)


def shows(words: str, said: str) -> bool:
    """Return whether words that are shown hold those of the document."""
    return _plain(said) in _plain(words)


def marking_lost(template: str, marking: str) -> TemplateFailed:
    """Return that a template leaves out what must stand on the document.

    Args:
        template: The name of its file.
        marking: How the document is marked.
    """
    wrong = f"it leaves out the marking of the document ({marking})"
    hint = "Show document.marking at its top, or remove the template, and the program's is used."
    return failed_at(template, None, wrong, hint)


def _plain(text: str) -> str:
    # Backslashes are how Markdown escapes, and in no heading of ours.
    return " ".join(text.replace("\\", "").split())


def _first_words(section: Mapping[str, Any]) -> Iterator[str]:
    if section["title"]:
        yield section["title"]
    yield from _texts(section["blocks"])


def _texts(value: Any) -> Iterator[str]:
    """Yield the words of runs and labels in their order."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, str) and name in {"text", "label"} and inner.strip():
                yield inner
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


class _Reader(HTMLParser):
    """Gathers the words that a page of HTML shows."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own
        if tag == "body":
            self._inside = ""
        elif not self._inside and tag in _NOT_SHOWN:
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.words.append(data)
