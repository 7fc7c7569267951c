"""The sandbox that Jinja templates run in: what they may do, and how values become text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
    pass_context,
)
from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from anbefal.documents.formats.columns import in_columns
from anbefal.documents.formats.folders import lies_in
from anbefal.documents.formats.markdown import Literal, markdown_runs
from anbefal.markup import markdown_literal, markdown_paragraph

watcher: ContextVar[Callable[[Template], None]] = ContextVar("watcher", default=lambda _: None)
"""Is told of every template before it runs, so that what stops it from outside can say where."""

LONGEST = 10_000_000
"""Characters, or entries of a list, that a template may make at once by multiplying."""

LARGEST = 10_000
"""Binary digits that a power of whole numbers may have in a template."""

_KINDS = ((Mapping, "a mapping"), ((list, tuple), "a list"))

_BY_CHANCE = "random", "lipsum"
"""The same data gives the same bytes, so nothing may be drawn."""


def environment(form: str, folders: Sequence[Path]) -> Environment:
    """Return the sandbox for the templates of a format.

    Args:
        form: ``md``, whose values are shown literally as Markdown; values are escaped as HTML
            and XML in every other.
        folders: Where templates lie; the first that has one wins. ``program/`` before a name asks
            for the one in the last, so that a template can extend that which it replaces.
    """
    program = PrefixLoader({"program": _Loader(folders[-1:])})
    made = _Sandbox(
        loader=ChoiceLoader([_Loader(folders), program]),
        autoescape=form != "md",
        finalize=_literal_markdown if form == "md" else _shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # what a template computes is computed in a line of it, not before
    )
    for name in _BY_CHANCE:
        made.filters.pop(name, None)
        made.globals.pop(name, None)
    made.filters["css_string"] = css_string
    made.filters["in_columns"] = in_columns
    made.filters["paragraph"] = lambda value: Literal(markdown_paragraph(str(value)))
    made.filters["markdown"] = markdown_runs
    return made


def css_string(text: str) -> str:
    r"""Return text as a string of CSS, in which all but letters and digits is written as ``\20``.

    It can end neither the string nor the style sheet, however a page holds it.
    """
    from markupsafe import Markup

    plain = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in " ".join(text.split()))
    return Markup(f'"{"".join(plain)}"')  # noqa: S704 - only letters, digits and escapes are in it


@pass_context
def _shown(_: Context, value: Any) -> Any:
    """Leave a value to escaping. That it asks for the context keeps Jinja from computing early."""
    return _text_or_number(value)


@pass_context
def _literal_markdown(_: Context, value: Any) -> Any:
    value = _text_or_number(value)
    if type(value) is Literal or not isinstance(value, str):
        return value
    return markdown_literal(value)


def _text_or_number(value: Any) -> Any:
    """Return what a document can show; of what is not there, nothing.

    Anything else would be shown as Python writes it, with parts that no escaping has seen.

    Raises:
        TemplateRuntimeError: It can show neither.
    """
    if value is None:
        return ""
    if isinstance(value, (str, int, float, Undefined)) or hasattr(value, "__html__"):
        return value
    kind = next((name for type_, name in _KINDS if isinstance(value, type_)), "this")
    raise TemplateRuntimeError(f"{kind} is neither text nor a number, and cannot be shown as such")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which names of content win and no sum or text grows beyond bounds."""

    # All of them, since Jinja computes what is not intercepted while it reads a template.
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(ImmutableSandboxedEnvironment.default_unop_table)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what a mapping holds under a name before its methods of that name."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls; what a macro makes in Markdown is not escaped again."""
        made = super().call(context, obj, *args, **kwargs)
        if not self.autoescape and isinstance(obj, (Macro, BlockReference, LoopContext)):
            return Literal(made)
        return made

    def get_template(
        self,
        name: Any,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return the template that another asks for by its name.

        Raises:
            TemplateRuntimeError: It asks for something else.
        """
        _require_names([name])
        return super().get_template(name, parent, globals)

    def get_or_select_template(
        self,
        template_name_or_list: Any,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return the first that there is of the templates that another asks for."""
        names = template_name_or_list
        _require_names(names if isinstance(names, (list, tuple)) and names else [names])
        return super().get_or_select_template(names, parent, globals)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute, unless the result would be enormous."""
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            if left.bit_length() * right > LARGEST:
                raise TemplateRuntimeError("the power is too large")
        elif operator == "*" and _length(left, right) > LONGEST:
            raise TemplateRuntimeError("the text or list is too long")
        return super().call_binop(context, operator, left, right)


def _length(left: Any, right: Any) -> int:
    """Return how long a product is, where it is a text or list; else 0."""
    for many, times in ((left, right), (right, left)):
        if isinstance(many, (str, list, tuple)) and isinstance(times, int):
            return len(many) * times
    return 0


def _require_names(several: Sequence[Any]) -> None:
    if not all(isinstance(one, (str, Template, Undefined)) for one in several):
        raise TemplateRuntimeError("it asks for a template by what is no name")


class _Loader(FileSystemLoader):
    """Loads templates that really lie in one of the folders, and refuses links out of them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(folders)
        self._folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and place.

        Raises:
            SecurityError: It is a link out of the folders.
            TemplateNotFound: There is none of that name.
            TemplateSyntaxError: It is not in UTF-8.
        """
        try:
            found = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("it is not in UTF-8", line, template) from None
        if not lies_in(Path(found[1]), self._folders):
            raise SecurityError(f"{template} is a link out of templates/, and is not followed")
        return found

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return a template, of which the watcher is told."""
        template = super().load(environment, name, globals)
        watcher.get()(template)
        return template
