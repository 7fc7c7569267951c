"""Where templates lie: the program's own, and those with which a repository replaces them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from anbefal.errors import TemplateFailed

_ENDINGS = {"html": "html.j2", "md": "md.j2", "docx": "docx", "pdf": "typ"}


def default_templates() -> Path:
    """Return the folder of the templates that come with the program.

    In an installed package they lie beside the formats; in a checkout that is installed for
    development, in the checkout's own ``templates/``.
    """
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[4] / "templates"


def template_names(kind: str, form: str) -> tuple[str, str]:
    """Return the names that the template of a document may have, the one that wins first.

    Args:
        kind: A kind of document, such as ``brief``.
        form: A format, such as ``html``.
    """
    ending = _ENDINGS[form]
    return f"{kind}.{ending}", f"document.{ending}"


def own_templates(repository: Path | None, kind: str, form: str) -> tuple[Path, ...]:
    """Return the folders to search for a document's templates, where a repository has its own.

    Args:
        repository: The repository, or ``None``.
        kind: The kind of document.
        form: Its format.

    Returns:
        The repository's ``templates`` and then the program's; nothing where the repository has no
        template that such a document could be made with.

    Raises:
        TemplateFailed: What has the name of such a template, or of the folder, is none.
    """
    if repository is None:
        return ()
    own, default = repository.absolute() / "templates", default_templates()
    if not os.path.lexists(own):
        return ()
    if own.is_symlink() or not own.is_dir():
        message = "templates/ of the repository is no folder, but a link or a file."
        raise TemplateFailed(message, "Put a folder in its place, or remove it.")
    if own.samefile(default):
        return ()
    ending = "." + _ENDINGS[form]
    parts = {path.name for path in default.iterdir() if path.name.endswith(ending)}
    found = [
        own / name
        for name in sorted({*template_names(kind, form), *parts})
        if os.path.lexists(own / name)
    ]
    for path in found:
        _require_file(path)
    return (own, default) if found else ()


def _require_file(path: Path) -> None:
    """Refuse what has the name of a template and is none.

    If it were passed over, a document would be made in another way than its writer meant, and
    nobody would be told.
    """
    if not path.is_file():
        message = f"The template {path.name} is no file that can be read."
        raise TemplateFailed(message, "Put a file in its place, or remove it.")


def find_template(folders: Sequence[Path], names: Sequence[str]) -> Path:
    """Return the file of the first name that the first folder has that has any of the names.

    So a repository's own letterhead for every document also serves those of which the program has
    a template for that kind alone.

    Raises:
        TemplateFailed: It is a link that leads out of the folders, or there is none.
    """
    for folder in folders:
        for name in names:
            path = folder / name
            if path.is_file():
                if lies_in(path, folders):
                    return path
                message = f"The template {name} is a link out of templates/, and is not followed."
                raise TemplateFailed(message, "Put a file in its place.")
    raise TemplateFailed(f"There is no template {names[0]}.", "Install the program anew.")


def lies_in(path: Path, folders: Sequence[Path]) -> bool:
    """Return whether a file really lies in one of the folders, wherever links lead."""
    # A link in a folder's own name is not followed either: it could lead anywhere.
    real = [folder.parent.resolve() / folder.name for folder in folders]
    return any(path.resolve().is_relative_to(folder) for folder in real)
