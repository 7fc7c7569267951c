"""Feeds readers, editors and commands with what nobody should write.

`python bench/fuzz.py TARGET --seconds 180` needs the extra `fuzz` (atheris). It stops at the first
input that gives an exception, takes over 10 seconds or over a gigabyte, and writes the input to
the folder `--found`. Targets: see TARGETS at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["anbefal"]):
    from anbefal.cli import app as program
    from anbefal.cli.assignments import edits_of
    from anbefal.diagnostics import Diagnostic
    from anbefal.errors import AnbefalError
    from anbefal.model.dataset import Key
    from anbefal.model.kinds import KINDS, RECOMMENDATION
    from anbefal.rules import check
    from anbefal.store.changing import journal
    from anbefal.store.merging.files import merge_files
    from anbefal.store.merging.lines import Labels
    from anbefal.store.reading.reader import parse
    from anbefal.store.reading.repository import load, locate
    from anbefal.store.reading.tree import RawFile, WorkTree
    from anbefal.store.text.canonical import canonical
    from anbefal.store.text.rewriting import rewrite

BASE = Path(__file__).parent.parent / "tests" / "examples" / "base"
TIMEOUT, MEMORY = 10, 1024
"""Seconds and megabytes that one input may take."""

PLACES = [kind.path + ("x.yaml" if kind.path.endswith("/") else "") for kind in KINDS]


class OneFileMore:
    """The small right repository with one file that is not.

    Args:
        path: The file.
        data: What stands in it.
    """

    known = tuple(WorkTree(BASE).files())

    def __init__(self, path: str, data: bytes) -> None:
        self.own = RawFile(path, data)

    def files(self) -> Iterator[RawFile | Diagnostic]:
        """Yield the files."""
        yield from (f for f in self.known if getattr(f, "path", "") != self.own.path)
        yield self.own


def reading(data: bytes) -> None:
    """Read and check a repository with one file of these bytes."""
    loaded = load(OneFileMore(PLACES[data[0] % len(PLACES)] if data else PLACES[0], data[1:]))
    found = locate([*loaded.findings, *check(loaded.dataset)], loaded.dataset)
    assert all(one.position for one in found)


def editing(data: bytes) -> None:
    """Change a value somewhere in a text."""
    given = atheris.FuzzedDataProvider(data)
    value = given.PickValueInList([None, True, 7, 1.5, "ny: tekst", "x " * 90, ["a"], {"k": "v"}])
    text = given.ConsumeUnicodeNoSurrogates(len(data))
    parsed = parse("", text.encode())
    if parsed.findings:
        return
    places = list(_places(parsed.value))
    holder, key = places[given.ConsumeIntInRange(0, len(places) - 1)] if places else (None, None)
    if holder is None:
        return
    holder[key] = value
    _told(lambda: rewrite(text, parsed.value))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(value, dict | list):
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(steps):
        yield value, key
        yield from _places(inner)


def formatting(data: bytes) -> None:
    """Lay a text out; a second time changes nothing."""
    text = data.decode("utf-8", "ignore")
    if parse("", text.encode()).findings:
        return
    once = _told(lambda: canonical(text, RECOMMENDATION))
    if once is not None:
        assert canonical(once, RECOMMENDATION) == once


def merging(data: bytes) -> None:
    """Merge three texts."""
    given = atheris.FuzzedDataProvider(data)
    cut = max(1, len(data) // 3)
    texts = [given.ConsumeBytes(cut) for _ in range(3)]
    merge_files(PLACES[4], texts[0], texts[1], texts[2], Labels())


def mending(data: bytes) -> None:
    """Read a journal that is none."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / journal.STATE
        folder.mkdir()
        (folder / journal.NAME).write_bytes(data)
        _told(lambda: journal.read(Path(name)))


