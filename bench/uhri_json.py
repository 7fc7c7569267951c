"""Compare `import uhri` of one country with only parsing a file as large as all of UHRI.

Makes a JSON file of 400 MB, reads it in turns with ijson alone and with anbefal, each in a process
of its own, and prints times, their ratio and the most memory that each took.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from measuring import environment, spread

MEGABYTE = 1_000_000
GOAL_RATIO, GOAL_MEMORY = 2.0, 300.0
BODIES = ("CAT", "CCPR", "CEDAW", "CERD", "CRC", "CRPD", "CESCR", "UPR")
COUNTRIES = {
    "Norway": "NOR", "Peru": "PER", "Kenya": "KEN", "Japan": "JPN", "Iraq": "IRQ", "Chile": "CHL",
    "Fiji": "FJI", "Ghana": "GHA", "Nepal": "NPL", "Spain": "ESP", "Malta": "MLT", "Qatar": "QAT",
}  # fmt: skip
"""The first is asked for; UHRI has a state's texts about as often, one in 150 to 200."""
SHARE = 1 / 170
WORDS = (
    "children women rights access justice measures services authorities training detention"
    " education health housing review effective independent adequate ensure strengthen provide"
    " monitor report"
    " without delay in with of the and for all its including persons communities (art. 2) “plan”"
)


class Taken(NamedTuple):
    """What a process took: seconds by the clock, seconds of work, megabytes at most."""

    wall: float
    work: float
    memory: float


def records(seed: int) -> Iterator[dict[str, Any]]:
    """Yield made-up records with the keys of UHRI's JSON, without end."""
    draw = random.Random(seed)
    others, choice = list(COUNTRIES)[1:], WORDS.split()
    number = 0
    while True:
        number += 1
        country = "Norway" if draw.random() < SHARE else draw.choice(others)
        body = draw.choice(BODIES)
        symbol = f"{body}/C/{COUNTRIES[country]}/CO/{draw.randint(1, 9)}"
        words = " ".join(draw.choices(choice, k=draw.randint(40, 150)))
        yield {
            "AffectedPersons": draw.sample(["Children", "Women & girls", "Migrants"], 2),
            "AnnotationId": f"{draw.getrandbits(128):032x}",
            "AnnotationType": draw.choice(("- Recommendations", "- Concerns/Observations")),
            "Body": f"- {body}",
            "Countries": [country],
            "DocumentId": f"{draw.getrandbits(128):032x}",
            "PublicationDate": f"20{draw.randint(10, 25)}-0{draw.randint(1, 9)}-11T00:00:00",
            "PublicationDateOnUhri": "2026-03-01T12:00:00Z",
            "Regions": ["Made-up region"],
            "Sdgs": ["16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "16.3 - Rule of law"],
            "Symbol": symbol,
            "Text": f"{number % 90 + 5}.The Committee recommends that the State party act. {words}",
            "Themes": ["Right to health", " Equality & non-discrimination\u00a0", "Detention"],
            "UprCycle": None,
            "UprPositions": [],
            "UprRecommendingCountry": [],
            "UprRecommendingRegions": [],
            "UprSession": [],
        }


def make(path: Path, size: int, seed: int) -> int:
    """Write a file of about that many bytes; return how many records it has."""
    many = 0
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for one in records(seed):
            file.write(",\n" if many else "")
            file.write(json.dumps(one, ensure_ascii=False))
            many += 1
            if many % 1000 == 0 and file.tell() > size:
                break
        file.write("]")
    return many


def only_parse(path: Path) -> int:
    """Return how many records ijson finds."""
    import ijson

    with path.open("rb") as file:
        return sum(1 for _ in ijson.items(file, "item"))


def filtered(path: Path) -> int:
    """Return how many records of one country anbefal reads."""
    from anbefal.exchange.tables.opening import open_table
    from anbefal.exchange.uhri.columns import HEADINGS
    from anbefal.exchange.uhri.reading import read_uhri
    from anbefal.exchange.wanted import Wanted
    from anbefal.model.dataset import Dataset
    from anbefal.model.incoming import Incoming
    from anbefal.model.labels import Vocabulary

    rows = open_table(path, HEADINGS)
    readings = read_uhri(rows, Wanted(country="NO"), Vocabulary(Dataset()))
    return sum(isinstance(one, Incoming) for one in readings)


READERS: dict[str, Callable[[Path], int]] = {"parse": only_parse, "filter": filtered}


def measured(name: str, path: Path, cache: Path) -> Taken:
    """Run a reader in a process of its own."""
    command = [sys.executable, __file__, "--read", name, str(path)]
    start = time.perf_counter()
    child = os.posix_spawn(sys.executable, command, environment(cache))
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{name} did not succeed.")
    wall = time.perf_counter() - start
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MEGABYTE)


def compare(path: Path, rounds: int, cache: Path) -> None:
    taken: dict[str, list[Taken]] = {name: [] for name in READERS}
    for number in range(rounds + 1):  # the first one compiles modules and fills the disk's cache
        for name in READERS:
            result = measured(name, path, cache)
            if number:
                taken[name].append(result)
    for name, its in taken.items():
        memory = max(one.memory for one in its)
        print(f"{name}: {spread([one.wall for one in its])} s by the clock,", end=" ")
        print(f"{spread([one.work for one in its])} s of work, at most {memory:.0f} MB")
    pairs = list(zip(taken["filter"], taken["parse"], strict=True))
    ratios = [mine.wall / theirs.wall for mine, theirs in pairs]
    work = [mine.work / theirs.work for mine, theirs in pairs]
    print(f"ratio: {spread(ratios)} by the clock, {spread(work)} by work; goal {GOAL_RATIO}")
    most = max(one.memory for one in taken["filter"])
    is_reached = median(ratios) <= GOAL_RATIO and most <= GOAL_MEMORY
    print("The goals are reached." if is_reached else "A goal is not reached.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        name, path = options.read
        print(f"  {name}: {READERS[name](Path(path))} records", file=sys.stderr)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export-full-en.json"
        many = make(path, options.megabytes * MEGABYTE, options.seed)
        print(f"{many} records, {path.stat().st_size / MEGABYTE:.0f} MB")
        compare(path, options.rounds, Path(folder) / "cache")


if __name__ == "__main__":
    main()
