"""Measure what suggesting duplicates takes: reading, finding pairs, judging them.

``python bench/dedupe_whole.py`` makes texts that mean nothing (those of ``dedupe_growth.py``) and
takes each number of them through all stages, in a process of its own; ``--export`` measures real
texts of a UPR Info export (see ``duplicates_labels.py``) before them. Made texts name no treaty,
subject or group, so that a pair of them is judged by its words alone.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import resource
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.candidates import candidates
from anbefal.analysis.duplicates.judging import judge
from anbefal.analysis.duplicates.likeness import overlap
from anbefal.analysis.duplicates.reads import prepared
from anbefal.analysis.duplicates.suggesting import ALIKE, EVERY
from dedupe_growth import Writer

SIZES = (5_000, 10_000, 20_000, 41_000)
REAL = 4_000


def texts_of(export: Path, without: str, number: int) -> list[str]:
    """Return some different texts of an export, but those to one state."""
    whole = export.read_bytes().decode("mac_roman").replace("\r", "\n")
    rows = csv.DictReader(io.StringIO(whole))
    found = sorted({row["Text"] for row in rows if row["Text"].strip() and row["To"] != without})
    return random.Random(1).sample(found, min(number, len(found)))


def measure(texts: Sequence[str], threads: int) -> None:
    """Print seconds of work and the most memory at the end of each stage."""
    read_ask("warm up", "en")
    clock, began = perf_counter(), process_time()
    reads = [prepared(read_ask(text, "en")) for text in texts]
    reading, room = process_time() - began, [_megabytes()]
    began = process_time()
    words = [read.text.split() for read in reads]
    near = [(a, b) for a, b, _ in candidates(words, threads=threads)]
    finding = process_time() - began
    room.append(_megabytes())
    began = process_time()
    if len(reads) > EVERY:
        near = [(a, b) for a, b in near if overlap(reads[a].whole, reads[b].whole).dice >= ALIKE]
    gating = process_time() - began
    began = process_time()
    kept = sum(judge(reads[a], reads[b]).relation != "nothing" for a, b in near)
    judging = process_time() - began
    room.append(_megabytes())
    stages = " ".join(f"{each:9.1f}" for each in (reading, finding, gating, judging))
    wall = perf_counter() - clock
    memory = " ".join(f"{each:6.0f}" for each in room)
    print(f"{len(texts):>9,} {stages} {wall:9.1f} {len(near):11,} {kept:10,} {memory}", flush=True)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="Reading, finding pairs and judging them.")
    parser.add_argument("--export", type=Path, help="a UPR Info export with real texts")
    parser.add_argument("--without", default="Norway", help="leave out texts to this state")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many made texts")
    parser.add_argument("--threads", type=int, default=2, help="of the search (2)")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        real = given.export and texts_of(given.export, given.without, given.one)
        measure(real or Writer().texts(given.one), given.threads)
        return
    print(
        "    texts   reading   finding    gating   judging     clock      judged       kept  MB ..."
    )
    call = [sys.executable, __file__, f"--threads={given.threads}", f"--without={given.without}"]
    if given.export:
        subprocess.run([*call, f"--one={REAL}", f"--export={given.export}"], check=True)
    for size in given.sizes:
        subprocess.run([*call, f"--one={size}"], check=True)
    print("growth in size:", ", ".join(f"{b / a:.2f}" for a, b in pairwise(given.sizes)))


if __name__ == "__main__":
    main()
