"""The tags of a template, filled in by docxtpl inside the sandbox.

Blocks do not pass through Jinja, which would give templates the making of Word's XML, and docxtpl,
which reads some characters of the result once more. Where a tag asks for blocks it leaves a mark,
and the blocks are put in its place when all tags are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from anbefal.documents.content.names import ALL_SECTIONS
from anbefal.documents.formats.failing import ANEW, failed, failed_at
from anbefal.documents.formats.word.hazards import place_of
from anbefal.documents.formats.word.tag_failures import FAILURES, reason, tag_failed, where_is
from anbefal.documents.formats.word.xml import WORD, Xml, literal, own_words, parsed

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

MARK = "{urn:anbefal:documents}blocks"
"""The name of the elements that stand where blocks are to be put."""

PARTS = ("title", "subtitle", "marking", "author", "head", "body", "rest")
"""Names of blocks that a template may ask for by a tag of their own, such as ``{{p body }}``."""

_ALONE = re.compile(
    r"\{[{%#]p\s.*?[}%#]\}"  # what docxtpl puts in the place of its whole paragraph
    rf"|\{{\{{\s*(?:{'|'.join(PARTS)}|section\.\w+)\s*\}}\}}"
)
_WHOLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_ASKS = re.compile(r"^\{[{%].*\b(?:body|rest|section|sections|named)\b")
_DATA = re.compile(r"^\{[{%].*\b(?:sections|named)\b")
"""What asks for sections, and what writes them in a way of its own."""

_WHOLE_HINT = "Write it as in {{p body }}, with two braces at each end."
_BODY_HINT = "Put {{p body }} in a paragraph of its own, where it is to stand."
_BEFORE_PARAGRAPHS = re.compile(r"(?=<w:p[ />])")
_AFTER_TAGS = re.compile(r"\n(?=<w:p[ />])")

_NO_XML = "the filter safe is not for Word, whose templates show text as it is written"
_IN_PARTS = "what it asks for can only be put in whole, by a tag in a paragraph of its own"


def fill(data: bytes, name: str, content: Mapping[str, Any]) -> Any:
    """Return a template with its tags filled in, as a document of python-docx.

    Args:
        data: The template, looked through.
        name: The name of its file.
        content: What the document says, as plain data.

    Raises:
        TemplateFailed: A tag has an error or tried what templates may not do.
    """
    template = _template_class()(BytesIO(data))
    template.told = name
    context, environment = _context(content), _environment()
    try:
        template.render(context, environment)
    except (MemoryError, RecursionError) as error:
        raise failed_at(name, None, reason(error)) from error
    except FAILURES as error:
        raise failed(name, "cannot be read as a Word document", ANEW) from error
    return template.docx


def check_tags(name: str, root: Xml, where: str = "") -> list[str]:
    """Return the tags of a part, all of which are whole and stand where they may.

    Args:
        name: The name of the template's file.
        root: The part.
        where: What part it is, such as ``a page header``; empty for the text.

    Raises:
        TemplateFailed: Words stand beside a tag that takes the place of its paragraph, or braces
            make no whole tag; either would be lost.
    """
    tags: list[str] = []
    for number, paragraph in enumerate(root.iter(f"{WORD}p"), start=1):
        said = own_words(paragraph).strip()
        found = _ALONE.search(said)
        if found and found[0] != said:
            wrong = f"the tag {found[0]} must stand alone in its paragraph"
            raise failed_at(name, place_of(number, said, where), wrong)
        stray = _BRACES.search(_WHOLE.sub("", said))
        if stray:
            wrong = f"{stray[0]} is part of no whole tag"
            raise failed_at(name, place_of(number, said, where), wrong, _WHOLE_HINT)
        tags += _WHOLE.findall(said)
    return tags


def check_content(name: str, tags: Iterable[str]) -> None:
    """Refuse a template that asks for no part of a document.

    Args:
        name: The name of its file.
        tags: All of its tags.

    Raises:
        TemplateFailed: It would make the same empty document of everything.
    """
    if not any(map(_ASKS.search, tags)):
        raise failed(name, "has no tag for what a document says", _BODY_HINT)


def takes_data(tags: Iterable[str]) -> bool:
    """Return whether tags write sections in their own way, besides asking for them as blocks."""
    return any(map(_DATA.search, tags))


def _context(content: Mapping[str, Any]) -> dict[str, Any]:
    # A section with nothing to say is not there, and the same template serves several kinds.
    names = sorted(ALL_SECTIONS.union(content["named"]))
    sections = {name: _Asked(f"section.{name}") for name in names}
    return {"document": content, "section": sections, **{name: _Asked(name) for name in PARTS}}


class _Asked:
    """What a tag for blocks stands for: no text, of which a template could take a part."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        raise ValueError(_IN_PARTS)

    def __getitem__(self, _: object) -> Any:
        """Refuse to be taken apart."""
        raise ValueError(_IN_PARTS)

    def __getattr__(self, name: str) -> Any:
        """Refuse what texts can do; Python itself may ask what this can."""
        raise AttributeError(name) if name.startswith("__") else ValueError(_IN_PARTS)

    def mark(self) -> Markup:
        """Return what stands in the place of the blocks until they are put there."""
        from markupsafe import Markup

        made = Markup('<w:p><a:blocks xmlns:a="urn:anbefal:documents" of="{}"/></w:p>')
        return made.format(self._name)


