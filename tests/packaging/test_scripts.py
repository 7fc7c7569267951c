"""The site's scripts: bundled when the program is installed, from sources that hold no other's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from support import load_script

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"


class Aborted(Exception):
    """What stands in for the end of a build."""


class App:
    def abort(self, message: str) -> None:
        raise Aborted(message)


class Interface:
    """As much of hatchling's interface as the hook uses; the tests do not need hatchling."""

    root: str
    app = App()


@pytest.fixture(name="hook")
def _hook(monkeypatch: pytest.MonkeyPatch) -> Any:
    name = "hatchling.builders.hooks.plugin.interface"
    module = ModuleType(name)
    module.BuildHookInterface = Interface  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, module)
    return load_script(ROOT / "hatch_build.py")


def build_of(hook: Any, root: Path) -> Any:
    build = hook.Scripts()
    build.root = str(root)
    return build


def sources_in(folder: Path) -> Path:
    (folder / "web").mkdir()
    (folder / "web" / "package.json").write_text("{}", "utf-8")
    return folder


def test_the_built_scripts_are_of_these_sources(hook: Any) -> None:
    assert hook.is_current(ROOT), "web/ has changed: pip install -e '.[dev]'"


def test_the_lock_file_pins_contents_and_names_no_registry() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}

    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert not any("://" in file.read_text("utf-8") for file in WEB.glob("*.*") if file.is_file())


def test_npm_comes_from_pypi_where_the_machine_has_none(
    hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert build_of(hook, sources_in(tmp_path)).dependencies() == [hook.NODE]
    assert build_of(hook, ROOT).dependencies() == []  # nothing to bundle


def test_built_files_of_which_one_is_missing_are_not_current(hook: Any, tmp_path: Path) -> None:
    root = sources_in(tmp_path)
    files = dict.fromkeys(hook.FILES, b"")
    hook.write_built(root, files)
    assert hook.is_current(root)

    for name in files:
        hook.write_built(root, files)
        (root / hook.BUILT / name).unlink()
        assert not hook.is_current(root), name


def test_where_nothing_can_be_written_the_build_ends_with_a_sentence(
    hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(web: Path, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
        (web / "built.json").write_text('{"inputs": {}}', "utf-8")
        return subprocess.CompletedProcess(arguments, 0, b"")

    monkeypatch.setattr(hook, "_run_npm", run)
    (tmp_path / "src").write_text("A file where a folder should be.", "utf-8")

    with pytest.raises(Aborted, match="could not be written"):
        build_of(hook, sources_in(tmp_path)).initialize("standard", {})


@pytest.mark.skipif(os.name == "nt", reason="npm is another kind of program on Windows.")
def test_where_npm_fails_the_build_ends_with_its_words(
    hook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho npm error no network\nexit 1\n", "utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Aborted, match="'npm ci --ignore-scripts' failed") as told:
        build_of(hook, sources_in(tmp_path)).initialize("standard", {})
    assert str(told.value).endswith("npm error no network")
    assert not (tmp_path / hook.BUILT).exists()
