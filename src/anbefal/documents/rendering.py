"""From content to text: Jinja templates, in a sandbox, with everything shown literally."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from anbefal.errors import TemplateFailed
from anbefal.wording import wording

if TYPE_CHECKING:
    from markupsafe import Markup

    from anbefal.documents.brief import Brief
    from anbefal.documents.pictures.ranking import RankingPicture

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
    picture = _drawn(brief.picture) if form == "html" and brief.picture else ""
    return _render(f"brief.{form}.j2", form, repository, brief=brief, picture=picture)


def _drawn(picture: RankingPicture) -> Markup:
    """Return a picture as markup that a page takes as it is; what is text in it is escaped."""
    from markupsafe import Markup

    from anbefal.documents.pictures.drawing import COMPACT, draw

    return Markup(draw(picture, COMPACT))  # noqa: S704 - an SVG that a library wrote


def _folders(repository: Path | None) -> list[Path]:
    """Return the folders of templates, the one that wins first."""
    own = [repository / "templates"] if repository else []
    return [*own, default_templates()]


def _render(name: str, form: str, repository: Path | None, **content: Any) -> str:
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    from anbefal.documents.environment import environment

    words = wording(content["brief"].language, "brief")
    try:
        template = environment(form, _folders(repository)).get_template(name)
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
