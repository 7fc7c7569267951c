"""What a new repository holds: every file of it, with its content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from anbefal.model.kinds import KINDS
from anbefal.model.schema import json_schema
from anbefal.store.changing.modeline import mode_line, schema_path

EXAMPLE = "data/recommendations/crc/crc-2018-klageordning-for-barn.yaml"
"""The example: a real record, which names no record that a new repository lacks."""

FROM_PROJECT = ("data/actors.yaml", "data/criteria.yaml", "data/themes.yaml", EXAMPLE)
"""Files of this project's own data that every repository can begin with."""

_STARTER = Path(__file__).parent / "starter"

_WRITTEN = (
    (".github/workflows/validate.yaml", "validate.yaml"),
    (".gitignore", "gitignore.txt"),
    (".pre-commit-config.yaml", "pre-commit.yaml"),
    ("README.md", "README.md"),
    ("data/settings.yaml", "settings.yaml"),
    ("templates/README.md", "templates.md"),
)
"""Files of a new repository, and the files of ours that they are copies of."""

_EMPTY = ("data/assessments/.gitkeep", "data/meetings/.gitkeep", "data/plans/.gitkeep")
"""Empty files, for git keeps no empty folders; what is hidden is not read as data."""


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file of a new repository.

    Attributes:
        path: Relative to the repository, with forward slashes.
        data: Its content.
        in_every_copy: Whether a repository that is there already should have it too.
    """

    path: str
    data: bytes
    in_every_copy: bool = False


def starter_files() -> tuple[StarterFile, ...]:
    """Return the files of a new repository, sorted by path, with ``data/criteria.yaml`` last.

    That file makes a folder a repository: as long as it is missing, the rest may be incomplete.
    """
    files = [*_shared(), *_content()]
    return tuple(sorted(files, key=lambda file: (file.path == "data/criteria.yaml", file.path)))


def _shared() -> Iterator[StarterFile]:
    """Yield what editors and git need."""
    yield StarterFile(".gitattributes", _ours("gitattributes.txt"), in_every_copy=True)
    yield StarterFile(".vscode/extensions.json", _json(_EXTENSIONS), in_every_copy=True)
    yield StarterFile(".vscode/settings.json", _json(_editor_settings()), in_every_copy=True)
    for kind in KINDS:
        yield StarterFile(schema_path(kind), _json(json_schema(kind)), in_every_copy=True)


def _content() -> Iterator[StarterFile]:
    for path, name in _WRITTEN:
        yield StarterFile(path, _with_mode_line(path, _ours(name)))
    for path in _EMPTY:
        yield StarterFile(path, b"")
    for path in FROM_PROJECT:
        note = _ours("example.txt") if path == EXAMPLE else b""
        yield StarterFile(path, _with_mode_line(path, note + _from_project(path)))


_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}


def _editor_settings() -> dict[str, object]:
    places = {
        f"./{schema_path(kind)}": f"{kind.path}**/*.yaml" if kind.path[-1] == "/" else kind.path
        for kind in KINDS
    }
    return {
        "yaml.schemas": places,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _with_mode_line(path: str, data: bytes) -> bytes:
    return mode_line(path).encode() + data


def _ours(name: str) -> bytes:
    return _lines((_STARTER / name).read_bytes())


def _from_project(path: str) -> bytes:
    """Return a file of this project's data.

    In an installed package it lies beside this module; in a checkout that is installed for
    development, in the checkout's own ``data/``.
    """
    packaged = _STARTER / path
    return _lines((packaged if packaged.is_file() else _STARTER.parents[4] / path).read_bytes())


def _lines(data: bytes) -> bytes:
    """Return text with the same line ends wherever the program was installed from."""
    return data.replace(b"\r\n", b"\n")


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
