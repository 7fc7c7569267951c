"""Kills writers at random moments, runs many at once, and looks at what is left.

`python bench/kills.py` prints how often the data was as before and as after, and anything else.
With `--folder` on a small file system it shows what a full disk does as well.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

DATA = Path(__file__).parent.parent / "data"
ANBEFAL = [sys.executable, "-m", "anbefal"]
ONE = ("edit", "cat-2018-14", "groups+={}")
MANY = ("edit", "cat", "id=cat-{}")
"""A new id of a body changes every record that names it: some fifteen files at once."""


def main() -> int:
    """Run all three and return 1 where anything was lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--processes", type=int, default=8)
    options.add_argument("--changes", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        lost = kills(Path(name) / "kills", chosen.kills, random.Random(chosen.seed))
        lost += together(Path(name) / "together", chosen.processes, chosen.changes)
    return 1 if lost else 0


def kills(root: Path, number: int, chance: random.Random) -> int:
    """Kill writers of one file and of many, and return how often something was lost."""
    fresh(root)
    took = {form: duration(root, form) for form in (ONE, MANY)}
    outcomes: Counter[str] = Counter()
    for turn in range(number):
        form = (ONE, MANY)[turn % 2]
        fresh(root)
        before = content(root)
        after = expected(root, form, str(turn))
        child = start(root, form, str(turn))
        time.sleep(chance.uniform(0.7, 1.05) * took[form])
        child.send_signal(signal.SIGKILL)
        child.wait()
        begun = (root / ".anbefal" / "unfinished.jsonl").exists()
        right = run(root, "validate", "-q").returncode == 0
        now = content(root)
        state = "as before" if now == before else "as after" if now == after else "LOST"
        outcomes[f"{state}{', mended' if begun else ''}{'' if right else ', NOT RIGHT'}"] += 1
    print(f"{number} kills:", dict(sorted(outcomes.items())))
    return sum(count for name, count in outcomes.items() if "LOST" in name or "NOT" in name)


def together(root: Path, processes: int, changes: int) -> int:
    """Run several writers at once, and return how many changes are neither there nor refused."""
    fresh(root)
    script = (
        "for n in $(seq {0} {1} {2}); do {3} edit {4} groups+=g$n -q >/dev/null || echo $n; done"
    )
    command = " ".join(ANBEFAL)
    names = [path.stem for path in sorted((root / "data/recommendations/cat").glob("*.yaml"))[:3]]
    workers = [
        subprocess.Popen(
            ["bash", "-c", script.format(one, processes, changes - 1, command, names[one % 3])],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for one in range(processes)
    ]
    began = time.perf_counter()
    refused = {f"g{n}" for worker in workers for n in (worker.communicate()[0]).split()}
    text = "\n".join(data.decode() for data in content(root).values())
    there = {f"g{n}" for n in range(changes) if f"g{n}]" in text or f"g{n}," in text}
    missing = {f"g{n}" for n in range(changes)} - there - refused
    right = run(root, "validate", "-q").returncode == 0
    print(
        f"{processes} processes, {changes} changes in {time.perf_counter() - began:.0f} s:",
        f"{len(there)} there, {len(refused)} refused, {len(missing)} lost,",
        "the data is right" if right else "THE DATA IS NOT RIGHT",
    )
    return len(missing) + (not right)


def fresh(root: Path) -> None:
    """Make a new copy of the project's data."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(DATA, root / "data")


def content(root: Path) -> dict[str, bytes]:
    """Return the data files that are not hidden."""
    files = (path for path in (root / "data").rglob("*") if path.is_file())
    return {str(f.relative_to(root)): f.read_bytes() for f in files if not f.name.startswith(".")}


def start(root: Path, form: tuple[str, ...], name: str) -> subprocess.Popen[bytes]:
    """Start a change."""
    words = [word.format(name) for word in form]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen([*ANBEFAL, *words], cwd=root, stdout=nowhere, stderr=nowhere)


def expected(root: Path, form: tuple[str, ...], name: str) -> dict[str, bytes]:
    """Return what a change makes of the data, when nobody stops it."""
    copy = root.with_name("expected")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy)
    if start(copy, form, name).wait() != 0:
        raise RuntimeError(form)
    return content(copy)


def duration(root: Path, form: tuple[str, ...]) -> float:
    """Return how many seconds a change takes: the median of five."""
    taken = []
    for _ in range(5):
        fresh(root)
        began = time.perf_counter()
        start(root, form, "x").wait()
        taken.append(time.perf_counter() - began)
    return median(taken)


def run(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run([*ANBEFAL, *words], cwd=root, capture_output=True, check=False)


if __name__ == "__main__":
    os.environ.pop("GIT_DIR", None)
    sys.exit(main())
