"""What goes wrong in a template, as one sentence with the template's name and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from traceback import walk_tb

from anbefal.errors import TemplateFailed
from anbefal.markup import visible

MEND = "Mend it, or remove it so that the program's own is used."

_LONGEST = 300
"""Characters of what a library tells of a failure."""


def template_failed(error: Exception, template: str, folders: Sequence[Path]) -> TemplateFailed:
    """Return what a template's failure is for whoever wrote it.

    Args:
        error: What was raised while the template was read or run.
        template: The name of the document's template, where the failure does not tell another.
        folders: Where templates lie, the repository's first.
    """
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateFailed):
        return error
    if isinstance(error, TemplateSyntaxError):
        return failed_at(error.name or template, error.lineno, error.message or "it is not whole")
    frames = [(tb.f_code.co_filename, line) for tb, line in walk_tb(error.__traceback__)]
    name, line = place(reversed(frames), folders) or (template, None)
    return failed_at(name, line, _reason(error, in_a_line=line is not None))


def _reason(error: Exception, *, in_a_line: bool) -> str:
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"it asks for {error.name or ''!r}, which is no file in templates/"
    if isinstance(error, MemoryError):
        return "it needs more memory than a template may use"
    if isinstance(error, RecursionError) and in_a_line:
        return "it calls itself without an end (recursion)"
    if isinstance(error, (RecursionError, SyntaxError)):  # of the program that Jinja makes of it
        return "it is nested too deeply"
    return str(error) or type(error).__name__


def failed_at(template: str, line: int | None, reason: str) -> TemplateFailed:
    """Return the failure of a template for a reason, in a line where that is known.

    Lines of a Word template are its paragraphs, after one that holds what stands before them.
    """
    where = f"in line {line}" if line else "as a whole"
    if line and template.endswith(".docx"):
        where = f"in paragraph {max(1, line - 1)}"
    reason = visible(" ".join(reason.split()))[:_LONGEST].rstrip(".")
    return TemplateFailed(f"The template {visible(template)} failed {where}: {reason}.", MEND)


def place(frames: Iterable[tuple[str, int]], folders: Sequence[Path]) -> tuple[str, int] | None:
    """Return the template and line that a failure is due to.

    That is where the repository's own templates were left, or else any template.

    Args:
        frames: Files and lines that were being run, the innermost first.
        folders: Where templates lie, the repository's first.
    """
    told = list(frames)
    for folder in folders:
        for file, line in told:
            if Path(file).is_relative_to(folder):
                return Path(file).relative_to(folder).as_posix(), line
    return None
