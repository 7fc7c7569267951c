"""The command `link`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_recommendation
from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.cli.targets import find_target
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.analysis.linking import Relation as RelationKey
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit


class Relation(StrEnum):
    """How two recommendations are related."""

    same_as = "same-as"
    repeats = "repeats"
    related = "related"
    distinct_from = "distinct-from"

    @property
    def key(self) -> RelationKey:
        """Its name in a file."""
        return cast("RelationKey", self.value.replace("-", "_"))


def link(
    one: Annotated[
        str, typer.Argument(metavar="A", autocompletion=complete_recommendation, help="A record.")
    ],
    other: Annotated[
        str,
        typer.Argument(metavar="B", autocompletion=complete_recommendation, help="Another record."),
    ],
    *,
    relation: Annotated[
        Relation,
        typer.Option(
            "--as",
            help="same-as: the same ask. repeats: A asks again what the same body asked in B. "
            "related: the same matter, another ask. distinct-from: not the same, although it "
            "looks so.",
            prompt="How are they related?",
        ),
    ],
    undo: Annotated[bool, typer.Option("--undo", help="Take the link away again.")] = False,
    dry_run: DryRun = False,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Write down how two recommendations are related.

    All relations but 'repeats' hold both ways: they are written in A and read from both.
    """

    def compute(dataset: Dataset) -> Sequence[Edit]:
        from anbefal.analysis.linking import linked, unlinked

        names = [find_target(dataset, name, "recommendation").name for name in (one, other)]
        if not undo:
            return linked(dataset, names[0], names[1], relation.key)
        edits = unlinked(dataset, names[0], names[1], relation.key)
        if not edits:
            message = f"The records are not linked as {relation.value} in a file of their own."
            raise Misuse(message, "See their links with 'anbefal show'.")
        return edits

    change(Session(root, quiet=quiet), compute, dry_run=dry_run, color=color)
