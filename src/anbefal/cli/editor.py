"""Opening a record in the user's own editor; what is written there is never lost."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from anbefal.cli.changing import change_files
from anbefal.cli.session import Session
from anbefal.cli.targets import find_target
from anbefal.errors import AnbefalError, ChangedMeanwhile, Misuse
from anbefal.markup import visible
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.kinds import Kind
    from anbefal.store.changing.journal import FileChange
    from anbefal.store.reading.repository import Loaded

Make = Callable[["Loaded", str], Sequence["FileChange"]]
"""From the records and the text that the user wrote to what changes."""

DEFAULTS = ("sensible-editor", "nano", "vi", "notepad")


def edit_file(
    session: Session, name: str, kind: str | None, *, dry_run: bool, color: Color
) -> None:
    """Open the file of a record, and write it back if it is right.

    Raises:
        Misuse: There is no editor, or no such record.
        ChangeRefused: What was written is wrong; it is kept, and the place is told.
    """
    from anbefal.store.changing.journal import FileChange
    from anbefal.store.reading.tree import as_spelt

    dataset = session.loaded.dataset
    entry = dataset.by_key[find_target(dataset, name, kind)]
    path = as_spelt(session.root, entry.file)
    old = (session.root / path).read_bytes()

    def make(_: Loaded, text: str) -> Sequence[FileChange]:
        return [FileChange(path, old, text.encode())]

    text, name = old.decode(), os.path.basename(path)
    compose(session, entry.kind, name, text, make, dry_run=dry_run, color=color)


def compose_new(
    session: Session, kind: Kind, given: Mapping[str, str | None], *, dry_run: bool, color: Color
) -> None:
    """Let the user write a new record in an editor; the given fields stand there already.

    Raises:
        Misuse: There is no editor, or a given value does not fit.
        ChangeRefused: What was written is wrong; it is kept, and the place is told.
    """
    from anbefal.cli.adding import QUESTIONS, nested
    from anbefal.cli.asking import understood
    from anbefal.store.changing.applying import new_file
    from anbefal.store.text.layout import document

    values = dict.fromkeys((question.field for question in QUESTIONS[kind.name]), None)
    skeleton = nested({"id": None, **values, **understood(session, kind, given)})

    def make(loaded: Loaded, text: str) -> Sequence[FileChange]:
        return new_file(session.root, loaded.dataset, kind, text)

    name = f"new-{kind.name}.yaml"
    text = document(skeleton).replace(": null\n", ":\n")
    compose(session, kind, name, text, make, dry_run=dry_run, color=color)


def compose(
    session: Session,
    kind: Kind,
    name: str,
    text: str,
    make: Make,
    *,
    dry_run: bool,
    color: Color,
) -> None:
    """Let the user write a text in an editor, and make a change of it.

    Args:
        session: The repository.
        kind: The kind of record, whose schema the editor is told of.
        name: The name of the file that the user sees.
        text: What stands in it at first.
        make: What the text changes.
        dry_run: Whether to show the change and write nothing.
        color: When to use colours.
    """
    command = _editor()
    folder = Path(tempfile.mkdtemp(prefix="anbefal-"))
    file = folder / name
    line = _prepared(folder, kind)
    _write(file, line.replace("\n", "\r\n" if "\r\n" in text else "\n") + text)

    def once() -> None:
        _run(command, file)
        written = _without(line, _read(file))
        if written == text:
            session.say("Nothing changed.")
            return
        change_files(session, lambda now: make(now, written), dry_run=dry_run, color=color)

    try:
        _until_right(once)
    except BaseException:
        if file.exists():
            print(f"What you wrote is kept in {file}", file=sys.stderr)  # noqa: T201
        raise
    shutil.rmtree(folder)


def _without(line: str, text: str) -> str:
    """Return a text without our first line, however an editor has ended that."""
    first, *more = text.splitlines(keepends=True) or [""]
    return "".join(more) if first.strip() == line.strip() else text


def _until_right(once: Callable[[], None]) -> None:
    """Do something again for as long as it fails and the user wants to go on."""
    while True:
        try:
            once()
        except AnbefalError as error:
            if not _try_again(error):
                raise
        else:
            return


def _editor() -> list[str]:
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    try:
        command = shlex.split(chosen, posix=os.name == "posix") if chosen else []
    except ValueError as error:
        raise Misuse(f"The editor {chosen!r} is no command: {error}.", "Set VISUAL.") from error
    if not command:
        command = [name for name in DEFAULTS if shutil.which(name)][:1]
    if not command or shutil.which(command[0]) is None:
        message = "There is no editor to open." if not command else f"No editor {command[0]!r}."
        raise Misuse(message, "Name one in the environment variable VISUAL or EDITOR.")
    return command


def _prepared(folder: Path, kind: Kind) -> str:
    """Write the schema beside the file, and return the line that tells an editor of it."""
    from anbefal.model.schema import json_schema

    schema = folder / f"{kind.name}.schema.json"
    schema.write_text(json.dumps(json_schema(kind), ensure_ascii=False), encoding="utf-8")
    return f"# yaml-language-server: $schema={schema.name}\n"


def _run(command: list[str], file: Path) -> None:
    try:
        code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 - the user's
    except OSError as error:
        raise Misuse(f"The editor cannot be started: {error.strerror}.", "Set VISUAL.") from error
    if code:
        message = f"The editor ended with an error ({code}), so nothing was changed."
        raise Misuse(message, "Try again, or write the change with FIELD=VALUE.")


def _try_again(error: AnbefalError) -> bool:
    if isinstance(error, ChangedMeanwhile) or not sys.stdin.isatty():
        return False  # what the text was made from is gone
    typer.echo(visible(f"{error.message} {error.hint}"), err=True)
    return typer.confirm("Open the editor again?", default=True, err=True)


def _write(file: Path, text: str) -> None:
    with open(file, "w", encoding="utf-8", newline="") as out:
        out.write(text)


def _read(file: Path) -> str:
    if not file.is_file():
        raise Misuse("The editor left no file.", "Nothing was changed.")
    with open(file, encoding="utf-8", newline="") as written:
        try:
            return written.read()
        except UnicodeDecodeError as error:
            message = "The editor did not write UTF-8."
            raise Misuse(message, "Have it save the file as UTF-8.") from error