def assigning(data: bytes) -> None:
    """Understand an assignment."""
    kind = KINDS[data[0] % len(KINDS)] if data else RECOMMENDATION
    words = data[1:].decode("utf-8", "surrogateescape")
    _told(lambda: edits_of(kind, Key(kind.name, "x"), [words]))


def commands(data: bytes) -> None:
    """Run a command with any words."""
    from typer.testing import CliRunner

    given = atheris.FuzzedDataProvider(data)
    command = given.PickValueInList(sorted(COMMANDS))
    words = [
        given.PickValueInList(WORDS)
        if given.ConsumeBool()
        else given.ConsumeUnicodeNoSurrogates(40)
        for _ in range(given.ConsumeIntInRange(0, 6))
    ]
    words = [word for word in words if word not in {"--edit", "-o", "--output", "--root"}]
    more = ["--dry-run"] if COMMANDS[command] else []
    result = CliRunner().invoke(program.app, [command, *words, *more, "--root", str(BASE)])
    told = result.exception
    assert told is None or isinstance(told, SystemExit), told
    assert result.exit_code != program.BUG_EXIT_CODE, result.output


def _told(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except AnbefalError:
        return None


COMMANDS = {
    "add": True,
    "edit": True,
    "fmt": True,
    "link": True,
    "remove": True,
    "status": True,
    "diff": False,
    "list": False,
    "log": False,
    "prioritize": False,
    "search": False,
    "show": False,
    "validate": False,
}
"""Commands, and whether they take --dry-run and would write without it."""

WORDS = [
    *("cat-2018-16", "ccpr-2018-15b", "2022-isolasjon", "2022-isolasjon/veileder", "isolasjon"),
    *("jd", "cat", "2022/juss", "criteria", "settings", "theme", "meeting", "recommendation"),
    *(
        "--as",
        "same-as",
        "repeats",
        "--undo",
        "--track",
        "reported",
        "--by",
        "--value",
        "implemented",
    ),
    *(
        "--date",
        "2022-12",
        "today",
        "--note",
        "--theme",
        "--kind",
        "--body",
        "--id",
        "--text",
        "en=x",
    ),
    *("id=ny", "themes+=frihet", "themes-=frihet", "source={}", "status.0.note=[", "levels="),
    *(
        "HEAD",
        "HEAD~1",
        "2022-01-01",
        "A..B",
        "--format",
        "json",
        "csv",
        "md",
        "--explain",
        "--check",
    ),
    *("../../x", "data/themes.yaml", "-", "--", "", "\\", "x" * 5000, "--as-of", "--internal"),
]

TARGETS = {
    function.__name__: function
    for function in (reading, editing, formatting, merging, mending, assigning, commands)
}


def _words() -> Iterator[str]:
    schema = json.dumps([kind.model.model_json_schema() for kind in KINDS])
    yield from sorted({word for word in schema.split('"') if word.isidentifier()})
    yield from ("- ", ": ", ">-\\x0a", "|+\\x0a", "&a ", "*a", "# ", "[", "{", "\\x0d\\x0a", "---")
    yield from ("edit", "status", "link", "add", "--as", "--by", "--value", "cat-2018-16")


def main() -> None:
    """Run one target for a while."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("target", choices=sorted(TARGETS))
    options.add_argument("--seconds", type=int, default=180)
    options.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "found")
    chosen = options.parse_args()
    chosen.found.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, file in enumerate(sorted(BASE.rglob("*.yaml"))):
            (corpus / str(number)).write_bytes(b"\x04" + file.read_bytes())
        words = Path(folder) / "words"
        words.write_text("".join(f'"{word}"\n' for word in _words()), encoding="utf-8")
        limits = [f"-timeout={TIMEOUT}", f"-rss_limit_mb={MEMORY}", "-max_len=20000"]
        where = [f"-artifact_prefix={chosen.found}{os.sep}", f"-dict={words}"]
        run = [f"-max_total_time={chosen.seconds}", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *limits, *where, *run, str(corpus)], TARGETS[chosen.target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
