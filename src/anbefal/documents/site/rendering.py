"""A page as HTML, by the template of its kind. A repository's own templates have no part in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from anbefal.documents.formats.folders import default_templates
from anbefal.documents.site.addresses import SEARCH, to_root
from anbefal.documents.site.frame import frame_of
from anbefal.documents.site.page import Link, Page
from anbefal.documents.site.voice import Voice

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "site"
"""The folder of the site's templates in that of all templates."""


def render_page(page: Page, voice: Voice) -> bytes:
    """Return a page as the content of an HTML file.

    Args:
        page: What it shows.
        voice: The words of its language.
    """
    template = _environment().get_template(f"{page.address.kind}.html.j2")
    made = template.render(
        page=page,
        content=page.content,
        frame=frame_of(page, voice),
        words=voice.words("site"),
        root=to_root(page.path),
        search=SEARCH.path(page.language),
    )
    return made.encode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from anbefal.documents.site.markup import line_html

    made = Environment(
        loader=FileSystemLoader(default_templates() / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.tests["link"] = _is_link
    made.globals["html"] = line_html
    return made


def _is_link(part: object) -> bool:
    return isinstance(part, Link)
