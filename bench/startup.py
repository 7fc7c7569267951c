"""Compare the start of `anbefal` with that of the smallest Typer program, in turns.

``python bench/startup.py`` writes a program with two commands that do nothing, and measures its
`--help` beside `anbefal --help` and `anbefal --version`. What remains above 1 is what anbefal adds
to what Python, Typer and rich take by themselves.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from measuring import Taken, environment, program, run, spread

GOAL = 1.3
WARM_UP = 2

BARE = '''\
"""The smallest Typer program with two commands."""

import typer

app = typer.Typer()


@app.command()
def one(name: str = "world") -> None:
    """Greet."""
    print(name)


@app.command()
def two(name: str = "world") -> None:
    """Take leave."""
    print(name)


app()
'''


def measure(
    commands: Sequence[Sequence[str]], env: Mapping[str, str], pairs: int
) -> list[list[Taken]]:
    """Return what every command took, run in turns; the first turns are not counted."""
    taken: list[list[Taken]] = [[] for _ in commands]
    for number in range(pairs + WARM_UP):
        for command, results in zip(commands, taken, strict=True):
            result = run(command, env)
            if number >= WARM_UP:
                results.append(result)
    return taken


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="The start of anbefal and of bare Typer.")
    parser.add_argument("--pairs", type=int, default=30, help="of runs, in turns (30)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        anbefal = program("anbefal")
        commands = (
            [sys.executable, str(bare), "--help"],
            [anbefal, "--help"],
            [anbefal, "--version"],
        )
        base, shown, told = measure(commands, environment(Path(folder, "compiled")), given.pairs)
    ratios = [ours.wall / theirs.wall for ours, theirs in zip(shown, base, strict=True)]
    of_version = [ours.wall / theirs.wall for ours, theirs in zip(told, base, strict=True)]
    work = [
        ours.processor / theirs.processor
        for ours, theirs in zip(shown, base, strict=True)
        if theirs.processor
    ]
    print(f"Python {sys.version.split()[0]}, typer {version('typer')}, rich {version('rich')}")
    print(f"median (least to greatest) of {given.pairs} turns:")
    print(f"  bare Typer --help   {spread([1000 * one.wall for one in base], 0)} ms")
    print(f"  anbefal --help      {spread([1000 * one.wall for one in shown], 0)} ms")
    print(f"  anbefal --version   {spread([1000 * one.wall for one in told], 0)} ms")
    print(f"  ratio of --help     {spread(ratios)}   goal: at most {GOAL}")
    if work:
        print(f"  the same by processor time   {spread(work)}")
    print(f"  ratio of --version to bare --help   {spread(of_version)}")
    print(f"  goal {'reached' if median(ratios) <= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
