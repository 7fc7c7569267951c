"""The program's own templates, told to those who want to change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from anbefal.documents.content.names import SECTIONS
from anbefal.documents.formats.folders import default_templates, find_template, template_names

FORMATS = {".docx": "Word", ".html.j2": "HTML", ".md.j2": "Markdown", ".typ": "PDF"}
"""The endings of templates, and what is made with them."""

_FORMS = {".docx": "docx", ".html.j2": "html", ".md.j2": "md", ".typ": "pdf"}
_ABOUT = {
    "document": "Every kind of document as {format} that has no template of its own.",
    "request": "The letter that asks for a meeting, as {format}.",
    "blocks": "How paragraphs, lists, tables and the like look in {format}.",
}
_PART = "A part that the templates of {format} use."
_WORD_TAGS = (
    ("{{p title }}", "the title, in the style Title"),
    ("{{p subtitle }}", "what kind of document it is, in the style Subtitle"),
    ("{{p marking }}", "that it is internal or a draft, in the style Merking"),
    ("{{p author }}", "who it comes from, in the style Avsender"),
    ("{{p head }}", "what stands before the first section"),
    ("{{p body }}", "all sections"),
    ("{{p section.NAME }}", "one section; the names are below"),
    ("{{p rest }}", "all sections that no other tag asks for"),
    ("{{ document.title }}", "words alone, also in a line: title, subtitle, marking, author, day"),
    ("{{ document.labels.page }}", "words of the document's language: page, of"),
)


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template of the program.

    Attributes:
        name: What a repository's own must be called to replace it.
        source: The file.
        about: What it does.
    """

    name: str
    source: Path
    about: str


def template_files() -> tuple[TemplateFile, ...]:
    """Return the program's own templates by their names."""
    files = sorted(path for path in default_templates().iterdir() if _ending(path.name))
    return tuple(TemplateFile(path.name, path, _about(path.name)) for path in files)


def template_file(name: str) -> TemplateFile | None:
    """Return the template with which one of a name would begin, or ``None``.

    Args:
        name: The name of one of the program's templates, or that of a kind of document with the
            ending of a format, such as ``brief.docx``.
    """
    own = next((one for one in template_files() if one.name == name), None)
    ending = _ending(name)
    kind = name.removesuffix(ending)
    if own or not ending or kind not in SECTIONS:
        return own
    folders = [default_templates()]
    source = find_template(folders, template_names(kind, _FORMS[ending]))
    return TemplateFile(name, source, f"The {kind} as {FORMATS[ending]}.")


def names_to_copy() -> list[str]:
    """Return every name that :func:`template_file` knows."""
    kinds = (f"{kind}{ending}" for kind in SECTIONS for ending in FORMATS)
    return sorted({*(one.name for one in template_files()), *kinds})


def told_tags(name: str) -> Iterator[str]:
    """Yield what the writer of a template should know, line by line."""
    if not name.endswith(".docx"):
        language = "Typst" if name.endswith(".typ") else "Jinja"
        yield f"It is written in {language}, and is given the document as plain data."
        return
    width = max(len(tag) for tag, _ in _WORD_TAGS)
    yield "Tags, each with {{p alone in its paragraph:"
    yield from (f"  {tag:<{width}}  {meaning}" for tag, meaning in _WORD_TAGS)
    yield "Sections:"
    kind = name.removesuffix(".docx")
    told = [one for one in SECTIONS if kind in {one, "document"}]
    yield from (f"  {one}: {', '.join(SECTIONS[one])}" for one in told)
    yield "Looks are changed in the styles: Normal, Heading 1, List Bullet, Punkt, Fakta and more."


def _ending(name: str) -> str:
    return next((ending for ending in FORMATS if name.endswith(ending)), "")


def _about(name: str) -> str:
    ending = _ending(name)
    return _ABOUT.get(name.removesuffix(ending), _PART).format(format=FORMATS[ending])
