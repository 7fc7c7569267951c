"""What the benchmarks share: an environment like a user's, wall time, medians and spread."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

BESIDE_PYTHON = Path(sys.executable).parent


class Taken(NamedTuple):
    """What a run of a program took.

    Attributes:
        wall: Seconds from start to end.
        processor: Seconds of work; other work on the machine disturbs these less. 0 on Windows.
    """

    wall: float
    processor: float


def program(name: str) -> str:
    """Return the path of a program of the same environment as this Python."""
    path = BESIDE_PYTHON / name
    if not path.exists():
        sys.exit(f"{path} is missing: install anbefal with the extra 'bench'.")
    return str(path)


def environment(cache: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, as where they are installed.

    Args:
        cache: Where the compiled modules are kept, so that the source tree is left alone.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPYCACHEPREFIX": str(cache), "NO_COLOR": "1"}


def run(command: Sequence[str], env: Mapping[str, str]) -> Taken:
    """Return what a command takes, from start to end; stop where it does not succeed."""
    before, start = os.times(), perf_counter()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    wall, after = perf_counter() - start, os.times()
    if done.returncode != 0:
        shown = " ".join(command[:4])
        sys.exit(f"{shown} … ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr}")
    user = after.children_user - before.children_user
    return Taken(wall, user + after.children_system - before.children_system)


def in_turns(
    commands: Mapping[str, Sequence[str]], env: Mapping[str, str], rounds: int
) -> dict[str, list[Taken]]:
    """Return command to what it took in every round; all of them run once a round.

    Args:
        commands: Name to command.
        env: What they run in.
        rounds: How many rounds count; one more goes before them, which compiles the modules.
    """
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            result = run(command, env)
            if number > 0:
                taken[name].append(result)
    return taken


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return the median with the least and the greatest value."""
    low, middle, high = min(values), median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"
