"""Compare `anbefal validate` with `check-jsonschema` on the same files, in one run.

``python bench/validate.py`` generates 10,000 records, exports their JSON Schema with
`anbefal schema recommendation`, and runs both programs in turns. `anbefal validate` always checks
the whole repository: every file, all references, all rules. `check-jsonschema` is given the
recommendations alone: in each round another part of them, so that the rounds together cover every
file once; or with ``--full`` all of them in every round. In each round `anbefal` runs before and
after `check-jsonschema`, so that other work on the machine disturbs both alike.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from generate import write_repository
from measuring import Taken, environment, program, run, spread

GOAL = 15


@dataclass(frozen=True)
class Round:
    """What the programs took in one round.

    Attributes:
        ours: `anbefal validate` on the whole repository, twice.
        theirs: `check-jsonschema` on ``files`` recommendations.
        start: `check-jsonschema` on one recommendation: how long it takes to start.
        files: How many files `check-jsonschema` was given.
    """

    ours: tuple[Taken, Taken]
    theirs: Taken
    start: Taken
    files: int


def measure(
    work: Path, root: Path, rounds: int, other: str, *, full: bool
) -> tuple[int, list[Round]]:
    """Return how many recommendations there are, and what every round took.

    Args:
        work: A folder for what is only needed meanwhile.
        root: The repository.
        rounds: How many.
        other: The path of `check-jsonschema`.
        full: Whether it is given every file in every round.
    """
    env = environment(work / "compiled")
    run([program("anbefal"), "schema", "--output", str(work / "schemas")], env)
    schema = work / "schemas" / "recommendation.json"
    files = [str(file) for file in sorted((root / "data" / "recommendations").rglob("*.yaml"))]
    ours = [program("anbefal"), "validate", "--root", str(root)]
    theirs = [other, "--schemafile", str(schema)]
    run(ours, env)
    run([*theirs, files[0]], env)  # both have been run once before anything is measured
    measured = []
    for number in range(rounds):
        part = files if full else files[number::rounds]
        before = run(ours, env)
        taken = run([*theirs, *part], env)
        after = run(ours, env)
        start = run([*theirs, part[0]], env)
        measured.append(Round((before, after), taken, start, len(part)))
        print(
            f"round {number + 1} of {rounds}: anbefal {before.wall:.2f} and {after.wall:.2f} s, "
            f"check-jsonschema {taken.wall:.2f} s for {len(part)} files",
            flush=True,
        )
    return len(files), measured


def show(number: int, rounds: Sequence[Round], *, full: bool) -> None:
    """Print files a second of both, and the ratio."""
    names = ("anbefal", "check-jsonschema", "ruamel.yaml", "pydantic", "ryaml")
    given = "all of them in every round" if full else f"1/{len(rounds)} of them in each round"
    print("installed here:", ", ".join(f"{name} {version(name)}" for name in names))
    print(f"{number} recommendations; check-jsonschema is given {given}")
    print(f"median (least to greatest) of {len(rounds)} rounds, whole processes:")
    ratios = _compared(number, rounds, lambda taken: taken.wall)
    if all(one.theirs.processor for one in rounds):
        print("the same by processor time:")
        _compared(number, rounds, lambda taken: taken.processor)
    print(f"goal {'reached' if median(ratios) >= GOAL else 'MISSED'}: a ratio of at least {GOAL}")
    print(f"The exported schema accepts all {number} files, each given at least once.")


def _compared(number: int, rounds: Sequence[Round], time: Callable[[Taken], float]) -> list[float]:
    """Print one way of counting seconds, and return the ratio of every round."""
    ours = [2 * number / sum(map(time, one.ours)) for one in rounds]
    theirs = [one.files / time(one.theirs) for one in rounds]
    running = [one.files / (time(one.theirs) - time(one.start)) for one in rounds]
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    careful = [a / b for a, b in zip(ours, running, strict=True)]
    print(f"  anbefal validate   {spread(ours, 0)} files/s")
    print(f"  check-jsonschema   {spread(theirs, 0)} files/s")
    print(f"  ratio              {spread(ratios, 1)}")
    print(f"  ratio where check-jsonschema is forgiven its start   {spread(careful, 1)}")
    return ratios


def main() -> None:
    """Read the arguments, generate where no folder is given, measure and print."""
    parser = argparse.ArgumentParser(description="anbefal validate against check-jsonschema.")
    parser.add_argument(
        "--root", type=Path, help="a repository made by generate.py; else a new one"
    )
    parser.add_argument("--records", type=int, default=10_000, help="of a new one (10000)")
    parser.add_argument("--seed", type=int, default=1, help="of a new one (1)")
    parser.add_argument("--rounds", type=int, default=5, help="of measuring (5)")
    parser.add_argument("--full", action="store_true", help="give check-jsonschema every file")
    parser.add_argument("--against", help="another check-jsonschema than the one installed here")
    given = parser.parse_args()
    other = given.against or program("check-jsonschema")
    with tempfile.TemporaryDirectory() as folder:
        root = given.root
        if root is None:
            root = Path(folder, "repository")
            write_repository(root, records=given.records, seed=given.seed)
        number, rounds = measure(Path(folder), root, given.rounds, other, full=given.full)
        print(f"\nagainst {other}")
        show(number, rounds, full=given.full)


if __name__ == "__main__":
    main()