def _environment() -> Environment:
    from jinja2 import pass_context

    from anbefal.documents.formats.environment import environment

    made = environment("docx", ())
    made.finalize = pass_context(_as_text)
    made.filters["safe"] = _refuse_xml
    return made


def _refuse_xml(_: Any) -> Any:
    """Refuse to put in text as XML, of which a field that fetches something could be made."""
    from jinja2 import TemplateRuntimeError

    raise TemplateRuntimeError(_NO_XML)


def _as_text(_: Any, value: Any) -> Any:
    """Return a value as the characters that it is, none of which docxtpl reads as its own."""
    from jinja2 import Undefined
    from markupsafe import Markup, escape

    if isinstance(value, _Asked):
        return value.mark()
    if isinstance(value, (Markup, Undefined)):
        return value
    if value is None:
        return ""
    if not isinstance(value, (str, int, float)):
        raise TypeError("a tag stands for a list or a group of values, which is no text")
    said = str(escape(literal(str(value))))
    return Markup(said.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - it is escaped


def _template_class() -> Any:
    """Return docxtpl's class with errors that tell their place, made when it is first needed."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    from jinja2 import TemplateError

    from anbefal.documents.formats.environment import watcher

    class Template(DocxTemplate):  # type: ignore[misc]
        """A template whose lines are its paragraphs, and whose result must be well-formed."""

        told = ""

        def patch_xml(self, src_xml: str) -> str:
            """Return XML as Jinja can read it, each paragraph in a line of its own."""
            patched: str = super().patch_xml(_BEFORE_PARAGRAPHS.sub("\n", src_xml))
            return patched

        def render_xml_part(
            self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Environment
        ) -> str:
            """Return a part with its tags filled in."""
            where = where_is(part)
            try:
                template = jinja_env.from_string(src_xml)
                watcher.get()(template)
                filled = template.render(context)
            except (TemplateError, *FAILURES) as error:
                raise tag_failed(self.told, where, src_xml, error) from error
            filled = _AFTER_TAGS.sub("", filled)
            for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
                filled = filled.replace(written, meant)
            made: str = self.resolve_listing(filled)
            try:
                parsed(made)
            except SyntaxError as error:
                wrong = "a tag stands where it cannot; begin and end each one in the same place"
                raise failed_at(self.told, where or "its text", wrong) from error
            return made

        def render_footnotes(
            self, context: Mapping[str, Any], jinja_env: Environment | None = None
        ) -> None:
            """Fill in the notes as page headers are, and once, however many sections there are."""
            from docx.opc.constants import RELATIONSHIP_TYPE

            for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
                for key, xml in self.build_headers_footers_xml(context, kind, jinja_env):
                    self.map_headers_footers_xml(key, xml)

        def render_properties(self, *_: Any) -> None:
            """Leave the properties alone: they are made anew, whatever the template's say."""

    return Template
