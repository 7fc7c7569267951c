"""Chromium for the tests that look at pages as readers do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def started_browser() -> Iterator[Any]:
    """Start a browser without a window; the tests that need one are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed.")
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("There is no Chromium on this machine.")
    with playwright.sync_playwright() as session:
        started = session.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()
