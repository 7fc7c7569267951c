"""Measure what a command takes in repositories of different sizes.

``python bench/growth.py`` generates 1,000, 5,000 and 10,000 records and runs a few commands in
each, in turns. The last column says how many times as long the largest takes as the smallest.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from generate import write_repository
from measuring import environment, program, run

SIZES = (1_000, 5_000, 10_000)
COMMANDS = (
    ("validate",),
    ("list", "--format", "json"),
    ("show", "upr-2024-140-1"),
    ("search", "tilsyn"),
    ("prioritize", "--format", "json"),
)


def measure(folder: Path, sizes: Sequence[int], rounds: int) -> dict[tuple[str, int], float]:
    """Return command and size to the median of its seconds."""
    env = environment(folder / "compiled")
    roots = {size: folder / str(size) for size in sizes}
    for size, root in roots.items():
        write_repository(root, records=size)
    taken: dict[tuple[str, int], list[float]] = {}
    for number in range(rounds + 1):
        for command in COMMANDS:
            for size, root in roots.items():
                result = run([program("anbefal"), *command, "--root", str(root)], env).wall
                if number > 0:  # the first round compiles the modules
                    taken.setdefault((command[0], size), []).append(result)
    return {key: median(values) for key, values in taken.items()}


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="Commands in repositories of different sizes.")
    parser.add_argument("--rounds", type=int, default=5, help="of measuring (5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="recommendations")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        taken = measure(Path(folder), given.sizes, given.rounds)
    print(f"seconds, median of {given.rounds} rounds, whole processes")
    print("records".ljust(14), *(f"{size:>9}" for size in given.sizes), "  largest : smallest")
    for command, *_ in COMMANDS:
        row = [taken[command, size] for size in given.sizes]
        cells = (f"{seconds:9.2f}" for seconds in row)
        print(command.ljust(14), *cells, f"  {row[-1] / row[0]:.1f}")


if __name__ == "__main__":
    main()
