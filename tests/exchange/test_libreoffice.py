"""A score sheet that goes through LibreOffice: typed into, sorted, hidden, extended, saved."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from repositories import repository, run

SCRIPT = Path(__file__).with_name("fill_in_libreoffice.py")
FORUM = "data/assessments/2026/forum.yaml"
KNOWN = """round: "2026"
assessor: forum
date: 2026-05-01
scores:
  - theme: isolasjon
    values:
      alvor: {alvor}
    reasons:
      alvor: =1+1 _x0041_
"""
TYPED = {
    "sheet": "Vurdering",
    "cells": {
        "Les først": {"B7": "1. juni 2026"},
        "Vurdering": {
            "E3": 4,
            "F3": "2,5",
            "O3": "- mange rammes\n= ikke en formel",
            "N5": 0,
            "Y5": "Noen er uenige.",
        },
    },
}


def python_of_libreoffice() -> str | None:
    """Return a Python that has LibreOffice's module, if there is one."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        asked = [python or "python3", "-c", "import uno"]
        if python and not subprocess.run(asked, capture_output=True, check=False).returncode:
            return python
    return None


PYTHON = python_of_libreoffice() if shutil.which("soffice") else None


@pytest.mark.skipif(PYTHON is None, reason="LibreOffice with its Python module is not installed")
def test_a_sheet_filled_in_with_libreoffice_gives_the_same_values_and_file(tmp_path: Path) -> None:
    root = repository(tmp_path / "register", {FORUM: KNOWN.format(alvor=2)})
    sheet, back = tmp_path / "ark.xlsx", tmp_path / "svar.xlsx"
    order = ("--round", "2026", "--assessor", "forum", "--recommendations", "-o", str(sheet))
    assert run("scoresheet", "export", *order, root=root).code == 0
    subprocess.run(
        [str(PYTHON), str(SCRIPT), str(sheet), str(back), json.dumps(TYPED)], check=True, timeout=90
    )

    (root / FORUM).write_text(KNOWN.format(alvor=3), "utf-8")  # while the sheet was away
    first = run("scoresheet", "import", str(back), root=root)
    written = (root / FORUM).read_bytes()
    second = run("scoresheet", "import", str(back), root=root)

    assert (first.code, second.code) == (0, 0), first.err
    assert "left aside: 'Notater'" in first.err
    assert written.decode() == (
        KNOWN.format(alvor=3).replace("2026-05-01", "2026-06-01")
        + "  - recommendation: upr-2019-140-10\n"
        "    values:\n"
        "      dialog: 0\n"
        "    dissent: Noen er uenige.\n"
        "  - theme: frihet\n"
        "    values:\n"
        "      alvor: 4\n"
        "      omfang: 2.5\n"
        "    reasons:\n"
        "      alvor: |-\n"
        "        - mange rammes\n"
        "        = ikke en formel\n"
    )
    assert "Nothing changed" in second.err
    assert (root / FORUM).read_bytes() == written
