"""Two people with one repository: branches of git, merged by the driver as git runs it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support import BASE, write

DRIVER = "-P -m anbefal merge-driver --marker-size=%L --our-label=%X -- %O %A %B %P"
RECORD = "data/recommendations/cat/cat-2018-16.yaml"
LAST = "  - {date: 2020-06-01, track: assessed, by: nim, value: partly-implemented}\n"
"""The last line of a log in the record."""
HERS = "  - {date: 2021-03-01, track: assessed, by: nim, value: in-progress}  # fra møtet\n"
HIS = (
    "  - {date: 2022-03-01, track: reported, by: jd, value: implemented, note: 'Ny lov: vedtatt'}\n"
)
"""What either of two people adds to that log."""


def text_of(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


def both(name: str, old: str, ours: str, theirs: str) -> tuple[str, str, str]:
    """Return a file, and its text with a part replaced by either side."""
    text = text_of(name)
    assert old in text
    return name, text.replace(old, ours), text.replace(old, theirs)


def two_logs() -> tuple[str, str, str]:
    """Return the record, and its text with one more line in its log by either side."""
    return both(RECORD, LAST, LAST + HERS, LAST + HIS)


@dataclass
class Team:
    """A repository with the driver set up."""

    root: Path

    def git(self, *arguments: str, fails: bool = False) -> str:
        """Run git without the settings of whoever runs the tests."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.root,
            env=clean | {"GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self, branch: str, files: dict[str, str | bytes]) -> None:
        """Commit files on a new branch from main."""
        self.git("checkout", "-q", "-B", branch, "main")
        for name, content in files.items():
            place = self.root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "--all")
        self.git("commit", "-q", "-m", branch)

    def diverge(self, name: str, ours: str | bytes, theirs: str | bytes) -> None:
        """Commit two versions of a file; the branch ``ours`` is checked out."""
        self.commit("theirs", {name: theirs})
        self.commit("ours", {name: ours})

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()


def team(
    root: Path, driver: str = f"{shlex.quote(Path(sys.executable).as_posix())} {DRIVER}"
) -> Team:
    """Make a repository with the small right data, committed on ``main``."""
    write(root, {".gitattributes": "data/**/*.yaml merge=anbefal\n"})
    made = Team(root)
    made.git("init", "-q", "-b", "main")
    made.git("config", "merge.anbefal.driver", driver)
    made.git("add", "--all")
    made.git("commit", "-q", "-m", "begin")
    return made
