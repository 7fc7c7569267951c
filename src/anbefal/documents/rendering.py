"""From content to text: Jinja templates, in a sandbox, with everything shown literally."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from anbefal.documents.wording import wording
from anbefal.errors import TemplateFailed
from anbefal.markup import markdown_literal, markdown_paragraph

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

    from anbefal.documents.brief import Brief

FORMATS = ("md", "html")
"""Formats of documents, each the ending of its files."""


_MEND = "Mend it, or remove it so that the program's own is used."
_FAILURES = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
    OSError,
)
"""What a template's own expressions, or reading it, can raise."""


def default_templates() -> Path:
    """Return the folder of the templates that come with the program.

    In an installed package they lie beside this module; in a checkout that is installed for
    development, in the checkout's own ``templates/``.
    """
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "templates"


def render_brief(brief: Brief, form: str, repository: Path | None = None) -> str:
    """Return a brief as text.

    Args:
        brief: The content.
        form: One of :data:`FORMATS`.
        repository: A repository whose own ``templates/`` win over those of the program.

    Raises:
        TemplateFailed: The template has an error or tried what templates may not do.
    """
    return _render(f"brief.{form}.j2", form, repository, brief=brief)


def _render(name: str, form: str, repository: Path | None, **content: Any) -> str:
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    words = wording(content["brief"].language)
    try:
        template = _environment(form, repository).get_template(name)
        return template.render(**content, words=words)
    except TemplateSyntaxError as error:
        message = f"The template {error.name or name} has an error in line {error.lineno}: "
        raise TemplateFailed(message + (error.message or ""), "Mend the template.") from error
    except TemplateNotFound as error:
        message = f"The template {name} asks for {error.name!r}, which is no file in templates/."
        raise TemplateFailed(message, _MEND) from error
    except (TemplateError, *_FAILURES) as error:
        if repository is None or not (repository / "templates").is_dir():
            raise  # the program's own template fails: a bug of ours
        raise TemplateFailed(f"The template {name} failed: {error}.", _MEND) from error


def _environment(form: str, repository: Path | None) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [default_templates()]
    if repository:
        folders.insert(0, repository / "templates")

    class Loader(FileSystemLoader):
        def get_source(self, environment: Any, template: str) -> Any:
            """Return a template that really lies in one of the folders, or refuse a link."""
            found = super().get_source(environment, template)
            place = Path(found[1]).resolve()
            if not any(place.is_relative_to(_real(folder)) for folder in folders):
                raise TemplateNotFound(template, f"{template} is a link out of templates/")
            return found

    environment = ImmutableSandboxedEnvironment(
        loader=Loader(folders),
        autoescape=form == "html",
        finalize=_literal_markdown if form == "md" else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["paragraph"] = _paragraph
    return environment


def _real(folder: Path) -> Path:
    """Return a folder without following a link in its own name, which could lead anywhere."""
    return folder.parent.resolve() / folder.name


def _literal_markdown(value: Any) -> Any:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return markdown_literal(value)


def _paragraph(value: str) -> Markup:
    """Return text for the beginning of a line; marked, so that it is not escaped again."""
    return Markup(markdown_paragraph(value))  # noqa: S704 - it is escaped for Markdown here
