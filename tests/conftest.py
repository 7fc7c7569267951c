"""What holds for every test: no two runs draw different examples, and golden files on request."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import typer.testing
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None, max_examples=30)
settings.register_profile("long", deadline=None, max_examples=1_000)  # --hypothesis-profile=long
settings.load_profile("house")

# Typer makes all commands anew for each run of its runner, which takes as long as most runs do.
_made_anew: Any = getattr(typer.testing, "_get_command", None)
if _made_anew:
    vars(typer.testing)["_get_command"] = cache(_made_anew)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write tests/documents/golden/ anew; look at the diff before you commit it.",
    )
