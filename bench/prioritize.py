"""Measure `prioritize` over 200 themes and 20 assessors, beside the same on a single theme.

``python bench/prioritize.py`` writes two repositories and runs the command on them in turns, as
whole processes. Both load the same modules, so what the large one takes beyond the small one is
work: reading and checking the files, ranking, 10,000 draws and telling the result. The goal is a
time and not a ratio: under two seconds of that. Other work on the machine counts in.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import words
from generate import Chance, actors, assessor_ids, criteria, settings
from measuring import environment, in_turns, program, spread
from yaml_text import document, list_document

GOAL = 2.0
UNKNOWN = 0.1
"""The share of all criteria of all themes that nobody gives a value."""


def write_round(root: Path, *, themes: int, assessors: int, seed: int = 1) -> None:
    """Write a repository with one round, in which every assessor values every theme.

    Args:
        root: A folder that is new or empty.
        themes: How many.
        assessors: How many.
        seed: Another seed gives other values.
    """
    chance = Chance(seed)
    names = [f"tema-{number}" for number in range(1, themes + 1)]
    listed = [{"id": name, "name": {"nb": name.capitalize()}} for name in names]
    known = {
        name: [one for one, *_ in words.CRITERIA if not chance.happens(UNKNOWN)] for name in names
    }
    files = {
        "criteria.yaml": document(criteria()),
        "settings.yaml": document(settings()),
        "themes.yaml": list_document(listed),
        "actors.yaml": list_document(actors(assessors)),
    }
    for assessor in assessor_ids(assessors):
        scores = [
            {"theme": name, "values": {one: chance.between(0, 4) for one in known[name]}}
            for name in names
        ]
        content = {"round": "2025", "assessor": assessor, "date": "2025-09-01", "scores": scores}
        files[f"assessments/2025/{assessor}.yaml"] = document(content)
    for name, text in files.items():
        file = root / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def commands_on(large: Path, small: Path) -> dict[str, list[str]]:
    """Return name to command; the first is what the others are compared with."""
    ranked, on = [program("anbefal"), "prioritize", "--root"], str(large)
    return {
        "one theme, one draw": [*ranked, str(small), "--draws", "1"],
        "anbefal validate": [program("anbefal"), "validate", "--root", on],
        "prioritize, one draw": [*ranked, on, "--draws", "1"],
        "prioritize": [*ranked, on],
        "prioritize, any weights": [*ranked, on, "--weights", "any"],
        "prioritize, json": [*ranked, on, "-f", "json"],
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="What prioritize takes.")
    parser.add_argument("--themes", type=int, default=200, help="to rank (200)")
    parser.add_argument("--assessors", type=int, default=20, help="who value all of them (20)")
    parser.add_argument("--rounds", type=int, default=5, help="of measuring (5)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large"), Path(folder, "small")
        write_round(large, themes=given.themes, assessors=given.assessors)
        write_round(small, themes=1, assessors=1)
        env = environment(Path(folder, "compiled"))
        taken = in_turns(commands_on(large, small), env, given.rounds)
    print(f"{given.themes} themes, {given.assessors} assessors, {given.rounds} rounds, in turns")
    print(f"{'seconds, median (least to greatest)':>50}  of work  beyond the start  to it")
    first = next(iter(taken.values()))
    start = median(one.wall for one in first)
    beyond = {}
    for name, results in taken.items():
        pairs = zip(results, first, strict=True)
        beyond[name] = median(one.wall - other.wall for one, other in pairs)
        work = median(one.processor for one in results)
        shown = spread([one.wall for one in results])
        ratio = median(one.wall for one in results) / start
        print(f"{name:25}{shown:>25}{work:9.2f}{beyond[name]:18.2f}{ratio:7.1f}")
    reached = all(took < GOAL for name, took in beyond.items() if name.startswith("prioritize"))
    print(f"goal: under {GOAL:g} seconds beyond the start: {'reached' if reached else 'MISSED'}")
    if not reached:
        sys.exit(1)


if __name__ == "__main__":
    main()
