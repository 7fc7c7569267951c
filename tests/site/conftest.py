"""The built site and the browser, for the tests that look at pages as readers do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import browser
from made_sites import built_site


@pytest.fixture(scope="session", name="public")
def _public(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return built_site(tmp_path_factory, worker_id)


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Any]:
    with browser() as started:
        yield started
