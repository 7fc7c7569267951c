"""Decisions on pairs: written at once, taken back, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from anbefal.analysis.duplicates.decided import Decided
from anbefal.analysis.duplicates.deciding import (
    Standing,
    is_seen,
    judged_anew,
    standing,
    stands,
    taken_back,
)
from anbefal.analysis.duplicates.suggesting import asked_earlier
from anbefal.analysis.linking import linked
from anbefal.cli.changing import change_quietly
from anbefal.cli.deduping.asked import require_all_readable
from anbefal.errors import AnbefalError

if TYPE_CHECKING:
    from anbefal.analysis.duplicates.pairs import Pair
    from anbefal.analysis.linking import Relation
    from anbefal.cli.session import Session
    from anbefal.model.dataset import Dataset
    from anbefal.model.edits import Edit
    from anbefal.model.recommendation import Recommendation
    from anbefal.report.output import Color

Contents = tuple[bytes | None, bytes | None]
Compute = Callable[["Dataset"], Sequence["Edit"]]


class Task:
    """What decides on pairs.

    Args:
        session: The repository.
        color: When to use colours.
        pairs: The pairs, as they were judged on what the session holds.
        least: The lowest score of a duplicate.

    Attributes:
        pairs: The pairs, as they were last shown.
        dataset: The records as they lie there, as far as is known.
        thereby: The other pairs that the last decision decided.
    """

    def __init__(self, session: Session, color: Color, pairs: Sequence[Pair], least: float) -> None:
        self.pairs = list(pairs)
        self.dataset = session.loaded.dataset
        self.thereby: tuple[Pair, ...] = ()
        self._session = session
        self._color = color
        self._least = least
        self._first = self.dataset.recommendations
        self._seen: dict[int, Mapping[str, Recommendation]] = {}
        self._dropped: set[int] = set()
        self._decisions: list[tuple[str, str, Relation]] = []
        self._files: dict[str, Contents] = {}
        self._index = (self.dataset, Decided.index(self.dataset))

    @property
    def left(self) -> int:
        """How many pairs nobody has decided on by now."""
        return len(self._left(self.dataset))

    def shown(self, at: int) -> Pair | None:
        """Return a pair as it is to be shown now, judged anew where its records have changed.

        Returns:
            The pair; ``None`` where there is nothing to decide on any more.
        """
        if not self._is_open(at, self.dataset):
            return None
        pair, there = self.pairs[at], self.dataset.recommendations
        seen = self._seen.get(at, self._first)
        now = {one: there[one] for one in (pair.a, pair.b)}
        if not all(is_seen(record, seen[one]) for one, record in now.items()):
            anew = judged_anew(self.dataset, pair, self._least)
            if anew is None:
                self._dropped.add(at)
                return None
            self.pairs[at] = anew
        self._seen[at] = now
        return self.pairs[at]

    def may_repeat(self, at: int) -> bool:
        """Return whether the same body asked it earlier."""
        pair = self.pairs[at]
        return asked_earlier(self.dataset, pair.a, pair.b)

    def decide(self, at: int, relation: Relation) -> Standing:
        """Write a decision on a pair that was shown, if it is as it was shown and still open.

        Returns:
            What became of the pair meanwhile; the decision is written where it is open.

        Raises:
            AnbefalError: It cannot be written; nothing is changed.
        """
        pair, found = self.pairs[at], Standing.OPEN
        before: frozenset[int] = frozenset()

        def compute(dataset: Dataset) -> Sequence[Edit]:
            nonlocal found, before
            found = standing(dataset, self._decided(dataset), pair, self._seen[at])
            before = self._left(dataset)
            return linked(dataset, pair.a, pair.b, relation) if found is Standing.OPEN else ()

        if self._change(compute):
            self._decisions.append((pair.a, pair.b, relation))
            decided = before - self._left(self.dataset) - {at}
            self.thereby = tuple(self.pairs[one] for one in sorted(decided))
        return found

    def take_back(self) -> bool:
        """Take the last decision back, and return whether it still stood there.

        Raises:
            AnbefalError: It cannot be taken back; nothing is changed.
        """
        last = self._decisions[-1]
        is_done = self._change(lambda dataset: taken_back(dataset, *last))
        self._decisions.pop()
        return is_done

    def look(self) -> None:
        """Look once more at what lies there, to tell how it ended."""
        self._session.forget()
        self._take_note()

    @property
    def written(self) -> Counter[Relation]:
        """How many decisions stand there, by relation."""
        return Counter(one[2] for one in self._decisions if stands(self.dataset, *one))

    @property
    def changed(self) -> Mapping[str, Contents]:
        """The files that are not as they were; without those that somebody has removed since."""
        there = {file.path for file in self.dataset.files}
        return {
            path: (old, new)
            for path, (old, new) in self._files.items()
            if old != new and path in there
        }

    def _is_open(self, at: int, dataset: Dataset) -> bool:
        pair, there = self.pairs[at], dataset.recommendations
        if at in self._dropped or pair.a not in there or pair.b not in there:
            return False
        return not self._decided(dataset).holds(pair.a, pair.b)

    def _left(self, dataset: Dataset) -> frozenset[int]:
        return frozenset(at for at in range(len(self.pairs)) if self._is_open(at, dataset))

    def _decided(self, dataset: Dataset) -> Decided:
        if self._index[0] is not dataset:
            self._index = (dataset, Decided.index(dataset))
        return self._index[1]

    def _change(self, compute: Compute) -> bool:
        """Make a change, and return whether there was one."""

        def safely(dataset: Dataset) -> Sequence[Edit]:
            require_all_readable(self._session)
            return compute(dataset)

        try:
            changes = change_quietly(self._session, safely, self._color)
        finally:
            self._take_note()
        for one in changes:
            old, _ = self._files.get(one.path, (one.old, None))
            self._files[one.path] = (old, one.new)
        return bool(changes)

    def _take_note(self) -> None:
        with suppress(AnbefalError, OSError):  # what was known stands as it was
            self.dataset = self._session.loaded.dataset


class Trial(Task):
    """Decisions that are checked and remembered, and not written."""

    def __init__(self, session: Session, color: Color, pairs: Sequence[Pair], least: float) -> None:
        super().__init__(session, color, pairs, least)
        self._start = session.loaded
        self._steps: list[Sequence[Edit]] = []

    def take_back(self) -> bool:
        """Forget the last decision."""
        self._decisions.pop()
        self._steps.pop()
        self._run()
        return True

    def look(self) -> None:
        """Look at nothing: what somebody else writes is no part of a trial."""

    def _change(self, compute: Compute) -> bool:
        edits = compute(self.dataset)
        if not edits:
            return False
        self._steps.append(edits)
        try:
            self._run()
        except Exception:
            self._steps.pop()
            raise
        return True

    def _run(self) -> None:
        """Make all changes together, from what lay there in the beginning."""
        self._session.loaded = self._start
        edits = [edit for step in self._steps for edit in step]
        changes = change_quietly(self._session, lambda _: edits, self._color, dry_run=True)
        self._files = {one.path: (one.old, one.new) for one in changes}
        self.dataset = self._start.changed({one.path: one.new for one in changes}).dataset
