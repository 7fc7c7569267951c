"""What goes wrong in a template, as one sentence with the template's name and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from traceback import walk_tb

from anbefal.errors import TemplateFailed
from anbefal.markup import visible

MEND = "Mend it, or remove it so that the program's own is used."
ANEW = "Open it in Word and save it anew as a Word document (.docx)."
TAKE_OUT = "Take it out in Word, or begin anew with 'anbefal template'."

_LONGEST = 300
"""Characters of what went wrong that a message shows."""


def failed(template: str, wrong: str, hint: str = MEND) -> TemplateFailed:
    """Return that a template cannot be used.

    Args:
        template: The name of its file.
        wrong: What is wrong with it, as the rest of a sentence that begins with its name.
        hint: What to do about it.
    """
    said = visible(" ".join(wrong.split()))[:_LONGEST].rstrip(".")
    return TemplateFailed(f"The template {visible(template)} {said}.", hint)


def failed_at(
    template: str, where: int | str | None, reason: str, hint: str = MEND
) -> TemplateFailed:
    """Return that a template cannot be used for a reason, and where that is.

    Args:
        template: The name of its file.
        where: A line; the lines of a Word template are its paragraphs, after one that holds what
            stands before them. Or the place in words, or ``None`` where it is not known.
        reason: What is wrong there.
        hint: What to do about it.
    """
    if isinstance(where, int):
        is_word = template.endswith(".docx")
        where = f"paragraph {max(1, where - 1)}" if is_word else f"line {where}"
    place = f"in {where}" if where else "as a whole"
    return failed(template, f"failed {place}: {reason}", hint)


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
    frames = _frames(error)
    name, line = place(frames, folders) or (template, None)
    innermost = _of_template(frames, folders)
    calls_itself = innermost is not None and frames.count(innermost) > 1
    return failed_at(name, line, _reason(error, calls_itself=calls_itself))


def is_of_template(error: Exception, folders: Sequence[Path]) -> bool:
    """Return whether a failure is that of a repository's own template, not of the program.

    Args:
        error: What was raised while the template was read or run.
        folders: Where templates lie, the repository's first.
    """
    from jinja2 import TemplateError

    # What a template makes too much of may give way anywhere, and a file may not be readable.
    anywhere = (MemoryError, RecursionError, SyntaxError, OSError)
    if isinstance(error, (TemplateFailed, TemplateError, *anywhere)):
        return True
    return place(_frames(error), folders[:1]) is not None


def _frames(error: Exception) -> list[tuple[str, int]]:
    """Return the files and lines in which something was raised, the innermost first."""
    told = [(tb.f_code.co_filename, line) for tb, line in walk_tb(error.__traceback__)]
    return told[::-1]


def _of_template(
    frames: Sequence[tuple[str, int]], folders: Sequence[Path]
) -> tuple[str, int] | None:
    """Return the innermost frame that is of any template."""
    named = (one for one in frames if any(Path(one[0]).is_relative_to(two) for two in folders))
    return next(named, None)


def _reason(error: Exception, *, calls_itself: bool) -> str:
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"it asks for {error.name or ''!r}, which is no file in templates/"
    if isinstance(error, MemoryError):
        return "it needs more memory than a template may use"
    if isinstance(error, RecursionError) and calls_itself:
        return "it calls itself without an end (recursion)"
    if isinstance(error, (RecursionError, SyntaxError)):  # of the program that Jinja makes of it
        return "it is nested too deeply"
    return str(error) or type(error).__name__


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
