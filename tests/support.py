"""A small right repository, and the same with some of its files replaced; the scripts of docs."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType

from anbefal import rules
from anbefal.diagnostics import Diagnostic
from anbefal.store.reading.repository import load, locate

BASE = Path(__file__).parent / "examples" / "base"
"""A repository without findings, with records of all kinds."""

Place = tuple[str, int, int, str]
"""A finding as tests name it: file, line, column, code."""


def load_script(file: Path) -> ModuleType:
    """Return a script that is in no package, as a module."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write the small repository to ``root``, with these files besides; ``None`` deletes one."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, content in files.items():
        file = root / name
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def edited(name: str, *changes: tuple[str, str]) -> dict[str, str]:
    """Return a file of the small repository, its text changed from one wording to another."""
    text = (BASE / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {name: text}


def added(name: str, more: str) -> dict[str, str]:
    """Return a file of the small repository with more lines at its end."""
    return {name: (BASE / name).read_text(encoding="utf-8") + more}


def diagnose(root: Path, as_of: date | None = None) -> list[Diagnostic]:
    """Return every finding in a repository, as ``anbefal validate`` would."""
    loaded = load(root, as_of)
    found = locate(rules.check(loaded.dataset), loaded.dataset)
    return sorted((*loaded.findings, *found), key=lambda finding: finding.sort_key)


def places(findings: list[Diagnostic]) -> list[Place]:
    """Return the findings as file, line, column and code."""
    return [
        (f.file, f.position.line, f.position.column, f.code)
        for f in findings
        if f.position is not None
    ]


def found(root: Path, files: Mapping[str, str | bytes | None]) -> list[Place]:
    """Return the findings in the small repository with these files besides."""
    return places(diagnose(write(root, files)))


def hints(root: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    """Return what the findings advise."""
    return [finding.hint for finding in diagnose(write(root, files))]
