"""Measure what building a site takes: in a new folder, and once more.

``python bench/build_site.py`` generates 5,000 recommendations and builds their site, as whole
processes from start to end, in turns with `anbefal validate` on the same repository. The goals are
under 20 seconds in a new folder on two cores, a front page under 100 kB, and that building once
more writes nothing.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from generate import write_repository
from measuring import Taken, environment, program, run, spread

GOAL, LARGEST_FRONT = 20.0, 100_000
VALIDATE, NEW, AGAIN = "validate", "site, new folder", "site, once more"


def measure(root: Path, sites: Path, rounds: int, env: Mapping[str, str]) -> dict[str, list[Taken]]:
    """Return what each command took in every round; one more goes before them.

    Every site has a folder of its own, and none is removed meanwhile: a file system that has just
    let go of thirty thousand files is slow to make new ones.

    Args:
        root: The repository.
        sites: Where the sites go.
        rounds: How many rounds count.
        env: What the commands run in.
    """
    taken: dict[str, list[Taken]] = {VALIDATE: [], NEW: [], AGAIN: []}
    for number in range(rounds + 1):
        site = sites / str(number)
        build = [program("anbefal"), "site", "--root", str(root), "-o", str(site), "-q"]
        found = {VALIDATE: run([program("anbefal"), "validate", "--root", str(root)], env)}
        found[NEW] = run(build, env)
        before = written(site)
        found[AGAIN] = run(build, env)
        assert written(site) == before, "a second build wrote something"
        if number > 0:
            for name, one in found.items():
                taken[name].append(one)
    return taken


def written(site: Path) -> dict[str, int]:
    """Return when each file of a site was written."""
    return {
        one.relative_to(site).as_posix(): one.stat().st_mtime_ns
        for one in site.rglob("*")
        if one.is_file() and not one.parent.name.startswith(".")
    }


def print_sizes(site: Path) -> int:
    """Print how many files of each kind there are and how large; return the largest front page."""
    number: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for name in written(site):
        number[Path(name).suffix] += 1
        size[Path(name).suffix] += (site / name).stat().st_size
    print(f"{number.total():,} files, {size.total() / 1e6:.0f} MB:", end=" ")
    print(", ".join(f"{n:,} {end[1:]} of {size[end] / 1e6:.0f} MB" for end, n in number.items()))
    front = max((site / one / "index.html").stat().st_size for one in ("nb", "nn", "en"))
    print(f"front page: {front / 1e3:.0f} kB")
    return front


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="What building a site takes.")
    parser.add_argument("--records", type=int, default=5_000, help="recommendations (5000)")
    parser.add_argument("--rounds", type=int, default=3, help="of measuring (3)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root, sites = Path(folder, "repository"), Path(folder, "sites")
        sites.mkdir()
        write_repository(root, records=given.records)
        taken = measure(root, sites, given.rounds, environment(Path(folder, "compiled")))
        front = print_sizes(sites / "0")
    print(f"{given.records:,} recommendations, {given.rounds} rounds, in turns")
    print(f"{'seconds, median (least to greatest)':>50}  of work  to validate")
    for name, results in taken.items():
        pairs = zip(results, taken[VALIDATE], strict=True)
        ratio = median(one.wall / other.wall for one, other in pairs)
        work = median(one.processor for one in results)
        print(f"{name:20}{spread([one.wall for one in results]):>30}{work:9.1f}{ratio:13.1f}")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"at most {most / 1e3:.0f} MB in one process")
    took = median(one.wall for one in taken[NEW])
    reached = took < GOAL and front < LARGEST_FRONT
    print(f"goals: under {GOAL:g} seconds, under {LARGEST_FRONT / 1e3:g} kB: ", end="")
    print("reached" if reached else "MISSED")
    if not reached:
        sys.exit(1)


if __name__ == "__main__":
    main()
