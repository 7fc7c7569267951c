"""Pages read back as a reader's program would show them."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

UNSEEN = {"style"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self._inside: list[str] = []
        self._in_picture = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._in_picture:
            self.tags.append(" ".join([tag, *(name for name, _ in attrs)]))
        self._in_picture |= tag == "svg"
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_picture &= tag != "svg"
        self._inside.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if not (self._inside and self._inside[-1] in UNSEEN):
            self.words.append(data)


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def as_html(page: str, form: str) -> str:
    """Return a page as HTML; Markdown is rendered as GitHub does."""
    if form == "html":
        return page
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page)


def normal(words: str) -> str:
    """Return text with every run of spaces and line breaks as one space."""
    return " ".join(words.split())


def shown_text(page: str, form: str) -> str:
    """Return the text that a reader of the page sees."""
    return normal("".join(_read(as_html(page, form)).words))


def structure(page: str, form: str) -> list[str]:
    """Return the page's elements with the names of their attributes, in order.

    What is inside a picture is left out: it has more elements where text needs more lines.
    """
    return _read(as_html(page, form)).tags
