"""What holds for every test: no two runs draw different examples, and golden files on request."""

from __future__ import annotations

import compileall
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.testing
from hypothesis import settings

import anbefal
from browsers import started_browser

gc.disable()  # until everything is collected: looking through it all again and again takes long

settings.register_profile("house", deadline=None, derandomize=True, database=None, max_examples=30)
settings.register_profile("long", deadline=None, max_examples=1_000)  # --hypothesis-profile=long
settings.load_profile("house")

# Typer makes all commands anew for each run of its runner, which takes as long as most runs do.
_made_anew: Any = getattr(typer.testing, "_get_command", None)
if _made_anew:
    vars(typer.testing)["_get_command"] = cache(_made_anew)


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, before the tests' processes begin.

    In a new folder each of them would do it, and where Python may leave no bytecode behind
    (`PYTHONDONTWRITEBYTECODE`) so would each of the two hundred that tests start.
    """
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(Path(anbefal.__file__).parent, quiet=2, workers=0)


def pytest_collection_finish() -> None:
    """Let the collector of cycles look only through what the tests themselves make."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Any]:
    """One browser for all tests of a worker: Playwright starts but one in a process."""
    with started_browser() as browser:
        yield browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write tests/documents/golden/ anew; look at the diff before you commit it.",
    )
