"""A history for a generated repository: who wrote down what, one commit after the other.

git's own ``fast-import`` takes it in as one stream, so that a thousand commits take a second. Names
and dates are made up, so the same arguments give the same commits with the same object ids.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

FIRST_DAY, LAST_DAY = date(2022, 1, 10), date(2026, 6, 30)
PEOPLE = ("Kari Prøve", "Ola Eksempel", "Áile Øvelse")
STEPS = (("reported", "jd", "in-progress"), ("assessed", "mr-institutt", "partly-implemented"))
SKEW = 3
"""A few records are written about again and again: chance to this power picks one."""


@dataclass
class Files:
    """The data files as a commit leaves them, by path."""

    texts: dict[str, str]

    def changed(self, path: str, text: str) -> tuple[str, str]:
        """Keep a new text, and return it with its path."""
        self.texts[path] = text
        return path, text


def commit_history(root: Path, commits: int, seed: int = 1) -> None:
    """Commit what lies in a folder, and so many changes after it; the files end as the last left.

    Args:
        root: A repository that :func:`generate.write_repository` wrote.
        commits: How many commits, the first with everything among them.
        seed: Another seed, other changes.
    """
    files = Files(
        {
            file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(root.rglob("*.yaml"))
        }
    )
    start = dict(files.texts)
    stream = b"".join(_stream(files, start, commits, Random(seed)))
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for command in (
        ["init", "-q", "-b", "main"],
        ["fast-import", "--quiet"],
        ["read-tree", "main"],
    ):
        given = stream if command[0] == "fast-import" else b""
        subprocess.run(["git", *command], cwd=root, env=env, input=given, check=True)
    for path, text in files.texts.items():
        if text != start[path]:
            (root / path).write_text(text, encoding="utf-8", newline="\n")


def _stream(files: Files, start: dict[str, str], commits: int, chance: Random) -> Iterator[bytes]:
    span = (LAST_DAY - FIRST_DAY).days
    for number in range(commits):
        day = FIRST_DAY + timedelta(days=span * number // max(1, commits - 1))
        changes = list(_changes(files, number, day, chance)) if number else list(start.items())
        yield _head(number, day)
        for path, text in changes:
            data = text.encode()
            yield b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(data), data)


def _head(number: int, day: date) -> bytes:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=timezone(timedelta(hours=1)))
    person = PEOPLE[number % len(PEOPLE)]
    words = f"Notat {number}".encode() if number else b"Alt som er kjent"
    who = f"{person} <{number % len(PEOPLE)}@example.org> {int(noon.timestamp())} +0100"
    lines = [b"commit refs/heads/main", b"committer " + who.encode()]
    return b"\n".join([*lines, b"data %d" % len(words), words, b""])


def _changes(files: Files, number: int, day: date, chance: Random) -> Iterator[tuple[str, str]]:
    """Yield the files of a commit: one to three logs, now and then a theme or a promise."""
    recommendations = [path for path in files.texts if _is_older(path)]
    meetings = [path for path, text in files.texts.items() if "\ncommitments:\n" in text]
    paths = {
        recommendations[int(chance.random() ** SKEW * len(recommendations))]
        for _ in range(1 + number % 3)
    }
    for path in sorted(paths):
        text = with_status(files.texts[path], day, *STEPS[number % len(STEPS)])
        yield files.changed(path, text)
    if number % 10 == 0:
        themes = "data/themes.yaml"
        old = files.texts[themes]
        yield files.changed(themes, old.replace("regler, praksis", "praksis, regler", 1))
    if number % 25 == 0 and meetings:
        path = meetings[int(chance.random() * len(meetings))]
        promise = f"  - id: lovnad-{number}\n    text: {{nb: Lovnad nr. {number}}}\n"
        head, _, tail = files.texts[path].partition("\ncommitments:\n")
        yield files.changed(path, f"{head}\ncommitments:\n{promise}{tail}")


def _is_older(path: str) -> bool:
    """Return whether a recommendation is older than the history; its year stands in its name."""
    year = path.rpartition("/")[2].split("-")[1] if "/recommendations/" in path else "9999"
    return int(year) < FIRST_DAY.year


def with_status(text: str, day: date, track: str, by: str, value: str) -> str:
    """Return the text of a recommendation with one more entry at the end of its log."""
    entry = [f"  - date: {day}", f"    track: {track}", f"    by: {by}", f"    value: {value}"]
    lines = text.splitlines()
    if "status:" not in lines:
        return "\n".join([*lines, "status:", *entry, ""])
    end = lines.index("status:") + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return "\n".join([*lines[:end], *entry, *lines[end:], ""])
