"""The built site, for the tests that look at pages as readers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_sites import built_site


@pytest.fixture(scope="session", name="public")
def _public(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return built_site(tmp_path_factory, worker_id)
