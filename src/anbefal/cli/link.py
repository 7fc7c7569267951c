"""The command `link`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.changing import DryRun, change
from anbefal.cli.completing import complete_recommendation
from anbefal.cli.options import ColorOption, Quiet, Root
from anbefal.cli.session import Session
from anbefal.cli.targets import find_target
from anbefal.errors import Misuse
from anbefal.report.output import Color

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit


class Relation(StrEnum):
    """How two recommendations are related."""

    same_as = "same-as"
    repeats = "repeats"
    related = "related"
    distinct_from = "distinct-from"

    @property
    def key(self) -> str:
        """Its name in a file."""
        return self.value.replace("-", "_")


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

    def compute(dataset: Dataset) -> list[Edit]:
        for name in (one, other):
            find_target(dataset, name, "recommendation")
        pairs = [(one, other)] if relation is Relation.repeats else [(one, other), (other, one)]
        written = [(a, b) for a, b in pairs if _is_written(dataset, a, b, relation)]
        return _undone(written, relation) if undo else _made(written, (one, other), relation)

    change(Session(root, quiet=quiet), compute, dry_run=dry_run, color=color)


def _is_written(dataset: Dataset, one: str, other: str, relation: Relation) -> bool:
    links = dataset.recommendations[one].links
    return other in getattr(links, relation.key)


def _made(written: list[tuple[str, str]], pair: tuple[str, str], relation: Relation) -> list[Edit]:
    from anbefal.model.dataset import Key
    from anbefal.model.edits import Append

    if written:
        return []
    return [Append(Key("recommendation", pair[0]), ("links", relation.key), pair[1])]


def _undone(written: list[tuple[str, str]], relation: Relation) -> list[Edit]:
    from anbefal.model.dataset import Key
    from anbefal.model.edits import Discard

    if not written:
        message = f"The records are not linked as {relation.value} in a file of their own."
        raise Misuse(message, "See their links with 'anbefal show'.")
    place = ("links", relation.key)
    return [Discard(Key("recommendation", a), place, b) for a, b in written]
