"""A small built site, made once for all tests that look at it in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from complete import complete_data, write_files
from repositories import Data, run

RAPE_CCPR, RAPE_CAT = "ccpr-2018-14", "cat-2018-30"
"""Two records that ask for the same; the Ministry of Justice answers for the first alone."""


def site_data_files() -> dict[str, Any]:
    """Return a complete repository with two more recommendations, about rape."""
    files = complete_data()
    more: list[Data] = [
        {
            "id": RAPE_CCPR,
            "source": {"body": "ccpr", "document": "CCPR/C/NOR/CO/7", "paragraph": "14"},
            "summary": {"nb": "Gi politiet det som trengs for å etterforske voldtekter raskere."},
            "themes": ["frihet"],
            "ministries": ["jd"],
            "links": {"same_as": [RAPE_CAT]},
        },
        {
            "id": RAPE_CAT,
            "source": {"body": "cat", "document": "CAT/C/NOR/CO/8", "paragraph": "30"},
            "text": {"en": "Investigate every case of rape without delay."},
            "summary": {"nb": "Etterforsk alle voldtektssaker uten opphold."},
            "themes": ["frihet"],
            "ministries": ["bfd"],
        },
    ]
    return files | {f"data/recommendations/{one['id']}.yaml": one for one in more}


def built_site(shared: pytest.TempPathFactory, worker: str) -> Path:
    """Return the folder of the site; workers that test at the same time share one.

    Args:
        shared: Where tests keep their files.
        worker: The worker's name, ``master`` where there is but one.
    """
    base = shared.getbasetemp()
    folder = (base if worker == "master" else base.parent) / "site"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            root = write_files(folder / "repository", site_data_files())
            outcome = run("site", "-o", "public", root=root)
            assert outcome.code == 0, outcome.err
    return folder / "repository" / "public"
