"""The sandbox that templates run in: what they may read, and how values become text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from anbefal.markup import markdown_literal, markdown_paragraph


def environment(form: str, folders: Sequence[Path]) -> Environment:
    """Return the environment for a format.

    Args:
        form: ``html``, whose values are escaped as HTML, or ``md``, as Markdown.
        folders: Where templates lie; the first that has one wins.
    """
    made = ImmutableSandboxedEnvironment(
        loader=_Loader(folders),
        autoescape=form == "html",
        finalize=_literal_markdown if form == "md" else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["paragraph"] = _paragraph
    return made


class _Loader(FileSystemLoader):
    """Loads templates that really lie in one of the folders, and refuses links out of them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders)
        # A link in a folder's own name is not followed either: it could lead anywhere.
        self._real = [folder.parent.resolve() / folder.name for folder in folders]

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and place.

        Raises:
            TemplateNotFound: There is none of that name, or it is a link out of the folders.
        """
        found = super().get_source(environment, template)
        place = Path(found[1]).resolve()
        if not any(place.is_relative_to(folder) for folder in self._real):
            raise TemplateNotFound(template, f"{template} is a link out of templates/")
        return found


def _literal_markdown(value: Any) -> Any:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return markdown_literal(value)


def _paragraph(value: str) -> Markup:
    """Return text for the beginning of a line; marked, so that it is not escaped again."""
    return Markup(markdown_paragraph(value))  # noqa: S704 - it is escaped for Markdown here
