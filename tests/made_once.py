"""What each run of the program makes anew; tests, with many runs in one process, make it once."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
import typer.testing


def commands() -> None:
    """Typer makes all commands for each run of its runner, which takes as long as most runs do."""
    made_anew: Any = getattr(typer.testing, "_get_command", None)
    if made_anew:
        vars(typer.testing)["_get_command"] = cache(made_anew)


def templates() -> None:
    """Jinja compiles a file of `templates/` for each document, which takes as long as the rest."""
    compiled: dict[Any, Any] = {}
    compile_anew: Any = jinja2.Environment.compile

    def compile_once(made: Any, source: Any, name: Any = None, file: Any = None, *more: Any) -> Any:
        if file is None or more:
            return compile_anew(made, source, name, file, *more)
        key = (type(made), made.autoescape, made.finalize, made.optimized, name, file, source)
        if key not in compiled:
            compiled[key] = compile_anew(made, source, name, file)
        return compiled[key]

    setattr(jinja2.Environment, "compile", compile_once)  # noqa: B010 - not what its types allow
