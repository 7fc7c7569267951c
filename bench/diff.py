"""Measure `diff` and `log` over 5,000 records and 1,000 commits, beside git and `validate`.

``python bench/diff.py`` generates the repository with its history and runs every command in turns,
as whole processes. The goal is a time and not a ratio: under two seconds. Other work on the machine
counts in; the ratios tell how much of it that was.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from commits import commit_history
from generate import write_repository
from measuring import Taken, environment, in_turns, program, spread

GOAL = 2.0


def commands(root: Path, commits: int) -> dict[str, list[str]]:
    """Return name to command; the first two are what the others are compared with."""
    anbefal, beginning = program("anbefal"), f"main~{commits - 1}"
    at = ["--root", str(root)]
    return {
        "git diff --stat, all of history": ["git", "-C", str(root), "diff", "--stat", beginning],
        "anbefal validate": [anbefal, "validate", *at],
        "diff, all of history": [anbefal, "diff", beginning, *at],
        "diff, all of history, json": [anbefal, "diff", beginning, "-f", "json", *at],
        "diff, first and last commit": [anbefal, "diff", beginning, "main", *at],
        "diff, the last year": [anbefal, "diff", "2025-07-01", *at],
        "diff, the last year, one theme": [anbefal, "diff", "2025-07", "--theme", "utnytting", *at],
        "log of a recommendation": [anbefal, "log", most_touched(root), *at],
        "log of a theme": [anbefal, "log", "utnytting", *at],
    }


def most_touched(root: Path) -> str:
    """Return the recommendation that most commits touched."""
    listed = subprocess.run(
        ["git", "log", "--format=", "--name-only", "--", "data/recommendations"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = listed.stdout.split()
    return Path(max(sorted(set(paths)), key=paths.count)).stem


def measure(folder: Path, records: int, commits: int, rounds: int) -> dict[str, list[Taken]]:
    """Return command to what it took in every round."""
    root, env = folder / "data", environment(folder / "compiled")
    write_repository(root, records=records)
    commit_history(root, commits)
    return in_turns(commands(root, commits), env, rounds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="What diff and log take.")
    parser.add_argument("--records", type=int, default=5_000, help="recommendations (5000)")
    parser.add_argument("--commits", type=int, default=1_000, help="of history (1000)")
    parser.add_argument("--rounds", type=int, default=5, help="of measuring (5)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        taken = measure(Path(folder), given.records, given.commits, given.rounds)
    print(f"{given.records} records, {given.commits} commits, {given.rounds} rounds, in turns")
    print(f"{'seconds, median (least to greatest)':>58}  of work  to git  to validate")
    git, validate = (median(one.wall for one in taken[name]) for name in list(taken)[:2])
    for name, results in taken.items():
        wall = median(one.wall for one in results)
        work = median(one.processor for one in results)
        shown = spread([one.wall for one in results])
        print(f"{name:33}{shown:>25}{work:9.2f}{wall / git:8.1f}{wall / validate:13.2f}")
    ours = [name for name in taken if name.startswith(("diff", "log"))]
    reached = all(median(one.wall for one in taken[name]) < GOAL for name in ours)
    print(f"goal: every median under {GOAL:g} seconds: {'reached' if reached else 'MISSED'}")
    if not reached:
        sys.exit(1)


if __name__ == "__main__":
    main()
