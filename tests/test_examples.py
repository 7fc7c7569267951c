"""Folders of examples that become tests by themselves.

`examples/base` is a small right repository. Each folder in `examples/broken` and `examples/right`
holds the files that are laid over it; `deleted.txt` names files that are taken away, and
`expected.txt` the findings, one a line: code, then file:line:column.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from anbefal import rules
from anbefal.store.reading import findings
from support import BASE, diagnose

EXAMPLES = BASE.parent
BROKEN = sorted(EXAMPLES.glob("broken/*/"))
RIGHT = sorted(EXAMPLES.glob("right/*/"))
MADE_BY_TESTS = {"more-findings", "too-large", "unreadable-file", "outside-repository"}
"""Findings that need a file as git does not keep it: `reading/test_unfit_files.py` has them."""


def laid_over_base(example: Path, root: Path) -> Path:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(example, root, dirs_exist_ok=True)
    deleted = example / "deleted.txt"
    for name in deleted.read_text().split() if deleted.exists() else ():
        (root / name).unlink()
    return root


def expected(example: Path) -> list[str]:
    return (example / "expected.txt").read_text(encoding="utf-8").splitlines()


def found_in(root: Path) -> list[str]:
    return [
        f"{f.code} {f.file}:{f.position.line}:{f.position.column}"
        for f in diagnose(root)
        if f.position
    ]


def test_the_base_has_no_findings() -> None:
    assert diagnose(BASE) == []


@pytest.mark.parametrize("example", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_file_is_found_where_it_is_broken(example: Path, tmp_path: Path) -> None:
    assert found_in(laid_over_base(example, tmp_path)) == expected(example)


@pytest.mark.parametrize("example", RIGHT, ids=lambda folder: folder.name)
def test_a_right_file_has_no_findings(example: Path, tmp_path: Path) -> None:
    assert diagnose(laid_over_base(example, tmp_path)) == []


def test_every_finding_has_an_example() -> None:
    codes = {page.code for page in findings.READING} | {rule.doc.code for rule in rules.RULES}
    shown = {line.split()[0] for example in BROKEN for line in expected(example)}

    assert codes - shown == MADE_BY_TESTS


def test_every_finding_is_one_sentence_that_ends(tmp_path: Path) -> None:
    for example in BROKEN:
        for finding in diagnose(laid_over_base(example, tmp_path / example.name)):
            assert finding.message.endswith(".")
            assert "\n" not in finding.message
            assert finding.hint == "" or finding.hint[-1] in ".?"
