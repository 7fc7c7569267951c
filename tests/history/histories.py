"""Git repositories with a small history, the same at every run and on every machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from repositories import as_yaml, repository

RECORD = "data/recommendations/cat/cat-2020-4.yaml"
"""A recommendation of the small repository."""

SAFE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}


@dataclass(frozen=True)
class History:
    """A data repository under version control."""

    root: Path

    def git(self, *words: str, env: dict[str, str] | None = None) -> str:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env={**clean, **SAFE, **(env or {})},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, files: dict[str, Any]) -> None:
        """Write files without committing them; `None` deletes one."""
        for name, content in files.items():
            file = self.root / name
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            raw = content if isinstance(content, str | bytes) else as_yaml(content)
            file.write_bytes(raw.encode() if isinstance(raw, str) else raw)

    def commit(
        self,
        day: str,
        files: dict[str, Any] | None = None,
        *,
        subject: str = "Noe nytt",
        author: str = "Kari Prøve",
        zone: str = "+0100",
    ) -> str:
        """Write files, commit everything on a day, and return the object id."""
        self.write(files or {})
        when = f"{day}T12:00:00{zone}" if "T" not in day else f"{day}{zone}"
        self.git("add", "-A")
        env = {
            **{f"GIT_{who}_DATE": when for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_NAME": author for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "noen@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        self.git("commit", "-q", "--allow-empty", "-m", subject, env=env)
        return self.git("rev-parse", "HEAD")

    def copied(self, root: Path) -> History:
        """Return the same history in a folder of its own; quicker than committing it anew."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        copy = History(root)
        copy.git("update-index", "-q", "--refresh")
        return copy


def started(root: Path, *options: str) -> History:
    """Return the small repository, committed on 1 January 2021."""
    history = History(repository(root))
    history.git("init", "-q", "-b", "main", "--template=", *options)
    (root / ".git/info").mkdir()
    history.git("config", "core.autocrlf", "false")
    history.commit("2021-01-01", subject="Alt")
    return history
