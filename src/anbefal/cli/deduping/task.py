"""Decisions on pairs: written at once, taken back, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.deciding import decided, is_repeat, taken_back
from anbefal.cli.changing import change_quietly

if TYPE_CHECKING:
    from anbefal.analysis.duplicates.pairs import Pair
    from anbefal.analysis.linking import Relation
    from anbefal.cli.session import Session
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit
    from anbefal.report.output import Color

Contents = tuple[bytes | None, bytes | None]
Compute = Callable[["Dataset"], Sequence["Edit"]]


@dataclass
class Task:
    """What decides on pairs.

    Attributes:
        session: The repository.
        color: When to use colours.
        written: How many decisions there are by now, by relation.
        files: Path to old and new content of what was written.
    """

    session: Session
    color: Color
    written: Counter[Relation] = field(default_factory=Counter)
    files: dict[str, Contents] = field(default_factory=dict)
    _index: tuple[Dataset, Decided] | None = None

    @property
    def dataset(self) -> Dataset:
        """The records as they lie there, as far as is known."""
        return self.session.loaded.dataset

    def is_open(self, pair: Pair) -> bool:
        """Return whether both records are there and nobody has decided on them."""
        if self._index is None or self._index[0] is not self.dataset:
            self._index = (self.dataset, Decided.index(self.dataset))
        there = self.dataset.recommendations
        return pair.a in there and pair.b in there and not self._index[1].holds(pair.a, pair.b)

    def may_repeat(self, pair: Pair) -> bool:
        """Return whether the same body asked it earlier."""
        return pair.link == "repeats" or is_repeat(self.dataset, pair.a, pair.b)

    def decide(self, pair: Pair, relation: Relation) -> bool:
        """Write a decision, and return whether there was none by somebody else meanwhile.

        Raises:
            AnbefalError: It cannot be written; nothing is changed.
        """
        if not self._change(lambda dataset: decided(dataset, pair.a, pair.b, relation)):
            return False
        self.written[relation] += 1
        return True

    def take_back(self, pair: Pair, relation: Relation) -> None:
        """Take a decision back.

        Raises:
            AnbefalError: It cannot be taken back; nothing is changed.
        """
        self._change(lambda dataset: taken_back(dataset, pair.a, pair.b, relation))
        self.written[relation] -= 1

    @property
    def changed(self) -> Mapping[str, Contents]:
        """The files that are not as they were."""
        return {path: both for path, both in self.files.items() if both[0] != both[1]}

    def _change(self, compute: Compute) -> bool:
        changes = change_quietly(self.session, compute, self.color)
        for one in changes:
            old, _ = self.files.get(one.path, (one.old, None))
            self.files[one.path] = (old, one.new)
        return bool(changes)


@dataclass
class Trial(Task):
    """Decisions that are checked and remembered, and not written."""

    def __post_init__(self) -> None:
        """Remember what lies there."""
        self._start = self.session.loaded
        self._steps: list[Compute] = []

    def decide(self, pair: Pair, relation: Relation) -> bool:
        """Remember a decision."""
        self._steps.append(lambda dataset: decided(dataset, pair.a, pair.b, relation))
        try:
            self._run()
        except Exception:
            self._steps.pop()
            self._run()
            raise
        self.written[relation] += 1
        return True

    def take_back(self, pair: Pair, relation: Relation) -> None:  # noqa: ARG002 - the last is meant
        """Forget the last decision."""
        self._steps.pop()
        self._run()
        self.written[relation] -= 1

    def _run(self) -> None:
        self.session.loaded = self._start

        def compute(dataset: Dataset) -> Sequence[Edit]:
            return [edit for step in self._steps for edit in step(dataset)]

        changes = change_quietly(self.session, compute, self.color, dry_run=True)
        self.files = {one.path: (one.old, one.new) for one in changes}
        self.session.loaded = self._start.changed({one.path: one.new for one in changes})
