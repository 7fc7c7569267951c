"""The command `remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_record
from anbefal.cli.options import ColorOption, KindOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.cli.targets import find_target
from anbefal.errors import StillNamed
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset, Key
    from anbefal.model.edits import Edit


def remove(
    record: Annotated[
        str,
        typer.Argument(metavar="ID", help="A record of any kind.", autocompletion=complete_record),
    ],
    *,
    kind: KindOption = None,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Take a record out of the data; refused while other records name it.

    git keeps what was there: 'anbefal log ID' shows it.
    """

    def compute(dataset: Dataset) -> list[Edit]:
        from anbefal.model.edits import Delete

        target = find_target(dataset, record, kind)
        _refuse_if_named(dataset, target)
        return [Delete(target)]

    change(Session(root, quiet=quiet), compute, dry_run=dry_run, color=color)


def _refuse_if_named(dataset: Dataset, target: Key) -> None:
    from anbefal.diagnostics import dotted
    from anbefal.model.references import named_by

    names = [
        f"{entry.file} ({dotted(reference.steps)})"
        for entry, reference in named_by(dataset, target.kind, target.name)
        if entry.key != target
    ]
    if names:
        raise StillNamed(target.kind, target.name, names)
